"""What windows see of the recording itself: how it stands, and its files.

Rule: the standing (`recording_standing`) changes seldom and is part of the `recording` view; what grows every second is
a view of its own, so that only what shows it is painted again.
"""

from console.durable import Durable
from console.recordings.recorder_facts import KeptPicture, Part
from console.recordings.recorder_now import WARNING_BYTES, RecorderNow
from console.recordings.recording_words import RecordingBecause, RecordingState, RecordingWish
from console.view import View

SHOWN_FILES = 50
"""Of each kind; the log and the records have them all."""


class RecorderView(View):
    """Key `recorder`: the files of the running session and the room for more of them."""

    parts: tuple[Part, ...] = ()
    """Newest last."""
    pictures: tuple[KeptPicture, ...] = ()
    length_ms: int = 0
    """Of the part that grows."""
    file_bytes: int = 0
    dropped_pictures: int = 0
    """Given up because the disk was too slow."""
    free_bytes: int | None = None
    low: bool = False
    """Less room than a recording should begin with."""
    because: RecordingBecause = RecordingBecause.ASKED
    """Why it stands as it stands."""


def recording_standing(durable: Durable, now: RecorderNow) -> RecordingState:
    """Returns how the recording stands."""
    match durable.recorded.wanted:
        case RecordingWish.OFF:
            return RecordingState.OFF
        case RecordingWish.PAUSED:
            return RecordingState.PAUSED
        case RecordingWish.ON:
            if now.stalled:
                return RecordingState.STALLED
            return RecordingState.RUNNING if now.seen and now.seen[-1].file_bytes else RecordingState.STARTING


def recorder_view(durable: Durable, now: RecorderNow) -> RecorderView:
    """Returns the files and how the newest grows."""
    seen = now.seen[-1] if now.seen else None
    return RecorderView(
        parts=durable.recorded.parts[-SHOWN_FILES:],
        pictures=durable.recorded.pictures[-SHOWN_FILES:],
        length_ms=0 if seen is None else seen.length_ms,
        file_bytes=0 if seen is None else seen.file_bytes,
        dropped_pictures=0 if seen is None else seen.dropped_pictures,
        free_bytes=now.free_bytes,
        low=now.free_bytes is not None and now.free_bytes < WARNING_BYTES,
        because=durable.recorded.because,
    )


def is_recorded(durable: Durable) -> bool:
    """Returns whether everybody is told of a recording: as soon as it is wanted, whatever the disk does."""
    return durable.recorded.wanted is RecordingWish.ON
