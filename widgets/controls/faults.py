"""What is wrong with a site, in the order of weight: for the counters above, the next-fault key and the tiles' badges.

Rule: judged from the snapshot alone; an absent site is no fault, silence by order is none either.
"""

from dataclasses import dataclass
from enum import Enum, IntEnum

from console.snapshot import Fact, LineQuality, SiteView
from console.words import Answer, LinkState
from widgets.controls.store import Store

REPORT_OLD_MS = 12_000
"""A site reports its microphone every 5 s; two reports missing make the fact old."""


class Severity(IntEnum):
    WARNING = 1
    ERROR = 2


class FaultKind(Enum):
    LINK_LOST = "link_lost"
    LINE_ERROR = "line_error"
    MICROPHONE_DISAGREES = "microphone_disagrees"
    ORDER_UNCERTAIN = "order_uncertain"
    MICROPHONE_OPEN = "microphone_open"
    REPORT_OLD = "report_old"
    PICTURE_OLD = "picture_old"
    LINE_WARNING = "line_warning"


SEVERITY = {
    FaultKind.LINK_LOST: Severity.ERROR,
    FaultKind.LINE_ERROR: Severity.ERROR,
}


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong with one site."""

    site: str
    kind: FaultKind

    @property
    def severity(self) -> Severity:
        """Error for what cuts a site off, warning for the rest."""
        return SEVERITY.get(self.kind, Severity.WARNING)


def faults_of(view: SiteView, now_ms: int) -> list[FaultKind]:
    """Returns what is wrong with a site, the heaviest first."""
    if view.link is LinkState.LOST:
        return [FaultKind.LINK_LOST]
    if view.link not in {LinkState.LIVE, LinkState.OLD}:
        return []
    found = [
        (FaultKind.MICROPHONE_DISAGREES, disagrees(view)),
        (FaultKind.ORDER_UNCERTAIN, order_is_uncertain(view)),
        (FaultKind.MICROPHONE_OPEN, open_off_podium(view)),
        (FaultKind.REPORT_OLD, report_is_old(view, now_ms)),
        (FaultKind.PICTURE_OLD, view.link is LinkState.OLD or view.picture_old_since_ms is not None),
        (FaultKind.LINE_ERROR, view.line.quality is LineQuality.ERROR),
        (FaultKind.LINE_WARNING, view.line.quality is LineQuality.WARNING),
    ]
    return [kind for kind, is_so in found if is_so]


def disagrees(view: SiteView) -> bool:
    """Tells whether a microphone is reported or heard open although it is ordered closed, or the other way round."""
    microphone = view.microphone
    if microphone.commanded is Fact.CLOSED:
        return microphone.violation or microphone.reported is Fact.OPEN or heard_in_secret(view)
    return view.on_podium and microphone.commanded is Fact.OPEN and microphone.reported is Fact.CLOSED


def order_is_uncertain(view: SiteView) -> bool:
    """Tells whether the engine has not carried out what is ordered about a microphone, as far as anyone knows."""
    return view.microphone.commanded_answer in {Answer.TIMEOUT, Answer.REJECTED, Answer.UNSUPPORTED}


def heard_in_secret(view: SiteView) -> bool:
    """Tells whether sound comes that nobody asked for; a bridge-only listen asks for it and shows so itself."""
    return view.microphone.observed is Fact.OPEN and not view.listened


def heard_fact(view: SiteView) -> Fact:
    """Returns what is heard of a site: a live connection without any sound packet is silence, not ignorance."""
    observed = view.microphone.observed
    if observed is Fact.UNKNOWN and view.link is LinkState.LIVE and view.microphone.commanded is Fact.CLOSED:
        return Fact.CLOSED
    return observed


def open_off_podium(view: SiteView) -> bool:
    """Tells whether all facts agree on an open microphone while the site is not on the podium."""
    microphone = view.microphone
    is_open = microphone.commanded in {Fact.OPEN, Fact.ALLOWED} and microphone.reported is Fact.OPEN
    return not view.on_podium and (is_open or microphone.forgotten_since_ms is not None)


def report_is_old(view: SiteView, now_ms: int) -> bool:
    """Tells whether a site that can report its microphone has not done so for a while."""
    reported_ms = view.microphone.reported_ms
    return view.controllable and reported_ms is not None and now_ms - reported_ms > REPORT_OLD_MS


def all_faults(store: Store) -> list[Fault]:
    """Returns the heaviest fault of each site, in the order of the roster."""
    found: list[Fault] = []
    for site in store.roster:
        view = store.site(site)
        kinds = faults_of(view, store.now_ms) if view is not None else []
        if kinds:
            heaviest = max(kinds, key=lambda kind: SEVERITY.get(kind, Severity.WARNING))
            found.append(Fault(site, heaviest))
    return found


def forgotten_sites(store: Store) -> list[SiteView]:
    """Returns the sites with a forgotten open microphone, the longest open first."""
    views = (store.site(site) for site in store.roster)
    found = [view for view in views if view is not None and view.microphone.forgotten_since_ms is not None]
    return sorted(found, key=lambda view: view.microphone.forgotten_since_ms or 0)
