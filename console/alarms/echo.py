"""Sites whose rooms return what they are sent: named by an alarm for as long as the engine hears it.

Rule: what stands is what the engine said last; a new incarnation of the engine has heard nobody.
"""

from console.engine_port import EchoHeard
from console.turn import Turn
from console.words import SiteId


def take_echo(turn: Turn, report: EchoHeard) -> None:
    """Takes that a site returns what it is sent, or no more."""
    present = turn.state.echoing
    now = present - {report.site} if report.delay_ms is None else present | {report.site}
    if now != present and report.site in turn.state.directory:
        turn.change(echoing=now)


def forget_echoes(turn: Turn) -> None:
    """Forgets what an engine that is gone has heard."""
    if turn.state.echoing:
        turn.change(echoing=frozenset[SiteId]())
