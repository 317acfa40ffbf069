"""The product as it runs, to be measured from a key to the head: bridge, window, a satellite's program, light peers.

Rule: the two cameras are simulated in the bench's own process, which notes when each packet came; keys come from an X
server of the bench's own, as a keyboard's would.
"""

import asyncio
import subprocess
import sys
import time
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

import msgspec

from console.cameras.camera_profile import CameraProfile, CamerasFile
from console.cameras.camera_words import CameraLink
from console.data_folder import DataFolder
from console.snapshot import CameraView
from console.words import LinkState, Origin, SiteId
from hardware.cameras.preset_book import PresetBook
from hardware.link.link_client import BridgeClient
from hardware.processes.published_state import NotSeen, PublishedState
from hardware.simulator.cameras.room_camera import room_entries, room_head
from hardware.simulator.cameras.visca_camera import ViscaCamera
from hardware.simulator.cameras.visca_server import ViscaServer
from tests.bench.cameras.lane import RECALL
from tests.bench.cpu_meter import CpuMeter
from tests.bench.light_province import LightProvince
from tests.bench.live_meeting import CALM_LOOK_SECONDS, BenchFailed, calm_now, plans_of
from tests.bench.probe_reading import ProbeFile
from tests.bench.product import Product
from tests.end_to_end.x_display import XDisplay
from tests.own_process import MAIN_FILE, OwnProcess, quiet_environment, until

START_SECONDS = 40.0
THERE_SECONDS = 40.0
INVITE_SECONDS = 30.0
CONNECTED_SECONDS = 5.0
PEER_PROCESSES = 2
KEY_C = 0x63


@dataclass
class HeardCamera:
    """A simulated camera that notes when it was asked what."""

    name: str
    server: ViscaServer = field(default_factory=lambda: ViscaServer(ViscaCamera(room_head())))
    heard: list[tuple[float, bytes]] = field(default_factory=list[tuple[float, bytes]])

    async def write_profile(self, data: DataFolder) -> None:
        """Opens the camera's port and writes the cameras file and the presets of a data folder."""
        camera, hear = self.server.camera, self.server.camera.hear

        def note(client: object, packet: bytes, now: float) -> None:
            self.heard.append((now, packet))
            hear(client, packet, now)

        camera.hear = note  # type: ignore[method-assign]
        profile = CameraProfile(camera=self.name, host="127.0.0.1", port=await self.server.open_sony())
        data.make()
        data.cameras_file.write_bytes(msgspec.json.encode(CamerasFile(cameras=(profile,))))
        PresetBook(data.presets, self.name).write(room_entries(saved_ms=0))

    def first_recall_after(self, moment: float) -> float | None:
        """Returns when the first recall came after a moment."""
        return next((at for at, packet in self.heard if at >= moment and packet[1:5] == RECALL), None)

    @property
    def moving(self) -> bool:
        self.server.camera.tick(time.monotonic())
        return self.server.camera.head.moving


@dataclass
class WholeWay:
    """Everything that a measurement needs."""

    product: Product
    client: BridgeClient
    state: PublishedState
    display: XDisplay
    window: int
    probe: ProbeFile
    main: HeardCamera
    site: SiteId
    there: HeardCamera
    meter: CpuMeter
    patience_seconds: float = 0.0
    """How long all repetitions together may still wait for strangers to leave the machine alone."""

    async def calm(self) -> None:
        """Waits while strangers use the machine, as long as there is patience left."""
        while self.patience_seconds > 0 and not calm_now(self.meter.ticks):
            self.patience_seconds -= CALM_LOOK_SECONDS
            await asyncio.sleep(CALM_LOOK_SECONDS)

    def camera(self, key: str) -> CameraView | None:
        view = self.state.views.get(f"camera/{key}")
        return view if isinstance(view, CameraView) else None


