"""What somebody typed after `credentials`, as frozen values."""

from pathlib import Path

from console.command_line.requests import Request


class CredentialRequest(Request):
    """Base of these requests; `person` stands in the register as who did it."""

    person: str


class ListCredentials(CredentialRequest):
    """`site` None: all; `ends_within` in days: only those that are good now and will not be then."""

    site: str | None
    ends_within: int | None
    json: bool


class RevokeSiteCredentials(CredentialRequest):
    site: str


class ListSecurityActs(CredentialRequest):
    """`csv` None: they are printed."""

    csv: Path | None
