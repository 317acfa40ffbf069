"""What a long proof is and what it leaves behind.

Rule: a proof observes the product from outside and ends with a verdict, the facts it rests on, and nothing running.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

SHORT = 0.01
"""The length of a shortened instance: it proves that the proof works; times and growth are the full one's business."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """Whether the promise held, the figures, and what was wrong (one sentence each)."""

    facts: dict[str, Any]
    faults: tuple[str, ...] = ()
    table: str = ""
    drawing: Callable[[Path], None] | None = None
    """Writes a picture of the figures (SVG) to the path that it is given."""

    @property
    def held(self) -> bool:
        return not self.faults


@dataclass(frozen=True, slots=True)
class Proof:
    """One long proof; `run` takes the length: 1.0 is the full proof, less a shortened instance."""

    name: str
    promise: str
    run: Callable[[float], Outcome]
    minutes: float = field(default=1.0)
    """How long the full proof takes, about."""
    only_named: bool = False
    """It is too long to be run among all the others."""


def shortened(full: int, share: float, *, least: int) -> int:
    """Returns how many rounds a shortened instance has."""
    return max(least, round(full * share))
