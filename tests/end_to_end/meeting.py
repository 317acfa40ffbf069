"""A meeting on this machine as the tests of the whole see it: the program's own processes, and simulated sites.

Rule: everything is started by its own command line or is the shipped simulator; tests look from outside only, at the
published state, the shared pictures, and what the sites see and hear.
"""

import asyncio
import contextlib
import datetime
import json
import socket
import subprocess
import sys
import time
from collections.abc import AsyncGenerator, Callable, Collection, Generator, Mapping, Sequence
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import msgspec
import psutil

from console.commands import AnyCommand, StartSession
from console.data_folder import DataFolder
from console.effects import Receipt
from console.log_book.office_store import OfficeStore
from console.sites.site_list import read_site_list
from console.words import MAIN_SITE, LinkState, Origin, Outcome, SessionKind, SiteId
from hardware.link.link_client import BridgeClient
from hardware.link.run_file import BridgeAddress, NoBridge, read_run_file, run_file_of
from hardware.processes.launch import province_command
from hardware.processes.published_state import PublishedState
from hardware.signalling.certificate import load_or_make
from hardware.signalling.client import BridgePlace
from hardware.simulator.province import Province
from hardware.simulator.province_orders import ProvincePlan, SimulatedSite, SiteShown
from tests.own_process import MAIN_FILE, ROOT, OwnProcess, quiet_environment, until

START_SECONDS = 30.0
LIVE_SECONDS = 25.0
SEEN_SECONDS = 10.0
CODE_SECONDS = 600
LOOK_SECONDS = 0.05
SILENT_DB = -70.0
"""Sound below this level (dB of full scale) is silence after a coder."""


@dataclass
class Folder:
    """A data folder with its sites, and `main.py` commands on it."""

    data: DataFolder
    outputs: Path
    processes: list[OwnProcess] = field(default_factory=list)

    def run(self, *arguments: str, seconds: float = 30.0, piped: str = "") -> subprocess.CompletedProcess[str]:
        """Runs `main.py` with these arguments and `--data`, `piped` into it, and returns how it ended."""
        command = [sys.executable, str(MAIN_FILE), *arguments, "--data", str(self.data.root)]
        return subprocess.run(
            command,
            env=quiet_environment(),
            input=piped,
            capture_output=True,
            text=True,
            timeout=seconds,
            check=False,
            cwd=ROOT,
        )

    def start(self, *arguments: str, environment: Mapping[str, str] | None = None) -> OwnProcess:
        """Starts `main.py` with these arguments and `--data`."""
        named = [*arguments[:1], "--data", str(self.data.root), *arguments[1:]]
        output = self.outputs / f"{len(self.processes)}-{arguments[0] if arguments else 'main'}.out"
        process = OwnProcess(named, output, environment=environment)
        self.processes.append(process)
        return process

    def start_bridge(self, *more: str) -> OwnProcess:
        """Starts a bridge on ports of the system's choice and waits until it answers."""
        bridge = self.start("bridge", "--https-port", "0", "--media-port", "0", *more)
        until("the bridge is up", self.address, START_SECONDS, bridge)
        return bridge

    def address(self) -> BridgeAddress | None:
        """Returns where the bridge is, None while there is none."""
        with contextlib.suppress(NoBridge):
            address = read_run_file(run_file_of(self.data.root))
            return address if address.https_port else None  # the link is open a moment before the front
        return None

    def require_address(self) -> BridgeAddress:
        """Returns where the bridge is; raises `NoBridge`."""
        return read_run_file(run_file_of(self.data.root))

    def place(self) -> BridgePlace:
        """Returns where sites find the bridge."""
        certificate = load_or_make(self.data.certificate, (), today=datetime.datetime.now(datetime.UTC))
        url = f"https://127.0.0.1:{self.require_address().https_port}"
        return BridgePlace(urls=(url,), fingerprint=certificate.fingerprint)

    def new_code(self, site: SiteId, *, seconds: int = CODE_SECONDS) -> str:
        """Returns a one-time code of a site."""
        with OfficeStore(self.data.office_file) as office:
            return office.credentials.issue_invitation(site, (), self.place().fingerprint, seconds)

    def province(self, plans: Sequence[SimulatedSite], *, processes: int = 1) -> Province:
        """Starts simulated sites; those without a code or credential get a code."""
        place = self.place()
        sites = tuple(
            plan if plan.code or plan.credential else _with_code(plan, self.new_code(plan.site)) for plan in plans
        )
        plan = ProvincePlan(urls=place.urls, fingerprint=place.fingerprint, sites=sites)
        return Province(plan, command=province_command(), processes=processes)

    def close(self) -> None:
        """Ends everything that belongs to this folder, whoever started it."""
        for process in reversed(self.processes):
            process.close()
        end_all_that_name(str(self.data.root))


