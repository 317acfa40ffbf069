"""A province in memory: the log, the engine and the sites answer the core's effects, each as obedient as told.

It is driven by hand: `ask`, `tell` and `wait_ms` are the only ways in; `wait_ms` visits every deadline on its way.
"""

from collections import deque
from dataclasses import dataclass, field
from typing import Any

from console.commands import Actor, AnyCommand, CommandRequest, StartSession
from console.effects import AnswerCommand, AnyEffect, OpenSessionLog, Receipt, SendToSite, WriteLog
from console.engine import begin, decide, next_deadline, resume
from console.engine_port import (
    Capability,
    CloseConnection,
    ConnectionDown,
    ConnectionKind,
    ConnectionUp,
    ControlOpened,
    EngineUp,
    FullFrameDecoded,
    GatesApplied,
    ProgramApplied,
    Sampled,
    SetGates,
    SetProgram,
    SiteSample,
    SoundDecoded,
    StreamSample,
    WatchFirstFrame,
)
from console.entries import Line
from console.events import LogWritten, Message, Now, Site, SiteSaid
from console.podium.scenes import program_slots
from console.replay import replay
from console.rules import Rules
from console.sites.site_message import ToSite
from console.sites.site_messages import (
    FromSiteMessage,
    Hello,
    MicrophoneReported,
    Ping,
    Pong,
    ProgramReported,
    RecallSitePreset,
    ReportProgram,
    RungReported,
    SetListen,
    SetMicrophone,
    SetRung,
    SitePresetReported,
    ToSiteMessage,
)
from console.state import State
from console.view_model import SnapshotMaker
from console.words import MAIN_SITE, Answer, Origin, Reason, Role, Rung, SessionKind, SiteId, SiteRole

OPERATOR = Actor(person="Lan", role=Role.OPERATOR, origin=Origin.WINDOW)
RUNG_WIDTH = {Rung.OFF: 0, Rung.THUMBNAIL: 320, Rung.ON_DECK: 640, Rung.PODIUM: 1280}


def technician(site: SiteId) -> Actor:
    return Actor(person=site, role=Role.SITE_TECHNICIAN, origin=Origin.SATELLITE, site=site)


def directory(satellites: int) -> tuple[Site, ...]:
    main = Site(site=MAIN_SITE, number=0, name="Tỉnh ủy", role=SiteRole.MAIN_ENDPOINT)
    return (main, *(Site(site=f"s{n:03}", number=n, name=f"Xã {n}") for n in range(1, satellites + 1)))


@dataclass
class SimulatedSite:
    """A satellite's program (or a device) that obeys, unless it was told to hang."""

    site: SiteId
    connection: str
    kind: ConnectionKind = ConnectionKind.PROGRAM
    obeys: bool = True
    sends_picture: bool = True
    sends_sound: bool = True
    answers_program: bool = True
    camera_answers: bool = False
    camera_fault: Reason | None = None
    open: bool = False
    listening: bool = False
    order: int = 0
    rung: Rung = Rung.THUMBNAIL
    loss: int = 0
    heard: list[ToSiteMessage] = field(default_factory=list)

    @property
    def sounds(self) -> bool:
        device = self.kind is ConnectionKind.DEVICE
        return self.sends_sound and (self.open or self.listening or device)

    def hear(self, message: ToSiteMessage) -> list[FromSiteMessage]:  # noqa: PLR0911 - one arm per message
        self.heard.append(message)
        if not self.obeys:
            return []
        match message:
            case SetMicrophone():
                self.order = message.order
                self.open = message.open or (self.open and message.may_open)
                return [self.report(message.request_id)]
            case SetListen():
                self.listening = message.listening
                return [self.report(message.request_id)]
            case SetRung():
                self.rung = message.rung
                return [RungReported(rung=message.rung, request_id=message.request_id)]
            case Ping():
                return [Pong(number=message.number)]
            case RecallSitePreset() if self.camera_answers:
                arrived = self.camera_fault is None
                return [SitePresetReported(request_id=message.request_id, arrived=arrived, reason=self.camera_fault)]
            case ReportProgram() if self.answers_program:
                return [ProgramReported(request_id=message.request_id, frame_after_ms=40, sound_after_ms=20)]
            case _:
                return []

    def report(self, request_id: str | None = None) -> MicrophoneReported:
        return MicrophoneReported(open=self.open, order=self.order, request_id=request_id, listening=self.listening)

    def last(self, kind: type[ToSite]) -> Any:
        return next((message for message in reversed(self.heard) if isinstance(message, kind)), None)


