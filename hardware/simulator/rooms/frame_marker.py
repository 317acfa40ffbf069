"""The machine-readable row on a drawn room's wall: which site drew the picture, and its how-manieth picture it is.

Rule: a reader needs no threshold and no knowledge of brightness. Every bit is a pair of cells, one above the other, of
which exactly one is white; a pair without clear difference means "no marker here". So the row survives scaling down to
236x133, H.264 at 100 kbit/s and any composition, and is never seen where it is not.

Bits, left to right: 1, 0 (fixed), site number (10), picture counter (16), check sum (4).
"""

from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

Picture = NDArray[np.uint8]

SITE_BITS: Final = 10
COUNTER_BITS: Final = 16
CHECK_BITS: Final = 4
BIT_COUNT: Final = 2 + SITE_BITS + COUNTER_BITS + CHECK_BITS
COUNTER_MODULUS: Final = 1 << COUNTER_BITS

# Where the row stands, in shares of the picture's width and height: columns of 8 pixels at 320x180.
LEFT: Final = 32 / 320
RIGHT: Final = 288 / 320
TOP: Final = 32 / 180
MIDDLE: Final = 38 / 180
BOTTOM: Final = 44 / 180

DARK: Final = 44
BRIGHT: Final = 196
LEAST_DIFFERENCE: Final = 60


class Marker(NamedTuple):
    """What a picture says about itself; `counter` runs modulo 65536."""

    site_number: int
    counter: int


def marker_bits(site_number: int, counter: int) -> NDArray[np.bool_]:
    """Returns the 32 bits of a marker.

    Raises ValueError when `site_number` does not fit into 10 bits.
    """
    if not 0 <= site_number < 1 << SITE_BITS:
        raise ValueError(f"site number {site_number} does not fit the marker (0 to {(1 << SITE_BITS) - 1})")
    counter %= COUNTER_MODULUS
    word = 0b10 << (BIT_COUNT - 2)
    word |= site_number << (COUNTER_BITS + CHECK_BITS)
    word |= counter << CHECK_BITS
    word |= check_sum(site_number, counter)
    return np.array([word >> shift & 1 for shift in range(BIT_COUNT - 1, -1, -1)], dtype=np.bool_)


def check_sum(site_number: int, counter: int) -> int:
    """Returns four bits that change with every single bit of both numbers."""
    word = site_number << COUNTER_BITS | counter
    folded = 5
    while word:
        folded ^= word & 0xF
        word >>= 4
    return folded


def draw_marker(luma: Picture, site_number: int, counter: int) -> None:
    """Draws the marker into a luma plane (height, width) of any size from 236x133 up."""
    height, width = luma.shape
    edges = cell_edges(width)
    upper = np.where(marker_bits(site_number, counter), BRIGHT, DARK).astype(np.uint8)
    row = np.repeat(upper, np.diff(edges))
    top, middle, bottom = (round(share * height) for share in (TOP, MIDDLE, BOTTOM))
    luma[top:middle, edges[0] : edges[-1]] = row
    luma[middle:bottom, edges[0] : edges[-1]] = DARK + BRIGHT - row


def cell_edges(width: int) -> NDArray[np.int64]:
    """Returns the 33 left edges (the last is a right one) of the cells in a picture of `width` pixels."""
    return np.rint(np.linspace(LEFT * width, RIGHT * width, BIT_COUNT + 1)).astype(np.int64)


def read_marker(picture: Picture) -> Marker | None:
    """Reads the marker of a picture that shows one room in full.

    `picture` is a luma plane (height, width) or an image (height, width, 3 or 4) in any channel order.
    Returns None where no marker is seen.
    """
    grey = picture if picture.ndim == 2 else picture[:, :, :3].mean(axis=2)
    height, width = grey.shape[:2]
    centres = ((np.arange(BIT_COUNT) + 0.5) / BIT_COUNT * (RIGHT - LEFT) + LEFT) * width
    upper = sample_row(grey, centres, (TOP + MIDDLE) / 2 * height)
    lower = sample_row(grey, centres, (MIDDLE + BOTTOM) / 2 * height)
    difference = upper - lower
    if np.abs(difference).min() < LEAST_DIFFERENCE:
        return None
    return marker_of_bits(difference > 0)


def sample_row(grey: NDArray[np.generic], centres: NDArray[np.float64], y: float) -> NDArray[np.float64]:
    """Returns the mean of the 2x2 pixels around each (centre, y)."""
    top = max(0, min(grey.shape[0] - 2, round(y) - 1))
    left = np.clip(np.rint(centres).astype(np.int64) - 1, 0, grey.shape[1] - 2)
    rows = grey[top : top + 2].astype(np.float64)
    return (rows[:, left] + rows[:, left + 1]).mean(axis=0) / 2


def marker_of_bits(bits: NDArray[np.bool_]) -> Marker | None:
    """Returns the marker that these 32 bits spell, None when frame or check sum are wrong."""
    word = int("".join("1" if bit else "0" for bit in bits), 2)
    counter = word >> CHECK_BITS & (COUNTER_MODULUS - 1)
    site_number = word >> (COUNTER_BITS + CHECK_BITS) & ((1 << SITE_BITS) - 1)
    right = word >> (BIT_COUNT - 2) == 0b10 and word & 0xF == check_sum(site_number, counter)
    return Marker(site_number, counter) if right else None
