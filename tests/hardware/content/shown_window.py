"""A program with windows of known colours on a display, which does what it is told on its standard input."""

import os
import subprocess
import sys
from typing import Self

LEFT, RIGHT, BACK = (32, 192, 64), (32, 64, 192), (240, 200, 40)
SIZE = (640, 360)
_PROGRAM = f"""
import sys
from PySide6.QtCore import QObject, Qt, QSocketNotifier
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QApplication, QWidget

class Halves(QWidget):
    def __init__(self, title, left, right, x, y):
        super().__init__()
        self.colours = left, right
        self.setWindowTitle(title)
        self.setGeometry(x, y, *{SIZE!r})
        self.show()

    def paintEvent(self, event):
        painter, half = QPainter(self), self.width() // 2
        painter.fillRect(0, 0, half, self.height(), QColor(*self.colours[0]))
        painter.fillRect(half, 0, self.width() - half, self.height(), QColor(*self.colours[1]))

app = QApplication([])
app.setQuitOnLastWindowClosed(False)
windows = {{}}
kept = []

def show(title, left, right, x, y):
    windows[title] = Halves(title, left, right, x, y)
    kept.append(windows[title])

def obey():
    line = sys.stdin.readline()
    if not line:
        app.quit()
        return
    what, title, *numbers = line.rstrip("\\n").split("\\t")
    numbers = [int(number) for number in numbers]
    if what == "show":
        show(title, {LEFT!r}, {RIGHT!r}, *numbers)
    elif what == "cover":
        show(title, {BACK!r}, {BACK!r}, *numbers)
    elif what == "resize":
        windows[title].resize(*numbers)
    elif what == "move":
        windows[title].move(*numbers)
    elif what == "hide":
        windows[title].hide()
    elif what == "close":
        gone = windows.pop(title)
        kept.remove(gone)
        gone.close()
        gone.deleteLater()
    elif what == "clear":
        windows.clear()
        kept.clear()
    print("done", flush=True)

told = QSocketNotifier(0, QSocketNotifier.Type.Read)
told.activated.connect(obey)
print("up", flush=True)
app.exec()
"""


class ShownWindows:
    """The running program; a context manager."""

    def __init__(self, display: str) -> None:
        environment = os.environ | {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "WAYLAND_DISPLAY": ""}
        self._process = subprocess.Popen(
            [sys.executable, "-c", _PROGRAM],
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )
        self._heard("up")

    def tell(self, what: str, title: str = "", *numbers: int) -> None:
        """Shows, covers, resizes, moves, hides or closes a window or clears all away; returns when it is done."""
        assert self._process.stdin is not None
        self._process.stdin.write("\t".join((what, title, *map(str, numbers))) + "\n")
        self._process.stdin.flush()
        self._heard("done")

    def _heard(self, word: str) -> None:
        assert self._process.stdout is not None
        line = self._process.stdout.readline().strip()
        assert line == word, f"the program with the windows said {line!r}"

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        with self._process:  # closes the pipes, then waits
            self._process.terminate()
