"""A camera's own picture, for a preset that is saved while nobody shows its picture: fetched briefly or not at all.

Rule: two seconds and 4 MB at most, digest first and basic where the camera asks for that; nothing that goes wrong here
is told to anybody but the log.
"""

import asyncio
import base64
import logging
from typing import Final

import aiohttp

PICTURE_SECONDS: Final = 2.0
LARGEST_PICTURE: Final = 4 * 1024 * 1024
PIECE: Final = 64 * 1024

_log = logging.getLogger(__name__)


async def fetch_picture(addresses: tuple[str, ...], user: str, password: str) -> bytes | None:
    """Returns the first picture that is to be had at these addresses; never raises but when it is cancelled."""
    try:
        async with asyncio.timeout(PICTURE_SECONDS):
            async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(ssl=False)) as session:
                for address in addresses:
                    picture = await _try(session, address, user, password)
                    if picture is not None:
                        return picture
    except TimeoutError:
        _log.info("The camera's picture does not come in time")
    return None


async def _try(session: aiohttp.ClientSession, address: str, user: str, password: str) -> bytes | None:
    try:
        digest = (aiohttp.DigestAuthMiddleware(user, password),) if user else ()
        async with session.get(address, middlewares=digest, allow_redirects=False) as response:
            asks_basic = response.headers.get("WWW-Authenticate", "").casefold().startswith("basic")
            if response.status == 200:
                return await _read(response)
        if response.status == 401 and asks_basic and user:
            login = {"Authorization": f"Basic {base64.b64encode(f'{user}:{password}'.encode()).decode()}"}
            async with session.get(address, headers=login, allow_redirects=False) as response:
                return await _read(response) if response.status == 200 else None
    except (aiohttp.ClientError, OSError, ValueError) as error:
        _log.info("The camera's picture cannot be had (%s)", type(error).__name__)
    return None


async def _read(response: aiohttp.ClientResponse) -> bytes | None:
    octets = bytearray()
    while piece := await response.content.read(PIECE):
        octets += piece
        if len(octets) > LARGEST_PICTURE:
            return None
    return bytes(octets) or None
