"""A province on one machine: bridge, satellites, main room, and the window or a scripted meeting.

Rule: everything is real but the rooms, the voices and the people; the demo uses the same commands and links as anybody.
"""

import asyncio
import contextlib
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import AsyncGenerator, Generator
from datetime import datetime
from pathlib import Path

import msgspec

from console.command_line import requests
from console.command_line.exits import BadInput, Exit
from console.command_line.phrasing import verdict_sentences
from console.data_folder import DataFolder
from console.log_book.office_store import OfficeStore
from console.log_book.verification import verify_log
from console.settings import Settings
from console.sites.site_list import read_site_list
from console.trouble import Trouble
from console.words import MAIN_SITE, Origin, SiteRole
from hardware.link.link_client import BridgeClient
from hardware.link.run_file import BridgeAddress, NoBridge, read_run_file, run_file_of
from hardware.processes.demo.demo_cameras import PODIUM_PRESET, camera_satellite, main_camera_port, prepare_cameras
from hardware.processes.demo.demo_words import Awaited, DemoWords, EnglishDemoWords, Report
from hardware.processes.demo.scripted_meeting import NotDone, ScriptedMeeting
from hardware.processes.keeper.keeper import Keeper
from hardware.processes.launch import province_command, start_own
from hardware.processes.office_actions import front_facts
from hardware.processes.published_state import NotSeen, PublishedState
from hardware.processes.resources import DEMO_SITES
from hardware.processes.window.console_actions import make_folders, no_screen, run_keeper
from hardware.simulator.province import Province
from hardware.simulator.province_orders import ProvincePlan, SimulatedSite, Technician

BRIDGE_SECONDS = 15.0
END_SECONDS = 8.0
SHOT_SECONDS = 10.0
WINDOW_SIZE = "1920x1080"
CODE_SECONDS = 600


def demo(request: requests.RunDemo, words: DemoWords | None = None) -> int:
    """Runs the demo; with no screen, or when asked, the scripted meeting. No words: English."""
    words = words or EnglishDemoWords()
    data = request.data if request.data_named else DataFolder(Path(tempfile.mkdtemp(prefix="diem-cau-demo-")))
    make_folders(data)
    _say(words.phrase(Report.DATA_FOLDER, {"folder": data.root}))
    fill_directory(data, request.sites)
    if request.headless or no_screen():
        out = request.out or data.root / "demo"
        return _headless(data, request.sites, out, words)
    return _with_window(data, request.sites, words)


def fill_directory(data: DataFolder, sites: int) -> None:
    """Puts the first sites of the demo's list into the office store."""
    listed = read_site_list(DEMO_SITES.read_bytes())
    satellites = [site for site in listed if site.role is SiteRole.SATELLITE][:sites]
    if len(satellites) < sites:
        raise BadInput(f"The demo's list holds {len(satellites)} sites.")
    with OfficeStore(data.office_file) as office:
        main = office.sites.ensure_main("Điểm cầu chính")
        office.sites.put(satellites)
    prepare_cameras(data, main.name)


def province_plan(data: DataFolder, https_port: int) -> ProvincePlan:
    """Returns a plan for all sites of the office store, each with a fresh one-time code."""
    facts = front_facts(data, Settings())
    main_port = main_camera_port(data)
    with OfficeStore(data.office_file) as office:
        with_camera = camera_satellite(office.sites.all())
        sites = tuple(
            SimulatedSite(
                site=site.site,
                number=site.number,
                name=site.name,
                code=office.credentials.issue_invitation(site.site, (), facts.fingerprint, CODE_SECONDS),
                technician=_technician(site.number) if site.role is SiteRole.SATELLITE else Technician(),
                observes=site.site == MAIN_SITE,
                podium_preset=PODIUM_PRESET if site.site == with_camera else "",
                ptz_port=main_port if site.site == MAIN_SITE else None,
            )
            for site in office.sites.all()
        )
    return ProvincePlan(urls=(f"https://127.0.0.1:{https_port}",), fingerprint=facts.fingerprint, sites=sites)


def _technician(number: int) -> Technician:
    """Returns what the person at a site does: answers at once; every ninth one asks for the floor."""
    return Technician(
        asks_floor_after=8.0 + number / 3 if number % 9 == 2 else None,
        ready_after=1.5,
        opens_after=0.6,
        speaks_for=None,
    )


def ports_arguments() -> list[str]:
    """Returns the bridge's options for ports that are free now and stay the same when it is started again."""
    with socket.socket() as tcp, socket.socket(type=socket.SOCK_DGRAM) as udp:
        tcp.bind(("127.0.0.1", 0))
        udp.bind(("127.0.0.1", 0))
        return ["--https-port", str(tcp.getsockname()[1]), "--media-port", str(udp.getsockname()[1])]


# ---------------------------------------------------------------------- with a window


def _with_window(data: DataFolder, sites: int, words: DemoWords) -> int:
    """Keeps bridge and window like the console does, with the province beside them."""
    window = ["window", "--data", str(data.root), "--person", "demo"]
    keeper = Keeper(
        data.run,
        data.root,
        window_arguments=window,
        with_main_room=False,
        bridge_arguments=ports_arguments(),
    )
    ended = threading.Event()
    province = threading.Thread(target=_live_province, args=(data, ended, words), name="province")
    province.start()
    _say(words.phrase(Report.SITES_JOIN, {"count": sites}))
    try:
        return run_keeper(keeper)
    finally:
        ended.set()
        province.join()


