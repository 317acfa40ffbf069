"""The one entry point: reads the command line, starts the wanted process, puts the window together.

Rule: composition only, and the only file that may import every layer and qasync. Heavy parts are imported by the
command that needs them: `do` answers at once, and the processes that a window waits for start sooner.
"""

import contextlib
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from hardware.processes.loading import loading
from hardware.processes.wall_clock import wall_ms

if TYPE_CHECKING:
    import asyncio

    from console.accounts.standing import ConsoleStanding
    from console.command_line import requests
    from console.command_line.late_words import LateWords
    from console.data_folder import DataFolder
    from console.snapshot import Whole
    from hardware.processes.keeper.refusal import Refusal
    from hardware.processes.window.headphones_messages import HeadphonesNow
    from hardware.processes.window.register_desk import RegisterDesk
    from widgets.listening.listen_lamp import ListenLamp
    from widgets.office.register_store import RegisterStore
    from widgets.office.register_window import RegisterWindow
    from widgets.phrases.spoken import Spoken

SITE_END_MS, HEADPHONES_END_MS = 4000, 1000


def words_of(data: "DataFolder") -> "LateWords":
    """Returns what the command line and a site's terminal say, in the language of a data folder."""
    from console.command_line.late_words import LateWords

    def load() -> "Spoken":
        from console.command_line.files import language_of
        from widgets.phrases.spoken import Spoken

        return Spoken(language_of(data))

    return LateWords(load)


class ConsoleWindowProcess:
    """The console's window beside a running bridge, which it finds, loses and finds again by itself."""

    @loading()
    def __init__(self, request: "requests.RunWindow") -> None:
        import asyncio

        from hardware.link.live_pictures import LivePictures
        from hardware.link.run_file import run_file_of
        from hardware.link.window_link import WindowCallbacks, WindowLink
        from hardware.processes.keeper.refusal import ask_again
        from hardware.processes.window.console_identity import standing_taker
        from hardware.processes.window.game_controller import GameController
        from hardware.processes.window.office_desk import OfficeDesk
        from hardware.processes.window.preset_pictures import PresetPictureReader
        from hardware.processes.window.window_memory_file import WindowMemoryFile
        from widgets.controls.store import Store
        from widgets.office.office_wiring import connect_office
        from widgets.window.main_window import ConsoleWindow
        from widgets.window.wiring import connect_console, connect_headphones, connect_memory

        self._request = request
        self._kept = WindowMemoryFile(request.data.root)
        self._pictures = LivePictures()
        self._store = Store(clock=wall_ms)
        self._store.set_link_lost(True)
        self._window = ConsoleWindow(self._store, self._pictures, self._pictures, wall_ms)
        callbacks = WindowCallbacks(
            on_whole=self._show_present,
            on_delta=self._store.take,
            on_receipt=self._store.take_receipt,
            on_lost=lambda: self._store.set_link_lost(True),
            on_history=self._window.lines.take_page,
            on_lines=self._window.take_lines,
            on_standing=standing_taker(
                lambda: (self._link.ticket, self._register.stand, self._window.lock.take_standing)
            ),
            on_login=self._window.lock.take_login,
        )
        self._link = WindowLink(run_file_of(request.data.root), request.person, self._pictures, callbacks)
        self._goes_on: asyncio.Future[bool] = asyncio.get_running_loop().create_future()
        connect_console(self._store, self._window, self._link)
        self._headphones = HeadphonesProcess(request.data.root, self._window.lamp)
        connect_headphones(self._store, self._window, self._headphones.end)
        pictures_of_presets = self._window.cameras.acts.pictures
        self._preset_pictures = PresetPictureReader(request.data.preset_pictures, pictures_of_presets.take)
        pictures_of_presets.wanted.connect(self._preset_pictures.want)
        self._controller = GameController(self._window.cameras.hand.taken.emit)
        self._window.cameras.opened_changed.connect(lambda: self._controller.want(self._window.cameras.wanted))
        self._window.close_decided.connect(self._decide_close)
        connect_memory(self._window, self._kept.remembering)
        self._desk = OfficeDesk(request.data, self._window.seat)
        connect_office(self._window.seat, self._desk)
        self._register = _register_window(request.data, request.person, self._kept.remembering("language"))
        self._window.office.records_wanted.connect(self._register.open)
        self._window.office.due_wanted.connect(lambda: self._register.open("due"))
        self._window.refusal.again_wanted.connect(lambda: ask_again(request.data.run))

    async def run(self) -> int:
        """Shows the window until it is closed for good; returns the exit code for the keeper."""
        from hardware.processes.keeper.keeper import EXIT_MEETING_GOES_ON, EXIT_STOP_MEETING
        from widgets.window.application import show_in_size
        from widgets.window.wiring import last_command, recall

        beside = self._begin_for_scripts()
        show_in_size(self._window, self._request.size)
        recall(self._window, self._kept.memory)
        self._link.begin()
        goes_on = await self._goes_on
        await self._link.end(last_command(self._store, goes_on=goes_on))
        self._controller.end()
        self._headphones.process.end(HEADPHONES_END_MS)
        await self._desk.end()
        await self._register.end()
        for task in beside:
            task.cancel()  # the runner waits for them
        await self._preset_pictures.end()
        return EXIT_MEETING_GOES_ON if goes_on else EXIT_STOP_MEETING

    def _begin_for_scripts(self) -> "list[asyncio.Task[None]]":
        """Starts what benches and scripted meetings want of the window; returns what runs until it ends."""
        from hardware.processes.keeper.refusal import watch_refusal
        from hardware.processes.window.wanted_pictures import take_wanted_pictures

        if probe := self._request.probe or os.environ.get("DIEM_CAU_PROBE"):
            from tests.bench.window_probe import WindowProbe

            self._probe = WindowProbe(Path(probe), self._window, self._pictures)  # pyright: ignore[reportArgumentType] - Qt's signals
        begin = self._goes_on.get_loop().create_task
        beside = [begin(watch_refusal(self._request.data.run, self._show_refusal), name="the bridge's refusal")]
        if self._request.screenshots is not None:
            pictures = take_wanted_pictures(self._request.screenshots, lambda path: self._window.grab().save(str(path)))
            beside.append(begin(pictures, name="wanted pictures"))
        return beside

    def _show_present(self, whole: "Whole") -> None:
        self._store.take(whole)
        self._store.set_link_lost(False)
        self._window.seat.welcome()

    def _show_refusal(self, refusal: "Refusal | None") -> None:
        from widgets.phrases.trouble_words import phrase_trouble

        why = refusal.trouble if refusal is not None else None
        self._store.set_refusal(phrase_trouble(why) if why is not None else refusal.text if refusal is not None else "")

    def _decide_close(self, goes_on: bool) -> None:  # noqa: FBT001 - a signal's argument
        if not self._goes_on.done():
            self._goes_on.set_result(goes_on)


