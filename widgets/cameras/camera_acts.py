"""What is done with the presets of the chosen camera: recalled, saved, renamed, deleted, brought back.

Rule: what can be undone is done at once and offers its undo; saving over asks first with both pictures. The camera on
air recalls nothing while its lock is shut.
"""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QMenu, QWidget

from console.cameras.camera_facts import find_name
from console.commands import DeletePreset, RecallPreset, RenamePreset, RestorePreset, SavePreset
from console.snapshot import CameraView
from console.words import Reason
from widgets.cameras.camera_choice import CameraChoice
from widgets.cameras.camera_dialogs import OverwriteQuestion, rename_dialog, save_dialog
from widgets.cameras.camera_drive import CameraDrive
from widgets.cameras.camera_requests import CameraRequests, LastRequest
from widgets.cameras.on_air_lock import OnAirLock
from widgets.cameras.preset_pictures import PresetPictures
from widgets.phrases.console import camera_panel_words as words


class CameraActs(QObject):
    """The acts of one panel; `live_picture` gives what the camera shows now."""

    locked_touched = Signal()
    """Somebody tried to move the camera on air."""

    def __init__(
        self,
        choice: CameraChoice,
        requests: CameraRequests,
        lock: OnAirLock,
        drive: CameraDrive,
        live_picture: Callable[[], QImage | None],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._choice, self._requests, self._lock, self._drive = choice, requests, lock, drive
        self._live_picture, self._parent = live_picture, parent
        self.pictures = PresetPictures(self)
        requests.answered.connect(self._take_answer)

    # ------------------------------------------------------------ acts

    def recall(self, preset: str) -> None:
        """Brings the camera to a preset."""
        view = self._choice.view
        if view is None:
            return
        if self._lock.shut:
            self.locked_touched.emit()
            return
        self._drive.stop()
        override = self._lock.on_air and self._lock.opened
        self._requests.ask(RecallPreset(site=view.site, camera=view.name, preset=preset, override_on_air=override))

    def recall_number(self, number: int) -> None:
        """Brings the camera to the preset of a number, from 1."""
        view = self._choice.view
        if view is not None and number <= len(view.presets):
            self.recall(view.presets[number - 1])

    def save_over_number(self, number: int) -> None:
        """Asks whether the preset of a number may be replaced."""
        view = self._choice.view
        if view is not None and number <= len(view.presets):
            self.save_over(view.presets[number - 1])

    def save_new(self) -> None:
        """Asks for a name and saves where the camera stands."""
        view = self._choice.view
        if view is None:
            return
        self._drive.stop()
        dialog = save_dialog(self._parent, view.presets)
        dialog.named.connect(partial(self._save, view))
        dialog.open()

    def save_over(self, preset: str) -> None:
        """Asks, with the old picture and the new one, whether a preset may be replaced."""
        view = self._choice.view
        if view is None:
            return
        self._drive.stop()
        old = self.pictures.image(next((known.picture for known in view.saved if known.name == preset), None))
        dialog = OverwriteQuestion(self._parent, preset, old, self._live_picture())
        command = SavePreset(site=view.site, camera=view.name, preset=preset, overwrite=True)
        dialog.accepted.connect(lambda: self._requests.ask(command))
        dialog.open()

    def rename(self, preset: str) -> None:
        """Asks for another name."""
        view = self._choice.view
        if view is None:
            return
        dialog = rename_dialog(self._parent, preset)
        dialog.named.connect(partial(self._rename, view, preset))
        dialog.open()

    def delete(self, preset: str) -> None:
        """Deletes a preset, which can be brought back."""
        view = self._choice.view
        if view is not None:
            self._requests.ask(DeletePreset(site=view.site, camera=view.name, preset=preset))

    def restore(self, preset: str) -> None:
        """Brings back what a preset was."""
        view = self._choice.view
        if view is not None:
            self._requests.ask(RestorePreset(site=view.site, camera=view.name, preset=preset))

    def _save(self, view: CameraView, name: str) -> None:
        kept = find_name(view.presets, name)
        if kept is not None:
            self.save_over(kept)
        else:
            self._requests.ask(SavePreset(site=view.site, camera=view.name, preset=name))

    def _rename(self, view: CameraView, preset: str, name: str) -> None:
        self._requests.ask(RenamePreset(site=view.site, camera=view.name, preset=preset, name=name))

    def _take_answer(self, last: LastRequest) -> None:
        """A name that somebody else has used meanwhile is asked about as one that was known."""
        command, view = last.command, self._choice.view
        taken = isinstance(command, SavePreset) and last.reason is Reason.PRESET_EXISTS
        if taken and view is not None and (command.site, command.camera) == (view.site, view.name):
            self.save_over(command.preset)

    # ------------------------------------------------------------ menu

    def open_menu_here(self) -> None:
        """Opens the menu of the preset at which the camera stands, for the keyboard."""
        view = self._choice.view
        if view is not None:
            place = self._parent.mapToGlobal(self._parent.rect().center())
            self.open_menu(self._requests.arrived_at(view) or "", place)

    def open_menu(self, preset: str, place: QPoint) -> None:
        """Opens what can be done with a preset (empty: with none), and what can be brought back."""
        view = self._choice.view
        if view is None or not (preset or view.deleted):
            return
        menu = QMenu(self._parent)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if preset:
            menu.addAction(words.menu_recall(preset)).triggered.connect(lambda: self.recall(preset))
            menu.addAction(words.menu_overwrite()).triggered.connect(lambda: self.save_over(preset))
            menu.addAction(words.menu_rename()).triggered.connect(lambda: self.rename(preset))
            if any(known.name == preset and known.restorable for known in view.saved):
                menu.addAction(words.menu_restore_earlier()).triggered.connect(lambda: self.restore(preset))
            menu.addAction(words.menu_delete()).triggered.connect(lambda: self.delete(preset))
            menu.addSeparator()
        for name in view.deleted:
            menu.addAction(words.menu_restore_deleted(name)).triggered.connect(
                lambda _checked=False, name=name: self.restore(name)
            )
        menu.popup(place)
