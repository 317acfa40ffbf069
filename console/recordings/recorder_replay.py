"""How the log's lines about recordings give the files of the durable state."""

from typing import assert_never

from msgspec.structs import replace

from console.durable import Durable
from console.recordings.recorder_entries import (
    AnyRecorderEntry,
    PictureTaken,
    RecordingPartBegun,
    RecordingPartEnded,
    RecordingTurned,
)
from console.recordings.recorder_facts import KeptPicture, Part, Recorded


def apply_recorder(durable: Durable, entry: AnyRecorderEntry, at_ms: int) -> Durable:
    """Returns the durable state after a line about recordings."""
    return replace(durable, recorded=_apply(durable.recorded, entry, at_ms))


def _apply(recorded: Recorded, entry: AnyRecorderEntry, at_ms: int) -> Recorded:
    match entry:
        case RecordingTurned():
            return replace(recorded, wanted=entry.wanted, because=entry.because, since_ms=at_ms)
        case RecordingPartBegun():
            part = Part(part=entry.part, file=entry.file, begun_ms=at_ms)
            return replace(recorded, parts=(*recorded.parts, part))
        case RecordingPartEnded():
            return replace(recorded, parts=tuple(_ended(part, entry, at_ms) for part in recorded.parts))
        case PictureTaken():
            picture = KeptPicture(
                picture=entry.picture, file=entry.file, file_bytes=entry.file_bytes, sha256=entry.sha256, at_ms=at_ms
            )
            return replace(recorded, pictures=(*recorded.pictures, picture))
        case _:
            assert_never(entry)


def _ended(part: Part, entry: RecordingPartEnded, at_ms: int) -> Part:
    if part.file != entry.file:
        return part
    return replace(
        part,
        ended_ms=at_ms,
        length_ms=entry.length_ms,
        file_bytes=entry.file_bytes,
        sha256=entry.sha256,
        because=entry.because,
    )
