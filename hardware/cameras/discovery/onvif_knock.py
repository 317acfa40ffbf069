"""Whether there is an ONVIF camera at an address that multicast does not reach: one short question per port.

Rule: asked is the time, the one thing that cameras tell without a login; no login is ever sent to find a camera.
"""

import asyncio
from collections.abc import Sequence
from typing import Final

import aiohttp

PORTS: Final = (80, 8080, 8000, 8899, 2020)
"""Where cameras have their ONVIF services, the usual one first."""
KNOCK_SECONDS: Final = 2.0
LARGEST_ANSWER: Final = 64 * 1024
QUESTION: Final = (
    '<s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope"><s:Body>'
    '<GetSystemDateAndTime xmlns="http://www.onvif.org/ver10/device/wsdl"/></s:Body></s:Envelope>'
)
SIGNS: Final = (b"GetSystemDateAndTimeResponse", b"http://www.onvif.org/", b"Fault")


async def knock(host: str, ports: Sequence[int] = PORTS, *, seconds: float = KNOCK_SECONDS) -> int | None:
    """Returns the first of these ports with an ONVIF service behind it, None where there is none in time."""
    answers = await asyncio.gather(*(_asks(host, port, seconds) for port in ports))
    return next((port for port, there in zip(ports, answers, strict=True) if there), None)


async def _asks(host: str, port: int, seconds: float) -> bool:
    place = f"[{host}]" if ":" in host else host
    headers = {"Content-Type": "application/soap+xml; charset=utf-8"}
    try:
        async with (
            asyncio.timeout(seconds),
            aiohttp.ClientSession() as session,
            session.post(
                f"http://{place}:{port}/onvif/device_service", data=QUESTION, headers=headers, allow_redirects=False
            ) as response,
        ):
            octets = await response.content.read(LARGEST_ANSWER)
    except (aiohttp.ClientError, OSError, TimeoutError, ValueError):
        return False
    return b"Envelope" in octets and any(sign in octets for sign in SIGNS)
