"""What the form says about attributes, besides their names."""

from __future__ import annotations

from textwrap import fill

from lianmai.core.components.tables import AttributeInfo
from lianmai.ui.words import translate, translated

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
    facts = [_default(info)]
    if info.kind in ("int", "float"):
        facts.append(_range(info))
    if info.by_mode:
        facts.append(translate("Attributes", "Until it is set, the mode decides."))
    if info.effect == "start":
        facts.append(acts_later())
    if info.min_version:
        since = translate("Attributes", "Base library: {version}")
        facts.append(since.format(version=info.min_version))
    lines = [info.name, translated(info.meaning), *facts, translated(info.note)]
    return "\n".join(fill(line, _TIP_CHARACTERS) for line in lines if line)


def _default(info: AttributeInfo) -> str:
    value = (
        "–" if info.default == "" else f"{_written(info.default)} {translated(info.unit)}".strip()
    )
    return translate("Attributes", "Default: {value}").format(value=value)


def _range(info: AttributeInfo) -> str:
    if info.limits == "phone":
        span = translate("Attributes", "Range: {low} to {high}")
    else:
        span = translate("Attributes", "Range: {low} to {high}, ours: none is documented")
    return span.format(low=f"{info.low:g}", high=f"{info.high:g}")


def acts_later() -> str:
    """Return what is said of attributes that need another start."""
    return translate("Attributes", "Acts when publishing or playing starts the next time.")


def _written(value: object) -> str:
    """Return *value* as a page writes it."""
    return str(value).lower() if isinstance(value, bool) else str(value)
