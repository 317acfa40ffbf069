"""The second stream of the site that presents, in the site's own worker: that of all others is dropped.

Rule: nothing is decoded or coded here; the pictures go to the stage as they come. Whose media or pictures are put off
is put off with this stream too.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from console.words import SiteId
from hardware.engines.embedded.site_media import SiteMedia
from hardware.rtc.media_types import CONTENT_SECTION, VideoUnit
from hardware.rtc.peer import Peer

CODEC = "H264"
"""Content travels in this alone, for it is never coded again."""


@dataclass(slots=True)
class PresentedContent:
    """Lives on the worker's loop; `sites` are the worker's own."""

    sites: Mapping[SiteId, SiteMedia]
    send: Callable[[VideoUnit], None]
    presenter: SiteId | None = None
    _key_frame_wanted: bool = False

    def choose(self, site: SiteId | None) -> None:
        """Takes this site's stream from its next key frame on, and no other one."""
        self.presenter = site
        self._key_frame_wanted = site is not None
        self.ask_again()

    def take(self, site: SiteId, unit: VideoUnit) -> None:
        """Takes a picture of a site's second stream, or drops it."""
        if site != self.presenter or unit.codec != CODEC or self.sites[site].picture_is_off:
            return
        if self._key_frame_wanted and not unit.key:
            return
        self._key_frame_wanted = False
        self.send(unit)

    def ask_key_frame(self) -> None:
        """Asks for a key frame while pictures go on; those that need it repeat their wish."""
        peer = self._peer()
        if peer is not None:
            peer.request_key_frame(CONTENT_SECTION)

    def ask_again(self) -> None:
        """Repeats the wish for the first key frame: a single one may be lost, or come too soon."""
        if self._key_frame_wanted:
            self.ask_key_frame()

    def _peer(self) -> Peer | None:
        media = None if self.presenter is None else self.sites.get(self.presenter)
        return None if media is None or media.connection.ended else media.connection.peer
