"""All that concerns security as one list: events, credentials, accounts and configuration, the newest first.

Rule: a row says when, what, who and where; how it is said is not decided here. Pure.
"""

from collections.abc import Iterable
from typing import Any

import msgspec

from console.configuration.configuration_records import ChangeStanding, ConfigurationChange
from console.office.account_acts import FAILURES, AccountAct
from console.office.record import Record, Version
from console.office.security_acts import SecurityAct
from console.office.security_events import SecurityEvent, SecurityMatter
from console.words import SiteId

SECURITY_KINDS: tuple[type[Record], ...] = (SecurityEvent, SecurityAct, AccountAct, ConfigurationChange)
"""The kinds of record that the list is made from."""


class SecurityRow(msgspec.Struct, frozen=True, kw_only=True):
    """One line of the list; `record` is what it was made from."""

    wall_ms: int
    matter: SecurityMatter
    person: str = ""
    site: SiteId | None = None
    address: str = ""
    reason: str = ""
    record: Any


def security_rows(versions: Iterable[Version[Any]]) -> tuple[SecurityRow, ...]:
    """Returns a row for each version of these records, the newest first."""
    newest_first = sorted(versions, key=lambda told: (told.wall_ms, told.line), reverse=True)
    return tuple(_row(told, told.content) for told in newest_first if told.content is not None)


def _row(told: Version[Any], record: Record) -> SecurityRow:
    return SecurityRow(
        wall_ms=told.wall_ms,
        matter=_matter(record),
        person=told.person,
        site=getattr(record, "site", None),
        address=getattr(record, "address", ""),
        reason=told.reason,
        record=record,
    )


def _matter(record: Record) -> SecurityMatter:
    if isinstance(record, SecurityEvent):
        return record.matter
    if isinstance(record, AccountAct):
        return SecurityMatter.FAILED_LOGIN if record.deed in FAILURES else SecurityMatter.ACCOUNT
    return SecurityMatter.CONFIGURATION if isinstance(record, ConfigurationChange) else SecurityMatter.CREDENTIALS


def is_unapproved(row: SecurityRow) -> bool:
    """Returns whether a row is a change of frozen configuration that nobody agreed to."""
    return isinstance(row.record, ConfigurationChange) and row.record.standing is ChangeStanding.UNAPPROVED
