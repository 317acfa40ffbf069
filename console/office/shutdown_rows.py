"""Shutting down after a session: a row for each site, its steps in the order of the profile.

Rule: a step is noted with the moment at which somebody ticked it; a later step before an earlier one is refused.
"""

from collections.abc import Sequence
from itertools import pairwise

from console.events import Site
from console.office.columns import RecordList, long_text, site, text, tick
from console.office.form_records import Shutdown, shutdown_id
from console.office.record import Record, Text
from console.regulation.after import ShutdownStep
from console.words import SiteId

STEPS = tuple(ShutdownStep)
_MOMENTS = {
    ShutdownStep.CHECK_ALL: "checked_ms",
    ShutdownStep.DEVICES_OFF: "devices_off_ms",
    ShutdownStep.POWER_OFF: "power_off_ms",
    ShutdownStep.LENS_CAP: "lens_cap_ms",
}


class ShutdownRow(Record, frozen=True, kw_only=True, tag="shutdown_row"):
    """A site after a session as people see it; never kept as such."""

    site: SiteId
    check_all: bool = False
    devices_off: bool = False
    power_off: bool = False
    lens_cap: bool = False
    done_by: Text = ""
    note: Text = ""


SHUTDOWNS = RecordList(
    name="shutdowns",
    form=ShutdownRow,
    columns=(
        site(width=24, needed=True),
        tick("check_all", 14),
        tick("devices_off", 14),
        tick("power_off", 14),
        tick("lens_cap", 14),
        text("done_by", 18),
        long_text("note"),
    ),
    key=("site",),
    fixed=("site",),
)


def rows_of(session: str, sites: Sequence[Site], shutdowns: Sequence[Shutdown]) -> tuple[ShutdownRow, ...]:
    """Returns a row for each site, with what was done there after a session."""
    told = {each.site: each for each in shutdowns if each.session == session}
    return tuple(_row(session, each.site, told.get(each.site)) for each in sites)


def _row(session: str, at: SiteId, told: Shutdown | None) -> ShutdownRow:
    steps = {step.value: told is not None and getattr(told, moment) is not None for step, moment in _MOMENTS.items()}
    return ShutdownRow(
        id=shutdown_id(session, at),
        site=at,
        done_by=told.done_by if told is not None else "",
        note=told.note if told is not None else "",
        **steps,
    )


def out_of_order(row: ShutdownRow, order: Sequence[ShutdownStep]) -> tuple[ShutdownStep, ShutdownStep] | None:
    """Returns a step that is ticked and the one before it that is not; None when all is in order."""
    for before, after in pairwise(order):
        if getattr(row, after.value) and not getattr(row, before.value):
            return after, before
    return None


def shutdown_of(row: ShutdownRow, session: str, before: Shutdown | None, now_wall_ms: int) -> Shutdown:
    """Returns what the register keeps: each step with the moment at which it was ticked first."""
    moments = {
        moment: _moment(getattr(row, step.value), getattr(before, moment, None), now_wall_ms)
        for step, moment in _MOMENTS.items()
    }
    return Shutdown(id=row.id, session=session, site=row.site, done_by=row.done_by, note=row.note, **moments)


def _moment(ticked: bool, before: int | None, now_wall_ms: int) -> int | None:  # noqa: FBT001 - a step's own value
    return (before or now_wall_ms) if ticked else None
