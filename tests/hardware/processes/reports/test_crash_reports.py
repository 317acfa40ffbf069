"""A crash leaves one report without secrets, in whichever way the error came out; nothing is left of a calm life."""

import asyncio
import gc
import json
import logging
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from console.command_line.exits import BadInput
from hardware.processes.reports.crash_reports import (
    MOST_REPORTS,
    MOST_REPORTS_OF_A_PROCESS,
    CrashReporter,
    new_reports,
    reported,
    reports_in,
    tidy,
)
from hardware.processes.reports.program_log import MOST_OCTETS, begin_program_log
from tests.own_process import ROOT

SECRET = "Q9-zzz-not-for-anybody"


def reports(root: Path) -> list[dict[str, object]]:
    return [json.loads(path.read_text(encoding="utf-8")) for path in reports_in(root / "crashes")]


def fail(token: str) -> None:
    raise RuntimeError(f"cannot join with token={token}")


def test_an_error_on_the_way_out_is_reported_and_passes_on(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError), reported(tmp_path, "bridge", "1.2"):
        fail(SECRET)
    (report,) = reports(tmp_path)
    assert (report["process"], report["version"], report["survived"]) == ("bridge", "1.2", False)
    assert "in fail" in str(report["error"])
    assert SECRET not in str(report)


def test_what_is_said_to_a_person_is_no_crash(tmp_path: Path) -> None:
    for error in (BadInput("no such file"), SystemExit(2), KeyboardInterrupt()):
        with pytest.raises(type(error)), reported(tmp_path, "bridge", "1.2"):
            raise error
    assert list((tmp_path / "crashes").iterdir()) == []


def test_errors_of_threads_slots_and_forgotten_tasks_are_reported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    printed: list[object] = []
    monkeypatch.setattr(sys, "excepthook", lambda *told: printed.append(told))
    monkeypatch.setattr(threading, "excepthook", printed.append)

    async def forget() -> None:
        task = asyncio.create_task(asyncio.to_thread(fail, "x"))
        await asyncio.wait([task])
        del task
        gc.collect()

    with reported(tmp_path, "window", "1.2"):
        thread = threading.Thread(target=fail, args=("x",))
        thread.start()
        thread.join()
        try:
            fail("x")
        except RuntimeError:
            sys.excepthook(*sys.exc_info())  # type: ignore[arg-type] - PySide6 does so with an error in a slot
        asyncio.run(forget())
        try:
            fail("x")
        except RuntimeError:
            logging.getLogger("hardware.somewhere").exception("taken and logged")
    assert [report["survived"] for report in reports(tmp_path)] == [True] * 4
    assert len(printed) == 2, "what was printed before is still printed"


def test_the_same_error_again_and_again_fills_no_disk(tmp_path: Path) -> None:
    reporter = CrashReporter(tmp_path, "window", "1.2")
    for _ in range(100):
        reporter.write(ValueError("again"), survived=True)
    assert len(reports_in(tmp_path)) == MOST_REPORTS_OF_A_PROCESS


def test_only_the_newest_reports_are_kept(tmp_path: Path) -> None:
    for number in range(MOST_REPORTS + 7):
        (tmp_path / f"2026{number:04}-bridge-1-1.json").write_text("{}")
    tidy(tmp_path)
    assert [path.name[4:8] for path in reports_in(tmp_path)] == [f"{n:04}" for n in range(7, MOST_REPORTS + 7)]


def test_a_folder_that_cannot_be_written_stops_nobody(tmp_path: Path) -> None:
    (tmp_path / "crashes").write_text("a file in the way")
    done = False
    with reported(tmp_path, "bridge", "1.2"):
        done = True
    assert done


def test_a_crash_of_the_interpreter_leaves_a_trace(tmp_path: Path) -> None:
    code = (
        "import sys, faulthandler, pathlib; sys.path.insert(0, sys.argv[1])\n"
        "from hardware.processes.reports.crash_reports import reported\n"
        "with reported(pathlib.Path(sys.argv[2]), 'worker', '1'): faulthandler._sigsegv()\n"
    )
    words = [sys.executable, "-c", code, str(ROOT), str(tmp_path)]
    subprocess.run(words, stderr=subprocess.DEVNULL, timeout=30, check=False)
    (trace,) = reports_in(tmp_path / "crashes")
    assert "Segmentation fault" in trace.read_text(encoding="utf-8")


def test_the_programs_log_is_lines_without_secrets_and_has_a_bound(tmp_path: Path) -> None:
    handler = begin_program_log(tmp_path, "bridge")
    logger = logging.getLogger("hardware.somewhere")
    try:
        logger.info("site %s joins with credential=%s", "s001", SECRET)
        for _ in range(6 * MOST_OCTETS // 4000):
            logger.warning("x" * 4000)
    finally:
        logging.getLogger().removeHandler(handler)
        handler.close()
    files = sorted(tmp_path.iterdir())
    assert [file.name for file in files] == ["bridge.jsonl", *(f"bridge.jsonl.{number}" for number in (1, 2, 3))]
    assert all(file.stat().st_size <= MOST_OCTETS for file in files)
    line = json.loads(files[0].read_text(encoding="utf-8").splitlines()[-1])
    assert (line["level"], line["process"], line["source"]) == ("warning", "bridge", "hardware.somewhere")
    assert not any(SECRET in file.read_text(encoding="utf-8") for file in files)


def test_a_person_is_told_of_a_report_once(tmp_path: Path) -> None:
    assert new_reports(tmp_path) == 0
    for number in (1, 2):
        (tmp_path / f"2026000{number}-bridge-1-1.json").write_text("{}")
    assert new_reports(tmp_path) == 2
    assert new_reports(tmp_path) == 0
    (tmp_path / "20260003-window-1-1.json").write_text("{}")
    assert new_reports(tmp_path) == 1
