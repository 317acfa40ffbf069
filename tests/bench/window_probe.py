"""Looks at the window from inside while a bench runs: how late its loop is, which program pictures it painted.

Rule: loaded by the window process alone, from a checkout, when it is asked to (`--probe FILE`, or `DIEM_CAU_PROBE`
where the keeper starts it). It writes JSON lines: one `usable`, one `painted` for each new program picture, and once a
second the beats of that second. Its own cost is part of what is measured, so it wakes the loop no oftener than it must:
a beat every 20 ms, and a stall that swallows several beats counts as often as beats were due in it. Every moment thus
counts alike, as for a key that may be pressed at any time.
"""

import time
from pathlib import Path
from typing import Protocol

import msgspec
from PySide6.QtCore import QEvent, QObject, Qt, QTimer, SignalInstance
from PySide6.QtWidgets import QWidget

BEAT_MS = 20
BEAT_SECONDS = BEAT_MS / 1000
BEATS_PER_LINE = 50
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


class Beats(ProbeLine, tag="beats"):
    """How late each beat of the last second came, in milliseconds, and the GUI thread's CPU time so far.

    `pictures` counts the pictures that the window took to paint so far, tiles and program.
    """

    late_ms: tuple[float, ...]
    thread_seconds: float
    pictures: int


AnyProbeLine = Usable | Painted | Beats

encoder = msgspec.json.Encoder()
decoder = msgspec.json.Decoder(AnyProbeLine)


class _Picture(Protocol):
    @property
    def sequence(self) -> int: ...


class Pictures(Protocol):
    """Where the window takes its pictures from."""

    def latest(self, key: str, after_sequence: int) -> _Picture | None: ...


class ConsoleWindow(Protocol):
    """What the probe needs of the console's window (a `QWidget`)."""

    @property
    def program(self) -> QWidget: ...

    @property
    def store(self) -> "LinkedStore": ...


class LinkedStore(Protocol):
    @property
    def link_lost_changed(self) -> SignalInstance:
        """Emits False when the bridge's state has arrived."""
        ...


class WindowProbe(QObject):
    """Watches one console window; keep it as long as the window lives.

    `pictures` is the window's own source: its `latest` is wrapped, so that a program picture that was taken is known.
    """

    def __init__(self, file: Path, window: "ConsoleWindow", pictures: Pictures) -> None:
        super().__init__()
        self._out = file.open("wb", buffering=0)
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

        def watched(key: str, after_sequence: int) -> _Picture | None:
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

    def _tell(self, line: AnyProbeLine) -> None:
        self._out.write(encoder.encode(line) + b"\n")


def lateness_of(due_seconds: float, now: float) -> tuple[list[float], float]:
    """Returns how late every beat is that was due by now, in milliseconds, and when the next one is due.

    A timer that has missed a whole beat begins anew from the moment at which it comes, as Qt's do.
    """
    missed = min(MOST_MISSED, max(0, int((now - due_seconds) / BEAT_SECONDS)))
    late = [round(max(0.0, now - due_seconds - beat * BEAT_SECONDS) * 1000, 2) for beat in range(missed + 1)]
    return late, (now if missed else due_seconds) + BEAT_SECONDS
