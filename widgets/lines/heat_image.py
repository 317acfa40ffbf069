"""The picture of the heat map: one pixel column for each stretch of time, one row or more for each site.

Rule: only what changed is coloured anew. The worst value wins: of a pixel's time, and of the sites that share a row of
pixels when there are more sites than rows; a fault never vanishes between two pixels.
"""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage

from console.rules import QualityRules
from widgets.drawing import theme
from widgets.lines.history_grid import Single

GOOD_STEPS = 16
"""Shades under one percent."""
NO_DATA = GOOD_STEPS
WARNING = GOOD_STEPS + 1
ERROR = GOOD_STEPS + 2
OUTSIDE = GOOD_STEPS + 3
"""Before the meeting and in the future: nothing was to be measured."""

Codes = NDArray[np.uint8]


def _colours() -> NDArray[np.uint32]:
    def mixed(share: float) -> int:
        calm, good = theme.HEAT_CALM, theme.HEAT_GOOD
        red, green, blue = (
            round(one + (other - one) * share)
            for one, other in ((calm.red(), good.red()), (calm.green(), good.green()), (calm.blue(), good.blue()))
        )
        return 0xFF000000 | red << 16 | green << 8 | blue

    good = [mixed(step / (GOOD_STEPS - 1)) for step in range(GOOD_STEPS)]
    others = (theme.HEAT_NO_DATA, theme.WARNING, theme.ERROR, theme.PANEL)
    return np.array([*good, *(colour.rgb() for colour in others)], dtype=np.uint32)


def codes_of(loss: Single, rules: QualityRules) -> Codes:
    """Returns the colour code of every loss in percent; NaN is no data."""
    codes = np.full(loss.shape, NO_DATA, dtype=np.uint8)
    good = loss < rules.loss_warning_percent
    codes[good] = (np.maximum(loss[good], 0) * (GOOD_STEPS - 1) / rules.loss_warning_percent + 0.5).astype(np.uint8)
    codes[loss >= rules.loss_warning_percent] = WARNING
    codes[loss >= rules.loss_error_percent] = ERROR
    return codes


class HeatImage:
    """Pixels of the map in physical size; `image` may be drawn as it is."""

    def __init__(self, sites: int, width: int, height: int) -> None:
        self.sites, self.width, self.height = sites, max(1, width), max(1, height)
        self._colours = _colours()
        self._pixels = np.full((self.height, self.width), self._colours[OUTSIDE], dtype=np.uint32)
        self.image = QImage(
            self._pixels.data.cast("B"), self.width, self.height, self.width * 4, QImage.Format.Format_RGB32
        )
        self.painted_columns = 0
        """How many columns were coloured so far."""
        tops = np.arange(sites + 1) * self.height // max(1, sites)
        self._site_of_row = np.searchsorted(tops, np.arange(self.height), side="right") - 1
        self._first_site_of_row = np.arange(self.height) * sites // self.height

    def row_of(self, y: float) -> int:
        """Returns which site (counted from 0) is painted at a physical row."""
        return min(max(int(y * self.sites / self.height), 0), max(0, self.sites - 1))

    def put(self, first: int, codes: Codes) -> None:
        """Colours columns from `first` on: `codes` is (site, column)."""
        if not self.sites or not codes.shape[1]:
            return
        self._pixels[:, first : first + codes.shape[1]] = self._colours[self._by_rows(codes)]
        self.painted_columns += codes.shape[1]

    def scroll(self, columns: int) -> None:
        """Moves everything to the left; the right end keeps what it showed until it is coloured."""
        if 0 < columns < self.width:
            self._pixels[:, :-columns] = self._pixels[:, columns:].copy()

    def _by_rows(self, codes: Codes) -> Codes:
        if self.sites <= self.height:
            return codes[self._site_of_row]
        return np.maximum.reduceat(codes, self._first_site_of_row, axis=0)
