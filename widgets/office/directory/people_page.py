"""The page of the people: above the list what the profile asks for and is not there."""

from PySide6.QtCore import QDateTime, Qt
from PySide6.QtWidgets import QLabel, QPushButton

from console.office.contacts import NotKnown, TooFew, not_known, too_few
from console.office.directory_lists import PEOPLE
from console.office.people import Person
from widgets.controls.dialogs import Question
from widgets.drawing import theme
from widgets.office.cells import site_text
from widgets.office.record_page import RecordPage
from widgets.office.register_store import RegisterStore
from widgets.phrases.office import directory_words as words
from widgets.phrases.office.column_words import choice_word, column_title

MOST_LINES = 24


class PeoplePage(RecordPage):
    """The page of the people."""

    def __init__(self, store: RegisterStore) -> None:
        self.warning, self.whole = QLabel(), QPushButton()
        self._few: tuple[TooFew, ...] = ()
        self._unknown: tuple[NotKnown, ...] = ()
        super().__init__(store, PEOPLE)
        self.warning.setWordWrap(True)
        self.warning.setTextFormat(Qt.TextFormat.PlainText)
        self.warning.setFont(theme.font(15))
        self.whole.setObjectName("people-missing")
        self.whole.setAutoDefault(False)
        self.whole.clicked.connect(self._show_whole)
        self.left.insertWidget(1, self.warning)
        self.foot.insertWidget(1, self.whole)
        store.rules_changed.connect(self._warn)
        self._warn()

    def show_list(self) -> None:
        """Shows the people as they are now, and what is missing."""
        super().show_list()
        self._warn()

    def take_sites(self) -> None:
        """Shows the names of sites anew, and what is missing there."""
        super().take_sites()
        self._warn()

    def _warn(self) -> None:
        rules = self.store.rules
        if rules is None or not self.store.has_read(Person):
            self.warning.hide()
            self.whole.hide()
            return
        today = QDateTime.fromMSecsSinceEpoch(self.store.clock()).toString("yyyy-MM-dd")
        asked, people = rules.profile.regulation.contacts, self.store.present(Person)
        self._few = too_few(self.store.sites, people, asked, today)
        self._unknown = not_known(people, asked, today)
        text = words.contacts_missing(len({few.site.site for few in self._few}), len(self._unknown))
        self.warning.setText(text)
        self.warning.setVisible(bool(text))
        self.whole.setVisible(bool(text))

    def missing(self) -> list[str]:
        """Returns everything that is missing, a line for each."""
        few = [words.too_few(site_text(each.site), choice_word(each.role), each.have, each.need) for each in self._few]
        unknown = [
            words.not_known(each.person.name, [column_title(PEOPLE.name, name) for name in each.fields])
            for each in self._unknown
        ]
        return [*few, *unknown]

    def _show_whole(self) -> None:
        lines = self.missing()
        more = len(lines) - MOST_LINES
        shown = [*lines[:MOST_LINES], *([words.and_more(more)] if more > 0 else [])]
        Question(self, words.missing_title(), "\n".join(shown), {}).open()

    def rephrase(self) -> None:
        """Says everything in the language in use."""
        super().rephrase()
        self.whole.setText(words.missing_button())
        self._warn()
