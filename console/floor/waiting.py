"""How long a site still waits for the floor, as far as limits of speeches let that be said.

Rule: only what stands still is worked out here, never an amount that shrinks with the clock: a site counts down by
itself and is told again only when something has changed.
"""

from console.durable import request_of
from console.floor.speech import speech_limit_seconds
from console.state import State
from console.words import SiteId


def floor_free_ms(state: State) -> int | None:
    """Returns when the running speech reaches its limit (wall clock); None where none runs or it has no limit."""
    speech = state.durable.speech
    if speech is None:
        return None
    limit = speech_limit_seconds(state.rules, speech)
    return None if limit is None else speech.started_ms + limit * 1000


def queue_place(state: State, site: SiteId) -> int | None:
    """Returns a site's place among those that wait for the floor (1 is next), or None."""
    durable = state.durable
    if request_of(durable, site) is None:
        return None
    speaking = None if durable.speech is None else durable.speech.request_id
    waiting = [request.site for request in durable.requests if request.request_id != speaking]
    return waiting.index(site) + 1 if site in waiting else None


def ahead_seconds(state: State, site: SiteId) -> int | None:
    """Returns how long those before a site may speak, the running speech not counted.

    The site on deck comes before the queue. None for a site that does not wait, or where a speech has no limit.
    """
    durable, limit = state.durable, state.rules.speech_limit_seconds
    if durable.speech is not None and floor_free_ms(state) is None:
        return None
    deck = None if durable.on_deck is None else durable.on_deck.site
    if site == deck:
        return 0
    place = queue_place(state, site)
    if place is None or limit is None:
        return None
    deck_place = None if deck is None else queue_place(state, deck)
    deck_goes_first = deck is not None and deck != durable.podium.site and (deck_place is None or deck_place > place)
    return (place - 1 + deck_goes_first) * limit
