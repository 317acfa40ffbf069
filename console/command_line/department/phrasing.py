"""The English sentences about packages at the department, by kind; `department_words` says the same in Vietnamese."""

from collections.abc import Mapping
from enum import StrEnum

from console.records.department.answer import Answer


class DepartmentSay(StrEnum):
    """What the command line has to say at the department."""

    COUNTED = "counted"
    NOTHING_FOUND = "nothing_found"
    TOO_MANY_FOUND = "too_many_found"
    FOLDER_UNREADABLE = "folder_unreadable"
    KEY_REGISTERED = "key_registered"
    KEY_REVOKED = "key_revoked"
    KEY_NOT_REGISTERED = "key_not_registered"
    REVOKED_ON = "revoked_on"
    NO_KEYS = "no_keys"
    UNIT_MISSING = "unit_missing"
    PACKAGE_LINE = "package_line"
    PERIOD = "period"
    NOTHING_HANDED_IN = "nothing_handed_in"
    ALL_REPORTED = "all_reported"
    SILENT_LINE = "silent_line"
    SESSION_UNKNOWN = "session_unknown"
    RECEIPT_WRITTEN = "receipt_written"
    RECEIPT_GOOD = "receipt_good"
    RECEIPT_MALFORMED = "receipt_malformed"
    RECEIPT_ALTERED = "receipt_altered"
    RECEIPT_OF_OTHER = "receipt_of_other"
    REPORT_SIGNED = "report_signed"
    REPORT_GOOD = "report_good"
    REPORT_UNSIGNED = "report_unsigned"
    SIGNATURE_MALFORMED = "signature_malformed"


_SAID: Mapping[DepartmentSay, str] = {
    DepartmentSay.COUNTED: "{taken} taken, {known} known already, {refused} refused.",
    DepartmentSay.NOTHING_FOUND: "There is no package in {path}.",
    DepartmentSay.TOO_MANY_FOUND: "More than {most} files or packages lie there; name smaller folders.",
    DepartmentSay.FOLDER_UNREADABLE: "{path} cannot be read: {why}.",
    DepartmentSay.KEY_REGISTERED: "Key {fingerprint} is registered for {unit}.",
    DepartmentSay.KEY_REVOKED: "Key {fingerprint} of {unit} is revoked; nothing signed with it is taken any more.",
    DepartmentSay.KEY_NOT_REGISTERED: "Key {fingerprint} is not registered here.",
    DepartmentSay.REVOKED_ON: "revoked on {day}: {why}",
    DepartmentSay.NO_KEYS: "No key is registered yet; register one with: main.py department register-key",
    DepartmentSay.UNIT_MISSING: "Name the unit that the key belongs to.",
    DepartmentSay.PACKAGE_LINE: "{day}  {unit}  “{title}”  {sites} sites, {count} events",
    DepartmentSay.PERIOD: "From {first} to {last}:",
    DepartmentSay.NOTHING_HANDED_IN: "Nothing was handed in.",
    DepartmentSay.ALL_REPORTED: "Every unit with a registered key has handed in something.",
    DepartmentSay.SILENT_LINE: "{unit}: nothing handed in.",
    DepartmentSay.SESSION_UNKNOWN: "No package of a session “{text}” was taken here.",
    DepartmentSay.RECEIPT_WRITTEN: "Receipt written: {path}",
    DepartmentSay.RECEIPT_GOOD: (
        "RECEIPT: {department} took {package} ({count} events, head {head}) on {day}; signed with key {fingerprint}."
    ),
    DepartmentSay.RECEIPT_MALFORMED: "{file} is no receipt.",
    DepartmentSay.RECEIPT_ALTERED: "{file} is not as it was signed.",
    DepartmentSay.RECEIPT_OF_OTHER: "{file} is signed with key {fingerprint}, not with the named one.",
    DepartmentSay.REPORT_SIGNED: "Signature written: {path}",
    DepartmentSay.REPORT_GOOD: (
        "REPORT: {form} for {period}, {meetings} meetings, made by {department} on {day};"
        " signed with key {fingerprint}."
    ),
    DepartmentSay.REPORT_UNSIGNED: "There is no signature beside {file}.",
    DepartmentSay.SIGNATURE_MALFORMED: "{file} is no signature of a report.",
}

_ANSWERED: Mapping[Answer, str] = {
    Answer.TAKEN: "TAKEN from {unit}: “{title}”, {count} events.",
    Answer.FOLLOWS: "TAKEN from {unit} in the place of the earlier one: “{title}”, {count} events.",
    Answer.KNOWN: "KNOWN: {unit} delivered it on {day} already; nothing was changed.",
    Answer.OLDER: "OLDER: what {unit} delivered on {day} goes further; nothing was changed.",
    Answer.PARTED: (
        "REFUSED: {unit} delivered another log of this session on {day}, and the two part ways; ask the unit which of"
        " them is right."
    ),
    Answer.REFUSED: "REFUSED: {why}",
    Answer.KEY_UNKNOWN: (
        "REFUSED: it is signed with key {fingerprint}, which is not registered here; compare it with the unit's paper"
        " and register it."
    ),
    Answer.KEY_REVOKED: "REFUSED: it is signed with key {fingerprint}, which was revoked.",
    Answer.DISK_REFUSED: "NOT TAKEN: this machine's disk refuses ({why}).",
}


def department_english(kind: DepartmentSay | Answer) -> str:
    """Returns the English sentence of a kind."""
    return _SAID[kind] if isinstance(kind, DepartmentSay) else _ANSWERED[kind]
