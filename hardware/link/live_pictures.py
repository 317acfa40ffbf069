"""The pictures and levels of the bridge that a window is connected to now; a new bridge has a new folder.

Rule: before the first bridge there is nothing to see and nothing to hear; nobody has to ask whether there is one.
"""

from collections.abc import Mapping
from pathlib import Path

from console.words import SiteId
from hardware.link.frame_slots import FrameReader, Picture
from hardware.link.levels import Level, LevelReader

MOST_WORKERS = 4


class LivePictures:
    """Reads from one folder at a time."""

    def __init__(self) -> None:
        self._folder: Path | None = None
        self._frames: FrameReader | None = None
        self._levels: LevelReader | None = None

    def follow(self, folder: Path) -> None:
        """Reads from this folder from now on."""
        if folder != self._folder:
            self._folder = folder
            self._frames = FrameReader(folder)
            self._levels = LevelReader(folder, workers=MOST_WORKERS)

    def latest(self, key: str, after_sequence: int) -> Picture | None:
        """Returns the newest picture of a key, or None when there is none newer than `after_sequence`."""
        return self._frames.latest(key, after_sequence) if self._frames else None

    def read(self) -> Mapping[SiteId, Level]:
        """Returns the level of every site that was ever measured."""
        return self._levels.read() if self._levels else {}
