"""A window of this machine in a meeting: every site sees it, and its closing ends the content with the reason."""

import sys
from pathlib import Path

import pytest

from console.content.content_port import ContentFault, ContentOver, ContentSource, SetContent
from console.engine_port import SetProgram
from console.words import MAIN_SITE, Layout
from tests.end_to_end.x_display import XDisplay, can_show_windows
from tests.hardware.content.shown_window import ShownWindows
from tests.hardware.engines.conftest import ROOT
from tests.hardware.engines.engine_room import until
from tests.hardware.engines.test_content import content_room

pytestmark = pytest.mark.skipif(sys.platform != "linux" or not can_show_windows(), reason="Xvfb or Xlib is missing")
TITLE, WINDOW_LUMA = "Báo cáo", 182
"""How bright the window's colour is on the line; none of the rooms is."""


async def test_a_window_is_seen_by_all_sites_until_it_is_closed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    with XDisplay() as display, ShownWindows(display.name) as windows:
        monkeypatch.setenv("DISPLAY", display.name)
        windows.tell("cover", TITLE, 0, 0)
        async with content_room(tmp_path) as room:
            room.engine.submit(SetContent(source=ContentSource(number=1, window=TITLE)))
            room.engine.submit(SetProgram(epoch=1, layout=Layout.MAIN_ENDPOINT, slots=(MAIN_SITE,), content=True))
            for each in room.sites:
                await until(lambda each=each: abs((each.shown_luma() or 0) - WINDOW_LUMA) < 6, 10.0, "the window")
            windows.tell("close", TITLE)
            over = await room.report(ContentOver, seconds=10.0)
    assert (over.number, over.fault, over.text) == (1, ContentFault.WINDOW_CLOSED, TITLE)
