"""The incidents of the session: a list, a form in which the rest is said when there is time, and whom to call.

Rules: it is no question, so the meeting behind it goes on; only what was changed is sent, and what is being written is
never overwritten by what another window says. Nothing follows the clock here.
"""

from collections.abc import Callable

from PySide6.QtCore import QDateTime, Qt, QTime
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from console.commands import CloseIncident, ReopenIncident, RestoreIncident, TellOfIncident, UpdateIncident
from console.notes.record_facts import Incident
from console.words import IncidentCategory, NoticeChannel
from widgets.controls.store import Store
from widgets.drawing import theme
from widgets.log.calls_sheet import CallsSheet
from widgets.log.fallback_panel import FallbackPanel
from widgets.phrases.console import call_words
from widgets.phrases.console import incident_panel_words as words
from widgets.phrases.language import hour_and_minute
from widgets.phrases.log.incident_words import phrase_category, phrase_channel

LONGEST_TEXT = 500
LEAST_SIZE = (1140, 640)
MOST_SIZE = (1500, 800)
MARGIN = 56
"""Around the panel, as far as the console has room for it."""
HALF_A_DAY_SECONDS = 12 * 3600
WRONG = -1


class IncidentsDialog(QDialog):
    """List on the left, the chosen incident in the middle, whom to call on the right; closes with Escape."""

    def __init__(self, store: Store, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("incidents")
        self.setWindowTitle(words.title())
        self.setMinimumSize(*LEAST_SIZE)
        self.resize(min(MOST_SIZE[0], parent.width() - MARGIN), min(MOST_SIZE[1], parent.height() - MARGIN))
        self._store = store
        self._shown_id = ""
        self.list = QListWidget(self)
        self.list.setObjectName("incident-list")
        self.list.setAccessibleName(words.title())
        self.list.setWordWrap(True)
        self.list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.currentItemChanged.connect(self._show_chosen)
        self.category = self._choice("incident-category", words.category(), map(phrase_category, IncidentCategory))
        self.text = self._field("incident-text", words.text())
        self.cause = self._field("incident-cause", words.cause())
        self.solution = self._field("incident-solution", words.solution())
        self.expected = self._field("incident-expected", words.expected())
        self.expected.setPlaceholderText(words.expected_hint())
        self.told = QLabel(self)
        self.told.setWordWrap(True)
        self.party = self._field("incident-party", words.party())
        self.party.setPlaceholderText(words.party())
        self.channel = self._choice("incident-channel", words.channel(), map(phrase_channel, NoticeChannel))
        self.trouble = QLabel(self)
        self.trouble.setWordWrap(True)
        self.tell = self._button("incident-tell", words.tell(), self._tell)
        self.save = self._button("incident-save", words.save(), self._save)
        self.restore = self._button("incident-restore", words.restored(), self._restore)
        self.end = self._button("incident-close", words.close_it(), self._close_or_reopen)
        self.calls = CallsSheet(self)
        self.calls.told.connect(self._tell_by_phone)
        self.fallback = FallbackPanel(store, self)
        self._lay_out()
        store.record_changed.connect(self._follow)
        store.link_lost_changed.connect(self._follow)
        self._follow()

    # ------------------------------------------------------------ making

    def _field(self, name: str, title: str) -> QLineEdit:
        field = QLineEdit(self)
        field.setObjectName(name)
        field.setAccessibleName(title)
        field.setMaxLength(LONGEST_TEXT)
        field.setMinimumHeight(36)
        return field

    def _choice(self, name: str, title: str, items: "map[str]") -> QComboBox:
        box = QComboBox(self)
        box.setObjectName(name)
        box.setAccessibleName(title)
        box.setMinimumHeight(36)
        box.addItems(list(items))
        return box

    def _button(self, name: str, word: str, wish: Callable[[], object]) -> QPushButton:
        button = QPushButton(word, self)
        button.setObjectName(name)
        button.setAutoDefault(False)
        button.clicked.connect(lambda: wish())  # noqa: PLW0108 - keeps the "checked" that Qt hands on from the wish
        return button

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setVerticalSpacing(8)
        for title, field in (
            (words.category(), self.category),
            (words.text(), self.text),
            (words.cause(), self.cause),
            (words.solution(), self.solution),
            (words.expected(), self.expected),
            (words.told_label(), self.told),
        ):
            form.addRow(title, field)
        telling = QHBoxLayout()
        telling.setSpacing(6)
        telling.addWidget(self.party, 1)
        telling.addWidget(self.channel)
        telling.addWidget(self.tell)
        form.addRow("", telling)
        acts = QHBoxLayout()
        for button in (self.save, self.restore, self.end):
            acts.addWidget(button)
        acts.addStretch(1)
        acts.addWidget(self._button("incident-leave", words.leave(), self.close))
        right = QVBoxLayout()
        right.addLayout(form)
        right.addSpacing(6)
        right.addWidget(self.fallback)
        right.addStretch(1)
        right.addWidget(self.trouble)
        right.addLayout(acts)
        columns = QHBoxLayout()
        columns.setSpacing(18)
        columns.addWidget(self.list, 5)
        columns.addLayout(right, 8)
        columns.addLayout(self._calls_column(), 8)
        body = QVBoxLayout(self)
        body.setContentsMargins(22, 18, 22, 18)
        body.setSpacing(12)
        heading = QLabel(words.title(), self)
        heading.setFont(theme.font(19, 600))
        explanation = QLabel(words.explanation(), self)
        explanation.setWordWrap(True)
        body.addWidget(heading)
        body.addWidget(explanation)
        body.addLayout(columns, 1)

    def _calls_column(self) -> QVBoxLayout:
        column = QVBoxLayout()
        title = QLabel(call_words.title(), self)
        title.setFont(theme.font(17, 700))
        title.setToolTip(call_words.keys())
        column.addWidget(title)
        column.addWidget(self.calls, 1)
        return column

    # ------------------------------------------------------------ following

    @property
    def incident(self) -> Incident | None:
        """The chosen incident as the bridge has it."""
        return next((own for own in self._store.record.incidents if own.incident_id == self._shown_id), None)

    def _follow(self) -> None:
        """Shows the list anew, open ones first; the chosen one stays chosen."""
        wanted = self._shown_id
        incidents = sorted(self._store.record.incidents, key=lambda own: (own.closed_ms is not None, -own.at_ms))
        self.list.blockSignals(True)  # noqa: FBT003 - the name of the call
        self.list.clear()
        for incident in incidents:
            site = self._store.short_label(incident.site) if incident.site is not None else ""
            standing = "\n".join(filter(None, (words.standing(incident), call_words.fallback_mark(incident.fallback))))
            item = QListWidgetItem(f"{words.row(incident, site)}\n{standing}", self.list)
            item.setData(Qt.ItemDataRole.UserRole, incident.incident_id)
        row = next((row for row, own in enumerate(incidents) if own.incident_id == wanted), 0)
        self.list.setCurrentRow(row if incidents else -1)
        self.list.blockSignals(False)  # noqa: FBT003 - the name of the call
        self._show_chosen()

    def _show_chosen(self) -> None:
        row = self.list.currentRow()
        chosen = str(self.list.item(row).data(Qt.ItemDataRole.UserRole)) if row >= 0 else ""
        anew, self._shown_id = chosen != self._shown_id, chosen
        incident = self.incident
        self._fill(incident, anew=anew)
        open_now = incident is not None and incident.closed_ms is None and not self._store.link_lost
        for part in (self.category, self.text, self.cause, self.solution, self.expected, self.party, self.channel):
            part.setEnabled(open_now)
        self.tell.setEnabled(open_now)
        self.save.setEnabled(open_now)
        self.restore.setEnabled(open_now and incident is not None and incident.restored_ms is None)
        self.end.setEnabled(incident is not None and not self._store.link_lost)
        self.end.setText(words.close_it() if incident is None or incident.closed_ms is None else words.reopen())
        site = "" if incident is None or incident.site is None else self._store.short_label(incident.site)
        self.calls.show_incident(incident, site, open_now=open_now)
        self.fallback.show_incident(incident, open_now=open_now)
        if not self._store.record.incidents:
            self.trouble.setText(words.nothing())

    def _fill(self, incident: Incident | None, *, anew: bool) -> None:
        """Shows what the bridge has in every field that nobody is writing in."""
        expected_ms = None if incident is None else incident.restore_expected_ms
        said = {
            self.text: "" if incident is None else incident.text,
            self.cause: "" if incident is None else incident.cause,
            self.solution: "" if incident is None else incident.solution,
            self.expected: "" if expected_ms is None else hour_and_minute(expected_ms),
        }
        for field, value in said.items():
            if anew or not field.isModified():
                field.setText(value)
                field.setModified(False)
        if anew:
            self.trouble.clear()
            self.party.clear()
            category = IncidentCategory.OTHER if incident is None else incident.category
            self.category.setCurrentIndex(list(IncidentCategory).index(category))
        self.told.setText("" if incident is None else words.told(incident))

    # ------------------------------------------------------------ what is sent

    def _save(self) -> None:
        """Sends what was changed, and nothing else."""
        incident, expected_ms = self.incident, self._expected_ms()
        if incident is None or expected_ms == WRONG:
            return
        category = list(IncidentCategory)[self.category.currentIndex()]
        command = UpdateIncident(
            incident_id=incident.incident_id,
            text=_changed(self.text, incident.text),
            cause=_changed(self.cause, incident.cause),
            solution=_changed(self.solution, incident.solution),
            category=category if category is not incident.category else None,
            restore_expected_wall_ms=expected_ms if self.expected.isModified() else None,
        )
        if command != UpdateIncident(incident_id=incident.incident_id) and self._store.send(command):
            for field in (self.text, self.cause, self.solution, self.expected):
                field.setModified(False)

    def _expected_ms(self) -> int:
        """Returns the moment that is written, on the day of now or the next; 0: none, `WRONG`: no time."""
        written = self.expected.text().strip()
        self.trouble.clear()
        if not written:
            return 0
        time = QTime.fromString(written, "H:mm")
        if not time.isValid():
            self.trouble.setText(words.not_a_time(written))
            return WRONG
        now = QDateTime.fromMSecsSinceEpoch(self._store.now_ms)
        at = QDateTime(now.date(), time)
        # A time that lies far behind means tomorrow's: meetings run past midnight, forecasts do not look back.
        return (at if at.secsTo(now) < HALF_A_DAY_SECONDS else at.addDays(1)).toMSecsSinceEpoch()

    def _restore(self) -> None:
        if self._shown_id:
            self._store.send(RestoreIncident(incident_id=self._shown_id))

    def _close_or_reopen(self) -> None:
        incident = self.incident
        if incident is None:
            return
        if incident.closed_ms is None:
            self._store.send(CloseIncident(incident_id=incident.incident_id))
        else:
            self._store.send(ReopenIncident(incident_id=incident.incident_id, restored_wall_ms=incident.restored_ms))

    def _tell_by_phone(self, party: str) -> None:
        """Notes that whoever stands on the sheet was told at this moment."""
        if self._shown_id:
            self._store.send(TellOfIncident(incident_id=self._shown_id, party=party))

    def _tell(self) -> None:
        party = self.party.text().strip()
        channel = list(NoticeChannel)[self.channel.currentIndex()]
        if party and self._store.send(TellOfIncident(incident_id=self._shown_id, party=party, channel=channel)):
            self.party.clear()


def _changed(field: QLineEdit, before: str) -> str | None:
    """Returns what was written, None where that is what stood there."""
    written = field.text().strip()
    return None if written == before else written
