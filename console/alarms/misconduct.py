"""Sites that harm the bridge's machine, by mistake or on purpose: who is put off or named, and by which alarm.

Rule: what stands is what the engine and the front said last; a new incarnation of the engine knows of nobody.
"""

from typing import Final

from console.alarms.conduct_port import SiteMisbehaved
from console.events import JoinsBounded
from console.state import State
from console.turn import Turn
from console.words import AlarmKind, Misconduct, Severity, SiteId

MISCONDUCT: Final = {
    Misconduct.FLOOD: (AlarmKind.SITE_FLOODS, Severity.ERROR),
    Misconduct.PICTURE: (AlarmKind.PICTURE_HARMFUL, Severity.ERROR),
    Misconduct.NONSENSE: (AlarmKind.SITE_NONSENSE, Severity.WARNING),
    Misconduct.JOINS: (AlarmKind.SITE_JOINS, Severity.WARNING),
}


def is_put_off(state: State, site: SiteId) -> bool:
    """Tells whether pictures of a site are dropped for what it did."""
    stands = state.misconduct.get(site, ())
    return Misconduct.FLOOD in stands or Misconduct.PICTURE in stands


def take_misconduct(turn: Turn, report: SiteMisbehaved) -> None:
    """Takes what the engine puts a site off for, all of it."""
    joins = Misconduct.JOINS in turn.state.misconduct.get(report.site, ())
    _put(turn, report.site, (*report.misconduct, Misconduct.JOINS) if joins else report.misconduct)


def take_joins_bounded(turn: Turn, event: JoinsBounded) -> None:
    """Takes that a site joins too often, or no more."""
    rest = tuple(fault for fault in turn.state.misconduct.get(event.site, ()) if fault is not Misconduct.JOINS)
    _put(turn, event.site, (*rest, Misconduct.JOINS) if event.standing else rest)


def forget_misconduct(turn: Turn) -> None:
    """Forgets what an engine that is gone said of sites; the front's word stays."""
    joins = {site: (Misconduct.JOINS,) for site, stands in turn.state.misconduct.items() if Misconduct.JOINS in stands}
    if joins != turn.state.misconduct:
        turn.change(misconduct=joins)


def _put(turn: Turn, site: SiteId, stands: tuple[Misconduct, ...]) -> None:
    if site not in turn.state.directory or stands == turn.state.misconduct.get(site, ()):
        return
    others = {known: faults for known, faults in turn.state.misconduct.items() if known != site}
    turn.change(misconduct=others | ({site: stands} if stands else {}))
