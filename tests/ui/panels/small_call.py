"""A call to show: real room, journal and numbers; streams whose state a test decides."""

from dataclasses import dataclass, field
from typing import Any

from lianmai.core.errors import RoomError
from lianmai.core.journal import Journal
from lianmai.core.messages import (
    Done,
    Media,
    Op,
    Peer,
    PeerJoined,
    PeerLeft,
    RoomJoined,
    Snapshot,
    StreamId,
)
from lianmai.core.room import Room
from lianmai.core.source import Source
from lianmai.core.stats import PlayStats, PublishStats
from lianmai.media.sound.ring import SoundRing

PLAYING = PlayStats(video_kbps=760, audio_kbps=64, fps=15.0, width_px=640, height_px=360)


@dataclass
class SmallStream:
    """One stream, own or a peer's."""

    state: str = "playing"
    problem: str = ""
    sound: SoundRing | None = field(default_factory=SoundRing)
    stats: PlayStats = PLAYING


class SmallCall:
    """What panels read of a call. Requests are kept in *asked*; *refusal* refuses them."""

    def __init__(self, *, is_host: bool = False) -> None:
        self.now_s = 1_700_000_000.0
        self.room = Room()
        self.journal = Journal(lambda: self.now_s)
        self.sending = SmallStream("publishing")
        self.streams: dict[StreamId, SmallStream] = {}
        self.source = Source()
        self.microphone_on = self.camera_on = True
        self.publish = PublishStats(800, 64, 15.0, 640, 360)
        self.asked: list[Op[Any]] = []
        self.refusal = ""
        me = Peer("pc-1", "Tester", is_host=is_host, streams=("all",))
        self.room.apply(RoomJoined(Snapshot("101", me.uid, "secret", (me,), 15.0)))

    def join(
        self,
        uid: str,
        name: str = "",
        media: Media | None = "all",
        muted: tuple[Media, ...] = (),
        stream: SmallStream | None = None,
        **more: Any,
    ) -> SmallStream | None:
        """Let somebody in, whose stream, if any, is played."""
        streams = (media,) if media else ()
        self.room.apply(PeerJoined(Peer(uid, name, streams=streams, muted=muted, **more)))
        if media is None:
            return None
        return self.streams.setdefault(StreamId(uid), stream or SmallStream())

    def part(self, uid: str) -> None:
        """Let somebody go."""
        self.room.apply(PeerLeft(uid))
        self.streams.pop(StreamId(uid), None)

    def play_stats(self) -> dict[StreamId, PlayStats]:
        return {stream_id: stream.stats for stream_id, stream in self.streams.items()}

    def publish_stats(self) -> PublishStats:
        return self.publish

    async def request(self, op: Op[Any]) -> Any:
        self.asked.append(op)
        if self.refusal:
            raise RoomError(4003, self.refusal)
        return Done()
