"""What the bridge alone hears: sound of a silent site for the checks, and the operator's headphones. Never for the mix.

Rules: the site shows that it is listened to, and the log says when it began and ended. The headphones hold one site or
the program; a site that leaves leaves them too, and does not come back into them by itself.
"""

from msgspec.structs import replace

from console.commands import CommandRequest, ListenToSite
from console.engine_port import SetListen
from console.entries import ListenClosed, ListenOpened
from console.receipts import end
from console.silence.microphones import connected
from console.state import EngineNow, State
from console.turn import Turn
from console.words import Outcome, PodiumPhase, Reason, SiteId


def listen_to_site(turn: Turn, request: CommandRequest, command: ListenToSite) -> None:
    """Brings one site's sound or the program to the operator's headphones, or ends that."""
    if command.site is not None and command.program:
        end(turn, request, Outcome.REFUSED, Reason.BAD_VALUE)
    elif command.site is not None and command.site not in turn.state.directory:
        end(turn, request, Outcome.REFUSED, Reason.UNKNOWN_SITE)
    elif command.site is not None and not connected(turn.state, command.site):
        end(turn, request, Outcome.REFUSED, Reason.SITE_NOT_CONNECTED)
    else:
        turn.change(headphones=command.site, headphones_program=command.program)
        end(turn, request, Outcome.DONE)


def forget_absent_site(turn: Turn) -> None:
    """Takes a site that has left out of the headphones."""
    site = turn.state.headphones
    if site is not None and not connected(turn.state, site):
        turn.change(headphones=None)


def settle_listen(turn: Turn, epoch: int) -> None:
    """Tells the engine whom it listens to, and the log whose listen began or ended; nothing when nothing differs."""
    engine, wanted, program = turn.state.engine, wanted_listen(turn.state), turn.state.headphones_program
    if (engine.listen, engine.plays_program) == (wanted, program):
        return
    before, after = _listens(engine), _listens(replace(engine, listen=wanted))
    turn.change(engine=replace(engine, epoch=epoch, listen=wanted, plays_program=program))
    measured, headphones = wanted
    for site in sorted(before.keys() - after.keys()):
        turn.log(ListenClosed(site=site))
    for site in sorted(after.keys() - before.keys()):
        turn.log(ListenOpened(site=site, for_headphones=after[site]))
    turn.do(SetListen(epoch=epoch, measured_sites=measured, headphones_site=headphones, headphones_program=program))


def wanted_listen(state: State) -> tuple[tuple[SiteId, ...], SiteId | None]:
    """Returns whom the bridge measures (on deck, on the way to the podium) and who is in the headphones."""
    measured: set[SiteId] = set()
    if state.durable.on_deck is not None:
        measured.add(state.durable.on_deck.site)
    run = state.run
    checks = (PodiumPhase.PREFLIGHT, PodiumPhase.WAITING_FOR_LOG)
    if run is not None and (run.site_opens or (run.phase in checks and not run.returning)):
        measured.add(run.site)
    measured.update(state.checks.running)
    headphones = state.headphones
    if headphones is not None and not connected(state, headphones):
        headphones = None
    return tuple(sorted(site for site in measured if connected(state, site))), headphones


def _listens(engine: EngineNow) -> dict[SiteId, bool]:
    measured, headphones = engine.listen
    listens = dict.fromkeys(measured, False)
    return listens if headphones is None else listens | {headphones: True}
