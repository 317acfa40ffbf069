"""What passes between the worker that mixes and composes and the others: one message type for each thing, nothing else.

Rule: in come the sound packets of open sites and the coded pictures of sites that the program shows; out go coded
programs and mixes, made once. All are media: what a slow worker cannot take is dropped, pictures up to a key frame.
"""

import msgspec

from console.words import SiteId
from hardware.engines.embedded.audio import MixedFrame
from hardware.engines.embedded.coded_feeds import CodedPicture, FeedName
from hardware.engines.embedded.link import LinkEnd
from hardware.engines.embedded.sound_source import CodedSound
from hardware.rtc.media_types import AudioPacket, PacketisedUnit, VideoCodec, VideoUnit

BUFFER_BYTES = 2_000_000


class Passing(msgspec.Struct, frozen=True, tag=True, array_like=True):
    """Base of what passes."""


class Introduced(Passing):
    """First word of a worker that comes to the doorway."""

    token: str


class SoundIn(Passing):
    site: SiteId
    packet: AudioPacket


class PictureIn(Passing):
    site: SiteId
    unit: VideoUnit


class SiteRenewed(Passing):
    """A site's connection has ended or was replaced: what came before belongs to nobody."""

    site: SiteId


class CodecsWanted(Passing):
    feed: FeedName
    codecs: tuple[VideoCodec, ...]


class KeyFrameWished(Passing):
    """A receiver behind the doorway needs a key frame of a feed."""

    feed: FeedName
    codec: VideoCodec


class ProgramWanted(Passing):
    """A recorder wants the program in whatever codec it is coded in anyway, from a key frame on."""


class ContentComes(Passing):
    """A content player's pictures and sound follow, as of this site: it is heard as long as its link is there."""

    site: SiteId


class SourceKeyWanted(Passing):
    """The composing worker's decoder needs a key frame of a site."""

    site: SiteId


class PictureOut(Passing):
    feed: FeedName
    unit: PacketisedUnit

    @classmethod
    def of(cls, coded: CodedPicture) -> "PictureOut":
        return cls(coded.feed, coded.unit)

    def coded(self) -> CodedPicture:
        return CodedPicture(self.feed, self.unit)


class MixOut(Passing):
    rtp_time: int
    common: CodedSound
    own: dict[SiteId, CodedSound]

    @classmethod
    def of(cls, frame: MixedFrame) -> "MixOut":
        return cls(frame.rtp_time, frame.common, dict(frame.own))

    def mixed(self) -> MixedFrame:
        return MixedFrame(self.rtp_time, self.common, self.own)


Inward = Introduced | SoundIn | PictureIn | SiteRenewed | CodecsWanted | KeyFrameWished | ProgramWanted | ContentComes
Outward = PictureOut | MixOut | SourceKeyWanted

_encode = msgspec.msgpack.Encoder().encode
inward_decoder: msgspec.msgpack.Decoder[Inward] = msgspec.msgpack.Decoder(Inward)
outward_decoder: msgspec.msgpack.Decoder[Outward] = msgspec.msgpack.Decoder(Outward)


def encoded(message: Passing) -> bytes:
    """Returns the bytes of a message, to be sent to several workers."""
    return _encode(message)


def pass_on(link: LinkEnd, message: Passing) -> bool:
    """Sends a message; False when the other side is too slow and it was dropped."""
    return link.send_media(_encode(message))
