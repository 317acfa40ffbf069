"""The link over real sockets between a bridge and clients that behave: state without gaps, receipts, reconnecting."""

import asyncio
import contextlib
import stat
import sys
from pathlib import Path

import pytest

from console.commands import Actor, EndSession, MuteAll
from console.effects import Receipt
from console.engine_port import SetViews, TileView
from console.snapshot import LogView, SilenceView, Whole
from console.words import Origin, Outcome, Role
from hardware.link.link_client import BridgeClient, LinkLost, LinkRefused, ReceiptMissing
from hardware.link.link_codec import Refusal
from hardware.link.run_file import NoBridge, read_run_file, write_run_file
from tests.hardware.link.small_bridge import SmallBridge, until, window


@pytest.fixture
def bridge(tmp_path: Path) -> SmallBridge:
    return SmallBridge(tmp_path)


async def test_a_window_gets_the_whole_and_then_every_delta(bridge: SmallBridge) -> None:
    async with bridge.serving(), window(bridge) as (_, seen):
        await until(lambda: seen.wholes)
        for _ in range(20):
            bridge.publish(silence=SilenceView(in_force=True, confirmed=bridge.number))
        await until(lambda: len(seen.deltas) == 20)
        assert seen.wholes == [0]
        assert seen.deltas == list(range(1, 21))
        assert seen.views == bridge.views


async def test_a_gap_makes_the_window_take_the_whole_again(bridge: SmallBridge) -> None:
    async with bridge.serving(), window(bridge) as (_, seen):
        await until(lambda: seen.wholes)
        bridge.publish(silence=SilenceView(in_force=True))
        bridge.publish(lost=True, log=LogView(lines=7))
        bridge.publish(silence=SilenceView(in_force=False))
        await until(lambda: seen.views == bridge.views)
        assert seen.wholes == [0, 3]
        bridge.publish(silence=SilenceView(in_force=True))
        await until(lambda: seen.deltas[-1:] == [4])
        assert seen.views == bridge.views


async def test_the_bridge_knows_who_asked_from_the_link(bridge: SmallBridge) -> None:
    async with bridge.serving(), window(bridge) as (client, _):
        receipt = await client.ask(MuteAll(except_sites=("s003",)), command_id="c1")
        assert receipt == Receipt(command_id="c1", outcome=Outcome.DONE, took_ms=3)
        (request,) = bridge.requests
        assert request.actor == Actor(person="Nguyễn Văn A", role=Role.OPERATOR, origin=Origin.WINDOW)
        assert request.command == MuteAll(except_sites=("s003",))


async def test_the_same_command_id_from_two_askers_answers_both(bridge: SmallBridge) -> None:
    bridge.answers_wait.clear()
    async with bridge.serving(), window(bridge) as (client, _):
        both = asyncio.gather(client.ask(MuteAll(), "same"), client.ask(MuteAll(), "same"))
        await until(lambda: len(bridge.requests) == 2)
        bridge.answers_wait.set()
        assert [receipt.command_id for receipt in await both] == ["same", "same"]


async def test_no_receipt_in_time_is_said(bridge: SmallBridge) -> None:
    bridge.answers_wait.clear()
    async with bridge.serving(), window(bridge) as (client, _):
        with pytest.raises(ReceiptMissing, match=r"No receipt came within 0.05 s"):
            await client.ask(EndSession(), timeout_seconds=0.05)
        bridge.answers_wait.set()
        assert (await client.ask(EndSession())).outcome is Outcome.DONE


async def test_the_command_line_follows_and_asks_once(bridge: SmallBridge) -> None:
    client = BridgeClient()
    async with bridge.serving():
        await client.connect(bridge.run_file, "Lê C", Origin.COMMAND_LINE)
        assert (await client.whole()).views == bridge.views
        seen: list[int] = []
        async for change in client.follow():
            seen.append(change.number)
            bridge.publish(silence=SilenceView(in_force=True, confirmed=bridge.number))
            if len(seen) == 5:
                break
        await client.close()
    assert seen == [0, 1, 2, 3, 4]


async def test_a_follower_that_sleeps_is_brought_up_to_date_by_the_whole(bridge: SmallBridge) -> None:
    client = BridgeClient()
    async with bridge.serving():
        await client.connect(bridge.run_file, "Lê C", Origin.COMMAND_LINE)
        following = client.follow()
        assert isinstance(await anext(following), Whole)
        for _ in range(1000):
            bridge.publish(silence=SilenceView(in_force=True, confirmed=bridge.number))
            await asyncio.sleep(0)
        before, wholes = 0, 0
        while before < 1000:
            change = await anext(following)
            assert isinstance(change, Whole) or change.number == before + 1
            wholes += isinstance(change, Whole)
            before = change.number
        assert wholes
        await client.close()


