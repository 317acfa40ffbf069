"""The table of messages, tried message by message as everybody, over real data channels into a real media worker."""

import contextlib
import typing
from collections.abc import AsyncGenerator, Callable
from enum import StrEnum
from pathlib import Path
from types import UnionType
from typing import Any

import msgspec
import pytest

from console.engine_port import AnyReport, ConnectionKind, ControlArrived, Verb
from console.events import AdmissionRefused, JoinsBounded, Message, SiteAdmitted, SiteSaid, SiteSaidNonsense
from console.ports_identity import CredentialKind
from console.sites.message_rights import HEARD, MESSAGE_RIGHTS, Party, Stage, may_say, party_of
from console.sites.site_message import FromSite
from console.sites.site_messages import FromSiteMessage, Hello, ToSiteMessage
from console.words import MAIN_SITE, ConnectionId, SiteId
from hardware.engines.embedded.driver import EmbeddedEngine, EngineSettings
from hardware.processes.bridge.switchboard import Switchboard
from hardware.processes.launch import own_command
from hardware.processes.resources import FONTS
from hardware.rtc.peer import Peer, PeerSettings
from hardware.signalling.client import Credential, TurnedAway, enrol, join
from hardware.signalling.control_codec import encode_from_site, encode_to_site
from hardware.signalling.site_key import SiteKey
from tests.hardware.rtc.sides import CERTIFICATE, Side, until
from tests.hardware.signalling.running_front import RunningFront


def plain(kind: Any) -> Any:
    """Returns a plain value of a type: what has to be there, and nothing else."""
    origin, arguments = typing.get_origin(kind), typing.get_args(kind)
    if origin is typing.Annotated:
        return plain(arguments[0])
    if origin in {typing.Union, UnionType}:
        return None if type(None) in arguments else plain(arguments[0])
    if origin is tuple:
        return ()
    if issubclass(kind, StrEnum):
        return next(iter(kind))
    if issubclass(kind, msgspec.Struct):
        hints = typing.get_type_hints(kind, include_extras=True)
        required = [field.name for field in msgspec.structs.fields(kind) if field.required]
        return kind(**{name: plain(hints[name]) for name in required})
    return {str: "x", int: 1, float: 0.5, bool: True}[kind]


MESSAGES: tuple[FromSiteMessage, ...] = tuple(plain(kind) for kind in typing.get_args(FromSiteMessage))
BRIDGES_OWN: tuple[ToSiteMessage, ...] = tuple(plain(kind) for kind in typing.get_args(ToSiteMessage))


class WatchedEngine:
    """The engine, and how many messages of each connection have come through it, heard or not."""

    def __init__(self, folder: Path, waiting: Callable[[], None]) -> None:
        command = own_command(["worker", "--frames", str(folder)])
        settings = EngineSettings(worker_command=command, font_folder=FONTS)
        self.engine = EmbeddedEngine(settings, reports_waiting=waiting)
        self.arrived: dict[ConnectionId, int] = {}

    def submit(self, verb: Verb) -> None:
        self.engine.submit(verb)  # type: ignore[arg-type]

    def take_reports(self) -> list[AnyReport]:
        reports = self.engine.take_reports()
        for report in reports:
            if isinstance(report, ControlArrived):
                self.arrived[report.connection] = self.arrived.get(report.connection, 0) + 1
        return reports


class Core:
    """A core that only listens."""

    def __init__(self) -> None:
        self.heard: list[Message] = []

    def post(self, message: Message) -> None:
        self.heard.append(message)


