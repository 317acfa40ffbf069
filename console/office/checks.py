"""What the technical checks of a meeting came to, as the office keeps it.

Rule: one record for each site and stage of a meeting, made when its session ends; a later session of the same meeting
makes its next version.
"""

from collections.abc import Iterable, Mapping

from console.checks.check_sheet import CheckMark, CheckSheet, verdict
from console.checks.check_words import CheckItem, StageName
from console.office.record import Id, Record, Text
from console.words import RehearsalState, SessionKind, SiteId

MOST_MARKS = 200


class CheckSummary(Record, tag="check"):
    """One site's check at one stage of a meeting: every mark, oldest first for each item."""

    meeting_uid: Id
    site: SiteId
    stage: Text
    session_kind: SessionKind
    state: RehearsalState
    marks: tuple[CheckMark, ...] = ()


def summary_id(meeting_uid: str, stage: StageName, site: SiteId) -> str:
    """Returns the identifier of a summary."""
    return f"{meeting_uid}/{stage}/{site}"


def summaries(
    meeting_uid: str,
    kind: SessionKind,
    sheets: Iterable[CheckSheet],
    items: Mapping[StageName, tuple[CheckItem, ...]],
) -> tuple[CheckSummary, ...]:
    """Returns the records of a session's sheets; `items` says what each stage asks for."""
    return tuple(
        CheckSummary(
            id=summary_id(meeting_uid, sheet.stage, sheet.site),
            meeting_uid=meeting_uid,
            site=sheet.site,
            stage=sheet.stage,
            session_kind=kind,
            state=verdict(sheet, items.get(sheet.stage, ())),
            marks=tuple(mark for marks in sheet.marks.values() for mark in marks)[:MOST_MARKS],
        )
        for sheet in sheets
    )


def sheet_of_summary(summary: CheckSummary) -> CheckSheet:
    """Returns the sheet that a summary was made of."""
    marks: dict[CheckItem, tuple[CheckMark, ...]] = {}
    for mark in summary.marks:
        marks[mark.item] = (*marks.get(mark.item, ()), mark)
    return CheckSheet(site=summary.site, stage=summary.stage, marks=marks)
