"""One ONVIF camera through the client library, as bounded requests.

Rules: every call ends within its own deadline (the library's is 90 s); the camera's clock is read at the beginning and
once more when it refuses the login; answers are bounded in size; one library object per camera, for making them again
and again once leaked; a login is logged nowhere.
"""

import asyncio
from collections.abc import AsyncGenerator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager, suppress
from datetime import timedelta
from typing import Any, Final

import aiohttp

from console.words import Reason
from hardware.cameras.onvif.addresses import NoAddress, at_own_port, bracketed, own_address, scheme_of
from hardware.cameras.onvif.client_library import library, load_library, plain_camera
from hardware.cameras.onvif.faults import ODD_ANSWERS, trouble_of
from hardware.cameras.onvif.plain_soap import post
from hardware.cameras.polled.device import DeviceTrouble

SET_UP_SECONDS: Final = 8.0
CALL_SECONDS: Final = 4.0
STOP_SECONDS: Final = 1.0
LEAST_SKEW: Final = timedelta(seconds=5)
"""Clocks that differ less are the same for a login."""
CONNECT_SECONDS: Final = 2.0
"""Shorter than a call's: a camera that comes back is found soon."""
LARGEST_ANSWER: Final = 1024 * 1024
READ_OCTETS: Final = 64 * 1024
BEFORE_XML: Final = b"\xef\xbb\xbf \t\r\n"
"""A byte order mark and blank lines, which no declaration may follow."""
OLD_ENVELOPE: Final = b"http://schemas.xmlsoap.org/soap/envelope/"
NEW_ENVELOPE: Final = b"http://www.w3.org/2003/05/soap-envelope"
"""SOAP 1.1 and 1.2: some cameras answer in the old one, whose elements have the same names but for faults."""


class BoundedResponse(aiohttp.ClientResponse):
    """An answer whose body is read up to `LARGEST_ANSWER` octets."""

    async def read(self) -> bytes:
        """Returns the body; raises `ClientPayloadError` for more, `ClientResponseError` for a login refused by HTTP."""
        octets = bytearray()
        while piece := await self.content.read(READ_OCTETS):
            octets += piece
            if len(octets) > LARGEST_ANSWER:
                self.close()
                raise aiohttp.ClientPayloadError("too long")
        if self.status in (401, 403) and b"Fault" not in octets:
            raise aiohttp.ClientResponseError(self.request_info, self.history, status=self.status)
        whole = bytes(octets).lstrip(BEFORE_XML)
        return whole if b"Fault" in whole else whole.replace(OLD_ENVELOPE, NEW_ENVELOPE)


def new_session(user: str, password: str) -> aiohttp.ClientSession:
    """Returns a session that answers a digest challenge of HTTP and reads bounded answers.

    Certificates are not checked: cameras sign their own, and their names are addresses.
    """
    login = (aiohttp.DigestAuthMiddleware(user, password),) if user else ()
    return aiohttp.ClientSession(
        connector=aiohttp.TCPConnector(ssl=False, limit=4),
        timeout=aiohttp.ClientTimeout(total=SET_UP_SECONDS, sock_connect=CONNECT_SECONDS),
        response_class=BoundedResponse,
        middlewares=login,
    )


def new_camera(host: str, port: int, user: str, password: str, session: aiohttp.ClientSession) -> Any:
    """Returns the library's object of a camera; its services speak through `session`."""
    # The library takes a host for HTTP, and an address without port for anything else.
    at = host if scheme_of(port) == "http" else f"{scheme_of(port)}://{bracketed(host)}"
    camera = plain_camera(at, port, user, password)
    plainly: Callable[..., Awaitable[Any]] = camera.create_onvif_service

    async def with_session(*named: Any, **options: Any) -> Any:
        service = await plainly(*named, **options)
        service.transport.session = session
        return service

    camera.create_onvif_service = with_session
    return camera


@asynccontextmanager
async def told(seconds: float) -> AsyncGenerator[None]:
    """Turns whatever goes wrong within this time into a `DeviceTrouble`."""
    from zeep.exceptions import Error as ZeepError

    try:
        async with asyncio.timeout(seconds):
            yield
    except DeviceTrouble:
        raise
    except (ZeepError, library().ONVIFError, aiohttp.ClientError, OSError, TimeoutError, *ODD_ANSWERS) as error:
        raise trouble_of(error) from error


