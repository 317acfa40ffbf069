"""The page of technical checks: a meeting's stages with their times, how they add up tier by tier, each site's sheet.

Rule: it shows what the register keeps after a session; measuring and ticking are the console's. Who has not reported
stands in every sum. Ctrl+P shows the page for the chair as it will be printed.
"""

from collections.abc import Callable, Iterable
from functools import partial
from typing import Any

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QFileDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from console.checks.check_sheet import CheckSheet
from console.checks.check_words import CheckItem
from console.office.check_roll_up import Branch, roll_up
from console.office.checks import CheckSummary, sheet_of_summary
from console.office.meeting import Meeting
from console.office.office_rules import facts_of
from console.office.record import Record, Version
from console.records.check_summary import CheckReport, check_summary
from console.records.documents.docx_writer import document_docx
from console.records.page_model import Document
from console.regulation.clocks import Clock, all_clocks
from console.words import MAIN_SITE, RehearsalState, SiteId
from widgets.checks.branch_model import BranchChecks
from widgets.checks.check_model import ItemChecks, SiteChecks
from widgets.checks.check_rows import CheckRow
from widgets.checks.check_side import CheckTotals
from widgets.checks.check_table import CheckTable
from widgets.drawing import theme
from widgets.drawing.rephrasing import named
from widgets.office.cells import site_text
from widgets.office.meetings.printing import file_name, show_preview
from widgets.office.office_page import OfficePage
from widgets.office.register_store import RegisterStore
from widgets.paper.record_pdf import document_pdf
from widgets.phrases.console import check_panel_words as panel_words
from widgets.phrases.log.check_words import phrase_stage
from widgets.phrases.office import check_page_words as words

ALL_ITEMS = tuple(CheckItem)
HIDDEN = (3, 4, 5, 6, 7, 8, 9)
"""Columns of single items: beside the chosen site's own list there is no room for them."""


