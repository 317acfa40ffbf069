"""The credentials of a data folder as a list to look at, read from its store.

Rule: what is no longer good stays in the list and says so.
"""

import msgspec

from console.log_book.database import rows
from console.log_book.sqlite_library import Database
from console.sites.credential_row import CredentialRow

MOST_ROWS = 10_000
"""The newest of them; more are not shown."""


def credential_rows(database: Database) -> tuple[CredentialRow, ...]:
    """Returns the credentials by site, the newest of each first."""
    found = rows(
        database,
        "SELECT credential, site, kind, made_ms, expires_ms AS ends_ms, used_ms, revoked_ms FROM"
        " (SELECT * FROM credentials ORDER BY made_ms DESC LIMIT ?) ORDER BY site, made_ms DESC, credential",
        [MOST_ROWS],
    )
    return tuple(msgspec.convert(row, CredentialRow) for row in found)
