"""What somebody typed after `department`, as frozen values."""

from pathlib import Path

from console.command_line.requests import Request
from console.office.form_records import FormName


class DepartmentRequest(Request):
    """Base of the department's requests; `person` stands in the register as who did it."""

    person: str


class TakePackages(DepartmentRequest):
    """`paths` are packages, or folders in which packages lie."""

    paths: tuple[Path, ...]
    json: bool


class RegisterKey(DepartmentRequest):
    fingerprint: str
    unit: str
    site: str | None
    paper: str


class RevokeKey(DepartmentRequest):
    fingerprint: str
    reason: str


class ListKeys(DepartmentRequest):
    pass


class InPeriod(DepartmentRequest):
    """Days as `YYYY-MM-DD`, both counted in; without them the period of today by the profile's closing days."""

    first_day: str | None
    last_day: str | None
    period: str


class ListPackages(InPeriod):
    json: bool


class ListSilent(InPeriod):
    json: bool


class WriteReport(InPeriod):
    """Phụ lục III or the statistics of all units together; `out` names the kind of file by its ending."""

    name: FormName
    out: Path


class GiveReceipts(DepartmentRequest):
    """`session` is the end of a session's identifier; None: every package that was taken."""

    session: str | None
    out: Path


class CheckReport(DepartmentRequest):
    """`file` is the report; its signature stands beside it."""

    file: Path
    key: str | None


class CheckReceipt(DepartmentRequest):
    file: Path
    key: str | None
