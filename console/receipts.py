"""The life of a command: asked once, answered once, whatever happens in between.

Rules: repeats of the same wish within 500 ms or while it is in flight are ignored, unless a newer wish has overtaken
it meanwhile; the same command id again gets the same receipt again; a receipt leaves when the line of its outcome is
durable, after 200 ms at the latest.
"""

import msgspec
from msgspec.structs import replace

from console.cameras.repetition import overtakes
from console.commands import CommandRequest, DriveCamera, EndSession, MuteAll, MuteSite, SafeStop, StopCamera
from console.effects import Receipt
from console.entries import CommandAsked, CommandEnded, LogFellBehind
from console.sites.site_wishes import answer
from console.state import HeldReceipt, InFlight, RecentWish, Stage, State, UndoStep
from console.turn import Turn, forget
from console.words import Outcome, Reason, SiteId

ALWAYS_NEW = (DriveCamera, StopCamera)
"""Given again and again while a key is held; stopping twice does no harm, not stopping does."""
SILENCING = (MuteAll, MuteSite, SafeStop, EndSession)
"""Never refused as a repeat: whether there is anything left to do is for the order itself to say."""


def known_command(state: State, command_id: str) -> bool:
    """Returns whether a command with this id is in flight (its answer will come)."""
    if command_id in state.in_flight:
        return True
    return state.run is not None and state.run.request.command_id == command_id


def repeat_reason(turn: Turn, request: CommandRequest) -> Reason | None:
    """Returns why this wish is a repeat of the actor's last one, or None; remembers it."""
    state, now_ms = turn.state, turn.now.monotonic_ms
    actor, command = request.actor, request.command
    lately = [wish for wish in state.recent if now_ms - wish.at_ms < state.rules.repeat_guard_ms]
    others = (wish for wish in lately if wish.actor != actor)
    turn.change(recent=(*others, RecentWish(actor=actor, command=command, at_ms=now_ms)))
    if isinstance(command, (*SILENCING, *ALWAYS_NEW)):
        return None
    in_flight = [flight.request for flight in state.in_flight.values()]
    if state.run is not None:
        in_flight.append(state.run.request)
    same = [place for place, running in enumerate(in_flight) if (running.actor, running.command) == (actor, command)]
    if same and not any(overtakes(later.command, command) for later in in_flight[same[-1] + 1 :]):
        return Reason.IN_FLIGHT
    repeated = any((wish.actor, wish.command) == (actor, command) for wish in lately)
    return Reason.REPEATED if repeated else None


def ask(turn: Turn, request: CommandRequest) -> int:
    """Writes the "requested" line and returns its number (0 without a session)."""
    what = msgspec.json.encode(request.command).decode()
    return turn.log(CommandAsked(command_id=request.command_id, actor=request.actor, what=what), request)


def end(
    turn: Turn,
    request: CommandRequest,
    outcome: Outcome,
    reason: Reason | None = None,
    *,
    since_ms: int | None = None,
    confirmed: tuple[SiteId, ...] = (),
    unconfirmed: tuple[SiteId, ...] = (),
    facts: dict[str, int] | None = None,
) -> None:
    """Ends a command: one line, one receipt."""
    now_ms = turn.now.monotonic_ms
    ended = CommandEnded(command_id=request.command_id, outcome=outcome, reason=reason, unconfirmed=unconfirmed)
    line = turn.log(ended, request)
    receipt = Receipt(
        command_id=request.command_id,
        outcome=outcome,
        reason=reason,
        confirmed=confirmed,
        unconfirmed=unconfirmed,
        took_ms=0 if since_ms is None else now_ms - since_ms,
        facts=facts or {},
    )
    turn.change(in_flight=forget(turn.state.in_flight, request.command_id))
    _settle_undo(turn, receipt)
    _remember(turn, receipt)
    if line == 0 or turn.state.log.failing:
        answer(turn, receipt)
        return
    held = HeldReceipt(receipt=receipt, line=line, deadline_ms=now_ms + turn.state.rules.log_patience_ms)
    turn.change(held_receipts=(*turn.state.held_receipts, held))


def _settle_undo(turn: Turn, receipt: Receipt) -> None:
    """Keeps how an act that was done is taken back, or forgets the act that was just taken back."""
    pending = turn.state.undo_pending
    if receipt.command_id not in pending:
        return
    turn.change(undo_pending=forget(pending, receipt.command_id))
    if receipt.outcome not in (Outcome.DONE, Outcome.PARTLY) or receipt.reason is Reason.NOTHING_TO_DO:
        return
    done = pending[receipt.command_id]
    if isinstance(done, UndoStep):
        turn.change(undo=(*turn.state.undo, done)[-turn.state.rules.undo_kept :])
    else:
        turn.change(undo=tuple(step for step in turn.state.undo if step.step_id != done))


def refuse_quietly(turn: Turn, request: CommandRequest, reason: Reason) -> None:
    """Answers a repeat without a line in the log: the first of them has its own."""
    receipt = Receipt(command_id=request.command_id, outcome=Outcome.REFUSED, reason=reason)
    _remember(turn, receipt)
    answer(turn, receipt)


def _remember(turn: Turn, receipt: Receipt) -> None:
    kept = {**turn.state.receipts, receipt.command_id: receipt}
    while len(kept) > turn.state.rules.receipts_kept:
        del kept[next(iter(kept))]
    turn.change(receipts=kept)


def release_receipts(turn: Turn) -> None:
    """Sends the receipts whose outcome is durable, or has waited long enough."""
    state, now_ms = turn.state, turn.now.monotonic_ms
    kept: list[HeldReceipt] = []
    for held in state.held_receipts:
        if held.line <= state.log.durable_lines or held.deadline_ms <= now_ms or state.log.failing:
            answer(turn, held.receipt)
        else:
            kept.append(held)
    if len(kept) != len(state.held_receipts):
        turn.change(held_receipts=tuple(kept))


# ---------------------------------------------------------------- in flight


def wait_for_log(turn: Turn, request: CommandRequest, line: int) -> None:
    """Lets an opening act wait until its "requested" line is durable."""
    now_ms = turn.now.monotonic_ms
    flight = InFlight(
        request=request,
        since_ms=now_ms,
        stage=Stage.LOG,
        deadline_ms=now_ms + turn.state.rules.log_patience_ms,
        line=line,
    )
    keep_in_flight(turn, flight)


def keep_in_flight(turn: Turn, flight: InFlight) -> None:
    """Remembers a command that has not ended."""
    turn.change(in_flight=turn.state.in_flight | {flight.request.command_id: flight})


def log_is_ready(state: State, line: int) -> bool:
    """Returns whether a line is durable; without a session there is nothing to wait for."""
    return line <= state.log.durable_lines


def ready_to_open(turn: Turn, flight: InFlight) -> bool:
    """Returns whether an opening act may go on; says so in the log when it does before its line is durable."""
    state = turn.state
    if log_is_ready(state, flight.line):
        return True
    if not state.log.failing and turn.now.monotonic_ms < flight.deadline_ms:
        return False
    turn.log(LogFellBehind(command_id=flight.request.command_id), flight.request)
    return True


def supersede(turn: Turn, flight: InFlight) -> None:
    """Ends a command that a newer one has made void."""
    end(turn, flight.request, Outcome.SUPERSEDED, Reason.SUPERSEDED, since_ms=flight.since_ms)


def advance(flight: InFlight, stage: Stage, deadline_ms: int, wanted: tuple[SiteId, ...], order: int) -> InFlight:
    """Returns the flight in its next stage."""
    return replace(flight, stage=stage, deadline_ms=deadline_ms, wanted=wanted, order=order)
