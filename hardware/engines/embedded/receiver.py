"""One connection that receives: which feed it gets, and whether the content comes to it as a stream of its own.

Rule: what a line carries is shared out in one order: sound first, then the content, then the picture beside it. A line
that carries no content of its own gets the program with the content in it, as small as it must be; nobody else notices.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from console.words import SiteId
from hardware.engines.embedded.coded_feeds import FeedName
from hardware.engines.embedded.program import LARGE_PROGRAM
from hardware.engines.embedded.small_feeds import STAGE, THUMBNAIL
from hardware.rtc.line_limit import LineLimit
from hardware.rtc.line_reader import LineReader
from hardware.rtc.media_types import PacketisedUnit, VideoCodec
from hardware.rtc.peer import Peer
from hardware.rtc.video_codec import CONTENT_BITS_PER_SECOND

STEPS: Final = (THUMBNAIL.bits_per_second, STAGE.bits_per_second, LARGE_PROGRAM.bits_per_second)
LESS: Final[Mapping[int, FeedName]] = {1: FeedName.THUMBNAIL, 2: FeedName.STAGE}
"""What goes to a line that carries so many steps."""
STEPS_WITH_CONTENT: Final = (
    THUMBNAIL.bits_per_second,
    CONTENT_BITS_PER_SECOND,
    CONTENT_BITS_PER_SECOND + STAGE.bits_per_second,
    CONTENT_BITS_PER_SECOND + LARGE_PROGRAM.bits_per_second,
)
BESIDE_CONTENT: Final = (None, FeedName.THUMBNAIL, None, FeedName.SPEAKER_STAGE, FeedName.SPEAKER)
"""The picture beside the content, by how many of these steps a line carries."""
CONTENT_FROM, RETURN_BESIDE_CONTENT_FROM = 2, 3
CONTENT_CODEC: Final[VideoCodec] = "H264"
"""Content is coded once, in this; who does not take it sees it in the program."""


class Share(NamedTuple):
    """What one receiver shall get."""

    feed: FeedName | None
    """None: no picture of the program."""
    content: bool = False


class ContentLine:
    """The content's section of a connection, for whoever sends pictures in slices."""

    __slots__ = ("_peer",)

    def __init__(self, peer: Peer) -> None:
        self._peer = peer

    def send_video(self, unit: PacketisedUnit) -> None:
        """Sends a whole picture."""
        self._peer.send_content_slice(unit, 0, len(unit.payloads))

    def send_video_slice(self, unit: PacketisedUnit, start: int, count: int) -> None:
        """Sends some packets of a picture; slices of one picture follow each other."""
        self._peer.send_content_slice(unit, start, count)


@dataclass(slots=True, eq=False)
class Receiver:
    """A connection that receives; `feed` is what it gets now, None before its first key frame."""

    site: SiteId
    peer: Peer
    codec: VideoCodec | None
    wanted_feed: FeedName | None = FeedName.PROGRAM
    """None: its line carries no picture of the program."""
    feed: FeedName | None = None
    limit: LineLimit = field(default_factory=lambda: LineLimit(STEPS))
    shrank: bool = False
    """Its line was just found to carry less."""
    content_line: ContentLine | None = None
    """Where its content goes; None while it takes none of its own."""
    wants_content: bool = False
    has_content: bool = False
    """It had a key frame of the content."""
    _reader: LineReader = field(default_factory=LineReader)

    def look_at_line(self, now: float) -> bool:
        """Takes what the other side reports; tells whether its line now carries more or less."""
        before, seen = self.limit.allowed, self._reader.read(self.peer.counters(), now)
        changed = seen is not None and self.limit.take(seen, len(self._steps), now)
        self.shrank = self.limit.allowed < before
        return changed

    @property
    def _steps(self) -> tuple[int, ...]:
        return STEPS if self.content_line is None else STEPS_WITH_CONTENT

    def take_content(self, *, takes: bool) -> bool:
        """Gives content a stream of its own, or puts it back into the program; tells whether that is new."""
        able = takes and self.codec == CONTENT_CODEC and self.peer.takes_content
        if able == (self.content_line is not None):
            return False
        before, allowed = self._steps, self.limit.allowed
        self.content_line = ContentLine(self.peer) if able else None
        self.limit = LineLimit(self._steps)
        if allowed < len(before):
            # A line that was found narrow stays so: it gets of the other steps what fits into the same.
            carried = before[allowed - 1] if allowed else 0
            self.limit.allowed = sum(step <= carried for step in self._steps)
        return True

    def share(self, *, returns: bool) -> Share:
        """Returns what it shall get; `returns`: its site sees the return picture."""
        allowed = self.limit.allowed
        if self.content_line is not None:
            beside = returns and allowed >= RETURN_BESIDE_CONTENT_FROM
            feed = FeedName.RETURN if beside else BESIDE_CONTENT[allowed]
            return Share(feed, content=allowed >= CONTENT_FROM)
        if returns and allowed > 1:
            return Share(FeedName.RETURN)
        return Share(FeedName.PROGRAM if allowed >= len(STEPS) else LESS.get(allowed))

    def follow(self, share: Share) -> bool:
        """Wants its share from now on; tells whether that is another one than before."""
        if (self.wanted_feed, self.wants_content) == share:
            return False
        self.wanted_feed, self.wants_content = share
        self.has_content = self.has_content and self.wants_content
        if self.shrank:
            # The old feed is what its line does not carry: it ends now, not with the first picture of the new one.
            self.feed = None
        return True

    @property
    def waits(self) -> bool:
        """Whether the first key frame of its feed has not come yet."""
        return self.feed is not self.wanted_feed

    @property
    def waits_for_content(self) -> bool:
        """Whether the first key frame of the content has not come yet."""
        return self.wants_content and not self.has_content
