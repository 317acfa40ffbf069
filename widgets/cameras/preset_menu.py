"""The menu of a preset: everything that can be done with it, and what can be brought back.

Rule: what the camera cannot do is not offered; what the preset's protection forbids is not either.
"""

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QMenu, QWidget

from console.cameras.camera_facts import find_name
from console.cameras.camera_words import CameraAbility, CameraLink, PresetRole
from console.snapshot import CameraView
from widgets.cameras.camera_acts import CameraActs
from widgets.cameras.camera_surroundings import ChosenCamera
from widgets.phrases.console import camera_panel_words as words
from widgets.phrases.console.camera_replaced_words import menu_adopt
from widgets.phrases.console.camera_wake_words import switch_on
from widgets.phrases.log.camera_words import phrase_preset_role


class PresetMenu(QObject):
    """Opens the menu over a preset of the chosen camera."""

    def __init__(self, choice: ChosenCamera, acts: CameraActs, parent: QWidget) -> None:
        super().__init__(parent)
        self._choice, self._acts, self._parent = choice, acts, parent

    def open_here(self) -> None:
        """Opens the menu of the preset at which the camera stands, for the keyboard."""
        place = self._parent.mapToGlobal(self._parent.rect().center())
        self.open(self._acts.preset_here(), place)

    def open(self, preset: str, place: QPoint) -> None:
        """Opens what can be done with a preset (empty: with the camera), and what can be brought back."""
        view = self._choice.view
        if view is None:
            return
        menu = QMenu(self._parent)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if preset:
            self._add_preset(menu, view, preset)
            menu.addSeparator()
        self._add_camera(menu, view)
        for name in view.deleted:
            menu.addAction(words.menu_restore_deleted(name)).triggered.connect(
                lambda _checked=False, name=name: self._acts.restore(name)
            )
        if menu.actions():
            menu.popup(place)
        else:
            menu.deleteLater()

    def _add_preset(self, menu: QMenu, view: CameraView, preset: str) -> None:
        acts = self._acts
        protected = find_name(view.protected, preset) is not None
        menu.addAction(words.menu_recall(preset)).triggered.connect(lambda: acts.recall(preset))
        if acts.coverable:
            menu.addAction(words.menu_recall_covered()).triggered.connect(lambda: acts.recall_covered(preset))
        if not protected:
            menu.addAction(words.menu_overwrite()).triggered.connect(lambda: acts.save_over(preset))
            menu.addAction(words.menu_rename()).triggered.connect(lambda: acts.rename(preset))
        place = view.presets.index(preset) + 1 if preset in view.presets else 0
        if place > 1:
            menu.addAction(words.menu_earlier()).triggered.connect(lambda: acts.shift(preset, -1))
        if 0 < place < len(view.presets):
            menu.addAction(words.menu_later()).triggered.connect(lambda: acts.shift(preset, 1))
        self._add_marks(menu, view, preset, protected=protected)
        if not protected:
            if any(known.name == preset and known.restorable for known in view.saved):
                menu.addAction(words.menu_restore_earlier()).triggered.connect(lambda: acts.restore(preset))
            menu.addAction(words.menu_delete()).triggered.connect(lambda: acts.delete(preset))

    def _add_marks(self, menu: QMenu, view: CameraView, preset: str, *, protected: bool) -> None:
        known = next((known for known in view.saved if known.name == preset), None)
        now = known.role if known is not None else None
        text = words.menu_unprotect() if protected else words.menu_protect()
        menu.addAction(text).triggered.connect(lambda: self._acts.mark(preset, now, protected=not protected))
        roles = menu.addMenu(words.menu_role())
        for role in (None, *PresetRole):
            action = roles.addAction(words.no_role() if role is None else phrase_preset_role(role))
            action.setCheckable(True)
            action.setChecked(role is now)
            action.triggered.connect(
                lambda _checked=False, role=role: self._acts.mark(preset, role, protected=protected)
            )

    def _add_camera(self, menu: QMenu, view: CameraView) -> None:
        if view.link is CameraLink.STANDBY:
            menu.addAction(switch_on()[0]).triggered.connect(self._acts.switch_on)
        if view.of_another:
            menu.addAction(menu_adopt()).triggered.connect(self._acts.adopt)
        if view.presets and not view.on_air:
            menu.addAction(words.menu_rehearse()).triggered.connect(self._acts.rehearse)
        if CameraAbility.FOCUS in view.abilities:
            menu.addAction(words.menu_focus()).triggered.connect(self._acts.focus_by_itself)
        if CameraAbility.RECALIBRATION in view.abilities and not view.on_air:
            menu.addAction(words.menu_recalibrate()).triggered.connect(self._acts.recalibrate)
