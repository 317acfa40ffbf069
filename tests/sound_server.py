"""A sound server of a test's own: one null sink, whose monitor is the only microphone and hears what is played.

Rule: it lives in the test's folder and reaches no device of this machine.
"""

import contextlib
import os
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

MONITOR = "room.monitor"


def environment_in(folder: Path) -> dict[str, str]:
    """Returns the environment in which a server of this folder is found."""
    folder.chmod(0o700)
    environment = {**os.environ, "HOME": str(folder), "XDG_RUNTIME_DIR": str(folder)}
    environment.pop("PULSE_SERVER", None)
    return environment


@contextlib.contextmanager
def serving(environment: dict[str, str]) -> Iterator[subprocess.Popen[bytes]]:
    """Runs a server until the block ends."""
    loads = ("module-native-protocol-unix", "module-null-sink sink_name=room rate=48000")
    command = ["pulseaudio", "--daemonize=no", "--exit-idle-time=-1", "-n", *(f"--load={load}" for load in loads)]
    server = subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL)
    try:
        wait_for_server(environment)
        yield server
    finally:
        server.terminate()
        server.wait(10)


def wait_for_server(environment: dict[str, str]) -> None:
    """Waits until the server answers."""
    deadline = time.monotonic() + 10
    while subprocess.run(["pactl", "info"], env=environment, capture_output=True, check=False).returncode:
        assert time.monotonic() < deadline, "the sound server does not answer"
        time.sleep(0.1)


class Recording:
    """What the room hears, kept in a file while a block runs."""

    def __init__(self, environment: dict[str, str], file: Path) -> None:
        self._file = file
        command = ["parec", f"--device={MONITOR}", "--format=s16le", "--rate=48000", "--channels=1", "--raw"]
        with file.open("wb") as octets:
            self._recorder = subprocess.Popen([*command, "--latency-msec=20"], env=environment, stdout=octets)

    def last(self, seconds: float) -> NDArray[np.int16]:
        """Returns the last seconds that were heard."""
        octets = self._file.read_bytes()
        sound = np.frombuffer(octets[: len(octets) // 2 * 2], np.int16)
        return sound[-round(seconds * 48000) :]

    def close(self) -> None:
        """Ends the recording."""
        self._recorder.kill()
        self._recorder.wait(10)
