"""The sound card against a sound server whose loudspeaker is its own microphone: a room that is all echo."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from subprocess import PIPE
from typing import Any

import pytest

from tests.sound_server import environment_in, serving

ROOT = Path(__file__).parents[3]

pytestmark = [
    pytest.mark.sound,
    pytest.mark.skipif(shutil.which("pulseaudio") is None, reason="no sound server (pulseaudio) on this machine"),
]


@pytest.fixture
def sound_server(tmp_path: Path) -> Iterator[dict[str, str]]:
    """Runs a server with one null sink; its monitor is the only microphone."""
    environment = environment_in(tmp_path)
    with serving(environment):
        yield environment


def in_the_room(environment: dict[str, str], mode: str) -> dict[str, Any]:
    command = [sys.executable, "-m", "tests.hardware.endpoint.card_in_a_room", mode]
    done = subprocess.run(command, env=environment, capture_output=True, timeout=40, cwd=ROOT, check=True)
    return json.loads(done.stdout.splitlines()[-1])


def test_what_is_played_comes_back_through_the_microphone(sound_server: dict[str, str]) -> None:
    told = in_the_room(sound_server, "plain")
    assert told["microphone"]
    assert told["loudspeaker"]
    assert told["blocks"] > 100
    # The null sink's monitor is silent unless something is played; a gap in every block would be louder than the tone.
    assert told["level_db"] > -40
    assert told["loudest"] == [17]


def test_a_busy_machine_leaves_no_gap_in_every_block(sound_server: dict[str, str]) -> None:
    hogs = [subprocess.Popen([sys.executable, "-c", "while True: pass"]) for _ in range(2 * (os.cpu_count() or 2))]
    try:
        told = in_the_room(sound_server, "plain")
    finally:
        for hog in hogs:
            hog.kill()
            hog.wait(10)
    assert 17 in told["loudest"]
    assert told["starved"] < 10


def test_a_card_that_goes_is_said_and_comes_back_by_itself(tmp_path: Path) -> None:
    environment = environment_in(tmp_path)
    command = [sys.executable, "-m", "tests.hardware.endpoint.card_in_a_room", "watch"]
    with serving(environment):
        watching = subprocess.Popen(command, env=environment, cwd=ROOT, stdout=PIPE, stderr=subprocess.DEVNULL)
        try:
            heard = until_told(watching, lambda told: told["blocks"] > 20)["blocks"]
        except BaseException:
            watching.kill()
            raise
    with watching:
        try:
            until_told(watching, lambda told: told["troubles"] == ["sound_stopped"])
            with serving(environment):
                told = until_told(watching, lambda told: told["blocks"] > heard + 50)
        finally:
            watching.kill()
    assert told["reopened"] == 1
    assert told["troubles"] == []


def until_told(process: subprocess.Popen[bytes], holds: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
    """Returns the first line of which `holds` is true; fails when the process ends before."""
    assert process.stdout is not None
    for line in process.stdout:
        told = json.loads(line)
        if holds(told):
            return told
    raise AssertionError("never told")


def test_the_canceller_takes_it_out(sound_server: dict[str, str]) -> None:
    plain, cancelled = in_the_room(sound_server, "plain"), in_the_room(sound_server, "cancel")
    # How much goes in a good room is tested without a card; here the card's clock and its delay are real.
    assert plain["level_db"] - cancelled["level_db"] > 8
    assert cancelled["return_loss_db"] > plain["return_loss_db"] + 8


def test_without_a_sound_server_the_card_says_so(tmp_path: Path) -> None:
    environment = {**os.environ, "HOME": str(tmp_path), "XDG_RUNTIME_DIR": str(tmp_path), "PULSE_SERVER": "/nowhere"}
    command = [sys.executable, "-m", "tests.hardware.endpoint.card_in_a_room", "plain"]
    done = subprocess.run(command, env=environment, capture_output=True, timeout=40, cwd=ROOT, check=False)
    assert done.returncode
    assert b"SoundUnavailable: " in done.stderr
    assert b"goes on without one." in done.stderr
