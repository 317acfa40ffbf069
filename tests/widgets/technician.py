"""A site's own window as its technician has it, with painted rooms instead of pictures."""

from pytestqt.qtbot import QtBot

from console.sites.site_standing import SiteStanding
from console.words import Reason
from tests.screenshots import scene as scenes
from tests.screenshots.rooms import PaintedRooms
from widgets.satellite.satellite_window import SatelliteWindow

QUIET = SiteStanding(
    joined=True, site_name="Phường Tân Lập", site_number=2, reason=Reason.STANDING_ORDER, since_ms=scenes.NOW_MS
)


def technician_window(qtbot: QtBot) -> SatelliteWindow:
    """Opens the window of a joined, quiet site and waits until it has the keyboard."""
    rooms = PaintedRooms()
    made = SatelliteWindow(rooms, lambda: scenes.NOW_MS)
    made.views_changed.connect(rooms.take_sizes)
    qtbot.addWidget(made)
    made.resize(1280, 720)
    made.show_state(QUIET)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made
