"""Lines that are cut and come back, and lines that carry little, in a real meeting through the user-space relay."""

import asyncio

import pytest

from console.commands import BringToPodium
from console.words import LinkState, Rung
from hardware.endpoint.silent_bridge import BRIDGE_SILENT_SECONDS
from hardware.simulator.lines.line_model import LineConditions
from hardware.simulator.province_orders import SpoilLine
from tests.end_to_end.meeting import Folder, eventually, operator, plan

pytestmark = pytest.mark.timeout(120)

THIN = LineConditions(rate_kilobits=256, delay_ms=20)


async def test_after_a_cut_a_site_goes_on_without_a_new_join(folder: Folder) -> None:
    folder.start_bridge()
    with folder.province([plan(1, line=LineConditions()), plan(2)]) as province:
        async with operator(folder) as meeting:
            await meeting.until_live(["s001", "s002"])
            # The site itself may know a moment later than the bridge that it is there.
            await eventually("s001 knows that it joined", lambda: province.show("s001").joins > 0)
            joins = province.show("s001").joins

            province.order(SpoilLine(site="s001", line=LineConditions(cut=True)))
            await meeting.state.until("s001 is lost", lambda: meeting.link("s001") is LinkState.LOST)
            await meeting.until_live(["s002"])  # a busy machine may hold it up for a moment, the cut does not
            await asyncio.sleep(BRIDGE_SILENT_SECONDS)  # longer than the site waits before it asks for its connection
            province.order(SpoilLine(site="s001"))

            await meeting.until_live(["s001"])
            assert province.show("s001").joins == joins


async def test_thin_lines_keep_the_voice_and_then_a_picture_and_nobody_else_notices(folder: Folder) -> None:
    folder.start_bridge()
    with folder.province([plan(1, line=LineConditions()), plan(2, line=LineConditions())]) as province:
        async with operator(folder) as meeting:
            await meeting.until_live(["s001", "s002"])
            await meeting.do(BringToPodium(site="s001"))
            province.order(SpoilLine(site="s002", line=THIN))
            await eventually(
                "s002 receives a smaller picture", lambda: (province.show("s002").program_width or 1280) < 1280, 20
            )
            assert province.show("s001").rung is Rung.PODIUM, "its line is good"

            province.order(SpoilLine(site="s001", line=THIN))
            await eventually("s001 sends less", lambda: province.show("s001").rung is Rung.THUMBNAIL, 20)
            await eventually("s002 hears s001", lambda: province.show("s002").program_heard == (1,), 20)
            assert province.show("s001").on_podium
