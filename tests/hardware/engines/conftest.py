"""The engines that the conformance tests run on."""

import contextlib
import os
import signal
import sys
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from hardware.engines.embedded.driver import EmbeddedEngine, EngineSettings
from hardware.link.frame_slots import FrameReader
from tests.hardware.engines.engine_room import EngineRoom

ROOT = Path(__file__).parents[3]
FONTS = ROOT / "resources" / "fonts"


@dataclass
class EmbeddedRoom(EngineRoom):
    """The embedded engine with the folder its workers write to."""

    folder: Path = Path()

    def pictures(self) -> FrameReader:
        return FrameReader(self.folder)

    def worker_ids(self) -> list[int]:
        assert isinstance(self.engine, EmbeddedEngine)
        return [number for number in self.engine.worker_process_ids() if number is not None]

    def signal_worker(self, number: int = 0, which: int = signal.SIGKILL) -> None:
        os.kill(self.worker_ids()[number], which)


def worker_command(folder: Path) -> list[str]:
    return [sys.executable, "-m", "tests.hardware.engines.worker_of_tests", str(folder)]


@contextlib.asynccontextmanager
async def embedded_room(folder: Path, workers: int = 1) -> AsyncIterator[EmbeddedRoom]:
    engine = EmbeddedEngine(EngineSettings(worker_command=worker_command(folder), font_folder=FONTS, workers=workers))
    room = EmbeddedRoom(engine, folder=folder)
    try:
        await engine.start()
        await room.up()
        yield room
    finally:
        await room.stop()
        await engine.close()


RoomMaker = Callable[[], "contextlib.AbstractAsyncContextManager[EmbeddedRoom]"]


@pytest.fixture(params=[1, 2], ids=["embedded", "embedded-two-workers"])
def make_room(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> RoomMaker:
    """Every engine that must keep the contract of the port."""
    monkeypatch.chdir(ROOT)
    return lambda: embedded_room(tmp_path, request.param)


@pytest.fixture
def make_embedded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> RoomMaker:
    monkeypatch.chdir(ROOT)
    return lambda: embedded_room(tmp_path)
