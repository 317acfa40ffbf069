"""What is done with the presets of the chosen camera: recalled, saved, renamed, put in order, protected, brought back.

Rule: what can be undone is done at once and offers its undo; saving over asks first with both pictures. The camera on
air recalls nothing while its lock is shut, unless the main endpoint is shown meanwhile.
"""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from console.cameras.camera_facts import find_name, same_name
from console.cameras.camera_words import CameraAbility, PresetRole
from console.commands import (
    AdoptPresets,
    DeletePreset,
    FocusCamera,
    MarkPreset,
    PlacePreset,
    RecalibrateCamera,
    RecallPreset,
    RehearsePresets,
    RenamePreset,
    RestorePreset,
    SavePreset,
    SwitchOnCamera,
)
from console.snapshot import CameraView
from console.words import MAIN_SITE, Reason
from widgets.cameras.camera_dialogs import OverwriteQuestion, rename_dialog, save_dialog
from widgets.cameras.camera_requests import LastRequest
from widgets.cameras.camera_surroundings import ChosenCamera, KnowsRoles, MovesLock, PresetRequests, StopsMoving
from widgets.cameras.preset_pictures import PresetPictures
from widgets.phrases.log.camera_words import phrase_preset_role

USUAL_ROLES = (PresetRole.CHAIR, PresetRole.LEFT, PresetRole.RIGHT, PresetRole.WIDE)


class CameraActs(QObject):
    """The acts of one panel; `live_picture` gives what the camera shows now."""

    locked_touched = Signal()
    """Somebody tried to move the camera on air."""

    def __init__(
        self,
        store: KnowsRoles,
        choice: ChosenCamera,
        requests: PresetRequests,
        lock: MovesLock,
        drive: StopsMoving,
        live_picture: Callable[[], QImage | None],
        parent: QWidget,
        *,
        pictures: PresetPictures | None = None,
    ) -> None:
        """`pictures` are those of the window, where it has more than one panel that shows them."""
        super().__init__(parent)
        self._store = store
        self._choice, self._requests, self._lock, self._drive = choice, requests, lock, drive
        self._live_picture, self._parent = live_picture, parent
        self.pictures = pictures or PresetPictures(self)

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

    @property
    def coverable(self) -> bool:
        """Whether the main endpoint can be shown while the chosen camera, which is on air, moves."""
        view = self._choice.view
        return view is not None and view.on_air and view.site != MAIN_SITE

    def recall_covered(self, preset: str) -> None:
        """Brings a camera that is on air to a preset while everybody sees the main endpoint."""
        view = self._choice.view
        if view is None or not self.coverable:
            self.recall(preset)
            return
        self._drive.stop()
        self._requests.ask(RecallPreset(site=view.site, camera=view.name, preset=preset, cover=True))

    def recall_covered_number(self, number: int) -> None:
        """The same with the preset of a number, from 1."""
        view = self._choice.view
        if view is not None and number <= len(view.presets):
            self.recall_covered(view.presets[number - 1])

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
        dialog = save_dialog(self._parent, view.presets, self._roles())
        dialog.named.connect(partial(self._save, view))
        dialog.open()

    def save_over(self, preset: str) -> None:
        """Asks, with the old picture and the new one, whether a preset may be replaced."""
        view = self._choice.view
        if view is None:
            return
        self._drive.stop()
        command = SavePreset(site=view.site, camera=view.name, preset=preset, overwrite=True)
        if find_name(view.protected, preset) is not None:
            self._requests.ask(command)  # the bridge says why not
            return
        old = self.pictures.image(next((known.picture for known in view.saved if known.name == preset), None))
        dialog = OverwriteQuestion(self._parent, preset, old, self._live_picture())
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

    def place(self, preset: str, place: int) -> None:
        """Puts a preset at a place in the order, counted from 1."""
        view = self._choice.view
        if view is not None and 1 <= place <= len(view.presets) and view.presets[place - 1] != preset:
            self._requests.ask(PlacePreset(site=view.site, camera=view.name, preset=preset, place=place))

    def shift(self, preset: str, by: int) -> None:
        """Puts a preset one place forward or back."""
        view = self._choice.view
        if view is not None and preset in view.presets:
            self.place(preset, view.presets.index(preset) + 1 + by)

    def shift_here(self, by: int) -> None:
        """The same with the preset at which the camera stands, for the keyboard."""
        if preset := self.preset_here():
            self.shift(preset, by)

    def mark(self, preset: str, role: PresetRole | None, *, protected: bool) -> None:
        """Protects a preset or not, and says what it is for."""
        view = self._choice.view
        if view is not None:
            command = MarkPreset(site=view.site, camera=view.name, preset=preset, protected=protected, role=role)
            self._requests.ask(command)

    def recalibrate(self) -> None:
        """Lets the head find its stops again."""
        view = self._choice.view
        if view is not None:
            self._drive.stop()
            self._requests.ask(RecalibrateCamera(site=view.site, camera=view.name))

    def rehearse(self) -> None:
        """Lets the camera go to every preset once, and compares place and picture."""
        view = self._choice.view
        if view is not None:
            self._drive.stop()
            self._requests.ask(RehearsePresets(site=view.site, camera=view.name))

    def focus_by_itself(self) -> None:
        """Leaves the focus to the camera again."""
        view = self._choice.view
        if view is not None and CameraAbility.FOCUS in view.abilities:
            self._requests.ask(FocusCamera(site=view.site, camera=view.name))

    def switch_on(self) -> None:
        """Wakes the camera from standby."""
        view = self._choice.view
        if view is not None:
            self._requests.ask(SwitchOnCamera(site=view.site, camera=view.name))

    def adopt(self) -> None:
        """Says that the presets of the camera before hold for this model too."""
        view = self._choice.view
        if view is not None:
            self._requests.ask(AdoptPresets(site=view.site, camera=view.name))

    def preset_here(self) -> str:
        """Returns the preset at which the camera stands, or at which it should, empty when none."""
        view = self._choice.view
        return "" if view is None else self._requests.arrived_at(view) or (view.current or "" if view.drift else "")

    def _roles(self) -> tuple[PresetRole, ...]:
        return self._store.preset_roles or USUAL_ROLES

    def _save(self, view: CameraView, name: str) -> None:
        kept = find_name(view.presets, name)
        if kept is not None:
            self.save_over(kept)
        else:
            role = next((role for role in self._roles() if same_name(phrase_preset_role(role), name)), None)
            self._requests.ask(SavePreset(site=view.site, camera=view.name, preset=name, role=role))

    def _rename(self, view: CameraView, preset: str, name: str) -> None:
        self._requests.ask(RenamePreset(site=view.site, camera=view.name, preset=preset, name=name))

    def take_answer(self, last: LastRequest) -> None:
        """A name that somebody else has used meanwhile is asked about as one that was known."""
        command, view = last.command, self._choice.view
        if not isinstance(command, SavePreset) or last.reason is not Reason.PRESET_EXISTS:
            return
        if view is not None and (command.site, command.camera) == (view.site, view.name):
            self.save_over(command.preset)
