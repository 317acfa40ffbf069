"""The history of the lines, written by the real writer and read back page by page."""

import struct
from pathlib import Path

import numpy as np
import pytest

from console.data_folder import DataFolder
from console.effects import WriteLog, WriteSamples
from console.entries import PodiumTaken, SilenceLifted
from console.lines.line_history import (
    MOST_PAGE_OCTETS,
    OCTETS_PER_BUCKET,
    HistoryPage,
    HistoryWanted,
    LineFigure,
    LinePoint,
    LinesWanted,
)
from console.log_book.line_reading import read_history, read_lines
from console.words import Layout
from tests.console.log_book.log_lines import SESSION, folder, line, opening, running_writer, writing

START_MS = 1_795_000_000_000
START_MS -= START_MS % 60_000


def history(tmp_path: Path, moments: list[tuple[int, tuple[LinePoint, ...]]]) -> DataFolder:
    """Writes points at so many seconds after the start."""
    data = folder(tmp_path)
    with running_writer(data) as (writer, reports):
        writer.submit(opening())
        for second, points in moments:
            wall_ms = START_MS + second * 1000
            writer.submit(WriteSamples(rows=(("s001", wall_ms, "{}"),), points=points, points_wall_ms=wall_ms))
        writer.submit(writing(1, 1))
        reports.wait_written(1)
    return data


def read(data: DataFolder, first_second: int, last_second: int, step_seconds: int) -> HistoryPage:
    wanted = HistoryWanted(
        from_ms=START_MS + first_second * 1000, until_ms=START_MS + last_second * 1000, step_ms=step_seconds * 1000
    )
    return read_history(data.session_file(SESSION), SESSION, wanted)


def values(octets: bytes, page: HistoryPage, figure: LineFigure, site: str) -> list[float | None]:
    columns = (page.until_ms - page.from_ms) // page.step_ms
    grid = np.frombuffer(octets, dtype="<f2").reshape(len(LineFigure), len(page.sites), columns)
    return [None if np.isnan(value) else round(float(value), 2) for value in grid[figure, page.sites.index(site)]]


def loss(site: str, percent: float | None) -> LinePoint:
    return LinePoint(site=site, loss_percent=percent)


def test_buckets_hold_lowest_mean_and_highest_and_a_gap_stays_a_gap(tmp_path: Path) -> None:
    data = history(
        tmp_path,
        [(0, (loss("s001", 0.0),)), (5, (loss("s001", 8.0),)), (10, (loss("s001", None),)), (30, (loss("s001", 1.0),))],
    )
    page = read(data, 0, 40, 10)
    assert page.sites == ("s001",)
    assert values(page.low, page, LineFigure.LOSS_PERCENT, "s001") == [0.0, None, None, 1.0]
    assert values(page.mean, page, LineFigure.LOSS_PERCENT, "s001") == [4.0, None, None, 1.0]
    assert values(page.high, page, LineFigure.LOSS_PERCENT, "s001") == [8.0, None, None, 1.0]
    assert values(page.high, page, LineFigure.KILOBITS, "s001") == [None] * 4


def test_a_site_that_comes_later_has_nothing_before(tmp_path: Path) -> None:
    both = (loss("s001", 0.5), LinePoint(site="s002", kilobits=1800.0, jitter_ms=7.0, round_trip_ms=28.0))
    data = history(tmp_path, [(0, (loss("s001", 0.5),)), (5, both), (10, both[1:])])
    page = read(data, 0, 15, 5)
    assert page.sites == ("s001", "s002")
    assert values(page.mean, page, LineFigure.LOSS_PERCENT, "s001") == [0.5, 0.5, None]
    assert values(page.mean, page, LineFigure.KILOBITS, "s002") == [None, 1800.0, 1800.0]
    assert values(page.mean, page, LineFigure.JITTER_MS, "s002") == [None, 7.0, 7.0]
    assert values(page.mean, page, LineFigure.ROUND_TRIP_MS, "s002") == [None, 28.0, 28.0]


