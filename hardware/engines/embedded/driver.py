"""The embedded engine as the conductor sees it: deals sites over media workers and speaks for all of them.

Rule: lives on the bridge's event loop and never waits in a verb. It remembers who is on which worker, nothing else:
after a worker's death it does not repeat what was wanted before; a new incarnation with its roster says so, and the
new worker keeps every gate closed until it is told.
"""

import asyncio
import time
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec

from console.checks.check_port import TestLine
from console.content.content_port import SetContent
from console.engine_port import (
    AcceptOffer,
    AnyReport,
    AnyVerb,
    Capability,
    CloseConnection,
    ConnectionDown,
    ConnectionUp,
    EngineDown,
    EngineLoad,
    EngineTrouble,
    EngineUp,
    GatesApplied,
    OfferAnswered,
    Report,
    RequestKeyFrame,
    Sampled,
    SendControl,
    SetGates,
    SiteOnEngine,
    SiteSample,
    WatchFirstFrame,
)
from console.recordings.recorder_port import KeepPicture, MeasureRecording, SetRecording
from console.words import ConnectionId, SiteId
from hardware.engines.embedded.content.content_desk import ContentDesk
from hardware.engines.embedded.content.content_words import ContentReady
from hardware.engines.embedded.gate_answers import GateAnswers
from hardware.engines.embedded.link import (
    ConnectDoorway,
    LinkEnd,
    Orders,
    PictureToKeep,
    WorkerFailed,
    WorkerReady,
    report_decoder,
)
from hardware.engines.embedded.load_meter import worst_of
from hardware.engines.embedded.recording.disk_watch import DiskWatch
from hardware.engines.embedded.recording.recorder_process import RecorderDesk
from hardware.engines.embedded.recording.recorder_words import RecorderReady
from hardware.engines.embedded.worker_process import TICK_SECONDS, WorkerEvents, WorkerProcess

CAPABILITIES = (
    Capability.PER_SITE_MIX,
    Capability.PROGRAM,
    Capability.LISTEN,
    Capability.CONTROL_CHANNEL,
    Capability.TILE_PICTURES,
    Capability.LEVELS,
    Capability.SOUND_TEST,
    Capability.LINE_TEST,
)
MOST_UNTAKEN_REPORTS = 50_000


@dataclass(frozen=True, slots=True)
class EngineSettings:
    """How workers are started; `worker_command` is the argument list of the program's hidden worker command."""

    worker_command: Sequence[str]
    font_folder: Path
    workers: int = 1
    first_udp_port: int | None = None
    """Worker n uses this port plus n; None lets the system choose."""
    decode_threads: int = 1
    small_program: bool = False
    """Whether the program goes out as 360p15 instead of 720p25."""
    recorder_command: Sequence[str] = ()
    """The argument list of the program's hidden recorder command."""
    content_command: Sequence[str] = ()
    """The argument list of the program's hidden content player; without it there is no content."""
    recordings_folder: Path | None = None
    """Where recordings and pictures of the program go; None: this engine keeps none."""


