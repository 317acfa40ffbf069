"""A simulated site's camera and microphone: the drawn room and the voice behind the endpoint's ports.

Rule: a room that is on deck is ready for the podium's size, as a camera would be.
"""

import threading
import time
from collections.abc import Callable

import av

from hardware.endpoint.ports import BLOCK_SAMPLES, DeliverSound
from hardware.endpoint.sound.sound_clock import SoundClock
from hardware.rtc.video_codec import ON_DECK, PODIUM
from hardware.simulator.rooms.room_painter import RoomPainter
from hardware.simulator.voices import Voice


class DrawnRoom:
    """A picture source that draws; `speaking` moves a mouth."""

    def __init__(self, site_number: int, name: str, *, wall_clock: Callable[[], float] = time.time) -> None:
        self.speaking = False
        self._painter = RoomPainter(site_number, name)
        self._podium_ready = False
        self._painting = threading.Lock()
        self._wall_clock = wall_clock

    @property
    def counter(self) -> int:
        """How many pictures have been drawn."""
        return self._painter.counter

    def picture(self, width: int, height: int) -> av.VideoFrame | None:
        """Draws the room as it is now."""
        clock_text = time.strftime("%H:%M:%S", time.localtime(self._wall_clock()))
        if width == ON_DECK.width and not self._podium_ready:
            self._podium_ready = True
            self._painter.warm_up(PODIUM.width, PODIUM.height)
        # A preview may draw beside the picture clock's thread.
        with self._painting:
            return self._painter.paint(
                width, height, moment_seconds=time.monotonic(), clock_text=clock_text, speaking=self.speaking
            )

    def close(self) -> None:
        """There is nothing to let go."""


class VoiceSource:
    """A sound source that speaks with the site's own voice as long as it is asked to."""

    def __init__(self, site_number: int, clock: SoundClock) -> None:
        self._voice = Voice(site_number)
        self._clock = clock

    def start(self, deliver: DeliverSound) -> None:
        """Begins to speak."""
        self._clock.add(self, lambda: deliver(self._voice.next_block(BLOCK_SAMPLES)))

    def stop(self) -> None:
        """Falls silent."""
        self._clock.remove(self)

    def close(self) -> None:
        """Falls silent."""
        self.stop()
