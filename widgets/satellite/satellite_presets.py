"""The presets of a site's own cameras, as at the console: pictures, order, protection, roles, saving over, one undo.

Rules: everything is asked of the own endpoint, which drives the cameras; on the podium nothing moves. A tap recalls, a
hold saves over with both pictures shown; what was saved over or deleted is brought back with one press. The keys are
those of the console's panel: 1–9 recall, Alt+1–9 save over, S saves, F finds, E does everything else.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox

from console.cameras.camera_entries import PresetAct
from console.cameras.camera_facts import CameraFacts, find_name, same_name
from console.cameras.camera_wishes import CameraWish, FocusByItself, Recalibrate, Rehearse, SwitchOn
from console.cameras.camera_words import CameraAbility, PresetRole
from console.cameras.preset_changes import wish_of_change
from console.commands import (
    FocusCamera,
    PresetChange,
    RecalibrateCamera,
    RecallPreset,
    RehearsePresets,
    SwitchOnCamera,
)
from console.sites.site_standing import SiteStanding
from console.snapshot import CameraView
from console.words import Reason
from widgets.cameras.camera_acts import CameraActs
from widgets.cameras.camera_requests import PresetCommand, Standing
from widgets.cameras.preset_bar import PresetBar
from widgets.cameras.preset_menu import PresetMenu
from widgets.drawing import theme
from widgets.phrases.console import camera_panel_words
from widgets.phrases.satellite import satellite_tool_words as words
from widgets.satellite.satellite_sheet import Sheet, label

if TYPE_CHECKING:
    from widgets.satellite.satellite_window import SatelliteWindow

HERE = "own"
"""What stands for the own site in commands that never leave this machine."""
BAR_SIZE = (760, 330)
DIGITS = range(Qt.Key.Key_1, Qt.Key.Key_9 + 1)


class SitePresets(QObject):
    """The chosen own camera and what was asked of it: everything that the console's parts want around them."""

    def __init__(self, window: "SatelliteWindow") -> None:
        super().__init__(window)
        self._window = window
        self._since = QElapsedTimer()
        self._since.start()
        self.camera = ""
        self.preset_roles: tuple[PresetRole, ...] = ()

    @property
    def now_ms(self) -> int:
        """Monotonic milliseconds since the sheet was opened."""
        return self._since.elapsed()

    # ------------------------------------------------------------ the camera

    @property
    def facts(self) -> CameraFacts | None:
        """What the endpoint knows of the chosen camera; the first one until another was chosen."""
        cameras = self._window.state.cameras
        return next((known for known in cameras if known.camera == self.camera), cameras[0] if cameras else None)

    @property
    def view(self) -> CameraView | None:
        """The same as the console's parts want it."""
        facts, answer = self.facts, self._window.state.preset_answer
        if facts is None:
            return None
        recalled = answer if answer is not None and answer.camera == facts.camera and answer.act is None else None
        under_way = recalled is not None and recalled.arrived is None
        return CameraView(
            name=facts.camera,
            site=HERE,
            title=facts.title,
            link=facts.link,
            abilities=facts.abilities,
            presets=facts.presets,
            saved=facts.saved,
            deleted=facts.deleted,
            protected=facts.protected,
            wide_preset=facts.wide_preset,
            rehearsed=facts.rehearsed,
            forgotten=facts.forgotten,
            on_air=self._window.state.on_podium,
            current=self._standing_at(facts),
            target=recalled.preset if under_way and recalled is not None else None,
            stage=facts.stage if under_way else None,
        )

    def _standing_at(self, facts: CameraFacts) -> str | None:
        """Returns the preset at which it stands, as far as the camera tells; else the one to which it was brought."""
        answer = self._window.state.preset_answer
        brought = answer.preset if answer is not None and answer.act is None and answer.arrived else None
        if facts.stands_at is None or (brought is not None and find_name(facts.stands_at, brought) is not None):
            return brought
        placed = (name for name in facts.stands_at if any(known.name == name for known in facts.saved))
        return next(placed, None)

    # ------------------------------------------------------------ what is asked

    def ask(self, command: PresetCommand) -> None:
        """Asks the endpoint for what the command means here."""
        if isinstance(command, RecallPreset):
            self._window.preset_wanted.emit(command.camera, command.preset)
        else:
            self._window.camera_asked.emit(command.camera, wish_of(command))

    def standing(self, view: CameraView, preset: str) -> Standing:
        """Returns how a preset stands."""
        answer = self._window.state.preset_answer
        if view.target is not None and same_name(view.target, preset):
            return Standing.MOVING
        if view.current is not None and same_name(view.current, preset):
            return Standing.ARRIVED
        if answer is None or answer.act is not None or answer.arrived or not same_name(answer.preset, preset):
            return Standing.AT_REST
        unsure = answer.reason is Reason.CAMERA_UNCONFIRMED
        return Standing.UNCONFIRMED if unsure and answer.camera == view.name else Standing.AT_REST

    def arrived_at(self, view: CameraView) -> str | None:
        """Returns the preset at which the camera stands."""
        return view.current

    # ------------------------------------------------------------ on the podium

    @property
    def shut(self) -> bool:
        """Whether the whole meeting looks through the camera: nothing moves it then."""
        return self._window.state.on_podium

    @property
    def opened(self) -> bool:
        """Is never so: a site's own technician opens no lock."""
        return False

    @property
    def on_air(self) -> bool:
        """Whether the whole meeting looks through the camera."""
        return self._window.state.on_podium

    def stop(self) -> None:
        """Has nothing to stop: nothing is moved by hand here."""


