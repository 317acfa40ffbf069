"""Gives every receiver its feed and its mix: packets are built once, only headers differ.

Rules: large pictures go out in slices, to the site on the podium first (`paced_sending.py`); a receiver changes from
one feed to another with a key frame of the new one, and keeps the old one until then. What a receiver's line does not
carry it does not get (`line_limit`): a smaller size, or no pictures at all, so that sound has its way; nobody else
notices. A larger one comes back once a ramp of padding says that the line carries it.
"""

import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Final

from console.words import SiteId
from hardware.engines.embedded.audio import MixedFrame
from hardware.engines.embedded.coded_feeds import CodedPicture, FeedName
from hardware.engines.embedded.paced_sending import PacedSending
from hardware.engines.embedded.program import LARGE_PROGRAM
from hardware.engines.embedded.small_feeds import STAGE, THUMBNAIL
from hardware.rtc.line_limit import LineLimit
from hardware.rtc.line_ramp import GENTLE, LineRate
from hardware.rtc.line_reader import LineReader
from hardware.rtc.media_types import VideoCodec
from hardware.rtc.peer import Peer

STEPS: Final = (THUMBNAIL.bits_per_second, STAGE.bits_per_second, LARGE_PROGRAM.bits_per_second)
WHOLE: Final = len(STEPS)
LESS: Final[Mapping[int, FeedName]] = {1: FeedName.THUMBNAIL, 2: FeedName.STAGE}
"""What goes to a line that carries so many steps."""


@dataclass(slots=True, eq=False)
class Receiver:
    """A connection that receives; `feed` is what it gets now, None before its first key frame."""

    site: SiteId
    peer: Peer
    codec: VideoCodec | None
    wanted_feed: FeedName | None = FeedName.PROGRAM
    """None: its line carries sound alone."""
    feed: FeedName | None = None
    limit: LineLimit = field(default_factory=lambda: LineLimit(STEPS))
    shrank: bool = False
    """Its line was just found to carry less."""
    _reader: LineReader = field(default_factory=LineReader)

    def look_at_line(self, now: float) -> bool:
        """Takes what the other side reports; tells whether its line now carries more or less."""
        before, seen = self.limit.allowed, self._reader.read(self.peer.counters(), now)
        changed = seen is not None and self.limit.take(seen, WHOLE, now)
        self.shrank = self.limit.allowed < before
        return changed


class FanOut:
    """All receivers of one worker; lives on the event loop."""

    def __init__(
        self,
        set_codecs: Callable[[FeedName, frozenset[VideoCodec]], None],
        wish_key_frame: Callable[[FeedName, VideoCodec], None],
        *,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._clock = clock
        self._set_codecs = set_codecs
        self._wish_key_frame = wish_key_frame
        self._receivers: list[Receiver] = []
        self._return_site: SiteId | None = None
        self._paced = PacedSending()
        self._codecs: dict[FeedName, frozenset[VideoCodec]] = {}

    def add(self, receiver: Receiver) -> None:
        """Takes a receiver; it begins with the next key frame of its feed."""
        self._receivers.append(receiver)
        receiver.wanted_feed = self._feed_of(receiver)
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
        self._paced.hurried = frozenset(each.peer for each in self._receivers if each.site == site)
        self._move(self._receivers)

    def look_at_lines(self, now: float) -> None:
        """Once a second: gives every line what it carries."""
        changed = [receiver for receiver in self._receivers if receiver.look_at_line(now)]
        if changed:
            self._move(changed)
        for receiver in self._receivers:
            bits = receiver.limit.take_question()
            if bits is not None:
                receiver.peer.test_line(-(-bits // 1000), partial(self._line_answered, receiver), GENTLE)

    def _line_answered(self, receiver: Receiver, rate: LineRate) -> None:
        """Gives a line its next larger size when it carries that, on the word of a ramp."""
        bits = None if rate.kilobits is None else 1000 * rate.kilobits
        if receiver.limit.answer(bits, self._clock()) and receiver in self._receivers:
            self._move([receiver])

    def _move(self, receivers: Iterable[Receiver]) -> None:
        """Gives receivers another feed where another one is theirs now."""
        moved = [each for each in receivers if each.wanted_feed is not self._feed_of(each)]
        for receiver in moved:
            receiver.wanted_feed = self._feed_of(receiver)
            if receiver.shrank:
                # The old feed is what its line does not carry: it ends now, not with the first picture of the new one.
                receiver.feed = None
        self._follow_codecs()
        for receiver in moved:
            self.key_frame_wanted(receiver)

    def key_frame_wanted(self, receiver: Receiver) -> None:
        """Passes a receiver's wish on to the encoder of its feed."""
        if receiver.codec is not None and receiver.wanted_feed is not None:
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

    def _feed_of(self, receiver: Receiver) -> FeedName | None:
        allowed, returns = receiver.limit.allowed, receiver.site == self._return_site
        if returns and allowed > 1:
            return FeedName.RETURN
        return FeedName.PROGRAM if allowed >= WHOLE else LESS.get(allowed)

    def _follow_codecs(self) -> None:
        for feed in FeedName:
            in_use: frozenset[VideoCodec] = frozenset(
                each.codec for each in self._receivers if each.codec and feed in (each.wanted_feed, each.feed)
            )
            if self._codecs.get(feed) != in_use:
                self._codecs[feed] = in_use
                self._set_codecs(feed, in_use)
