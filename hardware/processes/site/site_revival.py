"""Starts the endpoint beside a site's window again when it has died, later and later while it does not live.

Rule: no Qt and no process here. A site that has exchanged its code comes back as it joined before, for a code is used
once: what it keeps of the bridge tells, not what it last said. The technician is told at once that nothing goes out of
the room.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Final

from hardware.processes.site.site_window_end import SiteWindowEnd

AGAIN_MS: Final = 200
LATEST_AGAIN_MS: Final = 5000


class SiteRevival:
    """Belongs to one window; all on its thread."""

    def __init__(
        self,
        wire: SiteWindowEnd,
        memory: Path,
        *,
        start: Callable[[bool], None],
        later: Callable[[int, Callable[[], None]], None],
    ) -> None:
        """`memory` is the file in which the endpoint keeps how it joined, changed by every code that is exchanged.

        `start` starts it, told whether it joined since this window opened; `later` calls back after milliseconds.
        """
        self._wire, self._start, self._later = wire, start, later
        self._memory, self._known_ns = memory, _changed_ns(memory)
        self._again_ms = AGAIN_MS

    def ended(self) -> None:
        """Takes that the endpoint has ended by itself, or could not be started."""
        if self._wire.lose():
            self._again_ms = AGAIN_MS
        self._later(self._again_ms, self._revive)
        self._again_ms = min(2 * self._again_ms, LATEST_AGAIN_MS)

    def _revive(self) -> None:
        self._start(_changed_ns(self._memory) != self._known_ns)
        self._wire.tell_again()


def _changed_ns(path: Path) -> int:
    try:
        return path.stat().st_mtime_ns
    except OSError:
        return 0
