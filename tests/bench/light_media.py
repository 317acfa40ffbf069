"""Media of light sites: the drawn room coded once for every rung, and a steady tone of the site's own.

Rule: what a picture says about itself (the marker's counter) names its rung, so that a reader of pixels knows the size
in which it was coded: thumbnails count from 0, on deck from 20000, podium from 40000.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from console.words import Rung
from hardware.rtc.light_peer import Clip, make_clip, make_sound
from hardware.rtc.video_codec import ON_DECK, PODIUM, THUMBNAIL, PictureFormat
from hardware.simulator.rooms.room_painter import RoomPainter
from tests.bench.light_site import LightMedia

COUNTER_BLOCK: Final = 20_000
RUNGS: Final[Mapping[Rung, tuple[PictureFormat, float]]] = {
    Rung.THUMBNAIL: (THUMBNAIL, 3.0),
    Rung.ON_DECK: (ON_DECK, 1.0),
    Rung.PODIUM: (PODIUM, 2.0),
}
_SOUND_SAMPLES: Final = 960
_SAMPLE_RATE: Final = 48_000


def rung_of_counter(counter: int) -> Rung:
    """Returns the rung in which a picture with this counter was coded."""
    return tuple(RUNGS)[min(counter // COUNTER_BLOCK, len(RUNGS) - 1)]


def media_of(number: int, name: str, *, all_rungs: bool, speaks: bool, tile_frames_per_second: int = 8) -> LightMedia:
    """Returns the media of one site.

    Without `all_rungs` (a site that is never called up) the thumbnail stands for every rung: coding 720p for all of
    them would take minutes.
    """
    painter = RoomPainter(number, name)
    clips = {rung: _clip(painter, rung) for rung in (RUNGS if all_rungs else (Rung.THUMBNAIL,))}
    clips[Rung.THUMBNAIL] = replace(clips[Rung.THUMBNAIL], frames_per_second=tile_frames_per_second)
    tone = steady_tone(number)
    frames = [tone[at : at + _SOUND_SAMPLES] for at in range(0, len(tone), _SOUND_SAMPLES)]
    return LightMedia(
        clips={rung: clips.get(rung, clips[Rung.THUMBNAIL]) for rung in RUNGS},
        voice=make_sound(frames) if speaks else None,
    )


def steady_tone(number: int) -> NDArray[np.int16]:
    """Returns a second of a tone of constant loudness (-17 dB of full scale), far from the tones of its neighbours.

    A voice would not do: its pauses are no louder than what a coder still rings with after it.
    """
    hertz = 500 + 250 * (number % 8)
    wave = np.sin(2 * np.pi * hertz * np.arange(_SAMPLE_RATE) / _SAMPLE_RATE)
    return np.rint(0.2 * 32767 * wave).astype(np.int16)


def _clip(painter: RoomPainter, rung: Rung) -> Clip:
    wanted, seconds = RUNGS[rung]
    painter.counter = tuple(RUNGS).index(rung) * COUNTER_BLOCK
    return make_clip(
        "H264",
        wanted,
        lambda number: painter.paint(
            wanted.width, wanted.height, moment_seconds=number / wanted.frames_per_second, speaking=True
        ),
        seconds=seconds,
    )
