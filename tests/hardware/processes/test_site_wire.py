"""The wire between a site's endpoint and its window, with lines that no window of ours writes."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import av
import msgspec
import pytest

from hardware.link.frame_slots import FrameReader, FrameWriter
from hardware.processes.site.site_wire import LARGEST_SIDE, PaneWriter, SiteWire, bounded
from hardware.processes.site.site_wire_messages import AnyAct, PressMicrophone, ShowPictures

HOSTILE = [
    b"",
    b"\x00" * 100,
    b"\xff\xfe\xfd",
    b"{",
    b"null",
    b"[]" * 1000,
    b'{"act":' * 60_000,
    b'{"act":"\xff"}',
    b'{"act":"\\ud800"}',
    b'{"act":"no-such-act"}',
    b'{"act":"press-microphone"}',
    b'{"act":"press-microphone","open":1}',
    b'{"act":"press-microphone","open":true,"also":1}',
    b'{"act":"show-pictures","program":[1e9,2],"own":[0,0]}',
    b'{"act":"show-pictures","program":[1],"own":[0,0]}',
    b'{"act":"show-pictures","program":[true,false],"own":"large"}',
    b"x" * 1_000_000,
]


async def said(lines: list[bytes]) -> AsyncIterator[bytes]:
    for line in lines:
        await asyncio.sleep(0)
        yield line


@pytest.mark.parametrize("line", HOSTILE, ids=lambda line: line[:40].decode("ascii", "replace"))
def test_a_hostile_line_is_no_act(line: bytes) -> None:
    with pytest.raises((msgspec.DecodeError, UnicodeDecodeError, RecursionError)):
        msgspec.json.decode(line, type=AnyAct)


async def test_hostile_lines_end_nothing(tmp_path: Path) -> None:
    wire = SiteWire(tmp_path)
    good = msgspec.json.encode(PressMicrophone(open=True))
    await asyncio.wait_for(wire.follow(said([*HOSTILE, good, *HOSTILE])), 10)


@pytest.mark.parametrize(
    ("asked", "given"),
    [
        ((0, 0), (0, 0)),
        ((-1, 500), (0, 0)),
        ((500, -(10**30)), (0, 0)),
        ((1, 1), (0, 0)),
        ((640, 360), (640, 360)),
        ((10**30, 360), (LARGEST_SIDE, 360)),
    ],
)
def test_no_size_is_larger_than_a_screen(asked: tuple[int, int], given: tuple[int, int]) -> None:
    line = msgspec.json.encode(ShowPictures(program=(0, 0), own=(0, 0)))
    assert msgspec.json.decode(line, type=AnyAct) == ShowPictures(program=(0, 0), own=(0, 0))
    assert bounded(asked) == given


def test_a_pane_that_nobody_shows_costs_nothing_and_one_that_is_shown_gets_its_size(tmp_path: Path) -> None:
    pane = PaneWriter(FrameWriter(tmp_path), "own")
    picture = av.VideoFrame(1280, 720, "yuv420p")
    pane.show(picture)
    assert FrameReader(tmp_path).latest("own", 0) is None

    pane.size = (320, 180)
    pane.show(picture)
    shown = FrameReader(tmp_path).latest("own", 0)
    assert shown is not None
    assert (shown.width, shown.height) == (320, 180)
