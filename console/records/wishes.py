"""What a window wants read that is no record of the register: a session's forms, its recordings, a period's ledger.

Rule: plain values; whoever reads answers each wish with what it names, or with why not.
"""

from collections.abc import Mapping

import msgspec

from console.records.gathered import Gathered
from console.records.recording_files import RecordedFile


class FormWanted(msgspec.Struct, frozen=True):
    """All that a session's forms are made of: answered by `Gathered`."""

    session: str


class LedgerWanted(msgspec.Struct, frozen=True):
    """The ledger of the sessions that began in a period: answered by `Ledger`. Milliseconds, the end not included."""

    from_ms: int
    until_ms: int


class RecordingsWanted(msgspec.Struct, frozen=True):
    """The files of a session's recording: answered by `RecordingsHeld`."""

    session: str


class RecordingsHeld(msgspec.Struct, frozen=True, kw_only=True):
    """A session's recorded files as the log has them, and what of them lies on this machine."""

    gathered: Gathered
    files: tuple[RecordedFile, ...]
    folder: str
    """Where `RecordedFile.file` is below."""
    lying_bytes: Mapping[str, int]
    """The size on the disk, by `RecordedFile.file`; one that is not there is not in it."""


class ProofWanted(msgspec.Struct, frozen=True):
    """A file read to its end and held against the log: answered by `FileState`."""

    file: RecordedFile


AnyWish = FormWanted | LedgerWanted | RecordingsWanted | ProofWanted
