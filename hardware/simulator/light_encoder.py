"""An encoder for many simulated sites on one machine: thumbnails with x264's least care, which halves their price.

Rule: what is on deck or on the podium is encoded as every site encodes it.
"""

from av.video.codeccontext import VideoCodecContext

from hardware.rtc.media_types import VideoCodec
from hardware.rtc.video_codec import THUMBNAIL, H264Encoder, PictureFormat, VideoEncoder, make_encoder


class LightH264Encoder(H264Encoder):
    """As its base, but quicker and coarser."""

    def _open(self, wanted: PictureFormat) -> VideoCodecContext:
        context = super()._open(wanted)
        context.options = {**context.options, "preset": "ultrafast"}
        return context


def make_light_encoder(codec: VideoCodec, wanted: PictureFormat) -> VideoEncoder:
    """Returns the encoder that a simulated site uses for a format."""
    if codec == "H264" and wanted == THUMBNAIL:
        return LightH264Encoder(wanted)
    return make_encoder(codec, wanted)
