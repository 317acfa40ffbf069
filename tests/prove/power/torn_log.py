"""A log whose machine lost its power: the writer killed in the middle, then the disk's last pages spoiled by dice.

Rule: whatever a disk can leave of a file and its write-ahead log, the log opens, says where it ends, and goes on.
"""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from random import Random

from console.data_folder import DataFolder
from console.events import LogWritten
from console.log_book.log_writer import LogWriter
from console.log_book.office_store import OfficeStore
from console.log_book.restart import LiveLog, open_session_for_restart
from console.log_book.verification import verify_log
from tests.console.log_book.log_lines import SESSION, writing
from tests.own_process import ROOT

PAGE = 4096
MORE_LINES = 5
FIRST_LINES_SECONDS = 20.0
WRITTEN_SECONDS = 10.0


@dataclass(frozen=True, slots=True)
class Cut:
    """One power cut and what was left of the log."""

    damage: str
    lost_lines: int
    """Of those that were reported as written; what the disk itself has eaten."""
    told: bool
    """Whether the lost lines are said to be lost."""
    faults: tuple[str, ...] = ()


def killed_writer(folder: Path, dice: Random) -> int:
    """Writes a session in a process of its own that dies at some moment; returns the last line it had reported."""
    command = [
        sys.executable,
        "-m",
        "tests.console.log_book.busy_writer",
        str(folder),
        "1",
        str(dice.choice((1, 3, 40))),
    ]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(
        command,
        cwd=ROOT,
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,
    ) as process:
        assert process.stdout is not None
        told = [process.stdout.readline()]
        time.sleep(dice.uniform(0.05, 0.6))
        os.killpg(process.pid, signal.SIGKILL)
        told += process.stdout.read().splitlines(keepends=True)
    return max(int(line.split()[1]) for line in told if line.startswith("written") and line.endswith("\n"))


# ---------------------------------------------------------------- what a disk does


def _nothing(_path: Path, _dice: Random) -> None:
    """The process died, the disk kept all."""


def _torn_last_page(path: Path, dice: Random) -> None:
    """The last page of the file was half written."""
    octets = bytearray(path.read_bytes())
    at = len(octets) - PAGE + dice.randrange(PAGE)
    octets[at:] = dice.randbytes(len(octets) - at)
    path.write_bytes(octets)


def _cut_file(path: Path, dice: Random) -> None:
    """The file's end never reached the disk."""
    pages = path.stat().st_size // PAGE
    os.truncate(path, max(2, pages - dice.randrange(1, 4)) * PAGE - dice.randrange(PAGE))


def _wal_lost(path: Path, _dice: Random) -> None:
    """The write-ahead log is not there."""
    _wal(path).unlink(missing_ok=True)


def _wal_cut(path: Path, dice: Random) -> None:
    """The write-ahead log ends early."""
    if _wal(path).exists():
        os.truncate(_wal(path), dice.randrange(_wal(path).stat().st_size + 1))


def _wal_garbage(path: Path, dice: Random) -> None:
    """From some place on the write-ahead log holds what stood on the disk before."""
    if _wal(path).exists():
        octets = bytearray(_wal(path).read_bytes())
        at = dice.randrange(len(octets) + 1)
        octets[at:] = dice.randbytes(len(octets) - at)
        _wal(path).write_bytes(octets)


def _wal_zeroes(path: Path, dice: Random) -> None:
    """The write-ahead log was made longer, and its new part never written."""
    if _wal(path).exists():
        size = _wal(path).stat().st_size
        os.truncate(_wal(path), dice.randrange(size + 1))
        os.truncate(_wal(path), size + PAGE)


def _both(path: Path, dice: Random) -> None:
    """File and write-ahead log are both spoiled at their ends."""
    _torn_last_page(path, dice)
    _wal_cut(path, dice)


def _wal(path: Path) -> Path:
    return path.with_name(path.name + "-wal")


DAMAGES: dict[str, Callable[[Path, Random], None]] = {
    "nothing lost": _nothing,
    "last page torn": _torn_last_page,
    "end of file lost": _cut_file,
    "write-ahead log lost": _wal_lost,
    "write-ahead log cut": _wal_cut,
    "write-ahead log garbage": _wal_garbage,
    "write-ahead log zeroes": _wal_zeroes,
    "page and write-ahead log": _both,
}


# ---------------------------------------------------------------- what becomes of it


def cut_power(source: Path, reported: int, damage: str, target: Path, dice: Random) -> Cut:
    """Spoils a copy of a killed writer's folder, starts anew on it, and judges what came of it."""
    shutil.copytree(source, target)
    data = DataFolder(target)
    DAMAGES[damage](data.session_file(SESSION), dice)
    for left in data.sessions.glob("*-shm"):
        left.unlink()  # memory is gone with the power
    live = open_session_for_restart(data)
    if live is None:
        return Cut(damage, reported, told=False, faults=("there is no session to go on with",))
    told = live.trouble is not None or live.salvaged is not None
    broken_at = _broken_at(data)
    faults = _prefix_faults(live, broken_at if told else None)
    lost = max(0, reported - len(live.lines))
    if lost and not told:
        faults.append(f"{lost} lines are lost and nobody says so")
    return Cut(damage, lost, told, (*faults, *_goes_on(data, len(live.lines), broken_at)))


def _broken_at(data: DataFolder) -> int | None:
    """Returns where the chain is broken: a page that is cut may spoil a line which can be read all the same."""
    with OfficeStore(data.office_file) as office:
        return verify_log(data.session_file(SESSION), office).broken_at


def _prefix_faults(live: LiveLog, said_broken_at: int | None) -> list[str]:
    """Returns whether lines are missing in the middle where nobody says so; a lost page of the file may hold some."""
    hole = next((at for at, line in enumerate(live.lines, start=1) if line.number != at), None)
    if hole is None or (said_broken_at is not None and said_broken_at <= live.lines[hole - 1].number):
        return []
    return [f"what is left is not the log's beginning: line {hole} is missing, broken at {said_broken_at}"]


def _goes_on(data: DataFolder, stands_at: int, broken_at: int | None) -> list[str]:
    """Writes further lines, and returns what is wrong with the file afterwards.

    A line that was spoiled stays as it is, and is told for good at the same place: going on may not hide it.
    """
    reports: list[object] = []
    writer = LogWriter(data, reports.append)
    writer.start()
    writer.submit(writing(stands_at + 1, stands_at + MORE_LINES))
    unwritten = writer.close(WRITTEN_SECONDS)
    written = max((report.number for report in reports if isinstance(report, LogWritten)), default=0)
    if unwritten or written != stands_at + MORE_LINES:
        return [f"{unwritten} further lines could not be written: {reports}"]
    with OfficeStore(data.office_file) as office:
        verdict = verify_log(data.session_file(SESSION), office)
    again = open_session_for_restart(data)
    whole_to = stands_at + MORE_LINES if broken_at is None else broken_at - 1
    stays_told = broken_at is None or (again is not None and again.trouble is not None)
    as_it_was = (verdict.whole_to, verdict.broken_at) == (whole_to, broken_at)
    if not (as_it_was and stays_told) or again is None or len(again.lines) != stands_at + MORE_LINES:
        return [f"the log stands at {stands_at + MORE_LINES} and is {verdict.finding} to {verdict.whole_to}"]
    return []