def test_places_are_kept_when_a_bridge_goes_on_with_the_file(tmp_path: Path) -> None:
    data = history(tmp_path, [(0, (loss("s002", 2.0), loss("s001", 1.0)))])
    with running_writer(data) as (writer, reports):
        writer.submit(writing(2, 2))
        reports.wait_written(2)
        points = (loss("s001", 3.0), loss("s003", 4.0))
        writer.submit(WriteSamples(rows=(("s001", 0, "{}"),), points=points, points_wall_ms=START_MS + 5000))
        writer.submit(writing(3, 3))
        reports.wait_written(3)
    page = read(data, 0, 10, 5)
    assert page.sites == ("s002", "s001", "s003")
    assert values(page.mean, page, LineFigure.LOSS_PERCENT, "s001") == [1.0, 3.0]
    assert values(page.mean, page, LineFigure.LOSS_PERCENT, "s003") == [None, 4.0]


def test_pages_are_bounded_and_put_together_without_a_hole(tmp_path: Path) -> None:
    sites = [f"s{number:03}" for number in range(1, 201)]
    seconds = range(0, 1500, 15)  # fewer than the backlog holds
    data = history(tmp_path, [(second, tuple(loss(site, second / 100) for site in sites)) for second in seconds])
    page = read(data, 0, 1500, 5)
    at, seen = 0, list[float | None]()
    while at < 1500:
        page = read(data, at, 1500, 5)
        assert len(page.low) + len(page.mean) + len(page.high) <= MOST_PAGE_OCTETS
        seen += values(page.mean, page, LineFigure.LOSS_PERCENT, "s200")
        at = (page.until_ms - START_MS) // 1000
    assert [round(value, 1) for value in seen if value is not None] == [round(second / 100, 1) for second in seconds]
    assert len(page.low) % (OCTETS_PER_BUCKET // 3) == 0


def test_hours_without_a_meeting_are_one_short_page(tmp_path: Path) -> None:
    data = history(tmp_path, [(0, (loss("s001", 1.0),)), (36_000, (loss("s001", 2.0),))])
    page = read(data, 5, 36_005, 1)
    assert (page.sites, page.until_ms) == ((), START_MS + 36_000_000)
    assert values((late := read(data, 36_000, 36_005, 1)).mean, late, LineFigure.LOSS_PERCENT, "s001")[0] == 2.0


def test_an_empty_history_and_a_file_without_one_are_gaps(tmp_path: Path) -> None:
    data = history(tmp_path, [])
    page = read(data, 0, 100, 5)
    assert (page.sites, page.until_ms) == ((), START_MS + 100_000)


def test_more_than_half_precision_holds_is_its_largest(tmp_path: Path) -> None:
    data = history(tmp_path, [(0, (LinePoint(site="s001", kilobits=1e9),))])
    page = read(data, 0, 5, 5)
    assert values(page.high, page, LineFigure.KILOBITS, "s001") == [65504.0]
    assert struct.unpack("<e", page.high[:2]) == (65504.0,)


def test_lines_of_wanted_kinds_up_to_a_moment(tmp_path: Path) -> None:
    data = folder(tmp_path)
    taken = PodiumTaken(site="s003", layout=Layout.PODIUM, order=2, waiting=False)
    entries = [SilenceLifted(order=1), taken, None, None]
    lines = tuple(line(number, entry) for number, entry in enumerate(entries, 1))
    with running_writer(data) as (writer, reports):
        writer.submit(opening())
        writer.submit(WriteLog(lines=lines))
        reports.wait_written(len(lines))
    path = data.session_file(SESSION)
    page = read_lines(path, SESSION, LinesWanted(until_ms=lines[-1].wall_ms, kinds=("podium-taken", "site-left")))
    assert [(told.number, told.site) for told in page.lines] == [(2, "s003")]
    page = read_lines(path, SESSION, LinesWanted(until_ms=lines[2].wall_ms, most=2))
    assert [told.number for told in page.lines] == [2, 3]


@pytest.mark.parametrize("step_seconds", [0, -5])
def test_a_senseless_step_is_the_shortest(tmp_path: Path, step_seconds: int) -> None:
    data = history(tmp_path, [(0, (loss("s001", 1.0),))])
    assert read(data, 0, 3, step_seconds).step_ms == 1000


def test_a_file_that_cannot_be_read_is_said_and_leaves_a_gap(tmp_path: Path) -> None:
    data = folder(tmp_path)
    data.session_file(SESSION).write_bytes(b"nonsense" * 1000)
    page = read(data, 0, 100, 5)
    assert (page.unreadable, page.sites, page.until_ms) == (True, (), START_MS + 100_000)
    assert read_lines(data.session_file(SESSION), SESSION, LinesWanted(until_ms=START_MS)).unreadable