class Province:
    """One meeting around the pure core."""

    def __init__(self, satellites: int = 3, rules: Rules | None = None, restored: tuple[Line, ...] = ()) -> None:
        self.now = Now(monotonic_ms=1_000_000, wall_ms=1_800_000_000_000)
        self.rules = rules or Rules()
        self.state: State = begin(self.rules, directory(satellites), restored)
        self.lines: list[Line] = list(restored)
        self.written = restored[-1].number if restored else 0
        self.log_writes = True
        self.effects: list[AnyEffect] = []
        self.gates: tuple[SiteId, ...] = ()
        self.program: SetProgram | None = None
        self.shows_program = True
        self.moved_on_air: list[SiteId] = []
        self.gate_answers: tuple[tuple[SiteId, Answer], ...] = ()
        self.sites: dict[SiteId, SimulatedSite] = {}
        self.watches: dict[str, WatchFirstFrame] = {}
        self.receipts: dict[str, list[Receipt]] = {}
        self.asked = 0
        self._messages: deque[Message] = deque()
        self.maker = SnapshotMaker()
        self._take(*resume(self.state, self.now))
        self._run()

    # ------------------------------------------------------------ ways in

    def ask(self, command: AnyCommand, actor: Actor = OPERATOR, command_id: str | None = None) -> Any:
        """Gives a command and returns its receipt, or None if it has none by now."""
        self.asked += 1
        command_id = command_id or f"c{self.asked}"
        self.tell(CommandRequest(command_id=command_id, actor=actor, command=command))
        return self.receipt(command_id)

    def tell_command(self, command: AnyCommand) -> list[AnyEffect]:
        """Gives a command and returns all effects up to rest."""
        start = len(self.effects)
        self.ask(command)
        return self.effects[start:]

    def receipt(self, command_id: str) -> Any:
        found = self.receipts.get(command_id)
        return found[-1] if found else None

    def tell(self, *messages: Message) -> list[AnyEffect]:
        """Brings messages to the core and returns all effects up to rest."""
        start = len(self.effects)
        self._messages.extend(messages)
        self._run()
        return self.effects[start:]

    def wait_ms(self, milliseconds: int) -> None:
        """Lets time pass, visiting every deadline; samples and signs of life come once a second."""
        end = self.now.monotonic_ms + milliseconds
        while self.now.monotonic_ms < end:
            due = next_deadline(self.state)
            second = (self.now.monotonic_ms // 1000 + 1) * 1000
            then = min(end, second, end if due is None else max(due, self.now.monotonic_ms + 1))
            self.move_ms(then - self.now.monotonic_ms)
            due = next_deadline(self.state)
            if due is not None and due <= then:
                self.tell(_time())
                left = next_deadline(self.state)
                assert left is None or left > then, "a deadline that nothing carries out"
            if then == second:
                self.sample()

    def move_ms(self, milliseconds: int) -> None:
        self.now = Now(self.now.monotonic_ms + milliseconds, self.now.wall_ms + milliseconds)

    # ------------------------------------------------------------ the world

    def engine_up(self, incarnation: int = 1) -> list[AnyEffect]:
        self.sites.clear()
        self.gates = ()
        return self.tell(EngineUp(at_ms=self.ms, incarnation=incarnation, capabilities=tuple(Capability), roster=()))

    def join(self, site: SiteId, kind: ConnectionKind = ConnectionKind.PROGRAM, **traits: object) -> SimulatedSite:
        self.asked += 1
        joined = SimulatedSite(site, f"k{self.asked}", kind, **traits)  # type: ignore[arg-type]
        self.sites[site] = joined
        self.tell(
            ConnectionUp(at_ms=self.ms, site=site, connection=joined.connection, kind=kind, remote_address="10.0.0.1")
        )
        if kind is ConnectionKind.PROGRAM:
            self.tell(ControlOpened(at_ms=self.ms, site=site, connection=joined.connection))
            self.say(site, Hello(program="satellite", version="1"), joined.report())
        return joined

    def leave(self, site: SiteId) -> None:
        gone = self.sites.pop(site)
        self.tell(ConnectionDown(at_ms=self.ms, site=site, connection=gone.connection, text="gone"))

    def say(self, site: SiteId, *messages: FromSiteMessage) -> None:
        connection = self.sites[site].connection
        self.tell(*(SiteSaid(site=site, connection=connection, message=message) for message in messages))

    def sample(self) -> None:
        samples = tuple(_sample(site) for site in self.sites.values() if site.obeys)
        if samples:
            self.tell(Sampled(at_ms=self.ms, samples=samples))

    @property
    def ms(self) -> int:
        return self.now.monotonic_ms

    @property
    def views(self) -> dict[str, Any]:
        self.maker.update(self.state)
        return dict(self.maker.views)

    def kinds(self) -> list[str]:
        return [type(line.entry).__name__ for line in self.lines]

    def check_replay(self) -> None:
        started = max((i for i, line in enumerate(self.lines) if line.number == 1), default=0)
        assert replay(self.lines[started:]) == self.state.durable

    # ------------------------------------------------------------ the crank

    def _run(self) -> None:
        while self._messages:
            self._take(*decide(self.state, self._messages.popleft(), self.now))

    def _take(self, state: State, effects: tuple[AnyEffect, ...]) -> None:
        self.state = state
        self.effects.extend(effects)
        for effect in effects:
            self._carry_out(effect)

    def _carry_out(self, effect: AnyEffect) -> None:
        match effect:
            case OpenSessionLog():
                self.written = 0
            case WriteLog():
                self._write(effect)
            case SetGates():
                self.gates = effect.open_sites
                self._messages.append(self._applied(effect))
            case SetProgram():
                self.program = effect
                if self.shows_program:
                    self._messages.append(ProgramApplied(at_ms=self.ms, epoch=effect.epoch, shown=effect.slots))
            case SendToSite():
                self._send(effect)
            case WatchFirstFrame():
                self.watches[effect.request_id] = effect
            case CloseConnection():
                gone = ConnectionDown(
                    at_ms=self.ms, site=effect.site, connection=effect.connection, text="closed by the bridge"
                )
                self._messages.append(gone)
            case AnswerCommand():
                self.receipts.setdefault(effect.receipt.command_id, []).append(effect.receipt)
            case _:
                pass
        self._look_at_watches()

    def _applied(self, wanted: SetGates) -> GatesApplied:
        unsure = {site for site, _ in self.gate_answers}
        opened = tuple(site for site in wanted.open_sites if site not in unsure)
        return GatesApplied(at_ms=self.ms, epoch=wanted.epoch, open_sites=opened, answers=self.gate_answers)

    def _write(self, effect: WriteLog) -> None:
        for line in effect.lines:
            self.written += 1
            assert line.number == self.written
        self.lines.extend(effect.lines)
        if self.log_writes:
            last = effect.lines[-1]
            self._messages.append(LogWritten(number=last.number, session=last.session))

    def _send(self, effect: SendToSite) -> None:
        site = self.sites.get(effect.site)
        if isinstance(effect.message, RecallSitePreset) and effect.site in program_slots(self.state):
            self.moved_on_air.append(effect.site)
        if site is not None and effect.connection in (None, site.connection):
            for answer in site.hear(effect.message):
                self._messages.append(SiteSaid(site=site.site, connection=site.connection, message=answer))

    def _look_at_watches(self) -> None:
        for request_id, watch in tuple(self.watches.items()):
            site = self.sites.get(watch.site)
            if site is None:
                continue
            width = RUNG_WIDTH[site.rung] if site.kind is ConnectionKind.PROGRAM else 640
            if site.sends_picture and width >= watch.least_width:
                self._messages.append(
                    FullFrameDecoded(at_ms=self.ms, request_id=request_id, site=watch.site, width=width, height=720)
                )
            elif site.sends_picture:
                continue
            if site.sounds:
                self._messages.append(SoundDecoded(at_ms=self.ms, request_id=request_id, site=watch.site))
                del self.watches[request_id]


def _sample(site: SimulatedSite) -> SiteSample:
    audio = StreamSample(packets=50 if site.sounds else 0, lost=0, bytes=4000, jitter_ms=2.0)
    video = StreamSample(
        packets=100 - site.loss, lost=site.loss, bytes=12000, jitter_ms=3.0, frames=8, width=RUNG_WIDTH[site.rung]
    )
    return SiteSample(
        site=site.site,
        connection=site.connection,
        window_ms=1000,
        audio=audio,
        video=video if site.sends_picture else None,
        round_trip_ms=20.0,
        picture_age_ms=30 if site.sends_picture else None,
        packet_age_ms=10,
        level_db=-30.0 if site.sounds else None,
    )


def _time() -> Message:
    from console.events import TimePassed

    return TimePassed()


def meeting(satellites: int = 3, rules: Rules | None = None, kind: SessionKind = SessionKind.OFFICIAL) -> Province:
    """Returns a province with a running session, engine up, main endpoint and all satellites joined."""
    province = Province(satellites, rules)
    province.engine_up()
    province.join(MAIN_SITE, open=True)
    for n in range(1, satellites + 1):
        province.join(f"s{n:03}")
    province.ask(StartSession(kind=kind, title="Họp giao ban"))
    return province
