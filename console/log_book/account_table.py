"""Operators' accounts in the office store: rows with hashes, counted failures, and tickets of logins that last.

Rule: a password stands here as an Argon2id hash, a ticket as the SHA-256 of 256 random bits; neither leaves through
anything but the comparison. Deeds stand in the register's chain (`console.office.account_acts`), not here.
"""

import hashlib
import secrets
from collections.abc import Callable
from typing import Any

import msgspec

from console.accounts.account import (
    MOST_ACCOUNTS,
    TICKET_HOURS,
    Account,
    AccountFault,
    AccountRefused,
    AccountRole,
    Delegation,
    Employment,
    in_force,
)
from console.accounts.slowing import still_counts
from console.log_book.database import rows, writing
from console.log_book.sqlite_library import Database

TICKET_OCTETS = 32
MOST_TICKETS = 16
"""Of one account; a further one ends the oldest."""
LONGEST_TICKET = 100
_ACCOUNTS = """
CREATE TABLE accounts (
    account TEXT PRIMARY KEY, name TEXT NOT NULL, role TEXT NOT NULL, password_hash TEXT NOT NULL,
    personal INTEGER NOT NULL, made_ms INTEGER NOT NULL, password_ms INTEGER NOT NULL, disabled_ms INTEGER,
    used_ms INTEGER, delegation TEXT
)
"""
_FAILURES = (
    "CREATE TABLE account_failures (account TEXT PRIMARY KEY, failures INTEGER NOT NULL, last_ms INTEGER NOT NULL)"
)
_TICKETS = """
CREATE TABLE account_tickets (
    ticket_hash TEXT PRIMARY KEY, account TEXT NOT NULL, made_ms INTEGER NOT NULL, ends_ms INTEGER NOT NULL,
    locked INTEGER NOT NULL DEFAULT 0
)
"""
_ROW = (
    "SELECT account, name, role, personal, made_ms, password_ms, disabled_ms, used_ms, delegation, employment"
    " FROM accounts"
)


def _hash(ticket: str) -> str:
    return hashlib.sha256(ticket.encode()).hexdigest()


