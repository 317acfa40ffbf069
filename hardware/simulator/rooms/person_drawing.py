"""People in drawn rooms: a body that sways and a head that blinks and speaks.

Rule: a drawing depends on the cast member, the size and the expression alone; rooms share it, and it is made when it
is first needed.
"""

import functools
from typing import Literal

from PIL import Image, ImageDraw

from hardware.simulator.rooms.planes import Sprite, sprite_of_image
from hardware.simulator.rooms.room_look import Person

SCALE = 2
"""Drawn at this multiple and reduced, for soft edges."""

Mouth = Literal[0, 1, 2]
"""Closed, half open, open."""

BODY_WIDTH, BODY_HEIGHT = 0.46, 0.40
HEAD_WIDTH, HEAD_HEIGHT = 0.25, 0.31
"""Of the person's unit, in pixels (see `head_sprite`)."""


@functools.lru_cache(maxsize=256)
def body_sprite(person: Person, unit: int) -> Sprite:
    """Returns shoulders and chest of a person whose unit is `unit` pixels (the height of a picture of two or three)."""
    width, height = even(BODY_WIDTH * unit) * SCALE, even(BODY_HEIGHT * unit) * SCALE
    image = Image.new("RGBA", (width, height))
    pen = ImageDraw.Draw(image)
    pen.rounded_rectangle((0.36 * width, 0, 0.64 * width, 0.3 * height), 0.06 * width, fill=darker(person.skin))
    pen.ellipse((0.02 * width, 0.1 * height, 0.98 * width, 1.7 * height), fill=person.shirt)
    pen.polygon(((0.42 * width, 0.1 * height), (0.58 * width, 0.1 * height), (0.5 * width, 0.3 * height)), person.skin)
    return sprite_of_image(image.reduce(SCALE))


@functools.lru_cache(maxsize=1024)
def head_sprite(person: Person, unit: int, mouth: Mouth, *, eyes_open: bool) -> Sprite:
    """Returns head and hair with this expression."""
    width, height = even(HEAD_WIDTH * unit) * SCALE, even(HEAD_HEIGHT * unit) * SCALE
    image = Image.new("RGBA", (width, height))
    pen = ImageDraw.Draw(image)
    draw_hair_behind(pen, person, width, height)
    pen.ellipse((0.17 * width, 0.1 * height, 0.83 * width, 0.86 * height), fill=person.skin)
    pen.chord((0.12 * width, 0.0, 0.88 * width, 0.72 * height), 188, 352, fill=person.hair)
    draw_eyes(pen, width, height, eyes_open=eyes_open)
    opening = (0.012, 0.035, 0.06)[mouth] * height
    pen.ellipse((0.4 * width, 0.69 * height - opening, 0.6 * width, 0.69 * height + opening), fill=(112, 52, 48))
    return sprite_of_image(image.reduce(SCALE))


def draw_hair_behind(pen: ImageDraw.ImageDraw, person: Person, width: int, height: int) -> None:
    """Draws what is seen of the hair beside and above the face."""
    pen.ellipse((0.1 * width, 0.0, 0.9 * width, 0.78 * height), fill=person.hair)
    if person.long_hair:
        pen.rounded_rectangle((0.1 * width, 0.35 * height, 0.9 * width, 0.99 * height), 0.1 * width, fill=person.hair)
    else:
        pen.rectangle((0, 0.52 * height, width, height), fill=(0, 0, 0, 0))


def draw_eyes(pen: ImageDraw.ImageDraw, width: int, height: int, *, eyes_open: bool) -> None:
    """Draws both eyes, open or closed."""
    half = (0.024 if eyes_open else 0.008) * height
    for centre in (0.36, 0.64):
        x, y = centre * width, 0.47 * height
        pen.ellipse((x - 0.045 * width, y - half, x + 0.045 * width, y + half), fill=(30, 24, 22))


def darker(colour: tuple[int, int, int]) -> tuple[int, int, int]:
    """Returns the colour of a neck in shadow."""
    red, green, blue = (round(part * 0.82) for part in colour)
    return red, green, blue


def even(pixels: float) -> int:
    """Rounds to an even number, at least 2."""
    return max(2, 2 * round(pixels / 2))
