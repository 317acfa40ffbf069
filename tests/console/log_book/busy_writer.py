"""A process that writes a session's log as fast as it can and says on its output what was reported to it.

Arguments: data folder, first number, lines per batch. Lines of output: `written N`, `failed …`, `recovered`.
Each line of input is a limit in octets for any file it writes from then on (`0`: none), as a full disk would set.
"""

import resource
import signal
import sys
import threading
import time
from pathlib import Path

from console.data_folder import DataFolder
from console.effects import WriteSamples
from console.events import LogFailed, LogRecovered, LogWritten
from console.log_book.log_writer import LogReport, LogWriter
from tests.console.log_book.log_lines import opening, writing

AHEAD = 80
"""Lines that may wait for the disk: the writer is always in the middle of a batch."""


class BusyWriter:
    def __init__(self, data: DataFolder, first: int, batch: int) -> None:
        self._number, self._batch = first, batch
        self._durable = first - 1
        self._writer = LogWriter(data, self._reported)

    def run(self) -> None:
        self._writer.start()
        if self._number == 1:
            self._writer.submit(opening())
        threading.Thread(target=self._obey, daemon=True).start()
        while True:
            if self._number - self._durable < AHEAD:
                self._writer.submit(writing(self._number, self._number + self._batch - 1))
                self._number += self._batch
                if self._number % 10 == 0:
                    self._writer.submit(WriteSamples(rows=(("s001", self._number, "{}"),)))
            else:
                time.sleep(0.0005)

    def _obey(self) -> None:
        for order in sys.stdin:
            limit = int(order) or resource.RLIM_INFINITY
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, resource.RLIM_INFINITY))

    def _reported(self, report: LogReport) -> None:
        match report:
            case LogWritten(number=number):
                self._durable = number
                print("written", number, flush=True)
            case LogFailed(text=text):
                print("failed", text, flush=True)
            case LogRecovered():
                print("recovered", flush=True)


if __name__ == "__main__":
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    BusyWriter(DataFolder(Path(sys.argv[1])), int(sys.argv[2]), int(sys.argv[3])).run()
