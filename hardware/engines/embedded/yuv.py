"""Planes of yuv420p pictures as arrays, and what is done to them: fill, paste, fit.

Rule: positions and sizes are even, because a chroma sample covers two by two pixels. Colours are BT.601 limited range,
the meaning that decoders give to pictures which say nothing about their colours.
"""

from dataclasses import dataclass

import av
import numpy as np
from av.video.reformatter import Interpolation, VideoReformatter
from numpy.typing import NDArray

Plane = NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class Planes:
    """The three planes of one picture: `luma` is height x width, `blue` and `red` are half of that each way."""

    luma: Plane
    blue: Plane
    red: Plane

    @property
    def width(self) -> int:
        return self.luma.shape[1]

    @property
    def height(self) -> int:
        return self.luma.shape[0]

    def paste(self, picture: "Planes", x: int, y: int) -> None:
        """Copies a picture to an even position; it has to fit."""
        width, height = picture.width, picture.height
        self.luma[y : y + height, x : x + width] = picture.luma
        rows, columns = slice(y // 2, (y + height) // 2), slice(x // 2, (x + width) // 2)
        self.blue[rows, columns] = picture.blue
        self.red[rows, columns] = picture.red

    def fill(self, colour: tuple[int, int, int], x: int, y: int, width: int, height: int) -> None:
        """Paints a rectangle in one RGB colour."""
        luma, blue, red = yuv_of(colour)
        self.luma[y : y + height, x : x + width] = luma
        rows, columns = slice(y // 2, (y + height) // 2), slice(x // 2, (x + width) // 2)
        self.blue[rows, columns] = blue
        self.red[rows, columns] = red


def yuv_of(colour: tuple[int, int, int]) -> tuple[int, int, int]:
    """Returns (Y, Cb, Cr) of an RGB colour, ITU-R BT.601, limited range."""
    red, green, blue = colour
    return (
        round(16 + (65.481 * red + 128.553 * green + 24.966 * blue) / 255),
        round(128 + (-37.797 * red - 74.203 * green + 112.0 * blue) / 255),
        round(128 + (112.0 * red - 93.786 * green - 18.214 * blue) / 255),
    )


def empty_picture(width: int, height: int) -> Planes:
    """Returns an unpainted picture of even size."""
    return Planes(
        np.zeros((height, width), np.uint8),
        np.zeros((height // 2, width // 2), np.uint8),
        np.zeros((height // 2, width // 2), np.uint8),
    )


def planes_of(frame: av.VideoFrame) -> Planes:
    """Returns views into a yuv420p frame; writing to them writes to the frame."""
    views: list[Plane] = []
    for index, plane in enumerate(frame.planes):
        width, height = (frame.width, frame.height) if index == 0 else (frame.width // 2, frame.height // 2)
        rows = np.frombuffer(memoryview(plane), np.uint8).reshape(-1, plane.line_size)
        views.append(rows[:height, :width])
    return Planes(*views)


def planes_of_rgb(picture: NDArray[np.uint8]) -> Planes:
    """Converts a height x width x 3 RGB picture of even size."""
    red, green, blue = (picture[:, :, channel] / 255 for channel in range(3))
    luma = 16 + 65.481 * red + 128.553 * green + 24.966 * blue
    cb = 128 - 37.797 * red - 74.203 * green + 112.0 * blue
    cr = 128 + 112.0 * red - 93.786 * green - 18.214 * blue
    return Planes(_to_bytes(luma), _to_bytes(_halve(cb)), _to_bytes(_halve(cr)))


def _halve(plane: NDArray[np.float64]) -> NDArray[np.float64]:
    height, width = plane.shape
    return plane.reshape(height // 2, 2, width // 2, 2).mean(axis=(1, 3))


def _to_bytes(plane: NDArray[np.float64]) -> Plane:
    return np.clip(np.rint(plane), 0, 255).astype(np.uint8)


def fitted(source_width: int, source_height: int, width: int, height: int) -> tuple[int, int]:
    """Returns the largest size with the source's proportions inside width x height.

    A difference of a few pixels is stretched away; a side that becomes smaller is even.
    """
    if source_width * height >= source_height * width:
        inner = source_height * width // source_width
        return width, height if height - inner < 8 else max(2, inner & ~1)
    inner = source_width * height // source_height
    return width if width - inner < 8 else max(2, inner & ~1), height


class Scaler:
    """Scales the pictures of one source; keeps its tables while sizes stay as they are.

    Downwards it averages areas (a thumbnail without flicker), upwards it interpolates fast.
    """

    def __init__(self) -> None:
        self._reformatter = VideoReformatter()

    def scale(self, frame: av.VideoFrame, width: int, height: int, pixel_format: str) -> av.VideoFrame:
        """Returns the picture in the wanted size and pixel format, the same frame when it already is that."""
        downwards = width < frame.width
        return self._reformatter.reformat(
            frame,
            width,
            height,
            pixel_format,
            interpolation=Interpolation.AREA if downwards else Interpolation.FAST_BILINEAR,
            threads=1,
        )
