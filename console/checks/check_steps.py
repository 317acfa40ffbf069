"""The steps of one site's check: what is asked of engine and site, what they answer, and how it ends.

Rules: every step ends by its answers or by its deadline; a site that leaves, or is needed by an official meeting, is
let go at once, and what was not measured then is not checked. Nobody but the site itself hears a tone, and the bridge
alone hears the site's (`check_tones`).
"""

from collections.abc import Callable

from msgspec.structs import replace

from console.checks.check_entries import CheckItemNoted
from console.checks.check_judging import Measured, unknown
from console.checks.check_lines import begin_line_step, end_ramp, line_step_over
from console.checks.check_messages import SiteSoundTested, TestSiteSound
from console.checks.check_port import SoundTested, TestSound
from console.checks.check_presets import begin_presets, end_presets, presets_ms, presets_over
from console.checks.check_replay import sheet_key
from console.checks.check_run import RAMPS, CheckRun, CheckStep
from console.checks.check_sheet import CheckMark
from console.checks.check_tones import next_tone_ms, tone_begins, tone_ended
from console.checks.check_words import CheckItem, CheckWhy
from console.engine_port import Capability, Sampled
from console.office.baseline import drifted
from console.silence.microphones import belongs_into_mix, connected
from console.state import State, link_of
from console.turn import Turn, forget
from console.words import SiteId

ROOM_MS = 1500
TONE_MS = 1500
TONE_IN_MS = 1500
ON_THE_WAY_MS = 750
"""A tone arrives and ends so much later than it was asked for."""
PATIENCE_MS = 1500
"""A sound test that is not answered so long after its end is not answered."""
PICTURE_MS = 9000
"""So long after its beginning a check stops looking for a larger picture."""
CAMERA_MS = 17_000
TONE_OUT_HERTZ, TONE_IN_HERTZ = 1000, 620
SAMPLES_KEPT = 20
ENOUGH_SAMPLES = 3
"""Seconds of the largest picture."""
SOUND = frozenset({CheckItem.SOUND_TO_SITE, CheckItem.SOUND_FROM_SITE, CheckItem.MICROPHONE, CheckItem.ECHO})
PICTURE = frozenset({CheckItem.PICTURE_SIZE, CheckItem.PICTURE_RATE, CheckItem.LOSS, CheckItem.JITTER})


# ---------------------------------------------------------------- what arrives


def take_check_samples(turn: Turn, report: Sampled) -> None:
    """Keeps the seconds of sites that are being measured; what a filled line loses is not its own doing."""
    for sample in report.samples:
        run = turn.state.checks.running.get(sample.site)
        if run is None or run.step in RAMPS:
            continue
        if link_of(turn.state, sample.site).connection == sample.connection:
            _put(turn, replace(run, samples=(*run.samples, sample)[-SAMPLES_KEPT:]))


def take_sound_test(turn: Turn, report: SoundTested) -> None:
    """Takes what the bridge heard of a site."""
    tone_ended(turn, report.site, report.request_id, at_site=False)
    run = turn.state.checks.running.get(report.site)
    if run is None or run.test_id != report.request_id:
        return
    match run.step:
        case CheckStep.ROOM:
            _put(turn, replace(run, room=report))
        case CheckStep.TONE_OUT:
            _put(turn, replace(run, returned=report))
        case CheckStep.TONE_IN:
            _put(turn, replace(run, sent=report))
        case _:
            pass


def take_site_sound_test(turn: Turn, site: SiteId, report: SiteSoundTested) -> None:
    """Takes what a site heard of the bridge's tone, or that it has played its own."""
    tone_ended(turn, site, report.request_id, at_site=True)
    run = turn.state.checks.running.get(site)
    if run is not None and run.test_id == report.request_id and run.step is CheckStep.TONE_OUT:
        _put(turn, replace(run, heard=report))


def _put(turn: Turn, run: CheckRun) -> None:
    checks = turn.state.checks
    turn.change(checks=replace(checks, running=checks.running | {run.site: run}))


