"""The bridge process: holds decisions and log, lives without a window, and comes back as it was.

Rule: order of start is order of safety. The log's last session is replayed first, so that the standing order is known
before the engine starts; the engine gets its closed gates before the front opens. Windows may look as
soon as there is a state to see.
"""

import asyncio
import contextlib
import datetime
import importlib
import logging
import os
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import msgspec

from console.admission.admission import kept_outside
from console.cameras.camera_profile import CameraProfile
from console.conductor import Conductor
from console.data_folder import DataFolder
from console.entries import Line
from console.events import AnyEvent, ClockJumped, DirectoryRead, MeetingFileRead, Now, Site
from console.log_book.database import STORE_ERRORS
from console.log_book.log_writer import LogReport, LogWriter
from console.log_book.office_store import OfficeStore
from console.office.meeting import Meeting
from console.office.meeting_file import read_meeting_file
from console.office.meeting_steps import after_session
from console.office.record import Record
from console.rules import Rules
from console.settings import ProgramPicture, Settings
from console.trouble import Told, TroubleKind, trouble
from console.words import SessionKind, SiteId
from hardware.cameras.preset_camera import PresetCamera
from hardware.engines.embedded.driver import EmbeddedEngine, EngineSettings
from hardware.link.bridge_doors import BridgeDoors
from hardware.link.frames_folder import FramesFolder
from hardware.link.link_server import LinkServer
from hardware.link.run_file import BridgeAddress, new_token, remove_run_file, run_file_of, write_run_file
from hardware.processes.bridge.configuration_watch import ConfigurationWatch
from hardware.processes.bridge.console_accounts import ConsoleAccounts
from hardware.processes.bridge.history_desk import HistoryDesk
from hardware.processes.bridge.main_cameras import MainCameras, MainRoomPictures
from hardware.processes.bridge.media_ports import check_media_ports
from hardware.processes.bridge.record_keeper import RecordKeeper
from hardware.processes.bridge.revocations import Revocations
from hardware.processes.bridge.security_desk import SecurityDesk
from hardware.processes.bridge.switchboard import Switchboard
from hardware.processes.keeper.keeper import ensure_keeper
from hardware.processes.launch import own_command
from hardware.processes.lock import AlreadyHeld, FileLock
from hardware.processes.resources import BROWSER_PAGES, FONTS
from hardware.processes.stopping import on_stop
from hardware.signalling.front_doors import FrontDoors, FrontLimits

if TYPE_CHECKING:
    from hardware.signalling.front import Front
    from hardware.signalling.refusals import Refusal

LOCK_PATIENCE_SECONDS = 1.0
WATCH_SECONDS = 1.0
KEEPER_START_SECONDS = 10.0
CLOCK_JUMP_MS = 2000
NO_FRONT_YET = 0
OFFICE_BUSY_SECONDS = 0.5
"""The loop's patience with another process that holds the office store."""

_log = logging.getLogger(__name__)


class BridgeRunsAlready(Told):
    """Another bridge serves this data folder."""


@dataclass(frozen=True, kw_only=True)
class BridgeOptions:
    """What differs between two starts; a port of 0 lets the system choose one."""

    data: DataFolder
    settings: Settings
    rules: Rules
    https_port: int
    media_port: int | None
    workers: int
    cameras: tuple[CameraProfile, ...] = ()
    """The main endpoint's own."""
    kept: bool = False
    """A keeper started this bridge: if the keeper dies, a new one is started."""


