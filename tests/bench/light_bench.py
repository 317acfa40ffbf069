"""The light mode's bench: `main.py satellite` as a technician starts it, silent, watching a program of 720p at 25 fps.

Rule: both its processes are the product's own, joined to a real bridge whose main endpoint is a real process too; only
camera and voice are drawn, for no machine of a bench has a room. Counted is the CPU time of window and endpoint alone.
"""

import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

import psutil

from hardware.link.frame_slots import FrameReader
from tests.bench.cpu_meter import CpuMeter
from tests.bench.figures import Figure
from tests.bench.live_meeting import BenchFailed
from tests.bench.measure import Shares, shares_over
from tests.bench.product import Product
from tests.own_process import MAIN_FILE, ROOT, OwnProcess, quiet_environment, until

NAME = "light"
MUST_CORES, STRETCH_CORES = 0.5, 0.35
PROGRAM_FPS = 25
SECONDS, QUICK_SECONDS = 30.0, 10.0
LEAST_CARRIED = 0.8
"""Share of the program's pictures that have to reach the window, or the load was not the one that is promised."""
START_SECONDS, SETTLE_SECONDS = 40.0, 12.0
MEBIBYTE = 1 << 20


def measure_light(seconds: float) -> list[Figure]:
    """Measures for so many seconds, after the program has settled."""
    sys.stderr.write(f"bench: the light mode: {seconds:g} s\n")
    room = Path(tempfile.mkdtemp(prefix="diem-cau-light-"))
    try:
        with Product(1) as product, _meeting(product, room), _satellite(product, room) as satellite:
            return _figures(satellite, seconds)
    finally:
        shutil.rmtree(room, ignore_errors=True)


@contextmanager
def _meeting(product: Product, room: Path) -> Generator[None]:
    product.start_bridge()
    named = ["--data", str(product.data.root)]
    main_room = OwnProcess(["main-room", *named, "--video", "test", "--audio", "test"], room / "main-room.out")
    with main_room:
        _run(product, "do", *named, "start", "test")
        yield


@contextmanager
def _satellite(product: Product, room: Path) -> Generator[OwnProcess]:
    letter = room / "letter.json"
    _run(product, "invite", "1", "--data", str(product.data.root), "--address", "127.0.0.1", "--out", str(letter))
    arguments = ["satellite", str(letter), "--data", str(room / "site"), "--video", "test", "--audio", "test"]
    with OwnProcess(arguments, room / "satellite.out") as satellite:
        yield satellite


def _run(product: Product, *arguments: str) -> None:
    line = [sys.executable, str(MAIN_FILE), *arguments]
    done = subprocess.run(line, env=quiet_environment(), capture_output=True, text=True, check=False, cwd=ROOT)
    if done.returncode:
        raise BenchFailed(f"{arguments[0]} in {product.root} ended with {done.returncode}: {done.stderr.strip()}")


def _figures(satellite: OwnProcess, seconds: float) -> list[Figure]:
    endpoint = until("the endpoint is up", lambda: _endpoint(satellite), START_SECONDS, satellite)
    frames = FrameReader(Path(endpoint.cmdline()[endpoint.cmdline().index("--frames") + 1]))
    until("the program is shown", lambda: frames.latest("program", 0), START_SECONDS, satellite)
    with CpuMeter({"window": satellite.pid}, {}) as meter:
        time.sleep(SETTLE_SECONDS)
        began, first = time.monotonic(), _sequence(frames)
        time.sleep(seconds + 1)
        ended, last = time.monotonic() - 0.6, _sequence(frames)
        shares = shares_over(meter.ticks, began, ended)
        if shares is None:
            raise BenchFailed("the CPU meter has stopped")
        rate = (last - first) / (seconds + 1)
        memory = sum(process.memory_full_info().uss for process in satellite.tree())
    return [_cpu_figure(shares, rate), _memory_figure(memory)]


def _endpoint(satellite: OwnProcess) -> psutil.Process | None:
    return next((process for process in satellite.tree()[1:] if "--frames" in process.cmdline()), None)


def _sequence(frames: FrameReader) -> int:
    picture = frames.latest("program", 0)
    return 0 if picture is None else picture.sequence


def _cpu_figure(shares: Shares, rate: float) -> Figure:
    return Figure(
        name="light mode, silent, program 720p25",
        unit="core",
        measured=shares.product,
        must=MUST_CORES,
        stretch=STRETCH_CORES,
        noisy=rate < LEAST_CARRIED * PROGRAM_FPS,
        how=f"CPU time of window and endpoint over {shares.seconds:.0f} s, {rate:.0f} program pictures a second shown"
        f" ({parts_of(shares)}); camera drawn, program's sound decoded, no sound card",
    )


def parts_of(shares: Shares) -> str:
    """Returns what each process uses, in one line."""
    return ", ".join(f"{name} {cores:.2f}" for name, cores in shares.parts.items())


def _memory_figure(octets: int) -> Figure:
    return Figure(
        name="… memory of both processes",
        unit="MB",
        measured=octets / MEBIBYTE,
        how="what they have of their own, the shared pictures not counted",
    )
