"""Whatever was reported as written is there after the writer was killed at any moment.

(A killed process is not a power cut: what the disk itself loses is SQLite's `synchronous=FULL` to guard, which a test
without its own disk can only read back.)
"""

import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from console.log_book.database import Synchronous, open_store
from console.log_book.restart import open_session_for_restart
from console.log_book.session_file import MIGRATIONS
from console.log_book.session_reading import read_session
from console.log_book.verification import Finding
from tests.console.log_book.log_lines import SESSION, folder, running_writer, verdict, writing

ROOT = Path(__file__).resolve().parents[3]
KILLS = 6


def start_busy_writer(data: Path, first: int, batch: int) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "tests.console.log_book.busy_writer", str(data), str(first), str(batch)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )


def killed_at_random(process: subprocess.Popen[str], dice: random.Random) -> int:
    """Kills the writer some milliseconds after its first report; returns the last number that it reported."""
    assert process.stdout is not None
    first = process.stdout.readline()
    time.sleep(dice.uniform(0, 0.12))
    process.kill()
    rest, _ = process.communicate()
    lines = [first, *rest.splitlines(keepends=True)]
    assert not any(line.startswith("failed") for line in lines)
    # The last line may be cut in the pipe; only whole ones were reported.
    return max(int(line.split()[1]) for line in lines if line.startswith("written") and line.endswith("\n"))


@pytest.mark.slow
@pytest.mark.timeout(180)
@pytest.mark.parametrize("start", range(4))
def test_no_line_that_was_reported_is_missing_after_a_kill(tmp_path: Path, start: int) -> None:
    dice = random.Random(20261119 + start)
    data = folder(tmp_path)
    last = 0
    for _ in range(KILLS):
        reported = killed_at_random(start_busy_writer(tmp_path, last + 1, dice.choice([1, 3, 40])), dice)
        found = read_session(data.session_file(SESSION))
        numbers = [line.number for line in found]
        assert numbers == list(range(1, len(numbers) + 1))
        assert numbers[-1] >= reported > last
        assert verdict(data).finding in (Finding.WHOLE, Finding.TAIL_NOT_PROVEN)
        live = open_session_for_restart(data)
        assert live is not None
        assert (live.session, len(live.lines), live.trouble) == (SESSION, len(numbers), None)
        last = numbers[-1]
    with running_writer(data) as (writer, reports):
        writer.submit(writing(last + 1, last + 1))
        reports.wait_written(last + 1)
    assert (verdict(data).finding, verdict(data).whole_to) == (Finding.WHOLE, last + 1)


def test_lines_are_committed_with_a_synced_write_ahead_log(tmp_path: Path) -> None:
    database = open_store(tmp_path / "one.sqlite3", MIGRATIONS, Synchronous.FULL)
    assert database.conn.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    assert database.conn.execute("PRAGMA synchronous").fetchone() == (2,)
    database.close()
