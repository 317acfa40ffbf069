"""What the command line's tests stand on: a line as typed, carried out with the program's own actions."""

import asyncio
import contextlib
import inspect
from collections.abc import AsyncIterator
from pathlib import Path
from typing import NamedTuple

import pytest

from console.command_line.late_words import AllWords
from console.command_line.parser import parse
from console.command_line.run import run
from console.floor.floor_facts import FloorRequest
from console.snapshot import AnyView, Fact, FloorView, LineView, LogTailLine, LogView, MicrophoneView, SiteView
from console.words import FloorSource, LinkState, SiteRole
from hardware.processes.actions import make_actions
from tests.hardware.link.small_bridge import SmallBridge


class Typed(NamedTuple):
    """What a command ended with and printed."""

    code: int
    out: str
    err: str


def unwanted(_request: object) -> int:
    raise AssertionError("no window, bench or proof was asked for")


def carry_out(*arguments: str, words: AllWords | None = None) -> int:
    parameters = inspect.signature(make_actions).parameters.values()
    given = {parameter.name: unwanted for parameter in parameters if parameter.default is parameter.empty}
    return run(parse(arguments), make_actions(**given, words=words))  # pyright: ignore[reportArgumentType] - by name


class CommandLine:
    """Types commands into one data folder."""

    def __init__(self, data: Path, capture: pytest.CaptureFixture[str]) -> None:
        self.data = data
        self.words: AllWords | None = None
        """English when there are none."""
        self._capture = capture

    def __call__(self, *arguments: str) -> Typed:
        code = carry_out(*arguments, "--data", str(self.data), words=self.words)
        out, err = self._capture.readouterr()
        return Typed(code, out, err)

    async def beside(self, *arguments: str) -> Typed:
        """Types a command while this test's loop serves the bridge."""
        return await asyncio.to_thread(self, *arguments)


@contextlib.asynccontextmanager
async def bridge_with(data: Path, *sites: tuple[int, str], **views: AnyView) -> AsyncIterator[SmallBridge]:
    """A bridge behind a real link that knows some sites."""
    bridge = SmallBridge(data)
    bridge.views |= {f"site/s{number:03d}": site_view(number, name) for number, name in sites}
    bridge.views |= views
    async with bridge.serving():
        yield bridge


def site_view(number: int, name: str) -> SiteView:
    silent = MicrophoneView(
        commanded=Fact.CLOSED,
        commanded_ms=None,
        reported=Fact.UNKNOWN,
        reported_ms=None,
        observed=Fact.UNKNOWN,
        observed_ms=None,
        may_open=False,
        violation=False,
    )
    return SiteView(
        site=f"s{number:03d}",
        number=number,
        name=name,
        role=SiteRole.SATELLITE,
        district="",
        carrier="",
        contacts="",
        link=LinkState.LIVE,
        link_since_ms=None,
        controllable=True,
        microphone=silent,
        line=LineView(),
    )


def floor_with(*requests: tuple[str, int]) -> FloorView:
    return FloorView(
        requests=tuple(
            FloorRequest(request_id=name, site=f"s{number:03d}", source=FloorSource.PHONE, note="", asked_ms=1)
            for name, number in requests
        )
    )


def log_with(first: int, last: int) -> LogView:
    tail = tuple(
        LogTailLine(number=number, wall_ms=number, kind="ready-given", site="s001", what={"site": "s001"})
        for number in range(first, last + 1)
    )
    return LogView(lines=last, durable_lines=last, tail=tail)
