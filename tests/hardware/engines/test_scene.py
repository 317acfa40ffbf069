"""Layouts as rectangles, and when a new picture replaces the old one."""

import pytest

from console.engine_port import SetProgram
from console.words import Layout
from hardware.engines.embedded.scene import (
    PATIENCE_SECONDS,
    PROGRAM_HEIGHT,
    PROGRAM_WIDTH,
    SceneSwitch,
    SourceState,
    program_scene,
    return_scene,
    shrunk,
)

SLOTS = tuple(f"s{number:03}" for number in range(1, 12))
COUNTS = {
    Layout.MAIN_ENDPOINT: 1,
    Layout.PODIUM: 1,
    Layout.PODIUM_BESIDE_MAIN: 2,
    Layout.GRID_2X2: 4,
    Layout.GRID_3X3: 9,
}


def wanted(layout: Layout, *slots: str, epoch: int = 1) -> SetProgram:
    return SetProgram(epoch=epoch, layout=layout, slots=slots)


@pytest.mark.parametrize("layout", Layout)
def test_cells_are_even_inside_and_apart(layout: Layout) -> None:
    cells = program_scene(wanted(layout, *SLOTS)).cells
    assert [cell.site for cell in cells] == list(SLOTS[: COUNTS[layout]])
    painted = set()
    for cell in cells:
        assert not (cell.x | cell.y | cell.width | cell.height) & 1
        assert cell.x + cell.width <= PROGRAM_WIDTH
        assert cell.y + cell.height <= PROGRAM_HEIGHT
        assert abs(cell.width / cell.height - 16 / 9) < 0.04
        area = {(x, y) for x in range(cell.x, cell.x + cell.width, 2) for y in range(cell.y, cell.y + cell.height, 2)}
        assert not area & painted
        painted |= area


def test_reading_order() -> None:
    cells = program_scene(wanted(Layout.GRID_2X2, *SLOTS)).cells
    assert [(cell.x > 0, cell.y > 0) for cell in cells] == [(False, False), (True, False), (False, True), (True, True)]


def test_the_old_picture_stays_until_the_new_one_has_its_size() -> None:
    switch = SceneSwitch()
    first, second = program_scene(wanted(Layout.PODIUM, "a")), program_scene(wanted(Layout.PODIUM, "b", epoch=2))
    switch.want(first, 0.0)
    assert switch.step({}, 0.0)
    switch.want(second, 10.0)
    assert not switch.step({}, 10.1)
    assert not switch.step({"b": SourceState(320, 10.1)}, 10.2)
    assert switch.shown is first
    assert switch.step({"b": SourceState(1280, 10.25)}, 10.3)
    assert switch.shown is second
    assert not switch.step({"b": SourceState(1280, 10.25)}, 10.4)


def test_patience_ends() -> None:
    switch = SceneSwitch()
    switch.want(program_scene(wanted(Layout.PODIUM, "a")), 0.0)
    switch.step({}, 0.0)
    switch.want(program_scene(wanted(Layout.PODIUM, "b", epoch=2)), 5.0)
    assert not switch.step({"b": SourceState(320, 5.9)}, 5.0 + PATIENCE_SECONDS - 0.01)
    assert switch.step({"b": SourceState(320, 5.9)}, 5.0 + PATIENCE_SECONDS)


def test_sites_that_are_shown_already_are_not_waited_for() -> None:
    switch = SceneSwitch()
    switch.want(program_scene(wanted(Layout.GRID_2X2, "a", "b")), 0.0)
    switch.step({}, 0.0)
    switch.want(program_scene(wanted(Layout.GRID_2X2, "a", "b", epoch=2)), 1.0)
    assert switch.step({}, 1.0)
    switch.want(program_scene(wanted(Layout.PODIUM, "a", epoch=3)), 2.0)
    assert not switch.step({"a": SourceState(640, 2.0)}, 2.0)


def test_the_return_feed_needs_a_podium_and_somebody_else() -> None:
    verb = wanted(Layout.PODIUM, "a")
    assert return_scene(verb) is None
    with_return = SetProgram(epoch=1, layout=Layout.PODIUM, slots=("a",), podium_site="a", return_site="main")
    scene = return_scene(with_return)
    assert scene is not None
    assert scene.sites == ("main",)
    itself = SetProgram(epoch=1, layout=Layout.PODIUM, slots=("main",), podium_site="main", return_site="main")
    assert return_scene(itself) is None


@pytest.mark.parametrize("layout", Layout)
def test_a_small_program_shows_the_same_in_half_the_size(layout: Layout) -> None:
    large = program_scene(wanted(layout, *SLOTS))
    small = shrunk(large, 2)
    assert shrunk(large, 1) == large
    assert (small.width, small.height, small.sites) == (640, 360, large.sites)
    for cell, was in zip(small.cells, large.cells, strict=True):
        assert cell.least_width == was.least_width
        assert cell.width % 2 == cell.height % 2 == cell.x % 2 == cell.y % 2 == 0
        assert cell.x + cell.width <= 640
        assert cell.y + cell.height <= 360