# ---------------------------------------------------------------- the steps


def step_checks(turn: Turn, start_waiting: Callable[[Turn], None]) -> None:
    """Takes every check as far as it can go now, and begins the next ones."""
    if not turn.state.checks.running:
        return
    for run in tuple(turn.state.checks.running.values()):
        if not connected(turn.state, run.site):
            finish(turn, run, interrupted=True)
            continue
        current = run
        if belongs_into_mix(turn.state, run.site) and not run.on_air:
            current = replace(run, on_air=True)
            _put(turn, current)
        while current.site in turn.state.checks.running and _over(turn, current):
            _next_step(turn, current)
            current = turn.state.checks.running.get(run.site, current)
    start_waiting(turn)


def next_check_ms(state: State) -> int | None:
    """Returns when a check is to be looked at again, whatever arrives until then."""
    tone_ms = next_tone_ms(state)
    ends = [run.deadline_ms for run in state.checks.running.values()]
    return min(ends if tone_ms is None else [*ends, tone_ms], default=None)


def _over(turn: Turn, run: CheckRun) -> bool:  # noqa: PLR0911 - one arm per step
    """Returns whether a step has its answers, or no time left."""
    if turn.now.monotonic_ms >= run.deadline_ms:
        return True
    match run.step:
        case CheckStep.ROOM:
            return run.room is not None
        case CheckStep.TONE_OUT:
            return run.returned is not None and (run.heard is not None or not run.asked_site)
        case CheckStep.TONE_IN:
            return run.sent is not None
        case CheckStep.PICTURE:
            return _enough_pictures(turn.state, run)
        case CheckStep.LINE_TURN | CheckStep.LINE_UP | CheckStep.LINE_DOWN:
            return line_step_over(turn.state, run)
        case CheckStep.CAMERA:
            return presets_over(turn.state, run)
        case CheckStep.SETTLING:
            return False


def _enough_pictures(state: State, run: CheckRun) -> bool:
    hello = link_of(state, run.site).hello
    if hello is not None and not hello.has_camera:
        return len(run.samples) >= ENOUGH_SAMPLES
    videos = [sample.video for sample in run.samples if sample.video is not None]
    newest = {(video.width, video.height) for video in videos[-ENOUGH_SAMPLES - 1 :]}
    answered = hello is not None and hello.can_rung and run.site not in state.rungs
    if answered and len(videos) > ENOUGH_SAMPLES and len(newest) == 1 and (None, None) not in newest:
        return True  # its camera gives no larger picture
    full = [video for video in videos if video.width is not None and video.width >= state.rules.full_width]
    return len(full) > ENOUGH_SAMPLES


def _next_step(turn: Turn, run: CheckRun) -> None:
    end_ramp(turn, run)
    steps = list(CheckStep)
    for step in steps[steps.index(run.step) + 1 :]:
        begun = _begin_step(turn, run, step)
        if begun is not None:
            _put(turn, begun)
            return
    finish(turn, run, interrupted=False)


