"""What the window costs the GUI thread: tiles at 8 fps and the program at 25, real painting, no screen.

    python tests/bench/window_paint.py [--sites 36] [--seconds 8] [--size 1920x1080] [--json]

Pictures come from memory that is changed in place, as the shared slots are, by the same loop that paints; its own cost
is measured in a run without a window and printed beside. CPU time is this thread's, so that a busy machine counts less.
"""

import argparse
import json
import os
import statistics
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parents[2]))

import msgspec
from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtWidgets import QApplication

from console.engine_port import SetViews
from console.snapshot import AnyView, Delta, SiteView
from tests.screenshots import scene as scenes
from tests.screenshots.rooms import PaintedLevels, paint_room
from widgets.main_window import ConsoleWindow
from widgets.store import Store
from widgets.style import dress

BEAT_MS = 5
TILE_FPS, PROGRAM_FPS = 8, 25
WARM_UP_SECONDS = 1.5


@dataclass
class Slot:
    """A picture in memory whose sequence grows."""

    width: int
    height: int
    pixels: memoryview
    sequence: int = 1
    captured_monotonic_ms: int = 0

    @property
    def stride(self) -> int:
        return self.width * 4

    def still_valid(self) -> bool:
        return True


@dataclass
class MovingPictures:
    """A source in which every tile gets 8 pictures a second, spread evenly, and the program 25."""

    slots: dict[str, Slot] = field(default_factory=dict)
    started: float = field(default_factory=time.monotonic)

    def take_views(self, views: SetViews) -> None:
        wanted = {f"tile/{tile.site}": (tile.width, tile.height) for tile in views.tiles}
        wanted["program"] = (views.program_width, views.program_height)
        if views.on_deck is not None:
            wanted["on_deck"] = (views.on_deck.width, views.on_deck.height)
        self.slots = {
            key: self._slot(index, *size) for index, (key, size) in enumerate(wanted.items()) if 0 not in size
        }

    def _slot(self, index: int, width: int, height: int) -> Slot:
        return Slot(width, height, memoryview(bytes(paint_room(width, height, index).constBits())))

    def latest(self, key: str, after_sequence: int) -> Slot | None:
        slot = self.slots.get(key)
        if slot is None:
            return None
        rate = PROGRAM_FPS if key == "program" else TILE_FPS
        shift = hash(key) % 100 / 100 / rate
        slot.sequence = 1 + int((time.monotonic() - self.started + shift) * rate)
        return slot if slot.sequence > after_sequence else None


def wait(seconds: float) -> None:
    loop = QEventLoop()
    QTimer.singleShot(round(seconds * 1000), loop.quit)
    loop.exec()


class Heartbeat:
    """How late a 5 ms timer comes: what a key press would wait."""

    def __init__(self) -> None:
        self.late_ms: list[float] = []
        self._last = time.perf_counter()
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._timer.start(BEAT_MS)

    def _beat(self) -> None:
        now = time.perf_counter()
        self.late_ms.append(max(0.0, (now - self._last) * 1000 - BEAT_MS))
        self._last = now

    def stop(self) -> None:
        self._timer.stop()


def measure(seconds: float) -> tuple[float, list[float]]:
    """Returns this thread's CPU share in percent over a time, and the heartbeat's delays."""
    heart = Heartbeat()
    cpu, wall = time.thread_time(), time.monotonic()
    wait(seconds)
    share = (time.thread_time() - cpu) / (time.monotonic() - wall) * 100
    heart.stop()
    return share, heart.late_ms


def sample_once_a_second(store: Store) -> QTimer:
    """Sends what a real bridge sends every second: new line figures of every site."""
    timer = QTimer()
    timer.timeout.connect(lambda: store.take(next_delta(store)))
    timer.start(1000)
    return timer


def next_delta(store: Store) -> Delta:
    assert store._number is not None
    views = {f"site/{site}": store.site(site) for site in store.roster}
    rate = 90 + store._number % 20
    put: dict[str, AnyView] = {
        key: heard_again(view, rate, store.now_ms) for key, view in views.items() if view is not None
    }
    return Delta(number=store._number + 1, put=put)


def heard_again(view: SiteView, rate: int, now_ms: int) -> SiteView:
    """Returns a site with another rate and a fresh report of its microphone."""
    line = msgspec.structs.replace(view.line, kilobits=rate)
    microphone = msgspec.structs.replace(view.microphone, reported_ms=now_ms)
    return msgspec.structs.replace(view, line=line, microphone=microphone)


def run(sites: int, seconds: float, size: tuple[int, int]) -> dict[str, float]:
    """Returns the measured figures."""
    baseline, _ = measure(min(3.0, seconds))
    pictures = MovingPictures()
    offset_ms = scenes.NOW_MS - time.time_ns() // 1_000_000

    def clock() -> int:
        return time.time_ns() // 1_000_000 + offset_ms

    store = Store(clock)
    window = ConsoleWindow(store, pictures, PaintedLevels({"s009": -20.0}), clock)
    window.views_changed.connect(pictures.take_views)
    window.resize(*size)
    window.show()
    store.take(scenes.busy_meeting(sites).whole())
    samples = sample_once_a_second(store)
    wait(WARM_UP_SECONDS)
    tiles = list(window.grid.tiles.values())
    before = sum(tile.paints for tile in tiles)
    share, late_ms = measure(seconds)
    painted = sum(tile.paints for tile in tiles) - before
    samples.stop()
    ordered = sorted(late_ms)
    figures = {
        "sites": sites,
        "gui_thread_percent": round(share, 2),
        "heartbeat_alone_percent": round(baseline, 2),
        "tile_paints_per_second": round(painted / seconds, 1),
        "stall_p50_ms": round(statistics.median(ordered), 2),
        "stall_p99_ms": round(ordered[int(len(ordered) * 0.99)], 2),
        "stall_max_ms": round(ordered[-1], 2),
    }
    window._may_close = True
    window.close()
    return figures


def main() -> None:
    """Prints the figures of one run."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sites", type=int, default=36)
    parser.add_argument("--seconds", type=float, default=8)
    parser.add_argument("--size", default="1920x1080")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    application = QApplication(sys.argv[:1])
    dress(application)
    width, height = (int(part) for part in options.size.split("x"))
    figures = run(options.sites, options.seconds, (width, height))
    if options.json:
        print(json.dumps(figures))
    else:
        for name, value in figures.items():
            print(f"{name:26} {value}")


if __name__ == "__main__":
    main()
