"""The recorder at this moment: which file it was told to write, how that grows, and whether it grows as it should.

Rule: pure. The size of the file on the disk is held against what was taken for it; words of the recorder itself prove
nothing. A part that gains less than half of what it should, or of which nothing is heard, is stalled.
"""

import msgspec
from msgspec.structs import replace

from console.recordings.recorder_port import RecordingSeen

WATCH_REPORTS = 6
STALL_MS = 6000
"""So long a wanted recording may gain nothing: the start of a part takes about two seconds."""
WARNING_BYTES = 5_000_000_000
STOP_BYTES = 1_000_000_000
FIRST_RETRY_MS, LAST_RETRY_MS = 1000, 60_000


class RecorderNow(msgspec.Struct, frozen=True, kw_only=True):
    """What is known of the recorder; times are monotonic milliseconds."""

    growing: str | None = None
    """The file that the engine was last told to write."""
    asked: tuple[str, ...] = ()
    """Files whose end, or measuring, was asked for and has not come."""
    seen: tuple[RecordingSeen, ...] = ()
    """The last reports of the growing file, oldest first."""
    good_ms: int | None = None
    """When the recording last gained what it should; None: none is wanted."""
    retry_ms: int | None = None
    """A part failed: the next one begins then."""
    failures: int = 0
    stalled: bool = False
    free_bytes: int | None = None


def grows(seen: tuple[RecordingSeen, ...]) -> bool:
    """Returns whether the last report shows that the file gains what it should."""
    if len(seen) < 2:
        return bool(seen) and seen[-1].file_bytes > 0
    first, before, last = seen[0], seen[-2], seen[-1]
    arrives = last.taken_bytes > before.taken_bytes
    taken, gained = last.taken_bytes - first.taken_bytes, last.file_bytes - first.file_bytes
    return arrives and (len(seen) < WATCH_REPORTS or 2 * gained >= taken) and last.file_bytes > 0


def take_seen(now: RecorderNow, report: RecordingSeen, now_ms: int) -> RecorderNow:
    """Returns what is known after a report of the growing file."""
    seen = (*now.seen, report)[-WATCH_REPORTS:]
    good = grows(seen)
    return replace(
        now,
        seen=seen,
        good_ms=now_ms if good else now.good_ms,
        failures=0 if good and report.length_ms >= STALL_MS else now.failures,
        free_bytes=now.free_bytes if report.free_bytes is None else report.free_bytes,
    )


def is_stalled(now: RecorderNow, now_ms: int) -> bool:
    """Returns whether a wanted recording has gained too little for too long."""
    return now.good_ms is not None and now_ms - now.good_ms >= STALL_MS


def retry_after_ms(failures: int) -> int:
    """Returns how long the next part waits after so many failures in a row."""
    return min(FIRST_RETRY_MS << min(failures, 10), LAST_RETRY_MS)
