"""Letters in drawn rooms: the bundled typeface, or Pillow's own where the resources are not there.

Rule: a missing typeface never stops a simulation; only accents may look poorer.
"""

import functools
from pathlib import Path

from PIL import ImageFont

FONT_FOLDER = Path(__file__).resolve().parents[3] / "resources" / "fonts"

AnyFont = ImageFont.FreeTypeFont | ImageFont.ImageFont


@functools.lru_cache(maxsize=32)
def font_of_height(pixels: int) -> AnyFont:
    """Returns the upright semi-bold face (or the first one found) at this size."""
    faces = sorted(FONT_FOLDER.glob("Inter*.[ot]tf")) if FONT_FOLDER.is_dir() else []
    wanted = [face for face in faces if "SemiBold" in face.name and "Italic" not in face.name] or faces
    return ImageFont.truetype(wanted[0], pixels) if wanted else ImageFont.load_default(pixels)


def font_that_fits(text: str, width: float, height: float) -> AnyFont:
    """Returns the largest size, at most `height`, at which `text` is at most `width` wide (never under 6 pixels)."""
    pixels = max(6, int(height))
    while pixels > 6 and font_of_height(pixels).getlength(text) > width:
        pixels -= 1
    return font_of_height(pixels)
