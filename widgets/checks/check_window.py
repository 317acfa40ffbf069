"""The window of the technical check and the rehearsal: stages, sites, items; measured, ticked, closed by keys.

Rule: it shows the snapshot and gives commands, and keeps nothing of its own; while it is closed it does nothing at all.
Letters act only outside text fields.
"""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QCloseEvent, QKeySequence, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from console.checks.check_words import MEASURED, CheckItem, CheckResult, CheckStage
from console.commands import CloseCheckStage, FreezeBaseline, RunSiteCheck, StopSiteChecks, TickCheckItem
from console.words import RehearsalState, SiteId
from widgets.checks.check_groups import GroupRow, ListRow, Tiers
from widgets.checks.check_model import COLUMNS, ItemChecks, SiteChecks
from widgets.checks.check_rows import CheckRow, wanting
from widgets.checks.check_side import CheckSide, button_row
from widgets.checks.check_table import CheckTable
from widgets.controls.store import Store
from widgets.drawing import theme
from widgets.drawing.rephrasing import named
from widgets.phrases.console import check_panel_words as words
from widgets.phrases.language import time_of_day
from widgets.phrases.log import check_words

SIZE = (1366, 740)
SMALLEST = (1100, 600)
SIDE_SHARE = 0.32
KEYS = {
    "run-site": "R",
    "run-failed": "Shift+R",
    "run-speaking": "P",
    "run-all": "Ctrl+R",
    "stop": "Ctrl+.",
    "tick-ok": "Space",
    "tick-fail": "X",
    "tick-none": "N",
    "freeze": "Ctrl+B",
    "close-stage": "Ctrl+Return",
    "next-open": "F8",
}


LEFT_OUT = (len(COLUMNS) - 4, len(COLUMNS) - 2, len(COLUMNS) - 1)
"""Delay, camera and who looked: for wide windows."""
MEASURING = ("run-all", "run-speaking", "run-site", "run-failed", "stop")
"""What stands under the sites, in its order."""


