"""The endpoint process of a site: joins with an invitation or as before, says what happens, lives until it is stopped.

Rule: everything about the meeting is the bridge's business; here are a camera, a microphone and a way to the bridge.
The main room joins through the same code, with a credential that its own bridge's folder gives it.
"""

import asyncio
from collections.abc import Coroutine
from typing import Any

from console.command_line import requests
from console.command_line.exits import BadInput, Exit
from console.data_folder import DataFolder
from console.sites.site_facts import DeviceChoice
from console.trouble import Told, TroubleKind, trouble
from hardware.processes.keeper.keeper_watch import watch_keeper
from hardware.processes.lock import AlreadyHeld, FileLock
from hardware.processes.site.site_devices import chosen_devices
from hardware.processes.site.site_life import SiteLife
from hardware.processes.site.site_plan import SitePlan, main_room_plan, site_plan
from hardware.processes.site.site_program import SiteProgram
from hardware.processes.site.site_speech import EnglishSiteWords, SiteWords, Spokesman
from hardware.processes.stopping import on_stop


def satellite(request: requests.RunSatellite, words: SiteWords | None = None) -> int:
    """Joins a meeting as a site until the process is asked to end."""
    request.data.root.mkdir(parents=True, exist_ok=True)
    words = words or EnglishSiteWords()
    named = DeviceChoice(camera=request.video, microphone=request.audio)
    if request.frames is None:
        plan = site_plan(request.data, request.invitation)
        return _run(_live(plan, words, chosen_devices(request.data.root, named)))
    return _run(SiteProgram(request.data, request.frames, words, named).run(request.invitation))


def main_room(request: requests.RunMainRoom, words: SiteWords | None = None) -> int:
    """Joins the main room to the bridge of its own data folder."""
    try:
        lock = FileLock(request.data.run / "main-room.lock")
    except AlreadyHeld as error:
        raise BadInput(trouble(TroubleKind.MAIN_ROOM_JOINED_ALREADY)) from error
    with lock:
        try:
            plan = main_room_plan(request.data)
        except Told as error:
            raise BadInput(error.trouble or str(error)) from error
        named = DeviceChoice(camera=request.video, microphone=request.audio)
        devices = chosen_devices(request.data.root, named)
        living = _live(plan, words or EnglishSiteWords(), devices)
        return _run(_beside_watch(living, request.data) if request.kept else living)


def _run(living: Coroutine[Any, Any, int]) -> int:
    with asyncio.Runner(loop_factory=asyncio.SelectorEventLoop) as runner:
        return runner.run(living)


async def _beside_watch(living: Coroutine[Any, Any, int], data: DataFolder) -> int:
    """Lives, and meanwhile starts the keeper again that has died together with the bridge."""
    watching = asyncio.create_task(watch_keeper(data.run, data.root), name="keeper watch")
    try:
        return await living
    finally:
        watching.cancel()
        await asyncio.gather(watching, return_exceptions=True)


async def _live(plan: SitePlan, words: SiteWords, devices: DeviceChoice) -> int:
    life = SiteLife(plan, words)
    await life.open(devices, Spokesman(life.room, words))
    on_stop(life.agent.stop)
    await life.run()
    return Exit.DONE
