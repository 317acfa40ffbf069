"""Draws the words of the program picture: the name plate, the speech timer, slates.

Rule: no Qt, only the bundled fonts; texts are put into Unicode normal form C first, because the fonts hold Vietnamese
letters as single signs. Every drawing is kept until its text changes, so a still plate costs nothing.
"""

import unicodedata
from functools import lru_cache
from io import BytesIO
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from hardware.engines.embedded.yuv import Planes, planes_of_rgb

Colour = tuple[int, int, int]

PLATE_COLOUR: Colour = (16, 21, 28)
TEXT_COLOUR: Colour = (242, 245, 248)
FAINT_TEXT_COLOUR: Colour = (150, 160, 172)
OVER_LIMIT_COLOUR: Colour = (255, 184, 77)
SLATE_COLOUR: Colour = (22, 27, 34)
RECORDING_COLOUR: Colour = (217, 38, 38)
RECORDING_SIGN = "REC"
"""As cameras say it in every language."""

_KEPT_DRAWINGS = 64
_SMALLEST_SHARE = 0.6
"""How far a name's letters may shrink before the name is cut with an ellipsis."""


class FontMissing(RuntimeError):
    """The bundled fonts are not where they belong."""


class Captions:
    """Draws texts with the fonts of `font_folder` (`Inter-SemiBold.otf`, `Inter-Medium.otf`)."""

    def __init__(self, font_folder: Path) -> None:
        self._folder = font_folder
        self._font = lru_cache(maxsize=_KEPT_DRAWINGS)(self._load_font)
        self.name_plate = lru_cache(maxsize=_KEPT_DRAWINGS)(self._draw_name_plate)
        self.timer_plate = lru_cache(maxsize=_KEPT_DRAWINGS)(self._draw_timer_plate)
        self.slate = lru_cache(maxsize=_KEPT_DRAWINGS)(self._draw_slate)
        self.recording_mark = lru_cache(maxsize=_KEPT_DRAWINGS)(self._draw_recording_mark)
        self._font("Inter-SemiBold", 24)  # a missing font is told at start, not in the meeting

    def _load_font(self, name: str, size: int) -> ImageFont.FreeTypeFont:
        path = self._folder / f"{name}.otf"
        try:
            # By content: given a name, Pillow would quietly take a font of the system in place of a missing one.
            return ImageFont.truetype(BytesIO(path.read_bytes()), size)
        except OSError as error:
            raise FontMissing(f"the font {path} cannot be read; install the program again") from error

    def _draw_name_plate(self, text: str, height: int, most_width: int) -> Planes:
        """Returns a plate just wide enough for the name, at most `most_width` pixels."""
        padding = height // 3
        words, font = self._fit(text, "Inter-SemiBold", height * 52 // 100, most_width - 2 * padding)
        width = min(most_width, int(font.getlength(words)) + 2 * padding)
        return _drawn(words, font, width, height, TEXT_COLOUR, PLATE_COLOUR)

    def _draw_timer_plate(self, text: str, height: int, colour: Colour) -> Planes:
        """Returns a plate whose width depends on the number of signs only, so that running digits do not shake it."""
        font = self._font("Inter-Medium", height * 46 // 100)
        width = int(font.getlength("0") * len(text)) + height * 2 // 3
        return _drawn(text, font, width, height, colour, PLATE_COLOUR)

    def _draw_slate(self, text: str, width: int, height: int) -> Planes:
        """Returns a whole picture that says why there is none."""
        words, font = self._fit(text, "Inter-Medium", max(14, height // 14), width * 85 // 100)
        return _drawn(words, font, width, height, FAINT_TEXT_COLOUR, SLATE_COLOUR)

    def _draw_recording_mark(self, height: int) -> Planes:
        """Returns the red mark of a running recording: a disc and three letters."""
        font, disc = self._font("Inter-SemiBold", height * 52 // 100), height * 2 // 5
        width = int(font.getlength(RECORDING_SIGN)) + 2 * disc + height // 2 & ~1
        image = Image.new("RGB", (width, height + (height & 1)), RECORDING_COLOUR)
        draw, middle = ImageDraw.Draw(image), image.height / 2
        draw.ellipse((disc // 2, middle - disc / 2, disc // 2 + disc, middle + disc / 2), fill=TEXT_COLOUR)
        draw.text((2 * disc, middle), RECORDING_SIGN, font=font, fill=TEXT_COLOUR, anchor="lm")
        return planes_of_rgb(np.asarray(image, np.uint8))

    def _fit(self, text: str, name: str, size: int, width: int) -> tuple[str, ImageFont.FreeTypeFont]:
        words = one_line(text)
        smallest = max(8, int(size * _SMALLEST_SHARE))
        for candidate in range(size, smallest - 1, -2):
            font = self._font(name, candidate)
            if font.getlength(words) <= width:
                return words, font
        font = self._font(name, smallest)
        while words and font.getlength(words + "…") > width:
            words = words[:-1]
        return words.rstrip() + "…", font


def one_line(text: str) -> str:
    """Returns the text in normal form C, on one line, without signs that cannot be drawn."""
    composed = unicodedata.normalize("NFC", " ".join(text.split()))
    return "".join(sign for sign in composed if unicodedata.category(sign)[0] != "C")


def timer_text(elapsed_seconds: int, limit_seconds: int | None) -> str:
    """Returns `3:07` or, with a limit, `3:07 / 10:00`."""
    text = _minutes(elapsed_seconds)
    return text if limit_seconds is None else f"{text} / {_minutes(limit_seconds)}"


def _minutes(seconds: int) -> str:
    hours, rest = divmod(max(0, seconds), 3600)
    if hours:
        return f"{hours}:{rest // 60:02}:{rest % 60:02}"
    return f"{rest // 60}:{rest % 60:02}"


def _drawn(text: str, font: ImageFont.FreeTypeFont, width: int, height: int, colour: Colour, ground: Colour) -> Planes:
    image = Image.new("RGB", (width + (width & 1), height + (height & 1)), ground)
    centre = (image.width / 2, image.height / 2)
    ImageDraw.Draw(image).text(centre, text, font=font, fill=colour, anchor="mm")
    return planes_of_rgb(np.asarray(image, np.uint8))