def _begin_step(turn: Turn, run: CheckRun, step: CheckStep) -> CheckRun | None:  # noqa: PLR0911 - one arm per step
    """Returns the run in a step that has begun; None where there is nothing to do in it."""
    state, link = turn.state, link_of(turn.state, run.site)
    tests_sound = bool(SOUND & set(run.items)) and Capability.SOUND_TEST in state.engine.capabilities
    answers = link.hello is not None and link.hello.can_test_sound and link.control
    match step:
        case CheckStep.ROOM if tests_sound:
            return _test(turn, begin_presets(turn, run), step, ROOM_MS)
        case CheckStep.TONE_OUT if tests_sound and not run.on_air:
            begun = _test(turn, run, step, TONE_MS, play=TONE_OUT_HERTZ, listen=TONE_OUT_HERTZ)
            tone_begins(turn, run.site, begun.test_id, begun.deadline_ms, at_site=False)
            if answers:
                message = TestSiteSound(
                    request_id=begun.test_id, milliseconds=TONE_MS + ON_THE_WAY_MS, listen_hertz=TONE_OUT_HERTZ
                )
                turn.send(run.site, message)
            return replace(begun, tone_asked=True, asked_site=answers)
        case CheckStep.TONE_IN if tests_sound and answers and not run.on_air:
            begun = _test(turn, run, step, TONE_IN_MS + ON_THE_WAY_MS, listen=TONE_IN_HERTZ)
            tone_begins(turn, run.site, begun.test_id, begun.deadline_ms, at_site=True)
            turn.send(
                run.site,
                TestSiteSound(request_id=begun.test_id, milliseconds=TONE_IN_MS, play_hertz=TONE_IN_HERTZ),
            )
            return begun
        case CheckStep.PICTURE if PICTURE & set(run.items):
            return replace(run, step=step, test_id="", deadline_ms=run.started_ms + PICTURE_MS)
        case CheckStep.LINE_TURN | CheckStep.LINE_UP | CheckStep.LINE_DOWN:
            return begin_line_step(turn, run, step)
        case CheckStep.CAMERA if run.preset_id or run.rehearsed:
            return replace(run, step=step, test_id="", deadline_ms=run.started_ms + CAMERA_MS + presets_ms(run))
        case _:
            return None


def _test(
    turn: Turn, run: CheckRun, step: CheckStep, milliseconds: int, *, play: int | None = None, listen: int | None = None
) -> CheckRun:
    test_id = f"check-{turn.now.wall_ms}-{turn.next_number()}"
    turn.do(
        TestSound(request_id=test_id, site=run.site, milliseconds=milliseconds, play_hertz=play, listen_hertz=listen)
    )
    deadline_ms = turn.now.monotonic_ms + milliseconds + PATIENCE_MS
    return replace(run, step=step, test_id=test_id, asked_site=False, deadline_ms=deadline_ms)


# ---------------------------------------------------------------- the end


def finish(turn: Turn, run: CheckRun, *, interrupted: bool) -> None:
    """Ends a site's check and writes what was found."""
    checks = turn.state.checks
    if interrupted:
        end_ramp(turn, run)
    turn.change(checks=replace(checks, running=forget(checks.running, run.site)))
    end_presets(turn, run)
    measured = Measured(run, turn.state)
    marks = _untried(turn.state, run) if interrupted else measured.marks()
    usual = usual_values(turn.state, run.site)
    for mark in marks:
        turn.log(_entry(run, mark, usual.get(mark.item, "")), run.request)


def _untried(state: State, run: CheckRun) -> tuple[CheckMark, ...]:
    """Returns the marks of a check that was broken off: what was found before stands, the rest is not checked."""
    sheet = state.durable.sheets.get(sheet_key(run.stage, run.site))
    known = {} if sheet is None else sheet.marks
    return tuple(unknown(item, CheckWhy.INTERRUPTED) for item in run.items if item not in known)


def usual_values(state: State, site: SiteId) -> dict[CheckItem, str]:
    """Returns a site's usual values: frozen in this session, else as the register had them."""
    file = state.durable.meeting_file
    known = {} if file is None else file.baselines.get(site, {})
    return known | state.durable.baselines.get(site, {})


def interrupt_checks(turn: Turn) -> None:
    """Lets every site go at once."""
    checks = turn.state.checks
    turn.change(checks=replace(checks, waiting=()))
    for run in tuple(checks.running.values()):
        finish(turn, run, interrupted=True)


def _entry(run: CheckRun, mark: CheckMark, usual: str) -> CheckItemNoted:
    return CheckItemNoted(
        site=run.site,
        stage=run.stage,
        item=mark.item,
        result=mark.result,
        value=mark.value,
        unit=mark.unit,
        why=mark.why,
        note=mark.note,
        delay_ms=mark.delay_ms,
        baseline=usual if drifted(mark.item, usual, mark.value) else "",
    )
