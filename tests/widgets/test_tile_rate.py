"""The bit rate on a tile stays while it only sways, and follows what really changes."""

import pytest

from widgets.tiles.tile_face import steady_rate


@pytest.mark.parametrize("sway", [70, 85, 100, 115, 130])
def test_a_rate_that_sways_is_shown_as_it_was(sway: int) -> None:
    assert steady_rate(100, sway) == 100


@pytest.mark.parametrize(("shown", "measured"), [(100, 20), (100, 480), (1800, 1100), (None, 90), (90, None)])
def test_a_rate_that_is_another_is_shown(shown: int | None, measured: int | None) -> None:
    assert steady_rate(shown, measured) == measured
