"""A wall clock that a test may set for one process and all that it starts, by libfaketime (Debian: `faketime`).

Rule: only the wall clock is false; monotonic time, file times and everybody else's clocks stay true, as when a
technician or NTP sets the clock of one machine.
"""

import glob
from pathlib import Path

_PLACES = ("/usr/lib*", "/usr/lib/*")


def _library() -> str | None:
    # pathlib searches no absolute pattern.
    found = [path for place in _PLACES for path in glob.glob(f"{place}/faketime/libfaketimeMT.so.1")]  # noqa: PTH207
    return found[0] if found else None


def can_set_clocks() -> bool:
    """Tells whether libfaketime is there."""
    return _library() is not None


class SettableClock:
    """The clock of processes that are started with `environment`; raises `FileNotFoundError` without libfaketime."""

    def __init__(self, folder: Path) -> None:
        library = _library()
        if library is None:
            raise FileNotFoundError("libfaketime is missing: install the package libfaketime")
        self._file = folder / "clock"
        self.set_by(0)
        self.environment = {
            "LD_PRELOAD": library,
            "FAKETIME_TIMESTAMP_FILE": str(self._file),
            "FAKETIME_CACHE_DURATION": "1",
            "FAKETIME_DONT_RESET": "1",
            "FAKETIME_DONT_FAKE_MONOTONIC": "1",
            "DONT_FAKE_MONOTONIC": "1",  # as versions before 0.9.10 call it
            "NO_FAKE_STAT": "1",
        }

    def set_by(self, seconds: int) -> None:
        """Sets the clock this much before (negative) or after the true time; it is read within a second."""
        making = self._file.with_suffix(".new")
        making.write_text(f"{seconds:+d}\n")
        making.replace(self._file)
