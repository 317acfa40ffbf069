"""Invitations and credentials in the office store: the `CredentialBook` of the program.

Rule: a secret is 256 random bits and stands here as its SHA-256, which needs no salt for so long a secret; a code has
100 random bits, works once and expires. The secret itself is returned once and kept nowhere.
"""

import base64
import hashlib
import json
import secrets
import sqlite3
from collections.abc import Callable

from console.log_book.database import writing
from console.log_book.sqlite_library import Database
from console.ports_identity import Admitted, CodeFault, CodeRefused, CredentialKind
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


class CredentialTable:
    """The `CredentialBook` of a data folder."""

    def __init__(self, database: Database, wall_ms: Callable[[], int]) -> None:
        self._database = database
        self._wall_ms = wall_ms

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
        """Returns a new credential's secret for a code, once; raises `CodeRefused`."""
        code_hash = _hash(plain_code(code))
        with writing(self._database) as connection:
            site = self._usable(connection, code_hash)
            secret, credential = self._add(connection, site, CredentialKind.PROGRAM)
            connection.execute(
                "UPDATE invitations SET used_ms = ?, credential = ? WHERE code_hash = ?",
                (self._wall_ms(), credential, code_hash),
            )
        return secret

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

    def _add(self, connection: sqlite3.Connection, site: SiteId, kind: CredentialKind) -> tuple[str, str]:
        secret = secrets.token_urlsafe(SECRET_OCTETS)
        credential = f"{kind.value[0]}-{secrets.token_hex(6)}"
        connection.execute(
            "INSERT INTO credentials (credential, site, kind, secret_hash, made_ms) VALUES (?, ?, ?, ?, ?)",
            (credential, site, kind, _hash(secret), self._wall_ms()),
        )
        return secret, credential

    def issue_device_secret(self, site: SiteId) -> str:
        """Returns a new reusable bearer secret of a site, valid until it is revoked."""
        with writing(self._database) as connection:
            secret, _ = self._add(connection, site, CredentialKind.DEVICE)
        return secret

    def check(self, bearer: str) -> Admitted | None:
        """Returns whose secret this is; None for an unknown or revoked one."""
        if not bearer or len(bearer) > LONGEST_BEARER or not bearer.isascii():
            return None
        # Found by its hash: how long this takes says nothing about the secret.
        row = self._database.conn.execute(
            "SELECT site, credential, kind FROM credentials WHERE secret_hash = ? AND revoked_ms IS NULL",
            (_hash(bearer),),
        ).fetchone()
        return Admitted(str(row[0]), str(row[1]), CredentialKind(row[2])) if row else None

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
