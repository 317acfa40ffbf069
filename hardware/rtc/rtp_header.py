"""RTP headers, read and written (RFC 3550 section 5.1, header extensions RFC 8285).

Rule: pure functions on bytes, cheap enough to run for every packet of a meeting; a packet that cannot be an RTP packet
gives None, never an exception.
"""

import struct
from dataclasses import dataclass

_FIXED = struct.Struct("!BBHLL")
_ONE_BYTE_PROFILE = 0xBEDE
_TWO_BYTE_MASK = 0xFFF0
_TWO_BYTE_PROFILE = 0x1000
HEADER_BYTES = 12

read_clear = struct.Struct("!HLL").unpack_from
"""(sequence, rtp_time, ssrc) of a packet, at offset 2: readable without the key."""


@dataclass(frozen=True, slots=True)
class ExtensionIds:
    """Which number each header extension has on a connection; 0 where it was not agreed."""

    mid: int = 0
    audio_level: int = 0


def is_rtcp(data: bytes) -> bool:
    """Tells RTCP from RTP on one port by the packet type (RFC 5761 section 4)."""
    return len(data) > 1 and 192 <= data[1] <= 223


def payload_span(data: bytes) -> tuple[int, int] | None:
    """Returns where the payload of a decrypted packet begins and ends, or None when the lengths contradict."""
    first = data[0]
    start = HEADER_BYTES + 4 * (first & 0x0F)
    if first & 0x10:
        if len(data) < start + 4:
            return None
        start += 4 + 4 * ((data[start + 2] << 8) | data[start + 3])
    end = len(data) - data[-1] if first & 0x20 else len(data)
    return (start, end) if start <= end else None


def extension_value(data: bytes, wanted_id: int) -> bytes | None:
    """Returns one header extension's value; it stands in clear, so this works before decryption too."""
    first = data[0]
    if not wanted_id or not first & 0x10:
        return None
    at = HEADER_BYTES + 4 * (first & 0x0F)
    if len(data) < at + 4:
        return None
    profile = (data[at] << 8) | data[at + 1]
    end = at + 4 + 4 * ((data[at + 2] << 8) | data[at + 3])
    if end > len(data):
        return None
    if profile == _ONE_BYTE_PROFILE:
        return _find_one_byte(data, at + 4, end, wanted_id)
    if profile & _TWO_BYTE_MASK == _TWO_BYTE_PROFILE:
        return _find_two_byte(data, at + 4, end, wanted_id)
    return None


def _find_one_byte(data: bytes, at: int, end: int, wanted_id: int) -> bytes | None:
    while at < end:
        head = data[at]
        if head == 0:
            at += 1
            continue
        size = (head & 0x0F) + 1
        if head >> 4 == wanted_id:
            return data[at + 1 : at + 1 + size] if at + 1 + size <= end else None
        at += 1 + size
    return None


def _find_two_byte(data: bytes, at: int, end: int, wanted_id: int) -> bytes | None:
    while at + 1 < end:
        if data[at] == 0:
            at += 1
            continue
        size = data[at + 1]
        if data[at] == wanted_id:
            return data[at + 2 : at + 2 + size] if at + 2 + size <= end else None
        at += 2 + size
    return None


def audio_level_dbov(data: bytes, extension_id: int) -> int | None:
    """Returns the sender's level (RFC 6464 section 3), 0 to -127 dBov, or None when the packet carries none."""
    value = extension_value(data, extension_id)
    return -(value[0] & 0x7F) if value else None


def extension_block(values: list[tuple[int, bytes]]) -> bytes:
    """Writes a one-byte-form extension block; values are (id 1 to 14, 1 to 16 bytes). Empty list: no bytes."""
    if not values:
        return b""
    body = b"".join(bytes((number << 4 | len(value) - 1,)) + value for number, value in values)
    body += bytes(-len(body) % 4)
    return struct.pack("!HH", _ONE_BYTE_PROFILE, len(body) // 4) + body


def write_header(payload_type: int, sequence: int, rtp_time: int, ssrc: int, extension: bytes) -> bytes:
    """Writes a header; add 0x80 to the payload type for the marker."""
    return _FIXED.pack(0x90 if extension else 0x80, payload_type, sequence, rtp_time, ssrc) + extension
