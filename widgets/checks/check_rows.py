"""What a row of the check's table says: one site, its verdict and what was found of each item.

Rule: made of snapshot or register alike; what nobody looked at is a dash and never good.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import Enum, auto

from console.checks.check_sheet import CheckMark
from console.checks.check_words import CheckItem, CheckResult, CheckWhy
from console.words import RehearsalState, SiteId
from widgets.phrases.console import check_panel_words as panel_words
from widgets.phrases.language import time_of_day
from widgets.phrases.log import check_words as words

Marks = Mapping[CheckItem, tuple[CheckMark, ...]]


class Sign(Enum):
    """The shape beside a cell's words."""

    NONE = auto()
    GOOD = auto()
    REMARK = auto()
    BAD = auto()
    BUSY = auto()
    OPEN = auto()
    FOLDED = auto()
    UNFOLDED = auto()


@dataclass(frozen=True, slots=True)
class CellFace:
    """A cell: its words and its sign."""

    text: str
    sign: Sign = Sign.NONE


NOBODY = CellFace("—")


@dataclass(frozen=True, slots=True)
class CheckRow:
    """One site in one stage."""

    site: SiteId
    label: str
    state: RehearsalState
    marks: Marks = field(default_factory=dict[CheckItem, tuple[CheckMark, ...]])
    step: str = ""
    """What is being measured just now; empty: nothing."""
    branch: str = ""
    """The name of the tier above it."""

    def newest(self, item: CheckItem) -> CheckMark | None:
        """Returns what holds of an item now."""
        marks = self.marks.get(item, ())
        return marks[-1] if marks else None


def state_face(row: CheckRow) -> CellFace:
    """Returns what a site's check comes to."""
    signs = {
        RehearsalState.PASSED: Sign.GOOD,
        RehearsalState.REMARK: Sign.REMARK,
        RehearsalState.FAILED: Sign.BAD,
        RehearsalState.MEASURING: Sign.BUSY,
        RehearsalState.NOT_TESTED: Sign.OPEN,
    }
    if row.step:
        return CellFace(words.phrase_step(row.step), Sign.BUSY)
    return CellFace(words.phrase_check_state(row.state), signs[row.state])


_SAID = {
    CheckItem.SOUND_TO_SITE: panel_words.clear,
    CheckItem.SOUND_FROM_SITE: panel_words.clear,
    CheckItem.PRESET: panel_words.right_place,
}
"""What a column says of an item that is in order, in place of its figure."""


def item_face(row: CheckRow, item: CheckItem) -> CellFace:
    """Returns what was found of one item, as short as a column."""
    mark = row.newest(item)
    if mark is None:
        return NOBODY
    face = mark_face(mark)
    if mark.result is CheckResult.OK and item in _SAID:
        return CellFace(_SAID[item](), face.sign)
    measured = mark.value and mark.result in (CheckResult.OK, CheckResult.FAIL)
    return CellFace(words.phrase_short_value(item, mark.value), face.sign) if measured else face


def mark_face(mark: CheckMark) -> CellFace:
    """Returns a mark in as few words as tell it."""
    value = words.phrase_value(mark.value, mark.unit) if mark.value else ""
    match mark.result:
        case CheckResult.OK:
            odd = bool(mark.baseline) or mark.why in (CheckWhy.BORDERLINE, CheckWhy.ECHO_FAINT)
            return CellFace(value or words.phrase_check_result(mark.result), Sign.REMARK if odd else Sign.NONE)
        case CheckResult.FAIL:
            return CellFace(value or words.phrase_check_result(mark.result), Sign.BAD)
        case CheckResult.NOT_APPLICABLE:
            return CellFace(panel_words.not_applicable())
        case CheckResult.NOT_CHECKED:
            return CellFace(panel_words.unknown(), Sign.OPEN)


def worse(first: CellFace, second: CellFace) -> CellFace:
    """Returns two findings in one cell under the worse sign."""
    if first.text == second.text == NOBODY.text:
        return NOBODY
    order = (Sign.NONE, Sign.GOOD, Sign.OPEN, Sign.REMARK, Sign.BUSY, Sign.BAD)
    sign = max(first.sign, second.sign, key=order.index)
    return CellFace(f"{first.text} · {second.text}", sign)


def bandwidth_face(row: CheckRow) -> CellFace:
    """Returns what the line carries up and down, both in one unit where both were measured."""
    ways = (CheckItem.BANDWIDTH, CheckItem.BANDWIDTH_DOWN)
    face = worse(*(item_face(row, way) for way in ways))
    marks = [mark for way in ways if (mark := row.newest(way)) is not None and mark.value.isdecimal()]
    if len(marks) < len(ways):
        return face
    return CellFace(words.phrase_both_ways(*(int(mark.value) for mark in marks)), face.sign)


def who_face(row: CheckRow) -> CellFace:
    """Returns who looked last and when."""
    marks = [mark for item in row.marks.values() for mark in item[-1:]]
    if not marks:
        return NOBODY
    last = max(marks, key=lambda mark: mark.at_ms)
    person = next((mark.by for mark in sorted(marks, key=lambda mark: -mark.at_ms) if mark.by), "")
    return CellFace(f"{person or panel_words.bridge()} · {time_of_day(last.at_ms)[:5]}")


def wanting(rows: Iterable[CheckRow]) -> list[CheckRow]:
    """Returns the rows that somebody still has to see to, the failed first."""
    open_states = (RehearsalState.FAILED, RehearsalState.NOT_TESTED)
    return sorted((row for row in rows if row.state in open_states), key=lambda row: open_states.index(row.state))
