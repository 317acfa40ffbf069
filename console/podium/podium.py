"""Bringing a site to the podium: one transaction of check, act, verify, or roll back.

Rules: raising the picture's size is not an opening act and goes out with the click; gate, microphone and program wait
for the "requested" line. Only main endpoint and podium are heard. A site whose own technician opens the microphone is
waited for: its silence is no fault. Steps that are due follow each other within one decision.
"""

from msgspec.structs import replace

from console.commands import BringToPodium, CommandRequest
from console.durable import microphone_order
from console.engine_port import FullFrameDecoded, RequestKeyFrame, SoundDecoded, WatchFirstFrame
from console.entries import LogFellBehind, OnDeckChanged, PodiumTaken
from console.floor.floor_entries import FloorGranted
from console.podium.podium_checks import (
    log_preflight,
    passed_lately,
    preflight_deadline,
    preflight_fault,
    preflight_passed,
)
from console.podium.podium_end import fail_run, interrupt_run, succeed_run
from console.podium.podium_preset import cover_move, podium_layout, preset_for_podium, still_to_move
from console.podium.podium_return import ask_return, open_previous, scene_fault
from console.podium.podium_run import CueRun, PodiumRun
from console.receipts import end, log_is_ready
from console.sites.site_messages import ProgramReported, ReportProgram
from console.state import State, link_of
from console.turn import Turn
from console.words import MAIN_SITE, LinkState, Outcome, PodiumPhase, Reason, SiteId, WhoOpens


def bring_to_podium(turn: Turn, request: CommandRequest, command: BringToPodium, line: int) -> None:
    """Begins the transaction for a site that the operator named."""
    if command.site == turn.state.durable.podium.site and microphone_order(turn.state.durable, command.site).heard:
        end(turn, request, Outcome.DONE, Reason.NOTHING_TO_DO)
        return
    begin_run(turn, request, command.site, line, None)


def begin_run(
    turn: Turn,
    request: CommandRequest,
    site: SiteId,
    line: int,
    floor_request: str | None,
    cue: CueRun | None = None,
) -> None:
    """Begins the transaction, or refuses; an earlier one that is still running is void."""
    reason = refusal(turn.state, site)
    if reason is not None:
        end(turn, request, Outcome.REFUSED, reason)
        return
    if turn.state.run is not None:
        interrupt_run(turn, turn.state.run)
    checked = passed_lately(turn.state, site, turn.now.monotonic_ms)
    preset_id = preset_for_podium(turn, site, None if cue is None else cue.preset)
    state, now_ms = turn.state, turn.now.monotonic_ms
    controllable = link_of(state, site).controllable
    run = PodiumRun(
        request=request,
        site=site,
        floor_request=floor_request,
        cue=cue,
        phase=PodiumPhase.PREFLIGHT,
        started_ms=now_ms,
        line=line,
        log_deadline_ms=now_ms + state.rules.log_patience_ms,
        phase_deadline_ms=now_ms + state.rules.preflight_limit_ms,
        watch_id=f"watch-{turn.next_number()}",
        controllable=controllable,
        site_opens=controllable and state.rules.who_opens is WhoOpens.SITE_TECHNICIAN,
        previous=state.durable.podium.site,
        checked=checked,
        preset_id=preset_id,
        preset_deadline_ms=now_ms + state.rules.preset_wait_ms,
    )
    turn.change(run=run)
    watch_site(turn, run, run.watch_id)


def watch_site(turn: Turn, run: PodiumRun, watch_id: str) -> None:
    """Asks the engine for the first full-size frame and the first sound of the site from now on."""
    turn.do(WatchFirstFrame(request_id=watch_id, site=run.site, least_width=_least_width(turn.state, run)))
    if not run.controllable and watch_id == run.watch_id:
        turn.do(RequestKeyFrame(site=run.site))


def return_to_previous(turn: Turn, request: CommandRequest, line: int) -> None:
    """Begins to return to what was before the last podium act."""
    run = ask_return(turn, request, line)
    if run is not None and run.site != MAIN_SITE:
        watch_site(turn, run, run.watch_id)


def refusal(state: State, site: SiteId) -> Reason | None:
    """Returns why a site cannot be brought to the podium now, or None."""
    if site == MAIN_SITE:
        return Reason.BAD_VALUE
    if site not in state.directory:
        return Reason.UNKNOWN_SITE
    if not state.engine.up:
        return Reason.ENGINE_DOWN
    link = link_of(state, site)
    if link.connection is None or link.state in (LinkState.LOST, LinkState.CONNECTING, LinkState.ABSENT):
        return Reason.SITE_NOT_CONNECTED
    return None


def _least_width(state: State, run: PodiumRun) -> int:
    return state.rules.full_width if run.controllable else 1


# ---------------------------------------------------------------- reports


def take_first_frame(turn: Turn, report: FullFrameDecoded) -> None:
    """Takes the first full-size frame of the site on its way."""
    run = turn.state.run
    if run is None or report.request_id not in (run.watch_id, run.open_id) or run.frame_ms is not None:
        return
    if report.width >= _least_width(turn.state, run):
        turn.change(run=replace(run, frame_ms=_moment(report.at_ms, run, turn)))


def take_sound_decoded(turn: Turn, report: SoundDecoded) -> None:
    """Takes the first sound: before the opening it proves the path, after it the opening."""
    run = turn.state.run
    if run is None or report.request_id not in (run.watch_id, run.open_id):
        return
    run = replace(run, heard_in_preflight=True)
    opened = report.request_id == run.open_id
    if run.sound_ms is None and (opened or run.site_opens):
        run = replace(run, sound_ms=_moment(report.at_ms, run, turn))
    turn.change(run=run)


