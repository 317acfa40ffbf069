"""Everything the command line hands to the rest of the program, in one table."""

from collections.abc import Callable, Mapping
from contextlib import AbstractAsyncContextManager
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from console.command_line import requests
from console.command_line.actions import Actions, BridgeClient, FormPdf, FrontFacts, english_words
from console.command_line.late_words import AllWords
from console.data_folder import DataFolder
from hardware.processes.loading import loading
from hardware.processes.program import version
from hardware.processes.resources import DUTIES, PROFILES, WORKING_CALENDAR

if TYPE_CHECKING:
    from console.command_line.cameras.requests import CamerasRequest
    from console.records.hand_over.making import RecordPdf
    from console.settings import Settings

AnyRequest = TypeVar("AnyRequest", bound=requests.Request)


def make_actions(
    run_window: Callable[[requests.RunWindow], int],
    run_office: Callable[[requests.RunOffice], int],
    run_site_window: Callable[[requests.RunSatellite], int],
    run_bench: Callable[[requests.RunBench], int],
    run_proofs: Callable[[requests.RunProofs], int],
    words: AllWords | None = None,
    *,
    record_pdf: "RecordPdf | None" = None,
    form_pdf: "FormPdf | None" = None,
) -> Actions:
    """Returns the table; what loads Qt or lives in the checkout's tests comes from `main.py`. No words: English."""

    def endpoint(request: requests.RunSatellite) -> int:
        return _satellite(request, words)

    return Actions(
        run_console=_reported("keeper", _console),
        run_bridge=_reported("bridge", _bridge),
        run_window=_reported("window", run_window),
        run_office=_reported("office", run_office),
        run_keeper=_reported("keeper", _keeper),
        run_worker=_worker,
        run_recorder=_recorder,
        run_content=_content,
        run_demo=lambda request: _demo(request, words),
        run_headphones=_reported("headphones", _headphones),
        run_province=_province,
        run_satellite=lambda request: (
            _reported("site-window", run_site_window) if request.window else _reported("site", endpoint)
        )(request),
        run_main_room=_reported("main-room", lambda request: _main_room(request, words)),
        run_bench=run_bench,
        run_proofs=run_proofs,
        try_devices=_devices,
        list_content_choices=_content_choices,
        set_up_cameras=_cameras,
        connect=_connect,
        front=_front,
        support_bundle=_support_bundle,
        profiles=PROFILES,
        duties=DUTIES,
        calendar=WORKING_CALENDAR,
        program_version=version,
        record_pdf=record_pdf,
        form_pdf=form_pdf,
        words=words or english_words(),
    )


def _reported(process: str, run: Callable[[AnyRequest], int]) -> Callable[[AnyRequest], int]:
    """Lets a process that lives long keep a log of its own and a report of what ends it."""

    def run_reported(request: AnyRequest) -> int:
        from hardware.processes.reports.crash_reports import reported

        with reported(request.data.root, process, version()):
            return run(request)

    return run_reported


def _support_bundle(data: DataFolder, out: Path | None) -> Mapping[str, int]:
    from hardware.processes.reports.support_bundle import save_support, support_parts

    parts = support_parts(data, version())
    if out is not None:
        save_support(parts, out)
    return {part.name: len(part.text.encode()) for part in parts}


def _connect(data: DataFolder, person: str) -> AbstractAsyncContextManager[BridgeClient]:
    from hardware.processes.office_actions import connect

    return connect(data, person)


def _front(data: DataFolder, settings: "Settings") -> FrontFacts:
    from hardware.processes.office_actions import front_facts

    return front_facts(data, settings)


# Each process imports what it needs when it is wanted: `do` and `show` must not wait for media libraries.


def _console(request: requests.OpenConsole) -> int:
    from hardware.processes.window import console_actions

    return console_actions.console(request)


def _bridge(request: requests.RunBridge) -> int:
    with loading():
        from hardware.processes.bridge import bridge_action

    return bridge_action.bridge(request)


def _keeper(request: requests.RunKeeper) -> int:
    from hardware.processes.window import console_actions

    return console_actions.keeper(request)


def _worker(request: requests.RunWorker) -> int:
    with loading():
        from hardware.processes.bridge import media_worker

    return media_worker.run_media_worker(request.frames)


def _content(request: requests.RunContent) -> int:
    from hardware.engines.embedded.content import player

    _ = request
    return player.run()


def _recorder(request: requests.RunRecorder) -> int:
    from hardware.engines.embedded.recording import recorder

    _ = request
    return recorder.run()


def _demo(request: requests.RunDemo, words: AllWords | None) -> int:
    from hardware.processes.demo import demo

    return demo.demo(request, words)


def _headphones(request: requests.RunHeadphones) -> int:
    from hardware.processes.window import headphones

    return headphones.run_headphones(request)


def _province(_request: requests.RunProvince) -> int:
    with loading():
        from hardware.processes.demo import province_process

    return province_process.run_province_process()


def _devices(request: requests.TryDevices) -> int:
    from hardware.processes.site import device_trial

    return device_trial.devices(request)


def _content_choices(_request: requests.ListContentChoices) -> int:
    from hardware.processes import content_listing

    return content_listing.list_choices()


def _cameras(request: "CamerasRequest") -> int:
    from hardware.processes.cameras import camera_actions

    return camera_actions.carry_out(request)


def _satellite(request: requests.RunSatellite, words: AllWords | None) -> int:
    with loading():
        from hardware.processes.site import satellite

    return satellite.satellite(request, words)


def _main_room(request: requests.RunMainRoom, words: AllWords | None) -> int:
    with loading():
        from hardware.processes.site import satellite

    return satellite.main_room(request, words)
