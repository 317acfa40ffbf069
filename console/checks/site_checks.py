"""The technical check of sites by the bridge: begun, stopped, ticked, closed; and what goes into the register after it.

Rules: measured in a rehearsal or a test, and in an official session only until the meeting itself has begun: the time
that its registration declares, or the first site on the podium, whichever comes first; no tone goes into a room while
the opening is spoken. A few sites at a time, so that the main endpoint's own line is not what is measured. A check
never touches the mix.
"""

from typing import assert_never

from msgspec.structs import replace

from console.checks.check_entries import BaselineFrozen, CheckBegun, CheckItemNoted, CheckStageClosed
from console.checks.check_run import CheckRun, CheckStep, WaitingCheck
from console.checks.check_sheet import CheckSheet, newest, to_try_again, verdict
from console.checks.check_stages import checked_by_main, in_scope, judged, sheet_of, stage_of
from console.checks.check_steps import interrupt_checks, step_checks
from console.checks.check_tones import settle_tones
from console.checks.check_words import MEASURED, CheckItem, CheckResult, CheckStage
from console.commands import (
    CheckCommand,
    CloseCheckStage,
    CommandRequest,
    FreezeBaseline,
    RunSiteCheck,
    StopSiteChecks,
    TickCheckItem,
)
from console.configuration.freezing import freeze_after_check
from console.effects import PutRecords
from console.office.baseline import BASELINE_ITEMS, Baseline
from console.office.checks import summaries
from console.receipts import end
from console.silence.microphones import belongs_into_mix, connected
from console.state import State
from console.turn import Turn
from console.words import MAIN_SITE, Outcome, Reason, RehearsalState, SessionKind, SiteId

MOST_AT_ONCE = 4
SETTLING_MS = 700
"""A site needs so long to send its sound and a larger picture."""


def begin_check(turn: Turn, request: CommandRequest, command: CheckCommand) -> None:
    """Begins one command of the technical check."""
    stage = stage_of(turn.state, getattr(command, "stage", ""))
    if stage is None:
        end(turn, request, Outcome.REFUSED, Reason.UNKNOWN_STAGE)
        return
    match command:
        case RunSiteCheck():
            _run(turn, request, command, stage)
        case StopSiteChecks():
            _stop(turn, request)
        case TickCheckItem():
            _tick(turn, request, command, stage)
        case CloseCheckStage():
            _close(turn, request, stage)
        case FreezeBaseline():
            _freeze(turn, request, command.site, stage)
        case _:
            assert_never(command)


# ---------------------------------------------------------------- measuring


def measuring_allowed(state: State) -> bool:
    """Returns whether the session lets sites be measured now."""
    session, durable = state.durable.session, state.durable
    if session is None or durable.safe_stop is not None:
        return False
    busy = durable.called or durable.speech is not None or state.run is not None or _declared(state)
    return session.kind is not SessionKind.OFFICIAL or not busy


def _declared(state: State) -> bool:
    session = state.durable.session
    return session is not None and state.checks.begun == session.session


def _note_beginning(turn: Turn) -> None:
    """Notes that the time has come at which the meeting was declared to begin; a clock set back takes nothing back."""
    session, file = turn.state.durable.session, turn.state.durable.meeting_file
    if session is None or session.kind is not SessionKind.OFFICIAL or file is None or file.start_ms is None:
        return
    if turn.now.wall_ms >= file.start_ms and not _declared(turn.state):
        turn.change(checks=replace(turn.state.checks, begun=session.session))


def _run(turn: Turn, request: CommandRequest, command: RunSiteCheck, stage: CheckStage) -> None:
    state = turn.state
    wanted = command.sites or checked_by_main(state, stage)
    if any(site not in state.directory or site == MAIN_SITE for site in wanted):
        end(turn, request, Outcome.REFUSED, Reason.UNKNOWN_SITE)
        return
    if not measuring_allowed(state):
        end(turn, request, Outcome.REFUSED, Reason.MEETING_HAS_BEGUN)
        return
    absent = tuple(site for site in wanted if not connected(state, site))
    queued = [_waiting(state, site, stage, request, command) for site in wanted if site not in absent]
    new = [waiting for waiting in queued if waiting is not None]
    if not new:
        reason = Reason.SITE_NOT_CONNECTED if absent else Reason.NOTHING_TO_DO
        end(turn, request, Outcome.REFUSED if absent else Outcome.DONE, reason, unconfirmed=absent)
        return
    turn.change(checks=replace(state.checks, waiting=(*state.checks.waiting, *new)))
    start_waiting(turn)
    outcome = Outcome.PARTLY if absent else Outcome.DONE
    end(turn, request, outcome, Reason.SITE_NOT_CONNECTED if absent else None, unconfirmed=absent)


def _waiting(
    state: State, site: SiteId, stage: CheckStage, request: CommandRequest, command: RunSiteCheck
) -> WaitingCheck | None:
    """Returns what is to be measured of a site; None when it is under way or nothing is left."""
    if site in state.checks.running or any(known.site == site for known in state.checks.waiting):
        return None
    items = tuple(item for item in stage.items if item in MEASURED)
    sheet = sheet_of(state.durable, stage.stage, site)
    if command.only_failed and sheet is not None:
        items = to_try_again(sheet, items)
    return WaitingCheck(site=site, stage=stage.stage, items=items, request=request) if items else None


