"""What windows see of the technical check: the check as a whole, and each sheet that something stands on."""

from collections.abc import Iterator

from console.checks.check_replay import sheet_key
from console.checks.check_sheet import verdict
from console.checks.check_stages import meeting_sites, speaking_sites, stage_of, stages_of
from console.checks.site_checks import measuring_allowed
from console.meeting.meeting_snapshot import CheckSheetView, ChecksView, ClosedStageView
from console.state import State
from console.words import SiteId


def check_parts(state: State) -> Iterator[tuple[str, tuple[object, ...]]]:
    """Yields every key with what its view is made of."""
    durable, checks = state.durable, state.checks
    steps = tuple((site, run.step) for site, run in checks.running.items())
    begun = (durable.session, durable.called, durable.speech, durable.safe_stop is None, state.run is None)
    planned = (durable.meeting_file, durable.requests, state.directory)
    yield "checks", (steps, checks.waiting, checks.begun, durable.closed_stages, *begun, *planned)
    for key, sheet in durable.sheets.items():
        yield f"check/{key}", (sheet,)


def site_check_parts(state: State, site: SiteId) -> tuple[object, ...]:
    """Returns what a site's badge is made of."""
    durable = state.durable
    stage, file = durable.last_checked.get(site), durable.meeting_file
    sheet = None if stage is None else durable.sheets.get(sheet_key(stage, site))
    return (sheet, site in state.checks.running, None if file is None else file.checked.get(site))


def check_sheet_view(state: State, key: str) -> CheckSheetView:
    """Returns one sheet."""
    sheet = state.durable.sheets[key]
    stage = stage_of(state, sheet.stage)
    return CheckSheetView(
        stage=sheet.stage,
        site=sheet.site,
        state=verdict(sheet, () if stage is None else stage.items),
        marks=sheet.marks,
    )


def checks_view(state: State) -> ChecksView:
    """Returns the check as a whole; nothing without a session."""
    durable, checks = state.durable, state.checks
    if durable.session is None:
        return ChecksView()
    closed = durable.closed_stages.items()
    return ChecksView(
        stages=stages_of(state),
        allowed=measuring_allowed(state),
        running={site: run.step.value for site, run in checks.running.items()},
        waiting=tuple(waiting.site for waiting in checks.waiting),
        sites=meeting_sites(state),
        speaking=tuple(sorted(speaking_sites(state))),
        closed=tuple(ClosedStageView(stage=stage, at_ms=told.at_ms, person=told.person) for stage, told in closed),
    )
