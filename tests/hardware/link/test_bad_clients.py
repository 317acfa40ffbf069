"""Clients of the link that guess, talk nonsense, sleep or die: one sentence to them, nothing to anybody else."""

import asyncio
import contextlib
import subprocess
import sys
import typing
from pathlib import Path

import pytest

from console.commands import MuteAll, MuteSite
from console.lines.line_history import HistoryWanted, LinesWanted
from console.snapshot import LogView, SilenceView
from console.words import Outcome
from hardware.link.link_codec import (
    LARGEST_TO_BRIDGE,
    Accepted,
    AnyToBridge,
    Ask,
    AskHistory,
    AskLines,
    AskWhole,
    DeltaSent,
    Follow,
    Hello,
    LockConsole,
    LogIn,
    Refusal,
    Refused,
    ShowViews,
    ToBridge,
    WholeSent,
    encode,
)
from hardware.link.link_rights import LINK_RIGHTS, LinkStage
from tests.hardware.link.small_bridge import BareClient, SmallBridge, until, window


@pytest.fixture
def bridge(tmp_path: Path) -> SmallBridge:
    return SmallBridge(tmp_path)


async def test_a_wrong_token_or_version_is_refused_before_anything_else(bridge: SmallBridge) -> None:
    async with bridge.serving():
        async with BareClient.connected(bridge) as client:
            client.hello(bridge, token="guessed")
            client.writer.write(encode(Ask(command_id="c1", command=MuteAll())))
            assert (await client.hear_refusal()).refusal is Refusal.TOKEN
        async with BareClient.connected(bridge) as client:
            client.hello(bridge, version=99)
            assert (await client.hear_refusal()).refusal is Refusal.VERSION
    assert bridge.requests == []


@pytest.mark.parametrize(
    "octets",
    [
        b"GET / HTTP/1.1\r\n\r\n",
        (LARGEST_TO_BRIDGE + 1).to_bytes(4, "big"),
        (3).to_bytes(4, "big") + b"{{{",
        (2).to_bytes(4, "big") + b"{}",
        (30_000).to_bytes(4, "big") + b"[" * 30_000,
        encode(Ask(command_id="c1", command=MuteAll())).replace(b"mute-all", b"mute-sky"),
        encode(Ask(command_id="c1", command=MuteSite(site="s1"))).replace(b'"s1"', b"1234"),
    ],
    ids=["http", "too long", "no JSON", "no tag", "deep", "unknown command", "wrong type"],
)
@pytest.mark.parametrize("greeted", [False, True], ids=["before hello", "after hello"])
async def test_nonsense_closes_its_client_with_one_sentence(bridge: SmallBridge, octets: bytes, greeted: bool) -> None:
    async with bridge.serving(), window(bridge) as (other, seen):
        async with BareClient.connected(bridge) as client:
            if greeted:
                client.hello(bridge)
                assert isinstance(await client.hear(), Accepted)
            client.writer.write(octets)
            refused = await client.hear_refusal()
        assert refused.refusal is Refusal.MALFORMED
        assert refused.text.endswith(".")
        assert "\n" not in refused.text
        assert bridge.requests == []
        assert (await other.ask(MuteAll())).outcome is Outcome.DONE
        assert seen.lost == []


EVERY_MESSAGE: dict[type[ToBridge], ToBridge] = {
    LogIn: LogIn(account="an", password="x"),
    LockConsole: LockConsole(),
    Ask: Ask(command_id="c1", command=MuteAll()),
    AskWhole: AskWhole(),
    Follow: Follow(),
    ShowViews: ShowViews(views=None),
    AskHistory: AskHistory(question=1, wanted=HistoryWanted(from_ms=0, until_ms=1, step_ms=1)),
    AskLines: AskLines(question=1, wanted=LinesWanted(until_ms=1)),
}


def test_every_message_there_is_has_one_row_and_no_row_is_left_over() -> None:
    assert set(LINK_RIGHTS) == set(typing.get_args(AnyToBridge)) == {*EVERY_MESSAGE, Hello}


