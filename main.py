"""The one entry point: reads the command line, starts the wanted process, puts the window together.

Rule: composition only, and the only file that may import every layer and qasync. Heavy parts are imported by the
command that needs them, so that `--help` and `do` answer at once.
"""

import asyncio
import os
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtCore import QSize

    from console.command_line import requests
    from console.command_line.phrasing import Kind, SiteName
    from console.commands import AnyCommand
    from console.data_folder import DataFolder
    from console.effects import Receipt
    from console.snapshot import Whole
    from console.trouble import Trouble
    from hardware.link.frame_slots import Picture
    from hardware.link.levels import Level
    from hardware.processes import site_wire
    from widgets.phrases.spoken import Spoken

OLDEST_PYTHON = (3, 11)
FIND_BRIDGE_SECONDS = 0.1
SCREENSHOT_LOOK_MS = 100
SITE_END_MS = 4000


def guard_python_and_qt() -> None:
    """Ends the program in one sentence where Python and PySide6 are known not to work together.

    PySide6 6.12 takes a reference from `None` with every call that returns nothing; below Python 3.12, where `None` is
    counted, the process aborts within seconds.
    """
    if sys.version_info < OLDEST_PYTHON:
        sys.exit("Điểm Cầu needs Python 3.11 or later.")
    if sys.platform == "win32" and sys.version_info < (3, 12):
        sys.exit("On Windows Điểm Cầu needs Python 3.12 or later.")
    if sys.version_info < (3, 12):
        from importlib.metadata import version

        if version("PySide6-Essentials").startswith("6.12"):
            sys.exit("PySide6 6.12 needs Python 3.12 or later; install PySide6 6.11 or a newer Python.")


class LateWords:
    """What the command line and a site's terminal say, in the language of a data folder; loaded with the first word."""

    def __init__(self, data: "DataFolder") -> None:
        self._data = data

    @cached_property
    def _spoken(self) -> "Spoken":
        from console.command_line.files import language_of
        from widgets.phrases.spoken import Spoken

        return Spoken(language_of(self._data))

    def phrase(self, kind: "Kind", values: "Mapping[str, object]") -> str:
        """Returns the sentence of a kind."""
        return self._spoken.phrase(kind, values)

    def receipt(self, command: "AnyCommand", receipt: "Receipt", site_name: "SiteName") -> str:
        """Returns what came of a command."""
        return self._spoken.receipt(command, receipt, site_name)

    def site_line(self, site: "site_wire.SiteShown") -> str:
        """Returns a site's state in one line."""
        return self._spoken.site_line(site)

    def trouble(self, what: "Trouble") -> str:
        """Returns a trouble in one sentence."""
        return self._spoken.trouble(what)


class LivePictures:
    """The pictures and levels of the bridge that is connected now; a new bridge has a new folder."""

    def __init__(self) -> None:
        from hardware.link.frame_slots import FrameReader
        from hardware.link.levels import LevelReader

        self._make_frames, self._make_levels = FrameReader, LevelReader
        self._folder = ""
        self._frames: FrameReader | None = None
        self._levels: LevelReader | None = None

    def follow(self, folder: str) -> None:
        """Reads from this folder from now on."""
        if folder != self._folder:
            self._folder = folder
            self._frames = self._make_frames(Path(folder))
            self._levels = self._make_levels(Path(folder), workers=4)

    def latest(self, key: str, after_sequence: int) -> "Picture | None":
        """Returns the newest picture of a key."""
        return self._frames.latest(key, after_sequence) if self._frames else None

    def read(self) -> "Mapping[str, Level]":
        """Returns the level of every site that was ever measured."""
        return self._levels.read() if self._levels else {}


