"""What somebody typed after `security`, as frozen values."""

from pathlib import Path

from console.command_line.requests import Request
from console.office.security_events import SecurityMatter


class SecurityRequest(Request):
    """Base of these requests."""

    person: str


class ListSecurityEvents(SecurityRequest):
    """`since` is a day as `YYYY-MM-DD`, None: all; `kind` None: of every matter; `csv` None: they are printed."""

    since: str | None
    kind: SecurityMatter | None
    csv: Path | None
