"""The size that a key frame says it has, read before any decoder makes room for it.

Rule: pure; only as much is read as the size needs (H.264 section 7.3.2.1.1, RFC 6386 section 9.1). What cannot be read
is unknown, and the decoder's to judge.
"""

from typing import Final

from hardware.rtc.media_types import VideoCodec

_SPS: Final = 7
_MOST_OCTETS: Final = 256
"""Of a parameter set: its size stands before everything that may be long."""
_WITH_CHROMA: Final = frozenset({100, 110, 122, 244, 44, 83, 86, 118, 128})
"""Profiles whose parameter sets say more before the size (section 7.3.2.1.1)."""
_VP8_START: Final = b"\x9d\x01\x2a"
_LONGEST_GOLOMB: Final = 32


def claimed_pixels(codec: VideoCodec, data: bytes) -> int:
    """Returns the largest number of pixels that a coded picture claims; 0 where it says nothing of its size."""
    return _vp8_pixels(data) if codec == "VP8" else _h264_pixels(data)


def _vp8_pixels(data: bytes) -> int:
    if len(data) < 10 or data[0] & 1 or data[3:6] != _VP8_START:
        return 0
    return (int.from_bytes(data[6:8], "little") & 0x3FFF) * (int.from_bytes(data[8:10], "little") & 0x3FFF)


def _h264_pixels(data: bytes) -> int:
    most, at = 0, data.find(b"\0\0\1")
    while 0 <= at < len(data) - 3:
        kind = data[at + 3] & 0x1F
        if kind == _SPS:
            most = max(most, _sps_pixels(data[at + 4 : at + 4 + _MOST_OCTETS]))
        elif 1 <= kind <= 5:
            break
        at = data.find(b"\0\0\1", at + 3)
    return most


def _sps_pixels(payload: bytes) -> int:
    bits = _Bits(payload.replace(b"\0\0\3", b"\0\0"))
    try:
        return _read_size(bits)
    except IndexError:
        return 0


def _read_size(bits: "_Bits") -> int:
    profile = bits.fixed(8)
    bits.fixed(16)  # constraints and level
    bits.golomb()
    if profile in _WITH_CHROMA:
        _pass_chroma(bits)
    bits.golomb()  # log2_max_frame_num_minus4
    _pass_order(bits)
    bits.golomb()  # max_num_ref_frames
    bits.fixed(1)
    width, height = bits.golomb() + 1, bits.golomb() + 1
    fields = 1 if bits.fixed(1) else 2
    return 256 * width * height * fields


def _pass_chroma(bits: "_Bits") -> None:
    chroma = bits.golomb()
    if chroma == 3:
        bits.fixed(1)
    bits.golomb()
    bits.golomb()
    bits.fixed(1)
    if bits.fixed(1):
        for place in range(8 if chroma != 3 else 12):
            if bits.fixed(1):
                _pass_scaling(bits, 16 if place < 6 else 64)


def _pass_scaling(bits: "_Bits", count: int) -> None:
    last = following = 8
    for _ in range(count):
        if following:
            coded = bits.golomb()
            delta = (coded + 1) // 2 if coded % 2 else -(coded // 2)
            following = (last + delta) % 256
        last = following or last


def _pass_order(bits: "_Bits") -> None:
    kind = bits.golomb()
    if kind == 0:
        bits.golomb()
    elif kind == 1:
        bits.fixed(1)
        bits.golomb()
        bits.golomb()
        for _ in range(min(bits.golomb(), 255)):
            bits.golomb()


class _Bits:
    """Reads bits from the first on; raises IndexError behind the last."""

    def __init__(self, data: bytes) -> None:
        self._value, self._left = int.from_bytes(data, "big"), 8 * len(data)

    def fixed(self, count: int) -> int:
        if count > self._left:
            raise IndexError("behind the end")
        self._left -= count
        return self._value >> self._left & (1 << count) - 1

    def golomb(self) -> int:
        """Reads an unsigned exponential Golomb code (section 9.1)."""
        zeroes = 0
        while not self.fixed(1):
            zeroes += 1
            if zeroes > _LONGEST_GOLOMB:
                raise IndexError("a code longer than any")
        return (1 << zeroes) - 1 + self.fixed(zeroes)
