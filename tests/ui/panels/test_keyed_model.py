from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPersistentModelIndex

from lianmai.ui.panels.keyed_model import KeyedModel


@dataclass(frozen=True)
class Row:
    key: int
    text: str = ""


ROWS = st.lists(
    st.builds(Row, st.integers(0, 12), st.sampled_from("ab")), unique_by=lambda r: r.key
)


@given(ROWS, ROWS)
def test_views_hear_exactly_the_difference(before: list[Row], after: list[Row]) -> None:
    model = KeyedModel[Row]()
    model.show(before)
    held = {row.key: QPersistentModelIndex(model.index(i, 0)) for i, row in enumerate(before)}
    changed: set[int] = set()
    model.dataChanged.connect(lambda a, b, _: changed.update(range(a.row(), b.row() + 1)))
    model.show(after)

    assert model.rows == after
    left = {row.key: row for row in after}
    for key, index in held.items():
        assert (model.row_at(index) if index.isValid() else None) == left.get(key)
    old = {row.key: row for row in before}
    assert changed == {i for i, row in enumerate(after) if old.get(row.key, row) != row}
