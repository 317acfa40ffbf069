"""The presets of a site's cameras in its technical check: each of them once, place and picture compared, and back.

Rules: never in an official session, where only the podium preset is recalled. A camera that is on air, or that moves
already, is left alone. What has not ended in its time is broken off, and the camera goes back to the preset at which it
stood. The worst that was found is what the item says.
"""

from msgspec.structs import replace

from console.cameras.cameras import ask_camera, on_air
from console.cameras.presets import ask_recall
from console.cameras.standing import camera_key, known_camera
from console.checks.check_run import CheckRun, Rehearsed
from console.checks.check_sheet import CheckMark
from console.checks.check_words import CheckItem, CheckResult, CheckWhy
from console.commands import CommandRequest, RecallPreset, RehearsePresets, StopCamera
from console.podium.podium_preset import BRIDGE, new_recall_id, wished_preset
from console.receipts import ask
from console.state import State
from console.turn import Turn
from console.words import Outcome, Reason, SessionKind

EACH_MS, MOST_MS = 8000, 120_000
"""What each preset adds to the time of a check, and what all of them may take."""
NAMES_TOLD = 3


def begin_presets(turn: Turn, run: CheckRun) -> CheckRun:
    """Sends the site's cameras to their presets: all of them, in an official session to the podium's alone."""
    if CheckItem.PRESET not in run.items:
        return run
    session = turn.state.durable.session
    official = session is None or session.kind is SessionKind.OFFICIAL
    return _recall_podium_preset(turn, run) if official else _rehearse(turn, run)


def presets_over(state: State, run: CheckRun) -> bool:
    """Returns whether every camera has answered."""
    asked = (run.preset_id, *(rehearsed.request_id for rehearsed in run.rehearsed))
    return all(request_id in state.receipts for request_id in asked if request_id)


def presets_ms(run: CheckRun) -> int:
    """Returns how much time the presets add to a check."""
    return min(MOST_MS, EACH_MS * max((rehearsed.presets for rehearsed in run.rehearsed), default=0))


def end_presets(turn: Turn, run: CheckRun) -> None:
    """Ends rehearsals that are still under way; their cameras go back to where they stood, as far as that is known."""
    for rehearsed in run.rehearsed:
        if rehearsed.request_id in turn.state.receipts or on_air(turn.state, run.site):
            continue
        if known_camera(turn.state, run.site, rehearsed.camera) is None:
            continue
        if rehearsed.stood_at is None:
            stop = StopCamera(site=run.site, camera=rehearsed.camera)
            request = CommandRequest(command_id=new_recall_id(turn), actor=BRIDGE, command=stop)
            ask_camera(turn, request, stop, ask(turn, request))
        else:
            back = RecallPreset(site=run.site, camera=rehearsed.camera, preset=rehearsed.stood_at)
            request = CommandRequest(command_id=new_recall_id(turn), actor=BRIDGE, command=back)
            ask_recall(turn, request, back, ask(turn, request))


def _recall_podium_preset(turn: Turn, run: CheckRun) -> CheckRun:
    wish = wished_preset(turn.state, run.site)
    if wish is None or camera_key(run.site, wish[0]) in turn.state.moving:
        return run
    command = RecallPreset(site=run.site, camera=wish[0], preset=wish[1])
    request = CommandRequest(command_id=new_recall_id(turn), actor=BRIDGE, command=command)
    ask_recall(turn, request, command, ask(turn, request))
    return replace(run, preset_id=request.command_id)


def _rehearse(turn: Turn, run: CheckRun) -> CheckRun:
    begun: list[Rehearsed] = []
    for camera in turn.state.site_cameras.get(run.site, ()):
        key = camera_key(run.site, camera.camera)
        taken = key in turn.state.moving or key in turn.state.drives
        if not camera.presets or taken or on_air(turn.state, run.site):
            continue
        command = RehearsePresets(site=run.site, camera=camera.camera)
        request = CommandRequest(command_id=new_recall_id(turn), actor=BRIDGE, command=command)
        stood_at = turn.state.durable.presets.get(key)
        begun.append(
            Rehearsed(
                camera=camera.camera, request_id=request.command_id, presets=len(camera.presets), stood_at=stood_at
            )
        )
        ask_camera(turn, request, command, ask(turn, request))
    return replace(run, rehearsed=tuple(begun))


