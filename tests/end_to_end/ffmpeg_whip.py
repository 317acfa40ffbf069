"""A site that is nothing but FFmpeg's own `whip` muxer (8.0 and later), as the PyAV wheel brings it.

python -m tests.end_to_end.ffmpeg_whip WHIP_URL SECRET OWN_CERTIFICATE TONE_HZ MOST_SECONDS    (SIGTERM: leaves earlier)

The certificate (with its key, in one file) is given because the one that FFmpeg 8.1 makes by itself, when it is built
on GnuTLS, lies on the curve P-224, which RFC 8422 has withdrawn and OpenSSL 4 refuses.
"""

import signal
import sys
import time
from fractions import Fraction

import av
import numpy as np

WIDTH, HEIGHT, RATE = 640, 360, 25
SOUND_RATE, SOUND_SAMPLES = 48_000, 960


def main(url: str, secret: str, certificate: str, tone_hz: float, most_seconds: float) -> None:
    """Sends a blue picture and a tone at the pace of the clock, then leaves."""
    options = {"authorization": secret, "cert_file": certificate, "key_file": certificate}
    with av.open(url, "w", format="whip", options=options) as bridge:
        picture = bridge.add_stream("libx264", rate=RATE)
        picture.width, picture.height, picture.pix_fmt = WIDTH, HEIGHT, "yuv420p"
        picture.options = {"profile": "baseline", "preset": "veryfast", "tune": "zerolatency", "g": str(2 * RATE)}
        picture.codec_context.max_b_frames = 0
        sound = bridge.add_stream("libopus", rate=SOUND_RATE)
        sound.layout = "stereo"
        began, sent_sound = time.monotonic(), 0
        leaving: list[int] = []
        signal.signal(signal.SIGTERM, lambda number, _: leaving.append(number))
        for number in range(int(most_seconds * RATE)):
            if leaving:
                break
            time.sleep(max(0.0, began + number / RATE - time.monotonic()))
            bridge.mux(picture.encode(blue(number)))
            while sent_sound * SOUND_SAMPLES < number * SOUND_RATE / RATE:
                bridge.mux(sound.encode(tone(sent_sound, tone_hz)))
                sent_sound += 1


def blue(number: int) -> av.VideoFrame:
    """Returns the picture; a shade changes, so that there is something to encode."""
    plane = np.zeros((HEIGHT, WIDTH, 3), np.uint8)
    plane[:, :, 2] = 200
    plane[:, : number % WIDTH, 1] = 30
    frame = av.VideoFrame.from_ndarray(plane, format="rgb24")
    frame.pts, frame.time_base = number, Fraction(1, RATE)
    return frame


def tone(number: int, tone_hz: float) -> av.AudioFrame:
    """Returns 20 ms of the tone."""
    at = (np.arange(SOUND_SAMPLES) + number * SOUND_SAMPLES) / SOUND_RATE
    mono = (0.2 * 32767 * np.sin(2 * np.pi * tone_hz * at)).astype(np.int16)
    frame = av.AudioFrame.from_ndarray(np.repeat(mono, 2).reshape(1, -1), format="s16", layout="stereo")
    frame.sample_rate, frame.pts, frame.time_base = SOUND_RATE, number * SOUND_SAMPLES, Fraction(1, SOUND_RATE)
    return frame


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], sys.argv[3], float(sys.argv[4]), float(sys.argv[5]))
