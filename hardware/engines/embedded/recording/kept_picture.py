"""One picture of the program as a JPEG file.

Rule: blocking; runs on a thread beside the event loop. The file stands under its name only when it is whole.
"""

import os
import time
from fractions import Fraction
from pathlib import Path
from typing import Any, cast

import av
from av.error import FFmpegError

from console.recordings.recorder_port import PictureKept
from hardware.engines.embedded.recording.measuring import hash_of

_QUALITY = 3
"""Of libavcodec's 2 (best) to 31."""


def jpeg(frame: av.VideoFrame) -> bytes:
    """Returns a picture as JPEG, in its own size."""
    full = frame.reformat(format="yuvj420p")
    context = av.VideoCodecContext.create("mjpeg", "w")
    context.width, context.height, context.pix_fmt = full.width, full.height, "yuvj420p"
    context.time_base = Fraction(1, 1)
    context.qmin = context.qmax = _QUALITY
    full.pts = 0
    coder = cast("Any", context)
    return b"".join(bytes(packet) for packet in (*coder.encode(full), *coder.encode(None)))


def keep(frame: av.VideoFrame, path: Path, request_id: str, file: str) -> PictureKept:
    """Writes a picture and returns the report of it."""
    size, digest, text = 0, "", ""
    try:
        _write_whole(path, jpeg(frame))
        size, digest = hash_of(path)
    except (OSError, FFmpegError) as error:
        text = error.strerror or str(error)
    at_ms = time.monotonic_ns() // 1_000_000
    return PictureKept(at_ms=at_ms, request_id=request_id, file=file, file_bytes=size, sha256=digest, text=text)


def _write_whole(path: Path, octets: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    growing = path.with_suffix(".part")
    descriptor = os.open(growing, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0), 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(octets)
        file.flush()
        os.fsync(file.fileno())
    growing.replace(path)
