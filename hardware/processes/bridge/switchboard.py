"""Joins the conductor, the engine, the front and the sites' control channels inside the bridge process.

Rule: it translates and routes, it decides nothing. A message of a site reaches the core only after the schema check
and when its sender may say it (`console/sites/message_rights`); what the core sends goes over the newest control
channel of that site, and a site without one simply does not get it.
"""

import asyncio
import itertools
import logging
from collections.abc import Collection
from typing import Protocol

from console.commands import CommandRequest
from console.engine_port import (
    AcceptOffer,
    AnyReport,
    CloseConnection,
    ConnectionDown,
    ConnectionKind,
    ControlArrived,
    ControlOpened,
    EngineDown,
    EnginePort,
    EngineTrouble,
    EngineUp,
    OfferAnswered,
    ProgramPlace,
    SendControl,
    SetViews,
    TileView,
)
from console.events import (
    AdmissionRefused,
    AnyEvent,
    JoinsBounded,
    Message,
    SiteAdmitted,
    SiteSaid,
    SiteSaidNonsense,
)
from console.sites.message_rights import HEARD, Party, Stage, may_say, party_of
from console.sites.site_messages import Hello, ToSiteMessage
from console.words import ConnectionId, SiteId
from hardware.signalling.control_codec import ControlError, decode_from_site, encode_to_site
from hardware.signalling.front_doors import OfferRejected

OFFER_SECONDS = 10.0
MOST_OFFERS_WAITING = 64

_log = logging.getLogger(__name__)


class Core(Protocol):
    """The conductor as the switchboard needs it."""

    def post(self, message: Message) -> None: ...


