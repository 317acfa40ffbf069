"""What checking a package found, as plain values that cost nothing to import.

Rule: every finding names its place: the file, and among events the number of the event.
"""

from enum import StrEnum

import msgspec

from console.log_book.verdict import Finding, Fracture


class PackageFault(StrEnum):
    """Why a package cannot be judged (the first four) or is refused."""

    MISSING = "missing"
    NOT_A_PACKAGE = "not_a_package"
    UNREADABLE = "unreadable"
    VERSION_UNKNOWN = "version_unknown"

    ARCHIVE_DAMAGED = "archive_damaged"
    ARCHIVE_ODD = "archive_odd"
    """A file in the archive is encrypted or packed in a way that packages never are."""
    TOO_MANY_FILES = "too_many_files"
    TOO_LARGE = "too_large"
    BOMB = "bomb"
    NAME_CLIMBS_OUT = "name_climbs_out"
    NAME_NOT_PORTABLE = "name_not_portable"
    NAMES_COLLIDE = "names_collide"
    NOT_A_FILE = "not_a_file"
    """A link, a pipe or a device stands where a file should."""
    FILE_MISSING = "file_missing"
    FILE_UNLISTED = "file_unlisted"
    FILE_CHANGED = "file_changed"
    FILE_DAMAGED = "file_damaged"
    """A file cannot be read to its end."""
    LIST_MALFORMED = "list_malformed"
    INFO_MISSING = "info_missing"
    SIZE_DIFFERS = "size_differs"
    SIGNATURE_MALFORMED = "signature_malformed"
    SIGNATURE_WRONG = "signature_wrong"
    KEY_OTHER = "key_other"
    EVENT_BROKEN = "event_broken"
    COUNT_DIFFERS = "count_differs"
    HEAD_DIFFERS = "head_differs"
    SNAPSHOT_DIFFERS = "snapshot_differs"
    SNAPSHOT_UNREADABLE = "snapshot_unreadable"
    STORE_COUNT_DIFFERS = "store_count_differs"
    """The package ends before the session does, as the machine that wrote its log remembers it (or after)."""
    STORE_HEAD_DIFFERS = "store_head_differs"
    LOG_WAS_BROKEN = "log_was_broken"
    """The package is as it was signed, but the log was not whole when it was packed; `found` says what it was."""


UNUSABLE = frozenset(
    {PackageFault.MISSING, PackageFault.NOT_A_PACKAGE, PackageFault.UNREADABLE, PackageFault.VERSION_UNKNOWN}
)
"""Nothing was judged: what was given is no package that this program can read."""


SOUND_LOGS = frozenset({Finding.WHOLE, Finding.TAIL_NOT_PROVEN})
"""What a log may have been when it was packed without anything speaking against it."""


class PackageFinding(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that speaks against a package; `name` is the file, `at` the number of the event."""

    fault: PackageFault
    name: str = ""
    at: int = 0
    wanted: str = ""
    found: str = ""
    fracture: Fracture | None = None


class SignerKnown(StrEnum):
    """What is known of the key that signed."""

    OWN = "own"
    """It is this installation's own."""
    NAMED = "named"
    """It is the one whose fingerprint was given."""
    NOT_KNOWN = "not_known"
    """Nothing here says whose it is."""


class PackageFacts(msgspec.Struct, frozen=True, kw_only=True):
    """What a package says of itself; proven only when nothing was found against it."""

    session: str
    title: str
    count: int
    head: str
    ended: bool
    fingerprint: str
    """SHA-256 of the raw public key, 64 lower-case hexadecimal digits."""
    signer: SignerKnown


class PackageVerdict(msgspec.Struct, frozen=True, kw_only=True):
    """The outcome of `check_package`; the findings stand in the order in which they were made, at most 20."""

    findings: tuple[PackageFinding, ...]
    facts: PackageFacts | None = None

    @property
    def good(self) -> bool:
        """Whether nothing speaks against the package."""
        return not self.findings

    @property
    def usable(self) -> bool:
        """Whether there was a package to judge."""
        return not any(finding.fault in UNUSABLE for finding in self.findings)


class PackageRefused(Exception):
    """A package cannot be judged further; used between the parts of the check."""

    def __init__(self, finding: PackageFinding) -> None:
        super().__init__(f"{finding.fault} {finding.name}".strip())
        self.finding = finding


def refused(
    fault: PackageFault, name: str = "", *, at: int = 0, wanted: object = "", found: object = ""
) -> PackageRefused:
    """Returns the exception for a finding that ends the check."""
    return PackageRefused(PackageFinding(fault=fault, name=name, at=at, wanted=str(wanted), found=str(found)))
