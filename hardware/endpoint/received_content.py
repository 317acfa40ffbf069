"""The content as a picture of its own at a site: taken while a window shows it, else it stays within the program.

Rule: the bridge is told at every change whether it is wanted; what nobody looks at does not travel. Pictures wait for
the sound of the mix as the program's do.
"""

from collections.abc import Callable

from console.sites.site_messages import TakeContent
from hardware.endpoint.equipment import SiteEquipment
from hardware.endpoint.picture.program_pictures import ProgramPictures
from hardware.rtc.lip_sync import LipSync, PlayedSound
from hardware.rtc.media_types import CONTENT_SECTION, VideoUnit
from hardware.rtc.peer import Peer
from hardware.rtc.picture_hold import PictureHold


class ReceivedContent:
    """Lives on the event loop; `heard` returns the newest sound that was played."""

    def __init__(
        self,
        equipment: SiteEquipment,
        *,
        say: Callable[[TakeContent], bool],
        peer: Callable[[], Peer | None],
        heard: Callable[[], PlayedSound | None],
    ) -> None:
        self._screen = equipment.content_screen
        self._say, self._peer, self._heard = say, peer, heard
        self._told_wanted = False
        self._lip_sync = LipSync()
        self._pictures = ProgramPictures(
            equipment.content_screen,
            equipment.threads.program,
            want_key_frame=self._want_key_frame,
            told_undecodable=self._undecodable,
            told_decoded=lambda _unit: None,
        )
        self._hold = PictureHold(self._pictures.take)

    def follow(self) -> None:
        """Tells the bridge whether the content is wanted here, if that is new to it."""
        wanted = self._screen is not None and self._screen.wanted
        if wanted != self._told_wanted and self._say(TakeContent(wanted=wanted)):
            self._told_wanted = wanted

    def take_picture(self, peer: Peer, unit: VideoUnit) -> None:
        """Takes a picture as it arrived."""
        clocks = peer.sender_clocks(CONTENT_SECTION)
        self._hold.take(unit, self._lip_sync.wait_seconds(unit.rtp_time, clocks, self._heard(), unit.arrived_seconds))

    def end(self) -> None:
        """Shows nothing any more."""
        self._hold.drop()

    def _want_key_frame(self) -> None:
        peer = self._peer()
        if peer is not None:
            peer.request_key_frame(CONTENT_SECTION)

    def _undecodable(self) -> None:
        peer = self._peer()
        if peer is not None:
            peer.decoder_failed(CONTENT_SECTION)
