"""The English sentences about hand-over packages: making them, judging them, the key that signs them.

Rule: as in `phrasing`, actions name a kind and values; `widgets/phrases` says the same in the reader's language.
"""

from collections.abc import Mapping
from enum import StrEnum

from console.records.hand_over.package_verdict import PackageFault


class PackageSay(StrEnum):
    """What the command line has to say about packages."""

    WRITTEN = "written"
    SEALED = "sealed"
    SIGNED = "signed"
    KEY_MADE = "key_made"
    KEY_SHOWN = "key_shown"
    KEY_UNUSABLE = "key_unusable"
    KEY_BAD = "key_bad"
    CONFIDENTIAL = "confidential"
    STILL_RUNNING = "still_running"
    WAS_RUNNING = "was_running"
    NO_SESSION_YET = "no_session_yet"
    SESSION_UNKNOWN = "session_unknown"
    LOG_NOT_WHOLE = "log_not_whole"
    NO_EVENTS = "no_events"
    TOO_LARGE = "too_large"
    TOO_MANY_PARTS = "too_many_parts"
    WHOLE = "whole"
    REFUSED = "refused"
    SIGNER_OWN = "signer_own"
    SIGNER_NAMED = "signer_named"
    SIGNER_NOT_KNOWN = "signer_not_known"
    STORE_AGREES = "store_agrees"
    STORE_KNOWS_MORE = "store_knows_more"
    STORE_KNOWS_NOTHING = "store_knows_nothing"


_SAID: Mapping[PackageSay, str] = {
    PackageSay.WRITTEN: "Package written: {path}",
    PackageSay.SEALED: "{count} events, head {head}",
    PackageSay.SIGNED: "signed with key {fingerprint}",
    PackageSay.KEY_MADE: (
        "A signing key was made for this installation ({path}, readable by this user alone): keep a copy in a safe"
        " place and register its fingerprint with the department on paper."
    ),
    PackageSay.KEY_SHOWN: "signing key   SHA-256 {fingerprint}",
    PackageSay.KEY_UNUSABLE: (
        "{path} holds no usable signing key; restore it from its copy, or move it away and register the new one."
    ),
    PackageSay.KEY_BAD: "“{text}” is no fingerprint of a key; it has 64 hexadecimal digits.",
    PackageSay.CONFIDENTIAL: (
        "The meeting is restricted or secret: the package holds log and forms, nothing measured or recorded."
    ),
    PackageSay.STILL_RUNNING: "The session is still running; the package ends with event {count}.",
    PackageSay.WAS_RUNNING: "The session had not ended when it was packed.",
    PackageSay.NO_SESSION_YET: "No session has been held in {folder} yet.",
    PackageSay.SESSION_UNKNOWN: "There is no session “{text}” here; the last ones are: {names}.",
    PackageSay.LOG_NOT_WHOLE: "Nothing was packed, for the log is not whole; to hand it over as it is, add --as-it-is.",
    PackageSay.NO_EVENTS: "Nothing was packed, for the log holds no event that can be read.",
    PackageSay.TOO_LARGE: "Nothing was packed, for the package would be larger than 2 GB; leave --samples out.",
    PackageSay.TOO_MANY_PARTS: "Nothing was packed, for {folder} holds 99 packages of this session already.",
    PackageSay.WHOLE: "WHOLE: every file is as it was signed; session {session}, {count} events, head {head}.",
    PackageSay.REFUSED: "REFUSED: {path}",
    PackageSay.SIGNER_OWN: "Signed by this installation's own key {fingerprint}.",
    PackageSay.SIGNER_NAMED: "Signed by the named key {fingerprint}.",
    PackageSay.SIGNER_NOT_KNOWN: (
        "Signed by key {fingerprint}, which nobody here vouches for: compare it with the fingerprint registered on"
        " paper, or give that with --key."
    ),
    PackageSay.STORE_AGREES: "This machine wrote the session's log and remembers the same count and head.",
    PackageSay.STORE_KNOWS_MORE: "This machine remembers more events: the session went on after it was packed.",
    PackageSay.STORE_KNOWS_NOTHING: (
        "This machine knows nothing of the session: that no events are missing at the end is not proven here."
    ),
}

_FOUND: Mapping[PackageFault, str] = {
    PackageFault.MISSING: "There is nothing at {name}.",
    PackageFault.NOT_A_PACKAGE: "{name}: this is no hand-over package.",
    PackageFault.UNREADABLE: "{name} cannot be read: {found}.",
    PackageFault.VERSION_UNKNOWN: "{name}: the package has version {found}, which this program does not know.",
    PackageFault.ARCHIVE_DAMAGED: "{name}: the archive is damaged or cut short.",
    PackageFault.ARCHIVE_ODD: "{name} is encrypted or packed in a way that packages never are.",
    PackageFault.TOO_MANY_FILES: "There are more than {wanted} files in it.",
    PackageFault.TOO_LARGE: "{name} makes it larger than {wanted} octets.",
    PackageFault.BOMB: "{name} would grow without measure when it is unpacked.",
    PackageFault.NAME_CLIMBS_OUT: "The name “{name}” leads out of the package.",
    PackageFault.NAME_NOT_PORTABLE: "The name “{name}” does not mean the same file on every system.",
    PackageFault.NAMES_COLLIDE: "The names “{name}” and “{found}” are one file on some systems.",
    PackageFault.NOT_A_FILE: "{name} is a link or a device, not a file.",
    PackageFault.FILE_MISSING: "{name} is missing.",
    PackageFault.FILE_UNLISTED: "{name} stands in no list; it was added later.",
    PackageFault.FILE_CHANGED: "{name} was changed after the package was made.",
    PackageFault.FILE_DAMAGED: "{name} cannot be read to its end.",
    PackageFault.LIST_MALFORMED: "{name}: line {at} cannot be understood or names something twice.",
    PackageFault.INFO_MISSING: "{name}: {wanted} is missing.",
    PackageFault.SIZE_DIFFERS: "{name} holds {found} (octets.files), but the package was made with {wanted}.",
    PackageFault.SIGNATURE_MALFORMED: "{name} is no Ed25519 key or signature.",
    PackageFault.SIGNATURE_WRONG: "The signature does not belong to {name}: list or signature was replaced.",
    PackageFault.KEY_OTHER: "{name}: signed by key {found}, not by {wanted}.",
    PackageFault.EVENT_BROKEN: "{name}: {fracture}.",
    PackageFault.COUNT_DIFFERS: "{name} ends with event {found}, but the package was made with {wanted} events.",
    PackageFault.HEAD_DIFFERS: "{name} ends with head {found}, but the package was made with {wanted}.",
    PackageFault.STORE_COUNT_DIFFERS: (
        "{name} ends with event {found}, but this machine remembers {wanted} events of the session."
    ),
    PackageFault.STORE_HEAD_DIFFERS: "{name} ends with head {found}, but this machine remembers {wanted}.",
    PackageFault.SNAPSHOT_DIFFERS: "{name} holds another event {at} than data/events.jsonl.",
    PackageFault.SNAPSHOT_UNREADABLE: "{name} cannot be read as a session's log.",
    PackageFault.LOG_WAS_BROKEN: "{name} was not whole already when it was packed ({found}, up to event {at}).",
}


def package_english(kind: PackageSay | PackageFault) -> str:
    """Returns the English sentence of a kind."""
    return _SAID[kind] if isinstance(kind, PackageSay) else _FOUND[kind]
