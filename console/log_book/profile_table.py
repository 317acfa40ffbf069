"""The profiles that sessions were held under, whole, by their hash.

Rule: a profile is kept once and never changed, so that a log's `profile_hash` can be looked up years later.
"""

from collections.abc import Callable

from console.log_book.database import writing
from console.log_book.sqlite_library import Database


class ProfileTable:
    """The profiles used so far."""

    def __init__(self, database: Database, wall_ms: Callable[[], int]) -> None:
        self._database = database
        self._wall_ms = wall_ms

    @staticmethod
    def make(database: Database) -> None:
        """Makes the table."""
        database.conn.execute(
            "CREATE TABLE profiles (profile_hash TEXT PRIMARY KEY, profile_id TEXT NOT NULL, content TEXT NOT NULL,"
            " first_used_ms INTEGER NOT NULL)"
        )

    def keep(self, profile_hash: str, profile_id: str, content: str) -> None:
        """Keeps a profile's file as it is used."""
        with writing(self._database) as connection:
            connection.execute(
                "INSERT OR IGNORE INTO profiles VALUES (?, ?, ?, ?)",
                (profile_hash, profile_id, content, self._wall_ms()),
            )

    def content(self, profile_hash: str) -> str | None:
        """Returns the file of a profile by its hash; None when it was never used here."""
        row = self._database.conn.execute(
            "SELECT content FROM profiles WHERE profile_hash = ?", (profile_hash,)
        ).fetchone()
        return str(row[0]) if row else None
