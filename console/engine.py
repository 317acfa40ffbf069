"""The decision core: `decide(state, message, now)` gives the next state and what is to be done.

Rules: no await, no clock, no I/O; time is an argument. A message that no rule handles does not type-check. Every
decision ends with the same settling: what is due, opening acts, transaction, speech, presence, receipts, and last
what engine and sites are wanted to do.
"""

from collections.abc import Sequence

from console.alarms.alarms import give_time_to_return, settle_alarms
from console.cameras.presets import move_under_cover
from console.checks.site_checks import settle_checks
from console.command_desk import go_on_when_logged, take_command
from console.commands import CommandRequest
from console.content.content import settle_content
from console.content.presenting import settle_presenting
from console.deadlines import next_deadline, pass_time
from console.effects import AnyEffect
from console.engine_port import Report
from console.entries import Line
from console.events import Message, Now, Site
from console.floor.speech import settle_presence, settle_speech
from console.podium.podium import step_run
from console.podium.podium_preset import settle_deck_preset
from console.receipts import release_receipts
from console.recordings.recorder import settle_recorder
from console.recordings.session_end import end_held_session
from console.replay import replay
from console.reports import take_engine_report, take_event
from console.rules import Rules
from console.sessions import go_on
from console.silence.main_speech import settle_main_speech
from console.silence.silence import check_receipts
from console.sites.roster import directory_of
from console.state import State
from console.turn import Turn
from console.wanted import settle_wanted

__all__ = ["begin", "decide", "next_deadline", "resume"]


def begin(rules: Rules, directory: Sequence[Site], restored: Sequence[Line] = ()) -> State:
    """Returns the first state of a bridge: the directory, and what the lines of a running session say."""
    return State(rules=rules, directory=directory_of(tuple(directory)), durable=replay(restored))


def resume(state: State, now: Now) -> tuple[State, tuple[AnyEffect, ...]]:
    """Returns the state and effects with which a bridge begins its work; call it once, before the first message."""
    turn = Turn(state, now)
    give_time_to_return(turn)
    go_on(turn)
    _settle(turn, state)
    return turn.state, turn.effects()


def decide(state: State, message: Message, now: Now) -> tuple[State, tuple[AnyEffect, ...]]:
    """Returns the next state and the effects of one message."""
    turn = Turn(state, now)
    if isinstance(message, CommandRequest):
        take_command(turn, message)
    elif isinstance(message, Report):
        take_engine_report(turn, message)
    else:
        take_event(turn, message)
    _settle(turn, state)
    return turn.state, turn.effects()


def _settle(turn: Turn, before: State) -> None:
    """Lets follow what follows, whatever the message was."""
    pass_time(turn)
    go_on_when_logged(turn)
    move_under_cover(turn)
    settle_deck_preset(turn)
    step_run(turn)
    settle_checks(turn)
    settle_presence(turn)
    settle_speech(turn)
    settle_main_speech(turn)
    settle_presenting(turn)
    settle_content(turn)
    settle_recorder(turn)
    end_held_session(turn)
    settle_alarms(turn, before)
    check_receipts(turn)
    release_receipts(turn)
    settle_wanted(turn, before)
