"""A window's life with its bridge, over a real link: found late, lost, found again, asked, left."""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from console.commands import AnyCommand, EndSession, MuteAll
from console.effects import Receipt
from console.engine_port import SetViews
from console.snapshot import SilenceView
from console.words import Origin
from hardware.link.live_pictures import LivePictures
from hardware.link.window_link import WindowCallbacks, WindowLink
from tests.hardware.link.small_bridge import SeenState, SmallBridge, until


class SmallWindow(SeenState):
    """Keeps what a window would show."""

    def __init__(self, run_file: Path) -> None:
        super().__init__()
        self.receipts: list[tuple[Receipt, AnyCommand]] = []
        self.losses = 0
        self.link = WindowLink(
            run_file,
            "Nguyễn Văn A",
            LivePictures(),
            WindowCallbacks(
                on_whole=self.take_whole,
                on_delta=self.take_delta,
                on_receipt=lambda receipt, command: self.receipts.append((receipt, command)),
                on_lost=self.count_loss,
            ),
        )

    def count_loss(self) -> None:
        self.losses += 1


@contextlib.asynccontextmanager
async def open_window(bridge: SmallBridge) -> AsyncIterator[SmallWindow]:
    window = SmallWindow(bridge.run_file)
    window.link.begin()
    try:
        yield window
    finally:
        await window.link.end()


@pytest.fixture
def bridge(tmp_path: Path) -> SmallBridge:
    return SmallBridge(tmp_path)


async def test_a_window_that_is_there_first_finds_its_bridge(bridge: SmallBridge) -> None:
    async with open_window(bridge) as window:
        await asyncio.sleep(0.25)
        assert window.wholes == []
        async with bridge.serving():
            await until(lambda: window.wholes)
            bridge.publish(silence=SilenceView(in_force=True))
            await until(lambda: window.views == bridge.views)


async def test_a_receipt_comes_with_the_command_that_was_asked(bridge: SmallBridge) -> None:
    async with bridge.serving(), open_window(bridge) as window:
        await until(lambda: window.wholes)
        window.link.ask(MuteAll())
        await until(lambda: window.receipts)
        ((receipt, command),) = window.receipts
        assert command == MuteAll()
        assert receipt.command_id == bridge.requests[0].command_id
        assert bridge.requests[0].actor.origin is Origin.WINDOW


async def test_a_command_without_a_bridge_comes_to_nothing(bridge: SmallBridge) -> None:
    async with open_window(bridge) as window:
        window.link.ask(MuteAll())
        await asyncio.sleep(0.05)
        assert window.receipts == []
    assert bridge.requests == []


async def test_a_lost_bridge_is_told_once_and_a_new_one_is_shown_the_same_views(bridge: SmallBridge) -> None:
    views = SetViews(tiles=(), program_width=1280, program_height=720)
    async with open_window(bridge) as window:
        async with bridge.serving():
            await until(lambda: window.wholes)
            window.link.show_views(views)
            await until(lambda: views in bridge.shown.values())
        await until(lambda: window.losses == 1)
        bridge.shown.clear()
        async with bridge.serving():
            await until(lambda: len(window.wholes) == 2)
            await until(lambda: list(bridge.shown.values()) == [views])


async def test_a_window_leaves_after_its_last_command_and_the_receipts_before_it(bridge: SmallBridge) -> None:
    bridge.answers_wait.clear()
    window = SmallWindow(bridge.run_file)
    async with bridge.serving():
        window.link.begin()
        await until(lambda: window.wholes)
        window.link.ask(MuteAll())
        ending = asyncio.ensure_future(window.link.end(EndSession()))
        await until(lambda: len(bridge.requests) == 2)
        assert not ending.done()
        bridge.answers_wait.set()
        await ending
    assert [command for _, command in window.receipts] == [MuteAll(), EndSession()]
    assert window.losses == 0


async def test_a_window_that_never_found_a_bridge_leaves_at_once(bridge: SmallBridge) -> None:
    window = SmallWindow(bridge.run_file)
    window.link.begin()
    async with asyncio.timeout(1):
        await window.link.end(EndSession())
    assert window.receipts == []
