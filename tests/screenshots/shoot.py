"""Renders the windows offscreen with made-up meetings and writes PNG files: `python tests/screenshots/shoot.py FOLDER`.

For eyes, not for assertions: the tests look at single pixels. `shoot.py --references` draws the few pictures anew that
are kept beside this file and compared by a test.
"""

import os
import subprocess
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parents[2]))

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.screenshots import references
from tests.screenshots import scene as scenes
from tests.screenshots.camera_panel import shoot_cameras
from tests.screenshots.camera_set_up import shoot_camera_set_up
from tests.screenshots.checks import shoot_checks
from tests.screenshots.forms import shoot_forms
from tests.screenshots.incidents import shoot_incidents
from tests.screenshots.listening import shoot_listening
from tests.screenshots.meetings import shoot_meetings
from tests.screenshots.office_checks import shoot_office_checks
from tests.screenshots.office_lists import shoot_office_lists
from tests.screenshots.past import MadeUpPast, events
from tests.screenshots.rooms import PaintedLevels, PaintedRooms
from tests.screenshots.satellite import shoot_satellite
from tests.screenshots.seat import shoot_seat
from tests.screenshots.second_screens import shoot_second_screens
from tests.screenshots.session_panels import shoot_admission, shoot_session_panels, shoot_support
from widgets.controls.store import Store
from widgets.drawing.style import dress
from widgets.phrases import use_language
from widgets.window.main_window import ConsoleWindow

PLOTS_LOADED_MS = 2200

WIDE, COMPACT = (1920, 1080), (1366, 768)


def console(scene: scenes.Scene, size: tuple[int, int], chosen: int | None = None) -> ConsoleWindow:
    """Returns a window that shows a scene."""
    store = Store(lambda: scenes.NOW_MS)
    rooms, levels = PaintedRooms(), PaintedLevels({"s009": -22.0, "s004": -38.0, "s021": -30.0})
    window = ConsoleWindow(store, rooms, levels, lambda: scenes.NOW_MS)
    window.views_changed.connect(rooms.take_views)
    window.resize(*size)
    window.lines.load()
    MadeUpPast(len(scene.sites), 1.4, lines=events()).answer(window.lines)
    window.show()
    store.take(scene.whole())
    if chosen is not None:
        window.selection.choose(scenes.site_id(chosen))
    QTest.qWait(PLOTS_LOADED_MS)
    return window


def shoot(folder: Path, name: str, window: QWidget) -> None:
    """Writes one picture."""
    QTest.qWait(100)
    window.grab().save(str(folder / f"{name}.png"))
    window.hide()
    window.deleteLater()
    print(folder / f"{name}.png")


def shoot_console(folder: Path) -> None:
    """Writes the console in its states."""
    for suffix, size in (("1920x1080", WIDE), ("1366x768", COMPACT)):
        shoot(folder, f"console_{suffix}", console(scenes.busy_meeting(), size, chosen=17))
        shoot(folder, f"calm_{suffix}", console(scenes.calm_meeting(), size))
        shoot(folder, f"nobody_{suffix}", console(scenes.empty_session(), size))
        shoot(folder, f"100_sites_{suffix}", console(scenes.many_sites(), size, chosen=17))
        shoot(folder, f"every_alarm_{suffix}", console(scenes.every_alarm(), size, chosen=2))
        lost = console(scenes.busy_meeting(), size, chosen=17)
        lost.store.set_link_lost(True)
        shoot(folder, f"link_lost_{suffix}", lost)


def main() -> None:
    """Writes all pictures, in Vietnamese and English."""
    if sys.argv[1:] == ["--references"]:
        line = [sys.executable, references.__file__, str(references.FOLDER)]
        sys.exit(subprocess.run(line, env=os.environ | references.ENVIRONMENT, check=False).returncode)
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "screenshots")
    folder.mkdir(parents=True, exist_ok=True)
    application = QApplication(sys.argv)
    dress(application)
    shoot_satellite(folder)
    shoot_console(folder)
    shoot_seat(folder, console, shoot)
    shoot_cameras(folder, console, shoot)
    shoot_camera_set_up(folder, shoot)
    shoot_listening(folder, console, shoot)
    shoot_meetings(folder, console, shoot)
    shoot_incidents(folder, console, shoot)
    shoot_session_panels(folder, console, shoot)
    shoot_support(folder, console, shoot)
    shoot_second_screens(folder)
    shoot_checks(folder, shoot)
    shoot_office_checks(folder, shoot)
    shoot_office_lists(folder, shoot)
    shoot_forms(folder, shoot)
    if len(sys.argv) > 2:
        return
    use_language("en")
    english = folder / "en"
    english.mkdir(exist_ok=True)
    shoot_satellite(english)
    shoot_console(english)
    shoot_seat(english, console, shoot)
    shoot_cameras(english, console, shoot)
    shoot_camera_set_up(english, shoot)
    shoot_listening(english, console, shoot)
    shoot_meetings(english, console, shoot)
    shoot_admission(english, console, shoot)
    shoot_second_screens(english)
    shoot_checks(english, shoot)
    shoot_office_checks(english, shoot)
    shoot_office_lists(english, shoot)
    shoot_forms(english, shoot)


if __name__ == "__main__":
    main()
