"""Every colour, every type size and every measure of the windows.

Rule: red is live (podium, recording) and nothing else; green is next; amber and magenta are warning and error, always
beside a shape and a word; a healthy site carries no colour. Contrast ratios (WCAG 2) are checked by a test. A colour is
one object for the whole life of the program: `contrast` changes its value, and everything that holds it follows.
"""

from dataclasses import dataclass
from functools import cache

from PySide6.QtGui import QColor, QFont

BACKGROUND = QColor("#0d1014")
PANEL = QColor("#151a20")
PLATE = QColor("#1c232b")
RAISED = QColor("#26303a")
PICTURE_EMPTY = QColor("#12171c")

LINE = QColor("#2a333d")
EDGE = QColor("#5f6f80")

TEXT = QColor("#eef2f6")
TEXT_SECOND = QColor("#c9d3dc")
DIM = QColor("#9aa7b4")
FAINT = QColor("#8592a0")
OFF = QColor("#8592a0")
"""What cannot be pressed now."""

LIVE = QColor("#d92626")
LIVE_BAND = QColor("#a81a1a")
ON_LIVE = QColor("#ffffff")
LIVE_MARK = QColor("#ff6b6b")
"""Live as a line of one pixel or a word, where the red of areas would be too dark."""
LIVE_ROW = QColor("#371417")
NEXT = QColor("#35c46f")
ON_NEXT = QColor("#06210f")
NEXT_BUTTON = QColor("#1b6a3d")
NEXT_BUTTON_SECOND = QColor("#c8ecd6")
NEXT_TEXT = QColor("#7ee2a6")
NEXT_ROW = QColor("#12311f")
WARNING = QColor("#ffb020")
ON_WARNING = QColor("#201500")
WARNING_BUTTON = QColor("#fff3da")
"""A button on the ground of a warning."""
ERROR = QColor("#e05cff")
ON_ERROR = QColor("#1d0026")
SELECT = QColor("#4aa8ff")
PRIMARY = QColor("#eef2f6")
ON_PRIMARY = QColor("#10151a")
PRIMARY_SECOND = QColor("#414c58")
ORDER = QColor("#1d2833")
ORDER_EDGE = QColor("#6f8496")
SAFE_STOP = QColor("#22415e")
HEAT_CALM = QColor("#16202a")
HEAT_GOOD = QColor("#285866")
HEAT_NO_DATA = QColor("#424a52")
METER_EMPTY = QColor("#38424d")
SHADE = QColor(8, 11, 14, 205)
STRIP = QColor(10, 13, 16, 235)
"""Under the three facts of a microphone that disagree."""
OLD_SHADE = QColor(8, 10, 13, 150)
"""Lies over a picture that is no longer the present."""
FILTERED_SHADE = QColor(13, 16, 20, 185)
"""Lies over a site that a search does not mean, while it is typed."""

FONT_FAMILY = "Inter"


@dataclass(frozen=True, slots=True)
class Measures:
    """Sizes in logical pixels that depend on the room there is."""

    compact: bool
    margin: int
    gap: int
    tile_gap: int
    bar_height: int
    banner_height: int
    plate_height: int
    row_height: int
    main_button_height: int
    button_height: int
    key_row_height: int
    title_size: int
    bar_size: int
    clock_size: int
    banner_size: int
    panel_title_size: int
    row_size: int
    label_size: int
    tile_name_size: int
    badge_size: int


WIDE = Measures(
    compact=False,
    margin=12,
    gap=8,
    tile_gap=8,
    bar_height=56,
    banner_height=50,
    plate_height=28,
    row_height=36,
    main_button_height=50,
    button_height=40,
    key_row_height=36,
    title_size=17,
    bar_size=16,
    clock_size=20,
    banner_size=16,
    panel_title_size=16,
    row_size=15,
    label_size=13,
    tile_name_size=14,
    badge_size=12,
)

COMPACT = Measures(
    compact=True,
    margin=8,
    gap=6,
    tile_gap=6,
    bar_height=44,
    banner_height=38,
    plate_height=22,
    row_height=36,
    main_button_height=44,
    button_height=36,
    key_row_height=28,
    title_size=14,
    bar_size=14,
    clock_size=17,
    banner_size=13,
    panel_title_size=13,
    row_size=13,
    label_size=12,
    tile_name_size=12,
    badge_size=12,
)


def measures_for(width: int, height: int) -> Measures:
    """Returns the measures of a window of this size in logical pixels."""
    return WIDE if width >= 1600 and height >= 900 else COMPACT


@cache
def font(pixels: int, weight: int = 400) -> QFont:
    """Returns Inter of this size with figures of one width; the same object for the same arguments."""
    made = QFont(FONT_FAMILY)
    made.setPixelSize(pixels)
    made.setWeight(QFont.Weight(weight))
    made.setFeature(QFont.Tag("tnum"), 1)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return made


def contrast(one: QColor, other: QColor) -> float:
    """Returns the WCAG 2 contrast ratio of two opaque colours, 1 to 21."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: QColor) -> float:
    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4

    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF())
