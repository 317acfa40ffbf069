"""How lines about the podium, the layout and the place on deck give the durable state.

Rule: before every podium act the scene that stood is kept, so that "back" can bring it back.
"""

from typing import assert_never

from msgspec.structs import replace

from console.durable import (
    Durable,
    MicrophoneOrder,
    OnDeck,
    Podium,
    Returned,
    Scene,
    Silence,
    microphone_order,
    resting_order,
)
from console.entries import (
    LayoutSet,
    OnDeckChanged,
    PodiumEntry,
    PodiumLeft,
    PodiumReturned,
    PodiumRolledBack,
    PodiumTaken,
    PodiumVerified,
    ReadyGiven,
    ReturnRolledBack,
)
from console.words import Reason, SiteId

HISTORY_LIMIT = 8
"""Scenes kept for "back"; the oldest is forgotten."""


def apply_podium(durable: Durable, entry: PodiumEntry, at_ms: int) -> Durable:  # noqa: PLR0911 - one arm per line
    """Returns the durable state after a line about podium, layout or deck."""
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
        case OnDeckChanged():
            on_deck = None if entry.site is None else OnDeck(site=entry.site, since_ms=at_ms)
            return replace(durable, on_deck=on_deck)
        case ReadyGiven():
            return _give_ready(durable, entry, at_ms)
        case _:
            assert_never(entry)


def _give_ready(durable: Durable, entry: ReadyGiven, at_ms: int) -> Durable:
    if durable.on_deck is None or durable.on_deck.site != entry.site:
        return durable
    return replace(durable, on_deck=replace(durable.on_deck, ready_ms=at_ms))


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
        called=True,
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
