"""What the stage adds to how a tile looks, and what it leaves out."""

from __future__ import annotations

from dataclasses import replace

from lianmai.core.messages import StreamId
from lianmai.ui.stage.look import Look, Mark
from lianmai.ui.stage.stage_plan import StagePlan
from lianmai.ui.words import translate


class StageDress:
    """Marks, page and cut as *plan* has them; *is_calm* leaves out what is wrong."""

    def __init__(self, plan: StagePlan) -> None:
        self.is_calm = False
        self.shows_names = True
        self._plan = plan

    def on_stage(self, stream_id: StreamId, look: Look) -> Look:
        """Return how *stream_id* looks on the stage."""
        if self.is_calm:
            look = look.calmed()
        return replace(
            look,
            fills=look.fills or self._plan.covers(stream_id),
            mark=self._mark(stream_id),
            page=self._page(),
            has_plate=self.shows_names,
        )

    def _mark(self, stream_id: StreamId) -> Mark:
        choice = self._plan.choice
        if stream_id == choice.pinned:
            return "pinned"
        return "alone" if stream_id == choice.alone else ""

    def _page(self) -> str:
        plan = self._plan
        if plan.page_count == 1:
            return ""
        text = translate("Pager", "Page {page} of {count}")
        return text.format(page=plan.page + 1, count=plan.page_count)
