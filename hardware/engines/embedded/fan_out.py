"""Gives every receiver its feed and its mix: packets are built once, only headers differ.

Rules: large pictures go out in slices, to the site on the podium first (`paced_sending.py`); a receiver changes from
one feed to another with a key frame of the new one, and keeps the old one until then. What a receiver's line does not
carry it does not get (`line_limit`): a smaller size, or no pictures at all, so that sound has its way; nobody else
notices. A larger one comes back once a ramp of padding says that the line carries it. Content goes beside the program
to whoever takes it (`receiver.py`).
"""

import time
from collections.abc import Callable, Iterable
from functools import partial

from console.words import SiteId
from hardware.engines.embedded.audio import MixedFrame
from hardware.engines.embedded.coded_feeds import CodedPicture, FeedName
from hardware.engines.embedded.paced_sending import PacedSending
from hardware.engines.embedded.receiver import CONTENT_CODEC, Receiver, Share
from hardware.rtc.line_ramp import GENTLE, LineRate
from hardware.rtc.media_types import CAMERA_SECTION, PacketisedUnit, VideoCodec
from hardware.rtc.repeat_ring import RepeatRing


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
        self._content_sites: frozenset[SiteId] = frozenset()
        self._paced = PacedSending()
        self._codecs: dict[FeedName, frozenset[VideoCodec]] = {}
        self._rings: dict[tuple[FeedName, VideoCodec], RepeatRing] = {}
        """What can be asked for again, once for all receivers."""

    def add(self, receiver: Receiver) -> None:
        """Takes a receiver; it begins with the next key frame of its feed."""
        self._receivers.append(receiver)
        receiver.take_content(takes=receiver.site in self._content_sites)
        receiver.follow(self._share_of(receiver))
        self._follow_codecs()
        self._wish(receiver)

    def remove(self, receiver: Receiver) -> None:
        if receiver in self._receivers:
            self._receivers.remove(receiver)
            self._paced.drop(receiver.peer)
            self._drop_content(receiver)
            self._follow_codecs()

    def give_return_feed_to(self, site: SiteId | None) -> None:
        """Names the site that sees the return feed; everybody else sees the program."""
        self._return_site = site
        self._paced.hurried = frozenset(each.peer for each in self._receivers if each.site == site)
        self._move(self._receivers)

    def give_content_to(self, sites: frozenset[SiteId]) -> None:
        """Names the sites that take the content as a stream of its own; everybody else sees it in the program."""
        self._content_sites = sites
        for receiver in self._receivers:
            if receiver.content_line is not None and receiver.site not in sites:
                self._drop_content(receiver)
        self._move([each for each in self._receivers if each.take_content(takes=each.site in sites)])

    def _drop_content(self, receiver: Receiver) -> None:
        if receiver.content_line is not None:
            self._paced.drop(receiver.content_line)

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
        moved = [each for each in receivers if each.follow(self._share_of(each))]
        self._follow_codecs()
        for receiver in moved:
            self._wish(receiver)

    def _wish(self, receiver: Receiver) -> None:
        """Wishes for the key frames that a receiver waits for."""
        if receiver.waits:
            self.key_frame_wanted(receiver)
        if receiver.waits_for_content:
            self._wish_key_frame(FeedName.CONTENT, CONTENT_CODEC)

    def key_frame_wanted(self, receiver: Receiver, section: int = CAMERA_SECTION) -> None:
        """Passes a receiver's wish on to the encoder of its feed, or of the content."""
        if section != CAMERA_SECTION:
            if receiver.wants_content:
                self._wish_key_frame(FeedName.CONTENT, CONTENT_CODEC)
        elif receiver.codec is not None and receiver.wanted_feed is not None:
            self._wish_key_frame(receiver.wanted_feed, receiver.codec)

    def ask_again(self) -> None:
        """Repeats the wishes of receivers that still wait for the first key frame of their feed."""
        for receiver in self._receivers:
            if receiver.waits or receiver.waits_for_content:
                self._wish(receiver)

    def repeat_codecs(self) -> None:
        """Says again which codecs are needed: whoever makes the program was started anew."""
        for feed, codecs in self._codecs.items():
            self._set_codecs(feed, codecs)

    def send_pictures(self, coded: Iterable[CodedPicture]) -> None:
        """Sends each picture to the receivers of its feed and codec."""
        for picture in coded:
            ring = self._rings.setdefault((picture.feed, picture.unit.codec), RepeatRing())
            unit, feed = ring.keep(picture.unit), picture.feed
            if feed is FeedName.CONTENT:
                self._send_content(unit)
                continue
            for receiver in self._receivers:
                if receiver.codec != unit.codec:
                    continue
                if unit.key and receiver.wanted_feed is feed:
                    receiver.feed = feed
                if receiver.feed is feed:
                    self._paced.send(receiver.peer, unit)

    def _send_content(self, unit: PacketisedUnit) -> None:
        for receiver in self._receivers:
            if receiver.wants_content and receiver.content_line is not None:
                receiver.has_content = receiver.has_content or unit.key
                if receiver.has_content:
                    self._paced.send(receiver.content_line, unit)

    def send_sound(self, frame: MixedFrame) -> None:
        """Sends 20 ms to everybody: the common mix, or the mix without the receiver's own sound."""
        common, own = frame.common, frame.own
        for receiver in self._receivers:
            sound = own.get(receiver.site, common)
            receiver.peer.send_audio(sound.payload, frame.rtp_time, sound.level_dbov)

    def _share_of(self, receiver: Receiver) -> Share:
        return receiver.share(returns=receiver.site == self._return_site)

    def _follow_codecs(self) -> None:
        for feed in FeedName:
            in_use: frozenset[VideoCodec] = frozenset(
                each.codec for each in self._receivers if each.codec and feed in (each.wanted_feed, each.feed)
            )
            if feed is FeedName.CONTENT and any(each.wants_content for each in self._receivers):
                in_use = frozenset((CONTENT_CODEC,))
            if self._codecs.get(feed) != in_use:
                self._codecs[feed] = in_use
                self._set_codecs(feed, in_use)
