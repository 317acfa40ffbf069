"""One site's sheet of one check: every mark that was made on it, and what they come to.

Rule: a mark is never replaced: a failed item that was tried again keeps both. An item without a mark is not checked and
never counts as good.
"""

from collections.abc import Iterable

import msgspec

from console.check_words import CheckItem, CheckResult, CheckWhy, StageName
from console.words import RehearsalState, SiteId

MARKS_KEPT = 4
"""Marks of one item: the first and the newest ones; the log has them all."""


class CheckMark(msgspec.Struct, frozen=True, kw_only=True):
    """What was found of one item, by whom and when."""

    item: CheckItem
    result: CheckResult
    value: str = ""
    """As it was measured or read: `-23.4`, `1280x720`, `10.20.0.5`."""
    unit: str = ""
    why: CheckWhy | None = None
    note: str = ""
    baseline: str = ""
    """The site's usual value, where this one is off it."""
    by: str = ""
    """A person's name; empty: the bridge measured it."""
    at_ms: int = 0


class CheckSheet(msgspec.Struct, frozen=True, kw_only=True):
    """All marks of one site for one check, by item, oldest first."""

    site: SiteId
    stage: StageName
    marks: dict[CheckItem, tuple[CheckMark, ...]] = {}


def marked(sheet: CheckSheet, mark: CheckMark) -> CheckSheet:
    """Returns the sheet with one more mark."""
    before = sheet.marks.get(mark.item, ())
    kept = (*before, mark) if len(before) < MARKS_KEPT else (before[0], *before[2:], mark)
    return msgspec.structs.replace(sheet, marks=sheet.marks | {mark.item: kept})


def newest(sheet: CheckSheet, item: CheckItem) -> CheckMark | None:
    """Returns what holds of an item now, None when nobody has looked at it."""
    marks = sheet.marks.get(item, ())
    return marks[-1] if marks else None


def result_of(sheet: CheckSheet, item: CheckItem) -> CheckResult:
    """Returns the newest result of an item."""
    mark = newest(sheet, item)
    return CheckResult.NOT_CHECKED if mark is None else mark.result


def to_try_again(sheet: CheckSheet, items: Iterable[CheckItem]) -> tuple[CheckItem, ...]:
    """Returns those of the items that failed or were not checked."""
    again = (CheckResult.FAIL, CheckResult.NOT_CHECKED)
    return tuple(item for item in items if result_of(sheet, item) in again)


def verdict(sheet: CheckSheet | None, items: Iterable[CheckItem]) -> RehearsalState:
    """Returns what a sheet comes to: failed by one failure, passed when every item is good, else with remarks.

    A remark is an item nobody could check, a value beside the usual or near its limit, or a failure that was mended.
    """
    if sheet is None or not sheet.marks:
        return RehearsalState.NOT_TESTED
    wanted = (*items, *(item for item in sheet.marks if item not in items))
    results = [result_of(sheet, item) for item in wanted]
    if CheckResult.FAIL in results:
        return RehearsalState.FAILED
    if CheckResult.NOT_CHECKED in results or any(_remarkable(sheet.marks.get(item, ())) for item in wanted):
        return RehearsalState.REMARK
    return RehearsalState.PASSED


def _remarkable(marks: tuple[CheckMark, ...]) -> bool:
    if not marks:
        return False
    last = marks[-1]
    mended = any(mark.result is CheckResult.FAIL for mark in marks[:-1])
    return mended or bool(last.baseline) or last.why in (CheckWhy.BORDERLINE, CheckWhy.ECHO_FAINT)
