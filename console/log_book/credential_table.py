"""Invitations and credentials in the office store: the `CredentialBook` of the program.

Rule: a secret is 256 random bits and stands here as its SHA-256, which needs no salt for so long a secret; a code has
100 random bits, works once and expires. The secret itself is returned once and kept nowhere; of a site's key only the
public half ever comes here.
"""

import base64
import hashlib
import json
import secrets
import sqlite3
from collections.abc import Callable

from console.log_book.credential_rows import credential_rows
from console.log_book.database import writing
from console.log_book.sqlite_library import Database
from console.ports_identity import (
    BROWSER_SECONDS,
    DEVICE_SECONDS,
    KEY_SECONDS,
    RENEWED,
    REPLACED_SECONDS,
    Admitted,
    CodeFault,
    CodeRefused,
    CredentialKind,
)
from console.sites.credential_row import CredentialRow
from console.words import SiteId

CODE_BITS = 100
CODE_SIGNS = CODE_BITS // 5
GROUP_SIGNS = 4
SECRET_OCTETS = 32
LONGEST_BEARER = 200

# Base32 has no 0, 1 and 8: whoever reads a code aloud or types it cannot go wrong with them.
_MISREAD = str.maketrans("018", "OIB")


def grouped(code: str) -> str:
    """Returns a code in groups of four signs (`ABCD-EFGH-…`)."""
    return "-".join(code[at : at + GROUP_SIGNS] for at in range(0, len(code), GROUP_SIGNS))


def plain_code(typed: str) -> str:
    """Returns a code as it was made from how somebody typed it."""
    return "".join(sign for sign in typed.upper() if sign.isascii() and sign.isalnum()).translate(_MISREAD)


