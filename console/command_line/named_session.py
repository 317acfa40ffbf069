"""Which session somebody means: its identifier, or how that begins or ends; by default the last one."""

from console.command_line.actions import Actions
from console.command_line.exits import BadInput
from console.command_line.package_phrasing import PackageSay
from console.data_folder import DataFolder
from console.log_book.office_store import OfficeStore
from console.log_book.session_table import SessionRow

NAMED_SESSIONS = 5
"""How many sessions are named to somebody who asked for one that is not there."""


def named_session(office: OfficeStore, wanted: str | None, data: DataFolder, actions: Actions) -> SessionRow:
    """Returns the session; raises `BadInput` when there is none or more than one."""
    rows = office.sessions.all()
    if not rows:
        raise BadInput(actions.phrase(PackageSay.NO_SESSION_YET, {"folder": data.root}))
    if wanted is None:
        return rows[0]
    found = [row for row in rows if row.session == wanted]
    found = found or [
        row for row in rows if wanted and (row.session.startswith(wanted) or row.session.endswith(wanted))
    ]
    if len(found) != 1:
        names = ", ".join(f"{row.session} ({row.title})" if row.title else row.session for row in rows[:NAMED_SESSIONS])
        raise BadInput(actions.phrase(PackageSay.SESSION_UNKNOWN, {"text": wanted, "names": names}))
    return found[0]
