"""The colours of high contrast, and the change between them and the usual ones while the windows are open.

Rules: what the user chose goes before what the system asks for. Only values change, never the meaning: red stays live,
green next, amber and magenta warning and error, and every sign keeps its shape and its word. What keeps something drawn
has a method `recolour`; everything else is painted anew.
"""

from typing import Protocol, runtime_checkable

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QColor, QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from console.window_memory import Contrast
from widgets.drawing import theme
from widgets.drawing.painting import forget_columns
from widgets.drawing.style import colour_controls

HIGH = {
    "BACKGROUND": "#000000",
    "PANEL": "#000000",
    "PLATE": "#0c0c0c",
    "RAISED": "#2b2b2b",
    "PICTURE_EMPTY": "#000000",
    "LINE": "#6d767f",
    "EDGE": "#d9dfe5",
    "TEXT": "#ffffff",
    "TEXT_SECOND": "#ffffff",
    "DIM": "#eaeef2",
    "FAINT": "#d5dbe1",
    "OFF": "#9aa3ac",
    "LIVE": "#ff6057",
    "LIVE_BAND": "#ff6057",
    "ON_LIVE": "#000000",
    "LIVE_MARK": "#ff8f88",
    "LIVE_ROW": "#3a0000",
    "NEXT": "#4fe58b",
    "ON_NEXT": "#000000",
    "NEXT_BUTTON": "#4fe58b",
    "NEXT_BUTTON_SECOND": "#000000",
    "NEXT_TEXT": "#8ff0b4",
    "NEXT_ROW": "#002e13",
    "WARNING": "#ffc24d",
    "ON_WARNING": "#000000",
    "WARNING_BUTTON": "#ffffff",
    "ERROR": "#f08cff",
    "ON_ERROR": "#000000",
    "SELECT": "#6fc1ff",
    "PRIMARY": "#ffffff",
    "ON_PRIMARY": "#000000",
    "PRIMARY_SECOND": "#262626",
    "ORDER": "#000000",
    "ORDER_EDGE": "#ffffff",
    "SAFE_STOP": "#00284d",
    "HEAT_CALM": "#06121c",
    "HEAT_GOOD": "#2c6f82",
    "HEAT_NO_DATA": "#68727c",
    "METER_EMPTY": "#59636d",
    "SHADE": "#000000",
    "STRIP": "#000000",
}
"""Names of the theme, and their values in high contrast; what is not named stays as it is."""

_NORMAL: dict[str, int] = {name: getattr(theme, name).rgba() for name in HIGH}
_HIGH = {name: QColor(value).rgba() for name, value in HIGH.items()}


@runtime_checkable
class Recolours(Protocol):
    """What keeps something drawn and can draw it anew."""

    def recolour(self) -> None:
        """Drops what was drawn in other colours."""
        ...


class ContrastInUse(QObject):
    """The contrast of all windows of this process: chosen, or the system's."""

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._application = application
        self.chosen: Contrast | None = None
        """None: as the system asks for."""
        self.shown = Contrast.NORMAL
        # Both are kept: a wrapper of the hints is no longer valid once that of the style is gone.
        self._style_hints = QGuiApplication.styleHints()
        self._system = self._style_hints.accessibility()
        self._system.contrastPreferenceChanged.connect(self._follow)
        self._follow()

    def choose(self, contrast: Contrast | None) -> None:
        """Shows this contrast from now on; None: whatever the system asks for."""
        self.chosen = contrast
        self._follow()

    def _follow(self) -> None:
        wanted = self.chosen or self._system_contrast()
        if wanted is not self.shown:
            self.shown = wanted
            put_colours(wanted)
            colour_controls(self._application)
            for window in self._application.topLevelWidgets():
                recolour(window)

    def _system_contrast(self) -> Contrast:
        """Returns what the system asks for: the contrast themes of Windows, "increase contrast" of other desktops."""
        asked = self._system.contrastPreference()
        return Contrast.HIGH if asked is Qt.ContrastPreference.HighContrast else Contrast.NORMAL


def put_colours(contrast: Contrast) -> None:
    """Gives the theme's colours the values of a contrast; paints nothing."""
    values = _HIGH if contrast is Contrast.HIGH else _NORMAL
    for name, value in values.items():
        getattr(theme, name).setRgba(value)
    forget_columns()


def recolour(window: QWidget) -> None:
    """Draws a window and all that it holds anew."""
    for part in (*window.findChildren(QObject), window):
        if isinstance(part, Recolours):
            part.recolour()
        if isinstance(part, QWidget):
            part.update()


_in_use: list[ContrastInUse] = []


def contrast_in_use() -> ContrastInUse:
    """Returns the contrast of this process; there is an application by then."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    if not _in_use:
        _in_use.append(ContrastInUse(application))
    return _in_use[0]
