"""The standing order of silence: all, all except, one; its receipt; safe stop; and lifting any of them.

Rules: silencing acts at once and is logged in the same batch; opening waits for its line. An order given later wins
over every opening under way. The receipt counts connected satellites; who joins later is held to the order too.
"""

from typing import assert_never

from msgspec.structs import replace

from console.commands import (
    CommandRequest,
    LiftSafeStop,
    LiftSilence,
    MuteAll,
    MuteSite,
    SafeStop,
    SilenceCommand,
    UnmuteSite,
)
from console.durable import commanded, microphone_order
from console.entries import MicrophoneOrdered, SafeStopLifted, SafeStopped, SilenceLifted, SilenceOrdered
from console.podium.podium_end import interrupt_run
from console.receipts import advance, end, keep_in_flight, supersede, wait_for_log
from console.silence.microphones import (
    confirmed_closed,
    confirmed_open,
    connected,
    heard_sites,
    out_of_mix,
    satellites,
    silenced_sites,
)
from console.silence.mute_rules import excepted_sites
from console.state import InFlight, Stage, State, link_of
from console.turn import Turn
from console.words import MAIN_SITE, Outcome, Reason, SiteId, WhoOpens

# ---------------------------------------------------------------- silencing


def mute_all(turn: Turn, request: CommandRequest, command: MuteAll, line: int) -> None:
    """Puts the standing order in force; those excepted who are closed now are freed when the log has it."""
    state = turn.state
    resend_gates(turn)
    unknown = [site for site in command.except_sites if site not in state.directory]
    if unknown:
        end(turn, request, Outcome.REFUSED, Reason.UNKNOWN_SITE, unconfirmed=tuple(unknown))
        return
    excepted = excepted_sites(state, command)
    void_openings(turn, tuple(site for site in satellites(state) if site not in excepted))
    order = turn.next_order()
    turn.log(SilenceOrdered(order=order, except_sites=excepted), request)
    if any(microphone_order(turn.state.durable, site).because is Reason.STANDING_ORDER for site in excepted):
        wait_for_log(turn, request, line)
        return
    await_silence(turn, request, turn.now.monotonic_ms, order)


def free_excepted(turn: Turn, flight: InFlight, command: MuteAll) -> None:
    """Frees the excepted sites that were closed: they may open their microphones themselves."""
    silence = turn.state.durable.silence
    for site in excepted_sites(turn.state, command):
        if microphone_order(turn.state.durable, site).because is Reason.STANDING_ORDER:
            freed = MicrophoneOrdered(site=site, order=turn.next_order(), open=False, may_open=True)
            turn.log(freed, flight.request)
    await_silence(turn, flight.request, flight.since_ms, silence.order)


def mute_site(turn: Turn, request: CommandRequest, command: MuteSite) -> None:
    """Silences one site by name; lifting the standing order does not open it."""
    resend_gates(turn)
    if not _is_satellite(turn, request, command.site):
        return
    void_openings(turn, (command.site,), by_name=True)
    order = turn.next_order()
    turn.log(MicrophoneOrdered(site=command.site, order=order, open=False, may_open=False), request)
    await_silence(turn, request, turn.now.monotonic_ms, order, (command.site,))


def safe_stop(turn: Turn, request: CommandRequest) -> None:
    """Silences all but the main endpoint and shows it."""
    resend_gates(turn)
    if turn.state.durable.safe_stop is not None:
        end(turn, request, Outcome.DONE, Reason.NOTHING_TO_DO)
        return
    void_openings(turn, satellites(turn.state))
    order = turn.next_order()
    turn.log(SafeStopped(closed=heard_sites(turn.state), order=order), request)
    await_silence(turn, request, turn.now.monotonic_ms, order)


def resend_gates(turn: Turn) -> None:
    """Makes the gates go out again with a higher epoch, changed or not."""
    turn.change(engine=replace(turn.state.engine, gates=None))