async def test_following_ends_when_the_bridge_ends(bridge: SmallBridge) -> None:
    client = BridgeClient()
    async with bridge.serving():
        await client.connect(bridge.run_file, "Lê C", Origin.COMMAND_LINE)
        following = client.follow()
        assert isinstance(await anext(following), Whole)
    with pytest.raises(StopAsyncIteration):
        await anext(following)
    with pytest.raises(LinkLost):
        await client.ask(MuteAll())
    await client.close()


async def test_what_waits_for_a_receipt_hears_that_the_bridge_is_gone(bridge: SmallBridge) -> None:
    bridge.answers_wait.clear()
    async with contextlib.AsyncExitStack() as stack:
        server = await stack.enter_async_context(bridge.serving())
        client, seen = await stack.enter_async_context(window(bridge))
        asked = asyncio.ensure_future(client.ask(MuteAll()))
        await until(lambda: bridge.requests)
        closing = asyncio.ensure_future(server.close())
        with pytest.raises(LinkLost, match=r"The bridge ends\."):
            await asked
        assert seen.lost == ["The bridge ends."]
        bridge.answers_wait.set()
        await closing


async def test_views_are_named_and_forgotten_with_the_window(bridge: SmallBridge) -> None:
    views = SetViews(tiles=(TileView(site="s001", width=320, height=180),), program_width=1280, program_height=720)
    async with bridge.serving():
        async with window(bridge) as (client, _):
            client.show_views(views)
            await until(lambda: list(bridge.shown.values()) == [views])
        await until(lambda: list(bridge.shown.values()) == [None])


async def test_a_window_shows_the_present_within_two_seconds_of_a_new_bridge(bridge: SmallBridge) -> None:
    views = SetViews(tiles=(), program_width=1280, program_height=720)
    async with contextlib.AsyncExitStack() as stack:
        async with bridge.serving():
            client, seen = await stack.enter_async_context(window(bridge, reconnect=True))
            client.show_views(views)
            await until(lambda: seen.wholes)
        await until(lambda: seen.lost)
        assert not client.connected
        bridge.shown.clear()
        bridge.number = 0
        bridge.views = {"silence": SilenceView(in_force=True)}
        async with bridge.serving():
            await until(lambda: len(seen.wholes) == 2, seconds=2.0)
            assert seen.views == bridge.views
            await until(lambda: list(bridge.shown.values()) == [views])
            bridge.publish(silence=SilenceView(in_force=False))
            await until(lambda: seen.views == bridge.views)


async def test_without_a_bridge_there_is_one_sentence(bridge: SmallBridge) -> None:
    with pytest.raises(NoBridge, match=r"No bridge runs for .*; start it"):
        await BridgeClient().connect(bridge.run_file, "Lê C", Origin.COMMAND_LINE)
    async with bridge.serving():
        address = read_run_file(bridge.run_file)
    write_run_file(bridge.run_file, address)
    with pytest.raises(NoBridge, match="does not answer"):
        await BridgeClient().connect(bridge.run_file, "Lê C", Origin.COMMAND_LINE)
    bridge.run_file.write_text("{")
    with pytest.raises(NoBridge, match="cannot be read"):
        await BridgeClient().connect(bridge.run_file, "Lê C", Origin.COMMAND_LINE)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows guards the user's folder instead")
async def test_the_run_file_is_for_its_owner_only(bridge: SmallBridge) -> None:
    async with bridge.serving():
        assert stat.S_IMODE(bridge.run_file.stat().st_mode) == 0o600
    assert not bridge.run_file.exists()


@pytest.mark.parametrize("person", ["", "   ", "x" * 81, "two\nlines"])
async def test_an_operator_has_a_name(bridge: SmallBridge, person: str) -> None:
    async with bridge.serving():
        with pytest.raises(LinkRefused) as refused:
            await BridgeClient().connect(bridge.run_file, person, Origin.WINDOW)
        assert refused.value.refused.refusal is Refusal.PERSON


async def test_only_windows_and_command_lines_come_through_this_door(bridge: SmallBridge) -> None:
    async with bridge.serving():
        with pytest.raises(LinkRefused) as refused:
            await BridgeClient().connect(bridge.run_file, "Lê C", Origin.SATELLITE)
        assert refused.value.refused.refusal is Refusal.ORIGIN
