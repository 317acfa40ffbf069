"""How one console looks: chosen in the menu, shown at once, remembered by whoever listens.

Rule: the contrast is that of all windows of the process; the beat of the alarms is this window's.
"""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from console.window_memory import AlarmBeat, Contrast
from widgets.alarms.alarm_flash import AlarmFlash
from widgets.controls.look_menu import Choice, LookActs
from widgets.drawing.contrast import contrast_in_use
from widgets.phrases.console import look_words as words


class WindowLooks(QObject):
    """The choices, and what they change."""

    contrast_chosen = Signal(object)
    """A `Contrast`, or None for the system's."""
    alarm_beat_chosen = Signal(object)
    """An `AlarmBeat`, or None for the system's."""

    def __init__(self, flash: AlarmFlash, window: QWidget) -> None:
        super().__init__(window)
        self._flash = flash
        contrast = LookActs(window, "contrast", words.CONTRASTS, lambda: contrast_in_use().chosen)
        beat = LookActs(window, "alarm-beat", words.ALARM_BEATS, lambda: flash.chosen)
        self.acts = (contrast, beat)
        contrast.chosen.connect(self._choose_contrast)
        beat.chosen.connect(self._choose_beat)

    def _choose_contrast(self, choice: Choice) -> None:
        assert choice is None or isinstance(choice, Contrast)
        contrast_in_use().choose(choice)
        self.contrast_chosen.emit(choice)

    def _choose_beat(self, choice: Choice) -> None:
        assert choice is None or isinstance(choice, AlarmBeat)
        self._flash.choose(choice)
        self.alarm_beat_chosen.emit(choice)
