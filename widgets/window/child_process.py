"""A process of this program beside a window, as Qt's event loop serves it.

Rule: knows neither what is said nor who is started; never waits but for its end.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QProcess

MOST_UNREAD_BYTES = 65_536
"""Waiting for a process that hangs; what is written beyond is dropped."""


class ChildProcess:
    """A process of this program beside a window, which speaks lines with it and ends with it."""

    def __init__(self, command: Sequence[str], take: Callable[[bytes], None], ended: Callable[[], None]) -> None:
        """`take` gets what it writes; `ended` is called when it ends by itself or cannot be started."""
        self._process, self._resting = QProcess(), QProcess.ProcessState.NotRunning
        self._program, *self._options = command
        self._take, self._ended = take, ended
        self._process.setProcessChannelMode(QProcess.ProcessChannelMode.ForwardedErrorChannel)
        self._process.readyReadStandardOutput.connect(self._read)
        self._process.stateChanged.connect(self._follow)

    @property
    def running(self) -> bool:
        return self._process.state() is not self._resting

    def start(self, command: Sequence[str] | None = None) -> None:
        """Starts it, by another command than before where one is given; what is written from now on reaches it."""
        if command is not None:
            self._program, *self._options = command
        self._process.start(self._program, self._options)

    def write(self, octets: bytes) -> None:
        """Hands octets on; never waits."""
        if self._process.bytesToWrite() < MOST_UNREAD_BYTES:
            self._process.write(octets)

    def end(self, within_ms: int) -> None:
        """Ends it by the end of its input, and after `within_ms` by force."""
        self._process.stateChanged.disconnect(self._follow)
        if not self.running:
            return
        self._process.closeWriteChannel()
        if not self._process.waitForFinished(within_ms):
            self._process.kill()
            self._process.waitForFinished(within_ms)

    def _read(self) -> None:
        self._take(bytes(self._process.readAllStandardOutput().data()))

    def _follow(self) -> None:
        if not self.running:
            self._ended()
