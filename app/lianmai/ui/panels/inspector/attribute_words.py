"""What the form says about attributes, besides their names."""

from __future__ import annotations

from textwrap import fill

from lianmai.core.components.tables import AttributeInfo
from lianmai.ui.words import translate

_TIP_CHARACTERS = 60


def group_title(group: str) -> str:
    """Return the heading of a group of attributes."""
    titles = {
        "picture": translate("Attributes", "Picture"),
        "effects": translate("Attributes", "Effects"),
        "bitrate": translate("Attributes", "Bitrate"),
        "buffer": translate("Attributes", "Buffer"),
        "sound": translate("Attributes", "Sound"),
        "background": translate("Attributes", "Background"),
        "device": translate("Attributes", "Device"),
        "connection": translate("Attributes", "Connection"),
        "page": translate("Attributes", "Page"),
    }
    return titles[group]


def tip(info: AttributeInfo) -> str:
    """Return meaning, default and range of an attribute, in lines short enough for a tool tip."""
    default = "–" if info.default == "" else _written(info.default)
    facts = [translate("Attributes", "Default: {value}").format(value=f"{default} {info.unit}")]
    if info.kind in ("int", "float"):
        span = translate("Attributes", "Range: {low} to {high}")
        facts.append(span.format(low=f"{info.low:g}", high=f"{info.high:g}"))
    if info.by_mode:
        facts.append(translate("Attributes", "Until it is set, the mode decides."))
    if info.effect == "start":
        facts.append(acts_later())
    lines = [info.name, fill(info.meaning, _TIP_CHARACTERS), *map(str.strip, facts)]
    return "\n".join([*lines, fill(info.note, _TIP_CHARACTERS)] if info.note else lines)


def acts_later() -> str:
    """Return what is said of attributes that need another start."""
    return translate("Attributes", "Acts when publishing or playing starts the next time.")


def _written(value: object) -> str:
    """Return *value* as a page writes it."""
    return str(value).lower() if isinstance(value, bool) else str(value)
