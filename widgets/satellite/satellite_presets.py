"""The own cameras of a site, as at the console: moved by hand, and their presets with pictures, order and protection.

Rules: everything is asked of the own endpoint, which drives the cameras; a camera through which the whole meeting looks
is locked until the technician holds the lock open. Whatever is held stops with its release, with the keyboard, the
window or the sheet going away. The keys are those of the console's panel.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton

from console.cameras.camera_words import CameraAbility
from console.sites.site_standing import SiteStanding
from widgets.cameras.camera_acts import CameraActs
from widgets.cameras.camera_drive import CameraDrive
from widgets.cameras.camera_keys import CameraKeys
from widgets.cameras.controller_hand import ControllerHand
from widgets.cameras.on_air_lock import OnAirLock
from widgets.cameras.preset_bar import PresetBar
from widgets.cameras.preset_menu import PresetMenu
from widgets.cameras.unlock_button import UnlockButton
from widgets.drawing import theme
from widgets.drawing.sources import PictureSource
from widgets.phrases.console import camera_panel_words, camera_wake_words
from widgets.phrases.satellite import satellite_camera_words as words
from widgets.phrases.satellite import satellite_tool_words as tool_words
from widgets.satellite.satellite_camera_hand import CameraHand
from widgets.satellite.satellite_camera_status import SiteCameraStatus, StatusLine
from widgets.satellite.satellite_cameras import SiteCameras
from widgets.satellite.satellite_sheet import Sheet, label

if TYPE_CHECKING:
    from widgets.satellite.satellite_window import SatelliteWindow

BAR_SIZE = (452, 300)
PAUSE_WIDTH = 300
ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)


class PresetsSheet(Sheet):
    """What the chosen camera does, the hand on it, its presets, and what can be taken back."""

    def __init__(self, window: "SatelliteWindow", pictures: PictureSource) -> None:
        super().__init__(window, *words.sheet())
        self.choice = SiteCameras(window)
        self.choice.setParent(self)
        own = self.choice
        self.lock = OnAirLock(own, self)
        self.drive = CameraDrive(own, own, self.lock, self)
        self.status = SiteCameraStatus(own, self.drive, self.lock)
        self.by_hand = CameraHand(pictures, self.drive, self)
        shown = self.by_hand.pad.picture_now
        self.acts = CameraActs(own, own, own, self.lock, self.drive, shown, self, pictures=window.preset_pictures)
        self.menu = PresetMenu(own, self.acts, self)
        self.presets = PresetBar(own, window.preset_pictures, own, self)
        self.keys = CameraKeys(self)
        self.hand = ControllerHand(own, self.drive, self.isActiveWindow, self)
        self._refused = 0
        """The number of the last move by hand that the endpoint would not do."""
        self._lay_out()
        self._wire()

    # ------------------------------------------------------------ parts

    def _lay_out(self) -> None:
        self.listed = QComboBox(self)
        self.listed.setAccessibleName(words.which_camera())
        self.listed.setToolTip(words.which_camera())
        self.listed.setMinimumSize(240, 40)
        self.empty = label(tool_words.no_camera(), 16, 600)
        self.body.addWidget(self.empty)
        self.body.addLayout(self._status_row())
        middle = QHBoxLayout()
        middle.setSpacing(16)
        middle.addWidget(self.by_hand, 0, Qt.AlignmentFlag.AlignTop)
        self.presets.setMinimumSize(*BAR_SIZE)
        self.presets.set_measures(theme.WIDE)
        middle.addWidget(self.presets, 1)
        self.body.addLayout(middle, 1)
        self.save = self._footed("save", tool_words.save_preset())
        self.more = self._footed("more", tool_words.more_with_preset())
        self.end_with(self.more, self.save)
        self.pause = label("", 15, 500)
        self.pause.setMinimumWidth(PAUSE_WIDTH)
        self.buttons.insertWidget(0, self.pause, 2)
        self.first = self.presets
        self.presets.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.presets.setAccessibleName(words.sheet()[0])

    def _status_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self.told = StatusLine(self)
        self.unlock = UnlockButton(self.lock, self)
        self.unlock.setToolTip(words.unlock_help())
        self.wake = self._footed("wake", camera_wake_words.switch_on()[0])
        self.offer = self._footed("offer", camera_panel_words.restore()[0])
        """One press on what the status offers."""
        row.setSpacing(12)
        row.addWidget(self.listed)
        row.addWidget(self.told, 1)
        for button in (self.unlock, self.wake, self.offer):
            row.addWidget(button)
        return row

    def _footed(self, name: str, word: str) -> QPushButton:
        acts = {"save": self.acts.save_new, "more": self.menu.open_here, "wake": self.acts.switch_on}
        button = self.button(word, acts.get(name, self._take_offer))
        button.setObjectName(name)
        button.setAutoDefault(False)
        return button

    def _wire(self) -> None:
        own = self.choice
        own.chosen_changed.connect(self._name_chosen)
        for signal in (own.changed, self.lock.changed, self.drive.changed):
            signal.connect(self._show)
        for signal in (self.drive.locked_touched, self.acts.locked_touched):
            signal.connect(self._say_locked)
        self.by_hand.serve(self.acts)
        self.by_hand.pad.pressed.connect(self.presets.setFocus)
        self.presets.recall_wanted.connect(self.acts.recall)
        self.presets.save_wanted.connect(self.acts.save_over)
        self.presets.menu_wanted.connect(self.menu.open)
        self.presets.place_wanted.connect(self.acts.place)
        self.presets.left.connect(self.presets.setFocus)
        self.listed.activated.connect(self._choose)
        self.site.controller_told.connect(self.hand.take)
        for part in (self.presets, self.listed, *self.findChildren(QPushButton)):
            part.installEventFilter(self)

    def _choose(self) -> None:
        self.choice.choose(str(self.listed.currentData()))
        self._show()

    def _name_chosen(self) -> None:
        if self.choice.key is not None:
            self.listed.setCurrentIndex(self.listed.findData(self.choice.key[1]))

    def _take_offer(self) -> None:
        view = self.choice.view
        status = None if view is None else self.status.of(view)
        if status is not None and status.restores:
            self.acts.restore(status.restores)
        elif status is not None and status.adopts:
            self.acts.adopt()

    def _say_locked(self) -> None:
        self.unlock.setDown(False)
        self.status.say_locked()
        self._show()

    def leave(self) -> None:
        """Takes back one thing: a move, an opened lock, at last the sheet itself."""
        if self.drive.moving:
            self.drive.stop()
        elif self.lock.opened:
            self.lock.close()
        else:
            self.close()

    # ------------------------------------------------------------ what is shown

    def show_state(self, state: SiteStanding) -> None:
        """Follows what the cameras have, and says what became of the last wish."""
        self._list_cameras(state)
        self.choice.follow()
        answer = self.choice.answer
        if answer is not None and answer.by_hand and answer.arrived is False and answer.number != self._refused:
            self._refused = answer.number
            if self.choice.key is not None:
                self.drive.end_of(self.choice.key)
        self._say_pause(state)

    def _show(self) -> None:
        view = self.choice.view
        self.empty.setVisible(view is None)
        for part in (self.told, self.presets, self.save, self.more):
            part.setVisible(view is not None)
        self.by_hand.follow(view)
        status = None if view is None else self.status.of(view)
        self.told.show_status(status)
        self.wake.setVisible(status is not None and status.wakes)
        locks = view is not None and (self.lock.shut or self.lock.opened) and CameraAbility.DRIVE in view.abilities
        self.unlock.setVisible(locks and not self.wake.isVisibleTo(self))
        self.unlock.set_words((camera_panel_words.lock_again() if self.lock.opened else camera_panel_words.unlock())[0])
        self.unlock.update()
        offered = [] if status is None else status.offered
        self.offer.setVisible(bool(offered))
        if offered:
            self.offer.setText(offered[0])
            self.offer.setAccessibleName(offered[0])
        if view is not None:
            self.presets.follow(view)
            self.save.setEnabled(view.link.usable and CameraAbility.PRESETS in view.abilities)

    def _list_cameras(self, state: SiteStanding) -> None:
        names = [(camera.title or camera.camera, camera.camera) for camera in state.cameras]
        known = [(self.listed.itemText(place), self.listed.itemData(place)) for place in range(self.listed.count())]
        if names != known:
            self.listed.clear()
            for title, camera in names:
                self.listed.addItem(title, camera)
            self._name_chosen()
        self.listed.setVisible(len(names) > 1)

    def _say_pause(self, state: SiteStanding) -> None:
        """Says for how long the program leaves the camera alone, else that no pictures are kept now."""
        answer = self.choice.answer
        ends_ms = None if answer is None else answer.pause_ends_ms
        seconds = 0 if ends_ms is None or not state.joined else -(-(ends_ms - self.site.clock()) // 1000)
        text = tool_words.program_waits(seconds) if seconds > 0 else words.no_pictures(state.confidentiality)
        if text != self.pause.text():
            self.pause.setText(text)

    def refresh_picture(self) -> None:
        """Shows the newest picture, and for how long the program leaves the camera alone; by the window's tick."""
        self.by_hand.pad.refresh_picture()
        self._say_pause(self.site.state)

    # ------------------------------------------------------------ keys

    def event(self, event: QEvent) -> bool:
        """Claims the sheet's keys before the buttons' shortcuts see them; lets go when the window goes behind."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._claims(event):
            event.accept()
            return True
        if event.type() == QEvent.Type.WindowDeactivate:
            self._let_go()
        return super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keeps the arrows from walking over the buttons, and lets go when the keyboard goes from part to part."""
        if event.type() == QEvent.Type.FocusOut:
            self._let_go()
        if isinstance(watched, QPushButton) and isinstance(event, QKeyEvent) and event.key() in ARROWS:
            if event.type() == QEvent.Type.KeyPress:
                self.keyPressEvent(event)
                return True
            if event.type() == QEvent.Type.KeyRelease:
                self.keyReleaseEvent(event)
                return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Moves, recalls, saves, stops, opens the lock, finds, opens the menu."""
        if not self._claims(event) or not self.keys.press(event):
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Stops with the key that moved."""
        if not self.keys.release(event):
            super().keyReleaseEvent(event)

    def _claims(self, event: QKeyEvent) -> bool:
        return self.focusWidget() is not self.presets.field and self.keys.claims(event)

    # ------------------------------------------------------------ there and gone

    def showEvent(self, event: QShowEvent) -> None:
        """Begins to listen to a game controller."""
        super().showEvent(event)
        self.site.controller_wanted.emit(True)  # noqa: FBT003 - the signal's one value

    def hideEvent(self, event: QHideEvent) -> None:
        """Lets go of everything; nothing moves on behind a closed sheet."""
        self._let_go()
        self.lock.close()
        self.site.controller_wanted.emit(False)  # noqa: FBT003 - the signal's one value
        super().hideEvent(event)

    def _let_go(self) -> None:
        self.keys.forget()
        self.lock.let_go()
        self.drive.stop()
