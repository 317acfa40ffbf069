"""A technician at the keyboard of a real light mode on a real display: hand, Ready, microphone, end, incident.

Rule: only keys go in, and what came of them is looked up in the bridge's published state.
"""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager

import pytest

from console.commands import BringToPodium, PutOnDeck
from console.notes.record_snapshot import RecordView
from hardware.processes.published_state import PublishedState
from tests.end_to_end.meeting import Folder, operator
from tests.end_to_end.x_display import XDisplay, can_show_windows
from tests.own_process import OwnProcess

pytestmark = [
    pytest.mark.timeout(180),
    pytest.mark.skipif(not can_show_windows(), reason="Xvfb is not installed"),
]
RETURN, F3, F4, ESCAPE, SHIFT = 0xFF0D, 0xFFC0, 0xFFC1, 0xFF1B, 1


class Technician:
    """Whoever sits in front of the window."""

    def __init__(self, display: XDisplay) -> None:
        self._display = display
        self.window = display.windows()[0]
        display.focus(self.window)

    def press(self, symbol: int, state: int = 0) -> None:
        """Presses a key over the window."""
        self._display.press_key(self.window, symbol, state)

    def write(self, text: str) -> None:
        """Types unshifted letters into what is open above the window, and sends it."""
        sheet = self._display.windows()[-1]
        assert sheet != self.window
        self._display.focus(sheet)
        for symbol in (*map(ord, text), RETURN, RETURN, ESCAPE):
            self._display.press_key(sheet, symbol)


@asynccontextmanager
async def pressing_again(technician: Technician, symbol: int, state: int) -> AsyncGenerator[None]:
    """Presses a key at once and then every second, as long as the block lasts."""

    async def press_on() -> None:
        while True:
            technician.press(symbol, state)
            await asyncio.sleep(1)

    async with asyncio.TaskGroup() as owner:
        pressing = owner.create_task(press_on())
        yield
        pressing.cancel()


async def test_a_technician_speaks_and_reports_by_keyboard_alone(folder: Folder) -> None:
    folder.start_bridge()
    letter = folder.outputs / "letter.json"
    made = folder.run("invite", "5", "--address", "127.0.0.1", "--out", str(letter))
    assert made.returncode == 0, made.stderr
    async with operator(folder) as meeting:
        state = meeting.state
        with XDisplay() as display:
            named = ["satellite", str(letter), "--data", str(folder.outputs / "site")]
            shown = {"DISPLAY": display.name, "QT_QPA_PLATFORM": "xcb"}
            window = OwnProcess(
                [*named, "--video", "test", "--audio", "test"], folder.outputs / "window.out", environment=shown
            )
            folder.processes.append(window)
            await meeting.until_live(["s005"])
            await asyncio.sleep(1)
            technician = Technician(display)

            technician.press(ord("h"))
            await state.until("the hand is up", lambda: [r.site for r in state.floor().requests] == ["s005"])
            # Until the window itself has heard that its hand is up, it lowers none: a person presses again.
            async with pressing_again(technician, ord("h"), SHIFT):
                await state.until("the hand is down", lambda: not state.floor().requests)

            await meeting.client.ask(PutOnDeck(site="s005"))
            await asyncio.sleep(1)
            technician.press(RETURN)
            await state.until("Ready is given", lambda: state.on_deck().ready_ms is not None)

            await meeting.client.ask(BringToPodium(site="s005"))
            await state.until("it is on the podium", lambda: state.podium().site == "s005")
            await asyncio.sleep(1)
            technician.press(F4)
            await state.until("the speech has ended", lambda: state.podium().site != "s005")

            technician.press(F3)
            await asyncio.sleep(1)
            technician.write("mat hinh")
            await state.until("the incident is noted", lambda: incidents(state) == ["mat hinh"])
            window.close()


def incidents(state: PublishedState) -> list[str]:
    """Returns the texts of the session's incidents."""
    record = state.views.get("record")
    return [incident.text for incident in record.incidents] if isinstance(record, RecordView) else []
