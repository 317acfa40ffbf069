"""The sites of a check under their tiers: a head with its sums for each tier that has sites below it, folded or not.

Rules: a tier is a site that others have as their parent; sites without one stand under the name of their district,
where they have one. What is folded away still counts in its head, and whoever is looked for is unfolded.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from console.events import Site
from console.office.check_roll_up import Branch, Tally, roll_up
from console.snapshot import SiteView
from console.words import MAIN_SITE, RehearsalState, SiteId
from widgets.checks.check_rows import CellFace, CheckRow, Sign
from widgets.phrases.console import check_panel_words as words

INDENT = "       "
DISTRICT = "district/"
"""Before the name of a district that is no site."""
MOST_UNFOLDED = 40
"""A check of more sites begins folded."""
SIGNS = {
    RehearsalState.PASSED: Sign.GOOD,
    RehearsalState.REMARK: Sign.REMARK,
    RehearsalState.FAILED: Sign.BAD,
    RehearsalState.MEASURING: Sign.BUSY,
    RehearsalState.NOT_TESTED: Sign.OPEN,
}


@dataclass(frozen=True, slots=True)
class GroupRow:
    """The head of a tier; `sites` are all that stand below it, itself included where it is checked."""

    site: SiteId
    label: str
    depth: int
    folded: bool
    tally: Tally
    worst: RehearsalState
    sites: tuple[SiteId, ...]


ListRow = CheckRow | GroupRow
Checked = tuple[CheckRow, ...]
ViewOf = Callable[[SiteId], SiteView | None]


def group_face(row: GroupRow, column: int) -> CellFace:
    """Returns a cell of a head: its name, how many are in order, and what is not."""
    tally = row.tally
    counts = (
        (tally.failed, Sign.BAD, words.count_failed),
        (tally.with_remarks, Sign.REMARK, words.count_remarks),
        (tally.under_way, Sign.BUSY, words.count_measuring),
        (tally.not_reported, Sign.OPEN, words.count_open),
    )
    if column == 0:
        return CellFace(INDENT * row.depth + row.label, Sign.FOLDED if row.folded else Sign.UNFOLDED)
    if column == 1:
        return CellFace(words.counted(tally.passed + tally.with_remarks, tally.sites), SIGNS[row.worst])
    told = [CellFace(said(count), sign) for count, sign, said in counts if count]
    return told[column - 2] if column - 2 < len(told) else CellFace("")


class Tiers:
    """Which tiers are folded, and the rows that are seen then."""

    def __init__(self) -> None:
        self._folded: dict[SiteId, bool] = {}
        self._folds_by_itself = False

    def rows(self, checked: Checked, view_of: ViewOf, label: Callable[[SiteId], str]) -> tuple[ListRow, ...]:
        """Returns heads and sites from top to bottom; without any tier the sites as they are."""
        self._folds_by_itself = len(checked) > MOST_UNFOLDED
        main = _branch(checked, view_of)
        if not any(branch.below for branch in main.below):
            return checked
        known = {row.site: row for row in checked}
        return tuple(row for branch in main.below for row in self._lines(branch, known, label, 0))

    def _lines(
        self, branch: Branch, known: Mapping[SiteId, CheckRow], label: Callable[[SiteId], str], depth: int
    ) -> Iterator[ListRow]:
        if not branch.below:
            yield _indented(known[branch.site], depth)
            return
        folded = self.is_folded(branch.site)
        name = branch.site.removeprefix(DISTRICT) if branch.site.startswith(DISTRICT) else label(branch.site)
        yield GroupRow(branch.site, name, depth, folded, branch.tally, branch.worst, tuple(_sites(branch)))
        if folded:
            return
        if branch.own is not None:
            yield _indented(known[branch.site], depth + 1)
        for below in branch.below:
            yield from self._lines(below, known, label, depth + 1)

    @staticmethod
    def order(checked: Checked, view_of: ViewOf) -> tuple[SiteId, ...]:
        """Returns all sites in the order in which they stand when nothing is folded."""
        return tuple(_sites(_branch(checked, view_of)))

    def is_folded(self, site: SiteId) -> bool:
        """Returns whether a tier is folded."""
        return self._folded.get(site, self._folds_by_itself)

    def fold(self, site: SiteId, *, folded: bool) -> None:
        """Folds or unfolds one tier."""
        self._folded[site] = folded

    def unfold_to(self, site: SiteId, view_of: ViewOf) -> None:
        """Unfolds every tier above a site, and the one whose head it is."""
        seen: set[SiteId] = set()
        at: SiteId | None = site
        while at is not None and at not in seen:
            seen.add(at)
            self._folded[at] = False
            at = _tier_of(at, view_of)


def _tier_of(site: SiteId, view_of: ViewOf) -> SiteId | None:
    """Returns the tier right above a site, None where that is the main endpoint."""
    view = view_of(site)
    if view is None:
        return None
    if view.parent not in (None, MAIN_SITE):
        return view.parent
    return f"{DISTRICT}{view.district}" if view.district else None


def _with_tiers(checked: Iterable[CheckRow], view_of: ViewOf) -> Iterator[Site]:
    """Yields the checked sites and every tier above them, each once, with the tier right above it."""
    seen: set[SiteId] = set()
    for row in checked:
        at: SiteId | None = row.site
        while at is not None and at not in seen:
            seen.add(at)
            above = _tier_of(at, view_of)
            view = view_of(at)
            yield Site(site=at, number=0 if view is None else view.number, name=at, parent=above)
            at = above


def _branch(checked: Checked, view_of: ViewOf) -> Branch:
    return roll_up(tuple(_with_tiers(checked, view_of)), {row.site: row.state for row in checked})


def _sites(branch: Branch) -> Iterator[SiteId]:
    if branch.own is not None:
        yield branch.site
    for below in branch.below:
        yield from _sites(below)


def _indented(row: CheckRow, depth: int) -> CheckRow:
    return replace(row, label=INDENT * depth + row.label) if depth else row
