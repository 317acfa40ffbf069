"""Where a person rates sound, picture and line of a site in a session; what was measured stands above.

Rule: what nobody rated stays without a figure. Sources: Bình Định article 10, Đắk Lắk II.1 step 8.
"""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from console.office.form_records import FormField, SiteRating, rating_id
from console.records.gathered import Gathered
from console.records.technical_sheet import line_words
from console.words import SiteId
from widgets.drawing import theme
from widgets.drawing.rephrasing import named
from widgets.phrases.office import form_page_words as words

LONGEST = 400
RATINGS = (None, 1, 2, 3, 4, 5)


class RatingPanel(QWidget):
    """One site's rating."""

    rating_wanted = Signal(object)
    """A `SiteRating`."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._gathered: Gathered | None = None
        self._site: SiteId = ""
        self.place, self.measured = QLabel(self), QLabel(self)
        self.place.setFont(theme.font(15, 600))
        self.place.setWordWrap(True)
        self.measured.setWordWrap(True)
        self.sound, self.picture, self.line = (QComboBox(self) for _ in range(3))
        for part in (self.sound, self.picture, self.line):
            for value in RATINGS:
                part.addItem("" if value is None else str(value), value)
        self.remark = QLineEdit(self)
        self.remark.setMaxLength(LONGEST)
        self.button = QPushButton(self)
        self.button.setObjectName("form-rate")
        self.button.setAutoDefault(False)
        self.button.clicked.connect(self.rate)
        self._labels = tuple(QLabel(self) for _ in range(4))
        rows = QVBoxLayout(self)
        rows.setSpacing(6)
        rows.addWidget(self.place)
        rows.addWidget(self.measured)
        for label, part in zip(self._labels, (self.sound, self.picture, self.line, self.remark), strict=True):
            rows.addWidget(label)
            rows.addWidget(part)
        rows.addSpacing(8)
        rows.addWidget(self.button)
        rows.addStretch(1)

    def show_gathered(self, gathered: Gathered) -> None:
        """Shows the ratings of a session."""
        self._gathered = gathered
        self._show()

    def choose(self, site: SiteId, _field: FormField) -> None:
        """Shows a site's rating."""
        self._site = site
        self._show()

    def _show(self) -> None:
        gathered = self._gathered
        row = None if gathered is None else gathered.form.site(self._site)
        self.place.setText(words.rated_site("" if row is None else row.name))
        self.button.setEnabled(row is not None)
        if gathered is None or row is None:
            return
        self.measured.setText(line_words(gathered.lines.get(self._site)))
        rating = gathered.ratings.get(self._site)
        told = (None, None, None) if rating is None else (rating.sound, rating.picture, rating.line)
        for part, value in zip((self.sound, self.picture, self.line), told, strict=True):
            part.setCurrentIndex(RATINGS.index(value))
        self.remark.setText("" if rating is None else rating.remark)

    def rate(self) -> None:
        """Wants the rating to be kept."""
        if self._gathered is None or not self._site:
            return
        session = self._gathered.form.session
        self.rating_wanted.emit(
            SiteRating(
                id=rating_id(session, self._site),
                session=session,
                site=self._site,
                sound=self.sound.currentData(),
                picture=self.picture.currentData(),
                line=self.line.currentData(),
                remark=self.remark.text().strip(),
            )
        )

    def rephrase(self) -> None:
        """Says everything in the language in use."""
        parts = (self.sound, self.picture, self.line, self.remark)
        said = (words.sound, words.picture, words.line, words.remark)
        for label, part, word in zip(self._labels, parts, said, strict=True):
            label.setText(word())
            named(part, word)
        for part in (self.sound, self.picture, self.line):
            part.setItemText(0, words.not_rated())
        self.button.setText(words.rate())
        self._show()
