"""Who waits for a site's first large picture and first sound.

Rule: pure; at most `MOST_WATCHES` at a time, the oldest is dropped.
"""

from dataclasses import dataclass, field

from console.engine_port import WatchFirstFrame
from console.words import SiteId

MOST_WATCHES = 64


@dataclass(slots=True)
class _Watch:
    request: WatchFirstFrame
    frame_told: bool = False
    sound_told: bool = False


@dataclass(slots=True)
class FirstFrames:
    """All watches of one worker."""

    _watches: dict[str, _Watch] = field(default_factory=dict)

    def watch(self, request: WatchFirstFrame) -> None:
        self._watches[request.request_id] = _Watch(request)
        while len(self._watches) > MOST_WATCHES:
            del self._watches[next(iter(self._watches))]

    def picture_decoded(self, site: SiteId, width: int) -> list[str]:
        """Returns the requests that this picture answers."""
        done = [
            watch
            for watch in self._watches.values()
            if watch.request.site == site and not watch.frame_told and width >= watch.request.least_width
        ]
        for watch in done:
            watch.frame_told = True
        return self._finish(done)

    def sound_decoded(self, site: SiteId) -> list[str]:
        """Returns the requests that this sound answers."""
        done = [watch for watch in self._watches.values() if watch.request.site == site and not watch.sound_told]
        for watch in done:
            watch.sound_told = True
        return self._finish(done)

    def sites_without_picture(self) -> frozenset[SiteId]:
        return frozenset(watch.request.site for watch in self._watches.values() if not watch.frame_told)

    def _finish(self, done: list[_Watch]) -> list[str]:
        for watch in done:
            if watch.frame_told and watch.sound_told:
                del self._watches[watch.request.request_id]
        return [watch.request.request_id for watch in done]