@asynccontextmanager
async def whole_way(sites: int, patience_seconds: float) -> AsyncGenerator[WholeWay]:
    """Gives a running meeting of that many satellites with a camera in the main room and one at the last of them.

    All but that one are light peers; all are live. Raises `BenchFailed` when the product does not get so far.
    """
    with XDisplay() as display, Product(sites) as product:
        main, there = HeardCamera("main"), HeardCamera("hall")
        site = product.sites[-1]
        site_data = DataFolder(product.root / "site")
        await main.write_profile(product.data)
        await there.write_profile(site_data)
        address = product.start_bridge()
        state = PublishedState()
        client = BridgeClient(on_whole=state.take, on_delta=state.take)
        await client.connect(product.run_file, "bench", Origin.COMMAND_LINE)
        province: LightProvince | None = None
        satellite: OwnProcess | None = None
        try:
            satellite = await asyncio.to_thread(_start_satellite, product, site.number)
            plans = [plan for plan in plans_of(product) if plan.site != site.site]
            province = await LightProvince.start(product.place(address), plans, processes=PEER_PROCESSES)
            await province.join_all(in_seconds=1.0)
            window = await asyncio.to_thread(_open_window, product, display)
            assert product.bridge is not None
            assert product.window is not None
            meter = CpuMeter(
                {"bridge": product.bridge.pid, "window": product.window.pid, "satellite": satellite.pid},
                {f"peers {number}": process.pid for number, process in enumerate(province.processes)},
            )
            probe = ProbeFile(product.probe_file)
            with meter:
                way = WholeWay(
                    product, client, state, display, window, probe, main, site.site, there, meter, patience_seconds
                )
                try:
                    await _until_ready(way)
                except NotSeen as error:
                    raise BenchFailed(str(error)) from error
                yield way
        finally:
            await client.close()
            if province is not None:
                await province.close()
            if satellite is not None:
                satellite.close()
            main.server.close()
            there.server.close()


def _start_satellite(product: Product, number: int) -> OwnProcess:
    letter = product.root / "letter.json"
    _run(product, "invite", str(number), "--address", "127.0.0.1", "--out", str(letter))
    named = ["satellite", str(letter), "--no-window", "--data", str(product.root / "site")]
    return OwnProcess([*named, "--video", "test", "--audio", "test"], product.root / "satellite.out")


def _run(product: Product, *arguments: str) -> None:
    command = [sys.executable, str(MAIN_FILE), *arguments, "--data", str(product.data.root)]
    ended = subprocess.run(
        command, env=quiet_environment(), capture_output=True, text=True, timeout=INVITE_SECONDS, check=False
    )
    if ended.returncode:
        raise BenchFailed(f"{arguments[0]} ended with {ended.returncode}: {ended.stderr}")


def _open_window(product: Product, display: XDisplay) -> int:
    arguments = ["window", "--data", str(product.data.root), "--size", "1366x768", "--probe", str(product.probe_file)]
    shown = {"QT_QPA_PLATFORM": "xcb", "DISPLAY": display.name, "WAYLAND_DISPLAY": ""}
    product.window = OwnProcess(arguments, product.root / "window.out", environment=shown)
    (window,) = until("the window", display.windows, START_SECONDS, product.window)
    display.focus(window)
    time.sleep(CONNECTED_SECONDS)
    display.press_key(window, KEY_C)
    return int(window)


async def _until_ready(way: WholeWay) -> None:
    def ready(key: str) -> bool:
        view = way.camera(key)
        return view is not None and view.link is CameraLink.READY

    def all_live() -> bool:
        return sum(site.link is LinkState.LIVE for site in way.state.sites()) == len(way.product.sites)

    await way.state.until("every site is live", all_live, limit_seconds=THERE_SECONDS)
    await way.state.until("the main room's camera is there", lambda: ready("main"), limit_seconds=THERE_SECONDS)
    await way.state.until("the site's camera is there", lambda: ready(f"{way.site}/hall"), limit_seconds=THERE_SECONDS)
