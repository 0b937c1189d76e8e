"""The names of journal entries in human words."""

from __future__ import annotations

from functools import cache

from lianmai.ui.words import translate


@cache
def event_texts() -> dict[str, str]:
    """Return what is shown for the name of an entry; of a stream's state, for both together."""
    return _room_words() | _push_words() | _pull_words() | _phone_words() | _state_words()


def _room_words() -> dict[str, str]:
    """Return what a room may tell."""
    return {
        "info_changed": translate("Events", "Information changed"),
        "kicked": translate("Events", "Removed from the room"),
        "link_closed": translate("Events", "Connection closed"),
        "link_lost": translate("Events", "Connection lost"),
        "link_open": translate("Events", "Connected"),
        "link_restored": translate("Events", "Connection restored"),
        "link_retrying": translate("Events", "Connecting again"),
        "message": translate("Events", "Message"),
        "peer_joined": translate("Events", "Somebody joined"),
        "peer_left": translate("Events", "Somebody left"),
        "peer_updated": translate("Events", "Somebody changed"),
        "remote_mute_changed": translate("Events", "Muted or unmuted"),
        "room_closed": translate("Events", "Room closed"),
        "room_joined": translate("Events", "Joined the room"),
        "stream_added": translate("Events", "Stream added"),
        "stream_removed": translate("Events", "Stream removed"),
        "token_expired": translate("Events", "Credential expired"),
        "token_expiring": translate("Events", "Credential expires soon"),
        "url_changed": translate("Events", "Address changed"),
    }


def _push_words() -> dict[str, str]:
    """Return what cameras, encoders and the own stream may tell."""
    return {
        "bitrate_changed": translate("Events", "Bitrate changed"),
        "capture_started": translate("Events", "Capture began"),
        "encoder_failed": translate("Events", "Encoder failed"),
        "encoder_started": translate("Events", "Encoder started"),
        "message_sent": translate("Events", "Message sent"),
        "music_ended": translate("Events", "Music ended"),
        "music_failed": translate("Events", "Music failed"),
        "music_progress": translate("Events", "Music plays"),
        "music_started": translate("Events", "Music began"),
        "network_busy": translate("Events", "Network too slow"),
        "publish_stats": translate("Events", "Numbers of the own stream"),
        "push_begun": translate("Events", "First data sent"),
        "push_connected": translate("Events", "Sending"),
        "push_ended": translate("Events", "Sending ended"),
        "push_size_changed": translate("Events", "Sent size changed"),
        "push_started": translate("Events", "Connecting to send"),
        "source_failed": translate("Events", "Source failed"),
        "source_lost": translate("Events", "Source lost"),
        "source_started": translate("Events", "Source started"),
        "waiting_image_failed": translate("Events", "Waiting image failed"),
    }


def _pull_words() -> dict[str, str]:
    """Return what streams that are played may tell, and what keeps any going."""
    return {
        "arrival_lag": translate("Events", "Data came late"),
        "buffer_empty": translate("Events", "Nothing left to play"),
        "buffer_filled": translate("Events", "Enough to play"),
        "decode_failed": translate("Events", "Could not be decoded"),
        "decoder_started": translate("Events", "Decoder started"),
        "discontinuity": translate("Events", "Pictures are missing"),
        "first_key_frame": translate("Events", "First key frame"),
        "first_picture": translate("Events", "First picture"),
        "first_shown": translate("Events", "First picture shown"),
        "first_sound": translate("Events", "First sound"),
        "garbage": translate("Events", "Damaged data skipped"),
        "gave_up": translate("Events", "Given up"),
        "picture_gap": translate("Events", "Picture stood still"),
        "play_stats": translate("Events", "Numbers of a received stream"),
        "pull_connected": translate("Events", "Receiving"),
        "pull_ended": translate("Events", "Stream ended"),
        "pull_started": translate("Events", "Connecting to receive"),
        "resumed": translate("Events", "Flows again"),
        "retrying": translate("Events", "Trying again"),
        "size_changed": translate("Events", "Picture size changed"),
        "stalled": translate("Events", "Nothing arrives"),
        "stream_begun": translate("Events", "Stream begins"),
    }


def _phone_words() -> dict[str, str]:
    """Return what happens to a phone, and what its page is told."""
    return {
        "audiovolumenotify": translate("Events", "Loudness"),
        "bgmcomplete": translate("Events", "Page told: music ended"),
        "bgmprogress": translate("Events", "Page told: music plays"),
        "bgmstart": translate("Events", "Page told: music began"),
        "enterpictureinpicture": translate("Events", "Page told: picture floats"),
        "error": translate("Events", "Error"),
        "full_screen": translate("Events", "Full screen"),
        "fullscreenchange": translate("Events", "Page told: full screen"),
        "interrupted": translate("Events", "Interrupted"),
        "leavepictureinpicture": translate("Events", "Page told: picture back"),
        "netstatus": translate("Events", "Network status"),
        "order_failed": translate("Events", "Order not understood"),
        "permission_refused": translate("Events", "Permission refused"),
        "picture_in_picture": translate("Events", "Picture floats"),
        "resumed_by_page": translate("Events", "Back on the page"),
        "suspended": translate("Events", "In the background"),
    }


def _state_words() -> dict[str, str]:
    """Return the states of streams, own and others'."""
    return {
        "play_state failed": translate("Events", "Stream given up"),
        "play_state idle": translate("Events", "Stream stopped"),
        "play_state playing": translate("Events", "Stream plays"),
        "play_state requesting": translate("Events", "Asking for a stream"),
        "play_state retrying": translate("Events", "Stream is tried again"),
        "publish_state failed": translate("Events", "Publishing given up"),
        "publish_state idle": translate("Events", "Publishing stopped"),
        "publish_state publishing": translate("Events", "Publishing"),
        "publish_state requesting": translate("Events", "Asking to publish"),
        "publish_state retrying": translate("Events", "Publishing is tried again"),
    }
