"""How a session's lines give the durable state: `apply`, folded over them.

Rule: `apply` is total and knows no rules of the house; whatever `decide` wants to hold after a restart is in the
entry's own fields. The live state goes through the same function, so that replay cannot differ from it.
"""

from collections.abc import Callable, Iterable
from typing import assert_never

from msgspec.structs import replace

from console.alarm_entries import AnyAlarmEntry
from console.alarm_replay import apply_alarm
from console.camera_entries import AnyCameraEntry
from console.camera_replay import apply_camera
from console.durable import (
    Durable,
    MicrophoneOrder,
    OnDeck,
    Podium,
    Returned,
    SafeStop,
    Scene,
    Session,
    Silence,
    microphone_order,
    resting_order,
)
from console.entries import (
    AdmissionDenied,
    BridgeStarted,
    ClockStepped,
    CommandAsked,
    CommandEnded,
    DirectoryChanged,
    EngineChanged,
    ForgottenMicrophoneSeen,
    LayoutSet,
    Line,
    ListenClosed,
    ListenOpened,
    LogFellBehind,
    MicrophoneChanged,
    MicrophoneOrdered,
    NonsenseHeard,
    OnDeckChanged,
    OpeningTried,
    PodiumLeft,
    PodiumReturned,
    PodiumRolledBack,
    PodiumTaken,
    PodiumVerified,
    PreflightEnded,
    ReadyGiven,
    ReturnRolledBack,
    SafeStopLifted,
    SafeStopped,
    SessionEnded,
    SessionStarted,
    SilenceLifted,
    SilenceOrdered,
    SiteCameBack,
    SiteJoined,
    SiteLeft,
    SiteWentOld,
    SoundChanged,
    ViolationSeen,
)
from console.floor_entries import AnyFloorEntry
from console.floor_replay import apply_floor
from console.note_entries import AnyNoteEntry
from console.note_replay import apply_note
from console.wall_clock import step_durable
from console.words import Reason, SiteId

HISTORY_LIMIT = 8
"""Scenes kept for "back"; the oldest is forgotten."""


def replay(lines: Iterable[Line]) -> Durable:
    """Returns the durable state after these lines, oldest first."""
    durable = Durable()
    for line in lines:
        durable = apply(durable, line)
    return durable


def apply(durable: Durable, line: Line) -> Durable:
    """Returns the durable state after one more line."""
    return replace(_apply_entry(durable, line), lines=line.number)


def _apply_entry(durable: Durable, line: Line) -> Durable:  # noqa: C901, PLR0911, PLR0912 - one arm per kind of line
    entry, at_ms = line.entry, line.wall_ms
    person = "" if line.actor is None else line.actor.person
    if isinstance(entry, AnyAlarmEntry):
        return apply_alarm(durable, entry, at_ms, person)
    if isinstance(entry, AnyFloorEntry):
        return apply_floor(durable, entry, at_ms)
    if isinstance(entry, AnyCameraEntry):
        return apply_camera(durable, entry)
    if isinstance(entry, AnyNoteEntry):
        return apply_note(durable, entry, at_ms, person)
    match entry:
        case SessionStarted():
            return _start_session(entry, at_ms)
        case SessionEnded():
            return Durable(order=durable.order)
        case DirectoryChanged():
            return _replace_directory(durable, entry)
        case CommandAsked():
            return replace(durable, open_commands=(*durable.open_commands, entry.command_id))
        case CommandEnded():
            still = tuple(command for command in durable.open_commands if command != entry.command_id)
            return replace(durable, open_commands=still)
        case SilenceOrdered():
            return _order_silence(durable, entry, at_ms)
        case SilenceLifted():
            return _lift_silence(durable, entry, at_ms)
        case MicrophoneOrdered():
            return _order_microphone(durable, entry, at_ms)
        case MicrophoneChanged():
            return _end_waiting(durable, entry)
        case SiteJoined():
            attempts = durable.attempts | {entry.site: durable.attempts.get(entry.site, 0) + 1}
            return replace(durable, attempts=attempts)
        case OnDeckChanged():
            on_deck = None if entry.site is None else OnDeck(site=entry.site, since_ms=at_ms)
            return replace(durable, on_deck=on_deck)
        case ReadyGiven():
            if durable.on_deck is None or durable.on_deck.site != entry.site:
                return durable
            return replace(durable, on_deck=replace(durable.on_deck, ready_ms=at_ms))
        case (
            PodiumTaken()
            | PodiumVerified()
            | PodiumRolledBack()
            | PodiumLeft()
            | PodiumReturned()
            | ReturnRolledBack()
            | LayoutSet()
        ):
            return _apply_podium(durable, entry, at_ms)
        case SafeStopped():
            stop = SafeStop(order=entry.order, since_ms=at_ms)
            return replace(durable, safe_stop=stop, order=entry.order)
        case SafeStopLifted():
            return replace(durable, safe_stop=None, order=entry.order, lift_order=entry.order)
        case ClockStepped():
            return step_durable(durable, entry.by_ms)
        case (
            BridgeStarted()
            | SoundChanged()
            | ViolationSeen()
            | ForgottenMicrophoneSeen()
            | OpeningTried()
            | SiteLeft()
            | SiteWentOld()
            | SiteCameBack()
            | AdmissionDenied()
            | PreflightEnded()
            | ListenOpened()
            | ListenClosed()
            | EngineChanged()
            | LogFellBehind()
            | NonsenseHeard()
        ):
            return durable
        case _:
            assert_never(entry)


