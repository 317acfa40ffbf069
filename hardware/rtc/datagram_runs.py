"""Several datagrams to one address in one call of the kernel, which cuts them apart itself (Linux, `UDP_SEGMENT`).

Rule: what leaves are the same datagrams in the same order as if each had been sent by itself. A kernel or a network
card that cannot cut says so once, and is not asked again.
"""

import errno
import socket
import struct
import sys
from collections.abc import Iterator, Sequence
from typing import Final

MOST_IN_A_RUN: Final = 44
"""Of at most 1,400 octets each: together less than the 64 KiB that one call takes (udp(7))."""
_UDP_SEGMENT: Final = 103
_size = struct.Struct("@H")
_CANNOT: Final = frozenset(
    {errno.EINVAL, errno.EIO, errno.ENOPROTOOPT, errno.EOPNOTSUPP, errno.EMSGSIZE, errno.ENOSYS, errno.EPERM}
)
MAY_CUT: Final = sys.platform == "linux"


class CannotCut(OSError):
    """This socket's kernel or card does not cut; nothing was sent."""


def runs(packets: Sequence[bytes]) -> Iterator[Sequence[bytes]]:
    """Returns the packets in order, in runs of one size whose last may be shorter."""
    start = 0
    while start < len(packets):
        size, end = len(packets[start]), start + 1
        while end < len(packets) and end - start < MOST_IN_A_RUN and len(packets[end]) == size:
            end += 1
        if end < len(packets) and end - start < MOST_IN_A_RUN and len(packets[end]) < size:
            end += 1
        yield packets[start:end]
        start = end


def send_run(sock: socket.socket, run: Sequence[bytes], address: tuple[str, int]) -> None:
    """Sends a run of two and more packets; raises `CannotCut`, or OSError when they are lost as any datagram may be."""
    try:
        sock.sendmsg(run, [(socket.IPPROTO_UDP, _UDP_SEGMENT, _size.pack(len(run[0])))], 0, address)
    except OSError as error:
        if error.errno in _CANNOT:
            raise CannotCut(error.errno, error.strerror) from error
        raise
