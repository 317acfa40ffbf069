"""Run in a process of its own: plays a voice and tells what the microphone delivers, as JSON."""

import asyncio
import json
import sys

import numpy as np

from hardware.endpoint.ports import BLOCK_SAMPLES, Samples
from hardware.endpoint.sound.play_audio import PlayQueue
from hardware.endpoint.sound.sound_card import SoundCard
from hardware.simulator.voices import Voice, level_db, loudness_of_tones

VOICE = 17
SECONDS = 5.0


def loudest(window: Samples) -> int:
    levels = loudness_of_tones(window, range(60))
    return max(levels, key=lambda number: levels[number])


async def main(*, cancel_echo: bool) -> None:
    queue, voice, heard = PlayQueue(), Voice(VOICE), list[Samples]()
    card = SoundCard(queue=queue, cancel_echo=cancel_echo)
    card.open()
    queue.attach(lambda: voice.next_block(BLOCK_SAMPLES))
    card.start(heard.append)
    await asyncio.sleep(SECONDS)
    card.stop()
    figures = card.echo()
    card.close()
    last = np.concatenate(heard[-75:]) if heard else np.zeros(0, np.int16)
    # Half seconds: a machine that is too busy to play at all leaves a gap in one and not in all.
    windows = [np.concatenate(heard[at : at + 25]) for at in range(max(0, len(heard) - 100), len(heard) - 24, 25)]
    told = {
        "microphone": card.has_microphone,
        "loudspeaker": card.has_loudspeaker,
        "blocks": len(heard),
        "level_db": max(-200.0, level_db(last)),
        "loudest": sorted({loudest(window) for window in windows}),
        "return_loss_db": figures.return_loss_db,
        "dropped": card.dropped_blocks,
        "starved": queue.starved_blocks,
        "reopened": card.reopenings,
    }
    print(json.dumps(told))


async def watch(seconds: float) -> None:
    """Tells every quarter of a second what the card has delivered so far, and what it says of itself."""
    heard = list[Samples]()
    card = SoundCard(queue=PlayQueue(), cancel_echo=False)
    card.open()
    card.start(heard.append)
    for _ in range(int(4 * seconds)):
        await asyncio.sleep(0.25)
        told = {"blocks": len(heard), "troubles": [each.kind for each in card.troubles], "reopened": card.reopenings}
        print(json.dumps(told), flush=True)
    card.close()


if __name__ == "__main__":
    asyncio.run(watch(30) if sys.argv[1] == "watch" else main(cancel_echo=sys.argv[1] == "cancel"))