def end_all_that_name(text: str) -> None:
    """Kills every process whose command line holds this text, with all that it started.

    They are frozen first: a keeper and a bridge that watch each other would start each other anew.
    """
    frozen: dict[int, psutil.Process] = {}
    while found := [process for process in processes_that_name(text) if process.pid not in frozen]:
        for process in found:
            with contextlib.suppress(psutil.Error):
                process.suspend()
                frozen |= {each.pid: each for each in (process, *process.children(recursive=True))}
    for process in frozen.values():
        with contextlib.suppress(psutil.Error):
            process.kill()
    psutil.wait_procs(list(frozen.values()), timeout=SEEN_SECONDS)


def processes_that_name(text: str) -> list[psutil.Process]:
    """Returns the living processes of the program whose command line holds this text."""
    found: list[psutil.Process] = []
    for process in psutil.process_iter():
        with contextlib.suppress(psutil.Error):
            line = process.cmdline()
            named = str(MAIN_FILE) in line and any(text in word for word in line)
            if named and process.status() != psutil.STATUS_ZOMBIE:
                found.append(process)
    return found


def _with_code(plan: SimulatedSite, code: str) -> SimulatedSite:
    return msgspec.structs.replace(plan, code=code)


@contextmanager
def new_folder(
    root: Path, *, sites: int, profile: str = "operator-opens", fixed_ports: bool = False
) -> Generator[Folder]:
    """Gives a data folder whose list holds the main endpoint and the first satellites of the demo province.

    `fixed_ports` writes free ports into the settings, for whoever starts the console itself.
    """
    data = DataFolder(root / "data")
    data.make()
    settings: dict[str, object] = {"profile": profile}
    if fixed_ports:
        settings |= {"https_port": _free(socket.SOCK_STREAM), "media_port": _free(socket.SOCK_DGRAM)}
    data.settings_file.write_text(json.dumps(settings))
    listed = read_site_list((ROOT / "resources" / "demo" / "sites.csv").read_bytes())
    with OfficeStore(data.office_file) as office:
        office.sites.put([site for site in listed if site.site == MAIN_SITE or site.number <= sites])
    folder = Folder(data, root)
    try:
        yield folder
    finally:
        folder.close()


def _free(kind: socket.SocketKind) -> int:
    with socket.socket(socket.AF_INET, kind) as probe:
        probe.bind(("", 0))
        port: int = probe.getsockname()[1]
    return port


def plan(number: int, **more: object) -> SimulatedSite:
    """Returns a satellite of the demo province that sees and hears (0: the main endpoint, which is silent)."""
    site = f"s{number:03d}" if number else MAIN_SITE
    values: dict[str, object] = {"observes": True, "speaks": bool(number), **more}
    return SimulatedSite(site=site, number=number, name=f"Điểm cầu {number}", **values)  # type: ignore[arg-type]


@dataclass
class Meeting:
    """A running session and one operator's link to it."""

    folder: Folder
    client: BridgeClient
    state: PublishedState

    async def do(self, command: AnyCommand) -> Receipt:
        """Gives a command that has to be done, and returns its receipt."""
        receipt = await self.client.ask(command)
        assert receipt.outcome in (Outcome.DONE, Outcome.PARTLY), f"{command}: {receipt}"
        return receipt

    async def until_live(self, sites: Collection[SiteId], seconds: float = LIVE_SECONDS) -> None:
        """Waits until these sites are live."""
        await self.state.until(
            f"{', '.join(sites)} live", lambda: all(self.link(site) is LinkState.LIVE for site in sites), seconds
        )

    def link(self, site: SiteId) -> LinkState | None:
        """Returns the state of a site's link."""
        view = self.state.site(site)
        return view.link if view else None


@asynccontextmanager
async def operator(folder: Folder, *, session: bool = True) -> AsyncGenerator[Meeting]:
    """Gives a link to the folder's bridge; starts a session unless there is one."""
    state = PublishedState()
    client = BridgeClient(on_whole=state.take, on_delta=state.take, reconnect=True)
    await client.connect(run_file_of(folder.data.root), "test", Origin.COMMAND_LINE)
    try:
        meeting = Meeting(folder, client, state)
        await state.until("the state has come", lambda: "session" in state.views)
        if session:
            # Refused where a session runs; what was published may be a moment older than the last command.
            await client.ask(StartSession(kind=SessionKind.TEST, title="test"))
            await state.until("a session runs", lambda: state.session().running)
        yield meeting
    finally:
        await client.close()


async def eventually(what: str, holds: Callable[[], bool], seconds: float = SEEN_SECONDS) -> None:
    """Waits until `holds` is true of the world; fails with `what`."""
    limit = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < limit, f"not within {seconds:g} s: {what}"
        await asyncio.sleep(LOOK_SECONDS)


def hears_exactly(shown: SiteShown, numbers: set[int]) -> bool:
    """Tells whether a site hears these voices and no others; nobody is heard only where there is no sound at all."""
    if shown.program_heard is None or set(shown.program_heard) != numbers:
        return False
    return bool(numbers) or shown.program_level_db is None or shown.program_level_db < SILENT_DB
