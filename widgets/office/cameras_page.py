"""The page of this site's cameras: found, asked what works, tried out, woken, written into the list, carried as a file.

Rules: everything is the program's own `cameras` command; this page names what is wanted and shows the answers in one
table, and in a line all that is known of the chosen camera. Nothing turns but the camera that somebody tries out. What
is written down is used at once by the program that runs. A password is typed into the command and leaves the page with
that; it is never shown again.
"""

from typing import Any, Final, TypeVar

import msgspec
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QTableWidgetItem,
    QVBoxLayout,
)

from console.cameras.camera_profile import CameraKind, CameraProfile
from console.cameras.camera_words import CameraAbility, CameraLink
from console.cameras.setup_facts import Adopted, Found, SetUpAnswer, SwitchedOn, Tried, Works
from console.configuration.configuration_records import ConfigurationFreeze
from console.office.record import Record, Version
from widgets.drawing import theme
from widgets.drawing.rephrasing import named
from widgets.office.camera_files import IMPORT, CameraFiles
from widgets.office.camera_files import NAMES as FILE_NAMES
from widgets.office.office_page import OfficePage
from widgets.office.register_store import RegisterStore
from widgets.office.tables import wide_table
from widgets.phrases.office import cameras_page_words as words

WIDTHS: Final = (0, 168, 112, 0, 52, 52, 90, 84, 98, 90)
"""Of the columns; those of 0 share what is left."""
ABILITIES: Final = (
    CameraAbility.DRIVE,
    CameraAbility.FOCUS,
    CameraAbility.PRESETS,
    CameraAbility.POSITION,
    CameraAbility.RECALIBRATION,
)
TYPED: Final = (
    "kind",
    "host",
    "port",
    "framing",
    "device",
    "user",
    "serial_port",
    "serial_address",
    "baud",
    "last_slot",
)
FIND, LIST, TRY, ADD, REMOVE = "cameras-find", "cameras-list", "cameras-try", "cameras-add", "cameras-remove"
WAKE, ADOPT, FORGET = "cameras-wake", "cameras-adopt", "cameras-forget"
CHANGING: Final = frozenset({ADD, REMOVE, FORGET, IMPORT})
"""What changes the list: kept under a name, and while it is frozen with a reason."""
LONGEST_PASSWORD: Final = 256

Answer = TypeVar("Answer")