def _live_province(data: DataFolder, ended: threading.Event, words: DemoWords) -> None:
    try:
        address = wait_for_bridge(data)
    except NoBridge as error:
        _say(_sentence(error, words))
        return
    with Province(province_plan(data, address.https_port), command=province_command()):
        ended.wait()


def wait_for_bridge(data: DataFolder, limit_seconds: float = BRIDGE_SECONDS) -> BridgeAddress:
    """Returns the running bridge's address as soon as there is one; raises `NoBridge`."""
    until = time.monotonic() + limit_seconds
    while True:
        try:
            address = read_run_file(run_file_of(data.root))
            if address.https_port:  # the link is open a moment before the front
                return address
        except NoBridge:
            if time.monotonic() > until:
                raise
        time.sleep(0.05)


# ---------------------------------------------------------------------- without a screen


def _headless(data: DataFolder, sites: int, out: Path, words: DemoWords) -> int:
    out.mkdir(parents=True, exist_ok=True)
    try:
        with _own_process(data, ["bridge", *ports_arguments()], "bridge"):
            address = wait_for_bridge(data)
            window = ["window", "--size", WINDOW_SIZE, "--screenshots", str(out), "--person", "demo"]
            with (
                _own_process(data, window, "window", QT_QPA_PLATFORM="offscreen"),
                Province(province_plan(data, address.https_port), command=province_command()),
            ):
                asyncio.run(_meeting(data, sites, out, words))
    except (NotSeen, NotDone, NoBridge) as error:
        _say(words.phrase(Report.FAILED, {"why": _sentence(error, words)}))
        _say_outputs(data)
        return Exit.FAILED
    return _hand_over_log(data, out, words)


def _sentence(error: NotSeen | NotDone | NoBridge, words: DemoWords) -> str:
    match error:
        case NotSeen():
            return words.phrase(Report.NOT_SEEN, {"what": error.what, "seconds": f"{error.seconds:g}"})
        case NoBridge(trouble=Trouble() as why):
            return words.phrase(why.kind, why.values)
        case _:
            return str(error)


async def _meeting(data: DataFolder, sites: int, out: Path, words: DemoWords) -> None:
    async def shoot(name: str) -> None:
        await _shoot(out, name, words.phrase(Awaited.PICTURE_TAKEN, {}))

    async with linked(data) as (client, state):
        meeting = ScriptedMeeting(client, state, say=_say, shoot=shoot, sites=sites + 1, words=words)
        await meeting.run()
        (out / "measured.json").write_bytes(msgspec.json.format(msgspec.json.encode(meeting.measured_ms)))


@contextlib.asynccontextmanager
async def linked(data: DataFolder) -> AsyncGenerator[tuple[BridgeClient, PublishedState]]:
    """Gives a link to the folder's bridge and the state that it keeps up to date."""
    state = PublishedState()
    client = BridgeClient(on_whole=state.take, on_delta=state.take)
    await client.connect(run_file_of(data.root), "demo", Origin.COMMAND_LINE)
    try:
        yield client, state
    finally:
        await client.close()


async def _shoot(out: Path, name: str, what: str) -> None:
    """Asks the window for a picture of itself and waits until it is there; `what` names that for who waits in vain."""
    (out / f"{name}.want").touch()
    until = time.monotonic() + SHOT_SECONDS
    while (out / f"{name}.want").exists():
        if time.monotonic() > until:
            raise NotSeen(what, SHOT_SECONDS)
        await asyncio.sleep(0.05)


def _hand_over_log(data: DataFolder, out: Path, words: DemoWords) -> int:
    sessions = sorted(data.sessions.glob("*.sqlite3"))
    if not sessions:
        _say(words.phrase(Report.FAILED, {"why": words.phrase(Report.NO_LOG, {})}))
        return Exit.FAILED
    for session in sessions:
        with OfficeStore(data.office_file) as office:
            verdict = verify_log(session, office)
        shutil.copy2(session, out / session.name)
        finding, *_ = verdict_sentences(words, verdict)
        _say(words.phrase(Report.LOG, {"file": session.name, "what": finding}))
        if not verdict.good:
            return Exit.FAILED
    _say(words.phrase(Report.OUTPUT, {"folder": out}))
    return Exit.DONE


@contextlib.contextmanager
def _own_process(data: DataFolder, arguments: list[str], name: str, **environment: str) -> Generator[None]:
    command, *options = arguments
    output = data.run / f"{name}.out"
    process = start_own([command, "--data", str(data.root), *options], environment=environment, log_file=output)
    try:
        yield
    finally:
        process.terminate()
        try:
            process.wait(END_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _say_outputs(data: DataFolder) -> None:
    """Shows what the processes wrote last, for whoever has to find out."""
    for output in sorted(data.run.glob("*.out")):
        text = output.read_text(encoding="utf-8", errors="replace").strip()
        if text:
            _say(f"--- {output.name}\n{text[-3000:]}")


def _say(text: str) -> None:
    sys.stdout.write(f"{datetime.now().astimezone():%H:%M:%S} {text}\n")
    sys.stdout.flush()
