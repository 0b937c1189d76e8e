"""How structs with secrets in them print: in full, the secrets aside."""

from __future__ import annotations

from msgspec import Struct

from lianmai.core.redact import redact

_SECRETS = frozenset({"token", "session"})


def discreet_repr(struct: Struct) -> str:
    """Return what ``repr(struct)`` would be, with tokens, sessions and keys in URLs hidden.

    Messages end up in logs, in the journal and on screens; secrets must not.
    """
    parts = [f"{name}={_shown(name, getattr(struct, name))}" for name in struct.__struct_fields__]
    return f"{type(struct).__name__}({', '.join(parts)})"


def _shown(name: str, value: object) -> str:
    return "'***'" if name in _SECRETS and value else redact(repr(value))
