"""Control given to a site for a time, and taken back: only where the profile allows it.

Rule: nothing is given by default: no right is marked until somebody marks it. What is given already stands above, each
with the button that takes it back.
"""

from functools import partial

from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QHBoxLayout, QVBoxLayout, QWidget

from console.control.control_commands import LONGEST_MINUTES, DelegateControl, RevokeControl
from console.words import DelegatedRight, SiteId
from widgets.controls.session_dialog import SessionDialog
from widgets.controls.store import Store
from widgets.phrases.console import delegation_words as words
from widgets.phrases.log.control_words import phrase_right

USUAL_MINUTES = 60
LEAST_WIDTH = 760


class DelegationDialog(SessionDialog):
    """Says who controls what besides the operator, gives more, takes it back."""

    def __init__(self, store: Store, chosen: SiteId | None, parent: QWidget) -> None:
        """`chosen` is the site that stands in the field at first."""
        super().__init__(parent, "delegation", words.title(), words.explanation())
        self.setMinimumWidth(LEAST_WIDTH)
        self._store = store
        self._given = QWidget(self)
        self.body.addWidget(self._given)
        self._site_ids = store.roster
        self.site = QComboBox(self)
        self.site.setObjectName("delegation-site")
        self.site.setAccessibleName(words.site())
        self.site.addItems([store.full_label(site) for site in self._site_ids])
        if chosen in self._site_ids:
            self.site.setCurrentIndex(self._site_ids.index(chosen))
        self.rights = {right: self._right(right) for right in DelegatedRight}
        self.minutes = self.number("delegation-minutes", words.minutes(), LONGEST_MINUTES)
        self.minutes.setSpecialValueText(words.whole_session())
        self.minutes.setSuffix(words.minutes_suffix())
        self.minutes.setValue(USUAL_MINUTES)
        self.basis = self.field("delegation-basis", words.basis(), words.basis_hint())
        self.give = self.button("delegation-give", words.give(), self._give)
        self._lay_out()
        store.control_changed.connect(self._follow)
        store.link_lost_changed.connect(self._follow)
        self._follow()

    def _right(self, right: DelegatedRight) -> QCheckBox:
        box = QCheckBox(phrase_right(right), self)
        box.setObjectName(f"right-{right.value}")
        box.toggled.connect(self._may_give)
        return box

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setVerticalSpacing(10)
        form.addRow(words.site(), self.site)
        boxes = QVBoxLayout()
        boxes.setSpacing(8)
        for box in self.rights.values():
            boxes.addWidget(box)
        form.addRow(words.rights(), boxes)
        form.addRow(words.minutes(), self.minutes)
        form.addRow(words.basis(), self.basis)
        self.body.addLayout(form)
        self.add_acts(self.give, self.button("delegation-leave", words.leave(), self.close))

    def _follow(self) -> None:
        """Shows anew what is given, each with its way back."""
        fresh = QWidget(self)
        rows = QVBoxLayout(fresh)
        rows.setContentsMargins(0, 0, 0, 0)
        for given in self._store.control.delegations:
            site = self._store.full_label(given.site)
            row = QHBoxLayout()
            row.addWidget(self.label(words.given_line(given, site)), 1)
            command = RevokeControl(site=given.site)
            button = self.button(f"revoke-{given.site}", words.take_back(), partial(self._store.send, command))
            button.setAccessibleName(words.take_back_from(site))
            button.setEnabled(not self._store.link_lost)
            row.addWidget(button)
            rows.addLayout(row)
        if not self._store.control.delegations:
            rows.addWidget(self.label(words.nothing_given()))
        self.body.replaceWidget(self._given, fresh)
        self._given.hide()
        self._given.deleteLater()
        self._given = fresh
        self._may_give()

    def _may_give(self) -> None:
        marked = any(box.isChecked() for box in self.rights.values())
        self.give.setEnabled(marked and self._store.control.allowed and not self._store.link_lost)

    def _give(self) -> None:
        site = self._site_ids[self.site.currentIndex()]
        rights = tuple(right for right, box in self.rights.items() if box.isChecked())
        minutes = self.minutes.value() or None
        command = DelegateControl(site=site, rights=rights, minutes=minutes, basis=self.basis.text().strip())
        self._store.send(command)
