"""How the technical check's lines give the durable state."""

from typing import assert_never

from msgspec.structs import replace

from console.checks.check_entries import AnyCheckEntry, BaselineFrozen, CheckBegun, CheckItemNoted, CheckStageClosed
from console.checks.check_sheet import CheckMark, CheckSheet, marked
from console.checks.check_words import StageName
from console.durable import ClosedStage, Durable
from console.words import SiteId

SHEETS_KEPT = 2000
"""Sheets of a session; further ones stand in the log alone."""


def sheet_key(stage: StageName, site: SiteId) -> str:
    """Returns the key of a sheet, also its place in the snapshot."""
    return f"{stage}/{site}"


def apply_check(durable: Durable, entry: AnyCheckEntry, at_ms: int, person: str) -> Durable:
    """Returns the durable state after such a line; `person` is the line's actor."""
    match entry:
        case CheckBegun():
            return durable
        case CheckItemNoted():
            return _note_item(durable, entry, at_ms)
        case CheckStageClosed():
            closed = ClosedStage(
                at_ms=at_ms,
                person=person,
                passed=entry.passed,
                with_remarks=entry.with_remarks,
                failed=entry.failed,
                not_reported=entry.not_reported,
            )
            return replace(durable, closed_stages=durable.closed_stages | {entry.stage: closed})
        case BaselineFrozen():
            return replace(durable, baselines=durable.baselines | {entry.site: dict(entry.values)})
        case _:
            assert_never(entry)


def _note_item(durable: Durable, entry: CheckItemNoted, at_ms: int) -> Durable:
    key = sheet_key(entry.stage, entry.site)
    sheet = durable.sheets.get(key)
    if sheet is None:
        if len(durable.sheets) >= SHEETS_KEPT:
            return durable
        sheet = CheckSheet(site=entry.site, stage=entry.stage)
    mark = CheckMark(
        item=entry.item,
        result=entry.result,
        value=entry.value,
        unit=entry.unit,
        why=entry.why,
        note=entry.note,
        baseline=entry.baseline,
        delay_ms=entry.delay_ms,
        by=entry.by,
        at_ms=at_ms,
    )
    return replace(
        durable,
        sheets=durable.sheets | {key: marked(sheet, mark)},
        last_checked=durable.last_checked | {entry.site: entry.stage},
    )
