"""One life of a site: its room opened, its agent joined, its cameras driven, until it is stopped; then all is let go.

Rule: other devices or another invitation are another life; nothing of the room is exchanged under a running agent.
"""

import asyncio
from typing import Protocol

from console.sites.site_facts import DeviceChoice
from hardware.endpoint.ports import ProgramScreen
from hardware.endpoint.site_agent import SiteAgent
from hardware.endpoint.sound.sound_test import SoundTests
from hardware.processes.program import version
from hardware.processes.site.bridge_joiner import BridgeJoiner
from hardware.processes.site.site_equipment import RoomEquipment
from hardware.processes.site.site_own_cameras import SiteOwnCameras
from hardware.processes.site.site_plan import SitePlan, keep_credential
from hardware.processes.site.site_speech import SiteWords


class LifeWatcher(Protocol):
    """Who is told of changes; `agent` is set before the first."""

    agent: SiteAgent | None

    def endpoint_changed(self) -> None:
        """Called after every change."""
        ...


class SiteLife:
    """A room, an agent and own cameras; made and run on the event loop."""

    def __init__(self, plan: SitePlan, words: SiteWords) -> None:
        self.plan = plan
        self.room = RoomEquipment(number=plan.number, name=plan.name)
        self._words = words

    async def open(
        self,
        devices: DeviceChoice,
        watcher: LifeWatcher,
        screen: ProgramScreen | None = None,
        content_screen: ProgramScreen | None = None,
    ) -> None:
        """Opens the devices and makes the agent; the screens show program and content where there is a window."""
        plan, room = self.plan, self.room
        self.devices = devices
        await asyncio.to_thread(room.open_video, devices.camera)
        room.open_audio(devices.microphone, devices.loudspeaker)
        if screen is not None:
            room.hear_program()
        self.joiner = BridgeJoiner(
            plan.place,
            plan.site,
            credential=plan.credential,
            expires_ms=plan.expires_ms,
            code=plan.code,
            keep=lambda new: keep_credential(plan, self._words, new),
        )
        self.cameras = SiteOwnCameras(plan.data, plan.cameras, room.pictures, watcher.endpoint_changed)
        self.sound_tests = SoundTests(room.card, room.play_queue, watcher.endpoint_changed)
        self._equipment = room.site_equipment(
            self.joiner,
            version=version(),
            screen=screen,
            content_screen=content_screen,
            watcher=watcher,
            cameras=self.cameras.cameras,
        )
        self.agent = SiteAgent(self._equipment)
        watcher.agent = self.cameras.agent = self.agent

    async def run(self) -> None:
        """Stays in the meeting until the agent is stopped; then everything is let go."""
        self.cameras.open()
        try:
            await self.agent.run()
        finally:
            self.sound_tests.close()
            self.cameras.close()
            self._equipment.threads.close()
            self.room.close()
