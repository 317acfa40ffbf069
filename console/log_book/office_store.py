"""The office store: what outlives a session.

Rule: one file; each kind of table stands in the module of its name; several processes may have it
open at the same time. Secrets stand in it as hashes only.
"""

import sqlite3
import time
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Self

from console.log_book.account_table import AccountTable
from console.log_book.credential_table import CredentialTable
from console.log_book.database import BUSY_SECONDS, StoreUnusable, Synchronous, open_store
from console.log_book.profile_table import ProfileTable
from console.log_book.register_table import RegisterTable
from console.log_book.session_table import SessionTable
from console.log_book.site_table import SiteTable
from console.log_book.sqlite_library import Database
from console.trouble import TroubleKind, trouble


def wall_clock_ms() -> int:
    """Returns the wall clock in milliseconds (UTC)."""
    return time.time_ns() // 1_000_000


def _first(database: Database) -> None:
    for table in (SiteTable, SessionTable, CredentialTable, ProfileTable):
        table.make(database)


def _second(database: Database) -> None:
    RegisterTable.make(database)


def _third(database: Database) -> None:
    CredentialTable.add_periods(database)


def _fourth(database: Database) -> None:
    CredentialTable.add_uses(database)


def _fifth(database: Database) -> None:
    AccountTable.make(database)


def _sixth(database: Database) -> None:
    AccountTable.add_employment(database)


MIGRATIONS = (_first, _second, _third, _fourth, _fifth, _sixth)


class OfficeStore:
    """The office store of a data folder; used by the thread that opened it.

    Raises `StoreUnusable` with one sentence when the file cannot be opened.
    """

    def __init__(
        self,
        path: Path,
        *,
        synchronous: Synchronous = Synchronous.FULL,
        busy_seconds: float = BUSY_SECONDS,
        wall_ms: Callable[[], int] = wall_clock_ms,
    ) -> None:
        try:
            self._database = open_store(path, MIGRATIONS, synchronous, busy_seconds)
        except (sqlite3.Error, OSError) as error:
            raise StoreUnusable(trouble(TroubleKind.STORE_UNUSABLE, path=path, why=error)) from error
        self.path, self.wall_ms = path, wall_ms
        self.sites = SiteTable(self._database)
        self.sessions = SessionTable(self._database, wall_ms)
        self.credentials = CredentialTable(self._database, wall_ms)
        self.accounts = AccountTable(self._database, wall_ms)
        self.profiles = ProfileTable(self._database, wall_ms)
        self.register = RegisterTable(self._database, wall_ms)

    def written_by_others(self) -> int:
        """Returns a number that is another one whenever another program has written to the file; reads no page of it.

        See sqlite.org/pragma.html#pragma_data_version.
        """
        return int(self._database.conn.execute("PRAGMA data_version").fetchone()[0])

    def close(self) -> None:
        """Closes the file."""
        self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
