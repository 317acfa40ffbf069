"""A site's own window: its endpoint joins beside it, and leaves when the window is gone, however it went."""

import pytest

from console.words import LinkState
from tests.end_to_end.meeting import Folder, Meeting, operator
from tests.own_process import OwnProcess

pytestmark = pytest.mark.timeout(120)


def joins(meeting: Meeting) -> int:
    """Returns how often the site has joined in this session."""
    view = meeting.state.site("s005")
    return 0 if view is None else view.attempts


async def test_a_window_brings_its_site_into_the_meeting_and_takes_it_along_when_it_dies(folder: Folder) -> None:
    folder.start_bridge()
    letter = folder.outputs / "letter.json"
    made = folder.run("invite", "5", "--address", "127.0.0.1", "--out", str(letter))
    assert made.returncode == 0, made.stderr
    async with operator(folder) as meeting:
        named = ["satellite", str(letter), "--data", str(folder.outputs / "site")]
        window = OwnProcess([*named, "--video", "test", "--audio", "test"], folder.outputs / "window.out")
        folder.processes.append(window)
        await meeting.until_live(["s005"])
        killed = window.child("satellite")
        killed.kill()
        await meeting.state.until("s005 came back by itself", lambda: joins(meeting) == 2)
        await meeting.until_live(["s005"])
        endpoint = window.child("satellite")

        window.kill()

        await meeting.state.until("s005 has left", lambda: meeting.link("s005") is not LinkState.LIVE)
        assert endpoint.wait(10) in {0, None}, "nobody waits for a child of the dead"
