"""One search for cameras: the network, given addresses, serial ports and this machine at the same time.

Rule: it ends in time whatever hangs; what could not be looked at is named and keeps nothing else from being found.
"""

import asyncio
import logging
from collections.abc import Awaitable, Sequence
from dataclasses import dataclass
from typing import Final, TypeVar

from hardware.cameras.discovery.local_cameras import SerialPort, UsbCamera, serial_ports, usb_cameras
from hardware.cameras.discovery.onvif_knock import knock
from hardware.cameras.discovery.ws_discovery import SEARCH_SECONDS, NetworkCamera, find_onvif

MOST_HOSTS: Final = 64
AT_ONCE: Final = 16
GRACE_SECONDS: Final = 3.0

Found = TypeVar("Found")

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Candidates:
    """What may be a camera of this site."""

    network: tuple[NetworkCamera, ...] = ()
    serial: tuple[SerialPort, ...] = ()
    usb: tuple[UsbCamera, ...] = ()


async def search(hosts: Sequence[str] = (), *, seconds: float = SEARCH_SECONDS) -> Candidates:
    """Looks everywhere at once; `hosts` are addresses that somebody named, for networks beyond a router."""
    named = tuple(dict.fromkeys(hosts))[:MOST_HOSTS]
    heard, knocked, serial, usb = await asyncio.gather(
        _in_time(find_onvif(named, seconds=seconds), seconds, ()),
        _in_time(_knock_at(named), seconds, ()),
        _in_time(asyncio.to_thread(serial_ports), seconds, ()),
        _in_time(asyncio.to_thread(usb_cameras), seconds, ()),
    )
    known = {camera.host for camera in heard}
    more = tuple(camera for camera in knocked if camera.host not in known)
    return Candidates((*heard, *more), serial, usb)


async def _knock_at(hosts: Sequence[str]) -> tuple[NetworkCamera, ...]:
    turn = asyncio.Semaphore(AT_ONCE)

    async def one(host: str) -> NetworkCamera | None:
        async with turn:
            port = await knock(host)
        return None if port is None else NetworkCamera(host, port, "", "", "")

    found = await asyncio.gather(*(one(host) for host in hosts))
    return tuple(camera for camera in found if camera is not None)


async def _in_time(work: Awaitable[Found], seconds: float, nothing: Found) -> Found:
    try:
        async with asyncio.timeout(seconds + GRACE_SECONDS):
            return await work
    except TimeoutError:
        _log.warning("A part of the search for cameras did not end in time")
    except OSError as error:
        _log.warning("A part of the search for cameras was not possible: %s", error)
    return nothing
