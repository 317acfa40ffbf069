"""What a site on a bad line sees, and what the operator sees of it: the longest freezes.

Rule: a freeze is the time between two new pictures, taken where they are looked at: a site's tile in the slot that the
operator's window reads, the program at the site. A site that decodes notes every decoded picture on the decoding
thread (single values only); of the others the pictures count that came whole, none of those before them missing.
"""

import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import av

from console.words import SiteId
from hardware.link.frame_slots import FrameReader
from hardware.simulator.observer import ProgramObserver


@dataclass(slots=True)
class Freezes:
    """The longest time without a new picture since `begin`; the time that is still running counts too."""

    longest_seconds: float = 0.0
    pictures: int = 0
    last_seconds: float | None = None

    def seen(self, now: float) -> None:
        """Takes a picture."""
        self.longest_seconds = self.until(now)
        self.last_seconds = now
        self.pictures += 1

    def until(self, now: float) -> float:
        """Returns the longest freeze up to now."""
        running = 0.0 if self.last_seconds is None else now - self.last_seconds
        return max(self.longest_seconds, running)

    def begin(self, now: float) -> None:
        """Counts from now on."""
        self.longest_seconds, self.pictures, self.last_seconds = 0.0, 0, now


class WatchingSite(ProgramObserver):
    """A satellite that notes when a picture of the program was there to be shown."""

    def __init__(self, *, decodes: bool) -> None:
        super().__init__(watches=decodes)
        self.freezes = Freezes()

    def show(self, frame: av.VideoFrame) -> None:
        super().show(frame)
        self.freezes.seen(time.monotonic())

    def arrived(self, seconds: float | None) -> None:
        """Takes when the newest whole picture arrived; nothing new where pictures are decoded."""
        if not self.wanted and seconds is not None and seconds != self.freezes.last_seconds:
            self.freezes.seen(seconds)


class WatchedTiles:
    """The slots of the sites' tiles, as a window reads them."""

    def __init__(self, folder: Path, sites: Mapping[SiteId, str]) -> None:
        """`sites` are the slots' keys."""
        self.freezes = {site: Freezes() for site in sites}
        self._sites = {key: site for site, key in sites.items()}
        self._reader = FrameReader(folder)

    def look(self) -> None:
        """Notes every tile that changed."""
        for key in self._reader.changed(self._sites):
            if self._reader.latest(key) is not None:
                self.freezes[self._sites[key]].seen(time.monotonic())
