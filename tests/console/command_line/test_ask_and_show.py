"""`do` and `show` over a real link to a bridge."""

import asyncio
import contextlib
import json
import os
import sys
from pathlib import Path

import pytest

from console.command_line.show_action import StateLines
from console.commands import (
    Actor,
    BringToPodium,
    GrantFloor,
    ListenToSite,
    MuteAll,
    MuteSite,
    SkipFloor,
    StartSession,
)
from console.effects import Receipt
from console.snapshot import Delta, SilenceView, Whole
from console.words import Origin, Outcome, Reason, Role, SessionKind
from tests.console.command_line.typed import CommandLine, bridge_with, floor_with, log_with, site_view
from tests.hardware.link.small_bridge import SmallBridge

ROOT = Path(__file__).resolve().parents[3]
SITES = ((4, "Phường Thành Nhất"), (7, "Phường Buôn Hồ"), (14, "Xã Ea Nuôl"))


class RefusingBridge(SmallBridge):
    """Refuses what it is asked, as the rules of a meeting may."""

    async def ask(self, request: object) -> Receipt:
        receipt = await super().ask(request)  # type: ignore[arg-type]
        return Receipt(command_id=receipt.command_id, outcome=Outcome.REFUSED, reason=Reason.NO_SESSION)


@pytest.mark.parametrize(
    ("line", "command"),
    [
        ("mute-all --except 4,7", MuteAll(except_sites=("s004", "s007"))),
        ("mute-all --except thanh-nhat", None),
        ("mute s014", MuteSite(site="s014")),
        ("podium ea_nuol", None),
        ("podium nuol", BringToPodium(site="s014")),
        ("start rehearsal", StartSession(kind=SessionKind.REHEARSAL)),
        ("grant", GrantFloor(request_id="r1")),
        ("grant 7", GrantFloor(request_id="r2")),
        ("grant r2", GrantFloor(request_id="r2")),
        ("grant 4", None),
        ("skip 7", SkipFloor(request_id="r2")),
        ("listen", ListenToSite()),
        ("listen 14", ListenToSite(site="s014")),
    ],
)
async def test_a_typed_command_reaches_the_bridge_with_its_sites(
    typed: CommandLine, line: str, command: object
) -> None:
    async with bridge_with(typed.data, *SITES, floor=floor_with(("r1", 14), ("r2", 7))) as bridge:
        done = await typed.beside("do", *line.split(), "--person", "An")
        if command is None:
            assert (done.code, done.out, bridge.requests) == (2, "", [])
            assert done.err.count("\n") == 1
            return
        (request,) = bridge.requests
        assert request.command == command
        assert request.actor == Actor(person="An", role=Role.OPERATOR, origin=Origin.COMMAND_LINE)
        receipt = json.loads(done.out)
        assert (done.code, receipt["outcome"], receipt["command_id"]) == (0, "done", request.command_id)
        assert done.err.endswith("done.\n")


async def test_a_refused_command_ends_with_1_and_says_why(typed: CommandLine) -> None:
    bridge = RefusingBridge(typed.data)
    async with bridge.serving():
        done = await typed.beside("do", "safe-stop")
    assert done.code == 1
    assert json.loads(done.out)["reason"] == "no_session"
    assert done.err == "safe-stop: refused (no session).\n"


async def test_an_empty_queue_grants_nothing(typed: CommandLine) -> None:
    async with bridge_with(typed.data) as bridge:
        done = await typed.beside("do", "grant")
    assert (done.code, done.err, bridge.requests) == (2, "The speaking queue is empty.\n", [])


@pytest.mark.parametrize("line", ["do mute-all", "show", "show --follow"])
def test_without_a_bridge_it_ends_with_3_and_says_how_to_start_one(typed: CommandLine, line: str) -> None:
    done = typed(*line.split())
    assert (done.code, done.out) == (3, "")
    assert "main.py bridge" in done.err


