"""What the windows need of the world beside the snapshot: pictures and levels, the signals of the moment.

Rule: widgets know these protocols only; who fills them (shared memory, a test's painter) the composition root decides.
"""

from collections.abc import Mapping
from typing import Protocol

from console.words import SiteId


class Picture(Protocol):
    """A picture in memory that its writer may overwrite later: rows of `stride` bytes, BGRA, four bytes a pixel."""

    @property
    def sequence(self) -> int:
        """Grows with every picture of the same key."""
        ...

    @property
    def width(self) -> int: ...

    @property
    def height(self) -> int: ...

    @property
    def stride(self) -> int: ...

    @property
    def pixels(self) -> memoryview: ...

    @property
    def captured_monotonic_ms(self) -> int: ...

    def still_valid(self) -> bool:
        """Tells whether the pixels were untouched up to now; asked after they were painted or copied."""
        ...


class PictureSource(Protocol):
    """The newest picture of each key: `tile/<site>`, `program`, `on_deck`."""

    def latest(self, key: str, after_sequence: int) -> Picture | None:
        """Returns the newest picture, or None when there is none newer than `after_sequence`."""
        ...


class Level(Protocol):
    """Sound of one site: decibels relative to full scale (None: not measured), and when, in monotonic milliseconds."""

    @property
    def level_db(self) -> float | None: ...

    @property
    def updated_ms(self) -> int: ...


class LevelSource(Protocol):
    """Sound levels of the moment."""

    def read(self) -> Mapping[SiteId, Level]:
        """Returns the level of every site that was ever measured."""
        ...
