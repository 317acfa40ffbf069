"""The switchboard between real parts: an engine whose worker is silent, hostile sites, and a worker that hangs."""

import asyncio
import sys
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager

from console.commands import MuteAll, UnmuteSite
from console.engine_port import (
    ConnectionDown,
    ConnectionKind,
    ControlArrived,
    EngineDown,
    EngineUp,
    SetViews,
    SiteOnEngine,
)
from console.events import Message, SiteAdmitted, SiteSaid, SiteSaidNonsense
from console.ports_identity import CredentialKind
from console.sites.site_messages import Hello, Ready, ShowPlace
from console.snapshot import EngineView
from hardware.engines.embedded.driver import EmbeddedEngine, EngineSettings
from hardware.processes.bridge.switchboard import Switchboard
from hardware.processes.resources import FONTS
from hardware.signalling.control_codec import encode_from_site
from hardware.signalling.front_doors import OfferRejected
from tests.end_to_end.meeting import Folder, Meeting, eventually, hears_exactly, operator, plan

SILENT_WORKER = (sys.executable, "-c", "import time; time.sleep(60)")


class Heard:
    """A core that only listens."""

    def __init__(self) -> None:
        self.messages: list[Message] = []

    def post(self, message: Message) -> None:
        self.messages.append(message)


@asynccontextmanager
async def silent_engine() -> AsyncGenerator[tuple[Switchboard, EmbeddedEngine, Heard]]:
    """Gives a switchboard whose engine has a worker process that never says a word."""
    boards: list[Switchboard] = []

    def take() -> None:
        boards[0].take_reports()

    settings = EngineSettings(worker_command=SILENT_WORKER, font_folder=FONTS)
    engine = EmbeddedEngine(settings, reports_waiting=take)
    boards.append(Switchboard(engine, ()))
    heard = Heard()
    boards[0].take_core(heard)
    await engine.start()
    try:
        yield boards[0], engine, heard
    finally:
        await engine.close()


async def test_offers_to_a_silent_engine_are_refused_in_one_sentence_however_many() -> None:
    async with silent_engine() as (board, _, _), asyncio.timeout(12):
        offers = (board.accept_offer(f"s{n:03d}", "c1", ConnectionKind.PROGRAM, "v=0") for n in range(200))
        answers = await asyncio.gather(*offers, return_exceptions=True)
        # Nobody is there, and nothing comes of it.
        board.send("s001", ShowPlace(on_podium=False, on_deck=False))
        board.take_views("window", SetViews(tiles=(), program_width=0, program_height=0))
        board.take_views("window", None)
        board.take_views("never seen", None)
        assert board.credential_in_use("s001") is None
    assert all(isinstance(answer, OfferRejected) for answer in answers)
    assert all(str(answer).strip() and "\n" not in str(answer) for answer in answers)


def admit(board: Switchboard, connection: str, kind: ConnectionKind) -> None:
    admitted = SiteAdmitted(
        site="s001",
        connection=connection,
        kind=kind,
        address="10.1.1.1",
        credential="p-1",
        credential_kind=CredentialKind.PROGRAM,
    )
    board.post_admission(admitted)


def say_hello(engine: EmbeddedEngine, connection: str) -> None:
    hello = encode_from_site(Hello(program="satellite", version="1"))
    engine._tell(ControlArrived(at_ms=0, site="s001", connection=connection, text=hello))


async def test_who_survives_the_end_of_another_worker_stays_known_and_everybody_else_is_forgotten() -> None:
    async with silent_engine() as (board, engine, heard):
        for connection in ("gone", "kept"):
            admit(board, connection, ConnectionKind.PROGRAM)
            say_hello(engine, connection)
        engine._tell(EngineDown(at_ms=0, incarnation=1, text="worker 2 has ended"))
        admit(board, "new", ConnectionKind.PROGRAM)
        kept = SiteOnEngine(site="s001", connection="kept", kind=ConnectionKind.PROGRAM, gate_open=False)
        engine._tell(EngineUp(at_ms=0, incarnation=2, capabilities=(), roster=(kept,)))
        heard.messages.clear()

        assert [board.holds_connection("s001", name) for name in ("gone", "kept", "new")] == [False, True, True]
        assert board.credential_in_use("s001") == "p-1"
        for connection in ("gone", "kept"):
            ready = encode_from_site(Ready())
            engine._tell(ControlArrived(at_ms=0, site="s001", connection=connection, text=ready))
        said = [message for message in heard.messages if isinstance(message, SiteSaid)]
        assert [message.connection for message in said] == ["kept"], "and it need not say hello again"


async def test_every_connection_of_a_revoked_site_is_closed_also_one_that_only_looks() -> None:
    async with silent_engine() as (board, engine, _):
        for kind in ConnectionKind:
            admit(board, kind.value, kind)
        board.close_site("s001")
        for kind in ConnectionKind:
            engine._tell(ConnectionDown(at_ms=0, site="s001", connection=kind.value, text=""))
        assert not board.connected_sites()


async def test_what_a_site_says_reaches_the_core_read_or_as_nonsense() -> None:
    async with silent_engine() as (board, engine, heard):
        admit(board, "c1", ConnectionKind.PROGRAM)
        say_hello(engine, "c1")
        heard.messages.clear()
        for text in ("", "{", '{"message":' * 50_000, "\x00\ud800", "x" * 1_000_000, encode_from_site(Ready())):
            engine._tell(ControlArrived(at_ms=0, site="s001", connection="c1", text=text))
    *nonsense, understood = heard.messages
    assert all(isinstance(message, SiteSaidNonsense) and message.text for message in nonsense)
    assert len(nonsense) == 5
    assert isinstance(understood, SiteSaid)
    assert isinstance(understood.message, Ready)


async def test_a_hanging_worker_is_replaced_and_silence_holds(folder: Folder) -> None:
    bridge = folder.start_bridge()
    with folder.province([plan(1), plan(2)]) as province:
        async with operator(folder) as meeting:
            await meeting.until_live(["s001", "s002"])
            await meeting.do(UnmuteSite(site="s001"))
            await eventually("s001 is heard", lambda: hears_exactly(province.show("s002"), {1}))
            await meeting.do(MuteAll())
            hanging = bridge.child("worker")

            hanging.suspend()

            await meeting.state.until("the engine is down", lambda: not engine(meeting).up, 8)
            assert engine(meeting).text, "and it is said why"
            await meeting.state.until("another one is up", lambda: engine(meeting).up, 15)
            assert not hanging.is_running()
            await eventually("both joined again", lambda: all(province.show(f"s00{n}").joins >= 2 for n in (1, 2)), 20)
            await meeting.until_live(["s001", "s002"])
            assert meeting.state.silence().in_force
            await eventually("nobody is heard", lambda: hears_exactly(province.show("s002"), set()))


def engine(meeting: Meeting) -> EngineView:
    """Returns what the published state says of the media part."""
    view = meeting.state.views["engine"]
    assert isinstance(view, EngineView)
    return view
