"""What the front's tests stand on: a real front over TLS on loopback with the real book of credentials.

Behind the doors stands a small bridge that answers each offer with a fixed text and remembers who is connected.
"""

import asyncio
import contextlib
import datetime
import hashlib
import sqlite3
from collections.abc import AsyncGenerator
from pathlib import Path

import aiohttp

from console.engine_port import ConnectionKind
from console.events import AdmissionRefused, JoinsBounded, SiteAdmitted
from console.log_book.office_store import OfficeStore
from console.words import ConnectionId, SiteId
from hardware.signalling.certificate import load_or_make
from hardware.signalling.client import BridgePlace
from hardware.signalling.front import Front
from hardware.signalling.front_doors import FrontDoors, FrontLimits, OfferRejected

PAGE_FOLDER = Path(__file__).parents[3] / "resources" / "browser"
OFFER = "v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\n"
ANSWER = "v=0\r\no=- 2 2 IN IP4 127.0.0.1\r\n"
TODAY = datetime.datetime.now(datetime.UTC)


class RunningFront:
    """A front on a free port; `url` is its address, `clock_ms` moves the book's clock."""

    def __init__(self, folder: Path, limits: FrontLimits | None = None) -> None:
        self.clock_ms = 1_800_000_000_000
        self.store = OfficeStore(folder / "office.db", wall_ms=lambda: self.clock_ms)
        self.book = self.store.credentials
        self.certificate = load_or_make(folder / "certificate", ["meet.example.vn"], today=TODAY)
        self.names: dict[SiteId, str] = {"main": "UBND tỉnh", "s001": "Cư M'gar", "s002": "Ea Súp"}
        self.connected_by: dict[SiteId, str] = {}
        self.offers: list[tuple[SiteId, ConnectionId, ConnectionKind, str]] = []
        self.closed_connections: list[tuple[SiteId, ConnectionId]] = []
        self.lost_connections: set[ConnectionId] = set()
        self.events: list[SiteAdmitted | AdmissionRefused | JoinsBounded] = []
        self.may_answer = asyncio.Event()
        self.may_answer.set()
        self.answering = 0
        self.most_answering = 0
        self.url = ""
        self.port = 0
        self.front = Front(self.doors(), self.certificate, PAGE_FOLDER, limits)

    def doors(self) -> FrontDoors:
        return FrontDoors(
            book=self.book,
            accept_offer=self.accept_offer,
            close_connection=lambda site, connection: self.closed_connections.append((site, connection)),
            is_connected=self.connected_by.get,
            name_of=self.names.get,
            post=self.post,
            connected_sites=self.connected_by.keys,
            holds_connection=lambda site, connection: connection not in self.lost_connections,
        )

    async def accept_offer(self, site: SiteId, connection: ConnectionId, kind: ConnectionKind, sdp: str) -> str:
        self.answering += 1
        self.most_answering = max(self.most_answering, self.answering)
        try:
            await self.may_answer.wait()
        finally:
            self.answering -= 1
        if "nonsense" in sdp:
            raise OfferRejected("The offer has no media.")
        if "too early" in sdp:
            raise OfferRejected("The media part is being started again.", passing=True)
        self.offers.append((site, connection, kind, sdp))
        return ANSWER

    def post(self, event: SiteAdmitted | AdmissionRefused | JoinsBounded) -> None:
        self.events.append(event)
        if isinstance(event, SiteAdmitted):
            self.connected_by[event.site] = event.credential

    def code(self, site: SiteId, valid_seconds: int = 600) -> str:
        return self.book.issue_invitation(site, (self.url,), self.certificate.fingerprint, valid_seconds)

    def credential(self, site: SiteId) -> str:
        return self.book.redeem(self.code(site))

    def old_secret(self, site: SiteId) -> str:
        """Returns a bearer secret as versions before the sites' keys stored it."""
        secret = f"a secret of {site} from before"
        with contextlib.closing(sqlite3.connect(self.store.path)) as store, store:
            store.execute(
                "INSERT INTO credentials (credential, site, kind, secret_hash, made_ms) VALUES (?, ?, 'program', ?, 0)",
                (f"p-{site}", site, hashlib.sha256(secret.encode()).hexdigest()),
            )
        return secret

    @property
    def place(self) -> BridgePlace:
        return BridgePlace(urls=(self.url,), fingerprint=self.certificate.fingerprint)

    @property
    def refusals(self) -> list[AdmissionRefused]:
        return [event for event in self.events if isinstance(event, AdmissionRefused)]

    @property
    def admitted(self) -> list[SiteAdmitted]:
        return [event for event in self.events if isinstance(event, SiteAdmitted)]


@contextlib.asynccontextmanager
async def running_front(folder: Path, limits: FrontLimits | None = None) -> AsyncGenerator[RunningFront]:
    running = RunningFront(folder, limits)
    running.port = await running.front.start(0)
    running.url = f"https://127.0.0.1:{running.port}"
    try:
        yield running
    finally:
        await running.front.close()
        running.store.close()


@contextlib.asynccontextmanager
async def stock_client(running: RunningFront) -> AsyncGenerator[aiohttp.ClientSession]:
    """A client that is not ours: it trusts the exported certificate and checks the name."""
    import ssl

    context = ssl.create_default_context(cadata=running.certificate.pem.decode())
    async with aiohttp.ClientSession(running.url, connector=aiohttp.TCPConnector(ssl=context)) as session:
        yield session


def bearer(secret: str, content_type: str = "application/sdp") -> dict[str, str]:
    return {"Authorization": f"Bearer {secret}", "Content-Type": content_type}
