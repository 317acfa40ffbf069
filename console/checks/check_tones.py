"""Test tones that may still sound at a site: until they are certainly over, the site is kept out of the mix.

Rules: a microphone is opened at the engine before the site has heard of it, and a room still rings when a tone has
ended here; so the end of a tone is what its player says, and a moment more. Nobody is waited for longer than a tone can
last; a new connection has none.
"""

from msgspec.structs import replace

from console.checks.check_port import TestSound
from console.checks.check_run import Sounding
from console.silence.microphones import belongs_into_mix
from console.state import State, link_of
from console.turn import Turn, forget
from console.words import SiteId

ROOM_MS = 500
"""The bridge's tone is in the site's play-out and its room so long after its end here."""
LINE_MS = 200
"""The site's own tone is on the line and in its coder (two packets) so long after its end there."""


def tone_begins(turn: Turn, site: SiteId, test_id: str, until_ms: int, *, at_site: bool) -> None:
    """Notes a tone that lasts until then at most; `at_site`: the site itself sends it."""
    connection = link_of(turn.state, site).connection
    sounding = Sounding(test_id=test_id, until_ms=until_ms, connection=connection, at_site=at_site)
    _put(turn, site, sounding)


def tone_ended(turn: Turn, site: SiteId, test_id: str, *, at_site: bool) -> None:
    """Takes the word of whoever played a tone that it is over."""
    sounding = turn.state.checks.sounding.get(site)
    if sounding is None or (sounding.test_id, sounding.at_site) != (test_id, at_site):
        return
    until_ms = min(sounding.until_ms, turn.now.monotonic_ms + (LINE_MS if at_site else ROOM_MS))
    _put(turn, site, replace(sounding, until_ms=until_ms))


def settle_tones(turn: Turn) -> None:
    """Forgets the tones that are over, and ends the bridge's own for a site that is to be heard."""
    for site, sounding in tuple(turn.state.checks.sounding.items()):
        gone = link_of(turn.state, site).connection != sounding.connection
        if gone or turn.now.monotonic_ms >= sounding.until_ms:
            checks = turn.state.checks
            turn.change(checks=replace(checks, sounding=forget(checks.sounding, site)))
        elif not sounding.stopped and belongs_into_mix(turn.state, site):
            # Any further test of the same site ends the one before; the site ends its own when it is opened.
            turn.do(TestSound(request_id=f"{sounding.test_id}-end", site=site, milliseconds=20))
            _put(turn, site, replace(sounding, stopped=True))


def may_sound(state: State, site: SiteId) -> bool:
    """Returns whether a test tone may still come from a site."""
    return site in state.checks.sounding


def next_tone_ms(state: State) -> int | None:
    """Returns when the next tone is over."""
    return min((sounding.until_ms for sounding in state.checks.sounding.values()), default=None)


def _put(turn: Turn, site: SiteId, sounding: Sounding) -> None:
    checks = turn.state.checks
    turn.change(checks=replace(checks, sounding=checks.sounding | {site: sounding}))
