"""The pulse of a bridge: a loop that turns answers, one that stands still does not; nobody is called dead at once."""

import os
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from hardware.link.run_file import BridgeAddress, write_run_file
from hardware.processes.bridge.bridge_pulse import ASK_EVERY_SECONDS, SECOND_ANSWER_SECONDS, SILENT_SECONDS, BridgePulse


def pulse_of(folder: Path, port: int) -> BridgePulse:
    address = BridgeAddress(port=port, token="t", pid=os.getpid(), frames_folder="", https_port=0)
    write_run_file(folder / "bridge.json", address)
    return BridgePulse(folder / "bridge.json")


@contextmanager
def deaf_port() -> Iterator[int]:
    """Listens as a stopped process does: the system takes connections, nobody looks at them."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        yield listener.getsockname()[1]


def test_what_does_not_answer_twice_hangs(tmp_path: Path) -> None:
    with deaf_port() as port:
        pulse = pulse_of(tmp_path, port)
        assert not pulse.look(100.0), "asked"
        assert not pulse.look(100.0 + SILENT_SECONDS - 0.1)
        assert not pulse.look(100.0 + SILENT_SECONDS), "asked once more"
        second = 100.0 + SILENT_SECONDS + 0.1
        assert not pulse.look(second)
        assert not pulse.look(second + SECOND_ANSWER_SECONDS - 0.1)
        assert pulse.look(second + SECOND_ANSWER_SECONDS)


def test_a_machine_that_slept_asks_again_before_it_judges(tmp_path: Path) -> None:
    with deaf_port() as port:
        pulse = pulse_of(tmp_path, port)
        assert not pulse.look(100.0)
        assert not pulse.look(4000.0), "an hour later by the clock"
        assert not pulse.look(4000.1)
        assert not pulse.look(4001.0)
        pulse.forget(4001.0)


def serve(listener: socket.socket, questions: int) -> None:
    """Answers as a loop that turns does: it closes what was closed on the other side."""
    for _ in range(questions):
        question, _ = listener.accept()
        with question:
            question.recv(1)


def test_a_loop_that_turns_is_never_called_dead(tmp_path: Path) -> None:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        listener.settimeout(5)
        bridge = threading.Thread(target=serve, args=(listener, 3))
        bridge.start()
        pulse, now = pulse_of(tmp_path, listener.getsockname()[1]), 100.0
        while bridge.is_alive():
            assert not pulse.look(now)
            now += ASK_EVERY_SECONDS / 10
            time.sleep(0.01)
        pulse.forget(now)
        assert now > 100.0 + 2 * ASK_EVERY_SECONDS, "it was asked three times"


def test_a_port_that_refuses_is_left_to_the_lock(tmp_path: Path) -> None:
    with deaf_port() as port:
        pass
    pulse = pulse_of(tmp_path, port)
    assert not any(pulse.look(now / 10) for now in range(1000, 1300))


def test_without_a_run_file_nobody_is_asked(tmp_path: Path) -> None:
    pulse = BridgePulse(tmp_path / "bridge.json")
    assert not any(pulse.look(float(now)) for now in range(100, 130))
