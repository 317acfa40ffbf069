"""Starts the keeper again when it died together with the bridge, which would have started it.

Rule: looked after by a process that the keeper itself started, so that a bridge that somebody runs alone is left
alone. Who ends on purpose removes the bridge's run file; only when that is left behind and nobody holds either lock,
twice in a row, both have died.
"""

import asyncio
import logging
from pathlib import Path
from typing import Final

from hardware.link.run_file import RUN_FILE_NAME
from hardware.processes.keeper.keeper import ensure_keeper
from hardware.processes.lock import is_held

LOOK_SECONDS: Final = 0.5
START_LOOKS: Final = 20
"""A busy machine takes its time to start a keeper: no second is sent after it for so many looks."""

_log = logging.getLogger(__name__)


class KeeperWatch:
    """Looks at one data folder's keeper and bridge."""

    def __init__(self, run_folder: Path, data: Path) -> None:
        self._run_folder, self._data = run_folder, data
        self._gone_before = False
        self._looks_to_wait = 0

    def look(self) -> bool:
        """Looks once; returns whether a keeper was started."""
        if self._looks_to_wait:
            self._looks_to_wait -= 1
            return False
        gone, self._gone_before = self._gone_before, self._both_died()
        if not (gone and self._gone_before):
            return False
        self._looks_to_wait, self._gone_before = START_LOOKS, False
        try:
            return ensure_keeper(self._run_folder, self._data)
        except OSError as error:  # a disk or a system that lets nothing start: tried again
            _log.warning("No keeper can be started: %s", error)
            return False

    def _both_died(self) -> bool:
        try:
            held = any(is_held(self._run_folder / f"{name}.lock") for name in ("keeper", "bridge"))
        except OSError:  # a disk that does not even open a lock's file lets nothing start either
            return False
        return not held and (self._run_folder / RUN_FILE_NAME).exists()


async def watch_keeper(run_folder: Path, data: Path) -> None:
    """Looks again and again, until it is cancelled."""
    watch = KeeperWatch(run_folder, data)
    while True:
        await asyncio.sleep(LOOK_SECONDS)
        watch.look()
