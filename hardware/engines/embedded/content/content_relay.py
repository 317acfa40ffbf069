"""Hands the coded content on as it comes: cut into packets once, for everybody who takes it beside the program.

Rule: nothing is coded again. Its times are those of leaving, as the mix's are, so that both keep step at the receiver;
key frames are wished for at the source, not for every single one of many receivers.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass

from hardware.engines.embedded.coded_feeds import CodedPicture, FeedName
from hardware.rtc.media_types import VIDEO_CLOCK_HZ, VideoUnit
from hardware.rtc.payload_formats import packetise

ASK_SECONDS = 0.5


@dataclass(slots=True)
class ContentRelay:
    """The content on its way through the mixing worker; lives on its loop."""

    send: Callable[[list[CodedPicture]], None]
    ask_source: Callable[[], None]
    """Asks whoever codes the content for a key frame."""
    wanted: bool = False
    """Somebody takes it."""
    _asked_at: float = 0.0

    def take(self, unit: VideoUnit) -> None:
        """Takes a coded picture of the content."""
        if not self.wanted:
            return
        rtp_time = int(time.monotonic() * VIDEO_CLOCK_HZ) & 0xFFFFFFFF
        self.send([CodedPicture(FeedName.CONTENT, packetise(unit.codec, unit.data, rtp_time, key=unit.key))])

    def wish_key_frame(self) -> None:
        """Takes a receiver's wish; those that wait repeat theirs."""
        now = time.monotonic()
        if self.wanted and now - self._asked_at >= ASK_SECONDS:
            self._asked_at = now
            self.ask_source()
