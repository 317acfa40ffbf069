"""When asking a camera for the same preset again is no slip of the finger.

Rule: the newest wish for a camera wins. Whoever presses 2, 1 and 2 again means the second 2, although the first one may
still be under way or its end not yet told; dropped as a repetition, it would leave the camera at 1. Pure.
"""

from console.cameras.camera_commands import DriveCamera, RecalibrateCamera, RecallPreset, StopCamera
from console.command import Command

_MOVES = (RecallPreset, DriveCamera, StopCamera, RecalibrateCamera)


def overtakes(newer: Command, older: Command) -> bool:
    """Returns whether a wish makes an older recall of a preset void, so that the older one may be asked for anew."""
    if not isinstance(older, RecallPreset) or not isinstance(newer, _MOVES) or newer == older:
        return False
    return (newer.site, newer.camera) == (older.site, older.camera)
