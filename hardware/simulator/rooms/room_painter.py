"""Draws one site's meeting room, picture after picture, at the size a rung wants.

Rule: everything that stands still is drawn once for each size; a picture costs a copy of the planes and the laying of
a few sprites. Time is an argument: the same moment and counter give the same picture.
"""

import math
from dataclasses import dataclass, field

import av
import numpy as np
from PIL import Image, ImageDraw

from hardware.simulator.rooms.frame_marker import draw_marker
from hardware.simulator.rooms.lettering import font_of_height
from hardware.simulator.rooms.person_drawing import (
    BODY_WIDTH,
    HEAD_HEIGHT,
    HEAD_WIDTH,
    Mouth,
    body_sprite,
    even,
    head_sprite,
)
from hardware.simulator.rooms.planes import Plane, Planes, new_frame
from hardware.simulator.rooms.room_backdrop import TABLE_TOP, draw_backdrop, seat_centres
from hardware.simulator.rooms.room_look import Person, look_of

BLINK_EVERY_SECONDS = 3.7
BLINK_SECONDS = 0.16


@dataclass
class RoomAtSize:
    """One room prepared for one size."""

    backdrop: Planes
    table: Planes
    unit: int
    clock_text: str = ""
    seats: tuple[int, ...] = field(default_factory=tuple)


class RoomPainter:
    """Paints the room of one site; not to be shared between threads."""

    def __init__(self, site_number: int, name: str) -> None:
        self.site_number = site_number
        self.name = name
        self.counter = 0
        self._look = look_of(site_number)
        self._prepared: dict[tuple[int, int], RoomAtSize] = {}

    def prepare(self, width: int, height: int) -> RoomAtSize:
        """Draws what stands still at this size, if that has not been done yet."""
        room = self._prepared.get((width, height))
        if room is None:
            backdrop = draw_backdrop(self._look, self.name, width, height)
            seats = tuple(round(centre * width) for centre in seat_centres(len(self._look.people)))
            unit = even(height * unit_share(len(self._look.people)))
            room = RoomAtSize(backdrop, table_part(backdrop, height), unit, seats=seats)
            self._prepared[width, height] = room
        return room

    def warm_up(self, width: int, height: int) -> None:
        """Draws everything that the first picture of this size would have to wait for."""
        unit = self.prepare(width, height).unit
        for person in self._look.people:
            body_sprite(person, unit)
            head_sprite(person, unit, 0, eyes_open=True)

    def paint(
        self, width: int, height: int, *, moment_seconds: float, clock_text: str = "", speaking: bool = False
    ) -> av.VideoFrame:
        """Returns the next picture (yuv420p) and counts it.

        `moment_seconds` moves the people, `clock_text` (`HH:MM:SS`) is what the clock on the wall shows, `speaking`
        moves the first person's mouth.
        """
        room = self.prepare(width, height)
        show_clock(room, clock_text, width, height)
        frame, planes = new_frame(width, height)
        room.backdrop.copy_to(planes)
        for seat, person in enumerate(self._look.people):
            self._lay_person(planes, room, seat, person, moment_seconds, speaking=speaking)
        lay_table(planes, room)
        draw_marker(planes.luma, self.site_number, self.counter)
        self.counter += 1
        return frame

    def _lay_person(
        self, planes: Planes, room: RoomAtSize, seat: int, person: Person, moment: float, *, speaking: bool
    ) -> None:
        phase = self.site_number * 1.7 + seat * 2.3
        lean = math.sin(moment * (0.9 + 0.07 * seat) + phase)
        nod = math.sin(moment * 1.9 + phase * 1.3)
        unit, table = room.unit, round(TABLE_TOP * planes.luma.shape[0])
        centre = room.seats[seat] + round(0.012 * unit * lean)
        body_top = table - round(0.30 * unit)
        body_sprite(person, unit).blend(planes, centre - even(BODY_WIDTH * unit) // 2, body_top)
        head_left = centre + round(0.016 * unit * lean) - even(HEAD_WIDTH * unit) // 2
        head_top = body_top + round((0.07 + 0.006 * nod) * unit) - even(HEAD_HEIGHT * unit)
        talking = speaking and seat == speaker_seat(len(self._look.people))
        head = head_sprite(person, unit, mouth_at(moment, talking=talking), eyes_open=eyes_open_at(moment, phase))
        head.blend(planes, head_left, head_top)


def unit_share(people: int) -> float:
    """Returns a person's unit in shares of the height: a single person sits closer."""
    return (0.98, 0.96, 0.94, 0.84, 0.74)[people - 1]


def speaker_seat(people: int) -> int:
    """Returns who speaks: the one in the middle."""
    return (people - 1) // 2


def mouth_at(moment: float, *, talking: bool) -> Mouth:
    """Returns how far a mouth is open: four or five syllables a second."""
    if not talking:
        return 0
    wave = math.sin(moment * 2 * math.pi * 4.3) + 0.5 * math.sin(moment * 2 * math.pi * 1.1)
    return 2 if wave > 0.6 else 1 if wave > -0.3 else 0


def eyes_open_at(moment: float, phase: float) -> bool:
    """Tells whether the eyes are open."""
    return (moment + phase) % BLINK_EVERY_SECONDS > BLINK_SECONDS


def table_part(backdrop: Planes, height: int) -> Planes:
    """Returns the rows of the table, which hides what people keep under it."""
    top = even(TABLE_TOP * height)
    return Planes(backdrop.luma[top:], backdrop.blue[top // 2 :], backdrop.red[top // 2 :])


def lay_table(planes: Planes, room: RoomAtSize) -> None:
    """Puts the table in front of the people."""
    rows = room.table.luma.shape[0]
    planes.luma[-rows:] = room.table.luma
    planes.blue[-(rows // 2) :] = room.table.blue
    planes.red[-(rows // 2) :] = room.table.red


def show_clock(room: RoomAtSize, text: str, width: int, height: int) -> None:
    """Writes the time on the table's front when it has changed."""
    if text == room.clock_text:
        return
    room.clock_text = text
    letters = clock_letters(text, max(7, round(0.055 * height)))
    rows, columns = letters.shape
    right, bottom = width - even(0.02 * width), height - even(0.005 * height)
    room.backdrop.luma[bottom - rows : bottom, right - columns : right] = letters


def clock_letters(text: str, pixels: int) -> Plane:
    """Returns a luma patch of constant size with light figures on the table's colour."""
    font = font_of_height(pixels)
    columns = even(font.getlength("00:00:00") + pixels * 0.4)
    image = Image.new("L", (columns, even(pixels * 1.1)), 56)
    ImageDraw.Draw(image).text((columns / 2, image.height / 2), text, font=font, fill=190, anchor="mm")
    return np.asarray(image, dtype=np.uint8)
