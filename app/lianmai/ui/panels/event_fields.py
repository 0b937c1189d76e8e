"""The fields of journal entries, and the causes in them, in human words."""

from __future__ import annotations

from functools import cache

from lianmai.ui.words import translate


@cache
def field_titles() -> dict[str, str]:
    """Return what is shown for the name of a field, without its unit."""
    return {
        "attempt": translate("Events", "attempt"),
        "by": translate("Events", "by"),
        "bytes": translate("Events", "bytes"),
        "cause": translate("Events", "cause"),
        "code": translate("Events", "code"),
        "direction": translate("Events", "direction"),
        "duration": translate("Events", "duration"),
        "fatal": translate("Events", "fatal"),
        "file": translate("Events", "file"),
        "from": translate("Events", "from"),
        "height": translate("Events", "height"),
        "key": translate("Events", "key"),
        "muted": translate("Events", "muted"),
        "on": translate("Events", "on"),
        "peers": translate("Events", "peers"),
        "progress": translate("Events", "progress"),
        "protocol": translate("Events", "protocol"),
        "queue": translate("Events", "queue"),
        "room": translate("Events", "room"),
        "seconds left": translate("Events", "seconds left"),
        "state": translate("Events", "state"),
        "wait": translate("Events", "wait"),
        "width": translate("Events", "width"),
    }


@cache
def cause_texts() -> dict[str, str]:
    """Return what is shown for why a stream or a source failed."""
    return {
        "busy": translate("Events", "busy"),
        "cancelled": translate("Events", "cancelled"),
        "closed": translate("Events", "closed"),
        "dns": translate("Events", "dns"),
        "ended": translate("Events", "ended"),
        "format": translate("Events", "format"),
        "handshake": translate("Events", "handshake"),
        "hung": translate("Events", "hung"),
        "io": translate("Events", "io"),
        "missing": translate("Events", "missing"),
        "no_data": translate("Events", "no_data"),
        "refused": translate("Events", "refused"),
        "rejected": translate("Events", "rejected"),
        "replaced": translate("Events", "replaced"),
        "timeout": translate("Events", "timeout"),
        "unknown": translate("Events", "unknown"),
    }
