"""How a check adds up from tier to tier, as a table: a row for each site with others below it, indented by depth."""

from collections.abc import Iterator, Mapping

from PySide6.QtCore import QModelIndex

from console.office.check_roll_up import Branch
from console.words import RehearsalState, SiteId
from widgets.checks.check_model import FaceModel, Index
from widgets.checks.check_rows import CellFace, Sign
from widgets.phrases.office import check_page_words as words

INDENT = "    "
NOWHERE = QModelIndex()
_SIGNS = {
    RehearsalState.PASSED: Sign.GOOD,
    RehearsalState.REMARK: Sign.REMARK,
    RehearsalState.FAILED: Sign.BAD,
    RehearsalState.MEASURING: Sign.BUSY,
    RehearsalState.NOT_TESTED: Sign.OPEN,
}


class BranchChecks(FaceModel):
    """The tiers of one check; the main endpoint with all of them first."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: tuple[tuple[str, Branch], ...] = ()

    def show_branch(self, main: Branch, names: Mapping[SiteId, str]) -> None:
        """Shows the main endpoint's branch."""
        self.beginResetModel()
        self.rows = tuple(_tiers(main, names, 0)) if main.tally.sites else ()
        self.endResetModel()

    def heads(self) -> tuple[str, ...]:
        """Returns the heads of the columns."""
        return words.branch_heads()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Returns the number of tiers."""
        return 0 if parent.isValid() else len(self.rows)

    def face(self, row: int, column: int) -> CellFace:
        """Returns one cell."""
        name, branch = self.rows[row]
        tally = branch.tally
        if column == 0:
            return CellFace(name, _SIGNS[branch.worst])
        missing = tally.not_reported + tally.under_way
        counts = (tally.sites, tally.passed, tally.with_remarks, tally.failed, missing)
        return CellFace(str(counts[column - 1]))


def _tiers(branch: Branch, names: Mapping[SiteId, str], depth: int) -> Iterator[tuple[str, Branch]]:
    yield f"{INDENT * depth}{names.get(branch.site, branch.site)}", branch
    for below in branch.below:
        if below.below:
            yield from _tiers(below, names, depth + 1)
