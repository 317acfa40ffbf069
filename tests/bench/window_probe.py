"""Looks at the window from inside while a bench runs: how late its loop is, which program pictures it painted.

Rule: loaded by the window process alone, from a checkout, when it is asked to (`--probe FILE`, or `DIEM_CAU_PROBE`
where the keeper starts it). It writes JSON lines: one `usable`, one `painted` for each new program picture, and once a
second the beats of that second; asked to, it presses keys and times the answer. Its own cost is part of what is
measured, so it wakes the loop no oftener than it must: a beat every 20 ms, and a stall that swallows several beats
counts as often as beats were due in it. Every moment thus counts alike, as for a key that may be pressed at any time.
Wishes come as small files beside the probe's own, looked for once a second.
"""

import time
from collections.abc import Callable
from pathlib import Path
from typing import cast

import msgspec
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from tests.bench.window_parts import ConsoleWindow, Pictures, SeenPicture

BEAT_MS = 20
BEAT_SECONDS = BEAT_MS / 1000
BEATS_PER_LINE = 50
PRESS_MS = 173
"""No multiple of the window's tick, so that keys meet it at every phase."""
OPENED_MS = 6_000
"""After the wish: the pages of a long meeting have come, and everything has been painted once."""
MOST_LATE_SECONDS = 1.0
MOST_MISSED = 500
"""Beats counted for one stall; what stood still longer (a suspended machine) says nothing about the window."""


class ProbeLine(msgspec.Struct, frozen=True, kw_only=True, tag_field="kind"):
    at_seconds: float
    """Monotonic."""


class Usable(ProbeLine, tag="usable"):
    """The program view was painted for the first time with the bridge's state."""


class Painted(ProbeLine, tag="painted"):
    """The program view has painted the picture with this sequence number of its slot."""

    sequence: int


class Answered(ProbeLine, tag="answered"):
    """A key that chooses the next tile was due so many milliseconds before its tile stood painted."""

    milliseconds: float


class Opened(ProbeLine, tag="opened"):
    """What stands on the screen after the wish to open plots and heat map, and the longest stall on the way there."""

    plots: int
    heat_map: bool
    history_hours: float
    stall_ms: float


class Beats(ProbeLine, tag="beats"):
    """How late each beat of the last second came, in milliseconds, and the GUI thread's CPU time so far.

    `pictures` counts the pictures that the window took to paint so far, tiles and program.
    """

    late_ms: tuple[float, ...]
    thread_seconds: float
    pictures: int


AnyProbeLine = Usable | Painted | Answered | Opened | Beats

encoder = msgspec.json.Encoder()
decoder = msgspec.json.Decoder(AnyProbeLine)


class KeyPresser(QObject):
    """Presses arrow keys at fixed moments, however late the loop is, and times each until its tile stands painted.

    A key counts from the moment at which it was due, so that a loop that stands still cannot hide that it does.
    """

    def __init__(self, window: ConsoleWindow, tell: Callable[[Answered], None], parent: QObject) -> None:
        super().__init__(parent)
        self._window, self._tell = window, tell
        self._left = 0
        self._due_seconds = 0.0
        self._awaited: QWidget | None = None
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._press)
        window.selection.changed.connect(self._chosen)

    def begin(self, presses: int) -> None:
        """Presses so many keys, one every `PRESS_MS`."""
        self._left = presses
        self._due_seconds = time.monotonic()
        self._timer.start(PRESS_MS)

    def _press(self) -> None:
        self._due_seconds = max(self._due_seconds + PRESS_MS / 1000, time.monotonic() - MOST_LATE_SECONDS)
        key = Qt.Key.Key_Right if self._left % 2 else Qt.Key.Key_Left
        self._left -= 1
        if not self._left:
            self._timer.stop()
        widget = cast("QWidget", self._window)
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QCoreApplication.postEvent(widget, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier))

    def _chosen(self) -> None:
        site = self._window.selection.site
        if site is not None and self._timer.isActive():
            self._awaited = self._window.board.cell_of(site)
            if self._awaited is not None:
                self._awaited.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Sees the chosen tile's next paint; the rest of that painting is over when the loop comes back."""
        if event.type() is QEvent.Type.Paint and watched is self._awaited:
            watched.removeEventFilter(self)
            due, self._awaited = self._due_seconds, None
            QTimer.singleShot(0, lambda: self._answer(due))
        return False

    def _answer(self, due_seconds: float) -> None:
        now = time.monotonic()
        self._tell(Answered(at_seconds=now, milliseconds=round((now - due_seconds) * 1000, 2)))


