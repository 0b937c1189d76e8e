"""Whom the viewer chose leads, before who talks."""

from hypothesis import given
from hypothesis import strategies as st

from lianmai.core.stage.layout import alone
from lianmai.core.stage.lead import Choice
from lianmai.core.stage.registry import layout_named, layouts
from lianmai.core.stage.request import StageRequest

people = st.sampled_from(["anna", "bo", "chen"])
acts = st.lists(st.tuples(st.sampled_from(["pin", "alone", "tap"]), people), max_size=12)


def chosen_by(taken: list[tuple[str, str]]) -> Choice[str]:
    choice = Choice[str]()
    for act, who in taken:
        if act == "pin":
            choice = choice.toggle_pin(who)
        elif act == "alone":
            choice = choice.toggle_alone(who)
        else:
            choice = choice.tap(who, leads=choice.focus(None) == who)
    return choice


@given(acts)
def test_at_most_one_is_chosen(taken: list[tuple[str, str]]) -> None:
    choice = chosen_by(taken)
    assert len([it for it in (choice.pinned, choice.alone, choice.tapped) if it]) <= 1


@given(acts, people)
def test_doing_it_twice_takes_it_back(taken: list[tuple[str, str]], who: str) -> None:
    choice = chosen_by(taken)
    for toggled in (choice.toggle_pin(who), choice.toggle_alone(who)):
        assert toggled.chosen in (who, None)
    assert Choice[str]().toggle_pin(who).toggle_pin(who) == Choice()
    assert Choice[str]().toggle_alone(who).toggle_alone(who) == Choice()
    assert Choice[str]().tap(who, leads=False).tap(who, leads=True) == Choice()


@given(acts)
def test_the_talker_leads_when_nobody_is_chosen(taken: list[tuple[str, str]]) -> None:
    choice = chosen_by(taken)
    assert choice.focus("dora") == (choice.chosen or "dora")


@given(acts)
def test_who_leaves_is_no_longer_chosen(taken: list[tuple[str, str]]) -> None:
    choice = chosen_by(taken)
    assert choice.among({"anna", "bo", "chen"}) == choice
    assert choice.among(set()) == Choice()


@given(st.sampled_from(list(layouts())), st.integers(2, 6), st.data())
def test_only_layouts_with_a_lead_mind_the_focus(
    name: str, count: int, data: st.DataObject
) -> None:
    layout = layout_named(name)
    focus = data.draw(st.integers(0, count - 1))
    usual = layout.arrange(StageRequest(count, 1280, 720))
    focused = layout.arrange(StageRequest(count, 1280, 720, focus=focus))
    assert layout.has_lead or usual == focused


def test_one_alone_has_the_whole_stage() -> None:
    arrangement = alone(StageRequest(4, 640, 360), 2)
    (placement,) = arrangement.placements
    assert (placement.index, placement.rect.area) == (2, 640 * 360)
    assert arrangement.hidden == (0, 1, 3)