def _moment(at_ms: int, run: PodiumRun, turn: Turn) -> int:
    """Returns the engine's moment, held between click and now: a clock of another process may stray."""
    return min(max(at_ms, run.started_ms), turn.now.monotonic_ms)


def take_program_report(turn: Turn, site: SiteId, report: ProgramReported) -> None:
    """Takes the site's word that it decodes the program again."""
    run = turn.state.run
    if run is None or run.site != site or report.request_id != run.report_id:
        return
    turn.change(
        run=replace(
            run,
            site_reported_ms=turn.now.monotonic_ms,
            site_frame_after_ms=report.frame_after_ms,
            site_sound_after_ms=report.sound_after_ms,
        )
    )


# ---------------------------------------------------------------- steps


def step_run(turn: Turn) -> None:
    """Moves the transaction as far as it goes now."""
    run = turn.state.run
    if run is not None and run.site != MAIN_SITE and link_of(turn.state, run.site).state is LinkState.LOST:
        fail_run(turn, run, Reason.SITE_LOST)
        return
    if run is not None and run.phase is PodiumPhase.PREFLIGHT:
        _step_preflight(turn, run)
    run = turn.state.run
    if run is not None and run.phase is PodiumPhase.WAITING_FOR_LOG:
        _step_log(turn, run)
    run = turn.state.run
    if run is not None and run.phase is PodiumPhase.OPENING:
        _step_verify(turn, run)
    run = turn.state.run
    if run is not None and run.on_air:
        _step_report(turn, run)


def _step_preflight(turn: Turn, run: PodiumRun) -> None:
    now_ms = turn.now.monotonic_ms
    fault = preflight_fault(turn.state, run, now_ms)
    if fault is not None:
        log_preflight(turn, run, fault)
        fail_run(turn, replace(run, preflight_ms=now_ms - run.started_ms), fault)
        return
    if not preflight_passed(turn.state, run, now_ms):
        turn.change(run=replace(run, phase_deadline_ms=preflight_deadline(turn.state, run, now_ms)))
        return
    if not run.checked:
        log_preflight(turn, run, None)
    took_ms = now_ms - run.started_ms
    turn.change(
        run=replace(
            run,
            preflight_ms=took_ms,
            preset_ms=took_ms if run.preset_id and not still_to_move(turn.state, run) else None,
            phase=PodiumPhase.WAITING_FOR_LOG,
            phase_deadline_ms=max(now_ms, run.log_deadline_ms),
        )
    )


def _step_log(turn: Turn, run: PodiumRun) -> None:
    log, now_ms = turn.state.log, turn.now.monotonic_ms
    if not log_is_ready(turn.state, run.line):
        if not log.failing and now_ms < run.log_deadline_ms:
            return
        turn.log(LogFellBehind(command_id=run.request.command_id), run.request)
    if not run.returning:
        _open(turn, run)
    elif not open_previous(turn, run):
        return
    _begin_verify(turn, run)


def _open(turn: Turn, run: PodiumRun) -> None:
    """Gives the site microphone, mix and program at once; what goes out follows from the lines (see `wanted`)."""
    state = turn.state
    cover_move(turn, run)
    if run.floor_request is not None:
        turn.log(FloorGranted(request_id=run.floor_request), run.request)
    layout = podium_layout(state, run)
    taken = PodiumTaken(site=run.site, layout=layout, waiting=run.site_opens, order=turn.next_order())
    turn.log(taken, run.request)
    if state.durable.on_deck is not None and state.durable.on_deck.site == run.site:
        turn.log(OnDeckChanged(site=None), run.request)


def _begin_verify(turn: Turn, run: PodiumRun) -> None:
    now_ms = turn.now.monotonic_ms
    opened = replace(
        run,
        phase=PodiumPhase.OPENING,
        phase_deadline_ms=now_ms + turn.state.rules.verify_limit_ms,
        opened_ms=now_ms,
        open_id=f"watch-{turn.next_number()}",
        report_id=f"program-{turn.next_number()}",
    )
    turn.change(run=opened)
    if run.site != MAIN_SITE:
        watch_site(turn, opened, opened.open_id)
        turn.send(run.site, ReportProgram(request_id=opened.report_id))


def _step_verify(turn: Turn, run: PodiumRun) -> None:
    fault = _not_yet(turn.state, run)
    if fault is None:
        phase = PodiumPhase.WAITING_FOR_SITE if turn.state.durable.podium.waiting else PodiumPhase.ON_AIR
        turn.change(run=replace(run, phase=phase, on_air=True))
    elif turn.now.monotonic_ms >= run.phase_deadline_ms:
        fail_run(turn, run, fault)


def _not_yet(state: State, run: PodiumRun) -> Reason | None:
    """Returns what the verification still waits for, None: the site is on air as it was ordered."""
    if run.returning and (fault := scene_fault(state, run.site)) is not None:
        return fault
    if run.site == MAIN_SITE:
        return None
    hello = link_of(state, run.site).hello
    if run.frame_ms is None and (hello is None or hello.has_camera):
        return Reason.NO_FULL_FRAME
    microphone = run.controllable and (hello is None or hello.has_microphone)
    sounds = microphone and not run.site_opens and microphone_order(state.durable, run.site).open
    return Reason.NO_SOUND_PATH if sounds and run.sound_ms is None else None


def _step_report(turn: Turn, run: PodiumRun) -> None:
    """Waits for the site's own report within the limit; without it the connection time stays unknown."""
    if run.site == MAIN_SITE:
        succeed_run(turn, run)
        return
    reported = run.site_reported_ms is not None or not link_of(turn.state, run.site).control
    if reported or turn.now.monotonic_ms >= run.phase_deadline_ms:
        succeed_run(turn, run)
