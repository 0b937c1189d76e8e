"""Effects seen in the pixels."""

from typing import Any

import av
import numpy as np
import pytest

from lianmai.core.components.attributes import PusherAttributes
from lianmai.media.capturing.effects.filter_chain import FilterChain
from lianmai.media.capturing.effects.looks import LOOKS, picture_filters
from lianmai.media.picture.planes import BLACK_LUMA, NEUTRAL_CHROMA, blank, planes_of


def skin() -> av.VideoFrame:
    """Return two grainy fields of a skin's colour, the right one lighter."""
    frame = blank(160, 120)
    luma, blue, red = planes_of(frame)
    grain = np.random.default_rng(1).integers(-8, 9, luma.shape)
    luma[:] = np.where(np.arange(160) < 80, 90, 160) + grain
    blue[:], red[:] = 112, 150
    return frame


def shown(frame: av.VideoFrame, **attributes: Any) -> list[np.ndarray[Any, Any]]:
    """Return the planes of *frame* with the effects of *attributes*."""
    chain = FilterChain(*picture_filters(PusherAttributes(**attributes)))
    return [pixels.astype(float) for pixels in planes_of(chain.apply(frame))]


def grain(luma: np.ndarray[Any, Any]) -> float:
    return float(luma[20:100, 20:60].std())


def test_without_effects_the_frame_is_not_even_touched() -> None:
    frame = skin()
    assert FilterChain(*picture_filters(PusherAttributes())).apply(frame) is frame


@pytest.mark.parametrize("style", ["smooth", "nature"])
def test_more_beauty_is_smoother_skin_between_edges_that_stay(style: str) -> None:
    levels = [shown(skin(), beauty=beauty, beauty_style=style)[0] for beauty in range(10)]
    grains = [grain(luma) for luma in levels]
    assert grains == sorted(grains, reverse=True)
    assert grains[9] < grains[0] / 2
    for luma in levels:
        assert luma[:, 120:].mean() - luma[:, :40].mean() == pytest.approx(70, abs=3)
        assert luma[:, 82].mean() - luma[:, 77].mean() > 50


def test_nature_leaves_more_of_the_grain() -> None:
    smooth, nature = (shown(skin(), beauty=5, beauty_style=it)[0] for it in ("smooth", "nature"))
    assert grain(nature) > 1.5 * grain(smooth)


def test_more_whiteness_is_lighter_and_paler_while_black_stays_black() -> None:
    planes = [shown(skin(), whiteness=whiteness) for whiteness in range(10)]
    lightness = [luma.mean() for luma, _, _ in planes]
    redness = [red.mean() - NEUTRAL_CHROMA for _, _, red in planes]
    assert lightness == sorted(lightness)
    assert lightness[9] > lightness[0] + 25
    assert redness == sorted(redness, reverse=True)
    assert (shown(blank(160, 120), whiteness=9)[0] == BLACK_LUMA).all()


def test_the_second_engine_counts_only_when_it_is_on() -> None:
    assert picture_filters(PusherAttributes(skin_smoothness=1.0, skin_whiteness=1.0)) == ()
    both = shown(skin(), custom_effect=True, skin_smoothness=1.0, skin_whiteness=1.0)
    plain = shown(skin())
    assert grain(both[0]) < grain(plain[0]) / 2
    assert both[0].mean() > plain[0].mean() + 25


def test_shapes_of_face_and_eyes_change_nothing() -> None:
    shapes = PusherAttributes(custom_effect=True, face_thinness=1.0, eye_bigness=1.0)
    assert picture_filters(shapes) == ()


def test_every_filter_looks_different() -> None:
    means = {
        name: np.array([plane.mean() for plane in shown(skin(), filter=name)]) for name in LOOKS
    }
    assert len(means) == 11
    assert picture_filters(PusherAttributes(filter="standard")) == ()
    for name, mean in means.items():
        others = [float(np.abs(mean - it).max()) for other, it in means.items() if other != name]
        assert min(others) >= 2, name


def test_warm_filters_are_warm_and_cold_ones_cold() -> None:
    def warmth(name: str) -> float:
        _, blue, red = shown(blank(160, 120, 120), filter=name)
        return float(red.mean() - blue.mean())

    assert min(warmth(name) for name in ("pink", "nostalgia", "cerisered")) > 5
    assert max(warmth(name) for name in ("blues", "cool", "fresher")) < -4


def test_a_frame_that_is_still_needed_keeps_its_pixels() -> None:
    frame, same = skin(), skin()
    shown(frame, beauty=9, whiteness=9, filter="pink")
    for pixels, before in zip(planes_of(frame), planes_of(same), strict=True):
        assert (pixels == before).all()


def test_a_chain_follows_changes_of_size_and_filters() -> None:
    chain = FilterChain(("hflip", ""))
    assert planes_of(chain.apply(skin()))[0][:, :40].mean() > 140
    chain.filters = ()
    assert planes_of(chain.apply(skin()))[0][:, :40].mean() < 100
    chain.filters = (("hflip", ""),)
    assert chain.apply(blank(64, 64)).width == 64
