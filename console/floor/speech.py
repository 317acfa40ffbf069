"""The running speech: begins when the granted site is on air, is timed, and ends once.

Rules: the timer belongs to the speech, not to the list. A speaker whose site drops keeps podium and timer for the time
of the rule; then the speech ends and the program shows the main endpoint.
"""

from console.durable import Speech, commanded, request_of
from console.entries import PodiumLeft
from console.floor.floor_entries import SpeechEnded, SpeechLimitSet, SpeechStarted
from console.rules import Rules
from console.state import link_of
from console.turn import Turn
from console.words import Layout, LinkState, Reason, SiteId


def settle_speech(turn: Turn) -> None:
    """Begins and ends the speech as the podium demands, once no transaction is on its way."""
    durable, run = turn.state.durable, turn.state.run
    if durable.session is None or (run is not None and not run.on_air):
        return
    site = durable.podium.site
    if durable.speech is not None and durable.speech.site != site:
        end_speech(turn, Reason.SUPERSEDED)
    if site is None or turn.state.durable.speech is not None or durable.podium.waiting:
        return
    if site == durable.cue_speaks:
        _begin_scripted(turn, site)
        return
    request = request_of(durable, site)
    if request is not None and request.granted and commanded(durable, site).heard:
        turn.log(
            SpeechStarted(site=site, request_id=request.request_id, at_wall_ms=turn.now.wall_ms, person=request.person)
        )


def _begin_scripted(turn: Turn, site: SiteId) -> None:
    """Begins the speech of the script's last cue, with the time that the script gives it."""
    durable = turn.state.durable
    file, request = durable.meeting_file, request_of(durable, site)
    cue = None if file is None else next((own for own in file.cues if own.number == durable.cue), None)
    begun = SpeechStarted(
        site=site,
        request_id=None if request is None else request.request_id,
        at_wall_ms=turn.now.wall_ms,
        person="" if cue is None else cue.speaker,
    )
    turn.log(begun)
    if cue is not None and cue.minutes is not None:
        turn.log(SpeechLimitSet(seconds=cue.minutes * 60))


def speech_limit_seconds(rules: Rules, speech: Speech) -> int | None:
    """Returns how long a speech may take: its own limit, else the profile's."""
    return speech.limit_seconds if speech.limit_is_own else rules.speech_limit_seconds


def end_speech(turn: Turn, reason: Reason | None) -> None:
    """Ends the running speech, if there is one."""
    speech = turn.state.durable.speech
    if speech is not None:
        took_ms = max(turn.now.wall_ms - speech.started_ms, 0)
        turn.log(SpeechEnded(site=speech.site, took_ms=took_ms, reason=reason))


def leave_podium(turn: Turn) -> None:
    """Shows the main endpoint and closes the microphone of the site that was on the podium."""
    site = turn.state.durable.podium.site
    if site is not None:
        turn.log(PodiumLeft(site=site, layout=Layout.MAIN_ENDPOINT, order=turn.next_order()))


def settle_presence(turn: Turn) -> None:
    """Follows whether the site on the podium is there; gives it up after the time of the rule."""
    state, now_ms = turn.state, turn.now.monotonic_ms
    site = state.durable.podium.site
    gone = site is not None and link_of(state, site).state in (LinkState.LOST, LinkState.ABSENT)
    if not gone:
        if state.dropped_ms is not None:
            turn.change(dropped_ms=None, dropped_wall_ms=None)
        return
    if state.dropped_ms is None:
        turn.change(dropped_ms=now_ms, dropped_wall_ms=turn.now.wall_ms)
    elif now_ms - state.dropped_ms >= state.rules.speaker_dropped_seconds * 1000:
        end_speech(turn, Reason.SPEAKER_DROPPED)
        leave_podium(turn)
        turn.change(dropped_ms=None, dropped_wall_ms=None, last_reason=Reason.SPEAKER_DROPPED)
