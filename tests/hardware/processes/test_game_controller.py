"""A game controller through the kernel's joystick interface: read, at rest near its middle, at rest when it is gone."""

import os
import struct
import threading
import time
from pathlib import Path

import pytest

from console.cameras.controller import AT_REST, ControllerButton, ControllerState, HandSpeeds, speeds_of
from hardware.processes.window.game_controller import GameController, XInputPad, state_of

pytestmark = pytest.mark.skipif(os.name != "posix", reason="a device file stands for the controller")

AXIS, BUTTON, INIT = 2, 1, 0x80


class Device:
    """A device file with a controller behind it."""

    def __init__(self, path: Path) -> None:
        os.mkfifo(path)
        self._descriptor = os.open(path, os.O_RDWR)

    def say(self, kind: int, number: int, value: int) -> None:
        os.write(self._descriptor, struct.pack("=IhBB", 0, value, kind, number))

    def pull_out(self) -> None:
        os.close(self._descriptor)


class Taker:
    def __init__(self) -> None:
        self.states: list[ControllerState] = []
        self._changed = threading.Condition()

    def take(self, state: ControllerState) -> None:
        with self._changed:
            self.states.append(state)
            self._changed.notify_all()

    def until(self, wanted: ControllerState) -> None:
        with self._changed:
            assert self._changed.wait_for(lambda: bool(self.states) and self.states[-1] == wanted, 10), self.states


def test_what_is_pushed_is_told_and_what_is_pulled_out_rests(tmp_path: Path) -> None:
    device, taker = Device(tmp_path / "js0"), Taker()
    controller = GameController(taker.take, tmp_path)
    controller.begin()
    device.say(AXIS | INIT, 0, 0)
    device.say(AXIS, 0, 32767)
    device.say(AXIS, 1, 32767)
    taker.until(ControllerState(left_x=1.0, left_y=-1.0))
    device.say(BUTTON, 1, 1)
    device.say(BUTTON, 9, 1)
    device.say(AXIS, 40, 5)
    taker.until(ControllerState(left_x=1.0, left_y=-1.0, buttons=(ControllerButton.STOP,)))
    device.pull_out()
    taker.until(AT_REST)
    (tmp_path / "js0").unlink()
    controller.end()


def test_ending_it_lets_what_was_pushed_rest(tmp_path: Path) -> None:
    device, taker = Device(tmp_path / "js0"), Taker()
    controller = GameController(taker.take, tmp_path)
    controller.begin()
    device.say(AXIS, 4, -32767)
    taker.until(ControllerState(right_y=1.0))
    controller.end()
    assert taker.states[-1] == AT_REST
    device.pull_out()


def test_without_a_controller_nothing_is_told_and_nothing_waits(tmp_path: Path) -> None:
    taker = Taker()
    controller = GameController(taker.take, tmp_path)
    controller.begin()
    began = time.monotonic()
    controller.end()
    assert time.monotonic() - began < 1.5
    assert taker.states == []


def test_what_xinput_says_is_the_same(tmp_path: Path) -> None:
    pad = XInputPad(packet=1, buttons=0x2000, left_trigger=0, right_trigger=255, left_x=-32768, left_y=32767)
    state = state_of(pad)
    assert (state.left_x, state.left_y, state.right_trigger) == (-1.0, 1.0, 1.0)
    assert state.buttons == (ControllerButton.STOP,)


@pytest.mark.parametrize(
    ("state", "speeds"),
    [
        (AT_REST, HandSpeeds()),
        (ControllerState(left_x=0.15, left_y=-0.15, right_y=0.1), HandSpeeds()),
        (ControllerState(left_x=1.0, left_y=-1.0), HandSpeeds(pan=100, tilt=-100)),
        (ControllerState(right_y=1.0, right_trigger=1.0), HandSpeeds(zoom=100, focus=100)),
        (ControllerState(left_x=0.18), HandSpeeds(pan=1)),
        (ControllerState(left_x=float("nan"), left_y=float("inf")), HandSpeeds()),
    ],
)
def test_near_its_rest_a_stick_asks_for_nothing_and_at_its_end_for_everything(
    state: ControllerState, speeds: HandSpeeds
) -> None:
    assert speeds_of(state) == speeds


def test_a_little_more_is_never_slower() -> None:
    pans = [speeds_of(ControllerState(left_x=way / 100)).pan for way in range(101)]
    assert pans == sorted(pans)
