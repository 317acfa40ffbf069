"""A process full of simulated sites; plan and orders come on standard input.

Rule: one loop, one drawing and encoding thread and one decoding thread for all its sites; an order that cannot be
understood is answered with one sentence; it ends when standard input ends.
"""

import asyncio
import gc
import logging
import sys

import msgspec

from hardware.endpoint.equipment import SharedThreads
from hardware.endpoint.picture.picture_clock import PictureClock
from hardware.endpoint.picture.program_pictures import DecodingThread
from hardware.endpoint.sound.sound_clock import SoundClock
from hardware.link.standard_lines import lines_of_standard_input, say
from hardware.processes.site.bridge_joiner import BridgeJoiner
from hardware.rtc.peer import PeerSettings, make_certificate
from hardware.signalling.client import BridgePlace
from hardware.simulator.province_orders import AnySiteOrder, Done, NotUnderstood, ProvincePlan, SimulatedSite
from hardware.simulator.simulated_site import RunningSite, Surroundings


class ProvinceProcess:
    """The sites of one process."""

    def __init__(self, plan: ProvincePlan) -> None:
        self._plan = plan
        self._place = BridgePlace(urls=plan.urls, fingerprint=plan.fingerprint)
        self._around = Surroundings(
            peer_settings=PeerSettings(certificate=make_certificate(), include_loopback=True),
            threads=SharedThreads(pictures=PictureClock(asyncio.get_running_loop()), program=DecodingThread()),
            clock=SoundClock(),
        )
        self._sites = {site.site: self._new_site(site) for site in plan.sites}

    def _new_site(self, site: SimulatedSite) -> RunningSite:
        joiner = BridgeJoiner(self._place, site.site, credential=site.credential, code=site.code)
        return RunningSite(site, joiner, self._around)

    def begin(self) -> None:
        """Lets all sites join."""
        step = self._plan.join_over_seconds / max(1, len(self._sites))
        for place, site in enumerate(self._sites.values()):
            site.begin(place * step)

    def obey(self, order: AnySiteOrder) -> Done | NotUnderstood:
        """Carries out one order."""
        wanted = list(self._sites) if order.site is None else [order.site]
        if any(site not in self._sites for site in wanted):
            return NotUnderstood(number=order.number, error=f"There is no site {order.site!r} in this process.")
        sites = [self._sites[site] for site in wanted]
        not_done = tuple(site.plan.site for site in sites if not site.obey(order))
        return Done(number=order.number, not_done=not_done, sites=tuple(site.show() for site in sites))

    async def end(self) -> None:
        """Lets all sites leave and closes everything."""
        await asyncio.gather(*(site.end() for site in self._sites.values()))
        self._around.threads.close()
        self._around.clock.close()


async def _live() -> None:
    lines = lines_of_standard_input()
    try:
        plan = msgspec.json.decode(await anext(lines), type=ProvincePlan)
    except (StopAsyncIteration, msgspec.DecodeError) as error:
        sys.exit(f"The first line must be the plan of the sites: {error}")
    province = ProvinceProcess(plan)
    province.begin()
    # What was made up to here lives as long as the process; collecting it again and again costs pictures.
    gc.freeze()
    try:
        async for line in lines:
            try:
                order = msgspec.json.decode(line, type=AnySiteOrder)
            except msgspec.DecodeError as error:
                say(NotUnderstood(number=0, error=f"This is no order for a simulated site: {error}."))
            else:
                say(province.obey(order))
    finally:
        await province.end()


def run_province_process() -> int:
    """Runs the process until its standard input ends; returns the exit code."""
    logging.basicConfig(level=logging.WARNING, stream=sys.stderr, format="%(name)s: %(message)s")
    # Windows' own loop loses UDP after ICMP errors.
    with asyncio.Runner(loop_factory=asyncio.SelectorEventLoop) as runner:
        runner.run(_live())
    return 0