class CamerasPage(OfficePage):
    """The cameras of this machine: those of the list first, then what was found and is not in it yet."""

    name = "cameras"
    kinds = (ConfigurationFreeze,)

    def __init__(self, store: RegisterStore) -> None:
        super().__init__(store)
        self.listed: tuple[Works, ...] = ()
        self.found: tuple[Found, ...] = ()
        self.tried: dict[str, Tried] = {}
        self.hosts, self.serial, self.title = QLineEdit(self), QCheckBox(self), QLineEdit(self)
        self.search = self.button(FIND, self._find)
        self.ask = self.button(LIST, self._ask)
        self.trial = self.button(TRY, self._try)
        self.add = self.button(ADD, self._add)
        self.wake = self.button(WAKE, self._wake)
        self.adopt, self.forget = self.button(ADOPT, self._adopt), self.button(FORGET, self._forget)
        self.remove = self.button(REMOVE, self._remove)
        self.user, self.password, self.why = QLineEdit(self), QLineEdit(self), QLineEdit(self)
        self.files = CameraFiles(self._run, self._chosen_name, self)
        self.table = wide_table(self, WIDTHS)
        self.said, self.hint, self.known = QLabel(self), QLabel(self), QLabel(self)
        self.files.by = self._by
        self._login_of: CameraProfile | None = None
        """Whose name and password are asked for."""
        self._busy = self._before = ""
        """What is being done, and what was said before it."""
        self._dress()
        self._lay_out()
        store.answered.connect(self._take_answer)
        self.table.itemSelectionChanged.connect(self._follow)
        self.rephrase()

    def _dress(self) -> None:
        for label in (self.known, self.said, self.hint):
            label.setFont(theme.font(14 if label is self.known else 15))
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.hosts.setMaxLength(500)
        for field in (self.title, self.user):
            field.setMaxLength(100)
        self.why.setMaxLength(400)
        self.why.hide()
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.password.setMaxLength(LONGEST_PASSWORD)

    def _lay_out(self) -> None:
        search, acts, login, body = QHBoxLayout(), QHBoxLayout(), QHBoxLayout(), QVBoxLayout(self)
        for part in (self.search, self.hosts, self.serial, self.ask):
            search.addWidget(part, 1 if part is self.hosts else 0)
        for part in (self.title, self.add, self.trial, self.wake, self.remove):
            acts.addWidget(part, 1 if part is self.title else 0)
        for part in (self.adopt, self.user, self.password, self.forget, self.files.give_button, self.files.take_button):
            login.addWidget(part, 1 if isinstance(part, QLineEdit) else 0)
        body.setContentsMargins(0, 0, 0, 0)
        body.addLayout(search)
        body.addWidget(self.table, 1)
        body.addWidget(self.known)
        body.addLayout(acts)
        body.addLayout(login)
        body.addWidget(self.why)
        body.addWidget(self.said)
        body.addWidget(self.hint)

    def begin(self) -> None:
        """Shows the list as it is."""
        super().begin()
        if not self.listed and not self._busy:
            self._run(LIST, "list", "--ask")

    # ------------------------------------------------------------ wishes

    def _run(self, name: str, *arguments: str) -> None:
        self._begin(name)
        act, *more = arguments
        self.store.command_wanted.emit(name, ("cameras", act, *(self._reason if name in CHANGING else ()), *more))

    def _begin(self, name: str) -> None:
        self._busy = name
        self.said.setText(words.busy(name))
        self._follow()

    def _find(self) -> None:
        hosts = self.hosts.text().replace(",", " ").replace(";", " ").split()
        serial = ("--serial",) if self.serial.isChecked() else ()
        self._run(FIND, "find", *serial, "--", *hosts)

    def _ask(self) -> None:
        self._run(LIST, "list", "--ask")

    def _try(self) -> None:
        profile = self.chosen
        if profile is not None:
            self._run(TRY, "try", profile.camera)

    def _add(self) -> None:
        profile = self.chosen
        if profile is None:
            return
        typed = [self._by, *([] if self._is_listed(profile) else _typed(profile))]
        title, user, password = self.title.text().strip(), self.user.text().strip(), self.password.text()
        typed += [f"--title={title}"] if title else []
        typed += [f"--user={user}"] if profile.kind is CameraKind.ONVIF and user != profile.user else []
        if not password:
            self._run(ADD, "add", profile.camera, *typed)
            return
        self.password.clear()
        self._begin(ADD)
        self.store.typed_command_wanted.emit(
            ADD, ("cameras", "add", *self._reason, profile.camera, *typed, "--password"), password
        )

    def _wake(self) -> None:
        profile = self.chosen
        if profile is not None:
            self._run(WAKE, "switch-on", profile.camera)

    def _adopt(self) -> None:
        profile = self.chosen
        if profile is not None:
            self._run(ADOPT, "adopt", profile.camera)

    def _forget(self) -> None:
        profile = self.chosen
        if profile is not None:
            self._run(FORGET, "forget-password", profile.camera, self._by)

    def _remove(self) -> None:
        profile = self.chosen
        if profile is not None:
            self._run(REMOVE, "remove", profile.camera, self._by)

    @property
    def _by(self) -> str:
        """Who changes the list, as the log will name it."""
        return f"--person={self.store.person}"

    @property
    def _reason(self) -> tuple[str, ...]:
        """Why the list is changed although it is to stay as it is."""
        why = self.why.text().strip()
        return (f"--reason={why}",) if why and not self.why.isHidden() else ()

    def take(self, form: type[Record], versions: tuple[Version[Any], ...]) -> None:
        """Asks for a reason while the configuration is frozen."""
        frozen = any(told.content is not None and told.content.in_force for told in versions)
        self.why.setVisible(frozen)

    @property
    def chosen(self) -> CameraProfile | None:
        """The camera of the chosen row."""
        row = self.table.currentRow()
        profiles = [*(works.profile for works in self.listed), *(found.profile for found in self._new)]
        return profiles[row] if 0 <= row < len(profiles) and self.table.selectedItems() else None

    @property
    def _works(self) -> Works | None:
        """What is known of the chosen camera, where it is listed."""
        profile = self.chosen
        return next((works for works in self.listed if works.profile == profile), None)

    def _chosen_name(self) -> str:
        works = self._works
        return "" if works is None else works.profile.camera

    def _is_listed(self, profile: CameraProfile) -> bool:
        return any(works.profile == profile for works in self.listed)

    @property
    def _new(self) -> tuple[Found, ...]:
        return tuple(found for found in self.found if not found.known_as)

    # ------------------------------------------------------------ answers

    def _take_answer(self, name: str, done: bool, text: str) -> None:  # noqa: FBT001 - a signal's argument
        if name not in {FIND, LIST, TRY, ADD, REMOVE, WAKE, ADOPT, FORGET, *FILE_NAMES}:
            return
        self._busy, before, self._before = "", self._before, ""
        said = words.done(name)
        if name in {FIND, LIST} and (answer := _read(text, SetUpAnswer)) is not None:
            said = self._take_table(name, answer)
        elif name in {TRY, WAKE, ADOPT} and (told := self._told(name, text)):
            said = told
        elif not done:
            said = f"▲ {text}"
        elif name in FILE_NAMES:
            said = self.files.take_answer(name, text)
            if self._busy:  # the question was answered at once
                return
        self.said.setText(f"{before} {said}".strip())
        self._fill()
        if done and name in {ADD, REMOVE}:
            self.found = tuple(found for found in self.found if found.profile != self.chosen)
        if done and name in {ADD, REMOVE, WAKE, ADOPT, FORGET, IMPORT}:
            self._before = said
            self._run(LIST, "list", "--ask")

    def _told(self, name: str, text: str) -> str:
        """Returns what came of an act on one camera as a sentence, empty where the program said something else."""
        if name == TRY and (tried := _read(text, Tried)) is not None:
            self.tried[tried.camera] = tried
            return words.tried(tried)
        if name == WAKE and (woken := _read(text, SwitchedOn)) is not None:
            return words.woken(woken)
        adopted = _read(text, Adopted) if name == ADOPT else None
        return "" if adopted is None else words.adopted(adopted)

    def _take_table(self, name: str, answer: SetUpAnswer) -> str:
        if name == LIST:
            self.listed = answer.cameras
            return words.listed(len(answer.cameras))
        self.found = answer.found
        return words.found(len(self._new), len(answer.found) - len(self._new))

    def _fill(self) -> None:
        rows = [self._of_listed(works) for works in self.listed] + [self._of_found(found) for found in self._new]
        self.table.setRowCount(len(rows))
        for row, cells in enumerate(rows):
            for column, text in enumerate(cells):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                self.table.setItem(row, column, item)
        self._follow()

    def _of_listed(self, works: Works) -> list[str]:
        profile, tried = works.profile, self.tried.get(works.profile.camera)
        link = "" if works.link is None else words.link(works.link)
        able = [words.able(works.link is not None and ability in works.abilities) for ability in ABILITIES]
        able[ABILITIES.index(CameraAbility.PRESETS)] = words.presets(works)
        trial = "" if tried is None else words.tried_short(tried)
        return [profile.title or profile.camera, words.place(profile), words.speaks(profile), link, *able, trial]

    def _of_found(self, found: Found) -> list[str]:
        called = found.name or found.model or found.profile.camera
        unknown = [""] * (len(ABILITIES) + 1)
        return [called, words.place(found.profile), words.speaks(found.profile), words.not_listed(), *unknown]

    def _follow(self) -> None:
        """Lets be pressed what makes sense for the chosen row."""
        profile, busy = self.chosen, bool(self._busy)
        listed = profile is not None and self._is_listed(profile)
        self.add.setEnabled(profile is not None and not busy)
        for button in (self.trial, self.remove):
            button.setEnabled(listed and not busy)
        for button in (self.search, self.ask, self.files.take_button):
            button.setEnabled(not busy)
        self.files.give_button.setEnabled(bool(self.listed) and not busy)
        self.title.setEnabled(profile is not None)
        self._follow_chosen(profile)

    def _follow_chosen(self, profile: CameraProfile | None) -> None:
        """Says what is known of the chosen camera, and asks for its login where it has one."""
        works = self._works
        asleep = works is not None and works.link is CameraLink.STANDBY
        self.wake.setEnabled(asleep and not self._busy)
        self.adopt.setVisible(works is not None and bool(works.of_another))
        self.forget.setVisible(works is not None and works.password_kept)
        for button in (self.adopt, self.forget):
            button.setEnabled(not self._busy)
        login = profile is not None and profile.kind is CameraKind.ONVIF
        if profile != self._login_of:
            self._login_of = profile
            self.user.setText(profile.user if profile is not None and login else "")
            self.password.clear()
        for field in (self.user, self.password):
            field.setEnabled(login)
        kept = works is not None and works.password_kept
        for field, text in ((self.user, words.user()), (self.password, words.password(kept=kept))):
            field.setPlaceholderText(text)
            field.setAccessibleName(text)
        known = "" if works is None else words.known(works, self.tried.get(works.profile.camera))
        self.known.setText(known)
        self.known.setVisible(bool(known))

    def unsaved(self) -> bool:
        """Nothing here is kept until it is written down."""
        return False

    def rephrase(self) -> None:
        """Says everything in the language in use."""
        buttons = (self.search, self.ask, self.trial, self.add, self.wake, self.remove, self.adopt, self.forget)
        self.files.rephrase()
        for button, text in zip(buttons, (*words.buttons(), *words.more_buttons()), strict=True):
            button.setText(text)
        self.serial.setText(words.serial())
        self.why.setPlaceholderText(words.why_frozen())
        self.why.setAccessibleName(words.why_frozen())
        self.hint.setText(words.hint())
        for field, text in ((self.hosts, words.hosts()), (self.title, words.name_hint())):
            field.setPlaceholderText(text)
            field.setAccessibleName(text)
        named(self.table, words.title)
        self.table.setHorizontalHeaderLabels(words.headings())
        self._fill()


def _typed(profile: CameraProfile) -> list[str]:
    """Returns what is written down of a found camera; what VISCA cameras say of themselves is asked once more."""
    values = msgspec.to_builtins(profile)
    typed = [f"--{name.replace('_', '-')}={values[name]}" for name in TYPED if values.get(name) not in {None, ""}]
    return [*typed, "--detect"] if profile.kind is CameraKind.VISCA and profile.host else typed


def _read(text: str, form: type[Answer]) -> Answer | None:
    """Returns an answer, None where the program said something else."""
    try:
        return msgspec.json.decode(text.encode(), type=form)
    except msgspec.DecodeError:
        return None