def read_now() -> Now:
    """Returns this machine's clocks; the monotonic one is shared by all its processes."""
    return Now(monotonic_ms=time.monotonic_ns() // 1_000_000, wall_ms=time.time_ns() // 1_000_000)


def run_bridge(options: BridgeOptions, read_restored: Callable[[BridgeOptions], Sequence[Line]]) -> int:
    """Runs the bridge until it is asked to end; returns the exit code.

    `read_restored` gives the lines of the session that never ended, once the folder is this process's own. Raises
    `BridgeRunsAlready`, `PortInUse`, `MediaPortInUse`.
    """
    lock = _own_lock(options.data.run / "bridge.lock")
    try:
        restored = read_restored(options)
        if options.media_port and not restored:  # in a meeting it goes on trying, and says so
            check_media_ports(options.media_port, options.workers)
        with asyncio.Runner(loop_factory=asyncio.SelectorEventLoop) as runner:
            return runner.run(_live(options, restored))
    finally:
        lock.release()


async def _live(options: BridgeOptions, restored: Sequence[Line]) -> int:
    return await Bridge(options, restored).run()


def _say_failures(ended: Iterable[asyncio.Task[None] | asyncio.Task[Literal[True]]]) -> None:
    """Says what broke before everything is closed; the keeper starts the bridge again."""
    for task in ended:
        if (error := task.exception()) is not None:
            _log.error("The bridge ends, for its %s failed.", task.get_name(), exc_info=error)


def _load_front() -> None:
    """Loads the front's modules for whoever imports them next."""
    importlib.import_module("hardware.signalling.certificate")
    importlib.import_module("hardware.signalling.front")


def _own_lock(path: Path) -> FileLock:
    """Takes the bridge's lock; a keeper that just looked whether it is held is waited for."""
    until = time.monotonic() + LOCK_PATIENCE_SECONDS
    while True:
        try:
            return FileLock(path)
        except AlreadyHeld:
            if time.monotonic() > until:
                raise BridgeRunsAlready(trouble(TroubleKind.BRIDGE_RUNS_ALREADY)) from None
            time.sleep(0.05)


class Bridge:
    """All parts of one bridge, started and ended in order; made inside the running loop."""

    def __init__(self, options: BridgeOptions, restored: Sequence[Line]) -> None:
        self._options, self._data = options, options.data
        self._loop = asyncio.get_running_loop()
        self._office = OfficeStore(self._data.office_file, busy_seconds=OFFICE_BUSY_SECONDS)
        self._records = RecordKeeper(self._office.register.put)
        self._revocations = Revocations(lambda site: self._office.credentials.revoke(site=site))
        self._sites: tuple[Site, ...] = self._office.sites.all()
        self._frames = FramesFolder(self._data.run)
        self._engine = EmbeddedEngine(self._engine_settings(), reports_waiting=self._engine_reports)
        self._switchboard = Switchboard(self._engine, options.settings.announced_addresses)
        self._writer = LogWriter(self._data, self._log_reported)
        self._cameras = MainCameras(
            self._data,
            options.cameras,
            post=self._post,
            pictures=MainRoomPictures(self._frames.path, self._switchboard.take_views),
            list_changed=self._cameras_listed,
            state=lambda: self._conductor.state,
        )
        self._conductor = Conductor(
            rules=options.rules,
            engine=self._engine,
            log=self._writer,
            sites=self._switchboard,
            cameras=self._cameras.cameras,
            office=self,
            clock=read_now,
            restored=restored,
            directory=self._sites,
        )
        self._security = SecurityDesk(self._records.put, self._running_session)
        self._switchboard.take_core(self._security.before(self._conductor))
        own = options.settings.lock_after_minutes
        minutes = options.rules.lock_after_minutes if own is None else own
        self._accounts = ConsoleAccounts(self._office, minutes, self._running_session)
        self._link: LinkServer | None = None
        self._history = HistoryDesk(self._data, self._running_session)
        self._front: Front | None = None
        self._configuration = ConfigurationWatch(self._data, options.settings.profile, self._office, self._post)
        self._configuration.begin(restored[-1].wall_ms if restored else None)
        self._ending = asyncio.Event()
        self._keeper_trouble = False
        self._keeper_due = 0.0

    async def run(self) -> int:
        """Starts everything, waits until it is asked to end, and closes everything."""
        on_stop(self._ending.set)
        self._writer.start()
        conducting = asyncio.create_task(self._conductor.run(), name="conductor")
        watching = asyncio.create_task(self._watch(), name="bridge watch")
        ending = asyncio.create_task(self._ending.wait(), name="bridge end")
        chains = asyncio.create_task(self._security.check_chains(self._data.office_file), name="looks at the chains")
        try:
            await self._engine.start()
            self._cameras.open()
            link = await self._open_link()
            front = await self._open_front()
            ended, _ = await asyncio.wait((conducting, watching, ending), return_when=asyncio.FIRST_COMPLETED)
            _say_failures(ended)
            await link.close()
            await front.close()
        finally:
            await self._close(conducting, watching, ending, chains)
        return 0 if self._ending.is_set() else 1

    # ------------------------------------------------------------------ parts

    def _engine_settings(self) -> EngineSettings:
        return EngineSettings(
            worker_command=own_command(["worker", "--frames", str(self._frames.path)]),
            font_folder=FONTS,
            workers=self._options.workers,
            small_program=self._options.settings.program_picture is ProgramPicture.SMALL,
            first_udp_port=self._options.media_port or None,
            recorder_command=own_command(["recorder"]),
            content_command=own_command(["content"]),
            recordings_folder=self._data.recordings,
        )

    async def _open_front(self) -> "Front":
        # Half of the bridge's loading time, which the window need not wait for; a link that is open must answer.
        await asyncio.to_thread(_load_front)
        from hardware.signalling.certificate import load_or_make
        from hardware.signalling.front import Front

        hosts = self._options.settings.announced_addresses
        certificate = load_or_make(self._data.certificate, hosts, today=datetime.datetime.now(datetime.UTC))
        names = self._site_name
        doors = FrontDoors(
            book=self._office.credentials,
            accept_offer=self._switchboard.accept_offer,
            close_connection=self._switchboard.close_connection,
            is_connected=self._switchboard.credential_in_use,
            connected_sites=self._switchboard.connected_sites,
            holds_connection=self._switchboard.holds_connection,
            name_of=names,
            kept_outside=self._kept_outside,
            post=self._switchboard.post_admission,
        )
        limits = FrontLimits(sites=self._options.settings.most_sites)
        self._front = front = Front(doors, certificate, BROWSER_PAGES, limits)
        self._say_where(msgspec.structs.replace(self._address, https_port=await front.start(self._options.https_port)))
        return front

    def _say_where(self, address: BridgeAddress) -> None:
        self._address = address
        write_run_file(run_file_of(self._data.root), address)

    async def _open_link(self) -> LinkServer:
        """Opens the link; windows may look before the front has loaded, and the run file then names no HTTPS port."""
        token = new_token()
        doors = BridgeDoors(
            ask=self._conductor.ask,
            whole=self._conductor.whole,
            subscribe=self._conductor.subscribe,
            set_views=self._switchboard.take_views,
            read_history=self._history.history,
            read_lines=self._history.lines,
            accounts=self._accounts,
        )
        link = self._link = LinkServer(doors, token)
        port = await link.start()
        frames = str(self._frames.path)
        self._say_where(
            BridgeAddress(port=port, token=token, pid=os.getpid(), frames_folder=frames, https_port=NO_FRONT_YET)
        )
        return link

    # ------------------------------------------------------------------ what the core asks of the office

    def read_directory(self) -> None:
        """Reads the list of sites again and tells the core."""
        self._sites = self._office.sites.all()
        self._post(DirectoryRead(sites=self._sites))

    def read_meeting_file(self, meeting_uid: str) -> None:
        """Reads a meeting's file from the register and tells the core; an unreadable one is told as such."""
        try:
            file = read_meeting_file(self._office.register, meeting_uid)
        except msgspec.DecodeError as error:  # written by a newer program; the session goes on without it
            self._post(MeetingFileRead(meeting_uid=meeting_uid, text=str(error)))
        else:
            self._post(MeetingFileRead(meeting_uid=meeting_uid, file=file))

    def note_meeting_held(self, meeting_uid: str, kind: SessionKind, person: str, wall_ms: int) -> None:
        """Adds the step to the registered meeting; one that a newer program wrote is left as it is."""
        with contextlib.suppress(msgspec.DecodeError):
            meeting = self._office.register.get(Meeting, meeting_uid)
            further = None if meeting is None else after_session(meeting, kind, person, wall_ms)
            if further is not None:
                self._records.put((further,), person, "")

    def put_records(self, records: Sequence[Record], person: str, reason: str) -> None:
        """Puts what the session found into the register."""
        self._records.put(records, person, reason)

    def revoke_site(self, site: SiteId) -> None:
        """Ends every credential of a site, and every connection that was admitted by one of them."""
        self._revocations.revoke(site)
        self._switchboard.close_site(site)

    # ------------------------------------------------------------------ what arrives

    def _engine_reports(self) -> None:
        self._switchboard.take_reports()

    def _log_reported(self, report: LogReport) -> None:
        # Called on the writer's thread; the loop may be gone when the last lines are written.
        with contextlib.suppress(RuntimeError):
            self._loop.call_soon_threadsafe(self._post, report)

    def _cameras_listed(self, cameras: Sequence[PresetCamera]) -> None:
        self._conductor.take_cameras(cameras)

    def _running_session(self) -> str | None:
        session = self._conductor.state.durable.session
        return None if session is None else session.session

    def _post(self, event: AnyEvent) -> None:
        self._conductor.post(event)

    def _site_name(self, site: SiteId) -> str | None:
        if site in self._revocations.waiting:
            return None
        return next((row.name for row in self._sites if row.site == site), None)

    def _kept_outside(self, site: SiteId) -> "Refusal | None":
        from hardware.signalling.refusals import Refusal

        reason = kept_outside(self._conductor.state, site)
        return None if reason is None else Refusal(reason.value)

    # ------------------------------------------------------------------ its life

    async def _watch(self) -> None:
        """Notices a wall clock that moves against the monotonic one, and a keeper that died."""
        before = read_now()
        while True:
            await asyncio.sleep(WATCH_SECONDS)
            now = read_now()
            drift_ms = (now.wall_ms - before.wall_ms) - (now.monotonic_ms - before.monotonic_ms)
            if abs(drift_ms) > CLOCK_JUMP_MS:
                self._post(ClockJumped(by_ms=drift_ms))
                self._security.clock_jumped(drift_ms)
            before = now
            self._records.try_again()
            self._revocations.try_again()
            self._follow_accounts()
            self._configuration.look()
            self._security.look(0 if self._front is None else self._front.turned_away)
            with contextlib.suppress(*STORE_ERRORS):  # tried again in a second
                self._office.credentials.keep_uses()
            if self._options.kept:
                self._have_keeper()

    def _follow_accounts(self) -> None:
        """Lets what became of accounts and delegations hold for whoever is connected."""
        asked = self._accounts.asked
        if (self._accounts.look() or asked) and self._link is not None:
            self._link.follow_standings()

    def _have_keeper(self) -> None:
        if time.monotonic() < self._keeper_due:
            return
        try:
            if ensure_keeper(self._data.run, self._data.root):
                # A busy machine takes its time to start one: no second is sent after it.
                self._keeper_due = time.monotonic() + KEEPER_START_SECONDS
        except OSError as error:  # a disk or a system that lets nothing start; the meeting goes on without a keeper
            if not self._keeper_trouble:
                _log.warning("No keeper can be started: %s", error)
            self._keeper_trouble = True
        else:
            self._keeper_trouble = False

    async def _close(self, *tasks: asyncio.Task[object]) -> None:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        # The log first, whatever brought the end: nothing that follows can cost a line of it.
        unwritten = self._writer.close()
        if unwritten:
            _log.error("%d lines of the log could not be written.", unwritten)
        await self._engine.close()
        self._cameras.close()
        self._records.try_again()
        self._history.close()
        remove_run_file(run_file_of(self._data.root), os.getpid())
        self._frames.close()
        self._office.close()
