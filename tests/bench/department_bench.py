"""What taking packages at the department costs: 500 of them, most of short meetings and some of a long day.

Rule: real packages of meetings held by the real core, each signed by a console of its own, judged and kept through the
real counter on a real disk. CPU time decides; the wall clock is told beside it.
"""

import os
import tempfile
import time
from pathlib import Path
from typing import Any

from console.log_book.office_store import OfficeStore
from console.office.reporting import ConsoleKey, TakenPackage
from console.records.department.answer import Answer
from console.records.department.taking import Counter
from console.records.hand_over.making import make_package
from console.records.hand_over.signing_key import own_key
from tests.bench.figures import Figure, Findings
from tests.bench.live_meeting import BenchFailed
from tests.console.records.a_meeting import held_meeting, wish_for, written_meeting

PACKAGES, QUICK_PACKAGES = 500, 50
LONG_EACH = 10
"""Every tenth package is of a long day: ten times the speeches."""
SITES, SPEECHES, LONG_SPEECHES = 36, 12, 120
MUST_SECONDS, STRETCH_SECONDS = 60.0, 20.0


def measure_department(*, quick: bool = False) -> Findings:
    """Measures one delivery of packages, and the same delivery again."""
    count = QUICK_PACKAGES if quick else PACKAGES
    with tempfile.TemporaryDirectory(prefix="diem-cau-bench-") as folder:
        paths, keys = _packages(Path(folder), count)
        with OfficeStore(Path(folder) / "office.sqlite3") as office:
            office.register.put(keys, "bench")
            counter = Counter(office, Path(folder) / "packages", "bench", lambda: time.time_ns() // 1_000_000)
            first = _timed(counter, paths, Answer.TAKEN)
            again = _timed(counter, paths, Answer.KNOWN)
            events = sum(package.count for package in office.register.present(TakenPackage))
    scale = PACKAGES / count
    how = f"{count} packages of {SITES} sites, {events} events in all"
    limits: dict[str, Any] = {"unit": "s", "must": MUST_SECONDS, "stretch": STRETCH_SECONDS}
    figures = [
        Figure(name="500 packages taken, CPU", measured=first[0] * scale, how=how, **limits),
        Figure(name="500 packages taken, by the clock", measured=first[1] * scale, how=how, **limits),
        Figure(name="the same 500 again, CPU", unit="s", measured=again[0] * scale, how="all known already"),
    ]
    return Findings(sites=SITES, subject="packages at the department", figures=figures)


def _packages(folder: Path, count: int) -> tuple[list[Path], list[ConsoleKey]]:
    short = written_meeting(folder / "short", held_meeting(SITES, SPEECHES))
    long = written_meeting(folder / "long", held_meeting(SITES, LONG_SPEECHES))
    paths: list[Path] = []
    keys: list[ConsoleKey] = []
    for number in range(count):
        key = own_key(folder / f"key-{number}.pem")
        data = long if number % LONG_EACH == 0 else short
        paths.append(make_package(wish_for(data, folder / f"unit-{number}", as_zip=True, key=key), None).path)
        keys.append(ConsoleKey(id=key.fingerprint, unit=f"Đơn vị {number}"))
    os.sync()
    return paths, keys


def _timed(counter: Counter, paths: list[Path], wanted: Answer) -> tuple[float, float]:
    """Returns CPU and wall seconds; raises `BenchFailed` when an answer is another one."""
    cpu, wall = time.process_time(), time.monotonic()
    for path in paths:
        taking = counter.take(path)
        if taking.answer is not wanted:
            raise BenchFailed(f"{path.name} was {taking.answer}, not {wanted}.")
    return time.process_time() - cpu, time.monotonic() - wall