class EmbeddedEngine:
    """Implements `EnginePort`; `reports_waiting` is called on the loop when `take_reports` has something new."""

    def __init__(self, settings: EngineSettings, *, reports_waiting: Callable[[], None] | None = None) -> None:
        self._settings = settings
        self._reports_waiting = reports_waiting
        self._reports: deque[AnyReport] = deque(maxlen=MOST_UNTAKEN_REPORTS)
        events = WorkerEvents(self._worker_ready, self._worker_reports, self._worker_ended)
        self._workers = [
            WorkerProcess(number, settings.worker_command, events) for number in range(max(1, settings.workers))
        ]
        self._incarnation = 0
        self._is_up = False
        self._last_trouble = ""
        self._worker_of: dict[SiteId, int] = {}
        self._roster: dict[tuple[SiteId, ConnectionId], SiteOnEngine] = {}
        self._offers: dict[str, int] = {}
        self._gates = GateAnswers()
        self._samples: dict[int, tuple[SiteSample, ...]] = {}
        self._loads: dict[int, EngineLoad] = {}
        self._doorway: ConnectDoorway | None = None
        folder = settings.recordings_folder
        self._recorders = None if folder is None else RecorderDesk(settings.recorder_command, folder, self._tell)
        player = settings.content_command
        self._content = ContentDesk(player, self._tell) if player else None
        self._disk = None if folder is None else DiskWatch(folder, self._tell)
        self._server: asyncio.Server | None = None
        self._ticking: asyncio.Task[None] | None = None

    # ------------------------------------------------ the port

    def submit(self, verb: AnyVerb) -> None:
        """Hands a verb to the workers that it concerns; never blocks."""
        match verb:
            case AcceptOffer():
                self._accept(verb)
            case SetGates():
                self._gates.ask(verb, [worker.number for worker in self._workers if worker.up])
                self._send_to_all(verb)
            case CloseConnection() | SendControl() | RequestKeyFrame() | WatchFirstFrame() | TestLine():
                number = self._worker_of.get(verb.site)
                if number is not None:
                    self._workers[number].send(verb)
            case SetContent():
                if self._content is not None:
                    self._content.set_content(verb)
            case SetRecording() | MeasureRecording() | KeepPicture():
                self._record(verb)
            case _:
                self._send_to_all(verb)

    def take_reports(self) -> list[AnyReport]:
        """Returns the reports that arrived since the last call, oldest first."""
        reports = list(self._reports)
        self._reports.clear()
        return reports

    # ------------------------------------------------ its life

    async def start(self) -> None:
        """Opens the local link and starts the workers; `EngineUp` follows when all of them are there."""
        loop = asyncio.get_running_loop()
        self._server = await loop.create_server(lambda: LinkEnd(self._first_frames, lambda _: None), "127.0.0.1", 0)
        port = self._server.sockets[0].getsockname()[1]
        if self._recorders is not None:
            self._recorders.link_port = port
        if self._content is not None:
            self._content.link_port = port
        for worker in self._workers:
            worker.start(self._orders(worker.number, port))
        self._ticking = asyncio.create_task(self._tick_for_ever(), name="embedded engine")

    async def close(self) -> None:
        """Ends the workers and the link; a recorder ends its part by itself."""
        if self._recorders is not None:
            await self._recorders.leave()
        if self._content is not None:
            self._content.close()
        if self._ticking is not None:
            self._ticking.cancel()
            await asyncio.gather(self._ticking, return_exceptions=True)
        await asyncio.gather(*(worker.stop() for worker in self._workers))
        if self._server is not None:
            self._server.close()

    def worker_process_ids(self) -> list[int | None]:
        """Returns the process number of each worker, for measurements."""
        return [worker.process_id for worker in self._workers]

    def recorder_process_ids(self) -> list[int]:
        """Returns the process number of each recorder, for measurements."""
        return [] if self._recorders is None else self._recorders.process_ids()

    def _orders(self, number: int, link_port: int) -> Orders:
        udp = self._settings.first_udp_port
        return Orders(
            worker_number=number,
            workers=len(self._workers),
            link_port=link_port,
            token="",
            udp_port=None if udp is None else udp + number,
            font_folder=str(self._settings.font_folder),
            decode_threads=self._settings.decode_threads,
            small_program=self._settings.small_program,
        )

    async def _tick_for_ever(self) -> None:
        while True:
            await asyncio.sleep(TICK_SECONDS)
            for worker in self._workers:
                worker.tick()
            if self._recorders is not None:
                self._recorders.tick()
            if self._content is not None:
                self._content.tick()
            if self._disk is not None:
                self._disk.look()
            self._gates.tick()
            self._tell_gates()

    # ------------------------------------------------ links and lives of workers

    def _first_frames(self, link: LinkEnd, frames: list[bytes]) -> None:
        """Takes the first frames of an unknown link: whoever cannot prove the token is sent away."""
        try:
            first = report_decoder.decode(frames[0])
        except msgspec.DecodeError:
            first = None
        if isinstance(first, RecorderReady) and self._recorders is not None and self._recorders.adopt(link, first):
            link.pass_to_owner(frames[1:])
            return
        if isinstance(first, ContentReady) and self._content is not None and self._content.adopt(link, first):
            link.pass_to_owner(frames[1:])
            return
        token = first.token if isinstance(first, WorkerReady | WorkerFailed) else ""
        worker = next((each for each in self._workers if token and each.token == token and not each.up), None)
        if worker is not None and isinstance(first, WorkerReady):
            link.hand_over(lambda _, later: worker.frames_arrived(later), lambda _: worker.link_ended())
            worker.adopt(link, first)
            worker.frames_arrived(frames[1:])
            return
        if worker is not None and isinstance(first, WorkerFailed):
            worker.kill(first.text)
        link.close()

    def _worker_ready(self, worker: WorkerProcess, ready: WorkerReady) -> None:
        if ready.doorway_port is not None:
            self._doorway = ConnectDoorway(port=ready.doorway_port, token=worker.token)
            if self._recorders is not None:
                self._recorders.doorway = self._doorway
            if self._content is not None:
                self._content.doorway = self._doorway
        for other in self._workers[1:]:
            if self._doorway is not None and (other is worker or worker.number == 0):
                other.send(self._doorway)
        if all(each.up for each in self._workers):
            self._incarnation += 1
            self._last_trouble = ""
            self._is_up = True
            self._tell(
                EngineUp(
                    at_ms=_now_ms(),
                    incarnation=self._incarnation,
                    capabilities=self._capabilities(),
                    roster=tuple(self._roster.values()),
                )
            )

    def _worker_ended(self, worker: WorkerProcess, text: str) -> None:
        for key in [key for key in self._roster if self._worker_of.get(key[0]) == worker.number]:
            del self._roster[key]
        self._worker_of = {site: number for site, number in self._worker_of.items() if number != worker.number}
        self._samples.pop(worker.number, None)
        self._loads.pop(worker.number, None)
        for request_id in [key for key, number in self._offers.items() if number == worker.number]:
            del self._offers[request_id]
            self._refuse(request_id, text)
        self._gates.worker_gone(worker.number)
        self._tell_gates()
        if self._is_up:
            self._is_up = False
            self._tell(EngineDown(at_ms=_now_ms(), incarnation=self._incarnation, text=text))
        elif text != self._last_trouble:
            # A worker that cannot start is tried again and again; its reason is told once.
            self._last_trouble = text
            self._tell(EngineTrouble(at_ms=_now_ms(), text=text))

    # ------------------------------------------------ verbs that need more than passing on

    def _send_to_all(self, verb: AnyVerb) -> None:
        for worker in self._workers:
            worker.send(verb)

    def _capabilities(self) -> tuple[Capability, ...]:
        recording = () if self._recorders is None else (Capability.RECORDING,)
        content = () if self._content is None else (Capability.CONTENT,)
        return (*CAPABILITIES, *recording, *content)

    def _record(self, verb: SetRecording | MeasureRecording | KeepPicture) -> None:
        recorders = self._recorders
        if recorders is None:
            return
        match verb:
            case SetRecording():
                recorders.set_recording(verb)
            case MeasureRecording():
                recorders.measure(verb)
            case KeepPicture():
                path = str(recorders.path_of(verb.file))
                self._workers[0].send(PictureToKeep(request_id=verb.request_id, file=verb.file, path=path))

    def _accept(self, verb: AcceptOffer) -> None:
        number = self._deal(verb.site)
        if number is None:
            self._refuse(verb.request_id, "the media part of the bridge is being started again")
            return
        self._worker_of[verb.site] = number
        self._offers[verb.request_id] = number
        self._workers[number].send(verb)

    def _deal(self, site: SiteId) -> int | None:
        """Returns the site's worker: the one it had, else the one with the fewest sites."""
        number = self._worker_of.get(site)
        if number is not None:
            return number
        dealt = list(self._worker_of.values())
        return min((each.number for each in self._workers if each.up), key=dealt.count, default=None)

    def _refuse(self, request_id: str, text: str) -> None:
        answer = OfferAnswered(at_ms=_now_ms(), request_id=request_id, answer_sdp=None, error=text, passing=True)
        self._tell(answer)

    # ------------------------------------------------ reports

    def _worker_reports(self, worker: WorkerProcess, reports: list[Report]) -> None:
        for report in reports:
            match report:
                case GatesApplied():
                    self._gates.answered(worker.number, report)
                    self._tell_gates()
                case Sampled():
                    self._sampled(worker, report)
                case EngineLoad():
                    self._loaded(worker, report)
                case _:
                    self._note(report)
                    self._tell(report)

    def _note(self, report: Report) -> None:
        """Keeps the roster and the open offers as the workers report them."""
        match report:
            case ConnectionUp():
                self._roster[report.site, report.connection] = SiteOnEngine(
                    site=report.site, connection=report.connection, kind=report.kind, gate_open=False
                )
            case ConnectionDown():
                self._roster.pop((report.site, report.connection), None)
            case OfferAnswered():
                self._offers.pop(report.request_id, None)
            case _:
                pass

    def _tell_gates(self) -> None:
        for report in self._gates.take(self._worker_of, _now_ms()):
            for key, row in self._roster.items():
                self._roster[key] = msgspec.structs.replace(row, gate_open=row.site in report.open_sites)
            self._tell(report)

    def _sampled(self, worker: WorkerProcess, report: Sampled) -> None:
        """Joins the workers' samples: one report a second for all sites."""
        self._samples[worker.number] = report.samples
        if all(each.number in self._samples for each in self._workers if each.up):
            samples = tuple(sample for part in self._samples.values() for sample in part)
            self._samples.clear()
            self._tell(Sampled(at_ms=report.at_ms, samples=samples))

    def _loaded(self, worker: WorkerProcess, report: EngineLoad) -> None:
        """Joins the workers' loads: one report a second."""
        self._loads[worker.number] = report
        if all(each.number in self._loads for each in self._workers if each.up):
            self._tell(worst_of(list(self._loads.values())))
            self._loads.clear()

    def _tell(self, report: Report) -> None:
        self._reports.append(report)  # pyright: ignore[reportArgumentType]  (workers send no other kinds)
        if self._reports_waiting is not None:
            self._reports_waiting()


def _now_ms() -> int:
    return time.monotonic_ns() // 1_000_000
