"""Asks the network for ONVIF cameras: by multicast on every interface, and directly at given addresses.

Rules: a search lasts as long as it was told to and not a moment longer; it asks twice, for datagrams get lost; it keeps
a bounded number of answers. A camera is where its answer came from, whatever address it names of itself.
"""

import asyncio
import contextlib
import ipaddress
import socket
import uuid
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from hardware.cameras.discovery.ws_discovery_codec import GROUP, PORT, Match, probe, read_matches

SEARCH_SECONDS: Final = 3.0
AGAIN_SECONDS: Final = 0.5
MOST_CAMERAS: Final = 128
MOST_HOSTS: Final = 256

TakeAnswer = Callable[[bytes, str], None]
"""Takes an answer and the address that it came from."""


@dataclass(frozen=True, slots=True)
class NetworkCamera:
    """One camera of the network that understands ONVIF."""

    host: str
    port: int
    name: str
    model: str
    location: str


async def find_onvif(
    hosts: Sequence[str] = (),
    *,
    seconds: float = SEARCH_SECONDS,
    interfaces: Iterable[str] | None = None,
    port: int = PORT,
) -> tuple[NetworkCamera, ...]:
    """Returns the cameras that answer; `hosts` are asked directly, on `interfaces` (addresses of ours) by multicast.

    Interfaces that are not given are all that are up, the loopback too. What cannot be asked is left out.
    """
    message_id = f"urn:uuid:{uuid.uuid4()}"
    answers: dict[tuple[str, str], NetworkCamera] = {}

    def take(octets: bytes, sender: str) -> None:
        for match in read_matches(octets, message_id):
            if len(answers) < MOST_CAMERAS:
                answers.setdefault((sender, match.endpoint), camera_of(match, sender))

    own = list(own_addresses() if interfaces is None else interfaces)
    doors = [await _open(address, take) for address in own]
    direct = await _open(None, take)
    try:
        deadline = asyncio.get_running_loop().time() + seconds
        for wait in (AGAIN_SECONDS, None):
            for door in doors:
                _send(door, probe(message_id), (GROUP, port))
            for host in list(hosts)[:MOST_HOSTS]:
                _send(direct, probe(message_id), (host, port))
            left = max(0.0, deadline - asyncio.get_running_loop().time())
            await asyncio.sleep(left if wait is None else min(wait, left))
    finally:
        for door in (*doors, direct):
            if door is not None:
                door.close()
    return tuple(sorted(set(answers.values()), key=_order))


def camera_of(match: Match, sender: str) -> NetworkCamera:
    """Returns where a camera is to be spoken to: at the address that it answered from, on the port that it names."""
    named = next((place for place in match.addresses if place[0] == sender), match.addresses[0])
    return NetworkCamera(sender, named[1], match.name, match.model, match.location)


def own_addresses() -> list[str]:
    """Returns the IPv4 addresses of this machine's interfaces that are up."""
    import psutil

    up = {name for name, state in psutil.net_if_stats().items() if state.isup}
    found = (
        entry.address
        for name, entries in psutil.net_if_addrs().items()
        for entry in entries
        if name in up and entry.family == socket.AF_INET
    )
    return sorted(set(found))


async def _open(address: str | None, take: TakeAnswer) -> asyncio.DatagramTransport | None:
    """Opens a port for one interface's questions, None where the system does not let us."""
    out = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    try:
        out.setblocking(False)  # noqa: FBT003 - the socket's own signature
        if address is not None:
            out.setsockopt(socket.IPPROTO_IP, socket.IP_MULTICAST_IF, socket.inet_aton(address))
            out.setsockopt(socket.IPPROTO_IP, socket.IP_MULTICAST_TTL, 1)
        out.bind((address or "", 0))
        loop = asyncio.get_running_loop()
        transport, _ = await loop.create_datagram_endpoint(lambda: _Door(take), sock=out)
    except OSError:
        out.close()
        return None
    return transport


def _send(door: asyncio.DatagramTransport | None, octets: bytes, to: tuple[str, int]) -> None:
    if door is None:
        return
    with contextlib.suppress(OSError, ValueError):
        ipaddress.ip_address(to[0])  # a name would be looked up here, and the loop would wait
        door.sendto(octets, to)


def _order(camera: NetworkCamera) -> tuple[bytes, int, str]:
    return ipaddress.ip_address(camera.host).packed, camera.port, camera.name


class _Door(asyncio.DatagramProtocol):
    def __init__(self, take: TakeAnswer) -> None:
        self._take = take

    def datagram_received(self, data: bytes, addr: tuple[str, int]) -> None:
        self._take(data, addr[0])

    def error_received(self, exc: Exception) -> None:
        """Somebody is not there; others may be."""
