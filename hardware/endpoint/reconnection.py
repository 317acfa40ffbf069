"""How long a site waits before it tries to join again. Pure.

Rule: for ever, but bounded: the first wait is short and random, so that a hundred sites that lost their bridge together
do not come back together; then the wait doubles up to a bound; a site that was turned away waits the bound at once.
"""

from dataclasses import dataclass
from random import Random


@dataclass(frozen=True, slots=True)
class BackOff:
    """Bounds in seconds."""

    first_seconds: float = 0.5
    longest_seconds: float = 8.0
    refused_seconds: float = 8.0


def wait_seconds(back_off: BackOff, failures: int, random: Random, *, refused: bool = False) -> float:
    """Returns the wait before the next attempt.

    `failures` counts attempts in a row that came to nothing; 0 means that a working connection has just been lost.
    """
    bound = back_off.refused_seconds if refused else back_off.first_seconds * 2 ** min(failures, 16)
    bound = min(bound, back_off.longest_seconds)
    return random.uniform(bound / 2 if failures else 0.0, bound)
