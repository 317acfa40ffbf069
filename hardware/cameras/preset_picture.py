"""Small JPEG pictures of presets: of a frame slot's pixels, of a decoded picture, and of a camera's own JPEG.

Rule: 320x180 at the most and a few kilobytes; called on threads, never on a loop. Pillow is loaded with the first one.
"""

import io
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    import av
    from PIL import Image

WIDTH, HEIGHT = 320, 180
QUALITY = 80
COARSE = (16, 9)
DIFFERENT_STEPS = 28.0
"""Of 255: so much brighter or darker a part shows something else."""
DIFFERENT_SHARE = 0.35
MOST_PIXELS = 50_000_000


def jpeg_of_frame(frame: "av.VideoFrame") -> bytes:
    """Returns a picture as JPEG."""
    from PIL import Image

    small = frame.reformat(width=WIDTH, height=HEIGHT, format="rgb24", threads=1)
    return _encoded(Image.fromarray(cast("Any", small).to_ndarray()))


def jpeg_of_pixels(pixels: bytes, width: int, height: int, stride: int) -> bytes:
    """Returns BGRA pixels as JPEG."""
    from PIL import Image

    return _encoded(Image.frombuffer("RGB", (width, height), pixels, "raw", "BGRX", stride, 1))


def jpeg_of_jpeg(octets: bytes) -> bytes | None:
    """Returns a camera's own picture made small, None for one that cannot be read or is larger than any camera's."""
    from PIL import Image

    try:
        with Image.open(io.BytesIO(octets), formats=("JPEG",)) as image:
            if image.width * image.height > MOST_PIXELS:
                return None
            image.draft("RGB", (WIDTH, HEIGHT))
            return _encoded(image.convert("RGB"))
    except (OSError, ValueError, SyntaxError):
        return None


def look_alike(one: bytes, other: bytes) -> bool | None:
    """Returns whether two JPEGs show the same view, by coarse brightness; None where one is no picture.

    People come and go between them, and lamps: only a good part of the view that changed counts.
    """
    import numpy as np
    from PIL import Image, UnidentifiedImageError

    try:
        views = [
            np.asarray(Image.open(io.BytesIO(jpeg)).convert("L").resize(COARSE, Image.Resampling.BOX), dtype=float)
            for jpeg in (one, other)
        ]
    except (UnidentifiedImageError, OSError):
        return None
    levelled = [view - view.mean() for view in views]
    return bool((abs(levelled[0] - levelled[1]) > DIFFERENT_STEPS).mean() < DIFFERENT_SHARE)


def _encoded(image: "Image.Image") -> bytes:
    image.thumbnail((WIDTH, HEIGHT))
    file = io.BytesIO()
    image.save(file, "JPEG", quality=QUALITY)
    return file.getvalue()
