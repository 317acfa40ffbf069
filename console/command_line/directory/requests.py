"""What somebody typed after `directory`, as frozen values."""

from pathlib import Path

from console.command_line.requests import Request


class DirectoryRequest(Request):
    """Base of the directory's requests; `list` names one of `console.office.lists`, `person` is who did it."""

    person: str
    list: str


class ImportList(DirectoryRequest):
    """`try_it` judges the file and changes nothing."""

    file: Path
    reason: str
    try_it: bool


class ExportList(DirectoryRequest):
    file: Path


class ShowList(DirectoryRequest):
    json: bool


class ShowVersions(DirectoryRequest):
    """All versions of one entry, named by its identifier or a part of its name."""

    entry: str


class StepBack(DirectoryRequest):
    """Brings the version before the newest one back, as a new version."""

    entry: str
    reason: str
