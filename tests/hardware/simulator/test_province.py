"""Simulated sites are real peers in processes of their own: they join over HTTPS, obey, speak, hang and come back."""

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import TypeVar

import msgspec
import pytest

from console.sites import site_messages as messages
from console.words import Rung
from hardware.endpoint.endpoint_state import JoinPhase
from hardware.processes.launch import province_command
from hardware.simulator import province_orders as orders
from hardware.simulator.province import Province, ProvinceTrouble, shared_out
from hardware.simulator.province_orders import ProvincePlan, SimulatedSite, Technician
from tests.hardware.simulator.province_bridge import MAIN_NUMBER, ConnectedSite, ProvinceBridge

Result = TypeVar("Result")


async def until(true: Callable[[], bool], seconds: float = 25.0) -> None:
    deadline = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < deadline, "did not come true in time"
        await asyncio.sleep(0.02)


class Stand:
    """A bridge with a running province."""

    def __init__(self, bridge: ProvinceBridge, province: Province) -> None:
        self.bridge = bridge
        self.province = province

    def site(self, name: str) -> ConnectedSite:
        return self.bridge.sites[name]

    async def call(self, function: Callable[..., Result], *arguments: object) -> Result:
        return await asyncio.to_thread(function, *arguments)

    async def order(self, order: orders.AnySiteOrder) -> orders.Done:
        return await self.call(self.province.order, order)

    async def show(self, name: str) -> orders.SiteShown:
        return await self.call(self.province.show, name)

    async def shown(self, name: str, true: Callable[[orders.SiteShown], bool]) -> orders.SiteShown:
        deadline = time.monotonic() + 15
        while not true(shown := await self.show(name)):
            assert time.monotonic() < deadline, shown
            await asyncio.sleep(0.05)
        return shown


SITES = (
    SimulatedSite(site="s001", number=1, name="Xã Ea Súp", observes=True),
    SimulatedSite(
        site="s002",
        number=2,
        name="Xã Ea Rốk",
        technician=Technician(asks_floor_after=0.1, ready_after=0.1, opens_after=0.1, speaks_for=0.3),
    ),
    SimulatedSite(site="s003", number=3, name="Phường Tân An", has_microphone=False, has_camera=False),
    SimulatedSite(site="s004", number=4, name="Xã Ea Bung", alone=True),
)


@pytest.fixture
async def stand(tmp_path: Path) -> AsyncIterator[Stand]:
    bridge = ProvinceBridge(tmp_path)
    await bridge.start()
    sites = tuple(msgspec.structs.replace(site, code=bridge.invite(site)) for site in SITES)
    plan = ProvincePlan(urls=(bridge.url,), fingerprint=bridge.fingerprint, sites=sites)
    province = await asyncio.to_thread(Province, plan, command=province_command(), processes=1)
    try:
        yield Stand(bridge, province)
    finally:
        await asyncio.to_thread(province.end)
        await bridge.close()


def said(site: ConnectedSite, message: messages.FromSiteMessage) -> Callable[[], bool]:
    return lambda: message in site.said


async def test_a_small_province_in_a_meeting(stand: Stand) -> None:
    bridge = stand.bridge
    await until(lambda: len(bridge.sites) == 4 and all(site.said for site in bridge.sites.values()))
    seeing = [bridge.sites[name] for name in ("s001", "s002", "s004")]
    await until(lambda: all(site.marker is not None for site in seeing))
    assert [site.marker and site.marker.site_number for site in seeing] == [1, 2, 4]
    assert all(site.sound_packets == 0 for site in bridge.sites.values())
    await the_program_is_seen_and_heard(stand)
    await the_technician_does_his_part(stand)
    await a_press_under_the_order_is_refused(stand)
    await a_site_hangs_and_goes_on(stand)
    await a_site_leaves_and_comes_back(stand)


async def the_program_is_seen_and_heard(stand: Stand) -> None:
    stand.bridge.send_program()
    shown = await stand.shown("s001", lambda s: s.program_heard is not None and s.program_site_number is not None)
    assert (shown.program_site_number, shown.program_width) == (MAIN_NUMBER, 1280)
    await stand.shown("s001", lambda s: s.program_heard == (MAIN_NUMBER,))
    assert (await stand.show("s002")).program_heard is None


async def the_technician_does_his_part(stand: Stand) -> None:
    site = stand.site("s002")
    await until(said(site, messages.AskFloor()))
    site.say(messages.ShowPlace(on_podium=False, on_deck=True))
    await until(said(site, messages.Ready()))
    site.say(messages.SetRung(request_id="r", rung=Rung.PODIUM))
    site.say(messages.SetMicrophone(request_id="m", order=5, open=False, may_open=True))
    site.say(messages.ShowPlace(on_podium=True, on_deck=False))
    await until(said(site, messages.MicrophoneReported(open=True, order=5)))
    await until(lambda: site.sound_packets > 3)
    await until(said(site, messages.EndSpeech()))


async def a_press_under_the_order_is_refused(stand: Stand) -> None:
    site = stand.site("s001")
    site.say(messages.SetMicrophone(request_id="m", order=1, open=False, may_open=False))
    await stand.shown("s001", lambda s: s.order == 1)
    done = await stand.order(orders.PressMicrophone(site="s001", open=True))
    assert done.not_done == ("s001",)
    await until(said(site, messages.OpenMicrophoneTried()))
    assert site.sound_packets == 0


async def a_site_hangs_and_goes_on(stand: Stand) -> None:
    await stand.call(stand.province.hang, "s004")
    await asyncio.sleep(0.4)
    site = stand.site("s004")
    units = site.units
    site.say(messages.Ping(number=77))
    await asyncio.sleep(0.6)
    assert site.units == units
    assert messages.Pong(number=77) not in site.said
    await stand.call(stand.province.resume, "s004")
    await until(lambda: site.units > units)
    await until(said(site, messages.Pong(number=77)))
    with pytest.raises(ProvinceTrouble, match="shares its process"):
        stand.province.hang("s001")


async def a_site_leaves_and_comes_back(stand: Stand) -> None:
    await stand.order(orders.Leave(site="s001"))
    await stand.shown("s001", lambda s: s.phase is JoinPhase.STOPPED)
    first = stand.site("s001")
    await stand.order(orders.Join(site="s001"))
    await until(lambda: stand.site("s001") is not first and stand.site("s001").units > 0)
    with pytest.raises(ProvinceTrouble, match="no simulated site"):
        await stand.order(orders.AskFloor(site="s009"))


def test_sites_are_shared_out_evenly_and_the_hanging_ones_live_alone() -> None:
    groups = shared_out(SITES, 2)
    assert [[site.site for site in group] for group in groups] == [["s001", "s003"], ["s002"], ["s004"]]
    assert shared_out((), 3) == []
