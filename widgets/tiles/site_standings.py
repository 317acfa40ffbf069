"""How each site stands at a glance: where it is in the meeting and how badly it needs somebody.

Rule: judged once for everyone who shows something of all sites (the map, the counter, the second view), only for sites
that said something, and not at all while nobody looks.
"""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from console.snapshot import SiteView
from console.words import LinkState, SiteId
from widgets.controls.faults import SEVERITY, FaultKind, Severity, faults_of
from widgets.controls.store import Store
from widgets.tiles.tile_face import Tally, tally_of

MICROPHONE_KINDS = frozenset(
    {FaultKind.MICROPHONE_DISAGREES, FaultKind.MICROPHONE_OPEN, FaultKind.ORDER_UNCERTAIN}
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Standing:
    """One site at a glance."""

    tally: Tally = Tally.NONE
    severity: Severity | None = None
    """Of the heaviest fault; None: nothing is wrong."""
    absent: bool = False
    asks: bool = False
    """It waits for the floor."""
    weight: int = 9
    """Order in the second view, the most urgent lowest."""

    @property
    def needs_attention(self) -> bool:
        """Whether anything is wrong."""
        return self.severity is not None


def standing_of(view: SiteView, now_ms: int) -> Standing:
    """Returns how a site stands."""
    found = faults_of(view, now_ms)
    severity = max((SEVERITY.get(kind, Severity.WARNING) for kind in found), default=None)
    asks = view.queue_place is not None
    return Standing(
        tally=tally_of(view),
        severity=severity,
        absent=view.link is LinkState.ABSENT,
        asks=asks,
        weight=_weight(view, found, severity),
    )


def _weight(view: SiteView, found: list[FaultKind], severity: Severity | None) -> int:
    if severity is None:
        calm = 4 if view.queue_place is not None else 5
        return calm + 2 if view.link is LinkState.ABSENT else calm
    if view.on_podium or view.on_deck:
        return 0
    if MICROPHONE_KINDS & set(found):
        return 1
    return 2 if severity is Severity.ERROR else 3


class SiteStandings(QObject):
    """The standings of all satellites while somebody watches."""

    changed = Signal(object)
    """A frozenset of the sites that stand otherwise than before."""

    def __init__(self, store: Store, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._of: dict[SiteId, Standing] = {}
        self._said: set[SiteId] = set()
        self._watched = False
        store.site_changed.connect(self._note)
        store.sites_changed.connect(self._judge_said)
        store.roster_changed.connect(self.judge_all)

    def of(self, site: SiteId) -> Standing:
        """Returns how a site stands."""
        return self._of.get(site, Standing())

    @property
    def needing(self) -> frozenset[SiteId]:
        """The sites with which something is wrong."""
        return frozenset(site for site, standing in self._of.items() if standing.needs_attention)

    def watch(self, *, watched: bool) -> None:
        """Judges from now on, or rests."""
        if watched != self._watched:
            self._watched = watched
            self.judge_all()

    def judge_all(self) -> None:
        """Judges every site: some things grow old by themselves. Called once a second."""
        if self._watched:
            roster = self._store.roster
            gone = self._of.keys() - set(roster)
            for site in gone:
                del self._of[site]
            self._judge(set(roster), frozenset(gone))

    def _note(self, site: SiteId) -> None:
        if self._watched:
            self._said.add(site)

    def _judge_said(self) -> None:
        if self._said:
            said, self._said = self._said, set()
            self._judge(said & set(self._store.roster))

    def _judge(self, sites: set[SiteId], gone: frozenset[SiteId] = frozenset()) -> None:
        now_ms, others = self._store.now_ms, set(gone)
        for site in sites:
            view = self._store.site(site)
            if view is None:
                continue
            standing = standing_of(view, now_ms)
            if self._of.get(site) != standing:
                self._of[site] = standing
                others.add(site)
        if others:
            self.changed.emit(frozenset(others))
