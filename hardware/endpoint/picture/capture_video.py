"""Pictures from a camera or a file through PyAV: a thread reads, the newest picture is kept, the rest is dropped.

Rules: nothing queues; a camera that fails or is pulled out is named in one sentence and tried again every few seconds,
and until then there is no picture instead of an old one. A file repeats for ever in its own time.
"""

import sys
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import av
from av.error import FFmpegError

from console.trouble import Trouble, TroubleKind, trouble

RETRY_SECONDS: Final = 3.0
CAPTURE_FORMATS: Final = {"linux": "v4l2", "win32": "dshow", "darwin": "avfoundation"}
"""libavformat's name for cameras on each system."""


@dataclass(frozen=True, slots=True)
class PictureInput:
    """What libavformat is asked to open; a camera when `container_format` is given."""

    address: str
    container_format: str | None = None
    options: dict[str, str] = field(default_factory=dict[str, str])

    @property
    def is_camera(self) -> bool:
        """Whether this is a device rather than a file."""
        return self.container_format is not None


def picture_input(name: str, platform: str = sys.platform) -> PictureInput:
    """Returns the input that a person means by `name`: a file if there is one, else a camera of this system."""
    if Path(name).is_file():
        return PictureInput(name)
    container_format = CAPTURE_FORMATS.get(platform, "v4l2")
    address = f"video={name}" if container_format == "dshow" and not name.startswith("video=") else name
    options = {"video_size": "1280x720", "framerate": "25"}
    if container_format == "avfoundation":
        options["pixel_format"] = "nv12"
    return PictureInput(address, container_format, options)


class CapturedPictures:
    """A picture source that reads an input on a thread of its own."""

    def __init__(self, wanted: PictureInput) -> None:
        self.trouble: Trouble | None = None
        """Why there is no picture, while there is none."""
        self._input = wanted
        self._newest: av.VideoFrame | None = None
        self._stopped = threading.Event()
        self._first = threading.Event()
        self._thread = threading.Thread(target=self._run, name="camera", daemon=True)
        self._thread.start()

    def wait_first(self, timeout_seconds: float) -> bool:
        """Waits for the first picture or the first failure; tells whether there is a picture."""
        self._first.wait(timeout_seconds)
        return self._newest is not None

    def picture(self, width: int, height: int) -> av.VideoFrame | None:
        """Returns the newest picture in this size, None when there is none."""
        newest = self._newest
        if newest is None:
            return None
        return newest.reformat(width, height, format="yuv420p")

    def close(self) -> None:
        """Lets the camera go and waits for its thread."""
        self._stopped.set()
        self._thread.join(timeout=5)

    def _run(self) -> None:
        while not self._stopped.is_set():
            try:
                self._read()
            except (FFmpegError, OSError, IndexError) as error:
                self._fail(error)
                self._stopped.wait(RETRY_SECONDS)
        self._newest = None

    def _fail(self, error: Exception) -> None:
        self._newest = None
        kind = TroubleKind.CAMERA_BLIND if self._input.is_camera else TroubleKind.FILM_BLIND
        self.trouble = trouble(kind, name=self._input.address, why=error)
        self._first.set()

    def _read(self) -> None:
        """Reads to the end of the input, keeping the newest picture."""
        source = self._input
        with av.open(source.address, format=source.container_format, options=source.options) as container:
            container.streams.video[0].thread_type = "NONE"
            began = time.monotonic()
            for frame in container.decode(video=0):
                if not source.is_camera:
                    self._stopped.wait(max(0.0, began + float(frame.time or 0) - time.monotonic()))
                if self._stopped.is_set():
                    return
                self._newest = frame
                self.trouble = None
                self._first.set()
