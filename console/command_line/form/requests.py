"""What somebody typed after `form`, as frozen values."""

from pathlib import Path

from console.command_line.requests import Request
from console.office.form_records import Confirms, FormField, FormName, SigningMethod


class FormRequest(Request):
    """Base of the form requests; `person` stands in the register as who did it."""

    person: str


class WriteSessionForm(FormRequest):
    """`session` is an identifier, or how it begins or ends; None: the last one. `blank` leaves all to be written."""

    name: FormName
    session: str | None
    out: Path
    blank: bool
    technical: bool
    incident: str


class WritePeriodForm(FormRequest):
    """Days as `YYYY-MM-DD`, both counted in; without them the profile's period of today by its closing days."""

    name: FormName
    first_day: str | None
    last_day: str | None
    period: str | None
    out: Path
    blank: bool


class WriteSecurityReport(FormRequest):
    """The report of security by level; days and period as in `WritePeriodForm`."""

    first_day: str | None
    last_day: str | None
    period: str | None
    out: Path


class ShowForm(FormRequest):
    """Phụ lục II of a session as one JSON object."""

    session: str | None


class CorrectForm(FormRequest):
    """`site` is a number, an identifier or a name; empty for a place of the whole form."""

    session: str | None
    field: FormField
    value: str
    site: str
    reason: str


class ConfirmForm(FormRequest):
    session: str | None
    role: Confirms
    full_name: str
    title: str
    method: SigningMethod
    signed: Path | None


class RateSite(FormRequest):
    session: str | None
    site: str
    sound: int | None
    picture: int | None
    line: int | None
    remark: str


class ListRecordings(FormRequest):
    """The files of a session's recording, compared with the log; `out` is a folder to copy the whole ones to."""

    session: str | None
    out: Path | None


class RemindOfHandover(FormRequest):
    """Puts the reminder of a session's recordings into the register, or notes that they were handed over."""

    session: str | None
    given_by: str
    received_by: str
    receipt: str
    medium: str
