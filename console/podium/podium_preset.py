"""The camera's preset that shows a site's speaker: recalled while the site is off air, on deck or before the podium.

Rules: the site says itself which preset that is; without one its camera stays as it is. The recall is a command of the
bridge's own, logged and answered like any other. None is not known; a camera that stays away keeps nobody from the
podium: the site comes when its camera has arrived or the time for that is over, or, where the rules say so, at once
while the main endpoint is shown. A camera that a person has just framed is left to that person.
"""

from msgspec.structs import replace

from console.cameras.automation import automatic_preset, note_move
from console.cameras.camera_facts import same_name
from console.cameras.camera_moves import Cover
from console.cameras.presets import ask_recall
from console.cameras.standing import camera_key, drift_of
from console.commands import Actor, CommandRequest, RecallPreset
from console.podium.podium_run import PodiumRun
from console.receipts import ask
from console.state import State, link_of
from console.turn import Turn
from console.words import Layout, Origin, Outcome, Reason, Role, SiteId

BRIDGE = Actor(person="", role=Role.BRIDGE, origin=Origin.BRIDGE)

COVERABLE = (Layout.PODIUM, Layout.PODIUM_BESIDE_MAIN)
"""Layouts in which the main endpoint can be shown in the place of the site on the podium."""


def wished_preset(state: State, site: SiteId) -> tuple[str, str] | None:
    """Returns camera and preset that show whoever speaks at a site, None when there is none or it is not known."""
    cameras = state.site_cameras.get(site, ())
    return next(((known.camera, known.podium_preset) for known in cameras if known.podium_preset), None)


def settle_deck_preset(turn: Turn) -> None:
    """Recalls the preset of the site on deck, once in every connection of it, and takes what came of that."""
    state, on_deck, check = turn.state, turn.state.durable.on_deck, turn.state.check
    if on_deck is None:
        return
    if check.preset_id:
        _take_answer(turn)
        return
    on_the_way = state.run is not None and state.run.site == on_deck.site
    if on_the_way or not link_of(state, on_deck.site).control or wished_preset(state, on_deck.site) is None:
        return
    if _automatic(turn, on_deck.site) is None:
        return
    recall_id = new_recall_id(turn)
    turn.change(check=replace(turn.state.check, preset_id=recall_id))
    _recall(turn, on_deck.site, recall_id)
    _take_answer(turn)


def _take_answer(turn: Turn) -> None:
    check = turn.state.check
    if check.preset_ms is not None:
        _notice_moved(turn)
        return
    receipt = turn.state.receipts.get(check.preset_id)
    if receipt is None:
        return
    known = {Outcome.DONE: True, Outcome.REFUSED: False, Outcome.FAILED: False}.get(receipt.outcome)
    unknown = receipt.reason is Reason.TIMEOUT
    turn.change(check=replace(check, preset_ok=None if unknown else known, preset_ms=turn.now.monotonic_ms))


def _notice_moved(turn: Turn) -> None:
    """Takes "yes" back once the camera was brought to another preset."""
    durable, check = turn.state.durable, turn.state.check
    wish = None if durable.on_deck is None else wished_preset(turn.state, durable.on_deck.site)
    if not check.preset_ok or durable.on_deck is None or wish is None:
        return
    stands_at = durable.presets.get(camera_key(durable.on_deck.site, wish[0]))
    left = drift_of(turn.state, durable.on_deck.site, wish[0]) is not None
    if left or stands_at is None or not same_name(stands_at, wish[1]):
        turn.change(check=replace(check, preset_ok=False, preset_ms=turn.now.monotonic_ms))


