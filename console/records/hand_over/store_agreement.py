"""Compares a package with what the machine that wrote its session's log remembers: the office store and the log itself.

Rule: a chain proves its own middle and never its end, and whoever cuts a log short may seal what is left again. The
store knows count and head from when the lines were written. A package that ends before the session does was made while
it ran, and that is believed only where the log here is whole and holds the very same lines.
"""

from enum import StrEnum
from pathlib import Path

from console.log_book.database import StoreUnusable, reading
from console.log_book.office_store import OfficeStore
from console.log_book.session_reading import FileEnded, raw_lines
from console.log_book.session_table import SessionRow
from console.log_book.verification import verify_log
from console.records.hand_over import layout
from console.records.hand_over.package_verdict import SOUND_LOGS, PackageFacts, PackageFault, PackageFinding


class StoreSays(StrEnum):
    """What comparing came to, where nothing speaks against the package."""

    AGREES = "store_agrees"
    KNOWS_MORE = "store_knows_more"
    """The session went on after it was packed while it ran."""
    KNOWS_NOTHING = "store_knows_nothing"


def compare_with_store(facts: PackageFacts, office: OfficeStore | None, log: Path) -> StoreSays | PackageFinding:
    """Returns what this machine says of a package that is whole in itself; `log` is where its session's file would be.

    Raises `StoreUnusable` where the store cannot be read.
    """
    known = None if office is None else office.sessions.get(facts.session)
    if office is None or known is None:
        return StoreSays.KNOWS_NOTHING
    if facts.count == known.lines:
        return StoreSays.AGREES if facts.head == known.head else _head_differs(facts, known)
    if not facts.ended and facts.count < known.lines and _held_whole(facts, office, log):
        return StoreSays.KNOWS_MORE
    return PackageFinding(
        fault=PackageFault.STORE_COUNT_DIFFERS, name=layout.EVENTS, wanted=str(known.lines), found=str(facts.count)
    )


def _head_differs(facts: PackageFacts, known: SessionRow) -> PackageFinding:
    return PackageFinding(
        fault=PackageFault.STORE_HEAD_DIFFERS, name=layout.EVENTS, wanted=known.head, found=facts.head
    )


def _held_whole(facts: PackageFacts, office: OfficeStore, log: Path) -> bool:
    """Returns whether the log here is whole by the store and holds the package's last line in its place."""
    try:
        if verify_log(log, office).finding not in SOUND_LOGS:
            return False
        with reading(log) as connection:
            held = next((raw.hash for raw in raw_lines(connection) if raw.number == facts.count), None)
    except (StoreUnusable, FileEnded):
        return False
    return held == facts.head
