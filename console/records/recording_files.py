"""The files of a session's recording as its log has them: what is listed, handed over and compared with the disk.

Rule: pure. A part of which nothing is there has no file; one whose hash is not in the log can be listed and not proved.
"""

from enum import StrEnum

from console.records.moments import Fact
from console.records.session_story import SessionStory

KINDS = ("recording-part-ended", "picture-taken")
MOST_LINES = 35
"""So many files stand in the minute of a hand-over; of more it says how many there are."""


class FileState(StrEnum):
    """What a file is, held against the log; known only of one that was read to its end."""

    WHOLE = "whole"
    CHANGED = "changed"
    MISSING = "missing"


class RecordedFile(Fact, kw_only=True):
    """One file: a part of the recording, or a picture (without a length)."""

    file: str
    """Below the folder of recordings."""
    length_ms: int
    file_bytes: int
    sha256: str

    @property
    def name(self) -> str:
        """Its name without the session's folder."""
        return self.file.rpartition("/")[2]


def recorded_files(story: SessionStory) -> tuple[RecordedFile, ...]:
    """Returns the files of a session, in the order in which they ended."""
    told = (moment.what for moment in story.moments if moment.kind in KINDS)
    return tuple(
        RecordedFile(
            file=str(what["file"]),
            length_ms=int(what.get("length_ms") or 0),
            file_bytes=int(what["file_bytes"]),
            sha256=str(what.get("sha256") or ""),
        )
        for what in told
        if what.get("file_bytes")
    )


def file_line(file: RecordedFile) -> str:
    """Returns name, size and SHA-256 of a file in one line of a minute, in Vietnamese as minutes are."""
    megabytes = f"{file.file_bytes / 1_000_000:.1f}".replace(".", ",")
    return f"{file.name} — {megabytes} MB — {file.sha256 or 'chưa có mã'}"


def file_lines(story: SessionStory) -> str:
    """Returns what a minute names of the files, one line each."""
    files = recorded_files(story)
    lines = [file_line(file) for file in files[:MOST_LINES]]
    if len(files) > MOST_LINES:
        lines.append(f"… và {len(files) - MOST_LINES} tệp khác")
    return "\n".join(lines)
