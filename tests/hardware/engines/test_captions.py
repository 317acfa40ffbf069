"""Words in the program picture: every Vietnamese letter is drawn, nothing is drawn twice."""

import unicodedata
from itertools import product
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from hardware.engines.embedded.captions import PLATE_COLOUR, TEXT_COLOUR, Captions, FontMissing, one_line, timer_text
from hardware.engines.embedded.yuv import yuv_of

FONTS = Path(__file__).parents[3] / "resources" / "fonts"
VOWELS = "aăâeêioôơuưy"
TONES = ("", "\u0300", "\u0301", "\u0309", "\u0303", "\u0323")
LETTERS = sorted(
    {
        case(unicodedata.normalize("NFC", vowel + tone))
        for vowel, tone in product(VOWELS, TONES)
        for case in (str.lower, str.upper)
    }
    | {"đ", "Đ"}
)


@pytest.fixture(scope="module")
def captions() -> Captions:
    return Captions(FONTS)


def test_the_alphabet_is_whole() -> None:
    assert len(LETTERS) == 12 * 6 * 2 + 2
    assert all(len(letter) == 1 for letter in LETTERS)


@pytest.mark.parametrize("font_file", sorted(FONTS.glob("Inter-*.otf")), ids=lambda path: path.stem)
def test_every_vietnamese_letter_has_a_picture_of_its_own(font_file: Path) -> None:
    font = ImageFont.truetype(str(font_file), 48)
    missing = drawn(font, "\U000f1234")
    pictures = {letter: drawn(font, letter) for letter in LETTERS}
    assert all(any(picture) and picture != missing for picture in pictures.values())
    assert len(set(pictures.values())) == len(LETTERS)


def drawn(font: ImageFont.FreeTypeFont, letter: str) -> bytes:
    image = Image.new("L", (96, 96))
    ImageDraw.Draw(image).text((16, 16), letter, font=font, fill=255)
    return image.tobytes()


def test_a_decomposed_name_is_drawn_like_a_composed_one(captions: Captions) -> None:
    name = "Điểm cầu xã Krông Năng, huyện Ea H'leo"
    split = captions.name_plate(unicodedata.normalize("NFD", name), 60, 896)
    whole = captions.name_plate(unicodedata.normalize("NFC", name), 60, 896)
    assert np.array_equal(split.luma, whole.luma)


def test_a_plate_has_its_colours_and_fits(captions: Captions) -> None:
    plate = captions.name_plate("Phường Buôn Hồ", 60, 896)
    assert plate.luma[0, 0] == yuv_of(PLATE_COLOUR)[0]
    assert plate.luma.max() == yuv_of(TEXT_COLOUR)[0]
    assert plate.width < 600
    assert not plate.width & 1
    assert captions.name_plate("Ủy ban nhân dân " * 12, 60, 896).width <= 896


def test_a_drawing_is_kept_until_its_text_changes(captions: Captions) -> None:
    first = captions.name_plate("Xã Cư M'gar", 60, 896)
    assert captions.name_plate("Xã Cư M'gar", 60, 896) is first
    assert captions.name_plate("Xã Cư Kuin", 60, 896) is not first


def test_running_digits_do_not_move_the_plate(captions: Captions) -> None:
    widths = {captions.timer_plate(timer_text(second, 600), 60, TEXT_COLOUR).width for second in range(60, 120)}
    assert len(widths) == 1


def test_a_slate_is_a_whole_picture(captions: Captions) -> None:
    slate = captions.slate("Đang chờ tín hiệu", 638, 358)
    assert (slate.width, slate.height) == (638, 358)
    assert slate.luma.max() > slate.luma.min() + 50


@pytest.mark.parametrize(
    ("elapsed", "limit", "text"),
    [
        (0, None, "0:00"),
        (67, None, "1:07"),
        (599, 600, "9:59 / 10:00"),
        (3725, None, "1:02:05"),
        (-4, 60, "0:00 / 1:00"),
    ],
)
def test_timer(elapsed: int, limit: int | None, text: str) -> None:
    assert timer_text(elapsed, limit) == text


def test_lines_and_control_signs_are_taken_out() -> None:
    assert one_line("Xã\tEa\u200b Kao\r\n ") == "Xã Ea Kao"


def test_a_missing_font_is_told_in_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(FontMissing, match="install the program again"):
        Captions(tmp_path)
