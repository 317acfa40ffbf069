"""The program as it leaves the program thread: which feeds there are, and one coded picture of one of them."""

from dataclasses import dataclass, field
from enum import StrEnum

from hardware.engines.embedded.key_frames import KeyFrameWishes
from hardware.rtc.media_types import PacketisedUnit
from hardware.rtc.video_codec import VideoEncoder


class FeedName(StrEnum):
    PROGRAM = "program"
    """What everybody receives, but the site on the podium."""
    RETURN = "return"
    """What the site on the podium receives instead of itself."""
    STAGE = "stage"
    """The program, smaller, for lines that do not carry it whole."""
    THUMBNAIL = "thumbnail"
    """The program as small as a tile, for lines that carry little more than sound."""
    CONTENT = "content"
    """The content alone, for whoever takes it beside the program; coded by who plays it, never here."""
    SPEAKER = "speaker"
    """The program without the content, for whoever has the content beside it."""
    SPEAKER_STAGE = "speaker_stage"
    """The same, smaller."""


@dataclass(frozen=True, slots=True)
class CodedPicture:
    """One picture of a feed, ready for all its receivers of one codec."""

    feed: FeedName
    unit: PacketisedUnit


@dataclass(slots=True)
class CodedStream:
    """One encoder of a feed and the wishes of its receivers."""

    encoder: VideoEncoder
    wishes: KeyFrameWishes = field(default_factory=KeyFrameWishes)
    pictures: int = 0
