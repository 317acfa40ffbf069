"""The headphones process in a room with a sound server: what it is told to play is what the room hears."""

import contextlib
import json
import os
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from subprocess import PIPE
from typing import Any

import numpy as np
import psutil
import pytest

from console.words import SiteId
from hardware.link.run_file import BridgeAddress, run_file_of, write_run_file
from hardware.link.sound_ring import SoundRingWriter
from tests.hardware.engines.small_site import energy_db
from tests.own_process import MAIN_FILE
from tests.sound_server import Recording, environment_in, serving

pytestmark = [
    pytest.mark.sound,
    pytest.mark.skipif(shutil.which("pulseaudio") is None, reason="no sound server (pulseaudio) on this machine"),
]

HEARD, UNHEARD = -25.0, -50.0


class Bridge:
    """A bridge's place: a run file, and a worker's ring that holds one tone."""

    def __init__(self, folder: Path) -> None:
        self.data, self._frames = folder / "data", folder / "frames"
        self._frames.mkdir()
        address = BridgeAddress(port=1, token="", pid=os.getpid(), frames_folder=str(self._frames), https_port=0)
        write_run_file(run_file_of(self.data), address)
        self.plays: tuple[SiteId | None, float] | None = None
        self._ended = False
        self._thread = threading.Thread(target=self._write)
        self._thread.start()

    def _write(self) -> None:
        writer, number, due = SoundRingWriter(self._frames), 0, time.monotonic()
        while not self._ended:
            if (plays := self.plays) is not None:
                site, hertz = plays
                times = (np.arange(960) + number * 960) / 48000
                writer.write((8000 * np.sin(2 * np.pi * hertz * times)).astype(np.int16).tobytes(), site)
            number += 1
            due += 0.02
            time.sleep(max(0.0, due - time.monotonic()))

    def close(self) -> None:
        self._ended = True
        self._thread.join()


class Player:
    """The process with what it says."""

    def __init__(self, data: Path, environment: dict[str, str], *options: str) -> None:
        command = [sys.executable, str(MAIN_FILE), "headphones", *options, "--data", str(data)]
        self.process = subprocess.Popen(command, env=environment, stdin=PIPE, stdout=PIPE, text=True)
        self.said: list[dict[str, Any]] = []
        self._reading = threading.Thread(target=self._read)
        self._reading.start()

    def _read(self) -> None:
        assert self.process.stdout is not None
        self.said.extend(json.loads(line) for line in self.process.stdout)

    def order(self, **order: object) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(json.dumps(order) + "\n")
        self.process.stdin.flush()

    def last(self) -> dict[str, Any]:
        return next((said for said in reversed(list(self.said)) if said["said"] == "headphones-now"), {})

    def close(self) -> None:
        self.process.kill()
        self.process.wait(10)
        self._reading.join()
        for pipe in (self.process.stdin, self.process.stdout):
            if pipe is not None:
                with contextlib.suppress(OSError):
                    pipe.close()


def until(condition: Callable[[], bool], what: str, seconds: float = 15.0) -> None:
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, f"{what} did not happen within {seconds} s"
        time.sleep(0.05)


@pytest.fixture
def bridge(tmp_path: Path) -> Iterator[Bridge]:
    bridge = Bridge(tmp_path)
    yield bridge
    bridge.close()


@pytest.fixture
def room(tmp_path: Path) -> Iterator[dict[str, str]]:
    environment = environment_in(tmp_path)
    with serving(environment):
        yield environment


@pytest.fixture
def ears(room: dict[str, str], tmp_path: Path) -> Iterator[Recording]:
    recording = Recording(room, tmp_path / "heard.pcm")
    yield recording
    recording.close()


@pytest.fixture
def player(bridge: Bridge, room: dict[str, str]) -> Iterator[Player]:
    player = Player(bridge.data, room, "--obeys")
    yield player
    player.close()


def hears(ears: Recording, hertz: float, seconds: float = 0.4) -> float:
    sound = ears.last(seconds)
    return energy_db(sound, hertz) if len(sound) else -180.0


def silent(ears: Recording) -> bool:
    sound = ears.last(0.4)
    return len(sound) > 0 and not np.abs(sound).max()


def test_it_plays_whom_the_ring_holds_and_says_so(bridge: Bridge, player: Player, ears: Recording) -> None:
    bridge.plays = ("s005", 700)
    until(lambda: silent(ears), "silence before anybody listens")
    player.order(order="listen", on=True)
    until(lambda: hears(ears, 700) > HEARD, "the site's sound")
    until(lambda: player.last().get("site") == "s005", "the site's name")
    assert player.last()["sounds"] is True
    bridge.plays = (None, 1100)
    until(lambda: hears(ears, 1100) > HEARD and hears(ears, 700) < UNHEARD, "the program's sound")
    until(lambda: player.last().get("site") is None and player.last()["sounds"] is True, "the program's name")
    bridge.plays = None
    until(lambda: silent(ears), "silence when the ring runs dry")
    until(lambda: player.last().get("sounds", False) is False, "the end of the sound")
    bridge.plays = ("s006", 900)
    until(lambda: hears(ears, 900) > HEARD, "sound again")
    player.order(order="listen", on=False)
    until(lambda: silent(ears), "silence after listening")