async def test_show_prints_every_view_as_a_line_of_json(typed: CommandLine) -> None:
    async with bridge_with(typed.data, *SITES, log=log_with(3, 5)):
        whole = await typed.beside("show")
        one = await typed.beside("show", "--only", "site/s014", "--only", "event")
    lines = [json.loads(line) for line in whole.out.splitlines()]
    assert [line["key"] for line in lines if "key" in line] == ["log", "silence", "site/s004", "site/s007", "site/s014"]
    assert [line["event"]["number"] for line in lines if "event" in line] == [3, 4, 5]
    lines = [json.loads(line) for line in one.out.splitlines()]
    assert [line.get("key", "event") for line in lines] == ["event"] * 3 + ["site/s014"]
    assert lines[-1]["view"]["name"] == "Xã Ea Nuôl"


async def test_follow_goes_on_with_changes_until_the_bridge_ends(typed: CommandLine) -> None:
    async with bridge_with(typed.data, *SITES) as bridge:
        following = await asyncio.create_subprocess_exec(
            sys.executable, "main.py", "show", "--follow", "--only", "silence", "--only", "event",
            "--data", str(typed.data),
            cwd=ROOT, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE,
            env={**os.environ, "PYTHONIOENCODING": "ascii"},
        )  # fmt: skip
        assert following.stdout is not None
        try:
            first = json.loads(await following.stdout.readline())
            assert (first["key"], first["view"]["in_force"]) == ("silence", False)
            bridge.publish(silence=SilenceView(in_force=True), log=log_with(1, 1))
            event = json.loads(await following.stdout.readline())
            assert event["event"]["kind"] == "ready-given"
            changed = json.loads(await following.stdout.readline())
            assert (changed["number"], changed["view"]["in_force"]) == (1, True)
        except BaseException:
            following.kill()
            await following.communicate()
            raise
    _, errors = await asyncio.wait_for(following.communicate(), 20)
    assert (following.returncode, errors.count(b"\n")) == (1, 1)


async def test_a_reader_that_has_enough_ends_it_quietly(typed: CommandLine) -> None:
    async with bridge_with(typed.data, *((number, f"Xã số {number}") for number in range(1, 100))) as bridge:
        command = f"{sys.executable} main.py show --follow --data {typed.data} | head -n 3"
        piped = await asyncio.create_subprocess_shell(
            command, cwd=ROOT, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE
        )

        async def go_on() -> None:
            while True:
                bridge.publish(silence=SilenceView(in_force=bridge.number % 2 == 0))
                await asyncio.sleep(0.02)

        going = asyncio.create_task(go_on())
        try:
            out, errors = await asyncio.wait_for(piped.communicate(), 20)
        finally:
            going.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await going
    assert (out.count(b"\n"), errors) == (3, b"")


def test_a_whole_that_comes_again_is_told_as_what_changed() -> None:
    lines = StateLines()
    calm, silent = SilenceView(in_force=False), SilenceView(in_force=True)
    first = list(
        lines.whole(Whole(number=3, views={"silence": calm, "site/s004": site_view(4, "A"), "log": log_with(1, 4)}))
    )
    assert [line.get("key", "event") for line in first] == ["event"] * 4 + ["log", "silence", "site/s004"]
    again = list(lines.whole(Whole(number=9, views={"silence": silent, "log": log_with(3, 6)})))
    assert [line["event"]["number"] for line in again if "event" in line] == [5, 6]  # type: ignore[index]
    assert [line.get("key") or line.get("gone") for line in again if "event" not in line] == [
        "log",
        "silence",
        "site/s004",
    ]
    assert list(lines.delta(Delta(number=10, gone=("silence",)))) == [{"number": 10, "gone": "silence"}]


def test_another_sessions_log_begins_again() -> None:
    lines = StateLines(("event",))
    told = [list(lines.whole(Whole(number=number, views={"log": log_with(*span)}))) for number, span in
            enumerate([(8, 10), (1, 2)])]  # fmt: skip
    assert [[line["event"]["number"] for line in part] for part in told] == [[8, 9, 10], [1, 2]]  # type: ignore[index]
