"""The HTTPS front of the bridge: one TCP port for joining, enrolling and the browser page.

Rule: everything that comes in is bounded in size, time and number, every refusal is one sentence and (up to a bound) an
`AdmissionRefused` event, and nothing that a stranger sends disturbs anybody else.
"""

import asyncio
from collections.abc import Awaitable, Callable
from http import HTTPStatus
from pathlib import Path

from aiohttp import web

from console.events import AdmissionRefused
from hardware.signalling.admission import Admission, ReportBudget
from hardware.signalling.certificate import BridgeCertificate
from hardware.signalling.challenges import Challenges
from hardware.signalling.doorway import Doorway, group_of, listen
from hardware.signalling.enrolment import Enrolment
from hardware.signalling.front_doors import FrontDoors, FrontLimits
from hardware.signalling.paces import JoinPaces, Paces
from hardware.signalling.pages import Pages
from hardware.signalling.refusals import REFUSAL_HEADER, SENTENCE, STATUS, Refusal, Refused
from hardware.signalling.request_rights import REQUEST_RIGHTS
from hardware.signalling.whip import CROSS_ORIGIN, WhipResources

LARGEST_HEADER_LINE = 8190
END_SECONDS = 1.0
_Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class Front:
    """The front, from `start` to `close`."""

    def __init__(
        self, doors: FrontDoors, certificate: BridgeCertificate, page_folder: Path, limits: FrontLimits | None = None
    ) -> None:
        self._doors, self._certificate, self._limits = doors, certificate, limits or FrontLimits()
        challenges = Challenges()
        admission = Admission(doors, self._limits.sites, challenges, certificate.fingerprint)
        self._budget = ReportBudget(self._limits.reported_refusals_per_minute)
        self._requests = Paces(self._limits.request_pace)
        self._joins = JoinPaces(self._limits.join_pace, doors.post)
        app = web.Application(client_max_size=self._limits.body_octets, middlewares=[self._guard])
        app.add_routes(WhipResources(doors, self._limits, admission, self._joins, certificate.signing_key()).routes())
        app.add_routes(Enrolment(doors, admission, challenges, certificate).routes())
        app.add_routes(Pages(page_folder, certificate.pem).routes())
        _check_routes(app)
        self._runner = web.AppRunner(
            app,
            access_log=None,
            keepalive_timeout=self._limits.idle_seconds,
            max_line_size=LARGEST_HEADER_LINE,
            max_field_size=LARGEST_HEADER_LINE,
            shutdown_timeout=END_SECONDS,
            handle_signals=False,
        )
        self._doorway: Doorway | None = None

    async def start(self, port: int) -> int:
        """Listens on all IPv4 and IPv6 addresses and returns the port (0 takes a free one); raises `PortInUse`."""
        sockets = listen(port)
        await self._runner.setup()
        server = self._runner.server
        assert server is not None
        self._doorway = Doorway(sockets, self._certificate.server_context(), self._limits, server)
        self._doorway.start()
        return self._doorway.port

    @property
    def turned_away(self) -> int:
        """Connections that were closed unheard since the start, for there were too many."""
        return 0 if self._doorway is None else self._doorway.turned_away

    async def close(self) -> None:
        """Ends every connection; what was joined stays joined, media does not pass here."""
        if self._doorway:
            await self._doorway.close()
        await self._runner.cleanup()
        self._joins.close()

    @web.middleware
    async def _guard(self, request: web.Request, handler: _Handler) -> web.StreamResponse:
        address = request.remote or "0.0.0.0"  # noqa: S104 - an unknown peer
        try:
            async with asyncio.timeout(self._limits.request_seconds):
                await self._slow_down(address)
                return await handler(request)
        except Refused as refused:
            self._report(refused, address)
            return _refusal(refused.refusal, str(refused))
        except TimeoutError:
            return _refusal(Refusal.BUSY, SENTENCE[Refusal.BUSY])
        except web.HTTPRequestEntityTooLarge:
            return _refusal(Refusal.TOO_LONG, SENTENCE[Refusal.TOO_LONG])
        except web.HTTPException as other:
            if other.status in {HTTPStatus.NOT_FOUND, HTTPStatus.METHOD_NOT_ALLOWED}:
                allowed = {"Allow": other.headers["Allow"]} if "Allow" in other.headers else {}
                return _refusal(Refusal.NOT_HERE, SENTENCE[Refusal.NOT_HERE], status=other.status, headers=allowed)
            raise

    async def _slow_down(self, address: str) -> None:
        """Lets a request wait whose address asks more than all its sites together need."""
        group = group_of(address)
        if not self._requests.may(group, self._limits.request_pace_of_loopback if group == "loopback" else None):
            await asyncio.sleep(self._limits.slow_seconds)

    def _report(self, refused: Refused, address: str) -> None:
        if self._budget.spend(address):
            self._doors.post(_denial(refused, address))


def _check_routes(app: web.Application) -> None:
    """Sees that every route has a row in the table of rights and every row a route; anything else is a mistake here."""
    routes = {
        (route.method, route.resource.canonical)
        for route in app.router.routes()
        if route.resource is not None and route.method != "HEAD"
    }
    assert routes == REQUEST_RIGHTS.keys(), routes ^ REQUEST_RIGHTS.keys()


def _denial(refused: Refused, address: str) -> AdmissionRefused:
    return AdmissionRefused(site=refused.site, address=address, reason_text=str(refused), refusal=refused.refusal.value)


def _refusal(
    refusal: Refusal, text: str, *, status: int | None = None, headers: dict[str, str] | None = None
) -> web.Response:
    status = status or STATUS[refusal]
    all_headers = {**CROSS_ORIGIN, **(headers or {}), REFUSAL_HEADER: refusal.value}
    if status == HTTPStatus.UNAUTHORIZED:
        all_headers["WWW-Authenticate"] = "Bearer"
    if status == HTTPStatus.SERVICE_UNAVAILABLE:
        all_headers["Retry-After"] = "1"
    return web.Response(status=status, text=text, headers=all_headers)