class ConsoleWindowProcess:
    """The console's window beside a running bridge, which it finds, loses and finds again by itself."""

    def __init__(self, request: "requests.RunWindow") -> None:
        from PySide6.QtCore import QTimer

        from hardware.link.link_client import BridgeClient
        from widgets.main_window import ConsoleWindow
        from widgets.store import Store

        self._request = request
        self._pictures = LivePictures()
        self.store = Store(clock=lambda: time.time_ns() // 1_000_000)
        self.store.set_link_lost(True)
        self.window = ConsoleWindow(self.store, self._pictures, self._pictures, lambda: time.time_ns() // 1_000_000)
        self._client = BridgeClient(
            on_whole=self._take_whole,
            on_delta=self.store.take,
            on_lost=lambda _text: self.store.set_link_lost(True),
            reconnect=True,
        )
        self._closed = asyncio.Event()
        self._asking: set[asyncio.Task[None]] = set()
        self._goes_on = True
        self._timers: list[QTimer] = []
        self._make_timer = QTimer
        self._wire()

    def _wire(self) -> None:
        self.store.command_requested.connect(self._ask)
        self.window.views_changed.connect(self._client.show_views)
        self.window.close_decided.connect(self._decide_close)
        probe = self._request.probe or os.environ.get("DIEM_CAU_PROBE")
        if probe:
            from tests.bench.window_probe import WindowProbe

            self._probe = WindowProbe(Path(probe), self.window, self._pictures)  # pyright: ignore[reportArgumentType] - Qt's signals
        if self._request.screenshots:
            self._every(SCREENSHOT_LOOK_MS, self._take_wanted_screenshots)

    def _every(self, milliseconds: int, call: Callable[[], None]) -> None:
        timer = self._make_timer()
        timer.timeout.connect(call)
        timer.start(milliseconds)
        self._timers.append(timer)

    # ------------------------------------------------------------------ its life

    async def run(self) -> int:
        """Shows the window until it is closed for good; returns the exit code for the keeper."""
        from console.commands import EndSession
        from hardware.processes.keeper import EXIT_MEETING_GOES_ON, EXIT_STOP_MEETING

        if self._request.size:
            self.window.resize(*self._request.size)
            self.window.show()
        else:
            self.window.showMaximized()
        connecting = asyncio.create_task(self._connect(), name="finding the bridge")
        await self._closed.wait()
        connecting.cancel()
        if not self._goes_on and self.store.session.running:
            await self._ask_bridge(EndSession())
        await asyncio.gather(connecting, *self._asking, return_exceptions=True)
        await self._client.close()
        return EXIT_MEETING_GOES_ON if self._goes_on else EXIT_STOP_MEETING

    async def _connect(self) -> None:
        from console.words import Origin
        from hardware.link.link_client import LinkRefused
        from hardware.link.run_file import NoBridge, run_file_of

        while True:
            try:
                await self._client.connect(run_file_of(self._request.data.root), self._request.person, Origin.WINDOW)
            except (NoBridge, LinkRefused):
                await asyncio.sleep(FIND_BRIDGE_SECONDS)
            else:
                return

    def _take_whole(self, whole: "Whole") -> None:
        if self._client.address:
            self._pictures.follow(self._client.address.frames_folder)
        self.store.take(whole)
        self.store.set_link_lost(False)

    def _ask(self, command: "AnyCommand") -> None:
        task = asyncio.get_running_loop().create_task(self._ask_bridge(command))
        self._asking.add(task)
        task.add_done_callback(self._asking.discard)

    async def _ask_bridge(self, command: "AnyCommand") -> None:
        from hardware.link.link_client import LinkLost, ReceiptMissing

        try:
            self.store.take_receipt(await self._client.ask(command), command)
        except (LinkLost, ReceiptMissing):
            # The banner of the lost link says it; what the bridge did will stand in the next snapshot.
            return

    def _decide_close(self, goes_on: bool) -> None:  # noqa: FBT001 - a signal's argument
        self._goes_on = goes_on
        self._closed.set()

    # ------------------------------------------------------------------ for scripts and benches

    def _take_wanted_screenshots(self) -> None:
        """Writes `NAME.png` for every file `NAME.want` in the folder: how a scripted meeting gets its pictures."""
        assert self._request.screenshots is not None
        for wish in self._request.screenshots.glob("*.want"):
            self.window.grab().save(str(wish.with_suffix(".png")))
            wish.unlink(missing_ok=True)


def run_window(request: "requests.RunWindow") -> int:
    """Runs the window process of a data folder; returns its exit code for the keeper."""
    os.environ.setdefault("QT_API", "pyside6")
    import qasync
    from PySide6.QtWidgets import QApplication

    from console.command_line.files import language_of
    from hardware.processes.keeper import WINDOW_GOODBYE
    from hardware.processes.lock import FileLock
    from widgets.phrases.language import use_language
    from widgets.style import dress

    application = QApplication(sys.argv[:1])
    application.setQuitOnLastWindowClosed(False)
    dress(application)
    use_language(request.language or language_of(request.data))
    with (
        FileLock(request.data.run / "window.lock"),
        asyncio.Runner(loop_factory=lambda: qasync.QEventLoop(application)) as runner,
    ):
        code = runner.run(_live_window(request))
        # For a keeper that is not this window's parent and cannot see how it ended.
        (request.data.run / WINDOW_GOODBYE).write_text(str(code), encoding="ascii")
        return code


async def _live_window(request: "requests.RunWindow") -> int:
    return await ConsoleWindowProcess(request).run()


class SiteWindowProcess:
    """A satellite's window beside its endpoint process, which it starts and which ends with it."""

    def __init__(self, request: "requests.RunSatellite", frames: Path) -> None:
        from PySide6.QtCore import QProcess

        from hardware.link.frame_slots import FrameReader
        from hardware.processes.launch import own_command
        from widgets.satellite_window import SatelliteWindow

        self.window = SatelliteWindow(FrameReader(frames), lambda: time.time_ns() // 1_000_000)
        self._pending = b""
        self._ready = False
        self._endpoint = QProcess()
        self._endpoint.setProcessChannelMode(QProcess.ProcessChannelMode.ForwardedErrorChannel)
        self._endpoint.readyReadStandardOutput.connect(self._read)
        self._wire()
        program, *arguments = own_command(_endpoint_arguments(request, frames))
        self._endpoint.start(program, arguments)

    def _wire(self) -> None:
        from hardware.processes import site_wire

        def press(wanted: bool) -> None:  # noqa: FBT001 - a signal's argument
            self._act(site_wire.PressMicrophone(open=wanted))

        def ask(wanted: bool) -> None:  # noqa: FBT001 - a signal's argument
            self._act(site_wire.AskFloor(wanted=wanted))

        def show(sizes: "Mapping[str, QSize]") -> None:
            program, own = (sizes[key] for key in ("program", "own"))
            self._act(
                site_wire.ShowPictures(program=(program.width(), program.height()), own=(own.width(), own.height()))
            )

        window = self.window
        window.microphone_wanted.connect(press)
        window.floor_wanted.connect(ask)
        window.views_changed.connect(show)
        window.ready_given.connect(self._say_ready)
        window.speech_ended.connect(lambda: self._act(site_wire.EndSpeech()))

    def _say_ready(self) -> None:
        from hardware.processes import site_wire

        self._ready = True
        self._act(site_wire.SayReady())

    def _act(self, act: "site_wire.AnyAct") -> None:
        import msgspec

        self._endpoint.write(msgspec.json.encode(act) + b"\n")

    def _read(self) -> None:
        import msgspec

        from hardware.processes.site_wire import SiteShown

        *lines, self._pending = (self._pending + bytes(self._endpoint.readAllStandardOutput().data())).split(b"\n")
        if lines:  # the newest state is the state
            self._show(msgspec.json.decode(lines[-1], type=SiteShown))

    def _show(self, shown: "site_wire.SiteShown") -> None:
        import msgspec

        from widgets.satellite_state import SatelliteState

        self._ready = self._ready and shown.on_deck
        self.window.show_state(SatelliteState(**msgspec.structs.asdict(shown), ready=self._ready))

    def end(self) -> None:
        """Lets the endpoint leave the meeting and waits for it."""
        self._endpoint.closeWriteChannel()
        if not self._endpoint.waitForFinished(SITE_END_MS):
            self._endpoint.kill()
            self._endpoint.waitForFinished(SITE_END_MS)


def _endpoint_arguments(request: "requests.RunSatellite", frames: Path) -> list[str]:
    arguments = ["satellite", *([request.invitation] if request.invitation else []), "--no-window"]
    arguments += ["--frames", str(frames), "--data", str(request.data.root)]
    for option, value in (("--video", request.video), ("--audio", request.audio)):
        arguments += [option, value] if value else []
    return arguments


def run_site_window(request: "requests.RunSatellite") -> int:
    """Runs a satellite's window with its endpoint process beside it."""
    from PySide6.QtWidgets import QApplication

    from console.command_line.exits import BadInput, Exit
    from console.command_line.files import language_of
    from console.trouble import TroubleKind, trouble
    from hardware.link.frames_folder import FramesFolder
    from hardware.processes.console_actions import no_screen
    from widgets.phrases.language import use_language
    from widgets.style import dress

    if no_screen():
        raise BadInput(trouble(TroubleKind.NO_SCREEN_FOR_SITE))
    request.data.root.mkdir(parents=True, exist_ok=True)
    application = QApplication(sys.argv[:1])
    dress(application)
    use_language(language_of(request.data))
    frames = FramesFolder(request.data.run)
    try:
        site = SiteWindowProcess(request, frames.path)
        site.window.show()
        application.exec()
        site.end()
    finally:
        frames.close()
    return Exit.DONE


def run_bench(request: "requests.RunBench") -> int:
    """Runs a bench of the checkout."""
    from tests.bench.run import run_bench as run

    return run(request)


def run_proofs(request: "requests.RunProofs") -> int:
    """Runs the long proofs of the checkout."""
    from tests.prove.run import run_proofs as run

    return run(request)


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command and returns the exit code."""
    guard_python_and_qt()
    from console.command_line.parser import parse
    from console.command_line.run import run
    from hardware.processes.actions import make_actions

    request = parse(arguments)
    words = LateWords(request.data)
    return run(request, make_actions(run_window, run_site_window, run_bench, run_proofs, words, words))


if __name__ == "__main__":
    sys.exit(main())
