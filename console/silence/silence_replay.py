"""How orders about who may be heard give the durable state: the standing order, single sites, the safe stop.

Rule: an order given later wins, also over what "back" would bring back.
"""

from collections.abc import Callable
from typing import assert_never

from msgspec.structs import replace

from console.durable import Durable, MicrophoneOrder, Returned, SafeStop, Scene, Silence, resting_order
from console.entries import (
    MicrophoneChanged,
    MicrophoneOrdered,
    SafeStopLifted,
    SafeStopped,
    SilenceEntry,
    SilenceLifted,
    SilenceOrdered,
)
from console.words import Reason, SiteId


def apply_silence(durable: Durable, entry: SilenceEntry, at_ms: int) -> Durable:
    """Returns the durable state after a line about who may be heard."""
    match entry:
        case SilenceOrdered():
            return _order_silence(durable, entry, at_ms)
        case SilenceLifted():
            return _lift_silence(durable, entry, at_ms)
        case MicrophoneOrdered():
            return _order_microphone(durable, entry, at_ms)
        case MicrophoneChanged():
            return _end_waiting(durable, entry)
        case SafeStopped():
            stop = SafeStop(order=entry.order, since_ms=at_ms)
            return replace(durable, safe_stop=stop, order=entry.order)
        case SafeStopLifted():
            return replace(durable, safe_stop=None, order=entry.order, lift_order=entry.order)
        case _:
            assert_never(entry)


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
