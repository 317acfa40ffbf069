"""One site's sheet of one check: every mark that was made on it, and what they come to.

Rules: a mark is never replaced: a failed item that was tried again keeps both, and is mended by a good result alone. An
item without a mark is not checked and never counts as good.
"""

from collections.abc import Iterable

import msgspec

from console.checks.check_words import CheckItem, CheckResult, CheckWhy, StageName
from console.words import RehearsalState, SiteId

MARKS_KEPT = 4
"""Marks of one item: the first, what was found last and the newest tries; the log has them all."""


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
    delay_ms: int | None = None
    """How late an echo comes back."""
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
    kept = [*sheet.marks.get(mark.item, ()), mark]
    if len(kept) > MARKS_KEPT:
        # A try that found nothing goes before what was found: else enough of them would mend a failure.
        empty = (place for place, known in enumerate(kept[1:-1], 1) if known.result is CheckResult.NOT_CHECKED)
        del kept[next(empty, 1)]
    return msgspec.structs.replace(sheet, marks=sheet.marks | {mark.item: tuple(kept)})


def newest(sheet: CheckSheet, item: CheckItem) -> CheckMark | None:
    """Returns what holds of an item now, None when nobody has looked at it."""
    marks = sheet.marks.get(item, ())
    return marks[-1] if marks else None


def result_of(sheet: CheckSheet, item: CheckItem) -> CheckResult:
    """Returns what an item comes to: the last that was really found; a try that found nothing changes nothing."""
    found = (mark.result for mark in reversed(sheet.marks.get(item, ())) if mark.result is not CheckResult.NOT_CHECKED)
    return next(found, CheckResult.NOT_CHECKED)


def to_try_again(sheet: CheckSheet, items: Iterable[CheckItem]) -> tuple[CheckItem, ...]:
    """Returns those of the items that failed or were not checked."""
    again = (CheckResult.FAIL, CheckResult.NOT_CHECKED)
    last = {item: newest(sheet, item) for item in items}
    return tuple(item for item, mark in last.items() if mark is None or mark.result in again)


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
    unclear = last.result is CheckResult.NOT_CHECKED
    return mended or unclear or bool(last.baseline) or last.why in (CheckWhy.BORDERLINE, CheckWhy.ECHO_FAINT)
