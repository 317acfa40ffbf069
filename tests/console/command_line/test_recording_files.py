"""A recorded file held against the log."""

import hashlib
from pathlib import Path

import pytest

from console.command_line.form.recording_actions import state_of
from console.records.recording_files import FileState, RecordedFile, file_line

OCTETS = b"a part of a recording"
FILE = RecordedFile(
    file="s/program-01.mkv", length_ms=1000, file_bytes=len(OCTETS), sha256=hashlib.sha256(OCTETS).hexdigest()
)


@pytest.mark.parametrize(
    ("octets", "state"),
    [(OCTETS, FileState.WHOLE), (OCTETS[:-1], FileState.CHANGED), (b"", FileState.CHANGED), (None, FileState.MISSING)],
)
def test_a_file_is_whole_changed_or_missing(tmp_path: Path, octets: bytes | None, state: FileState) -> None:
    path = tmp_path / FILE.name
    if octets is not None:
        path.write_bytes(octets)
    assert state_of(path, FILE) is state


def test_a_minute_names_a_file_with_its_hash() -> None:
    assert file_line(FILE).startswith("program-01.mkv — 0,0 MB — ")
    assert file_line(FILE).endswith(FILE.sha256)