def wish_of(command: PresetChange | FocusCamera | RecalibrateCamera | RehearsePresets | SwitchOnCamera) -> CameraWish:
    """Returns what the endpoint is asked."""
    match command:
        case FocusCamera():
            return FocusByItself()
        case RecalibrateCamera():
            return Recalibrate()
        case RehearsePresets():
            return Rehearse()
        case SwitchOnCamera():
            return SwitchOn()
        case _:
            return wish_of_change(command)


class PresetsSheet(Sheet):
    """Tiles of the chosen camera's presets, what became of the last wish, its undo, and saving anew."""

    def __init__(self, window: "SatelliteWindow") -> None:
        super().__init__(window, *words.presets_sheet())
        self.own = SitePresets(window)
        own, pictures = self.own, window.preset_pictures
        self.acts = CameraActs(own, own, own, own, own, window.own.image_now, self, pictures=pictures)
        self.menu = PresetMenu(self.own, self.acts, self)
        self.choice = QComboBox(self)
        self.choice.setAccessibleName(words.which_camera())
        self.choice.setMinimumHeight(40)
        self.choice.activated.connect(self._choose)
        self.body.addWidget(self.choice)
        self.empty = label(words.no_camera(), 16, 600)
        self.body.addWidget(self.empty)
        self.bar = PresetBar(self.own, window.preset_pictures, self.own, self)
        self.bar.setMinimumSize(*BAR_SIZE)
        self.bar.set_measures(theme.WIDE)
        self.body.addWidget(self.bar, 1)
        self.told, self.pause = label("", 16, 600), label("", 15, 500)
        self.body.addWidget(self.told)
        self.body.addWidget(self.pause)
        self._make_buttons()
        self._wire()

    def _make_buttons(self) -> None:
        self.restore = self.button(camera_panel_words.restore()[0], self._restore)
        self.save = self.button(words.save_preset(), self.acts.save_new)
        self.more = self.button(words.more_with_preset(), self.menu.open_here)
        for name, button in (("restore", self.restore), ("save", self.save), ("more", self.more)):
            button.setObjectName(name)
            button.setAutoDefault(False)
        self.end_with(self.restore, self.more, self.save)
        self.first = self.bar
        self.bar.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.bar.setAccessibleName(words.presets_sheet()[0])

    def _wire(self) -> None:
        self.bar.recall_wanted.connect(self.acts.recall)
        self.bar.save_wanted.connect(self.acts.save_over)
        self.bar.menu_wanted.connect(self.menu.open)
        self.bar.place_wanted.connect(self.acts.place)
        self.bar.left.connect(self.bar.setFocus)
        self.acts.locked_touched.connect(lambda: self.told.setText(words.not_from_the_podium()))

    def _choose(self) -> None:
        self.own.camera = str(self.choice.currentData())
        self.show_state(self.site.state)

    def _restore(self) -> None:
        answer = self.site.state.preset_answer
        if answer is not None:
            self.acts.restore(answer.preset)

    # ------------------------------------------------------------ what is shown

    def show_state(self, state: SiteStanding) -> None:
        """Follows what the cameras have, and says what became of the last wish."""
        view = self.own.view
        self._list_cameras(state)
        there = view is not None
        self.empty.setVisible(not there)
        for part in (self.bar, self.save, self.more):
            part.setVisible(there)
        if view is not None:
            self.bar.follow(view)
            self.save.setEnabled(view.link.usable and CameraAbility.PRESETS in view.abilities)
        answer = state.preset_answer
        self.told.setText(words.preset_result(answer))
        done = None if answer is None or not answer.arrived else answer.act
        self.restore.setVisible(there and done in (PresetAct.OVERWRITTEN, PresetAct.DELETED))
        self._say_pause(state)

    def _list_cameras(self, state: SiteStanding) -> None:
        names = [(camera.title or camera.camera, camera.camera) for camera in state.cameras]
        known = [(self.choice.itemText(place), self.choice.itemData(place)) for place in range(self.choice.count())]
        if names != known:
            self.choice.clear()
            for title, camera in names:
                self.choice.addItem(title, camera)
            self.choice.setCurrentIndex(max(0, self.choice.findData(self.own.camera)))
        self.choice.setVisible(len(names) > 1)

    def _say_pause(self, state: SiteStanding) -> None:
        ends_ms = None if state.preset_answer is None else state.preset_answer.pause_ends_ms
        seconds = 0 if ends_ms is None or not state.joined else -(-(ends_ms - self.site.clock()) // 1000)
        text = words.program_waits(seconds) if seconds > 0 else ""
        if text != self.pause.text():
            self.pause.setText(text)

    def refresh_picture(self) -> None:
        """Counts down for how long the program leaves the camera alone; called by the window's tick."""
        self._say_pause(self.site.state)

    # ------------------------------------------------------------ keys

    def event(self, event: QEvent) -> bool:
        """Claims the sheet's keys before the buttons' shortcuts see them."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._claims(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Recalls, saves over, saves, finds, opens the menu."""
        if not self._claims(event):
            super().keyPressEvent(event)
            return
        key, alt = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if key in DIGITS:
            number = key - Qt.Key.Key_0
            _ = self.acts.save_over_number(number) if alt else self.acts.recall_number(number)
        elif key == Qt.Key.Key_S:
            self.acts.save_new()
        elif key == Qt.Key.Key_F:
            self.bar.look_for()
        else:
            self.menu.open_here()

    def _claims(self, event: QKeyEvent) -> bool:
        if self.focusWidget() is self.bar.field:
            return False
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        plain = modifiers == Qt.KeyboardModifier.NoModifier
        if event.key() in DIGITS:
            return plain or modifiers == Qt.KeyboardModifier.AltModifier
        return plain and event.key() in {Qt.Key.Key_S, Qt.Key.Key_F, Qt.Key.Key_E, Qt.Key.Key_Menu}
