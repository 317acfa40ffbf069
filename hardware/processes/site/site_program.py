"""The endpoint beside a window: lives one life after the other, with the invitation and the devices that are chosen.

Rule: without a usable invitation it waits for one instead of ending, so that the window can ask for it; it ends with
its window.
"""

import asyncio
from pathlib import Path

from console.command_line.exits import BadInput, Exit
from console.data_folder import DataFolder
from console.sites.site_facts import DeviceChoice
from console.trouble import Told
from hardware.link.standard_lines import lines_of_standard_input
from hardware.processes.site.site_devices import chosen_devices, keep_devices
from hardware.processes.site.site_life import SiteLife
from hardware.processes.site.site_plan import SitePlan, site_plan
from hardware.processes.site.site_speech import SiteWords
from hardware.processes.site.site_wire import SiteWire
from hardware.processes.stopping import on_stop


class SiteProgram:
    """What runs beside a site's window."""

    def __init__(self, data: DataFolder, frames: Path, words: SiteWords, named: DeviceChoice) -> None:
        """`frames` is where the window reads pictures; `named` devices come before those that were chosen earlier."""
        self._data, self._words = data, words
        self._devices = chosen_devices(data.root, named)
        self._wire = SiteWire(frames)
        self._stopped = asyncio.Event()
        self._next: asyncio.Future[SitePlan] | None = None
        self._plan: SitePlan | None = None
        self._wire.use_invitation = self._use_invitation
        self._wire.use_devices = self._use_devices

    async def run(self, invitation: str | None) -> int:
        """Lives until the window is gone or the process is asked to end."""
        on_stop(self.stop)
        beside = [
            asyncio.create_task(self._wire.show_own_pictures(), name="own picture"),
            asyncio.create_task(self._wire.show_levels(), name="levels"),
        ]
        following = asyncio.create_task(self._follow(), name="window")
        self._use_invitation(invitation)
        try:
            while not self._stopped.is_set():
                await self._one_life()
        finally:
            for task in (*beside, following):
                task.cancel()
            await asyncio.gather(*beside, following, return_exceptions=True)
        return Exit.DONE

    def stop(self) -> None:
        """Leaves the meeting; `run` returns when everything is closed."""
        self._stopped.set()
        self._end_life()

    def _end_life(self) -> None:
        if self._wire.life is not None:
            self._wire.life.agent.stop()
        elif self._next is not None and not self._next.done():
            self._next.cancel()

    async def _follow(self) -> None:
        await self._wire.follow(lines_of_standard_input())
        self.stop()

    async def _one_life(self) -> None:
        if self._plan is None:
            self._next = asyncio.get_running_loop().create_future()
            await asyncio.wait((self._next,))
            return
        life, self._plan = SiteLife(self._plan, self._words), None
        await life.open(self._devices, self._wire, self._wire.program, self._wire.content)
        self._wire.life = life
        if not self._stopped.is_set() and self._plan is None:
            await life.run()
        self._wire.life = None

    # ------------------------------------------------------------ what the window asks

    def _use_invitation(self, invitation: str | None) -> None:
        """Goes on with an invitation (None: as this machine joined before); one that cannot be read changes nothing."""
        try:
            plan = site_plan(self._data, invitation)
        except BadInput as error:
            self._refuse(error)
            return
        self._go_on_with(plan)

    def _refuse(self, error: Told) -> None:
        self._wire.refuse_invitation(error)

    def _use_devices(self, devices: DeviceChoice) -> None:
        """Opens other devices: keeps the choice and joins anew."""
        self._devices = devices
        keep_devices(self._data.root, devices)
        life = self._wire.life
        if life is not None:
            self._go_on_with(life.plan.with_credential(life.joiner.credential, life.joiner.expires_ms))

    def _go_on_with(self, plan: SitePlan) -> None:
        self._plan = plan
        self._wire.invitation_taken()
        self._end_life()
