"""A small place to write: a note, an incident, a word beside a marked moment, a name. Nothing waits for it.

Rules: it lies over the log, the meeting goes on, Escape throws away and Enter saves; it stays open with its words until
they have gone out. It is about the site that was chosen when it opened, or about the whole meeting; Tab says the other.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from msgspec.structs import replace
from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from console.commands import AddNote, AnyCommand, MarkMoment, OpenIncident, RequestFloor
from console.words import FloorSource, SiteId
from widgets.controls.acts import Act
from widgets.controls.buttons import PLAIN, PRIMARY, PaintedButton
from widgets.controls.search_panel import KeepingField
from widgets.controls.selection import Selection
from widgets.controls.store import Store
from widgets.drawing import theme
from widgets.drawing.icons import Icon, draw_icon
from widgets.drawing.painting import RIGHT, draw_text, panel
from widgets.log.category_row import CategoryRow
from widgets.phrases.console import log_words as words

HEIGHT = 100
LONGEST_TEXT = 500


@dataclass(frozen=True, slots=True)
class Writing:
    """A kind of writing: its sign, its title and hint, and the command it becomes."""

    icon: Icon
    title: Callable[[int], str]
    hint: Callable[[], str]
    command: Callable[[str, SiteId | None, int], AnyCommand | None]
    """From the words, the site and how long ago the panel was opened; None: no site was chosen, and it needs one."""
    may_be_empty: bool = False
    has_site: bool = True
    must_have_site: bool = False


class WritingKind(Enum):
    """What is written."""

    MARK = Writing(
        Icon.BOOKMARK,
        words.mark_title,
        words.mark_hint,
        lambda text, site, ago_ms: MarkMoment(note=text),
        may_be_empty=True,
        has_site=False,
    )
    NOTE = Writing(
        Icon.PENCIL, words.note_title, words.note_hint, lambda text, site, ago_ms: AddNote(text=text, site=site)
    )
    INCIDENT = Writing(
        Icon.FLAG,
        words.incident_title,
        words.incident_hint,
        lambda text, site, ago_ms: OpenIncident(text=text, site=site, opened_ago_ms=ago_ms),
    )
    PHONE_REQUEST = Writing(
        Icon.PHONE,
        words.phone_title,
        words.phone_hint,
        lambda text, site, ago_ms: (
            RequestFloor(site=site, source=FloorSource.PHONE, person=text) if site is not None else None
        ),
        may_be_empty=True,
        must_have_site=True,
    )


WRITING_ACTS = {
    Act.MARK_WITH_NOTE: WritingKind.MARK,
    Act.NOTE: WritingKind.NOTE,
    Act.INCIDENT: WritingKind.INCIDENT,
    Act.PHONE_REQUEST_NAMED: WritingKind.PHONE_REQUEST,
}


class NotePanel(QWidget):
    """Title, field, what it is about, save and cancel."""

    closed = Signal()

    def __init__(self, store: Store, selection: Selection, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("note-panel")
        self._store, self._selection = store, selection
        self._kind = WritingKind.NOTE
        self._site: SiteId | None = None
        self._about_site = False
        self._trouble = ""
        self._opened_ms = 0
        self.field = KeepingField(self)
        self.field.setObjectName("note-text")
        self.field.setMaxLength(LONGEST_TEXT)
        self.field.textChanged.connect(self._follow)
        self.field.installEventFilter(self)
        self._of_site = self._button("note-of-site", lambda: self._say_about(site=True))
        self._of_meeting = self._button("note-of-meeting", lambda: self._say_about(site=False))
        self.categories = CategoryRow(self)
        self.categories.changed.connect(self._follow)
        self._save = self._button("note-save", self.save)
        self._cancel = self._button("note-cancel", self.close_panel)
        store.link_lost_changed.connect(self._follow)
        self.hide()

    def _button(self, name: str, act: Callable[[], object]) -> PaintedButton:
        button = PaintedButton(self)
        button.setObjectName(name)
        button.title_size = 14
        button.clicked.connect(act)
        return button

    def begin(self, kind: WritingKind) -> None:
        """Opens the panel for one writing; what was half written of the same kind stays."""
        if not (self.isVisible() and kind is self._kind):
            self._kind, self._opened_ms = kind, self._store.now_ms
            self._site = self._selection.site if kind.value.has_site else None
            self._about_site = self._site is not None
            self.field.clear()
            self.categories.choose(None)
        self.setAccessibleName(kind.value.title(self._opened_ms))
        self.field.setPlaceholderText(kind.value.hint())
        self.field.setAccessibleName(kind.value.hint())
        self._follow()
        height = self.wanted_height(self.width())
        self.setGeometry(self.x(), self.y() + self.height() - height, self.width(), height)
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def wanted_height(self, width: int) -> int:
        """Returns the height for what is written now: an incident has its categories over the words."""
        if self._kind is not WritingKind.INCIDENT:
            return HEIGHT
        self.categories.follow()
        return HEIGHT + self.categories.lay_out(width - 20) + 8

    @property
    def command(self) -> AnyCommand | None:
        """What would be sent, None while there is nothing to say."""
        text = self.field.text().strip()
        category = self.categories.chosen if self._kind is WritingKind.INCIDENT else None
        if not text and category is None and not self._kind.value.may_be_empty:
            return None
        ago_ms = max(0, self._store.now_ms - self._opened_ms)
        command = self._kind.value.command(text, self._site if self._about_site else None, ago_ms)
        return replace(command, category=category) if isinstance(command, OpenIncident) else command

    def save(self) -> None:
        """Sends what was written and closes; stays open where it could not go out."""
        command = self.command
        if command is None:
            return
        if self._store.send(command):
            self.close_panel()
        else:
            self._trouble = words.not_sent()
            self.update()

    def close_panel(self) -> None:
        """Closes without sending."""
        self.field.clear()
        self.hide()
        self.closed.emit()

    def _say_about(self, *, site: bool) -> None:
        self._about_site = (site or self._kind.value.must_have_site) and self._site is not None
        self._follow()

    def _follow(self) -> None:
        self._trouble = ""
        self.categories.follow()
        label = self._store.short_label(self._site) if self._site is not None else ""
        self._of_site.set_words(words.about_site(label))
        self._of_site.set_look(PRIMARY if self._about_site else PLAIN)
        self._of_meeting.set_words(words.about_meeting())
        self._of_meeting.set_look(PLAIN if self._about_site else PRIMARY)
        for button in (self._of_site, self._of_meeting):
            button.setVisible(self._site is not None)
        self._of_meeting.setVisible(self._site is not None and not self._kind.value.must_have_site)
        self._save.set_words(words.save(), "Enter")
        self._save.setEnabled(self.command is not None and not self._store.link_lost)
        self._cancel.set_words(words.cancel(), "Esc")
        self._place()
        self.update()

    # ------------------------------------------------------------ layout and keys

    def _place(self) -> None:
        x, top = self.width() - 8, 54
        self.categories.setVisible(self._kind is WritingKind.INCIDENT)
        if self._kind is WritingKind.INCIDENT:
            height = self.categories.lay_out(self.width() - 20)
            self.categories.setGeometry(10, 50, self.width() - 20, height)
            top += height + 8
        for button in (self._cancel, self._save):
            width = button.sizeHint().width() - 8
            x -= width
            button.setGeometry(x, top, width, 38)
            x -= 6
        self.field.setGeometry(10, top, max(80, x - 12), 38)
        x = self.width() - 8
        for button in (self._of_meeting, self._of_site):
            width = button.sizeHint().width() - 8
            x -= width
            button.setGeometry(x, 8, width, 36)
            x -= 6

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Gives the field what the buttons leave."""
        self._place()

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """Saves, throws away, or says what it is about."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            self.close_panel()
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if not event.isAutoRepeat():
                self.save()
        elif key in {Qt.Key.Key_Tab, Qt.Key.Key_Backtab}:
            self._say_about(site=not self._about_site)
        elif event.modifiers() == Qt.KeyboardModifier.AltModifier and self._kind is WritingKind.INCIDENT:
            return self.categories.choose_number(key.value - Qt.Key.Key_0.value)
        else:
            return False
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints ground and title."""
        with QPainter(self) as painter:
            panel(painter, self.rect().toRectF(), theme.RAISED, theme.SELECT)
            writing = self._kind.value
            draw_icon(painter, writing.icon, QRectF(14, 18, 16, 16), theme.TEXT)
            title = QRectF(40, 8, self.width() - 60, 36)
            draw_text(painter, title, writing.title(self._opened_ms), theme.font(16, 600), theme.TEXT)
            if self._trouble:
                draw_text(painter, title, self._trouble, theme.font(14, 600), theme.WARNING, RIGHT)
