"""Handshakes in datagrams that every line carries: a part of `adapter.py`, and like it tied to aiortc 1.16.0.

Rule: nothing that we send is larger than IPv6's least packet, whatever certificate a handshake carries. aiortc writes
all records of a flight into one datagram of up to 1,500 octets, and leaves behind what is beyond.
"""

import contextlib
from collections.abc import Iterator
from typing import Any, Final, cast

from aiortc import RTCCertificate, RTCDtlsTransport
from OpenSSL import SSL

LARGEST_DATAGRAM: Final = 1232
"""1,280 octets (RFC 8200 section 5) without the headers of IPv6 and UDP."""
_RECORD_HEADER: Final = 13
_ALL_AT_ONCE: Final = 65_536


def send_small_datagrams() -> None:
    """Replaces how aiortc makes DTLS connections and writes what they want sent."""
    dtls, certificate = cast("Any", RTCDtlsTransport), cast("Any", RTCCertificate)
    make_context, shake_hands = certificate._create_ssl_context, dtls._do_handshake

    def context_of_fixed_size(self: Any, srtp_profiles: object) -> SSL.Context:
        context: SSL.Context = make_context(self, srtp_profiles)
        context.set_options(SSL.OP_NO_QUERY_MTU)
        return context

    async def handshake(self: Any) -> None:
        self._ssl.set_ciphertext_mtu(LARGEST_DATAGRAM)
        await shake_hands(self)

    async def write(self: Any) -> None:
        for datagram in datagrams_of(_all_written(self._ssl)):
            await self.transport._send(datagram)

    certificate._create_ssl_context = context_of_fixed_size
    dtls._do_handshake, dtls._write_ssl = handshake, write


def _all_written(connection: Any) -> bytes:
    octets = bytearray()
    with contextlib.suppress(SSL.Error):  # nothing is left
        while True:
            octets += connection.bio_read(_ALL_AT_ONCE)
    return bytes(octets)


def datagrams_of(records: bytes, most: int = LARGEST_DATAGRAM) -> Iterator[bytes]:
    """Returns DTLS records in order, as many in each datagram as fit (RFC 6347 section 4.1.1)."""
    start = end = 0
    while end + _RECORD_HEADER <= len(records):
        after = end + _RECORD_HEADER + int.from_bytes(records[end + 11 : end + _RECORD_HEADER], "big")
        if after - start > most and end > start:
            yield records[start:end]
            start = end
        end = after
    if start < len(records):
        yield records[start:]
