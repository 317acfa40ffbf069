"""The satellite's own process: what is missing in its room, hostile lines of its window, settings that are none.

Rule: no camera and no sound card is what a test machine has; devices that it might have are named so that it has not.
"""

import asyncio
import subprocess
import sys
import threading
from collections.abc import Callable, Generator
from contextlib import contextmanager
from pathlib import Path

import msgspec
import pytest

from console.sites.site_standing import SiteStanding
from console.trouble import TroubleKind
from hardware.link.frames_folder import FramesFolder
from hardware.processes.site.site_wire_messages import AskFloor
from tests.end_to_end.meeting import Folder, operator
from tests.own_process import MAIN_FILE, quiet_environment, until

NO_SUCH_DEVICES = ("--video", "/dev/video99", "--audio", "no such microphone")
HOSTILE = [b"\xff\xfe", b"{", b'{"act":' * 60_000, b'{"act":"press-microphone","open":"x"}', b"x" * 300_000]


class Window:
    """What stands at the other end of an endpoint's pipes: remembers every state that it was shown."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self.process = process
        self.shown: list[SiteStanding] = []
        self.reading = threading.Thread(target=self._read, name="window")
        self.reading.start()

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.shown.append(msgspec.json.decode(line, type=SiteStanding))

    def write(self, *lines: bytes) -> None:
        assert self.process.stdin is not None
        for line in lines:
            self.process.stdin.write(line + b"\n")
        self.process.stdin.flush()

    def until(self, what: str, holds: Callable[[SiteStanding], bool], seconds: float = 15) -> SiteStanding:
        """Waits until a state of the endpoint is as awaited."""
        until(what, lambda: self.shown and holds(self.shown[-1]), seconds)
        return self.shown[-1]


@contextmanager
def endpoint(folder: Folder, frames: Path, *arguments: str) -> Generator[Window]:
    """Runs a site's endpoint as its window does; `arguments` are those of `main.py satellite`."""
    line = [sys.executable, str(MAIN_FILE), "satellite", *arguments, "--no-window", "--frames", str(frames)]
    line += ["--data", str(folder.data.root / "site")]
    process = subprocess.Popen(
        line, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=quiet_environment()
    )
    window = Window(process)
    try:
        yield window
    finally:
        process.kill()
        process.wait()
        window.reading.join()
        for pipe in (process.stdin, process.stdout):
            assert pipe is not None
            pipe.close()


def invitation(folder: Folder) -> str:
    """Returns the path of an invitation to site 1."""
    path = folder.outputs / "s001.json"
    made = folder.run("invite", "1", "--out", str(path))
    assert made.returncode == 0, made.stderr
    return str(path)


async def test_a_site_without_camera_and_microphone_says_so_joins_and_outlives_hostile_lines(folder: Folder) -> None:
    folder.start_bridge()
    frames = FramesFolder(folder.outputs)
    async with operator(folder) as meeting:
        with endpoint(folder, frames.path, invitation(folder), *NO_SUCH_DEVICES) as window:
            joined = await asyncio.to_thread(window.until, "it joined", lambda site: site.joined, 25)
            kinds = {what.kind for what in joined.troubles}
            assert TroubleKind.CAMERA_BLIND in kinds
            assert kinds & {TroubleKind.MICROPHONE_MISSING, TroubleKind.NO_MICROPHONE, TroubleKind.NO_SOUND_LIBRARY}
            assert not joined.has_microphone

            window.write(*HOSTILE, msgspec.json.encode(AskFloor(wanted=True)), *HOSTILE)
            await asyncio.to_thread(window.until, "it waits for the floor", lambda site: site.queue_place == 1)
            await meeting.state.until("so the bridge knows", lambda: len(meeting.state.floor().requests) == 1)

            assert window.process.stdin is not None
            window.process.stdin.close()
            assert await asyncio.to_thread(window.process.wait, 10) == 0, "without its window it leaves"
            assert window.shown[-1].stopped
    frames.close()


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", b"[" * 100_000])
def test_settings_that_cannot_be_used_open_no_console(folder: Folder, content: bytes) -> None:
    folder.data.settings_file.write_bytes(content)
    run = folder.run()
    assert run.returncode == 2
    assert len(run.stderr.strip().splitlines()) == 1
    assert "settings.json" in run.stderr
    assert folder.data.settings_file.read_bytes() == content, "never rewritten"
