"""The row of tools at the foot of a site's window: each opens one sheet, with its key on it."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from console.sites.site_standing import SiteStanding
from widgets.controls.buttons import PLAIN, PRIMARY, PaintedButton
from widgets.drawing.icons import Icon
from widgets.phrases.satellite import satellite_tool_words as words
from widgets.phrases.satellite import site_check_words as check_words
from widgets.phrases.satellite import site_control_words as control_words
from widgets.satellite.satellite_keys import key_of

GAP = 8
ICONS = {
    "presets": Icon.CAMERA,
    "attendance": Icon.PEOPLE,
    "echo": Icon.EAR,
    "devices": Icon.SCREEN,
    "incident": Icon.ALERT,
    "control": Icon.MICROPHONE,
    "check": Icon.CHECK,
}
AT_TIMES = ("control", "check")
"""What is there only while something is delegated to the site, or asked of it."""
LANGUAGE_WIDTH = 130


class ToolRow:
    """Buttons that open sheets (some only while they are of use), and one that changes the language."""

    def __init__(self, parent: QWidget, open_sheet: Callable[[str], None], change_language: Callable[[], None]) -> None:
        self.buttons: dict[str, PaintedButton] = {}
        self._there: dict[str, bool] = dict.fromkeys(AT_TIMES, False)
        """Whether what is there at times is there now."""
        for name, icon in ICONS.items():
            self.buttons[name] = PaintedButton(parent, PLAIN, icon=icon)
            self.buttons[name].clicked.connect(partial(open_sheet, name))
        self.buttons["language"] = PaintedButton(parent, PLAIN)
        self.buttons["language"].clicked.connect(lambda: change_language())  # noqa: PLW0108 - Qt hands "checked" on
        for name, button in self.buttons.items():
            button.setObjectName(f"tool-{name}")
            button.title_size, button.second_size = 15, 13

    def press(self, name: str) -> Callable[[], object]:
        """Returns what the key of a button does: nothing while the button is not there."""
        button = self.buttons[name]
        return lambda: button.isVisible() and button.click()

    def show_state(self, state: SiteStanding, now_ms: int) -> None:
        """Puts what is known on the buttons; one that something is wanted of is light."""
        said = {
            "presets": words.presets_tool(state),
            "attendance": words.attendance_tool(state),
            "echo": words.echo_tool(),
            "devices": words.devices_tool(),
            "incident": words.incident_tool(state.incident, now_ms),
            "control": control_words.tool(),
            "check": check_words.tool(),
            "language": words.other_language(),
        }
        for name, text in said.items():
            self.buttons[name].set_words(text, key_of(name))
        self._there["control"] = bool(state.control is not None and state.control.rights)
        self._there["check"] = bool(state.joined and state.check is not None and state.check.items)
        for name in AT_TIMES:
            self.buttons[name].set_look(PRIMARY)
        wanted = state.joined and state.asks_attendance and state.head_count is None
        self.buttons["attendance"].set_look(PRIMARY if wanted else PLAIN)

    def place(self, area: QRect) -> None:
        """Spreads the buttons over an area."""
        names = [name for name in ICONS if self._there.get(name, True)]
        for name, there in self._there.items():
            self.buttons[name].setVisible(there)
        width = (area.width() - LANGUAGE_WIDTH - GAP * len(names)) // len(names)
        x = area.x()
        for name in names:
            self.buttons[name].setGeometry(x, area.y(), width, area.height())
            x += width + GAP
        self.buttons["language"].setGeometry(x, area.y(), area.right() + 1 - x, area.height())
