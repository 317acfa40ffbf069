"""The page of shutting down: a session, its sites, and the steps in the order of the profile."""

from typing import Any

from PySide6.QtCore import QDateTime, QSignalBlocker, Qt
from PySide6.QtWidgets import QComboBox, QLabel

from console.office.form_records import Shutdown
from console.office.record import Record, Version, kind_of
from console.office.shutdown_rows import SHUTDOWNS, STEPS, ShutdownRow, out_of_order, rows_of, shutdown_of
from console.regulation.after import ShutdownStep
from widgets.drawing import theme
from widgets.drawing.rephrasing import named
from widgets.office.record_page import RecordPage
from widgets.office.register_store import RegisterStore
from widgets.phrases.office import register_page_words as words
from widgets.phrases.office.column_words import column_title

MOST_SESSIONS = 60


class ShutdownPage(RecordPage):
    """The page of shutting down."""

    def __init__(self, store: RegisterStore) -> None:
        self.sessions, self.order = QComboBox(), QLabel()
        super().__init__(store, SHUTDOWNS)
        self.kinds = (Shutdown,)
        self.order.setWordWrap(True)
        self.order.setFont(theme.font(14))
        self.left.insertWidget(1, self.sessions)
        self.left.insertWidget(2, self.order)
        for button in (self.new_button, self.remove_button):
            button.hide()
        named(self.sessions, words.session_choice)
        self.sessions.currentIndexChanged.connect(self._change_session)
        store.sessions_changed.connect(self._offer_sessions)
        store.rules_changed.connect(self.rephrase)
        self._offer_sessions()

    @property
    def session(self) -> str:
        """The session that is shown."""
        return self.sessions.currentData() or ""

    @property
    def steps(self) -> tuple[ShutdownStep, ...]:
        """The steps in the order of the profile; all where it names none."""
        return (() if self.store.rules is None else self.store.rules.profile.regulation.shutdown.steps) or STEPS

    def _offer_sessions(self) -> None:
        chosen = self.session
        with QSignalBlocker(self.sessions):
            self.sessions.clear()
            for row in self.store.sessions[:MOST_SESSIONS]:
                time = QDateTime.fromMSecsSinceEpoch(row.opened_ms).toString("dd/MM/yyyy HH:mm")
                self.sessions.addItem(f"{time} · {row.title}", row.session)
            self.sessions.setCurrentIndex(max(0, self.sessions.findData(chosen)))
        self.show_list()

    def _change_session(self, _index: int) -> None:
        self.form.unsaved = False
        self.show_list()
        self.discard()

    # ------------------------------------------------------------ what is shown

    def records(self) -> tuple[Record, ...]:
        """Returns a row for each site."""
        return rows_of(self.session, self.store.sites, self.store.present(Shutdown)) if self.session else ()

    def version(self, id_: str) -> int:
        """Returns the version of what stands in the register."""
        return self.store.version_of(Shutdown, id_)

    def take(self, form: type[Record], versions: tuple[Version[Any], ...]) -> None:
        """Shows the list anew."""
        super().take(self.record_list.form if kind_of(form) == kind_of(Shutdown) else form, versions)

    def take_sites(self) -> None:
        """Shows the sites as they are now."""
        super().take_sites()
        self.show_list()

    def history_forms(self) -> tuple[type[Record], ...]:
        """Returns the kind of record that makes up a row."""
        return (Shutdown,)

    # ------------------------------------------------------------ acts

    def judged(self, record: Record) -> Record | str:
        """Returns the row, or which step comes before which."""
        assert isinstance(record, ShutdownRow)
        wrong = out_of_order(record, self.steps)
        if wrong is not None:
            after, before = (column_title(SHUTDOWNS.name, step.value) for step in wrong)
            return words.step_out_of_order(after, before)
        return record if record.done_by else words.who_did_it()

    def put(self, record: Record, reason: str) -> None:
        """Wants what was done to be written, each step with its moment."""
        assert isinstance(record, ShutdownRow)
        before = self.store.get(Shutdown, record.id)
        shutdown = shutdown_of(record, self.session, before, self.store.clock())
        self.put_wanted.emit((shutdown,), reason, {record.id: self.form.opened})

    def written_kinds(self) -> frozenset[str]:
        """Returns the kinds that a save of this page writes."""
        return frozenset({kind_of(Shutdown)})

    def rephrase(self) -> None:
        """Says everything in the language in use."""
        super().rephrase()
        titles = [column_title(SHUTDOWNS.name, step.value) for step in self.steps]
        self.order.setText(words.step_order(titles))
        self.order.setAlignment(Qt.AlignmentFlag.AlignLeft)
