"""The past over the link: a real session file, a real reader's thread, a real window."""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from console.data_folder import DataFolder
from console.effects import WriteSamples
from console.lines.line_history import HistoryPage, HistoryWanted, LinePoint, LinesWanted
from hardware.link.client_link import MOST_QUESTIONS_IN_FLIGHT
from hardware.link.link_client import LinkLost
from hardware.link.link_codec import Accepted, AskHistory, Refusal, encode
from hardware.processes.bridge.history_desk import HistoryDesk
from tests.console.log_book.log_lines import SESSION, folder, line, opening, running_writer, writing
from tests.hardware.link.small_bridge import BareClient, SmallBridge, until, window

START_MS = 1_795_000_000_000
WANTED = HistoryWanted(from_ms=START_MS, until_ms=START_MS + 60_000, step_ms=5000)


def with_history(path: Path) -> DataFolder:
    data = folder(path)
    points = tuple(LinePoint(site=f"s{number:03}", kilobits=100.0, loss_percent=number / 10) for number in (1, 2))
    with running_writer(data) as (writer, reports):
        writer.submit(opening())
        for second in range(0, 60, 5):
            wall_ms = START_MS + second * 1000
            writer.submit(WriteSamples(rows=(("s001", wall_ms, "{}"),), points=points, points_wall_ms=wall_ms))
        writer.submit(writing(1, 5))
        reports.wait_written(5)
    return data


@contextlib.asynccontextmanager
async def bridge_with(data: DataFolder, session: str | None = SESSION) -> AsyncIterator[SmallBridge]:
    bridge, desk = SmallBridge(data.root), HistoryDesk(data, lambda: session)
    bridge.read_history, bridge.read_lines = desk.history, desk.lines
    try:
        async with bridge.serving():
            yield bridge
    finally:
        desk.close()


async def test_a_window_that_came_late_gets_what_was_measured_before(tmp_path: Path) -> None:
    async with bridge_with(with_history(tmp_path)) as bridge, window(bridge) as (client, _):
        page = await client.history(WANTED)
        assert (page.session, page.sites, page.until_ms) == (SESSION, ("s001", "s002"), WANTED.until_ms)
        lines = await client.lines(LinesWanted(until_ms=line(3).wall_ms))
        assert [told.number for told in lines.lines] == [1, 2, 3]


async def test_without_a_session_there_is_no_past(tmp_path: Path) -> None:
    async with bridge_with(folder(tmp_path), session=None) as bridge, window(bridge) as (client, _):
        assert (await client.history(WANTED)).session is None
        assert (await client.lines(LinesWanted(until_ms=START_MS))).session is None


async def test_state_and_receipts_come_while_a_page_is_read(tmp_path: Path) -> None:
    bridge = SmallBridge(tmp_path)
    reading = asyncio.Event()

    async def slow(wanted: HistoryWanted) -> HistoryPage:
        await reading.wait()
        raise AssertionError("never read")

    bridge.read_history = slow
    async with bridge.serving(), window(bridge) as (client, seen):
        asking = asyncio.create_task(client.history(WANTED))
        await until(lambda: seen.wholes)
        bridge.publish()
        await until(lambda: seen.deltas)
        assert not asking.done()
        await client.close()
        with pytest.raises(LinkLost):
            await asking


async def test_a_client_that_asks_too_much_at_once_is_closed(tmp_path: Path) -> None:
    bridge = SmallBridge(tmp_path)
    never = asyncio.Event()

    async def slow(wanted: HistoryWanted) -> HistoryPage:
        await never.wait()
        raise AssertionError("never read")

    bridge.read_history = slow
    async with bridge.serving(), BareClient.connected(bridge) as client:
        client.hello(bridge)
        assert isinstance(await client.hear(), Accepted)
        for question in range(MOST_QUESTIONS_IN_FLIGHT + 1):
            client.writer.write(encode(AskHistory(question=question, wanted=WANTED)))
        assert (await client.hear_refusal()).refusal is Refusal.TOO_MANY_COMMANDS
