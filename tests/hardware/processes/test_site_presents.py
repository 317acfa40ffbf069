"""A site's real program presents at a real bridge: let from the command line, seen, ended by the operator."""

import asyncio

import pytest
from PIL import Image

from console.content.content_commands import EndContent
from console.content.content_port import ContentSource
from console.content.content_view import ContentView
from hardware.link.frame_slots import FrameReader
from hardware.link.frames_folder import FramesFolder
from hardware.processes.site.site_wire_messages import Present, ShowPictures
from tests.end_to_end.meeting import Folder, Meeting, eventually, operator
from tests.hardware.processes.test_satellite import endpoint, invitation
from tests.hardware.processes.test_site_program import TEST_DEVICES, awaited, do

pytestmark = pytest.mark.timeout(120)

PAPER = 230


def content(meeting: Meeting) -> ContentView:
    view = meeting.state.views.get("content")
    return view if isinstance(view, ContentView) else ContentView()


def brightness(reader: FrameReader) -> int:
    """Returns the blue of the middle of the content's newest picture at the site; -1 before the first."""
    picture = reader.latest("content")
    if picture is None:
        return -1
    return picture.pixels[picture.height // 2 * picture.stride + picture.width // 2 * 4]


async def test_a_site_presents_while_it_is_let_and_no_longer(folder: Folder) -> None:
    folder.start_bridge()
    slide, frames = folder.outputs / "slide.png", FramesFolder(folder.outputs)
    reader = FrameReader(frames.path)
    Image.new("L", (640, 360), PAPER).save(slide)
    async with operator(folder) as meeting:
        with endpoint(folder, frames.path, invitation(folder), *TEST_DEVICES) as window:
            await awaited(window, "it joined", lambda site: site.joined)
            await meeting.until_live(["s001"])
            do(window, ShowPictures(program=(0, 0), own=(0, 0), content=(640, 360)))
            let = await asyncio.to_thread(folder.run, "do", "let-present", "1")
            assert let.returncode == 0, let.stderr
            await awaited(window, "it may present", lambda site: site.may_present)
            do(window, Present(presents=True, path=str(slide)))
            await awaited(window, "it presents", lambda site: site.presents and site.presented)
            shown = ContentSource(number=1, path="slide.png", site="s001")
            await meeting.state.until("the console names it", lambda: content(meeting).source == shown)
            # The bridge sends it back as it does to every site that takes it.
            await eventually("the paper is seen", lambda: abs(brightness(reader) - PAPER) < 12, 20)

            await meeting.do(EndContent())
            await awaited(window, "it stopped", lambda site: not site.may_present and not site.presents)
            await meeting.state.until("nothing is shown", lambda: content(meeting) == ContentView())
    frames.close()
