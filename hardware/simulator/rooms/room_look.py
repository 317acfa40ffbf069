"""What makes one drawn room differ from the next: colours, people and furniture, chosen by the site's number.

Rule: the look is a pure function of the number, so that a site keeps its room from run to run and neighbours differ.
"""

from dataclasses import dataclass

Colour = tuple[int, int, int]
"""Red, green, blue, 0 to 255."""

WALLS: tuple[Colour, ...] = (
    (116, 104, 90),
    (98, 110, 122),
    (108, 118, 106),
    (128, 118, 104),
    (92, 98, 112),
    (112, 100, 104),
    (102, 116, 116),
    (122, 112, 96),
)
SHIRTS: tuple[Colour, ...] = (
    (36, 74, 96),
    (34, 46, 64),
    (226, 228, 230),
    (96, 58, 66),
    (58, 64, 74),
    (74, 86, 62),
    (150, 164, 180),
)
SKINS: tuple[Colour, ...] = ((196, 146, 112), (178, 128, 98), (210, 164, 132), (188, 138, 110))
HAIRS: tuple[Colour, ...] = ((22, 18, 16), (34, 26, 22), (58, 54, 52))
# Rooms of one to five people, mostly two to four, in an order that keeps equal counts apart.
CROWDS: tuple[int, ...] = (1, 4, 3, 2, 5, 3, 4, 2, 3, 1, 4, 3, 2)


@dataclass(frozen=True, slots=True)
class Person:
    """One of the cast: people of the same look share their drawings across rooms."""

    shirt: Colour
    skin: Colour
    hair: Colour
    long_hair: bool


@dataclass(frozen=True, slots=True)
class RoomLook:
    """A room's fixed properties; `window_left` tells on which wall the window is."""

    wall: Colour
    window_left: bool
    people: tuple[Person, ...]


def look_of(site_number: int) -> RoomLook:
    """Returns the look of the site with this number (0 and up)."""
    count = CROWDS[site_number % len(CROWDS)]
    return RoomLook(
        wall=WALLS[site_number * 3 % len(WALLS)],
        window_left=site_number % 3 != 0,
        people=tuple(person_of(site_number * 5 + seat) for seat in range(count)),
    )


def person_of(number: int) -> Person:
    """Returns a member of the cast."""
    return Person(
        shirt=SHIRTS[number * 3 % len(SHIRTS)],
        skin=SKINS[number * 7 % len(SKINS)],
        hair=HAIRS[number * 5 % len(HAIRS)],
        long_hair=number * 11 % 5 < 2,
    )
