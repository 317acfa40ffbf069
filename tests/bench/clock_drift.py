"""Clocks that run apart for hours, in virtual time: what becomes of sound at the bridge and at a site.

Rule: the product's own receivers, fed and pulled as the loop would, with every packet on time; only the clocks differ.
"""

from typing import Final

from hardware.endpoint.sound.program_sound import ProgramSound
from hardware.engines.embedded.sound_source import SoundSource
from hardware.rtc.audio_codec import OpusEncoder
from hardware.rtc.media_types import AudioPacket
from hardware.rtc.receive_buffer import ReceiveBuffer
from tests.bench.figures import Figure
from tests.bench.speech import speech

PARTS_IN_A_MILLION: Final = (-200, 200)
"""Four times what sound cards differ by."""
FRAME_SECONDS: Final = 0.02
LINE_SECONDS: Final = 0.03


class Sender:
    """Packets of a voice, sent by a clock that runs `parts` in a million fast."""

    def __init__(self, parts: int) -> None:
        encoder, said = OpusEncoder(), speech(3)
        self._payloads = [encoder.encode(said[at : at + 960]) for at in range(0, len(said) - 959, 960)]
        self._step = FRAME_SECONDS / (1 + parts / 1e6)
        self._number = 0

    def until(self, now: float) -> list[AudioPacket]:
        """Returns what has arrived up to now."""
        arrived: list[AudioPacket] = []
        while (at := self._number * self._step + LINE_SECONDS) <= now:
            number = self._number
            payload = self._payloads[number % len(self._payloads)]
            arrived.append(AudioPacket(number & 0xFFFF, number * 960 & 0xFFFFFFFF, payload, at, -20))
            self._number += 1
        return arrived


def at_bridge(parts: int, hours: float) -> tuple[float, float]:
    """Returns the longest wait in ms and the concealed or dropped frames in percent."""
    source, sender = SoundSource(), Sender(parts)
    worst = 0.0
    ticks = int(hours * 3600 / FRAME_SECONDS)
    for tick in range(ticks):
        now = tick * FRAME_SECONDS
        for packet in sender.until(now):
            source.push(packet)
        source.pull(now)
        worst = max(worst, source.buffer.waited_seconds or 0.0)
    return 1000 * worst, _spoiled(source.buffer, ticks)


def at_site(parts: int, hours: float) -> tuple[float, float]:
    """Returns the same of a site that plays the program by its own clock."""
    clock = [0.0]
    sound, sender = ProgramSound(told_decoded=lambda _: None, now=lambda: clock[0]), Sender(parts)
    worst = 0.0
    ticks = int(hours * 3600 / FRAME_SECONDS)
    for tick in range(ticks):
        clock[0] = tick * FRAME_SECONDS
        for packet in sender.until(clock[0]):
            sound.take(packet, heard=True)
        sound.next_block()
        worst = max(worst, sound.buffer.waited_seconds or 0.0)
    return 1000 * worst, _spoiled(sound.buffer, ticks)


def _spoiled(buffer: ReceiveBuffer, ticks: int) -> float:
    return 100 * (buffer.concealed + buffer.stretched + buffer.dropped) / ticks


def measure_clocks(hours: float) -> list[Figure]:
    """Returns the figures of both ends, worst of both directions."""
    figures: list[Figure] = []
    for where, run in (("the bridge", at_bridge), ("a site", at_site)):
        results = [run(parts, hours) for parts in PARTS_IN_A_MILLION]
        name, how = f"clocks 200 ppm apart for {hours:g} h: ", "virtual time, every packet on time"
        figures += [
            Figure(
                name=f"{name}longest wait at {where}", unit="ms", measured=max(r[0] for r in results), must=120, how=how
            ),
            Figure(
                name=f"… frames spoiled at {where}", unit="%", measured=max(r[1] for r in results), must=0.1, how=how
            ),
        ]
    return figures
