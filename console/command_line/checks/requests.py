"""What somebody typed after `check`, as frozen values."""

from pathlib import Path

from console.command_line.requests import Request


class CheckRequest(Request):
    """Base of the requests about the technical check; without `stage` the first that the profile asks for."""

    person: str
    stage: str


class RunChecks(CheckRequest):
    """`sites` as typed; none: all whom the stage is for. `wait` prints what was found, as it comes."""

    sites: tuple[str, ...]
    only_failed: bool
    wait: bool


class ListChecks(CheckRequest):
    """Of a meeting in the register, or (None) of the session that runs."""

    meeting: str | None
    csv: bool


class TickChecks(CheckRequest):
    """One item by hand, or a whole file of them."""

    site: str | None
    item: str | None
    result: str | None
    note: str
    by: str
    file: Path | None


class ReportChecks(CheckRequest):
    """`out` is the page for the chair: DOCX, XLSX or CSV by its ending."""

    meeting: str | None
    out: Path | None
