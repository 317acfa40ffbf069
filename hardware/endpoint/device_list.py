"""Which cameras, microphones and loudspeakers are plugged in, by the names that open them.

Rule: a list that cannot be had is empty, never an error; on systems with several sound interfaces only the devices of
the usual one are named, or each would stand there three times.
"""

import contextlib
import sys
from pathlib import Path
from typing import Any, Final

import av
from av.error import FFmpegError

from console.sites.site_facts import DeviceChoice, DeviceFacts
from hardware.endpoint.picture.capture_video import CAPTURE_FORMATS

VIDEO_DEVICES: Final = Path("/sys/class/video4linux")


def listed_devices(chosen: DeviceChoice) -> DeviceFacts:
    """Returns what is there now; takes up to a second, so it is no work for an event loop."""
    return DeviceFacts(
        cameras=cameras(), microphones=_sound("max_input_channels"), loudspeakers=_sound("max_output_channels"),
        chosen=chosen,
    )  # fmt: skip


def cameras(platform: str = sys.platform, folder: Path = VIDEO_DEVICES) -> tuple[str, ...]:
    """Returns the cameras: device files on Linux, names elsewhere."""
    if platform.startswith("linux"):
        with contextlib.suppress(OSError):
            return tuple(f"/dev/{entry.name}" for entry in sorted(folder.iterdir()) if _captures(entry))
        return ()
    with contextlib.suppress(FFmpegError, OSError, ValueError):
        found = av.enumerate_input_devices(CAPTURE_FORMATS[platform])
        return tuple(device.description or device.name for device in found if "video" in device.media_types)
    return ()


def _captures(entry: Path) -> bool:
    """Returns whether a video device is a camera's first stream; its further ones carry no pictures."""
    with contextlib.suppress(OSError, ValueError):
        return int((entry / "index").read_text(encoding="ascii")) == 0
    return True


def _sound(channels: str) -> tuple[str, ...]:
    try:
        import sounddevice as card
    except OSError:
        return ()
    try:
        usual: Any = card.query_hostapis(card.default.hostapi)  # pyright: ignore[reportUnknownMemberType]
        devices: Any = card.query_devices()  # pyright: ignore[reportUnknownMemberType]
    except (card.PortAudioError, ValueError):
        return ()
    own = [devices[index] for index in usual["devices"]]
    return tuple(dict.fromkeys(str(device["name"]) for device in own if device[channels] > 0))


def look_again_for_sound() -> None:
    """Makes PortAudio see what was plugged in since it was loaded; only while no stream is open.

    PortAudio lists devices once, when it is initialised (its documentation, `Pa_Initialize`).
    """
    with contextlib.suppress(OSError):
        import sounddevice as card

        with contextlib.suppress(card.PortAudioError):
            # The binding has no public names for these.
            card._terminate()  # noqa: SLF001 # pyright: ignore[reportPrivateUsage]
            card._initialize()  # noqa: SLF001 # pyright: ignore[reportPrivateUsage]
