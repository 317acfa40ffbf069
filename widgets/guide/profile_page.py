"""The step of the first set-up that asks under whose rules meetings are held, and what those rules leave open.

Rule: nothing is chosen for the office: a rule of microphones that the text leaves open has to be picked by somebody
before the step is over. A running meeting keeps the rules that it began with.
"""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QHBoxLayout, QLabel, QWidget

from console.regulation.profile_offer import ProfileOffer
from console.words import MuteRule
from widgets.guide.first_start_pages import Page
from widgets.phrases.command_line.regulation_words import mute_rules
from widgets.phrases.guide import first_start_words as words

LEAST_LETTERS = 30


class ProfilePage(Page):
    """The province's rules, and the rule of microphones where they leave it open."""

    chosen = Signal(str, str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.profiles: tuple[ProfileOffer, ...] = ()
        self.profile, self.mute = QComboBox(self), QComboBox(self)
        self._labels = [QLabel(self), QLabel(self)]
        form = QFormLayout()
        for label, box in zip(self._labels, (self.profile, self.mute), strict=True):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(LEAST_LETTERS)
            form.addRow(label, box)
        self.use_button = self.button("profile-use", self.keep)
        self.column.addLayout(form)
        row = QHBoxLayout()
        row.addWidget(self.use_button)
        row.addStretch(1)
        self.column.addLayout(row)
        self.column.addWidget(self.answer)
        self.column.addStretch(1)
        self.profile.currentIndexChanged.connect(self._offer_rules)
        self._offer_rules()

    @property
    def offer(self) -> ProfileOffer | None:
        """The profile that is picked."""
        place = self.profile.currentIndex()
        return self.profiles[place] if 0 <= place < len(self.profiles) else None

    @property
    def rule(self) -> MuteRule | None:
        """The rule of microphones that is picked; None while none is."""
        offer, place = self.offer, self.mute.currentIndex() - 1
        return offer.choices[place] if offer is not None and 0 <= place < len(offer.choices) else None

    def begin(self) -> None:
        """Takes the keyboard."""
        self.profile.setFocus()

    def show_profiles(self, profiles: tuple[ProfileOffer, ...]) -> None:
        """Offers profiles; the one in use is picked, none when the office has a file of its own."""
        self.profiles = profiles
        self.profile.clear()
        for offer in profiles:
            self.profile.addItem(offer.name)
        used = next((place for place, offer in enumerate(profiles) if offer.in_use), -1)
        self.profile.setCurrentIndex(used)
        self._offer_rules()

    def _offer_rules(self, _place: int = 0) -> None:
        offer, said = self.offer, mute_rules()
        choices = () if offer is None else offer.choices
        self.mute.clear()
        self.mute.addItem(words.choose_rule())
        for rule in choices:
            self.mute.addItem(said[rule.value])
        if offer is not None and offer.chosen in choices:
            self.mute.setCurrentIndex(choices.index(offer.chosen) + 1)
        for part in (self.mute, self._labels[1]):
            part.setVisible(bool(choices))
        self.use_button.setEnabled(offer is not None)

    def keep(self) -> bool:
        """Sends what is picked when it is not in force yet; a rule that is left open holds the step."""
        offer, rule = self.offer, self.rule
        if offer is None or (offer.in_use and rule == offer.chosen and (rule is not None or not offer.choices)):
            return True
        if offer.choices and rule is None:
            self.show_answer(words.rule_needed(), done=False)
            self.mute.setFocus()
            return False
        self.chosen.emit(offer.id, "" if rule is None else rule.value)
        return True

    def rephrase(self) -> None:
        """Says everything in the language in use."""
        for label, box, name in zip(self._labels, (self.profile, self.mute), words.rule_names(), strict=True):
            label.setText(name)
            box.setAccessibleName(name)
        self.use_button.setText(words.use_profile())
        picked = self.mute.currentIndex()
        self._offer_rules()
        self.mute.setCurrentIndex(max(0, picked))