def _is_satellite(turn: Turn, request: CommandRequest, site: SiteId) -> bool:
    if site == MAIN_SITE:
        end(turn, request, Outcome.REFUSED, Reason.MAIN_ENDPOINT_NEEDED)
        return False
    if site not in turn.state.directory:
        end(turn, request, Outcome.REFUSED, Reason.UNKNOWN_SITE)
        return False
    return True


def void_openings(turn: Turn, closing: tuple[SiteId, ...], *, by_name: bool = False) -> None:
    """Ends every opening act under way that would open one of these sites."""
    for flight in tuple(turn.state.in_flight.values()):
        command = flight.request.command
        match command:
            case UnmuteSite():
                void = command.site in closing
            case LiftSilence() | LiftSafeStop() | MuteAll():
                void = flight.stage is Stage.LOG and not by_name
            case _:
                void = False
        if void:
            supersede(turn, flight)
    run = turn.state.run
    if run is not None and (run.site in closing or (run.returning and not by_name)):
        interrupt_run(turn, run)


# ---------------------------------------------------------------- receipts


def await_silence(
    turn: Turn, request: CommandRequest, since_ms: int, order: int, wanted: tuple[SiteId, ...] | None = None
) -> None:
    """Keeps the command in flight until every connected silenced site confirmed, 2 s at most."""
    state = turn.state
    sites = silenced_sites(state) if wanted is None else tuple(site for site in wanted if connected(state, site))
    flight = InFlight(
        request=request,
        since_ms=since_ms,
        stage=Stage.SILENCE,
        deadline_ms=since_ms + state.rules.receipt_limit_ms,
        wanted=sites,
        order=order,
    )
    keep_in_flight(turn, flight)


def check_receipts(turn: Turn) -> None:
    """Ends the silencing and opening commands whose sites have all confirmed, or whose time is over."""
    for flight in tuple(turn.state.in_flight.values()):
        if flight.stage not in (Stage.SILENCE, Stage.SITE):
            continue
        confirms = confirmed_closed if flight.stage is Stage.SILENCE else confirmed_open
        over = turn.now.monotonic_ms >= flight.deadline_ms
        # The sites answer in about the order in which they were told: the last one missing is found at once.
        if not over and any(not confirms(turn.state, site, flight.order) for site in reversed(flight.wanted)):
            continue
        confirmed = tuple(site for site in flight.wanted if confirms(turn.state, site, flight.order))
        unconfirmed = tuple(site for site in flight.wanted if site not in confirmed)
        end(
            turn,
            flight.request,
            Outcome.PARTLY if unconfirmed else Outcome.DONE,
            _why_unconfirmed(turn.state, unconfirmed) if unconfirmed else None,
            since_ms=flight.since_ms,
            confirmed=confirmed,
            unconfirmed=unconfirmed,
        )


def _why_unconfirmed(state: State, sites: tuple[SiteId, ...]) -> Reason:
    """Returns the graver reason: a gate that the engine did not confirm, else programs that did not answer in time."""
    closed = (site for site in sites if not commanded(state.durable, site).heard)
    return Reason.TIMEOUT if all(out_of_mix(state, site) for site in closed) else Reason.GATE_UNCERTAIN


# ---------------------------------------------------------------- opening


def ask_unmute(turn: Turn, request: CommandRequest, command: UnmuteSite, line: int) -> None:
    """Begins to let one site be heard."""
    if not _is_satellite(turn, request, command.site):
        return
    state = turn.state
    order = microphone_order(state.durable, command.site)
    if not connected(state, command.site):
        end(turn, request, Outcome.REFUSED, Reason.SITE_NOT_CONNECTED)
    elif order.open or (order.heard and state.rules.who_opens is WhoOpens.SITE_TECHNICIAN):
        end(turn, request, Outcome.DONE, Reason.NOTHING_TO_DO)
    else:
        wait_for_log(turn, request, line)


