"""A page that shows one list of records: the table, and beside it the form of the record that is chosen.

Rule: Ctrl+S saves, Ctrl+N adds, F3 searches; what was typed and not saved is never dropped without asking.
"""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QSplitter, QVBoxLayout, QWidget

from console.office.columns import CellKind, RecordList
from console.office.record import Record, Version, kind_of
from widgets.controls.dialogs import Question
from widgets.drawing import theme
from widgets.drawing.rephrasing import named
from widgets.office.office_page import OfficePage
from widgets.office.record_form import RecordForm
from widgets.office.record_table import RecordTable
from widgets.office.register_store import RegisterStore
from widgets.office.sheet_files import SheetFiles
from widgets.office.versions_dialog import RecordVersions, list_changes
from widgets.phrases.language import hour_and_minute
from widgets.phrases.office import record_page_words as words
from widgets.phrases.office.register_words import leave_unsaved

FORM_WIDTH = 400


class RecordPage(OfficePage):
    """The page of one list."""

    def __init__(self, store: RegisterStore, record_list: RecordList) -> None:
        self.record_list = record_list
        self.name, self.kinds = record_list.name, (record_list.form, *_named_kinds(record_list))
        super().__init__(store)
        self.table = RecordTable(record_list, store, self)
        self.form = RecordForm(record_list, store, self)
        self.search = QLineEdit(self)
        self.search.setClearButtonEnabled(True)
        self.count, self.heading, self.message = QLabel(self), QLabel(self), QLabel(self)
        self.reason = QLineEdit(self)
        self.reason.setMaxLength(400)
        self.new_button = self.button("record-new", self.begin_new)
        self.save_button = self.button("record-save", self.save)
        self.discard_button = self.button("record-discard", self.discard)
        self.remove_button = self.button("record-remove", self._ask_remove)
        self.versions = RecordVersions(list_changes(record_list, store), store, self)
        self.versions.taken.connect(self._take_version)
        self.versions_button = self.button("record-versions", self._ask_versions)
        self.back_button = self.button("record-back", self._bring_back)
        self.back_button.hide()
        self.files = SheetFiles(record_list, store, self)
        self.files.typed_reason = self.reason.text
        self._removed: Record | None = None
        self._written: str | None = None
        self._lay_out()
        self._wire()
        self.rephrase()
        self.show_form()

    def _lay_out(self) -> None:
        left, right = QWidget(self), QWidget(self)
        column = self.left = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.top = QHBoxLayout()
        self.top.addWidget(self.search, 1)
        self.top.addWidget(self.new_button)
        column.addLayout(self.top)
        column.addWidget(self.table, 1)
        self.foot = QHBoxLayout()
        self.foot.addWidget(self.count, 1)
        for button in (self.back_button, self.files.take_button, self.files.give_button):
            self.foot.addWidget(button)
        column.addLayout(self.foot)
        form = QVBoxLayout(right)
        form.setContentsMargins(10, 0, 0, 0)
        form.setSpacing(8)
        self.heading.setFont(theme.font(17, 600))
        for label in (self.heading, self.message):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        for part in (self.heading, self.message):
            form.addWidget(part)
        form.addWidget(self.form, 1)
        form.addWidget(self.reason)
        self.acts = QHBoxLayout()
        for button in (self.save_button, self.discard_button):
            self.acts.addWidget(button)
        others = QHBoxLayout()
        for button in (self.versions_button, self.remove_button):
            others.addWidget(button)
        form.addLayout(self.acts)
        form.addLayout(others)
        parts = QSplitter(Qt.Orientation.Horizontal, self)
        parts.setChildrenCollapsible(False)
        parts.addWidget(left)
        parts.addWidget(right)
        parts.setStretchFactor(0, 1)
        parts.setStretchFactor(1, 0)
        parts.setSizes([3 * FORM_WIDTH, FORM_WIDTH])
        right.setMinimumWidth(FORM_WIDTH)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.addWidget(parts)

    def _wire(self) -> None:
        self.table.chosen.connect(self.open_record)
        self.form.edited.connect(self._show_buttons)
        self.search.textChanged.connect(self._search)
        self.store.written.connect(self._take_written)
        for keys, wish in (("Ctrl+S", self.save), ("Ctrl+N", self.begin_new), ("F3", self.search.setFocus)):
            QShortcut(QKeySequence(keys), self).activated.connect(wish)  # a page that is not shown hears none
        named(self.table, lambda: words.table_of(words.LISTS[self.record_list.name]()))

    # ------------------------------------------------------------ what came in

    def begin(self) -> None:
        """Takes the keyboard."""
        self.search.setFocus()

    def take(self, form: type[Record], versions: tuple[Version[Any], ...]) -> None:
        """Shows the list, or what its records name."""
        if kind_of(form) != kind_of(self.record_list.form):
            self.form.offer()
            self.table.rephrase()
            return
        self.show_list()
        if self.form.record is None or self.form.record.id not in {told.id for told in versions}:
            return
        if self.form.opened != self.version(self.form.record.id) and not self.form.unsaved:
            self._open(self.form.record.id)
        self.show_form()

    def take_sites(self) -> None:
        """Shows the names of sites anew."""
        self.form.offer()
        self.table.rephrase()

    def show_list(self) -> None:
        """Shows the records as they are now."""
        records = self.records()
        self.table.show_records(records, self.form.record.id if self.form.record else None)
        self._count()

    def records(self) -> tuple[Record, ...]:
        """Returns what the table shows."""
        return self.store.present(self.record_list.form)

    def record(self, id_: str | None) -> Record | None:
        """Returns one of the records."""
        return next((record for record in self.records() if record.id == id_), None)

    def version(self, id_: str) -> int:
        """Returns the version that is saved against."""
        return self.store.version_of(self.record_list.form, id_)

    def _search(self, text: str) -> None:
        self.table.found.search(text)
        self._count()

    def _count(self) -> None:
        self.count.setText(words.count(self.table.found.rowCount(), len(self.table.model_of_records.records)))

    def _take_written(self, versions: tuple[Version[Any], ...]) -> None:
        if self._written is None:
            return
        if versions and not any(told.id == self._written and told.kind in self.written_kinds() for told in versions):
            return
        self.saved(self._written)

    def written_kinds(self) -> frozenset[str]:
        """Returns the kinds that a save of this page writes."""
        return frozenset({kind_of(self.record_list.form)})

    def saved(self, id_: str) -> None:
        """Shows a record that was just written, or that it is gone."""
        self._written = None
        self.back_button.setVisible(self._removed is not None and self._removed.id == id_ and not self.record(id_))
        self.reason.clear()
        self._open(id_)

    # ------------------------------------------------------------ acts

    def open_record(self, id_: str) -> None:
        """Shows a record for editing; asks first when something else is not saved."""
        if self.form.record is not None and self.form.record.id == id_:
            return
        self.leave(lambda: self._open(id_))

    def leave(self, then: Callable[[], object]) -> None:
        """Carries on when nothing is unsaved, or when what is unsaved may be dropped."""
        if not self.form.unsaved:
            then()
            return
        title, text, drop = leave_unsaved()
        question = Question(self, title, text, {"drop": drop})
        question.answered.connect(partial(self._drop, then))
        question.rejected.connect(self._stay)
        question.open()

    def _drop(self, then: Callable[[], object], _answer: str) -> None:
        self.form.unsaved = False
        then()

    def _stay(self) -> None:
        self.table.choose(self.form.record.id if self.form.record else None)

    def _open(self, id_: str | None) -> None:
        record = self.record(id_)
        self.form.open(record, self.version(record.id) if record else 0)
        self.table.choose(record.id if record else None)
        self.show_form()

    def begin_new(self) -> None:
        """Opens an empty form."""

        def empty() -> None:
            self._open(None)
            self.form.begin()

        self.leave(empty)

    def discard(self) -> None:
        """Shows the record that is open as it stands in the register."""
        self.form.unsaved = False
        self._open(self.form.record.id if self.form.record else None)

    def save(self) -> None:
        """Wants what stands in the form to be written."""
        if not self.form.unsaved:
            return
        read = self.form.read()
        judged = read if isinstance(read, str) else self.judged(read)
        if isinstance(judged, str):
            self.say(f"▲ {judged}")
            return
        self._written = judged.id
        self.put(judged, self.reason.text().strip())

    def put(self, record: Record, reason: str) -> None:
        """Wants a record to be written."""
        self.put_wanted.emit((record,), reason, {record.id: self.form.opened})

    def judged(self, record: Record) -> Record | str:
        """Returns the record as it is to be written, or one sentence about why it cannot be."""
        return record

    def history_forms(self) -> tuple[type[Record], ...]:
        """Returns the kinds of record whose versions make up a row."""
        return (self.record_list.form,)

    def _ask_versions(self) -> None:
        if self.form.record is not None:
            self.versions.ask(self.history_forms(), self.form.record.id)

    def _take_version(self, told: Version[Record]) -> None:
        if told.content is not None:
            self.form.show_values(told.content)
            self.say(words.version_taken(told.version))

    def _bring_back(self) -> None:
        if self._removed is not None:
            record, self._removed = self._removed, None
            self.back_button.hide()
            self._written = record.id
            self.put_wanted.emit((record,), "", None)

    def _ask_remove(self) -> None:
        if self.form.record is None:
            return
        title, text, answer = words.remove_question(self.record_name(self.form.record))
        question = Question(self, title, text, {"remove": answer})
        question.answered.connect(self._remove)
        question.open()

    def _remove(self, _answer: str) -> None:
        if self.form.record is not None:
            self._removed = self.form.record
            self.back_button.setText(words.bring_back(self.record_name(self._removed)))
            self._written, self.form.unsaved = self.form.record.id, False
            self.take_away(self.form.record, self.reason.text().strip())

    def take_away(self, record: Record, reason: str) -> None:
        """Wants a record to be removed."""
        self.remove_wanted.emit(self.record_list.form, record.id, reason)

    def unsaved(self) -> bool:
        """Tells whether something was typed that is not yet written."""
        return self.form.unsaved

    # ------------------------------------------------------------ what is said

    def record_name(self, record: Record) -> str:
        """Returns what a record is called on this page."""
        place = next(place for place, column in enumerate(self.table.model_of_records.columns) if column.needed)
        row = self.table.model_of_records.records.index(record)
        return self.table.model_of_records.text(row, place)

    def show_form(self) -> None:
        """Shows what is open: its name, what is said about it, what can be done."""
        record = self.form.record
        there = record is not None and record in self.table.model_of_records.records
        empty = words.choose_one() if self.new_button.isHidden() else words.heading_new()
        self.heading.setText(self.record_name(record) if record is not None and there else empty)
        self.form.setEnabled(record is not None or not self.new_button.isHidden())
        self.say(self._newer() if record is not None else "")
        self._show_buttons()

    def say(self, text: str) -> None:
        """Says something above the form; nothing makes room."""
        self.message.setText(text)
        self.message.setVisible(bool(text))

    def _newer(self) -> str:
        assert self.form.record is not None
        told = next(
            (told for told in self.store.versions(self.record_list.form) if told.id == self.form.record.id), None
        )
        if told is None or told.version == self.form.opened:
            return ""
        return words.changed_meanwhile(told.person, hour_and_minute(told.wall_ms))

    def _show_buttons(self) -> None:
        self.save_button.setEnabled(self.form.unsaved)
        self.discard_button.setEnabled(self.form.unsaved)
        self.remove_button.setEnabled(self.form.record is not None)
        self.versions_button.setEnabled(self.form.record is not None)

    def rephrase(self) -> None:
        """Says everything in the language in use."""
        for field, text in ((self.search, words.search()), (self.reason, words.reason())):
            field.setPlaceholderText(text)
            field.setAccessibleName(text)
        self.new_button.setText(words.new())
        self.save_button.setText(words.save())
        self.discard_button.setText(words.discard())
        self.remove_button.setText(words.remove())
        self.versions_button.setText(words.history())
        self.files.rephrase()
        self.table.rephrase()
        self._count()
        self.show_form()


def _named_kinds(record_list: RecordList) -> tuple[type[Record], ...]:
    return tuple(
        {column.form: None for column in record_list.columns if column.kind in {CellKind.RECORD, CellKind.RECORDS}}
    )
