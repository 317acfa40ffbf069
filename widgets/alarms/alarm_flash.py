"""The common beat of everything that flashes: an alarm that nobody has taken, once a second, everywhere at once.

Rule: the clock runs only while something flashes. Who chose the calm beat, or asked the system for less motion, gets no
flashing: filled and outlined take turns every two seconds. Both halves say the same words; nothing is ever hidden.
"""

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from console.window_memory import AlarmBeat
from console.words import SiteId
from widgets.alarms.alarm_desk import AlarmDesk

HALF_MS = 500
CALM_HALF_MS = 2000


def wants_little_motion() -> bool:
    """Tells whether the user has switched animations off; Qt tells it of Windows only (the menus' animation)."""
    on_windows = QGuiApplication.platformName() == "windows"
    return on_windows and not QApplication.isEffectEnabled(Qt.UIEffect.UI_AnimateMenu)


class AlarmFlash(QObject):
    """Filled or outlined, for all alarms that flash together."""

    changed = Signal()
    """The other half began, or other sites flash."""

    def __init__(self, alarms: AlarmDesk, parent: QObject) -> None:
        super().__init__(parent)
        self._alarms = alarms
        self._sites: frozenset[SiteId] = frozenset()
        self.outlined = False
        """Which half it is."""
        self.chosen: AlarmBeat | None = None
        """None: as the system asks for."""
        self._beat = QTimer(self)
        self._beat.timeout.connect(self._turn)
        alarms.changed.connect(self._follow)
        self._follow()

    @property
    def sites(self) -> frozenset[SiteId]:
        """The sites of all alarms that flash."""
        return self._sites

    @property
    def running(self) -> bool:
        """Whether anything flashes."""
        return self._beat.isActive()

    def choose(self, beat: AlarmBeat | None) -> None:
        """Flashes in this way from now on; None: as the system asks for."""
        self.chosen = beat
        self._beat.setInterval(self._half_ms)

    @property
    def _half_ms(self) -> int:
        calm = self.chosen is AlarmBeat.CALM if self.chosen is not None else wants_little_motion()
        return CALM_HALF_MS if calm else HALF_MS

    def _follow(self) -> None:
        flashing = self._alarms.flashing
        sites = frozenset(site for alarm in flashing for site in alarm.sites)
        if flashing and not self._beat.isActive():
            self._beat.start(self._half_ms)
        elif not flashing:
            self._beat.stop()
            self.outlined = False
        if sites != self._sites:
            self._sites = sites
            self.changed.emit()

    def _turn(self) -> None:
        self.outlined = not self.outlined
        self.changed.emit()
