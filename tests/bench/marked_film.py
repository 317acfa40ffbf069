"""A film with marks: once a second a flash and a beep begin at the same moment, and both last a fifth of it.

Rule: made anew for each measurement, by libavcodec alone; nothing of it is anybody's work.
"""

from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import numpy as np
from numpy.typing import NDArray

FILM_HERTZ, FILM_FRAMES_PER_SECOND = 48_000, 25
FLASH_LUMA, DARK_LUMA = 220, 40
BEEP_HERTZ = 1000.0
MARK_SECONDS = 0.2
FRAME_SAMPLES = 1024


def beep(first_sample: int, samples: int) -> NDArray[np.float32]:
    """Returns the sound of the film from a sample on, ±0.3."""
    at = np.arange(first_sample, first_sample + samples)
    sounding = at % FILM_HERTZ < MARK_SECONDS * FILM_HERTZ
    return (0.3 * sounding * np.sin(2 * np.pi * BEEP_HERTZ * at / FILM_HERTZ)).astype(np.float32)


def is_flash(picture: int) -> bool:
    """Tells whether a picture of the film is bright."""
    return picture % FILM_FRAMES_PER_SECOND < MARK_SECONDS * FILM_FRAMES_PER_SECOND


def write_film(path: Path, seconds: float, width: int = 640, height: int = 360) -> None:
    """Writes the film (H.264 and AAC in MP4)."""
    container: Any  # the library's own hints leave packets without a type
    with av.open(str(path), "w") as container:
        video = container.add_stream("libx264", rate=FILM_FRAMES_PER_SECOND, options={"preset": "ultrafast"})
        video.width, video.height, video.pix_fmt = width, height, "yuv420p"
        audio = container.add_stream("aac", rate=FILM_HERTZ, layout="mono")
        for picture in range(round(seconds * FILM_FRAMES_PER_SECOND)):
            planes = np.full((height * 3 // 2, width), 128, np.uint8)
            planes[:height] = FLASH_LUMA if is_flash(picture) else DARK_LUMA
            frame = av.VideoFrame.from_ndarray(planes, format="yuv420p")
            frame.pts, frame.time_base = picture, Fraction(1, FILM_FRAMES_PER_SECOND)
            container.mux(video.encode(frame))
        for number in range(round(seconds * FILM_HERTZ / FRAME_SAMPLES)):
            wave = beep(number * FRAME_SAMPLES, FRAME_SAMPLES).reshape(1, -1)
            sound = av.AudioFrame.from_ndarray(wave, format="fltp", layout="mono")
            sound.sample_rate, sound.pts, sound.time_base = FILM_HERTZ, number * FRAME_SAMPLES, Fraction(1, FILM_HERTZ)
            container.mux(audio.encode(sound))
        container.mux(video.encode(None))
        container.mux(audio.encode(None))
