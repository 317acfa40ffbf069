"""Writes the board of sites in its forms: `python tests/screenshots/sites.py FOLDER [NAME…]`.

For eyes: 36, 64, 100, 101 and 200 sites in both sizes and languages, with every alarm at once, with nobody there, and
in the orders that somebody may ask for.
"""

import os
import sys
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parents[2]))

from PySide6.QtWidgets import QApplication

from tests.screenshots import scene as scenes
from tests.screenshots import shoot
from widgets.drawing.style import dress
from widgets.phrases import use_language
from widgets.tiles.view_tabs import Order
from widgets.window.main_window import ConsoleWindow

SIZES = {"1920x1080": shoot.WIDE, "1366x768": shoot.COMPACT}
COUNTS = (36, 64, 100, 101, 200)


def _busy(sites: int) -> scenes.Scene:
    return scenes.busy_meeting(sites) if sites < 64 else scenes.many_sites(sites)


def _filtered(window: ConsoleWindow) -> None:
    window.board.begin_search()
    window.board.tabs.field.setText("cu")


def _searched(window: ConsoleWindow) -> None:
    window.search.begin()
    window.search.field.setText("krong")


ORDERS: dict[str, tuple[int, Callable[[ConsoleWindow], object]]] = {
    "36_attention": (36, lambda window: window.board.show_attention()),
    "36_searched": (36, _searched),
    "200_attention": (200, lambda window: window.board.show_attention()),
    "200_cluster": (200, lambda window: window.board.show_order(Order.CLUSTER)),
    "200_filtered": (200, _filtered),
    "200_second_page": (200, lambda window: window.board.turn_page(1)),
}


def shoot_sites(folder: Path, wanted: list[str]) -> None:
    """Writes the pictures whose names hold one of the wanted words; all without one."""

    def shall(name: str) -> bool:
        return not wanted or any(word in name for word in wanted)

    for suffix, size in SIZES.items():
        for count in COUNTS:
            made = {
                f"sites_{count}_busy_{suffix}": _busy,
                f"sites_{count}_every_alarm_{suffix}": scenes.every_alarm,
                f"sites_{count}_nobody_{suffix}": scenes.empty_session,
            }
            for name, scene in made.items():
                if shall(name):
                    shoot.shoot(folder, name, shoot.console(scene(count), size, chosen=17))
        for name, (count, act) in ORDERS.items():
            if shall(f"sites_{name}_{suffix}"):
                window = shoot.console(scenes.with_districts(_busy(count)), size, chosen=17)
                act(window)
                shoot.shoot(folder, f"sites_{name}_{suffix}", window)


def main() -> None:
    """Writes the pictures in Vietnamese, then in English."""
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "screenshots")
    application = QApplication(sys.argv)
    dress(application)
    for language, place in (("vi", folder), ("en", folder / "en")):
        use_language(language)
        place.mkdir(parents=True, exist_ok=True)
        shoot_sites(place, sys.argv[2:])


if __name__ == "__main__":
    main()
