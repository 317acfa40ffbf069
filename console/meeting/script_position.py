"""Where a script stands after it was edited while the meeting runs.

Rule: a cue is known by its key, not by its number: what was taken stays taken wherever it now stands, and the script
goes on after the last cue that was taken and is still there. Pure.
"""

from collections.abc import Sequence

from msgspec.structs import replace

from console.durable import CueDone
from console.office.meeting_file import CueOnFile


def key_of(cue: CueOnFile) -> int:
    """Returns what a cue is known by."""
    return cue.key or cue.number


class MovedScript:
    """A script before and after an edit."""

    def __init__(self, before: Sequence[CueOnFile], after: Sequence[CueOnFile]) -> None:
        self._keys = {cue.number: key_of(cue) for cue in before}
        self._numbers = {key_of(cue): cue.number for cue in after}

    def number(self, number: int) -> int:
        """Returns the number that a cue has now, 0 when it was taken out."""
        return self._numbers.get(self._keys.get(number, 0), 0)

    def position(self, position: int) -> int:
        """Returns after which cue the script stands, when it stood after cue `position`; 0: before the first."""
        still_there = (self.number(number) for number in range(position, 0, -1))
        return next((number for number in still_there if number), 0)

    def done(self, done: Sequence[CueDone], position: int) -> tuple[CueDone, ...]:
        """Returns what was taken or left out by the new numbers; what now stands behind `position` is still to come."""
        moved = (replace(each, number=self.number(each.number)) for each in done)
        return tuple(sorted((each for each in moved if 0 < each.number <= position), key=lambda each: each.number))
