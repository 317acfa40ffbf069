"""Old samples go, the chain stays."""

import random
import time
from pathlib import Path

from console.data_folder import DataFolder
from console.effects import CloseSessionLog, WriteSamples
from console.lines.line_history import LinePoint
from console.log_book.pruning import prune_samples
from console.log_book.verification import Finding
from tests.console.log_book.log_lines import folder, opening, outside, running_writer, verdict, writing

SAMPLES = 500
OCTETS = 1000


def hard_to_pack() -> str:
    return random.randbytes(OCTETS // 2).hex()


def session_with_samples(data: DataFolder, session: str, *, ended: bool) -> None:
    with running_writer(data) as (writer, reports):
        writer.submit(opening(session))
        for second in range(SAMPLES // 10):
            rows = tuple((f"s{site:03}", second, hard_to_pack()) for site in range(10))
            point = LinePoint(site="s001", kilobits=90.0)
            writer.submit(WriteSamples(rows=rows, points=(point,), points_wall_ms=second))
        writer.submit(writing(1, 5, session))
        if ended:
            writer.submit(CloseSessionLog(session=session))
        reports.wait_written(5)


def samples_in(data: DataFolder, session: str) -> int:
    with outside(data.session_file(session), triggers=True) as file:
        tables = ("sample_batches", "line_points")
        return sum(int(file.execute(f"SELECT count(*) FROM {table}").fetchone()[0]) for table in tables)


def now_ms() -> int:
    return time.time_ns() // 1_000_000


def test_samples_of_old_ended_sessions_go_and_the_log_is_as_whole_as_before(tmp_path: Path) -> None:
    data = folder(tmp_path)
    session_with_samples(data, "ended", ended=True)
    session_with_samples(data, "running", ended=False)
    size = data.session_file("ended").stat().st_size
    assert prune_samples(data, before_ms=now_ms() - 60_000) == 0
    assert prune_samples(data, before_ms=now_ms() + 60_000) == 100
    assert (samples_in(data, "ended"), samples_in(data, "running")) == (0, 100)
    assert data.session_file("ended").stat().st_size < size - 200_000
    assert (verdict(data, "ended").finding, verdict(data, "ended").whole_to) == (Finding.WHOLE, 5)
    assert prune_samples(data, before_ms=now_ms() + 60_000) == 0


def test_a_file_that_is_gone_or_damaged_is_left_alone(tmp_path: Path) -> None:
    data = folder(tmp_path)
    for session in ("gone", "damaged"):
        session_with_samples(data, session, ended=True)
    data.session_file("gone").unlink()
    data.session_file("damaged").write_bytes(b"nonsense" * 1000)
    assert prune_samples(data, before_ms=now_ms() + 60_000) == 0
    assert data.session_file("damaged").read_bytes() == b"nonsense" * 1000
