"""The program again in smaller sizes, for receivers whose line does not carry it whole.

Rule: used by the program thread, wishes come from the loop. A size that nobody needs is neither scaled nor coded; each
is made once for all who need it, however many they are.
"""

from dataclasses import dataclass, field
from typing import Final

import av

from hardware.engines.embedded.coded_feeds import CodedPicture, CodedStream, FeedName
from hardware.engines.embedded.yuv import Scaler
from hardware.rtc.media_types import VIDEO_CLOCK_HZ, VideoCodec
from hardware.rtc.payload_formats import packetise
from hardware.rtc.video_codec import PictureFormat, make_encoder

STILL_SECONDS: Final = 0.5
"""A picture that does not change is coded again so often."""
STAGE: Final = PictureFormat(640, 360, 12, 400_000)
THUMBNAIL: Final = PictureFormat(320, 180, 8, 110_000)


@dataclass(slots=True)
class SmallFeed:
    """One smaller size of the program."""

    name: FeedName
    shape: PictureFormat
    of: FeedName = FeedName.PROGRAM
    """What it is a smaller size of."""
    streams: dict[VideoCodec, CodedStream] = field(default_factory=dict)
    wanted_codecs: frozenset[VideoCodec] = frozenset()
    _scaler: Scaler = field(default_factory=Scaler)
    _number: int = -1
    _coded_at: float = 0.0

    def make(self, frame: av.VideoFrame, number: int, now: float) -> list[CodedPicture]:
        """Codes the program's picture of this number, when it is new and the size's own frame rate allows it."""
        if not self.wanted_codecs and not self.streams:
            return []
        self._follow_codecs()
        if not self._is_due(number, now):
            return []
        self._number, self._coded_at = number, now
        small = self._scaler.scale(frame, self.shape.width, self.shape.height, "yuv420p")
        coded = (self._encode(codec, stream, small, now) for codec, stream in self.streams.items())
        return [picture for picture in coded if picture is not None]

    def _follow_codecs(self) -> None:
        wanted = self.wanted_codecs
        for codec in self.streams.keys() - wanted:
            del self.streams[codec]
        for codec in wanted - self.streams.keys():
            self.streams[codec] = CodedStream(make_encoder(codec, self.shape))

    def _is_due(self, number: int, now: float) -> bool:
        passed = now - self._coded_at
        if passed < 0.9 / self.shape.frames_per_second:
            return False
        wished = any(stream.wishes.wished for stream in self.streams.values())
        return number != self._number or wished or passed >= STILL_SECONDS

    def _encode(self, codec: VideoCodec, stream: CodedStream, frame: av.VideoFrame, now: float) -> CodedPicture | None:
        if stream.wishes.take(now):
            stream.encoder.request_key_frame()
        unit = stream.encoder.encode(frame)
        if unit is None:
            return None
        stream.pictures += 1
        rtp_time = int(now * VIDEO_CLOCK_HZ) & 0xFFFFFFFF
        return CodedPicture(
            self.name, packetise(codec, unit.data, rtp_time, key=unit.key, picture_id=stream.pictures & 0x7FFF)
        )


def small_feeds() -> dict[FeedName, SmallFeed]:
    """Returns all smaller sizes of the program."""
    return {
        FeedName.STAGE: SmallFeed(FeedName.STAGE, STAGE),
        FeedName.THUMBNAIL: SmallFeed(FeedName.THUMBNAIL, THUMBNAIL),
        FeedName.SPEAKER_STAGE: SmallFeed(FeedName.SPEAKER_STAGE, STAGE, of=FeedName.SPEAKER),
    }
