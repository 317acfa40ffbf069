"""Where Phụ lục II is confirmed by name and title.

Rule: what is confirmed is fixed by its hash and the end of the log; a later correction is said beside the name.
"""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QVBoxLayout, QWidget

from console.office.form_records import Confirms, FormConfirmation, FormName, SigningMethod, confirmation_id
from console.records.session_form import SessionForm
from widgets.drawing.rephrasing import named
from widgets.office.wish_button import wish_button
from widgets.phrases.office import form_page_words as words

LONGEST_NAME = 400


class ConfirmationPanel(QWidget):
    """Who stands for the form."""

    confirmation_wanted = Signal(object)
    """A `FormConfirmation`."""
    said = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._form: SessionForm | None = None
        self.state = QLabel(self)
        self.state.setWordWrap(True)
        self.role, self.method = QComboBox(self), QComboBox(self)
        for role in words.ROLES:
            self.role.addItem("", role)
        for method in words.METHODS:
            self.method.addItem("", method)
        self.full_name, self.person_title = QLineEdit(self), QLineEdit(self)
        for line in (self.full_name, self.person_title):
            line.setMaxLength(LONGEST_NAME)
        self.button = wish_button(self, "form-confirm", self.confirm)
        self._labels = tuple(QLabel(self) for _ in range(4))
        rows = QVBoxLayout(self)
        rows.setSpacing(6)
        rows.addWidget(self.state)
        parts = (self.role, self.full_name, self.person_title, self.method)
        for label, part in zip(self._labels, parts, strict=True):
            rows.addSpacing(4)
            rows.addWidget(label)
            rows.addWidget(part)
        rows.addSpacing(8)
        rows.addWidget(self.button)
        rows.addStretch(1)
        self.setEnabled(False)

    def show_form(self, form: SessionForm) -> None:
        """Shows who confirmed a form."""
        self._form = form
        self.setEnabled(True)
        told = [
            words.confirmed(
                each.confirmation.full_name, each.confirmation.title, words.moment(each.at_ms), still=each.still
            )
            for each in form.confirmed
        ]
        self.state.setText("\n".join(told) or words.not_confirmed())

    def confirm(self) -> None:
        """Wants the form to be confirmed as it stands."""
        form, name = self._form, self.full_name.text().strip()
        if form is None:
            return
        if not name:
            self.said.emit(words.name_missing())
            self.full_name.setFocus()
            return
        role, method = Confirms(self.role.currentData()), SigningMethod(self.method.currentData())
        self.confirmation_wanted.emit(
            FormConfirmation(
                id=confirmation_id(form.session, FormName.SESSION, role),
                session=form.session,
                form=FormName.SESSION,
                role=role,
                full_name=name,
                title=self.person_title.text().strip(),
                method=method,
                content_hash=form.content_hash,
                log_count=form.log_count,
                log_head=form.log_head,
            )
        )

    def rephrase(self) -> None:
        """Says everything in the language in use."""
        said = (words.role, words.full_name, words.person_title, words.method)
        parts = (self.role, self.full_name, self.person_title, self.method)
        for label, part, word in zip(self._labels, parts, said, strict=True):
            label.setText(word())
            named(part, word)
        for row, word in enumerate(words.ROLES.values()):
            self.role.setItemText(row, word())
        for row, word in enumerate(words.METHODS.values()):
            self.method.setItemText(row, word())
        self.button.setText(words.confirm())
        if self._form is not None:
            self.show_form(self._form)
