"""Who a site is: a machine that comes back, and another one that claims its place."""

import pytest

from console.words import MAIN_SITE
from hardware.signalling.client import enrol
from tests.end_to_end.meeting import Folder, eventually, operator, plan

pytestmark = pytest.mark.timeout(120)


async def test_a_crashed_site_returns_with_its_own_credential(folder: Folder) -> None:
    folder.start_bridge()
    credential = (await enrol(folder.place(), folder.new_code("s001"))).credential
    async with operator(folder) as meeting:
        with folder.province([plan(1, credential=credential)]) as crashing:
            await meeting.until_live(["s001"])
            crashing.kill("s001")

            with folder.province([plan(1, credential=credential)]) as returned:
                await eventually("it is back", lambda: returned.show("s001").phase == "joined", 5)
                await meeting.until_live(["s001"])


async def test_another_machine_cannot_take_a_connected_sites_place(folder: Folder) -> None:
    folder.start_bridge()
    async with operator(folder) as meeting:
        with folder.province([plan(0), plan(1)]) as first:
            await meeting.until_live([MAIN_SITE, "s001"])

            with folder.province([plan(1)]) as second:
                await eventually("it is told why", lambda: bool(second.show("s001").trouble))
                trouble = second.show("s001").trouble

                assert second.show("s001").joins == 0
                assert trouble.endswith(".")
            assert first.show("s001").joins == 1
            await meeting.until_live(["s001"])
