"""The crank on a real loop, with small real ports in memory."""

import asyncio
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

import pytest

from console import conductor as crank
from console.cameras.camera_facts import CameraFacts
from console.cameras.camera_wishes import CameraWish
from console.commands import CommandRequest, MuteAll, RecallPreset, RequestFloor, StartSession, StopCamera
from console.conductor import Conductor, InboxFull
from console.effects import Receipt, WriteLog
from console.engine_port import (
    AnyVerb,
    Capability,
    ConnectionKind,
    ConnectionUp,
    ControlOpened,
    EngineUp,
    GatesApplied,
    Sampled,
    SetGates,
)
from console.entries import Line
from console.events import CameraReported, DirectoryRead, LogWritten, MeetingFileRead, Message, Now, Site, SiteSaid
from console.office.meeting_file import MeetingFile
from console.office.record import Record
from console.ports import AnyLogEffect
from console.rules import Rules
from console.sites.site_messages import MicrophoneReported, SetMicrophone, ToSiteMessage
from console.snapshot import Delta, FloorView, SessionView
from console.words import MAIN_SITE, Outcome, Reason, SessionKind, SiteId
from tests.console.province import OPERATOR, directory


def read_now() -> Now:
    return Now(monotonic_ms=time.monotonic_ns() // 1_000_000, wall_ms=time.time_ns() // 1_000_000)


class MemoryWorld:
    """Log, engine, sites, camera and office in memory; answers on the loop, as drivers do."""

    name = "main"

    def __init__(self) -> None:
        self.conductor: Conductor | None = None
        self.lines: list[Line] = []
        self.verbs: list[AnyVerb] = []
        self.said: list[tuple[SiteId, ToSiteMessage]] = []
        self.writes = True
        self.kept: list[Record] = []
        self.revoked: list[SiteId] = []
        self.log = LogDoor(self)
        self.engine = EngineDoor(self)

    def post(self, message: Message) -> None:
        assert self.conductor is not None
        asyncio.get_running_loop().call_soon(self.conductor.post, message)

    def send(self, site: SiteId, message: ToSiteMessage, connection: str | None = None) -> None:
        self.said.append((site, message))
        if isinstance(message, SetMicrophone):
            report = MicrophoneReported(open=message.open, order=message.order)
            self.post(SiteSaid(site=site, connection=f"k-{site}", message=report))

    def facts(self) -> CameraFacts:
        return CameraFacts(camera=self.name, presets=("Bục",))

    def ask(self, request_id: str, wish: CameraWish) -> None:
        self.post(CameraReported(request_id=request_id, arrived=True))

    def recall(self, request_id: str, preset: str) -> None:
        self.post(CameraReported(request_id=request_id, arrived=True))

    def read_directory(self) -> None:
        self.post(DirectoryRead(sites=directory(1)))

    def read_meeting_file(self, meeting_uid: str) -> None:
        self.post(MeetingFileRead(meeting_uid=meeting_uid, file=MeetingFile(meeting_uid=meeting_uid)))

    def note_meeting_held(self, meeting_uid: str, kind: SessionKind, person: str, wall_ms: int) -> None: ...

    def put_records(self, records: Sequence[Record], person: str, reason: str) -> None:
        self.kept.extend(records)

    def revoke_site(self, site: SiteId) -> None:
        self.revoked.append(site)


class LogDoor:
    def __init__(self, world: MemoryWorld) -> None:
        self.world = world

    def submit(self, effect: AnyLogEffect) -> None:
        if isinstance(effect, WriteLog):
            self.world.lines.extend(effect.lines)
            if self.world.writes:
                self.world.post(LogWritten(number=effect.lines[-1].number, session=effect.lines[-1].session))


class EngineDoor:
    def __init__(self, world: MemoryWorld) -> None:
        self.world = world

    def submit(self, verb: AnyVerb) -> None:
        self.world.verbs.append(verb)
        if isinstance(verb, SetGates):
            now_ms = read_now().monotonic_ms
            self.world.post(GatesApplied(at_ms=now_ms, epoch=verb.epoch, open_sites=verb.open_sites))


def build(world: MemoryWorld, sites: tuple[Site, ...], restored: tuple[Line, ...] = ()) -> Conductor:
    world.conductor = Conductor(
        rules=Rules(),
        directory=sites,
        engine=world.engine,
        log=world.log,
        sites=world,
        office=world,
        cameras=(world,),
        clock=read_now,
        restored=restored,
    )
    return world.conductor


@asynccontextmanager
async def running(world: MemoryWorld, satellites: int = 3, restored: tuple[Line, ...] = ()) -> AsyncIterator[Conductor]:
    conductor = build(world, directory(satellites), restored)
    task = asyncio.create_task(conductor.run())
    at_ms = read_now().monotonic_ms
    conductor.post(EngineUp(at_ms=at_ms, incarnation=1, capabilities=tuple(Capability), roster=()))
    for site in directory(satellites):
        up = ConnectionUp(
            at_ms=at_ms,
            site=site.site,
            connection=f"k-{site.site}",
            kind=ConnectionKind.PROGRAM,
            remote_address="127.0.0.1",
        )
        conductor.post(up)
        conductor.post(ControlOpened(at_ms=at_ms, site=site.site, connection=f"k-{site.site}"))
    try:
        yield conductor
    finally:
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task


def floor_of(conductor: Conductor) -> FloorView:
    view = conductor.whole().views["floor"]
    assert isinstance(view, FloorView)
    return view


async def ask(conductor: Conductor, command: object, command_id: str = "") -> Receipt:
    # An id of more than 100 signs is refused; the end of the text tells commands of one kind apart.
    command_id = command_id or repr(command)[-100:]
    request = CommandRequest(command_id=command_id, actor=OPERATOR, command=command)  # type: ignore[arg-type]
    async with asyncio.timeout(5):
        return await conductor.ask(request)


async def test_a_command_is_answered_when_its_line_is_durable() -> None:
    world = MemoryWorld()
    async with running(world) as conductor:
        assert (await ask(conductor, StartSession(kind=SessionKind.OFFICIAL))).outcome is Outcome.DONE
        receipt = await ask(conductor, MuteAll())
        assert (receipt.outcome, receipt.confirmed) == (Outcome.DONE, ("s001", "s002", "s003"))
        assert world.lines[-1].number == len(world.lines) == conductor.state.log.durable_lines


async def test_two_who_ask_the_same_command_get_the_same_receipt() -> None:
    world = MemoryWorld()
    async with running(world) as conductor:
        start = StartSession(kind=SessionKind.TEST)
        first, second = await asyncio.gather(ask(conductor, start, "same"), ask(conductor, start, "same"))
        assert first == second


async def test_deadlines_are_kept_without_any_message() -> None:
    world = MemoryWorld()
    async with running(world) as conductor:
        world.writes = False
        began = time.monotonic()
        await ask(conductor, StartSession(kind=SessionKind.TEST))
        assert 0.15 < time.monotonic() - began < 2.0


async def test_deltas_are_numbered_without_gaps_and_add_up_to_the_whole() -> None:
    world = MemoryWorld()
    async with running(world) as conductor:
        whole = conductor.whole()
        deltas: list[Delta] = []
        end = conductor.subscribe(deltas.append)
        await ask(conductor, StartSession(kind=SessionKind.OFFICIAL))
        await ask(conductor, RequestFloor(site="s002"))
        await asyncio.sleep(0.15)
        assert [delta.number for delta in deltas] == list(range(whole.number + 1, whole.number + 1 + len(deltas)))
        views = dict(whole.views)
        for delta in deltas:
            views |= delta.put
            for key in delta.gone:
                del views[key]
        assert views == conductor.whole().views
        assert floor_of(conductor).requests[0].site == "s002"
        end()
        count = len(deltas)
        await ask(conductor, RequestFloor(site="s001"))
        await asyncio.sleep(0.1)
        assert len(deltas) == count


async def test_many_changes_make_few_deltas() -> None:
    world = MemoryWorld()
    async with running(world, satellites=30) as conductor:
        await ask(conductor, StartSession(kind=SessionKind.OFFICIAL))
        await asyncio.sleep(0.1)
        deltas: list[Delta] = []
        conductor.subscribe(deltas.append)
        for number in range(1, 31):
            await ask(conductor, RequestFloor(site=f"s{number:03}"), f"r{number}")
        await asyncio.sleep(0.1)
        assert len(floor_of(conductor).requests) == 30
        assert len(deltas) < 30


async def test_samples_are_of_the_moment_the_newest_wins_and_decisions_are_never_dropped(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(crank, "DECISIONS_BOUND", 10)
    conductor = build(MemoryWorld(), directory(1))
    for second in range(100):
        conductor.post(Sampled(at_ms=second, samples=()))
    for number in range(10):
        conductor.post(LogWritten(number=number))
    with pytest.raises(InboxFull, match="10 messages wait"):
        conductor.post(LogWritten(number=11))
    refused = await ask(conductor, MuteAll())
    assert (refused.outcome, refused.reason) == (Outcome.REFUSED, Reason.TOO_BUSY)


async def test_cameras_are_known_by_their_ports_and_answer() -> None:
    world = MemoryWorld()
    async with running(world) as conductor:
        receipt = await ask(conductor, RecallPreset(site=MAIN_SITE, camera="main", preset="Bục"))
        assert receipt.outcome is Outcome.DONE
        assert conductor.state.cameras[0].presets == ("Bục",)


async def test_a_camera_that_has_just_been_taken_out_answers_why_and_the_next_ones_are_driven() -> None:
    world = MemoryWorld()
    async with running(world) as conductor:
        asked = asyncio.create_task(ask(conductor, RecallPreset(site=MAIN_SITE, camera="main", preset="Bục")))
        await asyncio.sleep(0)
        conductor.take_cameras(())
        assert (await asked).reason in {Reason.CAMERA_CHANGED, Reason.UNKNOWN_CAMERA, Reason.UNKNOWN_PRESET}
        assert conductor.state.cameras == ()
        conductor.take_cameras((world,))
        receipt = await ask(conductor, StopCamera(site=MAIN_SITE, camera="main"))
        assert receipt.outcome is Outcome.DONE


async def test_a_restarted_bridge_goes_on_with_its_session() -> None:
    world = MemoryWorld()
    async with running(world) as conductor:
        await ask(conductor, StartSession(kind=SessionKind.OFFICIAL))
        await ask(conductor, MuteAll())
    again = MemoryWorld()
    async with running(again, restored=tuple(world.lines)) as conductor:
        await ask(conductor, RequestFloor(site="s001"))
        session = conductor.whole().views["session"]
        assert isinstance(session, SessionView)
        assert session.running
        assert again.lines[0].number == len(world.lines) + 1
        first_gates = next(verb for verb in again.verbs if isinstance(verb, SetGates))
        assert again.verbs.index(first_gates) == 0
        assert first_gates.open_sites == ()


async def test_a_lost_message_ends_the_bridge(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crank, "DECISIONS_BOUND", 1)
    conductor = build(MemoryWorld(), directory(1))
    conductor.post(LogWritten(number=1))
    with pytest.raises(InboxFull):
        conductor.post(LogWritten(number=2))
    async with asyncio.timeout(5):
        with pytest.raises(InboxFull):
            await conductor.run()
