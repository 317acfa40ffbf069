"""A drawn room as a camera that turns sees it: the part of the picture at which the head points.

Rule: a head in its rest position shows the room as it was drawn, at no cost; the marker on the wall stays readable,
for it says whose picture this is, not where the camera points.
"""

from collections.abc import Callable

import av
from av.video.reformatter import VideoReformatter

from hardware.simulator.cameras.ptz_head import WIDE, ZOOM_END, Place
from hardware.simulator.rooms.frame_marker import draw_marker, read_marker
from hardware.simulator.rooms.planes import Planes, new_frame, views_of
from hardware.simulator.site_sources import DrawnRoom

NEAREST = 4.0
"""How many times larger everything is at the end of the zoom."""
STEPS_ACROSS = 1600.0
"""Pan steps from the middle of the room to its edge."""
STEPS_UP = 1000.0


class RoomView:
    """The picture source of a drawn room with a camera that turns."""

    def __init__(self, room: DrawnRoom, place: Callable[[], Place]) -> None:
        """`place` tells where the head points now; called on the picture thread."""
        self._room, self._place = room, place
        self._scale = VideoReformatter()

    def picture(self, width: int, height: int) -> av.VideoFrame | None:
        """Returns what the camera sees now."""
        frame, place = self._room.picture(width, height), self._place()
        if frame is None or place == WIDE:
            return frame
        drawn = planes_of(frame)
        marker = read_marker(drawn.luma)
        seen = self._scale.reformat(cut_out(drawn, place), width=width, height=height, threads=1)
        if marker is not None:
            draw_marker(planes_of(seen).luma, marker.site_number, marker.counter)
        return seen

    def close(self) -> None:
        """Lets the room go."""
        self._room.close()


def planes_of(frame: av.VideoFrame) -> Planes:
    """Returns a frame's planes; writing on them writes on the frame."""
    luma, blue, red = views_of(frame)
    return Planes(luma, blue, red)


def cut_out(drawn: Planes, place: Place) -> av.VideoFrame:
    """Returns the part of a picture that a head in this place sees."""
    height, width = drawn.luma.shape
    nearer = 1.0 + (NEAREST - 1.0) * place.zoom / ZOOM_END
    columns, rows = _even(width / nearer), _even(height / nearer)
    left = _even(min(max((width * (1 + place.pan / STEPS_ACROSS) - columns) / 2, 0), width - columns))
    top = _even(min(max((height * (1 - place.tilt / STEPS_UP) - rows) / 2, 0), height - rows))
    frame, planes = new_frame(columns, rows)
    planes.luma[...] = drawn.luma[top : top + rows, left : left + columns]
    half = (slice(top // 2, (top + rows) // 2), slice(left // 2, (left + columns) // 2))
    planes.blue[...] = drawn.blue[half]
    planes.red[...] = drawn.red[half]
    return frame


def _even(value: float) -> int:
    return int(value) // 2 * 2