# ---------------------------------------------------------------- session


def _start_session(entry: SessionStarted, at_ms: int) -> Durable:
    session = Session(
        kind=entry.kind_of_session,
        title=entry.title,
        meeting_uid=entry.meeting_uid,
        session=entry.session,
        started_ms=at_ms,
        expected=entry.expected,
        profile_hash=entry.profile_hash,
    )
    return Durable(session=session)


def _replace_directory(durable: Durable, entry: DirectoryChanged) -> Durable:
    if durable.session is None:
        return durable
    return replace(durable, session=replace(durable.session, expected=entry.expected))


# ---------------------------------------------------------------- silence


def _order_silence(durable: Durable, entry: SilenceOrdered, at_ms: int) -> Durable:
    """Closes everybody but the excepted, also in what "back" would bring back: an order given later wins."""
    silence = Silence(in_force=True, order=entry.order, since_ms=at_ms)
    kept = _silenced(durable.microphones, durable.silence, entry.except_sites)

    def silenced(scene: Scene) -> Scene:
        microphones = _silenced(scene.microphones, scene.silence, entry.except_sites)
        return replace(scene, silence=silence, microphones=microphones)

    closed = _with_scenes(durable, silenced)
    return replace(closed, silence=silence, microphones=kept, order=entry.order)


def _with_scenes(durable: Durable, changed: Callable[[Scene], Scene]) -> Durable:
    """Returns the state with every scene changed that might come back."""
    returned = durable.returned
    if returned is not None:
        returned = Returned(left=changed(returned.left), to=changed(returned.to))
    return replace(durable, history=tuple(map(changed, durable.history)), returned=returned)


def _silenced(
    microphones: dict[SiteId, MicrophoneOrder], silence: Silence, except_sites: tuple[SiteId, ...]
) -> dict[SiteId, MicrophoneOrder]:
    """Returns the orders that stay beside the standing order: the excepted who are heard, the closed by name."""
    kept = {site: order for site, order in microphones.items() if not order.heard and order.because is None}
    for site in except_sites:
        order = microphones.get(site) or resting_order(silence)
        if order.heard:
            kept[site] = order
    return kept


def _lift_silence(durable: Durable, entry: SilenceLifted, at_ms: int) -> Durable:
    silence = Silence(in_force=False, order=entry.order, since_ms=at_ms)
    kept = {site: order for site, order in durable.microphones.items() if order.because is not Reason.STANDING_ORDER}
    return replace(durable, silence=silence, microphones=kept, order=entry.order)


def _order_microphone(durable: Durable, entry: MicrophoneOrdered, at_ms: int) -> Durable:
    order = MicrophoneOrder(
        order=entry.order, open=entry.open, may_open=entry.may_open, because=entry.because, since_ms=at_ms
    )
    microphones = durable.microphones | {entry.site: order}
    if not order.heard:
        durable = _with_scenes(
            durable, lambda scene: replace(scene, microphones=scene.microphones | {entry.site: order})
        )
    return replace(durable, microphones=microphones, order=entry.order)


def _end_waiting(durable: Durable, entry: MicrophoneChanged) -> Durable:
    podium = durable.podium
    if not (entry.open and podium.waiting and podium.site == entry.site):
        return durable
    return replace(durable, podium=replace(podium, waiting=False))


# ---------------------------------------------------------------- podium


def _apply_podium(  # noqa: PLR0911 - one arm per kind of line
    durable: Durable,
    entry: PodiumTaken | PodiumVerified | PodiumRolledBack | PodiumLeft | PodiumReturned | ReturnRolledBack | LayoutSet,
    at_ms: int,
) -> Durable:
    match entry:
        case PodiumTaken():
            return _take_podium(durable, entry, at_ms)
        case PodiumVerified():
            podium = replace(durable.podium, verified=True, last_connection_ms=entry.connection_ms)
            others = {request.site for request in durable.requests} - {entry.site}
            return replace(_ungranted(durable, others), podium=podium)
        case PodiumRolledBack():
            return _ungranted(_pop_scene(durable, entry.order, at_ms), {entry.site})
        case PodiumLeft():
            return _leave_podium(durable, entry, at_ms)
        case PodiumReturned():
            return _return_scene(durable, entry, at_ms)
        case ReturnRolledBack():
            return _take_return_back(durable, entry, at_ms)
        case LayoutSet():
            return replace(durable, podium=replace(durable.podium, layout=entry.layout))
        case _:
            assert_never(entry)


