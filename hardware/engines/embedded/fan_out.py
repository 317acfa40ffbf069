"""Gives every receiver its feed and its mix: packets are built once, only headers differ.

Rules: large pictures go out in slices, to the site on the podium first (`paced_sending.py`); a receiver changes from
one feed to another with a key frame of the new one, and keeps the old one until then.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from console.words import SiteId
from hardware.engines.embedded.audio import MixedFrame
from hardware.engines.embedded.paced_sending import PacedSending
from hardware.engines.embedded.program import CodedPicture, FeedName
from hardware.rtc.media_types import VideoCodec
from hardware.rtc.peer import Peer


@dataclass(slots=True, eq=False)
class Receiver:
    """A connection that receives; `feed` is what it gets now, None before its first key frame."""

    site: SiteId
    peer: Peer
    codec: VideoCodec | None
    wanted_feed: FeedName = FeedName.PROGRAM
    feed: FeedName | None = None


class FanOut:
    """All receivers of one worker; lives on the event loop."""

    def __init__(
        self,
        set_codecs: Callable[[FeedName, frozenset[VideoCodec]], None],
        wish_key_frame: Callable[[FeedName, VideoCodec], None],
    ) -> None:
        self._set_codecs = set_codecs
        self._wish_key_frame = wish_key_frame
        self._receivers: list[Receiver] = []
        self._return_site: SiteId | None = None
        self._paced = PacedSending()
        self._codecs: dict[FeedName, frozenset[VideoCodec]] = {}

    def add(self, receiver: Receiver) -> None:
        """Takes a receiver; it begins with the next key frame of its feed."""
        self._receivers.append(receiver)
        receiver.wanted_feed = self._feed_of(receiver.site)
        self._follow_codecs()
        self.key_frame_wanted(receiver)

    def remove(self, receiver: Receiver) -> None:
        if receiver in self._receivers:
            self._receivers.remove(receiver)
            self._paced.drop(receiver.peer)
            self._follow_codecs()

    def give_return_feed_to(self, site: SiteId | None) -> None:
        """Names the site that sees the return feed; everybody else sees the program."""
        self._return_site = site
        moved = [each for each in self._receivers if each.wanted_feed is not self._feed_of(each.site)]
        for receiver in moved:
            receiver.wanted_feed = self._feed_of(receiver.site)
        self._paced.hurried = frozenset(each.peer for each in self._receivers if each.site == site)
        self._follow_codecs()
        for receiver in moved:
            self.key_frame_wanted(receiver)

    def key_frame_wanted(self, receiver: Receiver) -> None:
        """Passes a receiver's wish on to the encoder of its feed."""
        if receiver.codec is not None:
            self._wish_key_frame(receiver.wanted_feed, receiver.codec)

    def ask_again(self) -> None:
        """Repeats the wishes of receivers that still wait for the first key frame of their feed."""
        for receiver in self._receivers:
            if receiver.feed is not receiver.wanted_feed:
                self.key_frame_wanted(receiver)

    def repeat_codecs(self) -> None:
        """Says again which codecs are needed: whoever makes the program was started anew."""
        for feed, codecs in self._codecs.items():
            self._set_codecs(feed, codecs)

    def send_pictures(self, coded: Iterable[CodedPicture]) -> None:
        """Sends each picture to the receivers of its feed and codec."""
        for picture in coded:
            unit, feed = picture.unit, picture.feed
            for receiver in self._receivers:
                if receiver.codec != unit.codec:
                    continue
                if unit.key and receiver.wanted_feed is feed:
                    receiver.feed = feed
                if receiver.feed is feed:
                    self._paced.send(receiver.peer, unit)

    def send_sound(self, frame: MixedFrame) -> None:
        """Sends 20 ms to everybody: the common mix, or the mix without the receiver's own sound."""
        common, own = frame.common, frame.own
        for receiver in self._receivers:
            sound = own.get(receiver.site, common)
            receiver.peer.send_audio(sound.payload, frame.rtp_time, sound.level_dbov)

    def _feed_of(self, site: SiteId) -> FeedName:
        return FeedName.RETURN if site == self._return_site else FeedName.PROGRAM

    def _follow_codecs(self) -> None:
        for feed in FeedName:
            in_use: frozenset[VideoCodec] = frozenset(
                each.codec for each in self._receivers if each.codec and feed in (each.wanted_feed, each.feed)
            )
            if self._codecs.get(feed) != in_use:
                self._codecs[feed] = in_use
                self._set_codecs(feed, in_use)
