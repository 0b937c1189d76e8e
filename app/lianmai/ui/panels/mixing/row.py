"""One mix task as the window shows it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from lianmai.core.journal import Entry
from lianmai.core.mix.problems import MixCode
from lianmai.ui.words import translate, translated

_MOST_PROBLEMS = 20


@dataclass(frozen=True)
class MixRow:
    """How the task *key* fares.

    *code* is that of its newest state, 0 before the first; *target* has no query. *members* are
    those who are not well, with the reason; *problems* what of the task cannot be had.
    """

    key: str
    follows_stage: bool = False
    code: int = 0
    target: str = ""
    reason: str = ""
    fps: float = 0.0
    kbps: float = 0.0
    members: Mapping[str, str] = field(default_factory=dict)
    problems: tuple[str, ...] = ()

    @property
    def is_over(self) -> bool:
        """Whether it has ended."""
        return self.code == MixCode.ENDED

    def heard(self, entry: Entry) -> MixRow:
        """Return it after *entry*, which is about it."""
        fields = entry.fields
        match entry.name:
            case "mix_state":
                code, reason = int(str(fields["code"])), str(fields["reason"])
                target = str(fields["target"])
                return replace(self, code=code, target=target, reason=translated(reason))
            case "mix_stats":
                fps, kbps = _number(fields.get("fps")), _number(fields.get("kbps"))
                return replace(self, fps=fps, kbps=kbps)
            case "mix_input":
                return replace(self, members=self._members_after(fields))
            case "mix_problem":
                problems = (*self.problems, translated(str(fields["reason"])))[-_MOST_PROBLEMS:]
                return replace(self, problems=problems)
        return self

    def state_words(self) -> str:
        """Return the state, with its number where there is one."""
        words = {
            MixCode.RUNNING: translate("Mixing", "505 running"),
            MixCode.FAILED: translate("Mixing", "506 failed, trying again"),
            MixCode.ENDED: translate("Mixing", "511 ended"),
        }
        return words[MixCode(self.code)] if self.code else translate("Mixing", "starting")

    def lines(self) -> list[str]:
        """Return everything about it, a line each."""
        head = f"{self.key}  ·  {self.state_words()}"
        if self.code == MixCode.RUNNING and self.fps:
            head += f"  ·  {self.fps:.0f} fps  ·  {self.kbps:.0f} kbit/s"
        unwell = [f"{uid}: {reason}" for uid, reason in self.members.items()]
        said = [self.target, self.reason, *unwell, *self.problems]
        return [head, *(line for line in said if line)]

    def _members_after(self, fields: Mapping[str, object]) -> dict[str, str]:
        uid, state = str(fields["uid"]), str(fields["state"])
        members = {known: reason for known, reason in self.members.items() if known != uid}
        if state in ("failed", "absent"):
            members[uid] = translated(str(fields["reason"]))
        return members


def _number(value: object) -> float:
    return float(value) if isinstance(value, int | float) else 0.0
