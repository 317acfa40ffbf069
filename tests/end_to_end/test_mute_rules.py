"""Three provinces' rules of microphones in a running meeting, judged by the ears of the sites."""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from console.commands import BringToPodium, FinishSpeech, LiftSilence, MuteAll, UnmuteSite
from console.words import MAIN_SITE, Outcome, PodiumPhase, Reason
from hardware.simulator.province import Province
from hardware.simulator.province_orders import PressMicrophone
from tests.end_to_end.meeting import Meeting, eventually, hears_exactly, new_folder, operator, plan

pytestmark = pytest.mark.timeout(120)
PAUSE_SECONDS = 6.0
"""Longer than a pause between the sentences of one speech."""


@asynccontextmanager
async def held_in(tmp_path: Path, profile: str) -> AsyncGenerator[tuple[Meeting, Province]]:
    """Gives a meeting of a talking main endpoint and two sites under a province's profile."""
    with new_folder(tmp_path, sites=2, profile=profile) as folder:
        folder.start_bridge()
        with folder.province([plan(0, speaks=True), plan(1), plan(2)]) as province:
            async with operator(folder) as meeting:
                await meeting.until_live([MAIN_SITE, "s001", "s002"])
                yield meeting, province


async def hears(province: Province, site: str, numbers: set[int], seconds: float = 10.0) -> None:
    await eventually(f"{site} hears {numbers}", lambda: hears_exactly(province.show(site), numbers), seconds)


async def press(province: Province, site: str) -> None:
    """Opens a site's microphone there, once the site has been told that it may."""
    await eventually(f"{site} may open", lambda: province.show(site).may_open)
    province.order(PressMicrophone(site=site, open=True))


async def test_in_binh_dinh_all_others_are_silent_when_the_main_endpoint_begins_to_speak(tmp_path: Path) -> None:
    async with held_in(tmp_path, "vn-binh-dinh") as (meeting, province):
        await eventually("the main endpoint talks", lambda: province.show(MAIN_SITE).microphone_open)
        province.order(PressMicrophone(site=MAIN_SITE, open=False))
        await hears(province, "s002", set())
        await meeting.do(UnmuteSite(site="s001"))
        await press(province, "s001")
        await hears(province, "s002", {1})
        await asyncio.sleep(PAUSE_SECONDS)
        assert hears_exactly(province.show("s002"), {1}), "a silent chair closes nobody"

        province.order(PressMicrophone(site=MAIN_SITE, open=True))

        await hears(province, "s002", {0})
        await eventually("its microphone is closed", lambda: not province.show("s001").microphone_open)
        await meeting.state.until("the order is in force", lambda: meeting.state.silence().in_force)


async def test_in_dak_lak_a_site_is_heard_while_it_is_called_and_no_longer(tmp_path: Path) -> None:
    async with held_in(tmp_path, "vn-dak-lak") as (meeting, province):
        for command in (UnmuteSite(site="s001"), LiftSilence()):
            refused = await meeting.client.ask(command)
            assert (refused.outcome, refused.reason) == (Outcome.REFUSED, Reason.MUTE_RULE)
        await meeting.do(MuteAll(except_sites=("s002",)))
        assert not province.show("s002").may_open, "nobody is left out who is not called"

        await meeting.do(BringToPodium(site="s001"))
        await press(province, "s001")
        await meeting.state.until("on air", lambda: meeting.state.podium().phase is PodiumPhase.ON_AIR)
        await hears(province, "s002", {0, 1})

        await meeting.do(FinishSpeech())
        await hears(province, "s002", {0})
        await eventually("its microphone is closed", lambda: not province.show("s001").microphone_open)


async def test_in_bac_kan_the_host_asks_and_nobody_opens_unasked(tmp_path: Path) -> None:
    async with held_in(tmp_path, "vn-bac-kan") as (meeting, province):
        refused = await meeting.client.ask(LiftSilence())
        assert (refused.outcome, refused.reason) == (Outcome.REFUSED, Reason.MUTE_RULE)
        province.order(PressMicrophone(site="s001", open=True))
        assert not province.show("s001").microphone_open, "nobody has asked it to speak"
        await meeting.do(UnmuteSite(site="s001"))
        await press(province, "s001")
        await hears(province, "s002", {0, 1})
