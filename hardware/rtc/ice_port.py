"""aioice on the shared port: the second half of `adapter.py`, and like it tied to aioice 0.13.0.

Rule: ICE gathers on our `MediaSocket` instead of one socket per address and connection (firewalls, descriptors); its
consent checks notice silence within a second (RFC 7675), and a peer whose NAT gave it a new port is followed as soon as
the new way is proved (RFC 8445 section 7.3.1.4).
"""

import asyncio
import random
import secrets
import time
from collections.abc import Callable
from typing import Any, cast

from aioice import Candidate, Connection, ConnectionClosed, stun
from aioice.candidate import candidate_foundation, candidate_priority
from aioice.ice import CandidatePair, ConnectionEvent, StunProtocol

from hardware.rtc.control_path import MALFORMED
from hardware.rtc.media_socket import Address, BoundSocket, MediaSocket
from hardware.rtc.packet_budget import TALK_LIMITS, PacketBudget

CONSENT_SECONDS = 5.0
"""Pause between consent checks while packets arrive (RFC 7675 section 5.1)."""
SILENT_SECONDS = 0.5
"""Nothing heard for so long: the way is checked at once, and a proved new way may take over."""

LAST_STUN_OCTET = 3
FIRST_RECORD_OCTET, LAST_RECORD_OCTET = 20, 63
"""What the first octet of a datagram tells of it (RFC 7983 section 7)."""

MediaSink = Callable[[bytes, float], None]
RecordSink = Callable[[bytes], bool]


class SharedTransport(asyncio.DatagramTransport):
    """What aioice takes for a datagram transport: one local address of the shared port."""

    def __init__(self, bound: BoundSocket, closed: Callable[[], None]) -> None:
        super().__init__()
        self._bound = bound
        self._closed: Callable[[], None] | None = closed

    def sendto(self, data: Any, addr: Any = None) -> None:
        self._bound.send(bytes(data), addr)

    def close(self) -> None:
        closed, self._closed = self._closed, None
        if closed is not None:
            closed()


class IcePort(StunProtocol):
    """aioice's STUN endpoint on one local address of the shared port."""

    def __init__(self, connection: "SharedPortConnection", bound: BoundSocket) -> None:
        super().__init__(connection)
        self.bound = bound
        self.media_received: MediaSink = drop_media
        self._media_socket = connection.media_socket
        self._talk = connection.talk
        self.transport = SharedTransport(bound, self._transport_closed)

    def datagram_received(self, data: bytes | str, addr: tuple[Any, ...]) -> None:
        octets = cast("bytes", data)
        if not self._talk.take(len(octets), time.monotonic()):
            return
        if octets[0] > LAST_STUN_OCTET:
            # aioice would try to read every record as STUN first.
            self.receiver.data_received(octets, self.local_candidate.component)
            return
        try:
            super().datagram_received(data, addr)
        except MALFORMED:
            self._talk.malformed += 1

    def _transport_closed(self) -> None:
        self.bound.forget(self)
        self.connection_lost(None)

    def send_stun(self, message: stun.Message, addr: tuple[str, int]) -> None:
        if message.message_class == stun.Class.RESPONSE:
            # aioice answers with success only after checking user name and integrity.
            self.bound.prove(addr, self)
        super().send_stun(message, addr)

    async def request(
        self,
        request: stun.Message,
        addr: tuple[str, int],
        integrity_key: bytes | None = None,
        retransmissions: int | None = None,
    ) -> tuple[stun.Message, tuple[str, int]]:
        awaited = self._media_socket.awaited
        awaited[request.transaction_id] = self
        try:
            answer = await super().request(request, addr, integrity_key, retransmissions)
        finally:
            del awaited[request.transaction_id]
        self.bound.prove(answer[1], self)
        return answer


class NominatedPairs(dict[int, CandidatePair]):
    """aioice's table of chosen ways, which tells when it changes."""

    def __init__(self, changed: Callable[[], None]) -> None:
        super().__init__()
        self._changed = changed

    def __setitem__(self, component: int, pair: CandidatePair) -> None:
        super().__setitem__(component, pair)
        self._changed()

    def clear(self) -> None:
        super().clear()
        self._changed()