class Gate(RunningFront):
    """A real front before a real switchboard and a real media worker."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.names |= {"s003": "Krông Búk", "s004": "Ea Kar"}
        self.watched = WatchedEngine(folder, self.take_reports)
        self.board = Switchboard(self.watched, ())
        self.core = Core()
        self.board.take_core(self.core)

    def take_reports(self) -> None:
        self.board.take_reports()

    async def accept_offer(self, site: SiteId, connection: ConnectionId, kind: ConnectionKind, sdp: str) -> str:
        return await self.board.accept_offer(site, connection, kind, sdp)

    def post(self, event: SiteAdmitted | AdmissionRefused | JoinsBounded) -> None:
        super().post(event)
        self.board.post_admission(event)

    async def credential_of(self, party: Party, site: SiteId) -> Credential:
        """Returns what a party joins with."""
        if party is Party.BROWSER:
            return self.book.redeem(self.code(site))
        if party is Party.DEVICE:
            return self.book.issue_device_secret(site)
        key = SiteKey.make()
        await enrol(self.place, self.code(site), key)
        return key


@contextlib.asynccontextmanager
async def gate(folder: Path) -> AsyncGenerator[Gate]:
    running = Gate(folder)
    await running.watched.engine.start()
    running.port = await running.front.start(0)
    running.url = f"https://127.0.0.1:{running.port}"
    try:
        await until(lambda: any(type(message).__name__ == "EngineUp" for message in running.core.heard), 30)
        yield running
    finally:
        await running.front.close()
        await running.watched.engine.close()
        running.store.close()


@contextlib.asynccontextmanager
async def connected(running: Gate, site: SiteId, credential: Credential, kind: ConnectionKind) -> AsyncGenerator[Peer]:
    """A peer that opens a control channel, whoever it is."""
    side = Side()
    peer, offer = await Peer.offer(settings=PeerSettings(certificate=CERTIFICATE, include_loopback=True), events=side)
    try:
        joined = await join(running.place, site, credential, offer, kind)
        await peer.take_answer(joined.answer_sdp)
        await until(lambda: peer.has_control)
        yield peer
    finally:
        await peer.close()


async def outcome_of(running: Gate, peer: Peer, connection: ConnectionId, text: str) -> Message | None:
    """Says something and returns what the core is told of it, None: nothing."""
    before, told = running.watched.arrived.get(connection, 0), len(running.core.heard)
    assert peer.send_control(text)
    await until(lambda: running.watched.arrived.get(connection, 0) > before)
    said = [each for each in running.core.heard[told:] if isinstance(each, SiteSaid | SiteSaidNonsense)]
    return said[0] if said else None


WHO: dict[Party, tuple[SiteId, ConnectionKind]] = {
    Party.PROGRAM: ("s001", ConnectionKind.PROGRAM),
    Party.MAIN_ROOM: (MAIN_SITE, ConnectionKind.PROGRAM),
    Party.BROWSER: ("s002", ConnectionKind.PROGRAM),
    Party.DEVICE: ("s003", ConnectionKind.PROGRAM),  # it asks for a control channel, which is not its to ask for
    Party.VIEWER: ("s004", ConnectionKind.VIEWER),
}


@pytest.mark.timeout(60)
async def test_every_message_as_everybody_over_a_real_channel(tmp_path: Path) -> None:
    async with gate(tmp_path) as running:
        for party, (site, kind) in WHO.items():
            async with connected(running, site, await running.credential_of(party, site), kind) as peer:
                connection = running.admitted[-1].connection
                for stage in Stage:
                    for message in (*MESSAGES, *BRIDGES_OWN):
                        if stage is Stage.OPENED and isinstance(message, Hello):
                            continue
                        own = isinstance(message, FromSite)
                        text = encode_from_site(message) if own else encode_to_site(message)  # type: ignore[arg-type]
                        outcome = await outcome_of(running, peer, connection, text)
                        if party not in HEARD:
                            assert outcome is None, (party, message)
                        elif own and may_say(type(message), party, stage):
                            assert isinstance(outcome, SiteSaid), (party, stage, message, outcome)
                            assert (outcome.site, outcome.message) == (site, message)
                        else:
                            assert isinstance(outcome, SiteSaidNonsense), (party, stage, message)
                            assert outcome.text.endswith(".")
                    if stage is Stage.OPENED:
                        await outcome_of(running, peer, connection, encode_from_site(plain(Hello)))
        with pytest.raises(TurnedAway):
            async with connected(running, "s001", "guessed", ConnectionKind.PROGRAM):
                pass


def test_every_message_there_is_has_one_row_and_no_row_is_left_over() -> None:
    assert set(MESSAGE_RIGHTS) == {type(message) for message in MESSAGES}
    assert {type(message).__name__ for message in BRIDGES_OWN}.isdisjoint(kind.__name__ for kind in MESSAGE_RIGHTS)


def test_only_programs_and_pages_are_heard() -> None:
    """A row is changed on purpose: nobody else has ever a word, and a page less of it than a program."""
    assert {Party.PROGRAM, Party.MAIN_ROOM, Party.BROWSER} == HEARD
    for kind in (type(message) for message in MESSAGES):
        assert may_say(kind, Party.PROGRAM, Stage.INTRODUCED)
        assert may_say(kind, Party.PROGRAM, Stage.OPENED) is (kind is Hello)
    refused = {kind.__name__ for kind in MESSAGE_RIGHTS if not may_say(kind, Party.BROWSER, Stage.INTRODUCED)}
    assert {"GiveCommand", "SiteCameraSeen", "TickCheck", "SiteLineTested"} <= refused


@pytest.mark.parametrize("connection", ConnectionKind, ids=lambda kind: kind.value)
@pytest.mark.parametrize("credential", [*CredentialKind, None], ids=str)
def test_no_credential_makes_more_of_a_connection_than_its_own(
    connection: ConnectionKind, credential: CredentialKind | None
) -> None:
    party = party_of("s001", connection, credential)
    if party in HEARD:
        assert connection is ConnectionKind.PROGRAM
        assert credential is not CredentialKind.DEVICE
    assert (party is Party.PROGRAM) is (connection is ConnectionKind.PROGRAM and credential is CredentialKind.PROGRAM)
    assert (party_of(MAIN_SITE, connection, credential) is Party.MAIN_ROOM) is (party is Party.PROGRAM)
