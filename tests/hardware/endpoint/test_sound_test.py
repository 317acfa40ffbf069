"""Test sounds: what they are, what is said of a room, and a real card in a room that is all echo."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from console.sites.site_facts import EchoVerdict, SoundTest
from hardware.endpoint.ports import BLOCK_SAMPLES, Samples
from hardware.endpoint.sound.echo_figures import EchoFigures
from hardware.endpoint.sound.play_audio import PlayQueue
from hardware.endpoint.sound.sound_test import ECHO_SECONDS, TONE_SECONDS, SoundTests, noise, tone, verdict_on
from tests.hardware.endpoint.test_sound_card import serving

ROOT = Path(__file__).parents[3]


def test_both_sounds_are_whole_blocks_and_never_too_loud() -> None:
    for blocks, seconds in ((tone(), TONE_SECONDS), (noise(), ECHO_SECONDS)):
        assert len(blocks) == round(seconds * 50)
        assert {len(block) for block in blocks} == {BLOCK_SAMPLES}
        joined = np.concatenate(blocks)
        assert 3000 < np.max(np.abs(joined)) < 16_000
        assert abs(int(joined[0])) < 20, "it begins softly"


@pytest.mark.parametrize(
    ("loss", "own", "word"),
    [
        (None, None, EchoVerdict.NOT_HEARD),
        (80.0, 2.0, EchoVerdict.NOT_HEARD),
        (47.0, 40.0, EchoVerdict.GOOD),
        (25.0, 10.0, EchoVerdict.FAIR),
        (8.0, 1.0, EchoVerdict.BAD),
    ],
)
def test_a_room_in_one_word(loss: float | None, own: float | None, word: EchoVerdict) -> None:
    assert verdict_on(EchoFigures(return_loss_db=loss, enhancement_db=own)) is word


def test_without_a_card_it_says_so_at_once() -> None:
    told: list[str] = []
    tests = SoundTests(None, None, lambda: told.append("changed"))
    tests.play(SoundTest.ECHO)
    assert tests.echo is not None
    assert tests.echo.verdict is EchoVerdict.NO_SOUND
    assert told == ["changed"]


def test_a_test_takes_the_programs_place_and_gives_it_back() -> None:
    queue, program, test = PlayQueue(), np.full(BLOCK_SAMPLES, 7, np.int16), np.full(BLOCK_SAMPLES, 9, np.int16)
    queue.attach(lambda: program)
    queue.insert([test] * 3)
    heard = [pulled(queue) for _ in range(12)]
    assert heard.count(9) == 3
    assert heard[-1] == 7


def test_a_test_sounds_without_a_program_too() -> None:
    queue = PlayQueue()
    queue.insert([np.full(BLOCK_SAMPLES, 9, np.int16)] * 3)
    assert [pulled(queue) for _ in range(5)].count(9) == 3


def pulled(queue: PlayQueue) -> int:
    block: Samples = queue.pull()
    queue.refill()
    return int(block[-1])


@pytest.mark.sound
@pytest.mark.skipif(shutil.which("pulseaudio") is None, reason="no sound server (pulseaudio) on this machine")
def test_the_echo_of_a_room_that_is_all_echo_is_measured_through_a_real_card(tmp_path: Path) -> None:
    tmp_path.chmod(0o700)
    environment = {**os.environ, "HOME": str(tmp_path), "XDG_RUNTIME_DIR": str(tmp_path)}
    environment.pop("PULSE_SERVER", None)
    with serving(environment):
        command = [sys.executable, "-m", "tests.hardware.endpoint.echo_in_a_room"]
        done = subprocess.run(command, env=environment, capture_output=True, timeout=60, cwd=ROOT, check=True)
    told = json.loads(done.stdout.splitlines()[-1])
    assert told["verdict"] in {EchoVerdict.GOOD, EchoVerdict.FAIR}, told
    assert told["return_loss_db"] > 20
    assert told["loudest_dbov"] > -40
    assert "microphones" in told
    assert told["microphones"], told
