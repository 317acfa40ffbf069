"""The guided set-up: name, rules, devices, sites, first invitation, practice; to be left at any step and opened again.

Rule: it does nothing itself. Every act leaves as a signal, the answer comes back in the words of whoever did it. Enter
goes on with the step that is shown; nothing here touches a running meeting.
"""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from console.regulation.profile_offer import ProfileOffer
from console.sites.site_facts import DeviceFacts, DeviceTrial
from widgets.controls.store import Store
from widgets.drawing import theme
from widgets.guide.first_start_pages import DevicePage, InvitationPage, NamePage, Page, PracticePage, SitesPage
from widgets.guide.profile_page import ProfilePage
from widgets.phrases.guide import first_start_words as words

SIZE = (880, 600)
STEP_WIDTH = 230
NAME, PROFILE, DEVICES, SITES, INVITATION, PRACTICE = range(6)
_PAGE_OF = {
    "name": NAME,
    "profile": PROFILE,
    "devices": DEVICES,
    "site": SITES,
    "sites": SITES,
    "invitation": INVITATION,
}


class FirstStart(QDialog):
    """The set-up window of one console."""

    name_given = Signal(str)
    profiles_asked = Signal()
    profile_chosen = Signal(str, str)
    """A profile, and the rule of microphones where it leaves that open (or nothing)."""
    devices_asked = Signal()
    devices_tried = Signal(object)
    """A `DeviceChoice`."""
    devices_chosen = Signal(object)
    """A `DeviceChoice`."""
    site_added = Signal(str, str)
    """Number and name, as typed."""
    table_given = Signal(str)
    file_given = Signal(str)
    invitation_wanted = Signal(int)
    """The number of a site."""
    practice_wanted = Signal()

    def __init__(self, store: Store, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("first-start")
        self._store = store
        self.name, self.profile = NamePage(self), ProfilePage(self)
        self.devices, self.sites = DevicePage(self), SitesPage(self)
        self.invitation, self.practice = InvitationPage(self), PracticePage(self)
        self.pages: tuple[Page, ...] = (
            *(self.name, self.profile, self.devices),
            *(self.sites, self.invitation, self.practice),
        )
        self._explanation = QLabel(self)
        self._explanation.setWordWrap(True)
        self._explanation.setFont(theme.font(15))
        self.later = self._button("step-later", self.close)
        self.go_on = self._button("step-next", self.next_step)
        self.go_on.setDefault(True)
        self._lay_out()
        self._wire()
        self.rephrase()

    def _button(self, name: str, wish: Callable[[], object]) -> QPushButton:
        button = QPushButton(self)
        button.setObjectName(name)
        button.setAutoDefault(False)
        button.clicked.connect(lambda: wish())  # noqa: PLW0108 - keeps the "checked" that Qt hands on from the wish
        return button

    def _lay_out(self) -> None:
        self._stack = QStackedWidget(self)
        steps = QVBoxLayout()
        steps.setSpacing(8)
        self._steps = [self._step(number) for number in range(len(self.pages))]
        for page, step in zip(self.pages, self._steps, strict=True):
            self._stack.addWidget(page)
            steps.addWidget(step)
        steps.addStretch(1)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.later)
        foot.addWidget(self.go_on)
        right = QVBoxLayout()
        right.setSpacing(16)
        right.addWidget(self._explanation)
        right.addWidget(self._stack, 1)
        right.addLayout(foot)
        body = QHBoxLayout(self)
        body.setContentsMargins(22, 22, 22, 20)
        body.setSpacing(24)
        body.addLayout(steps)
        body.addLayout(right, 1)
        self.resize(*SIZE)

    def _step(self, number: int) -> QPushButton:
        button = self._button(f"step-{number + 1}", lambda: self.open_step(number))
        button.setFixedWidth(STEP_WIDTH)
        button.setCheckable(True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def _wire(self) -> None:
        self.name.given.connect(self.name_given)
        self.profile.chosen.connect(self.profile_chosen)
        self.devices.tried.connect(self.devices_tried)
        self.devices.chosen.connect(self.devices_chosen)
        self.sites.added.connect(self.site_added)
        self.sites.table_given.connect(self.table_given)
        self.sites.file_given.connect(self.file_given)
        self.invitation.wanted.connect(self.invitation_wanted)
        self.practice.wanted.connect(self.practice_wanted)
        self._store.roster_changed.connect(self._follow_sites)

    # ------------------------------------------------------------ going

    def begin(self) -> None:
        """Opens the set-up at the first step that is still to be done."""
        self._follow_sites()
        self.open_step(NAME if not self._store.roster else SITES)
        self.show()
        self.raise_()
        self.activateWindow()

    @property
    def step(self) -> int:
        """The step that is shown."""
        return self._stack.currentIndex()

    def open_step(self, number: int) -> None:
        """Shows a step, with the keyboard in its first field."""
        self._stack.setCurrentIndex(number)
        for place, button in enumerate(self._steps):
            button.setChecked(place == number)
        self._explanation.setText(words.explanations()[number])
        self.go_on.setText(words.finish() if number == PRACTICE else words.next_step())
        self.pages[number].begin()
        if number == PROFILE:
            self.profiles_asked.emit()
        if number == DEVICES:
            self.devices_asked.emit()

    def next_step(self) -> None:
        """Keeps what the step holds and goes on; after the last one the set-up closes."""
        if not self.pages[self.step].keep():
            return
        if self.step == PRACTICE:
            self.close()
        else:
            self.open_step(self.step + 1)

    # ------------------------------------------------------------ answers

    def show_answer(self, wish: str, done: bool, text: str) -> None:  # noqa: FBT001 - a fact among others
        """Shows how a wish ended, at the step from which it came."""
        if wish in _PAGE_OF:
            self.pages[_PAGE_OF[wish]].show_answer(text, done=done)

    def show_profiles(self, profiles: tuple[ProfileOffer, ...]) -> None:
        """Shows the provinces' rules."""
        self.profile.show_profiles(profiles)

    def show_devices(self, facts: DeviceFacts) -> None:
        """Shows what is plugged in."""
        self.devices.show_devices(facts)

    def show_trial(self, trial: DeviceTrial) -> None:
        """Shows what the devices did."""
        self.devices.show_trial(trial)

    def show_invitation(self, link: str, file: str, picture: str) -> None:
        """Shows an invitation."""
        self.invitation.show_invitation(link, file, picture)

    def _follow_sites(self) -> None:
        sites = [view for site in self._store.roster if (view := self._store.site(site)) is not None]
        self.sites.show_count(len(sites))
        self.invitation.show_sites([(site.number, self._store.full_label(site.site)) for site in sites])

    def rephrase(self) -> None:
        """Says everything in the language in use."""
        self.setWindowTitle(words.title())
        self.later.setText(words.later())
        for number, (button, name) in enumerate(zip(self._steps, words.steps(), strict=True)):
            button.setText(f"{number + 1}. {name}")
            button.setAccessibleName(words.step_name(number + 1, name))
        for page in self.pages:
            page.rephrase()
        self._follow_sites()
        self._explanation.setText(words.explanations()[self.step])
        self.go_on.setText(words.finish() if self.step == PRACTICE else words.next_step())
        self._steps[self.step].setChecked(True)