class Switchboard:
    """Routes between the core and the world of one bridge; lives on the bridge's loop."""

    def __init__(self, engine: EnginePort, announced_addresses: tuple[str, ...]) -> None:
        self._engine = engine
        self._announced = announced_addresses
        self._core: Core | None = None
        self._offers: dict[str, asyncio.Future[OfferAnswered]] = {}
        self._offer_numbers = itertools.count(1)
        self._channels: dict[SiteId, ConnectionId] = {}
        self._credentials: dict[SiteId, dict[ConnectionId, str]] = {}
        """Of every connection that was admitted and has not ended; all of one site have the same."""
        self._viewers: dict[SiteId, dict[ConnectionId, str]] = {}
        """The same of those that only look."""
        self._parties: dict[tuple[SiteId, ConnectionId], Party] = {}
        self._introduced: set[tuple[SiteId, ConnectionId]] = set()
        self._unsure: set[tuple[SiteId, ConnectionId]] = set()
        """Those of before the media part went down: only what it still has when it is up again is left of them."""
        self._views: dict[str, SetViews] = {}

    def take_core(self, core: Core) -> None:
        """Connects the core; nothing arrives before."""
        self._core = core

    # ------------------------------------------------------------------ the front's side

    async def accept_offer(self, site: SiteId, connection: ConnectionId, kind: ConnectionKind, sdp: str) -> str:
        """Returns the engine's SDP answer; raises `OfferRejected`."""
        if len(self._offers) >= MOST_OFFERS_WAITING:
            raise OfferRejected("Too many sites are joining at this moment; try again in a second.", passing=True)
        request_id = f"offer-{next(self._offer_numbers)}"
        answered: asyncio.Future[OfferAnswered] = asyncio.get_running_loop().create_future()
        self._offers[request_id] = answered
        try:
            self._engine.submit(
                AcceptOffer(
                    request_id=request_id,
                    site=site,
                    connection=connection,
                    kind=kind,
                    offer_sdp=sdp,
                    announced_addresses=self._announced,
                )
            )
            async with asyncio.timeout(OFFER_SECONDS):
                answer = await answered
        except TimeoutError:
            raise OfferRejected("The bridge's media part did not answer; try again.", passing=True) from None
        finally:
            self._offers.pop(request_id, None)
        if answer.answer_sdp is None:
            raise OfferRejected(answer.error or "The offer cannot be used.", passing=answer.passing)
        return answer.answer_sdp

    def close_connection(self, site: SiteId, connection: ConnectionId) -> None:
        """Ends one connection of a site."""
        self._engine.submit(CloseConnection(site=site, connection=connection))

    def close_site(self, site: SiteId) -> None:
        """Ends every connection of a site that was admitted, also those of which the core has not heard yet."""
        for connection in (*self._credentials.get(site, ()), *self._viewers.get(site, ())):
            self.close_connection(site, connection)

    def credential_in_use(self, site: SiteId) -> str | None:
        """Returns the credential with which a site is connected now."""
        return next(iter(self._credentials.get(site, {}).values()), None)

    def holds_connection(self, site: SiteId, connection: ConnectionId) -> bool:
        """Tells whether a connection that was admitted has not ended."""
        return connection in self._credentials.get(site, {})

    def connected_sites(self) -> Collection[SiteId]:
        """Returns the sites that are connected now."""
        return self._credentials.keys()

    def post_admission(self, event: SiteAdmitted | AdmissionRefused | JoinsBounded) -> None:
        """Takes the front's news to the core."""
        if isinstance(event, SiteAdmitted):
            of_site = self._viewers if event.kind is ConnectionKind.VIEWER else self._credentials
            of_site.setdefault(event.site, {})[event.connection] = event.credential
            self._parties[event.site, event.connection] = party_of(event.site, event.kind, event.credential_kind)
        self._post(event)

    # ------------------------------------------------------------------ the core's side

    def send(self, site: SiteId, message: ToSiteMessage, connection: ConnectionId | None = None) -> None:
        """Sends a message over a connection's control channel, None: the newest of the site, if it has one."""
        over = connection or self._channels.get(site)
        if over is not None:
            self._engine.submit(SendControl(site=site, connection=over, text=encode_to_site(message)))

    def take_views(self, client: str, views: SetViews | None) -> None:
        """Remembers what one window shows and asks the engine for what all of them show together."""
        if views is None:
            self._views.pop(client, None)
        else:
            self._views[client] = views
        self._engine.submit(_joined(list(self._views.values())))

    # ------------------------------------------------------------------ the engine's side

    def take_reports(self) -> None:
        """Takes everything the engine reported to the core, control messages decoded."""
        for report in self._engine.take_reports():
            self._take(report)

    def _take(self, report: AnyReport) -> None:
        match report:
            case OfferAnswered():
                waiting = self._offers.get(report.request_id)
                if waiting and not waiting.done():
                    waiting.set_result(report)
            case ControlArrived() | ControlOpened():
                self._hear(report)
            case EngineTrouble():
                _log.warning("%s", report.text)
                self._post(report)
            case ConnectionDown():
                self._forget(report.site, report.connection)
                self._post(report)
            case EngineUp() | EngineDown():
                self._take_engine(report)
            case _:
                self._post(report)

    def _hear(self, report: ControlArrived | ControlOpened) -> None:
        """Takes what a site says to the core; a device, and whoever only looks, opens a channel for nothing."""
        party = self._parties.get((report.site, report.connection), Party.STRANGER)
        if party not in HEARD:
            return
        if isinstance(report, ControlOpened):
            self._channels[report.site] = report.connection
            self._post(report)
        else:
            self._post(self._judged(report, party))

    def _judged(self, report: ControlArrived, party: Party) -> SiteSaid | SiteSaidNonsense:
        """Returns a message that its sender may say now; any other is nonsense of that site."""
        key = (report.site, report.connection)
        try:
            message = decode_from_site(report.text)
        except ControlError as error:
            return SiteSaidNonsense(site=report.site, connection=report.connection, text=str(error))
        stage = Stage.INTRODUCED if key in self._introduced else Stage.OPENED
        if not may_say(type(message), party, stage):
            said = f"{type(message).__name__} is not for a {party} to say"
            text = f"{said} before its hello." if stage is Stage.OPENED else f"{said}."
            return SiteSaidNonsense(site=report.site, connection=report.connection, text=text)
        if isinstance(message, Hello):
            self._introduced.add(key)
        return SiteSaid(site=report.site, connection=report.connection, message=message)

    def _take_engine(self, report: EngineUp | EngineDown) -> None:
        if isinstance(report, EngineDown):
            _log.warning("%s", report.text)
            self._unsure = set(self._parties)
        else:
            held = {(known.site, known.connection) for known in report.roster}
            for site, connection in self._unsure - held:
                self._forget(site, connection)
            self._unsure = set()
        self._post(report)
        if isinstance(report, EngineUp) and self._views:
            self._engine.submit(_joined(list(self._views.values())))

    def _forget(self, site: SiteId, connection: ConnectionId) -> None:
        if self._channels.get(site) == connection:
            del self._channels[site]
        self._parties.pop((site, connection), None)
        self._introduced.discard((site, connection))
        for of_site in (self._credentials, self._viewers):
            held = of_site.get(site, {})
            held.pop(connection, None)
            if not held:
                of_site.pop(site, None)

    def _post(self, message: AnyEvent | AnyReport | CommandRequest) -> None:
        if self._core is not None:
            self._core.post(message)


def _joined(views: list[SetViews]) -> SetViews:
    """Returns views that serve every window: the largest size wins where two show the same picture."""
    tiles: dict[SiteId, TileView] = {}
    for tile in itertools.chain.from_iterable(view.tiles for view in views):
        known = tiles.get(tile.site)
        if known is None or tile.width > known.width:
            tiles[tile.site] = tile
    places: dict[tuple[str, bool], ProgramPlace] = {}
    for place in itertools.chain.from_iterable(view.further_program for view in views):
        known_place = places.get((place.place, place.content))
        if known_place is None or place.width > known_place.width:
            places[place.place, place.content] = place
    return SetViews(
        tiles=tuple(tiles.values()),
        program_width=max((view.program_width for view in views), default=0),
        program_height=max((view.program_height for view in views), default=0),
        on_deck=next((view.on_deck for view in views if view.on_deck), None),
        further_program=tuple(places.values()),
    )