def _register_window(data: "DataFolder", person: str, remember_language: Callable[[object], None]) -> "RegisterWindow":
    from widgets.office.register_window import RegisterWindow

    def make(who: str, store: "RegisterStore") -> "RegisterDesk":
        from hardware.processes.window.register_desk import RegisterDesk

        return RegisterDesk(data, who, store)

    return RegisterWindow(wall_ms, person, make, remember_language)


def run_office(request: "requests.RunOffice") -> int:
    """Runs the office window alone, without any meeting."""
    import asyncio

    from console.command_line.exits import BadInput, Exit
    from console.trouble import TroubleKind, trouble
    from hardware.processes.window.console_actions import make_folders, no_screen
    from hardware.processes.window.office_login import OfficeLogin
    from hardware.processes.window.window_memory_file import WindowMemoryFile
    from widgets.office.login_dialog import OfficeLoginDialog

    if no_screen():
        raise BadInput(trouble(TroubleKind.NO_SCREEN))
    make_folders(request.data)

    async def live() -> None:
        remember = WindowMemoryFile(request.data.root).remembering("language")
        office = _register_window(request.data, request.person, remember)
        closed, asked = asyncio.Event(), OfficeLoginDialog(office.window)

        def stand(standing: "ConsoleStanding") -> None:
            office.stand(standing)
            asked.stand(standing)
            office.open()

        login = OfficeLogin(request.data, stand, asked.refuse)
        for done in (office.window.closed, asked.rejected):
            done.connect(closed.set)
        asked.login_wanted.connect(login.log_in)
        login.begin()
        try:
            await closed.wait()
        finally:
            await login.end()
            await office.end()

    with contextlib.suppress(KeyboardInterrupt), _qt_runner(request.data, request.language) as runner:
        runner.run(live())
    return Exit.DONE


def run_window(request: "requests.RunWindow") -> int:
    """Runs the window process of a data folder; returns its exit code for the keeper."""
    from hardware.processes.keeper.keeper import WINDOW_GOODBYE
    from hardware.processes.lock import FileLock

    with _qt_runner(request.data, request.language) as runner, FileLock(request.data.run / "window.lock"):
        code = runner.run(_live_window(request))
        # For a keeper that is not this window's parent and cannot see how it ended.
        (request.data.run / WINDOW_GOODBYE).write_text(str(code), encoding="ascii")
        return code


async def _live_window(request: "requests.RunWindow") -> int:
    return await ConsoleWindowProcess(request).run()


def _qt_runner(data: "DataFolder", language: str | None) -> "asyncio.Runner":
    """Returns a runner on Qt's event loop, with the application in the language and contrast of a data folder."""
    os.environ.setdefault("QT_API", "pyside6")
    import asyncio

    import qasync

    from console.command_line.files import language_of
    from hardware.processes.window.window_memory_file import WindowMemoryFile
    from widgets.window.application import make_application
    from widgets.window.window_layout import SMALLEST

    memory = WindowMemoryFile(data.root).memory
    kept = None if "DIEM_CAU_LANGUAGE" in os.environ else memory.language
    application = make_application(sys.argv[:1], language or kept or language_of(data), memory.contrast, SMALLEST)
    application.setQuitOnLastWindowClosed(False)
    return asyncio.Runner(loop_factory=lambda: qasync.QEventLoop(application))


