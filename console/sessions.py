"""Sessions: explicit start and end, owned by a meeting; and how one goes on after the bridge was restarted.

Rules: one session runs at a time. The log of a session stands for itself: what was known before its first line (who is
connected, that all are silent) is said again after it.
"""

from hashlib import sha256

from msgspec.structs import replace

from console.checks.site_checks import keep_checks
from console.commands import CommandRequest, EndSession, StartSession
from console.configuration.freezing import freeze_for_session, thaw_after_session
from console.effects import ReadMeetingFile
from console.entries import (
    BridgeStarted,
    CommandEnded,
    EngineChanged,
    SessionEnded,
    SessionStarted,
    SilenceLifted,
    SilenceOrdered,
    SiteJoined,
)
from console.floor.speech import end_speech
from console.meeting.meeting_now import note_meeting_held
from console.podium.podium_end import interrupt_run
from console.receipts import ask, end
from console.silence.mute_rules import silent_at_start
from console.state import State, expected_sites
from console.turn import Turn
from console.words import Outcome, Reason


def start_session(turn: Turn, request: CommandRequest, command: StartSession) -> None:
    """Starts a session and, if none is named, makes a meeting for it."""
    state = turn.state
    if state.durable.session is not None:
        ask(turn, request)
        end(turn, request, Outcome.REFUSED, Reason.SESSION_RUNNING)
        return
    digest = sha256(f"{request.command_id}/{turn.now.wall_ms}".encode()).hexdigest()
    name = f"{turn.now.wall_ms}-{digest[32:40]}"
    turn.change(log=replace(state.log, session=name, durable_lines=0, tail=()))
    started = SessionStarted(
        kind_of_session=command.kind,
        title=command.title,
        meeting_uid=command.meeting_uid or f"meeting-{digest[:32]}",
        session=name,
        expected=expected_sites(state),
        profile_id=state.rules.profile_id,
        profile_version=state.rules.profile_version,
        profile_hash=state.rules.profile_hash,
    )
    turn.log(started, request)
    ask(turn, request)
    turn.do(ReadMeetingFile(meeting_uid=started.meeting_uid))
    freeze_for_session(turn, request)
    turn.log(BridgeStarted(program_version=state.rules.program_version, restart=False))
    order = turn.next_order()
    turn.log(SilenceOrdered(order=order, except_sites=()) if silent_at_start(state) else SilenceLifted(order=order))
    turn.log(EngineChanged(up=state.engine.up, incarnation=state.engine.incarnation, text=state.engine.text))
    for site, link in state.links.items():
        if link.connection is not None and link.kind is not None:
            turn.log(SiteJoined(site=site, address=link.address, kind_of_connection=link.kind.value))
    end(turn, request, Outcome.DONE)


def end_session(turn: Turn, request: CommandRequest, command: EndSession) -> None:
    """Ends the session: nobody is heard, what is in flight ends, the file is closed."""
    _ = command
    run = turn.state.run
    if run is not None:
        interrupt_run(turn, run)
    for flight in tuple(turn.state.in_flight.values()):
        end(turn, flight.request, Outcome.SUPERSEDED, Reason.SESSION_ENDED, since_ms=flight.since_ms)
    end_speech(turn, Reason.SESSION_ENDED)
    keep_checks(turn, request.actor.person)
    end(turn, request, Outcome.DONE)
    note_meeting_held(turn, request.actor.person)
    thaw_after_session(turn, request)
    turn.log(SessionEnded(), request)
    turn.next_order()
    turn.change(undo=(), undo_pending={}, headphones=None, headphones_program=False)
    turn.change(dropped_ms=None, dropped_wall_ms=None, last_reason=None)


def go_on(turn: Turn) -> None:
    """Continues a session after a restart of the bridge: what was in flight then has failed."""
    state, session = turn.state, turn.state.durable.session
    if session is None:
        return
    log = replace(state.log, session=session.session, durable_lines=state.durable.lines)
    turn.change(last_order=state.durable.order, log=log)
    turn.log(BridgeStarted(program_version=state.rules.program_version, restart=True))
    for command_id in state.durable.open_commands:
        turn.log(CommandEnded(command_id=command_id, outcome=Outcome.FAILED, reason=Reason.BRIDGE_RESTARTED))
    if state.durable.meeting_file is None:
        turn.do(ReadMeetingFile(meeting_uid=session.meeting_uid))


def session_runs(state: State) -> bool:
    """Returns whether a session runs."""
    return state.durable.session is not None
