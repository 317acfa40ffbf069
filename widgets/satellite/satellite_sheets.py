"""The sheets of a site's window, at most one of them open."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from console.sites.site_standing import SiteStanding
from widgets.drawing.sources import PictureSource
from widgets.satellite.satellite_check import CheckSheet
from widgets.satellite.satellite_control import ControlSheet
from widgets.satellite.satellite_device_sheets import DevicesSheet, EchoSheet
from widgets.satellite.satellite_forms import AttendanceSheet, IncidentSheet, SpeakerSheet
from widgets.satellite.satellite_sheet import Sheet

if TYPE_CHECKING:
    from widgets.satellite.satellite_window import SatelliteWindow


class Sheets:
    """The sheets of a window, at most one of them open."""

    def __init__(self, window: "SatelliteWindow", pictures: PictureSource) -> None:
        self._window = window
        self._make: dict[str, Callable[[], Sheet]] = {
            "incident": lambda: IncidentSheet(window),
            "speaker": lambda: SpeakerSheet(window),
            "attendance": lambda: AttendanceSheet(window),
            "presets": lambda: presets_sheet(window, pictures),
            "devices": lambda: DevicesSheet(window, pictures),
            "echo": lambda: EchoSheet(window),
            "control": lambda: ControlSheet(window),
            "check": lambda: CheckSheet(window),
        }
        self.name = ""
        self.sheet: Sheet | None = None

    def open_sheet(self, name: str) -> None:
        """Opens a sheet in place of the one that is open."""
        self.close_all()
        self.name, sheet = name, self._make[name]()
        self.sheet = sheet
        sheet.destroyed.connect(lambda: self._gone(sheet))
        sheet.show_state(self._window.state)
        sheet.show()

    def close_all(self) -> None:
        """Closes what is open."""
        sheet, self.sheet = self.sheet, None
        if sheet is not None:
            sheet.close()

    def _gone(self, sheet: Sheet) -> None:
        if self.sheet is sheet:
            self.sheet = None

    def show_state(self, state: SiteStanding) -> None:
        """Shows a state; on the podium only what is being written stays open."""
        if state.on_podium and self.name in {"devices", "echo"}:
            self.close_all()
        if self.sheet is not None:
            self.sheet.show_state(state)

    def show_level(self, level: float) -> None:
        """Shows the level of the room's microphone where it is tried out."""
        if self.sheet is not None:
            self.sheet.show_level(level)

    def refresh_picture(self) -> None:
        """Shows the own picture where the camera is tried out."""
        if self.sheet is not None:
            self.sheet.refresh_picture()


def presets_sheet(window: "SatelliteWindow", pictures: PictureSource) -> Sheet:
    """Returns the sheet of the own cameras; its parts are loaded with the first one that is opened."""
    from widgets.satellite.satellite_presets import PresetsSheet

    return PresetsSheet(window, pictures)