class SharedPortConnection(Connection):
    """An aioice connection on the shared port; `way_changed` is called whenever the chosen pair changes."""

    def __init__(self, media_socket: MediaSocket, consent_expires_seconds: float) -> None:
        # aioice's default of four letters would collide among some hundred connections on one port.
        super().__init__(
            ice_controlling=False, local_username=secrets.token_hex(6), local_password=secrets.token_hex(16)
        )
        self.media_socket = media_socket
        self.way_changed: Callable[[], None] = _nothing
        self.round_trip_seconds: float | None = None
        self.consent_lost = False
        self.talk = PacketBudget(TALK_LIMITS, time.monotonic())
        """What the other side may say besides its media."""
        self._record_sink: RecordSink | None = None
        self._consent_expires_seconds = consent_expires_seconds
        self._nominated: dict[int, CandidatePair] = NominatedPairs(self._tell_way)

    def _tell_way(self) -> None:
        self.way_changed()

    def count_malformed(self) -> None:
        """Notes a record that nothing could be done with."""
        self.talk.malformed += 1

    def take_media(self, sink: MediaSink) -> None:
        """Hands SRTP and SRTCP of this connection to `sink` from now on."""
        for port in self._protocols:
            cast("IcePort", port).media_received = sink

    def take_records(self, sink: RecordSink | None) -> None:
        """Hands DTLS records to `sink` from now on; what it answers with False, and all else, goes to aiortc's task."""
        self._record_sink = sink

    def data_received(self, data: bytes, component: int) -> None:
        sink = self._record_sink
        if sink is None or not FIRST_RECORD_OCTET <= data[0] <= LAST_RECORD_OCTET or not sink(data):
            super().data_received(data, component)

    def way(self) -> tuple[BoundSocket, Address] | None:
        """Returns where packets are sent now, or None when there is no way."""
        pair = self._nominated.get(1)
        return None if pair is None else (cast("IcePort", pair.protocol).bound, pair.remote_addr)

    def heard_seconds(self) -> float:
        """Returns when anything last came along the chosen way; 0 when nothing ever did."""
        way = self.way()
        route = way[0].routes.get(way[1]) if way is not None else None
        return 0.0 if route is None else route.heard_seconds

    async def gather_candidates(self) -> None:
        if self._local_candidates_start:
            return
        self._local_candidates_start = True
        for place, bound in enumerate(self.media_socket.bound_sockets()):
            port = IcePort(self, bound)
            port.local_candidate = _host_candidate(bound.address, place)
            self._protocols.append(port)
            self._local_candidates.append(port.local_candidate)
            self.media_socket.users[self.local_username, bound] = port
        self._local_candidates_end = True

    async def close(self) -> None:
        for port in self._protocols:
            self.media_socket.users.pop((self.local_username, cast("IcePort", port).bound), None)
        await super().close()
        # What is left holds itself in circles, see `MediaPeerConnection.close`.
        self.way_changed = _nothing
        self.take_records(None)
        self._check_list.clear()
        self._nominated = {}

    async def get_event(self) -> ConnectionEvent:
        """Returns the next event; a connection that is already closed says so.

        aioice answers None then, and aiortc, closed in the same moment in which it was started, asks again and again
        without ever yielding: the process would hang.
        """
        return await super().get_event() or ConnectionClosed()

    # ------------------------------------------------------------ consent

    async def query_consent(self) -> None:
        """Checks that the other side still wants our packets: now and then, and at once when it falls silent."""
        consented = time.monotonic()
        next_check = consented + CONSENT_SECONDS * random.uniform(0.8, 1.2)  # noqa: S311
        while True:
            await asyncio.sleep(SILENT_SECONDS / 2)
            now = time.monotonic()
            if now < next_check and now - self.heard_seconds() < SILENT_SECONDS:
                continue
            next_check = now + CONSENT_SECONDS * random.uniform(0.8, 1.2)  # noqa: S311
            if await self._check_consent() or not self._silent():
                # Where a round trip takes longer than the check waits, what arrives tells that somebody is there.
                consented = time.monotonic()
            elif time.monotonic() - consented > self._consent_expires_seconds:
                self.consent_lost = True
                self._query_consent_task = None
                return await self.close()

    async def _check_consent(self) -> bool:
        pair = self._nominated.get(1)
        if pair is None or self.remote_password is None:
            return False
        asked = time.monotonic()
        try:
            await pair.protocol.request(
                self.build_request(pair, nominate=False),
                pair.remote_addr,
                integrity_key=self.remote_password.encode(),
                retransmissions=0,
            )
        except stun.TransactionError:
            return False
        self.round_trip_seconds = time.monotonic() - asked
        return True

    # ------------------------------------------------------------ a peer that moved

    def check_incoming(self, message: stun.Message, addr: tuple[str, int], protocol: StunProtocol) -> None:
        way = self.way()
        if way is not None and way[1] != addr and self._silent():
            # The known way is dead and the peer asks from elsewhere (a NAT gave it a new port): prove that way anew.
            for pair in self._check_list:
                if pair.protocol is protocol and pair.remote_addr == addr and pair.task is None:
                    pair.state = CandidatePair.State.FAILED
        super().check_incoming(message, addr, protocol)

    def check_complete(self, pair: CandidatePair) -> None:
        super().check_complete(pair)
        current = self._nominated.get(1)
        proved = pair.state == CandidatePair.State.SUCCEEDED
        if proved and current is not None and current is not pair and self._silent():
            self._nominated[1] = pair

    def _silent(self) -> bool:
        return time.monotonic() - self.heard_seconds() > SILENT_SECONDS


def _host_candidate(address: Address, place: int) -> Candidate:
    host, number = address
    return Candidate(
        foundation=candidate_foundation("host", "udp", host),
        component=1,
        transport="udp",
        priority=candidate_priority(1, "host", 65535 - place),
        host=host,
        port=number,
        type="host",
    )


def drop_media(data: bytes, now: float) -> None:
    """Takes packets that come before the keys."""


def _nothing() -> None:
    """Stands where nobody wants to be told."""
