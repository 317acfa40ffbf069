"""The control channel's way through aiortc, shortened: the third part of `adapter.py`, and like it tied to 1.16.0.

Rule: what arrives is handled in the call that brings it, as media is, with no queue and no task between. A message that
comes alone is acknowledged together with the answer to it, else a moment later (RFC 9260 sections 6.2 and 6.10), so
that an order to some hundred sites does not wait behind their acknowledgements.
"""

import asyncio
import contextlib
import struct
from collections.abc import Callable, Coroutine
from typing import Any, Final, cast

from aiortc import RTCDtlsTransport, rtcsctptransport
from aiortc.rtcsctptransport import DataChunk, RTCSctpTransport, SackChunk
from OpenSSL import SSL

ACK_SECONDS: Final = 0.02
"""Far below the shortest repeat of the other side, and of the 200 ms that RFC 9260 allows."""
LONGEST_BESIDE_ACK: Final = 1100
"""Octets of a message that goes into one packet with an acknowledgement."""
_LARGEST_RECORD: Final = 1500
_PARAMETER_HEADER: Final = 4
"""Octets: type and length."""
MOST_STREAMS: Final = 16
"""Of one association that may send: each costs memory for good; our own program uses one."""
MALFORMED: Final = (ValueError, LookupError, TypeError, AttributeError, AssertionError, struct.error, OverflowError)
"""What aiortc and aioice raise for octets that they do not expect."""


class ControlBeyondBounds(ValueError):
    """A chunk that would make us keep more than the window that was announced, or for streams nobody opens."""


class AckedData:
    """An acknowledgement and a message in one packet, where aiortc expects one chunk."""

    def __init__(self, ack: SackChunk, data: DataChunk) -> None:
        self._octets = bytes(ack) + bytes(data)

    def __bytes__(self) -> bytes:
        """Returns both chunks, the acknowledgement first."""
        return self._octets


def defer_acknowledgements() -> None:
    """Replaces how aiortc acknowledges: at once, each packet alone, before the application answers."""
    sctp = cast("Any", RTCSctpTransport)
    sack_now, send_chunk = sctp._send_sack, sctp._send_chunk

    async def acknowledge(self: Any) -> None:
        waited = _stop_waiting(self)
        if waited or self._sack_misordered or self._sack_duplicates or self.state != "connected":
            await sack_now(self)
            return
        self._sack_needed = False
        loop = asyncio.get_running_loop()
        self._ack_timer = loop.call_later(ACK_SECONDS, _acknowledge_alone, self, sack_now)

    async def send(self: Any, chunk: object) -> None:
        if isinstance(chunk, DataChunk) and len(chunk.user_data) <= LONGEST_BESIDE_ACK and _stop_waiting(self):
            chunk = AckedData(_ack_of(self), chunk)
        await send_chunk(self, chunk)

    sctp._send_sack, sctp._send_chunk = acknowledge, send


def _stop_waiting(sctp: Any) -> bool:
    """Takes back a deferred acknowledgement; tells whether there was one."""
    timer = _fields(sctp).pop("_ack_timer", None)
    if timer is None:
        return False
    timer.cancel()
    return True


def _fields(sctp: object) -> dict[str, Any]:
    return vars(sctp)


def _acknowledge_alone(sctp: Any, sack_now: Callable[[Any], Coroutine[Any, Any, None]]) -> None:
    # A connection that was taken apart meanwhile has no such field left.
    if _fields(sctp).pop("_ack_timer", None) is not None:
        with contextlib.suppress(ConnectionError):
            run_through(sack_now(sctp))


def _ack_of(sctp: Any) -> SackChunk:
    ack = SackChunk()
    ack.cumulative_tsn = sctp._last_received_tsn
    ack.advertised_rwnd = max(0, sctp._advertised_rwnd)
    return ack


def bound_reassembly() -> None:
    """Keeps no more parts of messages than the announced window holds (RFC 9260 section 6.2); aiortc keeps all."""
    sctp = cast("Any", RTCSctpTransport)
    receive = sctp._receive_data_chunk

    async def receive_within_bounds(self: Any, chunk: DataChunk) -> None:
        known = chunk.stream_id in self._inbound_streams
        if not chunk.user_data or self._advertised_rwnd < len(chunk.user_data):
            raise ControlBeyondBounds("a chunk without data, or beyond the window")
        if not known and len(self._inbound_streams) >= MOST_STREAMS:
            raise ControlBeyondBounds("one stream too many")
        await receive(self, chunk)

    sctp._receive_data_chunk = receive_within_bounds


def bound_parameters() -> None:
    """Refuses a parameter shorter than its own header (RFC 9260 section 3.2.1): aiortc would read it without end."""
    read = rtcsctptransport.decode_params

    def read_to_the_end(body: bytes) -> list[tuple[int, bytes]]:
        at = 0
        while at <= len(body) - _PARAMETER_HEADER:
            length = int.from_bytes(body[at + 2 : at + _PARAMETER_HEADER])
            if length < _PARAMETER_HEADER:
                raise ControlBeyondBounds("a parameter shorter than its header")
            at += length + -length % 4
        return read(body)

    rtcsctptransport.decode_params = read_to_the_end


class SecuredRecords:
    """Takes the DTLS records of one secured connection as they arrive; what is nonsense is dropped and told."""

    def __init__(self, dtls: RTCDtlsTransport, malformed: Callable[[], None]) -> None:
        self._dtls, self._malformed = cast("Any", dtls), malformed

    def take(self, record: bytes) -> bool:
        """Handles one record; False when its connection ends, and aiortc's own task has to see that."""
        dtls = self._dtls
        dtls._ssl.bio_write(record)
        try:
            clear = dtls._ssl.recv(_LARGEST_RECORD)
        except SSL.ZeroReturnError:
            return False
        except SSL.WantReadError:
            clear = b""
        except SSL.Error:
            self._malformed()
            clear = b""
        with contextlib.suppress(ConnectionError):
            run_through(dtls._write_ssl())
            if clear and dtls._data_receiver is not None:
                self._hand_over(clear)
        return True

    def _hand_over(self, clear: bytes) -> None:
        try:
            run_through(self._dtls._data_receiver._handle_data(clear))
        except MALFORMED:
            self._malformed()


def run_through(work: Coroutine[Any, Any, None]) -> None:
    """Runs what is a coroutine in name only: on a datagram socket of ours nothing in it ever waits."""
    try:
        work.send(None)
    except StopIteration:
        return
    work.close()
    raise RuntimeError("aiortc waited where it never did: install the locked versions")