class HeadphonesProcess:
    """The operator's headphones beside the console's window."""

    def __init__(self, folder: Path, lamp: "ListenLamp") -> None:
        """`folder` is the data folder; `lamp` shows what is really heard."""
        from PySide6.QtCore import QTimer
        from PySide6.QtWidgets import QApplication

        from hardware.processes.launch import own_command
        from hardware.processes.window.headphones_end import HeadphonesEnd
        from widgets.phrases.console.listen_words import player_gone
        from widgets.window.child_process import ChildProcess

        self._lamp = lamp
        self.end = HeadphonesEnd(
            show=self._show,
            gone=lambda: lamp.show_sound(sounds=False, trouble=player_gone()),
            beep=QApplication.beep,
            later=QTimer.singleShot,
        )
        command = own_command(["headphones", "--obeys", "--data", str(folder)])
        self.process = ChildProcess(command, self.end.take, self.end.ended)
        self.end.begin(self.process)

    def _show(self, now: "HeadphonesNow") -> None:
        from widgets.phrases.trouble_words import phrase_trouble

        self._lamp.show_sound(sounds=now.sounds, trouble=phrase_trouble(now.trouble) if now.trouble else "")


class SiteWindowProcess:
    """A satellite's window beside its endpoint process, which it starts, starts again, and which ends with it."""

    def __init__(self, first: Sequence[str], further: Sequence[str], frames: Path, memory: Path) -> None:
        """`first` makes `main.py` the endpoint, `further` the same when it has joined; both draw to `frames`."""
        from PySide6.QtCore import QTimer

        from hardware.link.frame_slots import FrameReader
        from hardware.processes.launch import own_command
        from hardware.processes.site.site_revival import SiteRevival
        from hardware.processes.site.site_window_end import SiteWindowEnd
        from hardware.processes.window.game_controller import GameController
        from widgets.satellite.satellite_window import SatelliteWindow
        from widgets.satellite.satellite_wiring import connect_site
        from widgets.window.child_process import ChildProcess

        self.window = SatelliteWindow(FrameReader(frames), wall_ms)
        self._wire = SiteWindowEnd(write=self._write, show=self.window.show_state)
        self._commands = own_command(first), own_command(further)
        revival = SiteRevival(self._wire, memory, start=self._start, later=QTimer.singleShot)
        self._endpoint = ChildProcess(self._commands[0], self._wire.take, revival.ended)
        connect_site(self.window, self._wire)
        self._controller = GameController(self.window.controller_told.emit)
        self.window.controller_wanted.connect(self._controller.want)
        self._endpoint.start()

    def _start(self, joined_before: bool) -> None:  # noqa: FBT001 - a callback's one value
        self._endpoint.start(self._commands[joined_before])

    def _write(self, octets: bytes) -> None:
        self._endpoint.write(octets)

    def end(self) -> None:
        """Lets the endpoint leave the meeting and waits for it."""
        self._endpoint.end(SITE_END_MS)


def run_site_window(request: "requests.RunSatellite") -> int:
    """Runs a satellite's window with its endpoint process beside it."""
    from console.command_line.exits import BadInput, Exit
    from console.command_line.files import language_of
    from console.trouble import TroubleKind, trouble
    from hardware.link.frames_folder import FramesFolder
    from hardware.processes.launch import endpoint_arguments
    from hardware.processes.site.site_memory import memory_file
    from hardware.processes.window.console_actions import no_screen
    from widgets.window.application import make_application

    if no_screen():
        raise BadInput(trouble(TroubleKind.NO_SCREEN_FOR_SITE))
    request.data.root.mkdir(parents=True, exist_ok=True)
    application = make_application(sys.argv[:1], language_of(request.data))
    with contextlib.closing(FramesFolder(request.data.run)) as frames:
        first, further = (endpoint_arguments(request, frames.path, joined_before=known) for known in (False, True))
        site = SiteWindowProcess(first, further, frames.path, memory_file(request.data.root))
        site.window.show()
        application.exec()
        site.end()
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
    from widgets.window.start_guard import why_not_to_start, why_qt_is_missing

    if (why := why_not_to_start()) is not None:
        sys.exit(why)
    try:
        return _carry_out(arguments)
    except ImportError as error:
        if (why := why_qt_is_missing(error)) is None:
            raise
        sys.exit(why)


def _carry_out(arguments: Sequence[str] | None) -> int:
    from console.command_line.parser import parse
    from console.command_line.run import run
    from hardware.processes.actions import make_actions
    from widgets.paper.late_painting import form_pdf, record_pdf

    request = parse(arguments, lambda data: words_of(data).help_text)
    runs = (run_window, run_office, run_site_window, run_bench, run_proofs)
    return run(request, make_actions(*runs, words_of(request.data), record_pdf=record_pdf, form_pdf=form_pdf))


if __name__ == "__main__":
    sys.exit(main())
