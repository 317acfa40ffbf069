"""The simulated ONVIF camera's answers to WS-Discovery, asked directly or by multicast, friendly or hostile.

Rule: it answers on the loopback alone.
"""

import asyncio
import re
import socket
from typing import Final
from urllib.parse import quote

GROUP: Final = "239.255.255.250"
LOOPBACK: Final = "127.0.0.1"
LARGEST: Final = 4096

ANSWER: Final = (
    '<?xml version="1.0" encoding="UTF-8"?>'
    '<e:Envelope xmlns:e="http://www.w3.org/2003/05/soap-envelope"'
    ' xmlns:w="http://schemas.xmlsoap.org/ws/2004/08/addressing"'
    ' xmlns:d="http://schemas.xmlsoap.org/ws/2005/04/discovery"><e:Header>'
    "<w:RelatesTo>{related}</w:RelatesTo></e:Header><e:Body><d:ProbeMatches><d:ProbeMatch>"
    "<w:EndpointReference><w:Address>urn:uuid:00000000-0000-4000-8000-{number:012d}</w:Address></w:EndpointReference>"
    "<d:Scopes>onvif://www.onvif.org/Profile/Streaming onvif://www.onvif.org/name/{name}"
    " onvif://www.onvif.org/hardware/{model} onvif://www.onvif.org/location/{location}</d:Scopes>"
    "<d:XAddrs>{addresses}</d:XAddrs><d:MetadataVersion>1</d:MetadataVersion>"
    "</d:ProbeMatch></d:ProbeMatches></e:Body></e:Envelope>"
)


def answer_to(
    question: bytes, addresses: str, *, name: str = "Hội trường", model: str = "PTZ 20x", number: int = 1
) -> bytes | None:
    """Returns the answer to a probe, None to anything else."""
    asked = re.search(rb"MessageID[^>]*>([^<]{1,200})<", question)
    if asked is None or b"Probe" not in question:
        return None
    related = asked[1].decode(errors="replace")
    words = {"name": quote(name), "model": quote(model), "location": quote("Tầng 2")}
    return ANSWER.format(related=related, number=number, addresses=addresses, **words).encode()


class OnvifFinder(asyncio.DatagramProtocol):
    """Answers for one camera."""

    def __init__(self, addresses: str, spoiled: bytes | None = None) -> None:
        """`addresses` are those of its services; `spoiled` is sent before the right answer."""
        self._addresses, self._spoiled = addresses, spoiled
        self._transport: asyncio.DatagramTransport | None = None
        self.questions = 0

    async def open(self, port: int = 0, *, multicast: bool = False) -> int:
        """Listens on the loopback, by multicast too where that is wanted; returns the port."""
        door = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        door.bind(("" if multicast else LOOPBACK, port))
        if multicast:
            group = socket.inet_aton(GROUP) + socket.inet_aton(LOOPBACK)
            door.setsockopt(socket.IPPROTO_IP, socket.IP_ADD_MEMBERSHIP, group)
        self._transport, _ = await asyncio.get_running_loop().create_datagram_endpoint(lambda: self, sock=door)
        return int(door.getsockname()[1])

    def close(self) -> None:
        """Answers nobody any more."""
        if self._transport is not None:
            self._transport.close()

    def datagram_received(self, data: bytes, addr: tuple[str, int]) -> None:
        answer = answer_to(data[:LARGEST], self._addresses)
        if answer is None or self._transport is None or addr[0] != LOOPBACK:
            return
        self.questions += 1
        if self._spoiled is not None:
            self._transport.sendto(self._spoiled, addr)
        self._transport.sendto(answer, addr)