def preset_for_podium(turn: Turn, site: SiteId, scripted: tuple[str, str] | None = None) -> str:
    """Returns the recall that the podium waits for: the one on deck, or a new one; empty when there is none.

    A camera and preset that the script names go before the site's own.
    """
    state, check = turn.state, turn.state.check
    if scripted is not None:
        recall_id = new_recall_id(turn)
        recall_for_bridge(turn, RecallPreset(site=site, camera=scripted[0], preset=scripted[1]), recall_id)
        return recall_id
    if state.durable.on_deck is not None and state.durable.on_deck.site == site and check.preset_id:
        known_ms = check.preset_ms
        if known_ms is None:
            return check.preset_id
        if check.preset_ok or turn.now.monotonic_ms - known_ms <= state.rules.preflight_fresh_ms:
            return ""
    if _automatic(turn, site) is None:
        return ""
    recall_id = new_recall_id(turn)
    _recall(turn, site, recall_id)
    return recall_id


def new_recall_id(turn: Turn) -> str:
    """Returns a command id for a recall of the bridge's own."""
    return f"preset-{turn.now.wall_ms}-{turn.next_number()}"


def _automatic(turn: Turn, site: SiteId) -> tuple[str, str] | None:
    """Returns camera and preset to which the program may bring it by itself now, None when to none."""
    wish = wished_preset(turn.state, site)
    if wish is None:
        return None
    preset = automatic_preset(turn.state, site, *wish, turn.now.monotonic_ms)
    return None if preset is None else (wish[0], preset)


def _recall(turn: Turn, site: SiteId, recall_id: str) -> None:
    wish = _automatic(turn, site)
    if wish is not None:
        note_move(turn, camera_key(site, wish[0]), wish[1])
        recall_for_bridge(turn, RecallPreset(site=site, camera=wish[0], preset=wish[1]), recall_id)


def recall_for_bridge(turn: Turn, command: RecallPreset, recall_id: str) -> None:
    """Begins a recall that the bridge itself asks for."""
    request = CommandRequest(command_id=recall_id, actor=BRIDGE, command=command)
    ask_recall(turn, request, command, ask(turn, request))


def preset_under_way(state: State, run: PodiumRun, at_ms: int) -> bool:
    """Returns whether the camera is on its way to the preset and has time left."""
    return run.preset_id in state.in_flight and at_ms < run.preset_deadline_ms


def covers_move(state: State, run: PodiumRun) -> bool:
    """Returns whether the main endpoint is to be shown while the camera moves, so that the run need not wait for it."""
    return state.rules.cover_podium_move and podium_layout(state, run) in COVERABLE


def still_to_move(state: State, run: PodiumRun) -> bool:
    """Returns whether the camera of a site that comes to the podium will be seen by nobody for a while yet."""
    return run.preset_id in state.in_flight and covers_move(state, run)


def podium_layout(state: State, run: PodiumRun) -> Layout:
    """Returns the layout in which a run brings its site: the cue's, else the present one where it shows a podium."""
    if run.cue is not None and run.cue.layout is not None:
        return run.cue.layout
    present = state.durable.podium.layout
    return present if present in COVERABLE else state.rules.podium_layout


def cover_move(turn: Turn, run: PodiumRun) -> None:
    """Shows the main endpoint until the camera that is under way has arrived, or its time is over."""
    now_ms = turn.now.monotonic_ms
    if still_to_move(turn.state, run):
        until_ms = now_ms + turn.state.rules.cover_limit_ms
        turn.change(cover=Cover(command_id=run.preset_id, site=run.site, until_ms=until_ms))


def preset_fault(state: State, run: PodiumRun) -> Reason | None:
    """Returns why the camera is not known to stand at the preset that the run waited for, None when it does.

    Also while it is still under way under cover: nothing is known to be wrong with it.
    """
    under_cover = state.cover is not None and state.cover.command_id == run.preset_id
    if not run.preset_id or under_cover:
        return None
    receipt = state.receipts.get(run.preset_id)
    if receipt is None:
        return Reason.TIMEOUT
    return None if receipt.outcome is Outcome.DONE else receipt.reason or Reason.CAMERA_FAILED