def unmute(turn: Turn, flight: InFlight, command: UnmuteSite) -> None:
    """Lifts the order for one site; by the profile's rule its own technician may have to open."""
    state = turn.state
    if not connected(state, command.site):
        end(turn, flight.request, Outcome.FAILED, Reason.SITE_LOST, since_ms=flight.since_ms)
        return
    order = turn.next_order()
    opens = state.rules.who_opens is WhoOpens.OPERATOR
    turn.log(MicrophoneOrdered(site=command.site, order=order, open=opens, may_open=True), flight.request)
    for other in tuple(turn.state.in_flight.values()):
        if other.stage is Stage.SILENCE and other.wanted == (command.site,):
            supersede(turn, other)
    if not opens or not link_of(state, command.site).controllable:
        end(turn, flight.request, Outcome.DONE, since_ms=flight.since_ms)
        return
    deadline_ms = turn.now.monotonic_ms + state.rules.receipt_limit_ms
    keep_in_flight(turn, advance(flight, Stage.SITE, deadline_ms, (command.site,), order))


def ask_lift_silence(turn: Turn, request: CommandRequest, line: int) -> None:
    """Begins to take the standing order back."""
    if turn.state.durable.silence.in_force:
        wait_for_log(turn, request, line)
    else:
        end(turn, request, Outcome.DONE, Reason.NOTHING_TO_DO)


def lift_silence(turn: Turn, flight: InFlight) -> None:
    """Takes the standing order back: the satellites may open, none is opened."""
    for other in tuple(turn.state.in_flight.values()):
        if other.stage is Stage.SILENCE and isinstance(other.request.command, MuteAll):
            supersede(turn, other)
    turn.log(SilenceLifted(order=turn.next_order()), flight.request)
    end(turn, flight.request, Outcome.DONE, since_ms=flight.since_ms)


def ask_lift_safe_stop(turn: Turn, request: CommandRequest, line: int) -> None:
    """Begins to reverse the safe stop."""
    if turn.state.durable.safe_stop is not None:
        wait_for_log(turn, request, line)
    else:
        end(turn, request, Outcome.DONE, Reason.NOTHING_TO_DO)


def lift_safe_stop(turn: Turn, flight: InFlight) -> None:
    """Reverses the safe stop; the log names every microphone that may be heard again."""
    durable = turn.state.durable
    opened = tuple(site for site in satellites(turn.state) if microphone_order(durable, site).heard)
    turn.log(SafeStopLifted(opened=opened, order=turn.next_order()), flight.request)
    for other in tuple(turn.state.in_flight.values()):
        if other.stage is Stage.SILENCE and isinstance(other.request.command, SafeStop):
            supersede(turn, other)
    end(turn, flight.request, Outcome.DONE, since_ms=flight.since_ms, confirmed=opened)


def begin_silence(turn: Turn, request: CommandRequest, command: SilenceCommand, line: int) -> None:
    """Begins an order about who may be heard; `line` is its "requested" line."""
    match command:
        case MuteAll():
            mute_all(turn, request, command, line)
        case LiftSilence():
            ask_lift_silence(turn, request, line)
        case MuteSite():
            mute_site(turn, request, command)
        case UnmuteSite():
            ask_unmute(turn, request, command, line)
        case SafeStop():
            safe_stop(turn, request)
        case LiftSafeStop():
            ask_lift_safe_stop(turn, request, line)
        case _:
            assert_never(command)


def go_on_with_silence(turn: Turn, flight: InFlight, command: SilenceCommand) -> None:
    """Carries out what had to wait for its line."""
    match command:
        case MuteAll():
            free_excepted(turn, flight, command)
        case UnmuteSite():
            unmute(turn, flight, command)
        case LiftSilence():
            lift_silence(turn, flight)
        case LiftSafeStop():
            lift_safe_stop(turn, flight)
        case MuteSite() | SafeStop():
            end(turn, flight.request, Outcome.FAILED, Reason.BAD_VALUE)
        case _:
            assert_never(command)