@pytest.mark.parametrize("kind", LINK_RIGHTS, ids=lambda kind: kind.__name__)
@pytest.mark.parametrize("stage", LinkStage, ids=lambda stage: stage.name)
async def test_every_message_counts_at_the_stage_of_its_row_alone(
    bridge: SmallBridge, kind: type[ToBridge], stage: LinkStage
) -> None:
    async with bridge.serving() as server, BareClient.connected(bridge) as client:
        if stage is LinkStage.ACCEPTED:
            client.hello(bridge)
            assert isinstance(await client.hear(), Accepted)
        if kind is Hello:
            client.hello(bridge)
        else:
            client.writer.write(encode(EVERY_MESSAGE[kind]))  # type: ignore[arg-type]
        if LINK_RIGHTS[kind].stage is stage:
            client.writer.write(b"\xff\xff\xff\xff")  # ends the link with a sentence of its own
            heard = [await client.hear()]
            while heard[-1] is not None and not isinstance(heard[-1], Refused):
                heard.append(await client.hear())
            assert isinstance(heard[-1], Refused)
            assert "octets is announced" in heard[-1].text
        else:
            assert (await client.hear_refusal()).text in {
                "The first message has to be a hello.",
                "A second hello came.",
            }
            assert bridge.requests == []
        assert server.clients <= 1


async def test_too_many_commands_in_flight_close_the_client(bridge: SmallBridge) -> None:
    bridge.answers_wait.clear()
    async with bridge.serving() as server:
        async with BareClient.connected(bridge) as client:
            client.hello(bridge)
            assert isinstance(await client.hear(), Accepted)
            for number in range(65):
                client.writer.write(encode(Ask(command_id=f"c{number}", command=MuteAll())))
            assert (await client.hear_refusal()).refusal is Refusal.TOO_MANY_COMMANDS
        assert len(bridge.requests) == 64
        bridge.answers_wait.set()
        await until(lambda: server.clients == 0)


async def test_a_slow_reader_is_conflated_and_then_up_to_date(bridge: SmallBridge) -> None:
    async with bridge.serving(), BareClient.connected(bridge) as client, window(bridge) as (_, seen):
        client.hello(bridge)
        client.writer.write(encode(Follow()))
        await until(lambda: seen.wholes)
        text = "x" * 20_000
        for _ in range(1000):  # 20 MB, of which nothing is read
            bridge.publish(log=LogView(lines=bridge.number, failure_text=text))
            await asyncio.sleep(0)
        await until(lambda: seen.views == bridge.views)
        assert isinstance(await client.hear(), Accepted)
        received: list[WholeSent | DeltaSent] = []
        numbers = [-1]
        while numbers[-1] < 1000:
            message = await client.hear()
            assert isinstance(message, WholeSent | DeltaSent)
            received.append(message)
            numbers.append(message.whole.number if isinstance(message, WholeSent) else message.delta.number)
            assert isinstance(message, WholeSent) or numbers[-1] == numbers[-2] + 1
        assert len(received) < 900, "nothing was dropped"
        assert numbers[-1] == 1000


async def test_a_killed_window_is_forgotten_and_its_command_is_done(bridge: SmallBridge) -> None:
    script = Path(__file__).parent / "stopped_window.py"
    async with bridge.serving() as server, window(bridge) as (client, seen):
        stopped = await asyncio.create_subprocess_exec(
            sys.executable, str(script), str(bridge.run_file), stdout=subprocess.PIPE
        )
        try:
            await until(lambda: bridge.requests, seconds=15)
            assert server.clients == 2
        finally:
            stopped.kill()
            await stopped.communicate()
        await until(lambda: server.clients == 1)
        assert bridge.requests[0].actor.person == "Trần Thị B"
        bridge.publish(silence=SilenceView(in_force=True))
        await until(lambda: seen.views == bridge.views)
        assert (await client.ask(MuteAll())).outcome is Outcome.DONE


async def test_a_client_that_says_nothing_is_closed(bridge: SmallBridge, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("hardware.link.client_link.HELLO_SECONDS", 0.1)
    async with bridge.serving(), BareClient.connected(bridge) as client:
        assert (await client.hear_refusal()).text == "No hello came."


async def test_too_many_clients_are_told_so(bridge: SmallBridge) -> None:
    async with bridge.serving() as server, contextlib.AsyncExitStack() as stack:
        for _ in range(32):
            await stack.enter_async_context(BareClient.connected(bridge))
        await until(lambda: server.clients == 32)
        client = await stack.enter_async_context(BareClient.connected(bridge))
        assert (await client.hear_refusal()).refusal is Refusal.TOO_MANY_CLIENTS
