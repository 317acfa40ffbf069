"""One supervised media worker: started, watched, started again.

Rule: a worker is alive while its link is open and its heartbeat comes; one that hangs is killed. No process is looked
up by name or number: only the one that was started here is ever ended.
"""

import asyncio
import secrets
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import msgspec

from console.engine_port import Report, Verb
from hardware.engines.embedded.link import FromWorker, Heartbeat, LinkEnd, Orders, WorkerReady, report_decoder

TICK_SECONDS = 0.25
HUNG_TICKS = 12
"""Ticks without a heartbeat: 3 s. Counted in ticks of our own loop, so that a machine that slept accuses nobody."""
START_TICKS = 80
STEADY_TICKS = 40
_PAUSE_TICKS = (0, 1, 2, 4, 8, 16)


@dataclass(frozen=True, slots=True)
class WorkerEvents:
    """What the driver wants to hear of a worker."""

    ready: Callable[["WorkerProcess", WorkerReady], None]
    reports: Callable[["WorkerProcess", list[Report]], None]
    ended: Callable[["WorkerProcess", str], None]


class WorkerProcess:
    """The worker of one number through all its lives."""

    def __init__(self, number: int, command: Sequence[str], events: WorkerEvents) -> None:
        self.number = number
        self.token = ""
        self.link: LinkEnd | None = None
        self._command = command
        self._events = events
        self._orders: Orders | None = None
        self._process: subprocess.Popen[bytes] | None = None
        self._ticks = self._silent_ticks = self._short_lives = self._pause = 0
        self._trouble = ""
        self._stopping = False

    @property
    def up(self) -> bool:
        """Whether verbs reach it."""
        return self.link is not None

    @property
    def process_id(self) -> int | None:
        return self._process.pid if self._process is not None else None

    def start(self, orders: Orders) -> None:
        """Starts the process; it connects by itself and says `WorkerReady`."""
        self._orders = orders
        self._launch()

    def _launch(self) -> None:
        assert self._orders is not None
        self._ticks = self._silent_ticks = 0
        self.token = secrets.token_hex(16)
        flags = subprocess.CREATE_NEW_PROCESS_GROUP if sys.platform == "win32" else 0
        self._process = subprocess.Popen(
            self._command, stdin=subprocess.PIPE, start_new_session=sys.platform != "win32", creationflags=flags
        )
        assert self._process.stdin is not None
        orders = msgspec.structs.replace(self._orders, worker_number=self.number, token=self.token)
        try:
            self._process.stdin.write(msgspec.json.encode(orders) + b"\n")
            self._process.stdin.close()
        except OSError:
            self._trouble = "it ended while it was started"

    def adopt(self, link: LinkEnd, ready: WorkerReady) -> None:
        """Takes the link of the process that proved its token."""
        self.link = link
        self._silent_ticks = 0
        self._events.ready(self, ready)

    def frames_arrived(self, frames: list[bytes]) -> None:
        """Takes frames from the link; a process that sends what cannot be read is ended."""
        reports: list[Report] = []
        for frame in frames:
            try:
                report: FromWorker = report_decoder.decode(frame)
            except msgspec.DecodeError as error:
                self.kill(f"it sent what cannot be read ({error})")
                return
            if isinstance(report, Heartbeat):
                self._silent_ticks = 0
            else:
                reports.append(report)
        if reports:
            self._events.reports(self, reports)

    def send(self, verb: Verb) -> None:
        if self.link is not None:
            self.link.send(verb)

    def link_ended(self) -> None:
        """Follows the end of the link: a worker without one is of no use."""
        self.link = None
        if not self._stopping:
            self.kill("")
            self.tick()

    def kill(self, reason: str) -> None:
        """Ends the process; a following tick starts a new one."""
        self._trouble = self._trouble or reason
        if self._process is not None and self._process.poll() is None:
            self._process.kill()

    def tick(self) -> None:
        """Looks after the process, every `TICK_SECONDS`."""
        if self._stopping or self._orders is None:
            return
        self._ticks += 1
        if self._process is None:
            self._pause -= 1
            if self._pause < 0:
                self._launch()
        elif self._process.poll() is not None:
            self._has_ended(self._process.returncode)
        elif self.link is None:
            if self._ticks > START_TICKS:
                self.kill("it did not report after its start")
        else:
            self._silent_ticks += 1
            if self._silent_ticks > HUNG_TICKS:
                self.kill("it did not answer for 3 s")

    def _has_ended(self, code: int) -> None:
        self._short_lives = 0 if self._ticks > STEADY_TICKS else self._short_lives + 1
        self._pause = _PAUSE_TICKS[min(self._short_lives, len(_PAUSE_TICKS) - 1)]
        reason = self._trouble or (f"signal {-code}" if code < 0 else f"exit code {code}")
        self._process, self._trouble = None, ""
        if self.link is not None:
            self.link.hand_over(lambda _link, _frames: None, lambda _link: None)
            self.link.close()
            self.link = None
        self._events.ended(self, f"media worker {self.number + 1} ended: {reason}")
        self.tick()

    async def stop(self) -> None:
        """Ends the process for good: it leaves by itself when its link closes, else it is killed after 1 s."""
        self._stopping = True
        if self.link is not None:
            self.link.close()
        process = self._process
        for _ in range(20):
            if process is None or process.poll() is not None:
                return
            await asyncio.sleep(0.05)
        assert process is not None
        process.kill()
        process.wait(2.0)
