"""The office window "Hồ sơ": what exists before and after a meeting, a page for each kind.

Rule: beside the console or without any meeting; it shows and wishes, the store carries both. Nothing runs here while
the window is closed.
"""

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QListWidget, QListWidgetItem, QStackedWidget, QVBoxLayout, QWidget

from console.office.record import Record, Version, kind_of
from widgets.controls.dialogs import Question
from widgets.controls.language_menu import LanguageActs
from widgets.drawing import theme
from widgets.drawing.rephrasing import named, speak_in_terms
from widgets.office.office_page import OfficePage
from widgets.office.pages import PAGES, PageEntry
from widgets.office.register_store import RegisterStore
from widgets.phrases.office import register_words as words

SIZE = (1366, 740)
SMALLEST = (1100, 620)
LIST_WIDTH = 236
ENTRY = Qt.ItemDataRole.UserRole
ANSWERS_SHOWN_ELSEWHERE = ("cameras-", "credentials-", "accounts-")
"""Answers that are tables; their page shows them."""


class OfficeWindow(QWidget):
    """The window: the list of pages at the left, the page at the right, and how the last wish ended below."""

    opened = Signal()
    closed = Signal()

    def __init__(self, store: RegisterStore, pages: tuple[PageEntry, ...] = PAGES) -> None:
        super().__init__()
        self.store = store
        self._entries = {entry.name: entry for entry in pages}
        self.pages: dict[str, OfficePage] = {}
        self.setObjectName("office")
        self.resize(*SIZE)
        self.setMinimumSize(*SMALLEST)
        self.list = QListWidget(self)
        self.list.setFixedWidth(LIST_WIDTH)
        self.list.setFont(theme.font(15))
        self._stack = QStackedWidget(self)
        self.title, self.message = QLabel(self), QLabel(self)
        self.languages = LanguageActs(self)
        self._lay_out()
        self._fill_list(pages)
        self._wire()
        self.rephrase()

    def _lay_out(self) -> None:
        self.title.setFont(theme.font(20, 600))
        self.message.setFont(theme.font(15))
        self.message.setWordWrap(True)
        self.message.setTextFormat(Qt.TextFormat.PlainText)
        self.message.setMinimumHeight(24)
        right = QVBoxLayout()
        right.setSpacing(10)
        right.addWidget(self.title)
        right.addWidget(self._stack, 1)
        right.addWidget(self.message)
        body = QHBoxLayout(self)
        body.setContentsMargins(14, 14, 14, 12)
        body.setSpacing(16)
        body.addWidget(self.list)
        body.addLayout(right, 1)

    def _fill_list(self, pages: tuple[PageEntry, ...]) -> None:
        group = None
        for entry in pages:
            if entry.group is not group:
                group = entry.group
                heading = QListWidgetItem(self.list)
                heading.setFlags(Qt.ItemFlag.NoItemFlags)
                heading.setFont(theme.font(13, 600))
                heading.setData(ENTRY, f"/{group}")
            item = QListWidgetItem(self.list)
            item.setData(ENTRY, entry.name)

    def _wire(self) -> None:
        named(self.list, words.page_list)
        self.list.currentItemChanged.connect(self._follow_list)
        store = self.store
        store.changed.connect(self._take)
        store.sites_changed.connect(self._take_sites)
        store.rules_changed.connect(self._speak_in_terms)
        store.written.connect(self._say_written)
        store.refused.connect(self._say_refused)
        store.answered.connect(self._say_answer)
        for keys, wish in (("Ctrl+W", self.close), ("Ctrl+PgDown", self._next), ("Ctrl+PgUp", self._previous)):
            QShortcut(QKeySequence(keys), self).activated.connect(wish)

    def _speak_in_terms(self) -> None:
        if self.store.rules is not None:
            speak_in_terms(self.store.rules.profile.terms)

    # ------------------------------------------------------------ pages

    @property
    def page(self) -> OfficePage | None:
        """The page that is shown."""
        page = self._stack.currentWidget()
        return page if isinstance(page, OfficePage) else None

    def open_page(self, name: str, id_: str = "") -> None:
        """Shows a page, and on it a record."""
        for row in range(self.list.count()):
            if self.list.item(row).data(ENTRY) == name:
                self.list.setCurrentRow(row)
        if self.page is not None and id_:
            self.page.open_record(id_)

    def _follow_list(self, item: QListWidgetItem | None, _before: object = None) -> None:
        if item is None or item.data(ENTRY) not in self._entries:
            return
        entry = self._entries[item.data(ENTRY)]
        page = self.pages.get(entry.name) or self._make(entry)
        self._stack.setCurrentWidget(page)
        self.title.setText(entry.title())
        self._say("")

    def _make(self, entry: PageEntry) -> OfficePage:
        page = self.pages[entry.name] = entry.make(self.store)
        page.put_wanted.connect(self.store.put_wanted)
        page.remove_wanted.connect(self.store.remove_wanted)
        page.page_wanted.connect(self.open_page)
        self._stack.addWidget(page)
        page.take_sites()
        for form in page.kinds:
            if self.store.has_read(form):
                page.take(form, self.store.versions(form))
            self.store.watch(form)
        return page

    def _next(self) -> None:
        self._step(1)

    def _previous(self) -> None:
        self._step(-1)

    def _step(self, by: int) -> None:
        row = self.list.currentRow() + by
        while 0 <= row < self.list.count() and self.list.item(row).data(ENTRY) not in self._entries:
            row += by
        if 0 <= row < self.list.count():
            self.list.setCurrentRow(row)
            if self.page is not None:
                self.page.begin()

    # ------------------------------------------------------------ what came in

    def _take(self, form: type[Record]) -> None:
        for page in self.pages.values():
            if kind_of(form) in map(kind_of, page.kinds):
                page.take(form, self.store.versions(form))

    def _take_sites(self) -> None:
        for page in self.pages.values():
            page.take_sites()

    def _say_written(self, versions: tuple[Version[Any], ...]) -> None:
        self._say(words.written(len(versions)))

    def _say_answer(self, name: str, done: bool, text: str) -> None:  # noqa: FBT001 - a signal's argument
        if not name.startswith(ANSWERS_SHOWN_ELSEWHERE):
            self._say(text if done else f"▲ {text}")

    def _say_refused(self, text: str) -> None:
        self._say(f"▲ {text}")

    def _say(self, text: str) -> None:
        self.message.setText(text)

    # ------------------------------------------------------------ the window

    def showEvent(self, event: QShowEvent) -> None:
        """Opens the first page, once."""
        super().showEvent(event)
        if self.page is None:
            self.open_page(next(iter(self._entries)))
            self.list.setFocus()
        if not event.spontaneous():
            self.opened.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Asks before something that is not saved is dropped."""
        unsaved = next((name for name, page in self.pages.items() if page.unsaved()), None)
        if unsaved is None:
            event.accept()
            self.closed.emit()
            return
        event.ignore()
        self.open_page(unsaved)
        title, text, drop = words.leave_unsaved()
        question = Question(self, title, text, {"drop": drop})
        question.answered.connect(self._close_anyway)
        question.open()

    def _close_anyway(self, _answer: str) -> None:
        self.pages.clear()
        while (page := self._stack.currentWidget()) is not None:
            self._stack.removeWidget(page)
            page.deleteLater()
        self.list.setCurrentRow(-1)
        self.close()

    def rephrase(self) -> None:
        """Says everything in the language in use."""
        self.setWindowTitle(words.window_title())
        for row in range(self.list.count()):
            item = self.list.item(row)
            name = item.data(ENTRY)
            item.setText(self._entries[name].title() if name in self._entries else words.GROUPS[name[1:]]())
        if self.page is not None:
            self.title.setText(self._entries[self.page.name].title())
