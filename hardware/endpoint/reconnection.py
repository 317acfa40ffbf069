"""How long a site waits before it tries to join again. Pure.

Rule: for ever, but bounded: the first wait is short and random, so that a hundred sites that lost their bridge together
do not come back together; then the wait doubles with every second failure up to a bound, so that who was away for the
few seconds in which a bridge starts again does not stay away much longer. Who was turned away waits the bound at once.
Who was replaced by another program of the same site does not come back by itself at all, or the two would throw each
other out for ever: a person decides which of them stays.
"""

from dataclasses import dataclass
from enum import Enum, auto
from random import Random


class Ending(Enum):
    """How a connection, or the attempt at one, came to its end."""

    LOST = auto()
    REFUSED = auto()
    """Somebody must act; trying again soon does not help."""
    SUPERSEDED = auto()
    """A newer connection of this site has taken the place."""


@dataclass(frozen=True, slots=True)
class BackOff:
    """Bounds in seconds."""

    first_seconds: float = 0.5
    longest_seconds: float = 8.0


def wait_seconds(back_off: BackOff, failures: int, random: Random, ending: Ending = Ending.LOST) -> float | None:
    """Returns the wait before the next attempt; None: until a person wants it.

    `failures` counts attempts in a row that came to nothing; 0 means that a working connection has just been lost.
    """
    if ending is Ending.SUPERSEDED:
        return None
    if ending is Ending.REFUSED:
        return random.uniform(back_off.longest_seconds / 2, back_off.longest_seconds)
    bound = min(back_off.longest_seconds, back_off.first_seconds * 2 ** ((min(failures, 32) + 1) // 2))
    return random.uniform(bound / 2 if failures else 0.0, bound)
