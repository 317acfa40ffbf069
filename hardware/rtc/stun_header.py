"""The little of STUN that finding the right connection needs (RFC 8489 sections 5 and 14.3).

Rule: pure; authentication is aioice's, here a datagram only learns to whom it is handed.
"""

_HEADER_BYTES = 20
_COOKIE = b"\x21\x12\xa4\x42"
_CLASS_MASK = 0x0110
_USERNAME = 0x0006


def is_stun_response(data: bytes) -> bool:
    """Tells success and error responses from requests and indications."""
    return len(data) >= _HEADER_BYTES and (data[0] << 8 | data[1]) & _CLASS_MASK in {0x0100, 0x0110}


def stun_user(data: bytes) -> str | None:
    """Returns the receiver's part of USERNAME (RFC 8445 section 7.2.2), or None when there is none."""
    if len(data) < _HEADER_BYTES or data[4:8] != _COOKIE:
        return None
    at, end = _HEADER_BYTES, min(len(data), _HEADER_BYTES + (data[2] << 8 | data[3]))
    while at + 4 <= end:
        kind, size = data[at] << 8 | data[at + 1], data[at + 2] << 8 | data[at + 3]
        if kind == _USERNAME:
            name = data[at + 4 : min(at + 4 + size, end)]
            return name.split(b":", 1)[0].decode("ascii", "replace")
        at += 4 + (size + 3 & ~3)
    return None