class CheckWindow(QWidget):
    """The window; made once, opened and closed."""

    closed = Signal()

    def __init__(self, store: Store, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.store = store
        self.stage = ""
        self.setObjectName("checks")
        self.resize(*SIZE)
        self.setMinimumSize(*SMALLEST)
        self.sites, self.items, self.tiers = SiteChecks(), ItemChecks(), Tiers()
        self.checked: tuple[CheckRow, ...] = ()
        """All sites of the stage, folded away or not."""
        self.actions_by_name = {name: self._action(name, key) for name, key in KEYS.items()}
        self.table = CheckTable(self.sites, self, stretched=(0, len(COLUMNS) - 1))
        named(self.table, words.site_table)
        self.side = CheckSide(self.items, self.actions_by_name, self)
        self.note = QLabel(self)
        self.note.setFont(theme.font(14))
        self.note.setWordWrap(True)
        self._stages = QHBoxLayout()
        self._group = QButtonGroup(self)
        self._group.idClicked.connect(self._choose_stage)
        self._stage_names: tuple[str, ...] = ()
        self._lay_out()
        self._wire()
        self.rephrase()

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(self.note)
        left.addWidget(self.table, 1)
        left.addLayout(button_row([self.actions_by_name[name] for name in MEASURING], self))
        body = QHBoxLayout()
        body.setSpacing(12)
        body.addLayout(left, round(100 * (1 - SIDE_SHARE)))
        body.addWidget(self.side, round(100 * SIDE_SHARE))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(12, 12, 12, 12)
        whole.setSpacing(8)
        self._stages.setSpacing(8)
        whole.addLayout(self._stages)
        whole.addLayout(body, 1)

    def _wire(self) -> None:
        acts = self._acts()
        for name, action in self.actions_by_name.items():
            action.triggered.connect(partial(_without_arguments, acts[name]))
        self.table.selectionModel().currentRowChanged.connect(partial(_without_arguments, self._show_site))
        self.table.fold_wanted.connect(self._fold)
        self.side.items.selectionModel().currentRowChanged.connect(partial(_without_arguments, self._follow))
        for signal in (self.store.checks_changed, self.store.roster_changed, self.store.session_changed):
            signal.connect(self._refresh_if_seen)

    def _acts(self) -> dict[str, Callable[[], object]]:
        return {
            "run-site": lambda: self._run(self._chosen_sites()),
            "run-failed": lambda: self._run(self._chosen_sites(), only_failed=True),
            "run-speaking": lambda: self._run(self.store.checks.speaking),
            "run-all": lambda: self._run(()),
            "stop": lambda: self.store.send(StopSiteChecks()),
            "tick-ok": lambda: self._tick(CheckResult.OK),
            "tick-fail": lambda: self._tick(CheckResult.FAIL),
            "tick-none": lambda: self._tick(CheckResult.NOT_APPLICABLE),
            "freeze": self._freeze,
            "close-stage": lambda: self.store.send(CloseCheckStage(stage=self.stage)),
            "next-open": self._next_open,
        }

    def _action(self, name: str, key: str) -> QAction:
        action = QAction(self)
        action.setObjectName(f"check-{name}")
        action.setShortcut(QKeySequence(key))
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        action.setAutoRepeat(False)
        self.addAction(action)
        return action

    # ------------------------------------------------------------ what is shown

    @property
    def chosen(self) -> CheckRow | None:
        """The site that is chosen, None for a tier's head."""
        line = self.line
        return (
            next((row for row in self.checked if row.site == line.site), None) if isinstance(line, CheckRow) else None
        )

    @property
    def line(self) -> ListRow | None:
        """The line that is chosen: a site or a tier's head."""
        row = self.table.chosen
        return self.sites.rows[row] if 0 <= row < len(self.sites.rows) else None

    def _refresh_if_seen(self) -> None:
        if self.isVisible():
            self.refresh()

    def refresh(self) -> None:
        """Shows the check as the snapshot has it."""
        checks = self.store.checks
        names = tuple(stage.stage for stage in checks.stages)
        if names != self._stage_names:
            self._make_stages(names)
        if self.stage not in names:
            self.stage = names[0] if names else ""
        chosen = self.line
        self.checked = tuple(self._row(site) for site in checks.sites)
        self.sites.show_rows(self.tiers.rows(self.checked, self.store.site, self._label))
        self._choose_line(chosen)
        self._say_stages()
        closed = next((told for told in checks.closed if told.stage == self.stage), None)
        told = "" if closed is None else words.closed(closed.person, time_of_day(closed.at_ms)[:5])
        self.side.totals.show_rows(self.checked, told)
        self.note.setText("" if checks.stages and checks.allowed else self._why_not())
        self.note.setVisible(bool(self.note.text()))
        self._show_site()

    def _why_not(self) -> str:
        return words.not_allowed_now() if self.store.checks.stages else words.no_session()

    def _row(self, site: SiteId) -> CheckRow:
        view, checks = self.store.check_sheet(self.stage, site), self.store.checks
        step = checks.running.get(site, "")
        state = RehearsalState.NOT_TESTED if view is None else view.state
        known = self.store.site(site)
        return CheckRow(
            site=site,
            label=self._label(site),
            state=RehearsalState.MEASURING if step else state,
            marks={} if view is None else view.marks,
            step=step,
            branch="" if known is None or known.parent is None else self.store.short_label(known.parent),
        )

    def _label(self, site: SiteId) -> str:
        return self.store.short_label(site) if self._narrow else self.store.full_label(site)

    def _make_stages(self, names: tuple[str, ...]) -> None:
        for button in self._group.buttons():
            self._group.removeButton(button)
            button.hide()
            button.deleteLater()
        self._stage_names = names
        for place, _ in enumerate(names):
            button = QPushButton(self)
            button.setCheckable(True)
            button.setObjectName(f"stage-{place}")
            self._group.addButton(button, place)
            self._stages.addWidget(button)

    def _say_stages(self) -> None:
        for place, name in enumerate(self._stage_names):
            button = self._group.button(place)
            states = [view.state for site in self.store.checks.sites if (view := self.store.check_sheet(name, site))]
            passed = sum(state in (RehearsalState.PASSED, RehearsalState.REMARK) for state in states)
            told = words.counted(passed, len(self.store.checks.sites))
            stage = check_words.phrase_stage(name)
            button.setText(f"{stage[:1].upper()}{stage[1:]}   {told}")
            button.setChecked(name == self.stage)

    def _choose_stage(self, place: int) -> None:
        self.stage = self._stage_names[place]
        self.refresh()
        self.table.setFocus()

    def _choose_line(self, line: ListRow | None) -> None:
        """Chooses the same line again after the table was made anew, a tier's head where the site is folded away."""
        if not self.sites.rows or self.table.chosen >= 0:
            return
        places = [(row.site, type(row)) for row in self.sites.rows]
        wanted = None if line is None else (line.site, type(line))
        heads = (
            at
            for at, row in enumerate(self.sites.rows)
            if isinstance(row, GroupRow) and line is not None and line.site in row.sites
        )
        self.table.choose(places.index(wanted) if wanted in places else next(heads, 0))

    def _fold(self, place: int, folded: bool) -> None:  # noqa: FBT001 - a signal's argument
        """Folds or unfolds a tier; folding a site folds the tier that it stands under."""
        rows, line = self.sites.rows, self.sites.rows[place]
        if isinstance(line, CheckRow):
            above = (row for row in reversed(rows[:place]) if isinstance(row, GroupRow) and line.site in row.sites)
            head = next(above, None) if folded else None
            if head is None:
                return
            self.table.choose(rows.index(head))
            return
        self.tiers.fold(line.site, folded=folded)
        self.refresh()

    def _show_site(self) -> None:
        row = self.chosen
        stage = self._stage()
        self.items.show_row(row, stage.items if stage is not None else ())
        line = self.line
        self.side.site_label.setText(row.label if row is not None else words.no_site() if line is None else line.label)
        if row is not None and self.side.items.chosen < 0:
            self.side.items.choose(self._first_by_eye())
        self._follow()

    def _first_by_eye(self) -> int:
        return next((place for place, item in enumerate(self.items.items) if item not in MEASURED), 0)

    def _stage(self) -> CheckStage | None:
        return next((stage for stage in self.store.checks.stages if stage.stage == self.stage), None)

    def _follow(self) -> None:
        """Offers what can be done now."""
        checks, row = self.store.checks, self.chosen
        there, may = bool(checks.stages), checks.allowed and bool(self.sites.rows)
        able = {
            "run-site": may and self.line is not None,
            "run-failed": may and self.line is not None,
            "run-speaking": may and bool(checks.speaking),
            "run-all": may,
            "stop": bool(checks.running or checks.waiting),
            "tick-ok": there and row is not None and self._item() is not None,
            "freeze": there and row is not None and row.state in (RehearsalState.PASSED, RehearsalState.REMARK),
            "close-stage": there,
            "next-open": bool(wanting(self.checked)),
        }
        able |= dict.fromkeys(("tick-fail", "tick-none"), able["tick-ok"])
        for name, action in self.actions_by_name.items():
            action.setEnabled(able[name])
        of_tier = isinstance(self.line, GroupRow)
        self.actions_by_name["run-site"].setText(words.run_tier() if of_tier else words.ACTS["run-site"]())

    def _item(self) -> CheckItem | None:
        place = self.side.items.chosen
        return self.items.items[place] if 0 <= place < len(self.items.items) else None

    # ------------------------------------------------------------ what is asked

    def _chosen_sites(self) -> tuple[SiteId, ...]:
        line = self.line
        return () if line is None else line.sites if isinstance(line, GroupRow) else (line.site,)

    def _run(self, sites: tuple[SiteId, ...], *, only_failed: bool = False) -> None:
        self.store.send(RunSiteCheck(stage=self.stage, sites=sites, only_failed=only_failed))

    def _tick(self, result: CheckResult) -> None:
        row, item = self.chosen, self._item()
        if row is None or item is None or isinstance(QApplication.focusWidget(), QLineEdit):
            return
        command = TickCheckItem(
            site=row.site,
            item=item,
            result=result,
            stage=self.stage,
            note=self.side.remark.text().strip(),
            by=self.side.person.text().strip(),
        )
        if self.store.send(command):
            self.side.remark.clear()
            self.side.items.choose(self.side.items.chosen + 1)

    def _freeze(self) -> None:
        if self.chosen is not None:
            self.store.send(FreezeBaseline(site=self.chosen.site, stage=self.stage))

    def _next_open(self) -> None:
        wanted = {row.site for row in wanting(self.checked)}
        line = self.line
        if not wanted or line is None:
            return
        order = self.tiers.order(self.checked, self.store.site)
        after = order.index(line.sites[0]) if isinstance(line, GroupRow) else order.index(line.site) + 1
        site = next(site for site in (*order[after:], *order[:after]) if site in wanted)
        self.tiers.unfold_to(site, self.store.site)
        self.refresh()
        rows = [row.site if isinstance(row, CheckRow) else "" for row in self.sites.rows]
        self.table.choose(rows.index(site))

    # ------------------------------------------------------------ the window

    def showEvent(self, event: QShowEvent) -> None:
        """Shows the check as it is now."""
        super().showEvent(event)
        self.refresh()
        self.table.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leaves out the last columns where there is no room; the chosen site's items say all."""
        super().resizeEvent(event)
        for column in LEFT_OUT:
            self.table.setColumnHidden(column, self._narrow)
        self._refresh_if_seen()

    @property
    def _narrow(self) -> bool:
        return theme.measures_for(self.width(), self.height()).compact

    def closeEvent(self, event: QCloseEvent) -> None:
        """Says that the window is closed; the check goes on."""
        self.closed.emit()
        super().closeEvent(event)

    def rephrase(self) -> None:
        """Says everything in the language in use."""
        self.setWindowTitle(words.title())
        for name, action in self.actions_by_name.items():
            action.setText(words.ACTS[name]())
        self.sites.say_anew()
        self.items.say_anew()
        self._refresh_if_seen()


def _without_arguments(act: Callable[[], object], *_: object) -> None:
    """Calls what takes nothing of what a signal says."""
    act()
