"""Pictures as YUV 4:2:0 planes, and how a drawing with soft edges is laid on them.

Rule: colours are converted once, when something is drawn for the first time (BT.601, video range: what H.264 decoders
assume for untagged pictures); every further picture is copying and blending of planes.
"""

from dataclasses import dataclass

import av
import numpy as np
from numpy.typing import NDArray
from PIL import Image

Plane = NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class Planes:
    """Luma (height, width) and both colour planes at half size."""

    luma: Plane
    blue: Plane
    red: Plane

    def copy_to(self, target: "Planes") -> None:
        """Overwrites `target`, which has the same size."""
        target.luma[...] = self.luma
        target.blue[...] = self.blue
        target.red[...] = self.red


@dataclass(frozen=True, slots=True)
class Stencil:
    """One plane of a sprite: what it adds and how much of the ground (of 256) shines through."""

    added: NDArray[np.uint16]
    ground: NDArray[np.uint16]

    def blend(self, plane: Plane, left: int, top: int) -> None:
        """Lays the stencil on `plane`; what lies outside is cut off."""
        height, width = plane.shape
        rows, columns = self.added.shape
        x0, y0 = max(0, -left), max(0, -top)
        x1, y1 = min(columns, width - left), min(rows, height - top)
        if x0 >= x1 or y0 >= y1:
            return
        region = plane[top + y0 : top + y1, left + x0 : left + x1]
        mixed = region * self.ground[y0:y1, x0:x1]
        mixed >>= 8
        mixed += self.added[y0:y1, x0:x1]
        region[...] = mixed


@dataclass(frozen=True, slots=True)
class Sprite:
    """A drawing with transparency, ready to be laid on planes."""

    luma: Stencil
    blue: Stencil
    red: Stencil

    def blend(self, target: Planes, left: int, top: int) -> None:
        """Lays the sprite on `target` with its upper left corner at (left, top) in luma pixels."""
        self.luma.blend(target.luma, left, top)
        self.blue.blend(target.blue, left // 2, top // 2)
        self.red.blend(target.red, left // 2, top // 2)


def planes_of_image(image: Image.Image) -> Planes:
    """Converts an RGB image of even width and height."""
    frame = av.VideoFrame.from_ndarray(np.asarray(image), format="rgb24").reformat(format="yuv420p")
    luma, blue, red = views_of(frame)
    return Planes(luma.copy(), blue.copy(), red.copy())


def sprite_of_image(image: Image.Image) -> Sprite:
    """Converts an RGBA image; odd sizes are padded."""
    width, height = image.size
    padded = Image.new("RGBA", (width + width % 2, height + height % 2))
    padded.paste(image)
    alpha = np.divide(np.asarray(padded.getchannel("A")), 255, dtype=np.float32)
    frame = av.VideoFrame.from_ndarray(np.asarray(padded.convert("RGB")), format="rgb24").reformat(format="yuv444p")
    luma, blue, red = (plane.astype(np.float32) for plane in views_of(frame))
    half_alpha = halve(alpha)
    weight = np.maximum(half_alpha, np.float32(1e-6))
    return Sprite(
        stencil(luma, alpha),
        stencil(np.divide(halve(blue * alpha), weight, dtype=np.float32), half_alpha),
        stencil(np.divide(halve(red * alpha), weight, dtype=np.float32), half_alpha),
    )


def stencil(values: NDArray[np.float32], alpha: NDArray[np.float32]) -> Stencil:
    """Multiplies values by their opacity once and for all."""
    added = np.rint(np.clip(values, 0, 255) * alpha).astype(np.uint16)
    return Stencil(added, np.rint((1 - alpha) * 256).astype(np.uint16))


def halve(plane: NDArray[np.float32]) -> NDArray[np.float32]:
    """Averages 2x2 pixels."""
    total = plane[0::2, 0::2] + plane[1::2, 0::2] + plane[0::2, 1::2] + plane[1::2, 1::2]
    return total * np.float32(0.25)


def new_frame(width: int, height: int) -> tuple[av.VideoFrame, Planes]:
    """Returns an empty frame and its planes: what is drawn on them is in the frame."""
    frame = av.VideoFrame(width, height, "yuv420p")
    luma, blue, red = views_of(frame)
    return frame, Planes(luma, blue, red)


def views_of(frame: av.VideoFrame) -> list[Plane]:
    """Returns the frame's planes without their padding; writing on them writes on the frame."""
    return [
        np.frombuffer(memoryview(plane), dtype=np.uint8).reshape(-1, plane.line_size)[: plane.height, : plane.width]
        for plane in frame.planes
    ]
