"""Where a place of Phụ lục II is corrected, with a reason, and every correction of the form.

Rule: nothing is corrected without a reason; what stood there is shown beside what shall stand there. The records that
come of it are made here and written by the store.
"""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from console.office.form_records import (
    OF_FORM,
    CorrectionRefused,
    FormField,
    allowed,
)
from console.records.form_corrections import correct, value_at
from console.records.session_form import SessionForm, Trace
from console.words import SiteId
from widgets.drawing import theme
from widgets.drawing.rephrasing import named
from widgets.office.wish_button import wish_button
from widgets.phrases.command_line.form_words import correction_faults
from widgets.phrases.office import form_page_words as words

LONGEST_REASON = 400


class CorrectionPanel(QWidget):
    """One place of the form, and what shall stand there."""

    correction_wanted = Signal(object, str)
    """A `FormCorrection` and its reason."""
    said = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._form: SessionForm | None = None
        self._site: SiteId = ""
        self.field = QComboBox(self)
        for field in words.FIELDS:
            self.field.addItem("", field)
        self.place, self.stands = QLabel(self), QLabel(self)
        self.stands.setWordWrap(True)
        self.choice, self.text = QComboBox(self), QPlainTextEdit(self)
        self.text.setFixedHeight(84)
        self.text.setTabChangesFocus(True)
        self.text.hide()
        self.reason = QLineEdit(self)
        self.reason.setMaxLength(LONGEST_REASON)
        self.button = wish_button(self, "form-correct", self.correct)
        self._labels = tuple(QLabel(self) for _ in range(3))
        self._lay_out()
        self.field.activated.connect(self._show_place)
        self.setEnabled(False)

    def _lay_out(self) -> None:
        self.place.setFont(theme.font(15, 600))
        rows = QVBoxLayout(self)
        rows.setSpacing(6)
        rows.addWidget(self.place)
        parts = ((self.field,), (self.stands, self.choice, self.text), (self.reason,))
        for label, group in zip(self._labels, parts, strict=True):
            rows.addSpacing(4)
            rows.addWidget(label)
            for part in group:
                rows.addWidget(part)
        rows.addSpacing(8)
        rows.addWidget(self.button)

    # ------------------------------------------------------------ what is shown

    def show_form(self, form: SessionForm) -> None:
        """Takes a form; what is being typed stays."""
        self._form = form
        self.setEnabled(True)
        if not self.unsaved():
            self._show_place()

    def choose(self, site: SiteId, field: FormField) -> None:
        """Shows a place of the form."""
        self._site = site
        self.field.setCurrentIndex(self.field.findData(field))
        self._show_place()

    @property
    def chosen(self) -> FormField:
        """The field that is chosen."""
        return FormField(self.field.currentData())

    def _of_form(self) -> bool:
        return self.chosen in OF_FORM

    def _standing(self) -> str | None:
        if self._form is None or (not self._of_form() and self._form.site(self._site) is None):
            return None
        return value_at(self._form, self.chosen, "" if self._of_form() else self._site)

    def _show_place(self) -> None:
        standing, field = self._standing(), self.chosen
        self.button.setEnabled(standing is not None)
        row = None if self._form is None else self._form.site(self._site)
        name = words.whole_form() if self._of_form() else ("" if row is None else row.name)
        self.place.setText(name or words.choose_cell())
        if standing is None:
            self.stands.setText("")
            return
        self.stands.setText(words.stood_there(words.value(field, standing)))
        values = allowed(field)
        self.text.setVisible(values is None)
        self.choice.setVisible(values is not None)
        self.choice.clear()
        for value in values or ():
            self.choice.addItem(words.choice(field, value), value)
        self.choice.setCurrentIndex(self.choice.findData(standing))
        self.text.setPlainText(standing)

    def unsaved(self) -> bool:
        """Tells whether something was typed that is not written yet."""
        return bool(self.reason.text().strip())

    # ------------------------------------------------------------ what is wished

    def correct(self) -> None:
        """Wants the place to say what was typed."""
        if self._form is None:
            return
        after = self.text.toPlainText().strip() if allowed(self.chosen) is None else self.choice.currentData()
        reason = self.reason.text().strip()
        try:
            told = correct(self._form, self.chosen, self._site, str(after or ""), reason)
        except CorrectionRefused as error:
            self.said.emit(correction_faults()[error.fault])
            return
        self.reason.clear()
        self.correction_wanted.emit(told, reason)

    def rephrase(self) -> None:
        """Says everything in the language in use."""
        for label, said in zip(self._labels, (words.field, words.new_value, words.reason), strict=True):
            label.setText(said())
        for part, said in ((self.field, words.field), (self.choice, words.new_value), (self.text, words.new_value)):
            named(part, said)
        named(self.reason, words.reason)
        for row, said in enumerate(words.FIELDS.values()):
            self.field.setItemText(row, said())
        self.button.setText(words.correct())
        self._show_place()


class TraceList(QWidget):
    """Every correction of the form, the newest first."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._form: SessionForm | None = None
        self.heading = QLabel(self)
        self.list = QPlainTextEdit(self)
        self.list.setReadOnly(True)
        self.list.setTabChangesFocus(True)
        body = QVBoxLayout(self)
        body.addWidget(self.heading)
        body.addWidget(self.list)

    def show_form(self, form: SessionForm) -> None:
        """Shows a form's corrections."""
        self._form = form
        told = [self._line(trace) for trace in reversed(form.trace)]
        self.list.setPlainText("\n\n".join(told) or words.never_corrected())

    def _line(self, trace: Trace) -> str:
        place = f"{trace.site_name or words.whole_form()}, {words.FIELDS[trace.field]()}"
        before, after = (words.value(trace.field, value) for value in (trace.before, trace.after))
        return words.trace_line(place, before, after, trace.person, words.moment(trace.at_ms), trace.reason)

    def rephrase(self) -> None:
        """Says everything in the language in use."""
        self.heading.setText(words.trace())
        named(self.list, words.trace)
        if self._form is not None:
            self.show_form(self._form)
