"""Which devices there are, and whether those named work: a picture, a level, a tone; told as one line of JSON.

Rule: nothing goes anywhere but to this room; it takes a few seconds and lets everything go again.
"""

import asyncio
import sys

import msgspec

from console.command_line import requests
from console.command_line.exits import Exit
from console.sites.site_facts import DeviceChoice, DeviceTrial
from hardware.endpoint.device_list import listed_devices
from hardware.endpoint.sound.sound_sender import SILENT_DBOV
from hardware.endpoint.sound.sound_test import TONE_SECONDS, tone
from hardware.processes.site.site_equipment import RoomEquipment

LISTEN_STEP_SECONDS = 0.05


def devices(request: requests.TryDevices) -> int:
    """Prints what is plugged in (`DeviceFacts`), or with `try` what the named devices did (`DeviceTrial`)."""
    told = asyncio.run(_tried(request)) if request.try_them else listed_devices(DeviceChoice())
    sys.stdout.write(msgspec.json.encode(told).decode() + "\n")
    return Exit.DONE


async def _tried(request: requests.TryDevices) -> DeviceTrial:
    room = RoomEquipment(number=0, name="")
    try:
        await asyncio.to_thread(room.open_video, request.camera)
        room.open_audio(request.microphone, request.loudspeaker)
        if room.play_queue is not None:
            room.play_queue.insert(tone())
        loudest = await _loudest(room)
        card = room.card
        return DeviceTrial(
            picture=room.camera is not None and room.camera.trouble is None,
            heard_dbov=loudest if card is not None and card.has_microphone else None,
            played=card is not None and card.has_loudspeaker,
            troubles=room.troubles,
        )
    finally:
        room.close()


async def _loudest(room: RoomEquipment) -> int:
    """Returns the highest level of the microphone while the tone plays, in dBov."""
    loudest = SILENT_DBOV
    for _ in range(round(TONE_SECONDS / LISTEN_STEP_SECONDS)):
        await asyncio.sleep(LISTEN_STEP_SECONDS)
        loudest = max(loudest, room.heard_dbov or SILENT_DBOV) if room.heard_dbov is not None else loudest
    return loudest
