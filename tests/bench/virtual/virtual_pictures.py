"""Coded pictures without a coder, in the sizes and at the times of real ones; nothing is to be seen on them.

Rule: seeded. A key frame is `KEY_TIMES` as large as the pictures between; both vary as moving people make them vary.
"""

import random
from dataclasses import dataclass, field
from typing import Final

from hardware.rtc.media_types import PacketisedUnit
from hardware.rtc.payload_formats import packetise
from hardware.rtc.video_codec import PictureFormat

KEY_TIMES: Final = 5.0
VARIES: Final = 0.4
HEAD: Final = b"\0\0\0\1\x67sps\0\0\0\1\x68pps"
FILL: Final = bytes(range(1, 256)) * 1000


@dataclass(slots=True)
class CodedPictures:
    """One coder's pictures."""

    dice: random.Random = field(repr=False)

    def picture(self, shape: PictureFormat, rtp_time: int, *, key: bool) -> PacketisedUnit:
        """Returns the next picture, cut into payloads."""
        usual = shape.bits_per_second / 8 / shape.frames_per_second * (KEY_TIMES if key else 1.0)
        size = int(usual * self.dice.uniform(1 - VARIES, 1 + VARIES))
        data = (HEAD if key else b"") + b"\0\0\0\1" + (b"\x65" if key else b"\x41") + FILL[:size]
        return packetise("H264", data, rtp_time, key=key)