def _with_scene(durable: Durable) -> tuple[Scene, ...]:
    """Returns the history with the present state on top, unless the present is a podium that never came on air."""
    if not durable.podium.verified:
        return durable.history
    present = Scene(podium=durable.podium, silence=durable.silence, microphones=durable.microphones)
    return (*durable.history, present)[-HISTORY_LIMIT:]


def _take_podium(durable: Durable, entry: PodiumTaken, at_ms: int) -> Durable:
    silence = durable.silence if durable.silence.in_force else Silence(order=entry.order, since_ms=at_ms)
    heard = MicrophoneOrder(order=entry.order, open=not entry.waiting, may_open=True, since_ms=at_ms)
    microphones = _closed_again(durable.microphones, entry.order, at_ms) | {entry.site: heard}
    podium = Podium(site=entry.site, layout=entry.layout, waiting=entry.waiting, verified=False, since_ms=at_ms)
    return replace(
        durable,
        history=_with_scene(durable),
        silence=silence,
        microphones=microphones,
        podium=podium,
        order=entry.order,
    )


def _closed_again(microphones: dict[SiteId, MicrophoneOrder], order: int, at_ms: int) -> dict[SiteId, MicrophoneOrder]:
    closed = MicrophoneOrder(order=order, because=Reason.STANDING_ORDER, since_ms=at_ms)
    return {site: closed if own.heard else own for site, own in microphones.items()}


def _leave_podium(durable: Durable, entry: PodiumLeft, at_ms: int) -> Durable:
    closed = replace(resting_order(durable.silence), order=entry.order, since_ms=at_ms)
    return replace(
        _ungranted(durable, {entry.site}),
        history=_with_scene(durable),
        microphones=durable.microphones | {entry.site: closed},
        podium=Podium(layout=entry.layout, last_connection_ms=durable.podium.last_connection_ms),
        order=entry.order,
    )


def _ungranted(durable: Durable, sites: set[SiteId]) -> Durable:
    """Takes back grants that came to no speech: those requests wait in the queue again."""
    speaking = None if durable.speech is None else durable.speech.request_id
    requests = tuple(
        replace(request, granted=False) if request.site in sites and request.request_id != speaking else request
        for request in durable.requests
    )
    return replace(durable, requests=requests)


def _return_scene(durable: Durable, entry: PodiumReturned, at_ms: int) -> Durable:
    """Goes back to the newest scene, which its site still has to bring on air."""
    left = Scene(podium=durable.podium, silence=durable.silence, microphones=durable.microphones)
    returned = None if not durable.history else Returned(left=left, to=durable.history[-1])
    back = replace(_pop_scene(durable, entry.order, at_ms), returned=returned)
    return back if entry.site is None else replace(back, podium=replace(back.podium, verified=False))


def _take_return_back(durable: Durable, entry: ReturnRolledBack, at_ms: int) -> Durable:
    returned = durable.returned
    if returned is None:
        return replace(durable, order=entry.order)
    again = _restore(durable, returned.left, entry.order, at_ms)
    return replace(again, history=(*durable.history, returned.to)[-HISTORY_LIMIT:], returned=None)


def _pop_scene(durable: Durable, order: int, at_ms: int) -> Durable:
    """Takes the newest scene back."""
    if not durable.history:
        return replace(durable, podium=Podium(), order=order)
    restored = _restore(durable, durable.history[-1], order, at_ms)
    return replace(restored, history=durable.history[:-1])


def _restore(durable: Durable, scene: Scene, order: int, at_ms: int) -> Durable:
    """Brings a scene back; who is told something else than now gets the new order number.

    A site that only may open its microphone, and was closed meanwhile, is waited for again.
    """
    site = scene.podium.site
    before = scene.microphones.get(site) if site is not None else None
    closed = site is not None and not microphone_order(durable, site).heard
    waits = closed and before is not None and before.heard and not before.open
    restored = replace(
        durable,
        silence=replace(scene.silence, order=order) if scene.silence != durable.silence else scene.silence,
        podium=replace(scene.podium, waiting=scene.podium.waiting or waits),
        order=order,
    )
    microphones: dict[SiteId, MicrophoneOrder] = {}
    for site in sorted(durable.microphones.keys() | scene.microphones.keys()):
        wanted = scene.microphones.get(site) or resting_order(restored.silence)
        present = microphone_order(durable, site)
        same = (wanted.open, wanted.may_open, wanted.because) == (present.open, present.may_open, present.because)
        microphones[site] = present if same else replace(wanted, order=order, since_ms=at_ms)
    return replace(restored, microphones=microphones)