class SoapCamera:
    """The services of one camera; used from the cameras' loop only."""

    def __init__(self, host: str, port: int, user: str, password: str) -> None:
        self.host, self.port = host, port
        self._user, self._password = user, password
        self.session: aiohttp.ClientSession | None = None
        self._camera: Any = None
        self._at_own_port: bool | None = None
        """Whether its services are asked on the port of the profile; None until one of them has answered."""
        self._by_our_clock = False
        """It tells a time that it does not check logins by."""
        self._opening = asyncio.Lock()
        """Two requests that are refused at the same time read the clock one after the other."""

    async def open(self) -> None:
        """Reads clock and services; again after the camera was lost. Raises `DeviceTrouble`."""
        await load_library()
        if self._camera is None:
            self.session = new_session(self._user, self._password)
            self._camera = new_camera(self.host, self.port, self._user, self._password, self.session)
        async with told(SET_UP_SECONDS), self._opening:
            await self._drop_services()
            await self._find_services()
            self._name_services(self._camera.xaddrs)

    async def _find_services(self) -> None:
        """Asks for clock and services; of a camera whose clock cannot be read, without it."""
        from zeep.exceptions import Error as ZeepError

        camera = self._camera
        camera.adjust_time = True
        try:
            await camera.update_xaddrs()
        except (ZeepError, aiohttp.ClientResponseError, *ODD_ANSWERS) as error:
            refused = trouble_of(error).reason is Reason.CAMERA_LOGIN
            if refused and not self._skewed:
                raise  # every refusal counts: some cameras shut out whoever is refused a few times
            await self._drop_services()
            camera.adjust_time = False
            await camera.update_xaddrs()
            self._by_our_clock = refused
        if self._by_our_clock:
            camera.dt_diff = None
            await self._drop_services()

    def _name_services(self, named: Mapping[str, str]) -> None:
        """Keeps the services whose addresses can be used; raises where there is none."""
        usable: dict[str, str] = {}
        for name, address in named.items():
            with suppress(NoAddress):
                own = own_address(address, self.host, self.port)
                own = at_own_port(own, self.host, self.port) if self._at_own_port else own
                usable[str(name).strip().rstrip("/")] = own
        if named and not usable:
            raise DeviceTrouble(Reason.CAMERA_FAILED, "The camera names no usable address of its services")
        self._camera.xaddrs = usable

    def offers(self, namespace: str) -> bool:
        """Returns whether the camera has a service."""
        return self._camera is not None and namespace in self._camera.xaddrs

    async def ask(self, service: str, operation: str, seconds: float = CALL_SECONDS, **arguments: Any) -> Any:
        """Returns the answer to one request; raises `DeviceTrouble`, after one more try where the login is refused."""
        answer = await self._surely(lambda: self._ask(service, operation, seconds, arguments))
        if service != "devicemgmt" and self._at_own_port is None:
            self._at_own_port = False
        return answer

    async def ask_plainly(self, namespace: str, operation: Any, seconds: float = CALL_SECONDS) -> Any:
        """Returns the element that answers an operation which the library does not know; else as `ask`."""
        return await self._surely(lambda: self._post(namespace, operation, seconds))

    async def _surely(self, request: Callable[[], Awaitable[Any]]) -> Any:
        try:
            return await request()
        except DeviceTrouble as trouble:
            if trouble.reason is Reason.CAMERA_UNREACHABLE and await self._goes_to_own_port():
                return await request()
            if trouble.reason is not Reason.CAMERA_LOGIN:
                raise
        await self.open()  # the camera's clock may have been set since
        try:
            return await request()
        except DeviceTrouble as trouble:
            if trouble.reason is not Reason.CAMERA_LOGIN or not await self._goes_by_our_clock():
                raise
        return await request()

    async def _goes_to_own_port(self) -> bool:
        """Takes all services to the port that the profile names, once: a camera behind a router names its inner one."""
        if self._camera is None or self._at_own_port is not None:
            return False
        before = dict(self._camera.xaddrs)
        self._camera.xaddrs = {name: at_own_port(address, self.host, self.port) for name, address in before.items()}
        if before == self._camera.xaddrs:
            return False
        self._at_own_port = True
        await self._drop_services()
        return True

    async def _goes_by_our_clock(self) -> bool:
        """Logs in by this machine's clock, where the camera tells another time than the one it checks logins by."""
        if not self._skewed:
            return False
        self._by_our_clock, self._camera.dt_diff = True, None
        await self._drop_services()
        return True

    @property
    def _skewed(self) -> bool:
        ahead: timedelta | None = self._camera.dt_diff
        return ahead is not None and abs(ahead) >= LEAST_SKEW

    async def _post(self, namespace: str, operation: Any, seconds: float) -> Any:
        if self._camera is None or self.session is None:
            raise DeviceTrouble(Reason.CAMERA_UNREACHABLE, "The camera has not been found yet")
        async with told(seconds):
            login = (self._user, self._password, self._camera.dt_diff)
            return await post(self.session, self._camera.xaddrs[namespace], operation, login)

    async def _ask(self, service: str, operation: str, seconds: float, arguments: Mapping[str, Any]) -> Any:
        if self._camera is None:
            raise DeviceTrouble(Reason.CAMERA_UNREACHABLE, "The camera has not been found yet")
        async with told(seconds):
            proxy = await self._camera.create_onvif_service(service)
            request: Callable[[dict[str, Any]], Awaitable[Any]] = getattr(proxy, operation)
            return await request(dict(arguments))
        raise AssertionError("told() swallows nothing")

    async def close(self) -> None:
        """Ends the connections."""
        if self._camera is not None:
            try:
                async with asyncio.timeout(STOP_SECONDS):
                    await self._camera.close()
            except (OSError, TimeoutError, aiohttp.ClientError):
                pass
        if self.session is not None:
            await self.session.close()

    async def _drop_services(self) -> None:
        """Forgets services, for each keeps the clock that it was made with."""
        services = list(self._camera.services.values())
        self._camera.services.clear()
        for service in services:
            await service.close()
