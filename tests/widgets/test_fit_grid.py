"""The largest tiles that all fit, nothing cropped beyond 7 %."""

import pytest

from widgets.drawing.fit_grid import Room, fit, plate_height
from widgets.rows.site_cells import cells_after

WIDE, COMPACT = Room(1284, 891, 8, 28), Room(852, 624, 6, 22)


@pytest.mark.parametrize(("count", "columns"), [(1, 1), (4, 2), (36, 6), (64, 8), (65, 10), (81, 10), (100, 10)])
def test_columns(count: int, columns: int) -> None:
    assert fit(count, WIDE).columns == columns


@pytest.mark.parametrize("room", [WIDE, COMPACT])
@pytest.mark.parametrize("count", [1, 2, 5, 12, 36, 37, 64, 65, 80, 100, 137, 200])
def test_everything_fits_and_keeps_its_shape(count: int, room: Room) -> None:
    found = fit(count, room)
    assert found.width <= room.width
    assert found.rows * found.cell_height + (found.rows - 1) * found.gap <= room.height
    assert found.columns * found.rows >= count
    picture_height = found.cell_height - plate_height(found.cell_width, room.plate)
    assert 1 / 1.07 <= found.cell_width / picture_height / (16 / 9) <= 1.07


def test_36_tiles_have_the_size_of_the_reference_picture() -> None:
    assert (fit(36, WIDE).cell_width, fit(36, WIDE).cell_height) == (207, 141)
    assert (fit(36, COMPACT).cell_width, fit(36, COMPACT).cell_height) == (137, 99)


def test_a_site_keeps_its_cell_during_a_session() -> None:
    cells = cells_after({}, ("a", "b", "d"), keep=False)
    assert cells_after(cells, ("a", "b", "c", "d"), keep=True) == {"a": 0, "b": 1, "d": 2, "c": 3}
    assert cells_after(cells, ("a", "d"), keep=True) == {"a": 0, "d": 2}
    assert cells_after(cells, ("a", "b", "c", "d"), keep=False) == {"a": 0, "b": 1, "c": 2, "d": 3}
