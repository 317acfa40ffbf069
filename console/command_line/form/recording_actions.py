"""Carries out `form recordings`: lists a session's recording, compares every file with the log, copies them out.

Rule: nothing is called whole that was not read to its end. A copy is hashed where it lies, after it was written; what
differs from the log is not copied.
"""

import hashlib
import shutil
from pathlib import Path

from console.command_line.actions import Actions
from console.command_line.exits import BadInput, Exit
from console.command_line.files import open_office
from console.command_line.form import requests
from console.command_line.form.phrasing import FormSay
from console.command_line.named_session import named_session
from console.log_book.session_reading import read_session
from console.records.recording_files import FileState, RecordedFile, recorded_files
from console.records.session_story import tell

SUMS = "SHA256SUMS"


def list_recordings(request: requests.ListRecordings, actions: Actions) -> int:
    """Prints every file with its state; with `out` copies those that are whole. Fails when one is not.

    What was recorded before a meeting turned out to be confidential is copied for nobody (Đồng Nai article 13.4).
    """
    with open_office(request.data) as office:
        session = named_session(office, request.session, request.data, actions).session
    story = tell(read_session(request.data.session_file(session)))
    files = recorded_files(story)
    if request.out is not None and story.confidential:
        raise BadInput(actions.phrase(FormSay.COPY_CONFIDENTIAL, {}))
    if not files:
        print(actions.phrase(FormSay.NOTHING_RECORDED, {}))
        return Exit.DONE
    states = {file: state_of(request.data.recordings / file.file, file) for file in files}
    for file, state in states.items():
        values = {
            "name": file.name,
            "length": _clock(file.length_ms),
            "bytes": file.file_bytes,
            "hash": file.sha256,
        }
        print(actions.phrase(FormSay(f"file_{state.value}"), values))
    whole = [file for file, state in states.items() if state is FileState.WHOLE]
    if request.out is not None:
        _copy(request.data.recordings, whole, request.out, actions)
    return Exit.DONE if len(whole) == len(files) else Exit.FAILED


def _clock(milliseconds: int) -> str:
    minutes, seconds = divmod(round(milliseconds / 1000), 60)
    return f"{minutes // 60}:{minutes % 60:02}:{seconds:02}"


def state_of(path: Path, file: RecordedFile) -> FileState:
    """Returns how a file on the disk compares with what the log has of it."""
    try:
        with path.open("rb") as opened:
            found = hashlib.file_digest(opened, "sha256").hexdigest()
    except OSError:
        return FileState.MISSING
    return FileState.WHOLE if found == file.sha256 else FileState.CHANGED


def _copy(folder: Path, files: list[RecordedFile], out: Path, actions: Actions) -> None:
    """Copies the files and a list that `sha256sum -c` reads."""
    try:
        out.mkdir(parents=True, exist_ok=True)
        for file in files:
            shutil.copyfile(folder / file.file, out / file.name)
            if state_of(out / file.name, file) is not FileState.WHOLE:
                raise BadInput(actions.phrase(FormSay.COPY_DIFFERS, {"name": file.name}))
        sums = "".join(f"{file.sha256}  {file.name}\n" for file in files)
        (out / SUMS).write_text(sums, encoding="utf-8")
    except OSError as error:
        values = {"path": out, "why": error.strerror or str(error)}
        raise BadInput(actions.phrase(FormSay.COPY_FAILED, values)) from error
    print(actions.phrase(FormSay.COPIED, {"count": len(files), "path": out}))
