"""The main endpoint's speech, where the profile lets it close all other microphones.

Rules: the main endpoint speaks when its sound has lasted a moment, and goes on speaking over the pauses between
sentences; each such speech closes the others once, so that an opening meant during it holds. A site that is called to
speak is left out: the chair talks with it. Bình Định Đ11 k2b.
"""

from msgspec.structs import replace

from console.entries import SilenceOrdered
from console.silence.microphones import heard_sites, put_seen
from console.silence.mute_rules import called_sites
from console.silence.silence import void_openings
from console.state import MicrophoneSeen, State, seen_of
from console.turn import Turn
from console.words import MAIN_SITE, MuteRule


def settle_main_speech(turn: Turn) -> None:
    """Closes the others when the main endpoint begins to speak, where the profile says so."""
    state = turn.state
    if state.rules.mute_rule is not MuteRule.MUTE_ALL_WHEN_MAIN_SPEAKS or state.durable.session is None:
        return
    seen = seen_of(state, MAIN_SITE)
    followed = _followed(seen, state, turn.now.monotonic_ms)
    if followed == seen:
        return
    put_seen(turn, MAIN_SITE, followed)
    if followed.speech_ruled and not seen.speech_ruled:
        _silence_others(turn)


def _followed(seen: MicrophoneSeen, state: State, now_ms: int) -> MicrophoneSeen:
    """Returns the main endpoint's microphone with where its speech stands; changes only where the sound does."""
    if seen.sounding is True:
        since_ms = now_ms if seen.loud_since_ms is None else seen.loud_since_ms
        ruled = seen.speech_ruled or now_ms - since_ms >= state.rules.main_speech_ms
        return replace(seen, loud_since_ms=since_ms, loud_last_ms=None, speech_ruled=ruled)
    if seen.loud_since_ms is None:
        return seen
    paused_ms = now_ms if seen.loud_last_ms is None else seen.loud_last_ms
    if not seen.speech_ruled or now_ms - paused_ms >= state.rules.main_pause_ms:
        return replace(seen, loud_since_ms=None, loud_last_ms=None, speech_ruled=False)
    return replace(seen, loud_last_ms=paused_ms)


def _silence_others(turn: Turn) -> None:
    state = turn.state
    excepted = called_sites(state)
    others = tuple(site for site in heard_sites(state) if site not in excepted)
    if not others and state.durable.silence.in_force:
        return
    void_openings(turn, others)
    turn.log(SilenceOrdered(order=turn.next_order(), except_sites=excepted, rule=state.rules.mute_rule))
