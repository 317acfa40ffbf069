"""The driver's side of recording: starts a recorder for each part, passes on what it reports, speaks for a dead one.

Rule: every wanted file is answered by exactly one `RecordingEnded`, whatever becomes of its process. Only processes
that were started here are ever ended, and one that ends a part is given the time it needs.
"""

import asyncio
import secrets
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import msgspec

from console.engine_base import Report
from console.recordings.recorder_port import (
    MeasureRecording,
    RecordingEnded,
    RecordingFault,
    RecordingSeen,
    SetRecording,
)
from hardware.engines.embedded.link import ConnectDoorway, LinkEnd
from hardware.engines.embedded.recording.recorder_words import EndPart, RecorderOrders, RecorderReady

LEAVE_LOOKS, LEAVE_LOOK_SECONDS = 60, 0.05

_FromRecorder = RecordingSeen | RecordingEnded
_decoder: msgspec.json.Decoder[_FromRecorder] = msgspec.json.Decoder(_FromRecorder)


@dataclass(slots=True)
class RecorderProcess:
    """One recorder and its part."""

    orders: RecorderOrders
    process: subprocess.Popen[bytes]
    link: LinkEnd | None = None
    ends: bool = False
    """It was asked to end before its link was there."""


@dataclass(slots=True)
class RecorderDesk:
    """All recorders of one driver; used on its loop. `tell` takes reports for the engine port."""

    command: Sequence[str]
    folder: Path
    tell: Callable[[Report], None]
    link_port: int = 0
    doorway: ConnectDoorway | None = None
    _wanted: str | None = None
    _recorders: dict[str, RecorderProcess] = field(default_factory=dict)
    """By file; those whose end was told are not among them."""
    _leaving: list[subprocess.Popen[bytes]] = field(default_factory=list)

    # ------------------------------------------------ verbs

    def set_recording(self, verb: SetRecording) -> None:
        """Ends what is not wanted and begins what is; a file that grows already goes on."""
        for recorder in self._recorders.values():
            if recorder.orders.file != verb.file and recorder.orders.doorway_port is not None:
                self._ask_to_end(recorder)
        self._wanted = verb.file
        if verb.file is None or verb.file in self._recorders:
            return
        if self.doorway is None:
            self._end_without_process(verb.file, RecordingFault.SOURCE_GONE)
        else:
            self._launch(verb.file, self.doorway)

    def measure(self, verb: MeasureRecording) -> None:
        """Lets a process look at a file that was left behind."""
        if verb.file not in self._recorders:
            self._launch(verb.file, None)

    def path_of(self, file: str) -> Path:
        """Returns where a file of the port lies; raises `ValueError` for a name that leads elsewhere."""
        path = (self.folder / file).resolve()
        if not path.is_relative_to(self.folder.resolve()):
            raise ValueError("a recording lies below the folder of recordings")
        return path

    # ------------------------------------------------ links

    def adopt(self, link: LinkEnd, ready: RecorderReady) -> bool:
        """Takes the link of a recorder that proved its token; False: it is none of ours."""
        found = (each for each in self._recorders.values() if each.orders.token == ready.token and each.link is None)
        recorder = next(found, None)
        if recorder is None:
            return False
        recorder.link = link
        link.hand_over(lambda _, frames: self._frames_arrived(recorder, frames), lambda _: self._link_ended(recorder))
        if recorder.ends:
            link.send(EndPart())
        return True

    def _frames_arrived(self, recorder: RecorderProcess, frames: list[bytes]) -> None:
        for frame in frames:
            try:
                report: _FromRecorder = _decoder.decode(frame)
            except msgspec.DecodeError:
                recorder.process.kill()
                return
            self.tell(report)
            if isinstance(report, RecordingEnded):
                self._recorders.pop(recorder.orders.file, None)
                self._leaving.append(recorder.process)
                if recorder.link is not None:
                    recorder.link.close()

    def _link_ended(self, recorder: RecorderProcess) -> None:
        recorder.link = None

    # ------------------------------------------------ processes

    def _launch(self, file: str, doorway: ConnectDoorway | None) -> None:
        orders = RecorderOrders(
            link_port=self.link_port,
            token=secrets.token_hex(16),
            file=file,
            path=str(self.path_of(file)),
            doorway_port=None if doorway is None else doorway.port,
            doorway_token="" if doorway is None else doorway.token,
        )
        flags = subprocess.CREATE_NEW_PROCESS_GROUP if sys.platform == "win32" else 0
        try:
            process = subprocess.Popen(
                self.command, stdin=subprocess.PIPE, start_new_session=sys.platform != "win32", creationflags=flags
            )
        except OSError as error:
            self._end_without_process(file, RecordingFault.RECORDER_GONE, error.strerror or str(error))
            return
        self._recorders[file] = RecorderProcess(orders, process)
        assert process.stdin is not None
        try:
            process.stdin.write(msgspec.json.encode(orders) + b"\n")
            process.stdin.close()
        except OSError:  # it has ended already; `tick` says so
            return

    def _ask_to_end(self, recorder: RecorderProcess) -> None:
        if not recorder.ends:
            recorder.ends = True
            if recorder.link is not None:
                recorder.link.send(EndPart())

    def tick(self) -> None:
        """Looks after the processes, a few times a second."""
        for file, recorder in tuple(self._recorders.items()):
            if recorder.process.poll() is None or recorder.link is not None:
                continue
            del self._recorders[file]
            self._died(recorder)
        if self._leaving:
            self._leaving = [process for process in self._leaving if process.poll() is None]

    def _died(self, recorder: RecorderProcess) -> None:
        """What a dead recorder left behind is measured by another process; one that only measured has no second."""
        file, text = recorder.orders.file, f"exit code {recorder.process.returncode}"
        if recorder.orders.doorway_port is not None and self.path_of(file).exists():
            self._launch(file, None)
        else:
            self._end_without_process(file, RecordingFault.RECORDER_GONE, text)

    def _end_without_process(self, file: str, fault: RecordingFault, text: str = "") -> None:
        at_ms = time.monotonic_ns() // 1_000_000
        self.tell(RecordingEnded(at_ms=at_ms, file=file, length_ms=0, file_bytes=0, sha256="", fault=fault, text=text))

    def process_ids(self) -> list[int]:
        """Returns the process number of each recorder, for measurements."""
        return [recorder.process.pid for recorder in self._recorders.values()]

    async def leave(self) -> None:
        """Lets every recorder end its part by itself: their links close; a slow disk is waited for only a moment."""
        processes = [*self._leaving, *(recorder.process for recorder in self._recorders.values())]
        for recorder in self._recorders.values():
            if recorder.link is not None:
                recorder.link.close()
        for _ in range(LEAVE_LOOKS):
            if all(process.poll() is not None for process in processes):
                return
            await asyncio.sleep(LEAVE_LOOK_SECONDS)
