"""Reads what the window's probe wrote while a bench ran.

Rule: a line that is still being written is left for the next reading.
"""

from pathlib import Path

from tests.bench.measure import percentile
from tests.bench.window_probe import Answered, AnyProbeLine, Beats, Opened, Painted, Usable, decoder


class ProbeFile:
    """The lines of one probe so far."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._read_octets = 0
        self._lines: list[AnyProbeLine] = []

    def lines(self) -> list[AnyProbeLine]:
        """Returns all lines, those included that came since the last call."""
        if self._path.exists():
            with self._path.open("rb") as file:
                file.seek(self._read_octets)
                new = file.read()
            whole = new[: new.rfind(b"\n") + 1]
            self._read_octets += len(whole)
            self._lines += [decoder.decode(line) for line in whole.splitlines()]
        return self._lines

    def usable_seconds(self) -> float | None:
        """Returns when the window became usable (monotonic)."""
        return next((line.at_seconds for line in self.lines() if isinstance(line, Usable)), None)

    def painted_seconds(self, sequence: int) -> float | None:
        """Returns when the program picture of this sequence, or the first later one, was painted."""
        painted = (line for line in self.lines() if isinstance(line, Painted))
        return next((line.at_seconds for line in painted if line.sequence >= sequence), None)

    def stall_ms(self, share: float, from_seconds: float, until_seconds: float) -> float | None:
        """Returns a percentile of how late the window's beats came."""
        late = [late for beats in self._beats(from_seconds, until_seconds) for late in beats.late_ms]
        return percentile(late, share) if late else None

    def answers_ms(self) -> list[float]:
        """Returns how long each pressed key took until its tile stood painted."""
        return [line.milliseconds for line in self.lines() if isinstance(line, Answered)]

    def opened(self) -> Opened | None:
        """Returns what stood on the screen after plots and heat map were wished for; None: it has not been told yet."""
        return next((line for line in self.lines() if isinstance(line, Opened)), None)

    def thread_share(self, from_seconds: float, until_seconds: float) -> float | None:
        """Returns the share of one core that the GUI thread used."""
        beats = self._beats(from_seconds, until_seconds)
        if len(beats) < 2:
            return None
        return (beats[-1].thread_seconds - beats[0].thread_seconds) / (beats[-1].at_seconds - beats[0].at_seconds)

    def pictures_per_second(self, from_seconds: float, until_seconds: float) -> float | None:
        """Returns how many pictures a second the window took to paint."""
        beats = self._beats(from_seconds, until_seconds)
        if len(beats) < 2:
            return None
        return (beats[-1].pictures - beats[0].pictures) / (beats[-1].at_seconds - beats[0].at_seconds)

    def _beats(self, from_seconds: float, until_seconds: float) -> list[Beats]:
        beats = (line for line in self.lines() if isinstance(line, Beats))
        return [line for line in beats if from_seconds <= line.at_seconds <= until_seconds]
