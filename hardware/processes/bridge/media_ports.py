"""Whether the media workers' UDP ports are free, asked before anything runs.

Rule: a port that somebody else has on one of this machine's addresses is one sentence for the person, because a bridge
that answers sites and cannot carry their media is worse than none.
"""

import errno
import ipaddress
import socket
import time

from console.trouble import Told, TroubleKind, trouble
from hardware.rtc.media_socket import MAX_ADDRESSES, local_addresses

PATIENCE_SECONDS = 2.0
"""A worker whose bridge died holds its port for up to a second more."""
LOOK_SECONDS = 0.05


class MediaPortInUse(Told):
    """A media worker's UDP port belongs to another program."""


def check_media_ports(first: int, workers: int, *, patience_seconds: float = PATIENCE_SECONDS) -> None:
    """Returns when worker n may have port `first` plus n on every address; raises `MediaPortInUse`."""
    until = time.monotonic() + patience_seconds
    for port in range(first, first + workers):
        while _taken(port):
            if time.monotonic() > until:
                raise MediaPortInUse(trouble(TroubleKind.MEDIA_PORT_IN_USE, port=port))
            time.sleep(LOOK_SECONDS)


def _taken(port: int) -> bool:
    return any(_taken_on(address, port) for address in local_addresses(loopback=False)[:MAX_ADDRESSES])


def _taken_on(address: str, port: int) -> bool:
    version = ipaddress.ip_address(address).version
    with socket.socket(socket.AF_INET if version == 4 else socket.AF_INET6, socket.SOCK_DGRAM) as probe:
        if version == 6:
            probe.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
        try:
            probe.bind((address, port))
        except OSError as error:  # an address that is just coming or going is not a taken port
            return error.errno == errno.EADDRINUSE
    return False
