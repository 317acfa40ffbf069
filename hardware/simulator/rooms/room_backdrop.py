"""What does not move in a drawn room: wall, window, banner with the site's name, table and name plates.

Rule: drawn once for each room and size, then kept as planes. It must be quick, because a room is drawn at 1280x720 for
the first time at the moment when it is called to the podium.
"""

from PIL import Image, ImageDraw

from hardware.simulator.rooms import frame_marker
from hardware.simulator.rooms.lettering import font_that_fits
from hardware.simulator.rooms.planes import Planes, planes_of_image
from hardware.simulator.rooms.room_look import Colour, RoomLook

TABLE_TOP = 0.82
"""Share of the height where the table begins; people are seen above it."""

BANNER_RED: Colour = (136, 28, 30)
BANNER_YELLOW: Colour = (226, 176, 74)
TABLE_WOOD: Colour = (84, 52, 30)
TABLE_EDGE: Colour = (112, 70, 40)
PLATE_WHITE: Colour = (222, 220, 208)


def draw_backdrop(look: RoomLook, name: str, width: int, height: int) -> Planes:
    """Returns the planes of an empty room."""
    image = Image.new("RGB", (width, height), look.wall)
    draw_wall(image, look)
    pen = ImageDraw.Draw(image)
    draw_window(pen, look, width, height)
    draw_banner(pen, name, width, height)
    draw_display(pen, width, height)
    draw_table(pen, look, width, height)
    return planes_of_image(image)


def draw_wall(image: Image.Image, look: RoomLook) -> None:
    """Shades the wall from a lit upper corner down."""
    light, dark = shade(look.wall, 1.18), shade(look.wall, 0.66)
    corner = Image.new("RGB", (2, 2))
    corner.putpixel((0, 0), light)
    corner.putpixel((1, 0), look.wall)
    corner.putpixel((0, 1), look.wall)
    corner.putpixel((1, 1), dark)
    image.paste(corner.resize(image.size, Image.Resampling.BILINEAR))


def draw_window(pen: ImageDraw.ImageDraw, look: RoomLook, width: int, height: int) -> None:
    """Draws a window of two wings on the left or right wall."""
    left = 0.035 if look.window_left else 0.865
    for wing in (0.0, 0.055):
        x = (left + wing) * width
        pen.rectangle((x, 0.32 * height, x + 0.045 * width, 0.62 * height), fill=shade(look.wall, 1.5))
    pen.line((0.16 * width, 0.28 * height, 0.16 * width, TABLE_TOP * height), fill=shade(look.wall, 0.9), width=2)


def draw_banner(pen: ImageDraw.ImageDraw, name: str, width: int, height: int) -> None:
    """Hangs the red banner with the site's name and a yellow line."""
    pen.rectangle((0.15 * width, 0, 0.85 * width, 0.155 * height), fill=BANNER_RED)
    pen.rectangle((0.3 * width, 0.128 * height, 0.7 * width, 0.138 * height), fill=BANNER_YELLOW)
    font = font_that_fits(name, 0.64 * width, 0.09 * height)
    pen.text((0.5 * width, 0.064 * height), name, font=font, fill=BANNER_YELLOW, anchor="mm")


def draw_display(pen: ImageDraw.ImageDraw, width: int, height: int) -> None:
    """Hangs the colourless display on which the frame marker stands."""
    left, right = frame_marker.LEFT * width - 2, frame_marker.RIGHT * width + 1
    pen.rectangle((left, frame_marker.TOP * height - 2, right, frame_marker.BOTTOM * height + 1), fill=(30, 30, 30))


def draw_table(pen: ImageDraw.ImageDraw, look: RoomLook, width: int, height: int) -> None:
    """Draws the table with one name plate and one microphone for each person."""
    pen.rectangle((0, TABLE_TOP * height, width, height), fill=TABLE_WOOD)
    pen.rectangle((0, TABLE_TOP * height, width, (TABLE_TOP + 0.025) * height), fill=TABLE_EDGE)
    for centre in seat_centres(len(look.people)):
        x, y = centre * width, (TABLE_TOP + 0.055) * height
        pen.rectangle((x - 0.042 * width, y, x + 0.042 * width, y + 0.05 * height), fill=PLATE_WHITE)


def seat_centres(count: int) -> tuple[float, ...]:
    """Returns where `count` people sit, in shares of the width."""
    pitch = min(0.24, 0.84 / count)
    return tuple(0.5 + (seat - (count - 1) / 2) * pitch for seat in range(count))


def shade(colour: Colour, factor: float) -> Colour:
    """Returns a lighter (over 1) or darker colour."""
    red, green, blue = (min(255, round(part * factor)) for part in colour)
    return red, green, blue
