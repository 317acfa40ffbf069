"""The ONVIF client library: loaded once, with everything that it reads from its files, before a camera is asked.

Rules: it is loaded beside whatever runs, so the collector of cyclic garbage is held off meanwhile and the library's
schemas, some hundred thousand objects that stay, are put out of its reach: one look through them all stops every thread
for 100 to 400 ms. Threads take turns more often meanwhile. The library's habits are kept from the program: it sets up
logging and removes the environment's proxies.
"""

import asyncio
import gc
import logging
import os
import sys
import threading
from collections.abc import Generator
from contextlib import contextmanager
from typing import Any, Final

NOBODY: Final = "camera.invalid"
"""RFC 2606: an address that is never asked."""
SHORT_TURN_SECONDS: Final = 0.001
NAMESPACES: Final = (
    "http://www.onvif.org/ver10/media/wsdl",
    "http://www.onvif.org/ver20/ptz/wsdl",
)

_importing = threading.Lock()
_reading = threading.Lock()
_read = threading.Event()


def library() -> Any:
    """Returns the library."""
    with _importing:
        silent = logging.NullHandler()
        logging.getLogger().addHandler(silent)
        try:
            import onvif
        finally:
            logging.getLogger().removeHandler(silent)
        for name in ("onvif", "zeep"):
            logging.getLogger(name).setLevel(logging.CRITICAL)
        return onvif


async def load_library() -> Any:
    """Returns the library with its schemas read, by whoever comes first; holds up no other camera of this loop."""
    if not _read.is_set():
        await asyncio.to_thread(_read_all)
    return library()


def _read_all() -> None:
    with _reading:
        if not _read.is_set():
            with _in_the_background():
                asyncio.run(_read_schemas())
            _read.set()


async def _read_schemas() -> None:
    """Makes the services of a camera that nobody asks: their schemas stay in the library."""
    camera = plain_camera(NOBODY, 80, "", "")
    camera.xaddrs = dict.fromkeys(NAMESPACES, f"http://{NOBODY}/")
    try:
        await camera.create_devicemgmt_service()
        await camera.create_media_service()
        await camera.create_ptz_service()
    finally:
        await camera.close()


@contextmanager
def _in_the_background() -> Generator[None]:
    """Lets nobody look for cycles meanwhile; what there is then is never looked through again.

    A collection before freezing would take the few cycles that are rubbish by then, and be the gap itself.
    """
    collects, turn_seconds = gc.isenabled(), sys.getswitchinterval()
    gc.disable()
    sys.setswitchinterval(SHORT_TURN_SECONDS)
    try:
        yield
    finally:
        gc.freeze()
        sys.setswitchinterval(turn_seconds)
        if collects:
            gc.enable()


def plain_camera(host: str, port: int, user: str, password: str) -> Any:
    """Returns the library's object of a camera."""
    proxies = {name: os.environ.get(name) for name in ("http_proxy", "https_proxy")}
    camera: Any = library().ONVIFCamera(host, port, user or None, password or None, no_cache=True, adjust_time=True)
    os.environ.update({name: value for name, value in proxies.items() if value is not None})
    return camera
