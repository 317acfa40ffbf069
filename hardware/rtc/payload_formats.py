"""How coded pictures travel in RTP payloads: H.264 (RFC 6184, packetization mode 1) and VP8 (RFC 7741).

Rule: pure functions on bytes. Cutting is done once per picture for all receivers; joining takes whatever a stock sender
may send (single NAL units, STAP-A, FU-A; VP8 descriptors with any of their options).
"""

from collections.abc import Iterator

from hardware.rtc.media_types import PacketisedUnit, VideoCodec

PAYLOAD_BYTES = 1160
"""Largest payload we send: with RTP, SRTP, UDP and IPv6 headers it stays under 1280, the least MTU of IPv6."""

_START_CODE = b"\0\0\0\1"
_NAL_KEY = 5
_NAL_SPS = 7
_NAL_STAP_A = 24
_NAL_FU_A = 28


class PayloadMalformed(ValueError):
    """A payload whose lengths contradict its size; the picture it belongs to cannot be joined."""


def packetise(codec: VideoCodec, data: bytes, rtp_time: int, *, key: bool, picture_id: int = 0) -> PacketisedUnit:
    """Cuts one coded picture into payloads of at most `PAYLOAD_BYTES`; `picture_id` counts VP8 pictures."""
    payloads = _cut_h264(data) if codec == "H264" else _cut_vp8(data, picture_id)
    return PacketisedUnit(codec=codec, payloads=tuple(payloads), rtp_time=rtp_time, key=key)


def nal_units(data: bytes) -> Iterator[bytes]:
    """Yields the NAL units of an Annex B stream, without start codes."""
    at = data.find(b"\0\0\1")
    while at >= 0:
        start = at + 3
        at = data.find(b"\0\0\1", start)
        end = len(data) if at < 0 else at
        unit = data[start:end].rstrip(b"\0") if at >= 0 else data[start:end]
        if unit:
            yield unit


def _cut_h264(data: bytes) -> Iterator[bytes]:
    small: list[bytes] = []
    room = PAYLOAD_BYTES - 1
    for unit in nal_units(data):
        if len(unit) + 2 > room and small:
            yield _aggregate(small)
            small, room = [], PAYLOAD_BYTES - 1
        if len(unit) > PAYLOAD_BYTES:
            yield from _fragment(unit)
        else:
            small.append(unit)
            room -= len(unit) + 2
    if small:
        yield _aggregate(small)


def _aggregate(units: list[bytes]) -> bytes:
    if len(units) == 1:
        return units[0]
    head = max(unit[0] & 0x60 for unit in units) | _NAL_STAP_A
    return bytes((head,)) + b"".join(len(unit).to_bytes(2, "big") + unit for unit in units)


def _fragment(unit: bytes) -> Iterator[bytes]:
    indicator, kind = unit[0] & 0xE0 | _NAL_FU_A, unit[0] & 0x1F
    count = -(-(len(unit) - 1) // (PAYLOAD_BYTES - 2))
    size = -(-(len(unit) - 1) // count)
    for start in range(1, len(unit), size):
        piece = unit[start : start + size]
        flags = (0x80 if start == 1 else 0) | (0x40 if start + size >= len(unit) else 0)
        yield bytes((indicator, kind | flags)) + piece


def _cut_vp8(data: bytes, picture_id: int) -> Iterator[bytes]:
    count = max(1, -(-len(data) // (PAYLOAD_BYTES - 4)))
    size = max(1, -(-len(data) // count))
    tail = bytes((0x80, 0x80 | picture_id >> 8 & 0x7F, picture_id & 0xFF))
    for start in range(0, max(1, len(data)), size):
        yield (b"\x90" if start == 0 else b"\x80") + tail + data[start : start + size]


def join_h264(payload: bytes, parts: list[bytes]) -> None:
    """Appends what one payload carries to the Annex B pieces of its access unit.

    Raises:
        PayloadMalformed: an empty payload, a length beyond the end, or a unit type nobody sends.
    """
    if len(payload) < 2:
        raise PayloadMalformed("an H.264 payload of less than 2 bytes")
    kind = payload[0] & 0x1F
    if kind == _NAL_FU_A:
        if payload[1] & 0x80:
            parts.append(_START_CODE + bytes((payload[0] & 0xE0 | payload[1] & 0x1F,)))
        parts.append(payload[2:])
    elif kind == _NAL_STAP_A:
        _join_aggregate(payload, parts)
    elif 1 <= kind < _NAL_STAP_A:
        parts.append(_START_CODE + payload)
    else:
        raise PayloadMalformed(f"an H.264 payload of type {kind}")


def _join_aggregate(payload: bytes, parts: list[bytes]) -> None:
    at = 1
    while at + 2 <= len(payload):
        size = payload[at] << 8 | payload[at + 1]
        at += 2
        if size == 0 or at + size > len(payload):
            raise PayloadMalformed("an H.264 aggregate whose lengths contradict")
        parts.append(_START_CODE + payload[at : at + size])
        at += size


def join_vp8(payload: bytes, parts: list[bytes]) -> None:
    """Appends one payload without its descriptor (RFC 7741 section 4.2).

    Raises:
        PayloadMalformed: the descriptor is longer than the payload.
    """
    at = 1
    if payload and payload[0] & 0x80:
        at = 2
        if len(payload) < 3:
            raise PayloadMalformed("a VP8 descriptor that is cut off")
        options = payload[1]
        if options & 0x80:
            at += 2 if payload[at] & 0x80 else 1
        if options & 0x40:
            at += 1
        if options & 0x30:
            at += 1
    if at > len(payload):
        raise PayloadMalformed("a VP8 descriptor longer than its payload")
    parts.append(payload[at:])


def is_key_unit(codec: VideoCodec, data: bytes) -> bool:
    """Tells whether a decoder can begin with this picture: an SPS or IDR slice, or a VP8 key frame."""
    if codec == "VP8":
        return bool(data) and not data[0] & 1
    at = data.find(b"\0\0\1")
    while 0 <= at < len(data) - 3:
        kind = data[at + 3] & 0x1F
        if kind in {_NAL_KEY, _NAL_SPS}:
            return True
        if kind == 1:
            return False
        at = data.find(b"\0\0\1", at + 3)
    return False


def begins_key_unit(codec: VideoCodec, payload: bytes) -> bool:
    """Tells whether this payload is the first of a key picture, whatever was lost before it."""
    if codec == "H264":
        kind = payload[0] & 0x1F
        return kind == _NAL_SPS or (kind == _NAL_STAP_A and len(payload) > 3 and payload[3] & 0x1F == _NAL_SPS)
    parts: list[bytes] = []
    try:
        join_vp8(payload, parts)
    except PayloadMalformed:
        return False
    return payload[0] & 0x17 == 0x10 and bool(parts[0]) and not parts[0][0] & 1
