"""Levels in shared memory: the newest of all workers, unknown stays unknown."""

import time
from pathlib import Path

import pytest

from hardware.link.levels import LEVEL_ROWS, Level, LevelReader, LevelWriter
from hardware.link.mapped_files import LOOK_SECONDS


def test_levels_arrive_and_unknown_is_none(tmp_path: Path) -> None:
    reader = LevelReader(tmp_path)
    assert reader.read() == {}
    writer = LevelWriter(tmp_path)
    writer.write("main", -20.5, -6.0, 1000)
    writer.write("s014", None, None, 1001)
    writer.write("main", -30.0, -6.5, 1020)
    time.sleep(2 * LOOK_SECONDS)
    assert reader.read() == {"main": Level(-30.0, -6.5, 1020), "s014": Level(None, None, 1001)}


def test_the_later_of_two_workers_counts(tmp_path: Path) -> None:
    first, second = LevelWriter(tmp_path, 0), LevelWriter(tmp_path, 1)
    first.write("s001", -10.0, -5.0, 2000)
    second.write("s001", -40.0, -35.0, 1000)
    second.write("s002", -20.0, -15.0, 1000)
    levels = LevelReader(tmp_path, workers=2).read()
    assert levels["s001"].level_db == -10.0
    assert levels["s002"].level_db == -20.0


def test_a_new_worker_starts_with_an_empty_table(tmp_path: Path) -> None:
    reader = LevelReader(tmp_path)
    LevelWriter(tmp_path).write("s001", -10.0, -5.0, 2000)
    assert set(reader.read()) == {"s001"}
    again = LevelWriter(tmp_path)
    assert reader.read() == {}
    again.write("s002", -10.0, -5.0, 3000)
    assert set(reader.read()) == {"s002"}


@pytest.mark.parametrize("site", ["", "s" * 33, "điểm"])
def test_a_bad_site_id_is_refused(tmp_path: Path, site: str) -> None:
    with pytest.raises(ValueError, match="is no site id"):
        LevelWriter(tmp_path).write(site, 0.0, 0.0, 0)


def test_a_full_table_says_so(tmp_path: Path) -> None:
    writer = LevelWriter(tmp_path)
    for number in range(LEVEL_ROWS):
        writer.write(f"s{number}", 0.0, 0.0, number)
    with pytest.raises(ValueError, match="no room for the level of s512"):
        writer.write("s512", 0.0, 0.0, 0)
    assert len(LevelReader(tmp_path).read()) == LEVEL_ROWS
