"""Finds the largest tiles that all fit: how many columns, how large a cell.

Rule: pure arithmetic; pictures keep 16:9 with at most 7 % cropped, and nothing scrolls.
"""

import math
from dataclasses import dataclass

MOST_CROPPED = 0.07
DENSE_BELOW = 130
TINY_BELOW = 95
"""Narrower cells have a lower name plate and shorter words."""
MOST_LARGE, MOST_IN_TENS = 64, 100
LARGEST_PICTURE_WIDTH = 480
"""A few sites do not get pictures larger than what they send is good for."""


@dataclass(frozen=True, slots=True)
class Fit:
    """A grid of equal cells in logical pixels."""

    columns: int
    rows: int
    cell_width: int
    cell_height: int
    gap: int

    @property
    def width(self) -> int:
        """Width of the whole grid."""
        return self.columns * self.cell_width + (self.columns - 1) * self.gap

    def corner(self, index: int) -> tuple[int, int]:
        """Returns the top left corner of a cell, cells counted along the rows."""
        row, column = divmod(index, self.columns)
        return column * (self.cell_width + self.gap), row * (self.cell_height + self.gap)


@dataclass(frozen=True, slots=True)
class Room:
    """The area for the grid in logical pixels."""

    width: int
    height: int
    gap: int
    plate: int
    """Height of the name plate in a roomy cell."""


def plate_height(cell_width: float, plate: int) -> int:
    """Returns the height of the name plate in a cell of this width."""
    if cell_width < TINY_BELOW:
        return min(16, plate)
    return min(20, plate) if cell_width < DENSE_BELOW else plate


def fit(count: int, room: Room) -> Fit:
    """Returns the grid with the widest pictures for `count` cells; past 64 each row is ten, so that rows count tens."""
    if MOST_LARGE < count <= MOST_IN_TENS:
        return _fit_columns(10, count, room)
    tries = (_fit_columns(columns, max(1, count), room) for columns in range(1, max(1, count) + 1))
    return max(tries, key=lambda found: (found.cell_width, -found.rows * found.columns))


def _fit_columns(columns: int, count: int, room: Room) -> Fit:
    rows = math.ceil(count / columns)
    classes = (
        (LARGEST_PICTURE_WIDTH, room.plate, room.gap),
        (DENSE_BELOW - 1, min(20, room.plate), min(6, room.gap)),
        (TINY_BELOW - 1, min(16, room.plate), 4),
    )
    cell_width, cell_height, gap = 1, 1, room.gap
    for most, plate, gap in classes:
        widest = min((room.width - (columns - 1) * gap) / columns, most)
        highest = (room.height - (rows - 1) * gap) / rows
        cell_width = int(min(widest, (highest - plate) * 16 / 9 * (1 + MOST_CROPPED / 2)))
        cell_height = int(min(highest, cell_width * 9 / 16 + plate))
        if plate_height(cell_width, room.plate) == plate:
            break
    return Fit(columns, rows, max(1, cell_width), max(1, cell_height), gap)