class ChecksPage(OfficePage):
    """The page."""

    name = "checks"
    kinds = (Meeting, CheckSummary)

    def __init__(self, store: RegisterStore) -> None:
        super().__init__(store)
        self.meetings, self.stages = QComboBox(self), QComboBox(self)
        self.due = QLabel(self)
        self.branches, self.sites, self.items = BranchChecks(), SiteChecks(), ItemChecks()
        self.branch_table = CheckTable(self.branches, self, stretched=(0,))
        self.site_table = CheckTable(self.sites, self, stretched=(0,))
        self.item_table = CheckTable(self.items, self, stretched=(0, 1))
        self.totals = CheckTotals(self)
        self.site_label = QLabel(self)
        self.preview_button = self._button("checks-preview", self.preview)
        self.save_button = self._button("checks-save", self.save)
        self._summaries: dict[SiteId, CheckSummary] = {}
        self._branch: Branch | None = None
        self.rows: tuple[CheckRow, ...] = ()
        self._lay_out()
        self._wire()
        self.rephrase()

    def _button(self, name: str, wish: Callable[[], object]) -> QPushButton:
        button = QPushButton(self)
        button.setObjectName(name)
        button.setAutoDefault(False)
        button.clicked.connect(lambda: wish())  # noqa: PLW0108 - keeps the "checked" that Qt hands on from the wish
        return button

    def _lay_out(self) -> None:
        for label, size, weight in ((self.due, 14, 400), (self.site_label, 16, 600)):
            label.setFont(theme.font(size, weight))
        self.due.setWordWrap(True)
        for column in HIDDEN:
            self.site_table.hideColumn(column)
        left, right, body = QVBoxLayout(), QVBoxLayout(), QHBoxLayout()
        for column in (left, right):
            column.setSpacing(8)
        left.addWidget(self.branch_table, 2)
        left.addWidget(self.site_table, 5)
        right.addWidget(self.totals)
        right.addWidget(self.site_label)
        right.addWidget(self.item_table, 1)
        body.setSpacing(12)
        body.addLayout(left, 56)
        body.addLayout(right, 44)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addLayout(self._head())
        whole.addWidget(self.due)
        whole.addLayout(body, 1)

    def _head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.meetings, 3)
        head.addWidget(self.stages, 2)
        head.addWidget(self.preview_button)
        head.addWidget(self.save_button)
        return head

    def _wire(self) -> None:
        labels: tuple[tuple[QWidget, Callable[[], str]], ...] = (
            (self.meetings, words.meeting_choice),
            (self.stages, words.stage_choice),
            (self.branch_table, words.branch_table),
            (self.site_table, panel_words.site_table),
            (self.item_table, panel_words.item_table),
        )
        for widget, label in labels:
            named(widget, label)
        self.meetings.currentIndexChanged.connect(self._fill_stages)
        self.stages.currentIndexChanged.connect(self._show)
        self.site_table.selectionModel().currentRowChanged.connect(self._site_chosen)
        self.store.rules_changed.connect(self._fill_stages)
        printing = QShortcut(QKeySequence("Ctrl+P"), self)
        printing.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        printing.activated.connect(self.preview)

    def _site_chosen(self, *_: object) -> None:
        self._show_site()

    # ------------------------------------------------------------ what comes in

    def begin(self) -> None:
        """Takes the keyboard."""
        self.meetings.setFocus()

    def take(self, form: type[Record], versions: tuple[Version[Any], ...]) -> None:
        """Shows meetings and checks as they are now."""
        self._fill_meetings()

    def take_sites(self) -> None:
        """Shows names and tiers as they are now."""
        self._show()

    def open_record(self, id_: str) -> None:
        """Shows a meeting that another page named."""
        self.meetings.setCurrentIndex(self.meetings.findData(id_))

    @property
    def meeting_uid(self) -> str:
        """The meeting that is shown; empty: there is none."""
        return str(self.meetings.currentData() or "")

    @property
    def stage(self) -> str:
        """The stage that is shown; empty: there is none."""
        return str(self.stages.currentData() or "")

    def _fill_meetings(self) -> None:
        chosen = self.meeting_uid
        meetings = {meeting.id: meeting for meeting in self.store.present(Meeting)}
        known = dict.fromkeys((*meetings, *(check.meeting_uid for check in self.store.present(CheckSummary))))
        order = sorted(known, key=lambda uid: -((meetings[uid].start_ms or 0) if uid in meetings else 0))
        titles = [(meetings[uid].subject if uid in meetings else words.unregistered(uid), uid) for uid in order]
        _fill(self.meetings, titles, chosen)
        self._fill_stages()

    def _fill_stages(self, *_: object) -> None:
        chosen, rules = self.stage, self.store.rules
        asked = () if rules is None else tuple(stage.stage for stage in rules.profile.rules.check_stages)
        kept = (check.stage for check in self.store.present(CheckSummary) if check.meeting_uid == self.meeting_uid)
        told = [(phrase_stage(name), name) for name in dict.fromkeys((*asked, *kept))]
        _fill(self.stages, [(f"{text[:1].upper()}{text[1:]}", name) for text, name in told], chosen)
        self._show()

    # ------------------------------------------------------------ what is shown

    def _show(self, *_: object) -> None:
        checks = (check for check in self.store.present(CheckSummary) if check.meeting_uid == self.meeting_uid)
        self._summaries = {check.site: check for check in checks if check.stage == self.stage}
        states = self._states()
        self._branch = roll_up(self.store.sites, states)
        names = {site.site: site_text(site) for site in self.store.sites}
        self.branches.show_branch(self._branch, names)
        self.rows = tuple(self._row(site, states[site], names) for site in states)
        self.sites.show_rows(self.rows)
        self.totals.show_rows(self.rows, "")
        self.due.setText(self._due_text())
        if self.site_table.chosen < 0:
            self.site_table.choose(0)
        for button in (self.preview_button, self.save_button):
            button.setEnabled(bool(states))
        self._show_site()

    def _states(self) -> dict[SiteId, RehearsalState]:
        """Returns what each site that has to report comes to."""
        if not self.meeting_uid:
            return {}
        meeting = self.store.get(Meeting, self.meeting_uid)
        planned = () if meeting is None else tuple(site.site for site in meeting.sites if site.site)
        wanted = planned or tuple(site.site for site in self.store.sites if site.site != MAIN_SITE)
        known = {site: check.state for site, check in self._summaries.items()}
        return {site: known.get(site, RehearsalState.NOT_TESTED) for site in dict.fromkeys((*wanted, *known))}

    def _row(self, site: SiteId, state: RehearsalState, names: dict[SiteId, str]) -> CheckRow:
        sheet = self._sheets().get(site)
        return CheckRow(site=site, label=names.get(site, site), state=state, marks={} if sheet is None else sheet.marks)

    def _sheets(self) -> dict[SiteId, CheckSheet]:
        return {site: sheet_of_summary(check) for site, check in self._summaries.items()}

    def _show_site(self) -> None:
        place = self.site_table.chosen
        row = self.rows[place] if 0 <= place < len(self.rows) else None
        self.items.show_row(row, ALL_ITEMS)
        self.site_label.setText(panel_words.no_site() if row is None else row.label)

    def _clock(self) -> Clock | None:
        """Returns the clock that the profile sets for this stage of this meeting."""
        rules, meeting = self.store.rules, self.store.get(Meeting, self.meeting_uid)
        facts = None if meeting is None else facts_of(meeting)
        if rules is None or facts is None:
            return None
        clocks = all_clocks(rules.profile, facts, rules.calendar, self.store.clock())
        return next((clock for clock in clocks if clock.key == f"check/{self.stage}"), None)

    def _due_text(self) -> str:
        if not self.meeting_uid:
            return words.no_meeting()
        clock = self._clock()
        if clock is None or clock.last_wall_ms is None:
            return words.no_time()
        ends = clock.last_wall_ms
        marks = [mark.at_ms for check in self._summaries.values() for mark in check.marks]
        if marks:
            last = max(marks)
            return (
                words.done_in_time(words.moment(last))
                if last <= ends
                else words.done_late(words.moment(last), words.moment(ends))
            )
        late = self.store.clock() > ends
        return words.overdue(words.moment(ends)) if late else words.due_by(words.moment(ends), clock.article)

    # ------------------------------------------------------------ paper

    def document(self) -> Document | None:
        """Returns the page for the chair, None while there is nothing to report."""
        if self._branch is None or not self._branch.tally.sites:
            return None
        meeting, rules = self.store.get(Meeting, self.meeting_uid), self.store.rules
        organisation = None if rules is None else rules.profile.regulation.organisation
        report = CheckReport(
            subject="" if meeting is None else meeting.subject,
            stage=self.stage,
            sites=self.store.sites,
            branch=self._branch,
            sheets=self._sheets(),
            at_ms=self.store.clock(),
            start_ms=None if meeting is None else meeting.start_ms,
            place="" if organisation is None else organisation.province_name or "",
            person=self.store.person,
        )
        return check_summary(report)

    def preview(self) -> None:
        """Shows the page as it will be printed; from there it goes to a printer."""
        page = self.document()
        if page is not None:
            show_preview(self, page)

    def save(self) -> None:
        """Asks where to, and lets the page be written: PDF, or Word by the file's ending."""
        page, meeting = self.document(), self.store.get(Meeting, self.meeting_uid)
        if page is None:
            return
        name = "kiem-tra-ky-thuat" if meeting is None else f"kiem-tra-{file_name(meeting)}"
        dialog = QFileDialog(self, self.save_button.text(), f"{name}.pdf", "PDF (*.pdf);;Word (*.docx)")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("pdf")
        dialog.fileSelected.connect(partial(self.write, page))
        dialog.open()

    def write(self, page: Document, path: str) -> None:
        """Lets a page be written to a file of this name."""
        octets = document_docx(page) if path.lower().endswith(".docx") else document_pdf(page)
        self.store.file_wanted.emit("check-file", path, octets)

    def rephrase(self) -> None:
        """Says everything in the language in use."""
        self.preview_button.setText(words.preview())
        self.save_button.setText(words.save())
        for model in (self.branches, self.sites, self.items):
            model.say_anew()
        self._fill_meetings()


def _fill(box: QComboBox, entries: Iterable[tuple[str, str]], chosen: str) -> None:
    """Offers these entries, the same one chosen as before; nothing is told while that goes on."""
    with QSignalBlocker(box):
        box.clear()
        for text, name in entries:
            box.addItem(text, name)
        box.setCurrentIndex(max(0, box.findData(chosen)))
