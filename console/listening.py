"""The bridge-only listen: sound of a silent site for the checks or the operator's headphones, never for the mix.

Rule: the site shows that it is listened to, and the log says when it began and ended.
"""

from console.commands import CommandRequest, ListenToSite
from console.microphones import connected
from console.receipts import end
from console.state import State
from console.turn import Turn
from console.words import Outcome, PodiumPhase, Reason, SiteId


def listen_to_site(turn: Turn, request: CommandRequest, command: ListenToSite) -> None:
    """Brings one site's sound to the operator's headphones, or ends that."""
    if command.site is not None and command.site not in turn.state.directory:
        end(turn, request, Outcome.REFUSED, Reason.UNKNOWN_SITE)
    elif command.site is not None and not connected(turn.state, command.site):
        end(turn, request, Outcome.REFUSED, Reason.SITE_NOT_CONNECTED)
    else:
        turn.change(headphones=command.site)
        end(turn, request, Outcome.DONE)


def wanted_listen(state: State) -> tuple[tuple[SiteId, ...], SiteId | None]:
    """Returns whom the bridge measures (on deck, on the way to the podium) and who is in the headphones."""
    measured: set[SiteId] = set()
    if state.durable.on_deck is not None:
        measured.add(state.durable.on_deck.site)
    run = state.run
    checks = (PodiumPhase.PREFLIGHT, PodiumPhase.WAITING_FOR_LOG)
    if run is not None and (run.site_opens or (run.phase in checks and not run.returning)):
        measured.add(run.site)
    headphones = state.headphones
    if headphones is not None and not connected(state, headphones):
        headphones = None
    return tuple(sorted(site for site in measured if connected(state, site))), headphones
