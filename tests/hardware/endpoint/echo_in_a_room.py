"""Run in a process of its own: the echo test on this machine's card, told as JSON."""

import asyncio
import json

from console.sites.site_facts import DeviceChoice, SoundTest
from hardware.endpoint.device_list import listed_devices
from hardware.endpoint.sound.play_audio import PlayQueue
from hardware.endpoint.sound.sound_card import SoundCard
from hardware.endpoint.sound.sound_test import ECHO_SECONDS, SoundTests


async def main() -> None:
    queue = PlayQueue()
    card = SoundCard(queue=queue)
    card.open()
    tests = SoundTests(card, queue, lambda: None)
    tests.play(SoundTest.ECHO)
    loudest = -127
    for _ in range(round(ECHO_SECONDS * 20) + 20):
        await asyncio.sleep(0.05)
        loudest = max(loudest, card.played_dbov)
    listed = await asyncio.to_thread(listed_devices, DeviceChoice())
    assert tests.echo is not None
    tests.close()
    card.close()
    told = {
        "verdict": tests.echo.verdict,
        "return_loss_db": tests.echo.return_loss_db,
        "loudest_dbov": loudest,
        "microphones": listed.microphones,
    }
    print(json.dumps(told))


asyncio.run(main())