def _hash(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()


def _mark_of_key(public_key: str) -> str:
    """Returns what stands in the place of a secret's hash; no secret has a hash with a space."""
    return f"key {public_key}"


def _shown(text: str) -> bool:
    return bool(text) and len(text) <= LONGEST_BEARER and text.isascii()


class CredentialTable:
    """The `CredentialBook` of a data folder."""

    def __init__(self, database: Database, wall_ms: Callable[[], int]) -> None:
        self._database = database
        self._wall_ms = wall_ms
        self._used: dict[str, int] = {}
        """When a credential was shown and taken, until that is written; at most as many as there are good ones."""

    @staticmethod
    def make(database: Database) -> None:
        """Makes the tables."""
        database.conn.execute(
            "CREATE TABLE credentials (credential TEXT PRIMARY KEY, site TEXT NOT NULL, kind TEXT NOT NULL,"
            " secret_hash TEXT NOT NULL UNIQUE, made_ms INTEGER NOT NULL, revoked_ms INTEGER)"
        )
        database.conn.execute(
            "CREATE TABLE invitations (code_hash TEXT PRIMARY KEY, site TEXT NOT NULL, announced TEXT NOT NULL,"
            " fingerprint TEXT NOT NULL, made_ms INTEGER NOT NULL, expires_ms INTEGER NOT NULL, used_ms INTEGER,"
            " revoked_ms INTEGER, credential TEXT)"
        )

    @staticmethod
    def add_periods(database: Database) -> None:
        """Gives credentials an end and a successor; those that stand there keep neither."""
        for column in ("expires_ms INTEGER", "replaced_by TEXT"):
            database.conn.execute(f"ALTER TABLE credentials ADD COLUMN {column}")

    @staticmethod
    def add_uses(database: Database) -> None:
        """Gives credentials the moment of their last use."""
        database.conn.execute("ALTER TABLE credentials ADD COLUMN used_ms INTEGER")

    def all(self) -> tuple[CredentialRow, ...]:
        """Returns every credential, also those that are no longer good, by site and the newest of each first."""
        return credential_rows(self._database)

    def keep_uses(self) -> None:
        """Writes which credentials were used since the last call, all at once; costs nothing when none was."""
        if not self._used:
            return
        with writing(self._database) as connection:
            connection.executemany(
                "UPDATE credentials SET used_ms = ? WHERE credential = ?",
                [(used_ms, credential) for credential, used_ms in self._used.items()],
            )
        self._used.clear()

    def issue_invitation(
        self, site: SiteId, announced_addresses: tuple[str, ...], fingerprint: str, valid_seconds: int
    ) -> str:
        """Returns a new one-time code of a site (groups of base32 signs); older codes stay valid until they expire."""
        code = base64.b32encode(secrets.token_bytes(CODE_BITS // 8 + 1)).decode()[:CODE_SIGNS]
        now = self._wall_ms()
        with writing(self._database) as connection:
            connection.execute(
                "INSERT INTO invitations (code_hash, site, announced, fingerprint, made_ms, expires_ms)"
                " VALUES (?, ?, ?, ?, ?, ?)",
                (_hash(code), site, json.dumps(announced_addresses), fingerprint, now, now + valid_seconds * 1000),
            )
        return grouped(code)

    def redeem(self, code: str) -> str:
        """Returns a new bearer secret for a code, once, for a client that holds no key; raises `CodeRefused`."""
        secret = secrets.token_urlsafe(SECRET_OCTETS)
        with writing(self._database) as connection:
            site = self._usable(connection, _hash(plain_code(code)))
            made = self._add(connection, site, CredentialKind.BROWSER, _hash(secret), BROWSER_SECONDS)
            self._spend(connection, code, made)
        return secret

    def redeem_for_key(self, code: str, public_key: str) -> Admitted:
        """Takes a site's public key for a code, once; the same key may ask again, its answer may have been lost.

        Raises `CodeRefused`.
        """
        mark = _mark_of_key(public_key)
        with writing(self._database) as connection:
            given = self._given(connection, code, mark)
            if given is not None:
                return given
            site = self._usable(connection, _hash(plain_code(code)))
            if self._taken(mark):  # one key is one site's; whoever shows it again made no new one
                raise CodeRefused(CodeFault.USED, site)
            made = self._add(connection, site, CredentialKind.PROGRAM, mark, KEY_SECONDS)
            self._spend(connection, code, made)
        return made

    def _given(self, connection: sqlite3.Connection, code: str, mark: str) -> Admitted | None:
        """Returns what this very key got for this code before, as long as it is good."""
        row = connection.execute(
            "SELECT credential FROM invitations WHERE code_hash = ?", (_hash(plain_code(code)),)
        ).fetchone()
        known = self._good(mark)
        return known if row and known and row[0] == known.credential else None

    def _spend(self, connection: sqlite3.Connection, code: str, made: Admitted) -> None:
        connection.execute(
            "UPDATE invitations SET used_ms = ?, credential = ? WHERE code_hash = ?",
            (self._wall_ms(), made.credential, _hash(plain_code(code))),
        )

    def replace_by_key(self, credential: str, public_key: str) -> Admitted:
        """Takes a new key in the place of a credential that is still good, which ends when the new one is used.

        Raises `CodeRefused` for a credential that is not good, and for a key that is known already.
        """
        now, mark = self._wall_ms(), _mark_of_key(public_key)
        with writing(self._database) as connection:
            row = connection.execute(
                "SELECT site FROM credentials WHERE credential = ?"
                " AND revoked_ms IS NULL AND (expires_ms IS NULL OR expires_ms > ?)",
                (credential, now),
            ).fetchone()
            if row is None:
                raise CodeRefused(CodeFault.REVOKED)
            if self._taken(mark):
                raise CodeRefused(CodeFault.USED, str(row[0]))
            renewed = self._renewed(connection, credential)
            made = self._add(connection, str(row[0]), CredentialKind.PROGRAM, mark, KEY_SECONDS, renewed)
            connection.execute(
                "UPDATE credentials SET replaced_by = ?, expires_ms = min(ifnull(expires_ms, ?), ?)"
                " WHERE credential = ?",
                (made.credential, now + REPLACED_SECONDS * 1000, now + REPLACED_SECONDS * 1000, credential),
            )
        return made

    def _renewed(self, connection: sqlite3.Connection, credential: str) -> str:
        machine = credential.partition(RENEWED)[0]
        (before,) = connection.execute(
            "SELECT count(*) FROM credentials WHERE substr(credential, 1, ?) = ?",
            (len(machine) + 1, machine + RENEWED),
        ).fetchone()
        return f"{machine}{RENEWED}{before + 1}"

    def _usable(self, connection: sqlite3.Connection, code_hash: str) -> SiteId:
        row = connection.execute(
            "SELECT site, expires_ms, used_ms, revoked_ms FROM invitations WHERE code_hash = ?", (code_hash,)
        ).fetchone()
        if row is None:
            raise CodeRefused(CodeFault.UNKNOWN)
        site, expires_ms, used_ms, revoked_ms = row
        if used_ms is not None:
            raise CodeRefused(CodeFault.USED, site)
        if revoked_ms is not None:
            raise CodeRefused(CodeFault.REVOKED, site)
        if self._wall_ms() >= expires_ms:
            raise CodeRefused(CodeFault.EXPIRED, site)
        return str(site)

    def _add(
        self,
        connection: sqlite3.Connection,
        site: SiteId,
        kind: CredentialKind,
        mark: str,
        seconds: int,
        credential: str | None = None,
    ) -> Admitted:
        now = self._wall_ms()
        credential = credential or f"{kind.value[0]}-{secrets.token_hex(6)}"
        made = Admitted(site, credential, kind, now + seconds * 1000)
        connection.execute(
            "INSERT INTO credentials (credential, site, kind, secret_hash, made_ms, expires_ms)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            (made.credential, site, kind, mark, now, made.expires_ms),
        )
        return made

    def issue_device_secret(self, site: SiteId, valid_seconds: int = DEVICE_SECONDS) -> str:
        """Returns a new reusable bearer secret of a site, valid until its end or until it is revoked."""
        secret = secrets.token_urlsafe(SECRET_OCTETS)
        with writing(self._database) as connection:
            self._add(connection, site, CredentialKind.DEVICE, _hash(secret), valid_seconds)
        return secret

    def check(self, bearer: str) -> Admitted | None:
        """Returns whose secret this is; None for one that is unknown, revoked or expired."""
        # Found by its hash: how long this takes says nothing about the secret.
        return self._taken_now(self._good(_hash(bearer))) if _shown(bearer) else None

    def check_key(self, public_key: str) -> Admitted | None:
        """Returns whose public key this is; None for one that is unknown, revoked or expired.

        The credential that this one replaced ends here.
        """
        found = self._good(_mark_of_key(public_key)) if _shown(public_key) else None
        if found is not None:
            self._end_replaced(found.credential)
        return self._taken_now(found)

    def _taken_now(self, found: Admitted | None) -> Admitted | None:
        if found is not None:
            self._used[found.credential] = self._wall_ms()
        return found

    def is_good(self, credential: str) -> bool:
        """Tells whether a credential is neither revoked nor expired."""
        row = self._database.conn.execute(
            "SELECT 1 FROM credentials WHERE credential = ?"
            " AND revoked_ms IS NULL AND (expires_ms IS NULL OR expires_ms > ?)",
            (credential, self._wall_ms()),
        ).fetchone()
        return row is not None

    def site_of_revoked(self, shown: str) -> SiteId | None:
        """Returns whose bearer secret or public key this was before it was revoked; None for any other."""
        if not _shown(shown):
            return None
        row = self._database.conn.execute(
            "SELECT site FROM credentials WHERE secret_hash IN (?, ?) AND revoked_ms IS NOT NULL",
            (_hash(shown), _mark_of_key(shown)),
        ).fetchone()
        return None if row is None else str(row[0])

    def has_expired(self, shown: str) -> bool:
        """Tells whether a bearer secret or public key was good and has come to its end."""
        if not _shown(shown):
            return False
        row = self._database.conn.execute(
            "SELECT 1 FROM credentials WHERE secret_hash IN (?, ?) AND revoked_ms IS NULL AND expires_ms <= ?",
            (_hash(shown), _mark_of_key(shown), self._wall_ms()),
        ).fetchone()
        return row is not None

    def _good(self, mark: str) -> Admitted | None:
        row = self._database.conn.execute(
            "SELECT site, credential, kind, expires_ms FROM credentials WHERE secret_hash = ?"
            " AND revoked_ms IS NULL AND (expires_ms IS NULL OR expires_ms > ?)",
            (mark, self._wall_ms()),
        ).fetchone()
        return Admitted(str(row[0]), str(row[1]), CredentialKind(row[2]), row[3]) if row else None

    def _taken(self, mark: str) -> bool:
        question = "SELECT 1 FROM credentials WHERE secret_hash = ?"
        return self._database.conn.execute(question, (mark,)).fetchone() is not None

    def _end_replaced(self, credential: str) -> None:
        question = "SELECT 1 FROM credentials WHERE replaced_by = ? AND revoked_ms IS NULL"
        if self._database.conn.execute(question, (credential,)).fetchone():
            with writing(self._database) as connection:
                connection.execute(
                    "UPDATE credentials SET revoked_ms = ? WHERE replaced_by = ? AND revoked_ms IS NULL",
                    (self._wall_ms(), credential),
                )

    def revoke(self, *, site: SiteId | None = None, credential: str | None = None) -> int:
        """Ends all credentials and open codes of a site, or one credential; returns how many credentials ended."""
        now = self._wall_ms()
        with writing(self._database) as connection:
            ended = connection.execute(
                "UPDATE credentials SET revoked_ms = ? WHERE revoked_ms IS NULL AND (site = ? OR credential = ?)",
                (now, site, credential),
            ).rowcount
            connection.execute(
                "UPDATE invitations SET revoked_ms = ? WHERE site = ? AND used_ms IS NULL AND revoked_ms IS NULL",
                (now, site),
            )
        return ended