class AccountTable:
    """The accounts of a data folder."""

    def __init__(self, database: Database, wall_ms: Callable[[], int]) -> None:
        self._database, self._wall_ms = database, wall_ms

    @staticmethod
    def make(database: Database) -> None:
        """Makes the tables."""
        for table in (_ACCOUNTS, _FAILURES, _TICKETS):
            database.conn.execute(table)

    @staticmethod
    def add_employment(database: Database) -> None:
        """Lets each account say whose staff its person is."""
        database.conn.execute("ALTER TABLE accounts ADD COLUMN employment TEXT")

    # ------------------------------------------------------------ reading

    def all(self) -> tuple[Account, ...]:
        """Returns every account by name."""
        return tuple(map(_account, rows(self._database, f"{_ROW} ORDER BY account")))

    def get(self, account: str) -> Account | None:
        """Returns an account; None when there is none of that name."""
        found = rows(self._database, f"{_ROW} WHERE account = ?", [account])
        return _account(found[0]) if found else None

    def known(self, account: str) -> Account:
        """Returns an account; raises `AccountRefused` when there is none of that name."""
        found = self.get(account)
        if found is None:
            raise AccountRefused(AccountFault.UNKNOWN, account)
        return found

    def in_force(self) -> bool:
        """Tells whether operating asks for a login."""
        return in_force(self.all())

    def password_hash(self, account: str) -> str | None:
        """Returns what a password is compared with."""
        found = rows(self._database, "SELECT password_hash FROM accounts WHERE account = ?", [account])
        return str(found[0]["password_hash"]) if found else None

    def changes(self) -> int:
        """Returns a number that is another one after any other connection wrote to the store."""
        return int(self._database.conn.execute("PRAGMA data_version").fetchone()[0])

    # ------------------------------------------------------------ changing; each raises `AccountRefused`

    def add(
        self, account: str, name: str, role: AccountRole, password_hash: str, employment: Employment | None = None
    ) -> None:
        """Adds an account; its password is not yet its person's own."""
        now = self._wall_ms()
        with writing(self._database) as connection:
            if self.get(account) is not None:
                raise AccountRefused(AccountFault.TAKEN, account)
            if len(self.all()) >= MOST_ACCOUNTS:
                raise AccountRefused(AccountFault.TOO_MANY)
            connection.execute(
                "INSERT INTO accounts (account, name, role, password_hash, personal, made_ms, password_ms, employment)"
                " VALUES (?, ?, ?, ?, 0, ?, ?, ?)",
                (account, name, role, password_hash, now, now, employment),
            )

    def set_role(self, account: str, role: AccountRole) -> None:
        """Gives an account another role; a delegation that it had ends."""
        self._change(account, "role = ?, delegation = NULL", role)

    def set_employment(self, account: str, employment: Employment) -> None:
        """Keeps whose staff the person is."""
        self._change(account, "employment = ?", employment)

    def disable(self, account: str) -> None:
        """Lets an account log in no more, and ends its tickets."""
        self._change(account, "disabled_ms = ifnull(disabled_ms, ?)", self._wall_ms())
        self.end_tickets(account)

    def enable(self, account: str) -> None:
        """Lets an account log in again."""
        self._change(account, "disabled_ms = NULL")
        self.forget_failures(account)

    def set_password(self, account: str, password_hash: str, *, personal: bool) -> None:
        """Sets another password and ends what was logged in with the one before."""
        self._change(
            account, "password_hash = ?, personal = ?, password_ms = ?", password_hash, int(personal), self._wall_ms()
        )
        self.end_tickets(account)
        self.forget_failures(account)

    def renew_hash(self, account: str, password_hash: str) -> None:
        """Keeps the same password under a stronger hash."""
        self._change(account, "password_hash = ?", password_hash)

    def delegate(self, account: str, delegation: Delegation | None) -> None:
        """Gives a delegated operator a delegation in the place of the one before; None takes it away."""
        known = self.known(account)
        if delegation is not None:
            if known.role is not AccountRole.DELEGATED:
                raise AccountRefused(AccountFault.NOT_DELEGATED_ROLE, account)
            if not delegation.rights:
                raise AccountRefused(AccountFault.SCOPE_EMPTY, account)
            if delegation.until_ms <= max(self._wall_ms(), delegation.from_ms):
                raise AccountRefused(AccountFault.END_PAST, account)
        text = None if delegation is None else msgspec.json.encode(delegation).decode()
        self._change(account, "delegation = ?", text)

    def _change(self, account: str, what: str, *values: str | int | None) -> None:
        with writing(self._database) as connection:
            self.known(account)
            before = self.in_force()
            connection.execute(f"UPDATE accounts SET {what} WHERE account = ?", (*values, account))  # noqa: S608 - no text from outside
            if before and not self.in_force():
                raise AccountRefused(AccountFault.LAST_ADMINISTRATOR, account)

    # ------------------------------------------------------------ failures

    def failures(self, account: str) -> tuple[int, int]:
        """Returns how many logins failed, and when the last did (0: none); all unknown names count as one, ""."""
        found = rows(self._database, "SELECT failures, last_ms FROM account_failures WHERE account = ?", [account])
        if not found or not still_counts(found[0]["last_ms"], self._wall_ms()):
            return 0, 0
        return int(found[0]["failures"]), int(found[0]["last_ms"])

    def count_failure(self, account: str) -> int:
        """Counts a failed login and returns how many there are."""
        failures = self.failures(account)[0] + 1
        with writing(self._database) as connection:
            connection.execute(
                "INSERT OR REPLACE INTO account_failures VALUES (?, ?, ?)", (account, failures, self._wall_ms())
            )
        return failures

    def forget_failures(self, account: str) -> None:
        """Holds no failure against an account any more."""
        with writing(self._database) as connection:
            connection.execute("DELETE FROM account_failures WHERE account = ?", (account,))

    # ------------------------------------------------------------ logins that last

    def make_ticket(self, account: str, hours: int = TICKET_HOURS) -> str:
        """Returns a secret that stands for a login until it ends; keeps its hash."""
        ticket, now = secrets.token_urlsafe(TICKET_OCTETS), self._wall_ms()
        with writing(self._database) as connection:
            connection.execute("DELETE FROM account_tickets WHERE ends_ms <= ?", (now,))
            connection.execute(
                "DELETE FROM account_tickets WHERE account = ? AND ticket_hash NOT IN (SELECT ticket_hash FROM"
                " account_tickets WHERE account = ? ORDER BY made_ms DESC, rowid DESC LIMIT ?)",
                (account, account, MOST_TICKETS - 1),
            )
            connection.execute(
                "INSERT INTO account_tickets (ticket_hash, account, made_ms, ends_ms) VALUES (?, ?, ?, ?)",
                (_hash(ticket), account, now, now + hours * 3_600_000),
            )
            connection.execute("UPDATE accounts SET used_ms = ? WHERE account = ?", (now, account))
        return ticket

    def by_ticket(self, ticket: str) -> tuple[Account, bool] | None:
        """Returns whose login a ticket stands for and whether it was locked; None when it has ended."""
        if not 0 < len(ticket) <= LONGEST_TICKET or not ticket.isascii():
            return None
        found = rows(
            self._database,
            "SELECT account, locked FROM account_tickets WHERE ticket_hash = ? AND ends_ms > ?",
            [_hash(ticket), self._wall_ms()],
        )
        account = self.get(str(found[0]["account"])) if found else None
        return None if account is None or account.disabled_ms is not None else (account, bool(found[0]["locked"]))

    def lock_ticket(self, ticket: str) -> None:
        """Makes a ticket stand for a locked console from now on."""
        with writing(self._database) as connection:
            connection.execute("UPDATE account_tickets SET locked = 1 WHERE ticket_hash = ?", (_hash(ticket),))

    def end_ticket(self, ticket: str) -> None:
        """Ends one login."""
        with writing(self._database) as connection:
            connection.execute("DELETE FROM account_tickets WHERE ticket_hash = ?", (_hash(ticket),))

    def end_tickets(self, account: str) -> None:
        """Ends every login of an account."""
        with writing(self._database) as connection:
            connection.execute("DELETE FROM account_tickets WHERE account = ?", (account,))


def _account(row: dict[str, Any]) -> Account:
    given = row["delegation"]
    values = {**row, "personal": bool(row["personal"]), "delegation": None}
    if given is not None:
        values["delegation"] = msgspec.json.decode(given)
    return msgspec.convert(values, Account)