def test_what_it_plays_has_no_gaps(bridge: Bridge, player: Player, ears: Recording) -> None:
    bridge.plays = ("s005", 700)
    player.order(order="listen", on=True)
    until(lambda: hears(ears, 700) > HEARD, "the site's sound")
    time.sleep(3)
    heard = ears.last(2.0)
    blocks = np.abs(heard[: len(heard) // 480 * 480].reshape(-1, 480)).max(axis=1)
    # A busy test machine may leave one gap; a player that runs dry in every block leaves a hundred.
    assert (blocks < 4000).sum() <= 8


@pytest.mark.parametrize(("kind", "hertz"), [("low", 220.0), ("soft", 659.0)])
def test_a_chime_is_heard(player: Player, ears: Recording, kind: str, hertz: float) -> None:
    player.order(order="play-chime", kind=kind)
    until(lambda: hears(ears, hertz) > -45, "the chime")
    assert not [said for said in player.said if said["said"] == "chime-unplayed"]


def test_it_ends_with_its_window(player: Player) -> None:
    player.order(order="listen", on=True)
    assert player.process.stdin is not None
    player.process.stdin.close()
    assert player.process.wait(10) == 0


def test_it_costs_nothing_while_nothing_is_to_be_heard(bridge: Bridge, player: Player, ears: Recording) -> None:
    bridge.plays = ("s005", 700)
    player.order(order="listen", on=True)
    until(lambda: hears(ears, 700) > HEARD, "the site's sound")
    player.order(order="listen", on=False)
    process = psutil.Process(player.process.pid)
    until(lambda: sleeps(process), "rest", seconds=20)


def sleeps(process: psutil.Process) -> bool:
    before = process.cpu_times()
    time.sleep(1.0)
    after = process.cpu_times()
    return (after.user + after.system) - (before.user + before.system) == 0


def test_a_device_that_goes_is_said_and_comes_back_by_itself(bridge: Bridge, tmp_path: Path) -> None:
    environment = environment_in(tmp_path)
    bridge.plays = ("s005", 700)
    player = Player(bridge.data, environment, "--obeys")
    try:
        with serving(environment):
            player.order(order="listen", on=True)
            until(lambda: player.last().get("sounds") is True, "the site's sound")
        until(lambda: player.last().get("trouble") is not None, "the trouble")
        assert player.last().get("sounds", False) is False
        with serving(environment):
            until(lambda: player.last().get("sounds") is True and player.last()["trouble"] is None, "the sound again")
    finally:
        player.close()


def test_without_a_device_it_says_so_and_gives_the_chime_back(bridge: Bridge, tmp_path: Path) -> None:
    environment = {**environment_in(tmp_path), "PULSE_SERVER": "/nowhere"}
    player = Player(bridge.data, environment, "--obeys")
    try:
        player.order(order="play-chime", kind="tick")
        until(lambda: {"said": "chime-unplayed", "kind": "tick"} in player.said, "the chime given back")
        player.order(order="listen", on=True)
        until(lambda: player.last().get("trouble") is not None, "the trouble")
        assert player.process.poll() is None
    finally:
        player.close()


def test_a_device_of_another_name_is_missed_by_name(bridge: Bridge, room: dict[str, str]) -> None:
    (bridge.data / "settings.json").write_text(json.dumps({"headphones": "Sennheiser"}), encoding="utf-8")
    player = Player(bridge.data, room, "--obeys")
    try:
        player.order(order="listen", on=True)
        until(lambda: player.last().get("trouble") is not None, "the trouble")
        assert player.last()["trouble"]["kind"] == "headphones_missing"
        assert player.last()["trouble"]["values"] == {"name": "Sennheiser"}
        player.order(order="use-device", name="Jabra")
        until(lambda: player.last()["trouble"]["values"] == {"name": "Jabra"}, "the other device's trouble")
    finally:
        player.close()


def test_without_a_window_it_plays_whatever_is_listened_to(
    bridge: Bridge, room: dict[str, str], ears: Recording
) -> None:
    player = Player(bridge.data, room)
    try:
        time.sleep(1.0)
        bridge.plays = (None, 700)
        until(lambda: hears(ears, 700) > HEARD, "the program's sound")
        player.process.terminate()
        assert player.process.wait(10) == 0
    finally:
        player.close()