class WindowProbe(QObject):
    """Watches one console window; keep it as long as the window lives.

    `pictures` is the window's own source: its `latest` is wrapped, so that a program picture that was taken is known.
    """

    def __init__(self, file: Path, window: ConsoleWindow, pictures: Pictures) -> None:
        super().__init__()
        self._out = file.open("wb", buffering=0)
        self._wish, self._open_wish = press_wish_of(file), open_wish_of(file)
        self._longest_ms = 0.0
        self._presser = KeyPresser(window, self._tell, self)
        self._window, self._program_view = window, window.program
        self._taken: int | None = None
        self._pictures = 0
        self._has_state = self._told_usable = False
        self._late_ms: list[float] = []
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._due_seconds = time.monotonic() + BEAT_SECONDS
        self._timer.start(BEAT_MS)
        self._wrap(pictures)
        window.store.link_lost_changed.connect(self._link_changed)
        self._program_view.installEventFilter(self)

    def _link_changed(self, lost: bool) -> None:
        self._has_state = self._has_state or not lost

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Sees paints; they are written when control is back in the loop, which is after the painting."""
        if event.type() is QEvent.Type.Paint:
            if self._has_state and not self._told_usable:
                self._told_usable = True
                QTimer.singleShot(0, lambda: self._tell(Usable(at_seconds=time.monotonic())))
            if self._taken is not None:
                sequence, self._taken = self._taken, None
                QTimer.singleShot(0, lambda: self._tell(Painted(at_seconds=time.monotonic(), sequence=sequence)))
        return False

    def _wrap(self, pictures: Pictures) -> None:
        latest = pictures.latest

        def watched(key: str, after_sequence: int) -> SeenPicture | None:
            picture = latest(key, after_sequence)
            if picture is not None:
                self._pictures += 1
                if key == "program":
                    self._taken = picture.sequence
            return picture

        setattr(pictures, "latest", watched)  # noqa: B010 - the instance's own, in front of its class's

    def _beat(self) -> None:
        now = time.monotonic()
        late, self._due_seconds = lateness_of(self._due_seconds, now)
        self._late_ms += late
        if len(self._late_ms) >= BEATS_PER_LINE:
            told, self._late_ms = tuple(self._late_ms), []
            beats = Beats(at_seconds=now, late_ms=told, thread_seconds=time.thread_time(), pictures=self._pictures)
            self._tell(beats)
            self._longest_ms = max(self._longest_ms, *told)
            self._obey()

    def _obey(self) -> None:
        """Does what the bench wishes."""
        if self._wish.exists():
            presses = int(self._wish.read_text(encoding="ascii"))
            self._wish.unlink()
            self._presser.begin(presses)
        if self._open_wish.exists():
            self._open_wish.unlink()
            self._longest_ms = 0.0
            open_plots(self._window)
            QTimer.singleShot(OPENED_MS, self._tell_opened)

    def _tell_opened(self) -> None:
        lines, now = self._window.lines, time.monotonic()
        window = cast("QWidget", self._window)
        plots = sum(plot.isVisible() for plot in window.findChildren(QWidget, "plot"))
        shown = lines.map is not None and lines.map.isVisible()
        hours, longest_ms = lines.span.length_ms / 3_600_000, self._longest_ms
        self._tell(Opened(at_seconds=now, plots=plots, heat_map=shown, history_hours=hours, stall_ms=longest_ms))

    def _tell(self, line: AnyProbeLine) -> None:
        self._out.write(encoder.encode(line) + b"\n")


def press_wish_of(probe_file: Path) -> Path:
    """Returns the file that asks a probe to press as many keys as it says; looked for once a second."""
    return probe_file.with_suffix(".press")


def open_wish_of(probe_file: Path) -> Path:
    """Returns the file that asks a probe to bring plots and heat map to the screen."""
    return probe_file.with_suffix(".open")


def open_plots(window: ConsoleWindow) -> None:
    """Brings the plots of a site and the heat map of all to the screen over the whole meeting, as an operator would."""
    loss = next((button for view, button in window.map.choices.items() if view.name == "LOSS"), None)
    if loss is not None and loss.isVisible():
        loss.click()
    lines = window.lines
    lines.load()
    if window.selection.site is None:
        window.selection.choose(window.store.roster[0])
    if lines.plots is not None and not lines.plots.isVisible():
        lines.show_large()
    lines.span.show_whole()


def lateness_of(due_seconds: float, now: float) -> tuple[list[float], float]:
    """Returns how late every beat is that was due by now, in milliseconds, and when the next one is due.

    A timer that has missed a whole beat begins anew from the moment at which it comes, as Qt's do.
    """
    missed = min(MOST_MISSED, max(0, int((now - due_seconds) / BEAT_SECONDS)))
    late = [round(max(0.0, now - due_seconds - beat * BEAT_SECONDS) * 1000, 2) for beat in range(missed + 1)]
    return late, (now if missed else due_seconds) + BEAT_SECONDS
