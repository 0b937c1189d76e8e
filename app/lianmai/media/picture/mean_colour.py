"""The mean colour of a picture: by it people and programs recognise who is seen."""

from __future__ import annotations

import av
from av.video.reformatter import Interpolation, VideoReformatter

_SIDE_PX = 16


class MeanColour:
    """Belongs to one thread; keeps its scaler from one picture to the next."""

    def __init__(self) -> None:
        self._reformatter = VideoReformatter()

    def of(self, frame: av.VideoFrame) -> str:
        """Return the mean colour of *frame* as "#rrggbb"; the stamp's strip is left out."""
        tiny = self._reformatter.reformat(
            frame, _SIDE_PX, _SIDE_PX, "rgb24", interpolation=Interpolation.AREA, threads=1
        )
        below_stamp = tiny.to_ndarray()[1:]
        red, green, blue = below_stamp.mean(axis=(0, 1)).round().astype(int)
        return f"#{red:02x}{green:02x}{blue:02x}"