def start_waiting(turn: Turn) -> None:
    """Begins to measure the next sites as far as there is room."""
    checks = turn.state.checks
    running, waiting = dict(checks.running), list(checks.waiting)
    while waiting and len(running) < MOST_AT_ONCE:
        following = waiting.pop(0)
        if not connected(turn.state, following.site):
            continue
        turn.log(CheckBegun(site=following.site, stage=following.stage), following.request)
        now_ms = turn.now.monotonic_ms
        running[following.site] = CheckRun(
            site=following.site,
            stage=following.stage,
            items=following.items,
            request=following.request,
            started_ms=now_ms,
            step=CheckStep.SETTLING,
            deadline_ms=now_ms + SETTLING_MS,
            on_air=belongs_into_mix(turn.state, following.site),
        )
    turn.change(checks=replace(checks, running=running, waiting=tuple(waiting)))


def _stop(turn: Turn, request: CommandRequest) -> None:
    if not turn.state.checks.running and not turn.state.checks.waiting:
        end(turn, request, Outcome.DONE, Reason.NOTHING_TO_DO)
        return
    interrupt_checks(turn)
    end(turn, request, Outcome.DONE)


# ---------------------------------------------------------------- what people say


def _tick(turn: Turn, request: CommandRequest, command: TickCheckItem, stage: CheckStage) -> None:
    if command.site not in turn.state.directory:
        end(turn, request, Outcome.REFUSED, Reason.UNKNOWN_SITE)
        return
    by = command.by.strip() or request.actor.person
    entry = CheckItemNoted(
        site=command.site,
        stage=stage.stage,
        item=command.item,
        result=command.result,
        value=command.value.strip(),
        note=command.note.strip(),
        by=by,
    )
    turn.log(entry, request)
    end(turn, request, Outcome.DONE)


def _close(turn: Turn, request: CommandRequest, stage: CheckStage) -> None:
    durable = turn.state.durable
    words = {site: verdict(sheet_of(durable, stage.stage, site), stage.items) for site in in_scope(turn.state, stage)}
    counts = [list(words.values()).count(word) for word in (RehearsalState.PASSED, RehearsalState.REMARK)]
    entry = CheckStageClosed(
        stage=stage.stage,
        passed=counts[0],
        with_remarks=counts[1],
        failed=list(words.values()).count(RehearsalState.FAILED),
        not_reported=tuple(site for site, word in words.items() if word is RehearsalState.NOT_TESTED),
    )
    turn.log(entry, request)
    freeze_after_check(turn, request, good=bool(words) and not entry.failed and not entry.not_reported)
    end(turn, request, Outcome.DONE)


def _freeze(turn: Turn, request: CommandRequest, site: SiteId, stage: CheckStage) -> None:
    state = turn.state
    if site not in state.directory:
        end(turn, request, Outcome.REFUSED, Reason.UNKNOWN_SITE)
        return
    sheet = sheet_of(state.durable, stage.stage, site)
    values = () if sheet is None else _usual(sheet)
    session = state.durable.session
    if sheet is None or session is None or not values or verdict(sheet, ()) is RehearsalState.FAILED:
        end(turn, request, Outcome.REFUSED, Reason.CHECK_NOT_PASSED)
        return
    turn.log(BaselineFrozen(site=site, stage=stage.stage, values=values), request)
    record = Baseline(
        id=site,
        values=dict(values),
        meeting_uid=session.meeting_uid,
        stage=stage.stage,
        frozen_ms=turn.now.wall_ms,
    )
    turn.do(PutRecords(records=(record,), person=request.actor.person))
    end(turn, request, Outcome.DONE)


def _usual(sheet: CheckSheet) -> tuple[tuple[CheckItem, str], ...]:
    """Returns the values of the items that were found in order."""
    marks = [(item, newest(sheet, item)) for item in BASELINE_ITEMS]
    return tuple(
        (item, mark.value) for item, mark in marks if mark is not None and mark.result is CheckResult.OK and mark.value
    )


# ---------------------------------------------------------------- the end of the session


def keep_checks(turn: Turn, person: str) -> None:
    """Puts what the session's checks came to into the register; called as it ends."""
    state, session = turn.state, turn.state.durable.session
    interrupt_checks(turn)
    durable = turn.state.durable
    if session is None or not durable.sheets:
        return
    items = {stage.stage: stage.items for stage in state.rules.check_stages}
    records = summaries(session.meeting_uid, session.kind, durable.sheets.values(), items)
    turn.do(PutRecords(records=records, person=person))


def settle_checks(turn: Turn) -> None:
    """Takes what is under way as far as it can go; lets all sites go once the meeting needs them."""
    settle_tones(turn)
    _note_beginning(turn)
    if turn.state.checks.running or turn.state.checks.waiting:
        if measuring_allowed(turn.state):
            step_checks(turn, start_waiting)
        else:
            interrupt_checks(turn)
    checks = judged(turn.state)
    if checks is not turn.state.checks:
        turn.change(checks=checks)