# ---------------------------------------------------------------- what it comes to


def preset_mark(state: State, run: CheckRun, *, has_presets: bool) -> CheckMark:
    """Returns what came of a site's presets; `has_presets`: its program says that there are some."""
    if run.rehearsed:
        return _rehearsal_mark(state, run)
    item = CheckItem.PRESET
    if not run.preset_id:
        result = CheckResult.NOT_CHECKED if has_presets else CheckResult.NOT_APPLICABLE
        return CheckMark(item=item, result=result, why=CheckWhy.NO_PRESET)
    receipt = state.receipts.get(run.preset_id)
    if receipt is None or receipt.outcome is Outcome.UNCONFIRMED:
        return CheckMark(item=item, result=CheckResult.NOT_CHECKED, why=CheckWhy.NO_ANSWER)
    if receipt.outcome is Outcome.DONE:
        return CheckMark(item=item, result=CheckResult.OK, value=f"{receipt.took_ms / 1000:.1f}", unit="s")
    return CheckMark(item=item, result=CheckResult.FAIL, why=CheckWhy.CAMERA_FAILED)


def _rehearsal_mark(state: State, run: CheckRun) -> CheckMark:
    """Returns the worst of what the cameras found, with the names of the presets that it was found at."""
    found: dict[CheckWhy, list[str]] = {}
    good = 0
    for rehearsed in run.rehearsed:
        facts, receipt = known_camera(state, run.site, rehearsed.camera), state.receipts.get(rehearsed.request_id)
        if facts is None or receipt is None or receipt.outcome is not Outcome.DONE:
            found.setdefault(_why_not(receipt.reason if receipt is not None else None), []).append(
                rehearsed.camera if facts is None or not facts.title else facts.title
            )
            continue
        for trial in facts.rehearsed:
            why = _why_of(trial.reason, looks_alike=trial.looks_alike)
            if why is None:
                good += 1
            else:
                found.setdefault(why, []).append(trial.preset)
    asked = sum(rehearsed.presets for rehearsed in run.rehearsed)
    worst = next((why for why in _WORST_FIRST if why in found), None)
    result = CheckResult.OK if worst is None else _WORST_FIRST[worst]
    note = "" if worst is None else _names(found[worst])
    return CheckMark(item=CheckItem.PRESET, result=result, value=f"{good}/{asked}", why=worst, note=note)


_WORST_FIRST = {
    CheckWhy.CAMERA_FAILED: CheckResult.FAIL,
    CheckWhy.PRESET_MISSED: CheckResult.FAIL,
    CheckWhy.PRESET_CHANGED: CheckResult.NOT_CHECKED,
    CheckWhy.NO_ANSWER: CheckResult.NOT_CHECKED,
    CheckWhy.PRESET_UNPROVED: CheckResult.NOT_CHECKED,
    CheckWhy.INTERRUPTED: CheckResult.NOT_CHECKED,
}


def _why_of(reason: Reason | None, *, looks_alike: bool | None) -> CheckWhy | None:
    """Returns what is wrong at one preset; None: nothing."""
    if reason is Reason.CAMERA_UNCONFIRMED:
        return CheckWhy.PRESET_UNPROVED
    if reason is not None:
        return CheckWhy.PRESET_MISSED
    return CheckWhy.PRESET_CHANGED if looks_alike is False else None


def _why_not(reason: Reason | None) -> CheckWhy:
    """Returns why a camera's presets were not all tried."""
    if reason in (None, Reason.TIMEOUT):
        return CheckWhy.NO_ANSWER
    taken = reason in (Reason.SUPERSEDED, Reason.CAMERA_BUSY, Reason.CAMERA_ON_AIR)
    return CheckWhy.INTERRUPTED if taken else CheckWhy.CAMERA_FAILED


def _names(names: list[str]) -> str:
    more = len(names) - NAMES_TOLD
    return ", ".join(names[:NAMES_TOLD]) + (f" (+{more})" if more > 0 else "")
