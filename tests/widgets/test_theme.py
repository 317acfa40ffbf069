"""Contrast and letters: what people can read anywhere."""

import pytest
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontInfo, QFontMetrics, QRawFont
from PySide6.QtWidgets import QApplication

from widgets.drawing import theme
from widgets.drawing.icons import Icon
from widgets.tiles.tile_painter import INKS, Tone

VIETNAMESE = (
    "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ"
    "AÀẢÃÁẠĂẰẲẴẮẶÂẦẨẪẤẬBCDĐEÈẺẼÉẸÊỀỂỄẾỆGHIÌỈĨÍỊKLMNOÒỎÕÓỌÔỒỔỖỐỘƠỜỞỠỚỢPQRSTUÙỦŨÚỤƯỪỬỮỨỰVXYỲỶỸÝỴ0123456789·—–“”…←↑→↓"
)


@pytest.mark.parametrize("weight", [400, 500, 600, 700])
def test_the_bundled_face_has_every_vietnamese_letter(dressed: QApplication, weight: int) -> None:
    face = theme.font(14, weight)
    assert QFontInfo(face).family().startswith("Inter")
    raw = QRawFont.fromFont(face, QFontDatabase.WritingSystem.Any)
    assert [letter for letter in VIETNAMESE if not raw.supportsCharacter(ord(letter))] == []


def test_figures_have_one_width(dressed: QApplication) -> None:
    metrics = QFontMetrics(theme.font(20, 600))
    assert len({metrics.horizontalAdvance(figure) for figure in "0123456789"}) == 1


@pytest.mark.parametrize("tone", list(Tone))
def test_words_on_badges_are_readable(tone: Tone) -> None:
    ground, ink = INKS[tone]
    solid = QColor(ground.red(), ground.green(), ground.blue())
    assert theme.contrast(solid, ink) >= 4.5


@pytest.mark.parametrize(
    ("ink", "ground", "least"),
    [
        (theme.TEXT, theme.PANEL, 4.5),
        (theme.DIM, theme.PANEL, 4.5),
        (theme.FAINT, theme.BACKGROUND, 4.5),
        (theme.ON_LIVE, theme.LIVE_BAND, 4.5),
        (theme.NEXT_TEXT, theme.PANEL, 4.5),
        (theme.ON_LIVE, theme.NEXT_BUTTON, 4.5),
        (theme.EDGE, theme.PANEL, 3.0),
        (theme.LIVE, theme.BACKGROUND, 3.0),
        (theme.SELECT, theme.BACKGROUND, 3.0),
    ],
)
def test_contrast(ink: QColor, ground: QColor, least: float) -> None:
    assert theme.contrast(ink, ground) >= least


def test_the_same_font_is_the_same_object(dressed: QApplication) -> None:
    assert theme.font(14, 600) is theme.font(14, 600)
    assert isinstance(theme.font(14), QFont)


def test_no_two_signs_are_drawn_alike() -> None:
    assert len({icon.value for icon in Icon}) == len(Icon)
