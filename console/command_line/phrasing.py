"""The sentences of the command line, by kind.

Rule: actions name a kind and values, never a sentence. `english` is the table below; `main.py` may hand in another
`Phrase` that looks in `widgets/phrases` first and falls back to this one.
"""

from collections.abc import Callable
from enum import StrEnum

from console.directory import BadLine, Fault
from console.log_book.verification import Finding, Fracture, Verdict


class Say(StrEnum):
    """What the command line has to say."""

    SITES_TAKEN = "sites_taken"
    SITES_GONE = "sites_gone"
    SITE_TAKEN = "site_taken"
    LIST_BAD = "list_bad"
    LIST_WRITTEN = "list_written"
    NO_SITES = "no_sites"
    BRIDGE_TOLD = "bridge_told"
    BRIDGE_NOT_TOLD = "bridge_not_told"
    SITE_UNKNOWN = "site_unknown"
    SITE_UNCLEAR = "site_unclear"
    REQUEST_UNKNOWN = "request_unknown"
    QUEUE_EMPTY = "queue_empty"
    INVITED = "invited"
    CODE = "code"
    LINK = "link"
    ADDRESS = "address"
    FINGERPRINT = "fingerprint"
    WHIP = "whip"
    WHEP = "whep"
    BEARER = "bearer"
    DEVICE = "device"
    WRITTEN = "written"
    NO_ADDRESS = "no_address"
    CANNOT_READ = "cannot_read"
    CANNOT_WRITE = "cannot_write"
    QR_KIND = "qr_kind"
    OUTCOME = "outcome"
    OUTCOME_REASON = "outcome_reason"
    UNCONFIRMED = "unconfirmed"


_ENGLISH = {
    Say.SITES_TAKEN: "{count} sites taken.",
    Say.SITES_GONE: "No longer in the list: {names}.",
    Say.SITE_TAKEN: "{number} {name} is in the list.",
    Say.LIST_BAD: "{file} was not taken, nothing was changed:",
    Say.LIST_WRITTEN: "{count} sites written to {file}.",
    Say.NO_SITES: "The list of sites is empty; bring one with: main.py sites import FILE",
    Say.BRIDGE_TOLD: "The running bridge has read the list again.",
    Say.BRIDGE_NOT_TOLD: "The running bridge has not read the list again: {why}",
    Say.SITE_UNKNOWN: "There is no site {text!r} in the list; main.py sites list shows it.",
    Say.SITE_UNCLEAR: "{text!r} may be {names}; use the number.",
    Say.REQUEST_UNKNOWN: "There is no request {text!r} in the speaking queue.",
    Say.QUEUE_EMPTY: "The speaking queue is empty.",
    Say.INVITED: "Invitation for {number} {name}, for one use, until {until}:",
    Say.CODE: "code          {code}",
    Say.LINK: "link          {link}",
    Say.ADDRESS: "address       {url}",
    Say.FINGERPRINT: "certificate   SHA-256 {fingerprint}",
    Say.WHIP: "send (WHIP)   {url}",
    Say.WHEP: "receive (WHEP) {url}",
    Say.BEARER: "bearer secret {secret}",
    Say.DEVICE: "Addresses and secret of {number} {name}, until they are revoked (main.py do revoke {number}):",
    Say.WRITTEN: "Written: {file}",
    Say.NO_ADDRESS: "No address of the bridge is known; name one with --address or in settings.json.",
    Say.CANNOT_READ: "{file} cannot be read: {why}",
    Say.CANNOT_WRITE: "{file} cannot be written: {why}",
    Say.QR_KIND: "{file} cannot hold a QR picture; name it .png or .svg.",
    Say.OUTCOME: "{command}: {outcome}.",
    Say.OUTCOME_REASON: "{command}: {outcome} ({reason}).",
    Say.UNCONFIRMED: "Not confirmed: {sites}.",
}


Phrase = Callable[[Say, dict[str, object]], str]
"""Turns a kind and its values into a sentence."""


def english(kind: Say, values: dict[str, object]) -> str:
    """Returns the English sentence of a kind."""
    return _ENGLISH[kind].format(**values)


_FAULTS = {
    Fault.NOT_TEXT: "is not UTF-8 text; save it as “CSV UTF-8”",
    Fault.NOT_A_LIST: "is no list that can be read {text}",
    Fault.NO_COLUMNS: "does not name the columns number (STT) and name (Tên điểm cầu)",
    Fault.TOO_MANY: "is too long {text}",
    Fault.EMPTY: "holds no site",
    Fault.NUMBER_MISSING: "has no number",
    Fault.NUMBER_BAD: "has {text!r} where a number from 1 to 999 should be",
    Fault.NUMBER_TWICE: "has number {text}, which another line has",
    Fault.NAME_MISSING: "has no name",
    Fault.NAME_TWICE: "has the name {text!r}, which another line has",
    Fault.ROLE_BAD: "has the role {text!r}; known are “satellite” and “main”",
    Fault.MAIN_TWICE: "is a second main endpoint",
    Fault.PARENT_UNKNOWN: "has {text!r} as its parent, which is no one site of the list",
    Fault.TOO_LONG: "has a text of more than 200 characters: {text}…",
}


def bad_line(fault: BadLine) -> str:
    """Returns one line of a refused list as a sentence."""
    where = f"Line {fault.line}" if fault.line else "The file"
    return f"{where} {_FAULTS[fault.fault].format(text=fault.text)}".rstrip() + "."


_FRACTURES = {
    Fracture.MISSING: "line {at} is missing (line {found} stands there)",
    Fracture.CHANGED: "line {at} was changed after it was written",
    Fracture.NOT_JOINED: "line {at} does not follow from the line before it",
    Fracture.MISPLACED: "line {at} was written for another place",
    Fracture.UNREADABLE: "the file is damaged from line {at} on",
}


def verdict_sentences(verdict: Verdict) -> list[str]:
    """Returns what a verdict says: the finding first, then what makes it stronger or weaker."""
    sentences = [_finding(verdict)]
    sentences += [
        f"The file was damaged once: {salvage.kept_lines} lines of {salvage.known_lines} known ones were kept, "
        f"the damaged file is {salvage.damaged_file}."
        for salvage in verdict.salvages
    ]
    sentences.append(f"head {verdict.head}")
    return sentences


_FINDINGS = {
    Finding.WHOLE: "WHOLE: {lines} events, count and head agree with the office store; the session {state}.",
    Finding.TAIL_NOT_PROVEN: "Chain whole to event {lines}, tail not proven: {unproven}.",
    Finding.BROKEN: "BROKEN: {fracture}; the chain is whole to event {lines}.",
    Finding.TAIL_MISSING: "TAIL MISSING: the chain is whole to event {lines}, the office store knows {known} events.",
    Finding.TAIL_ADDED: "TAIL ADDED: the session ended with event {known}, but the file goes on to event {lines}.",
    Finding.HEAD_DIFFERS: "ANOTHER LOG: the chain is whole in itself, but the office store saw other events written.",
}


def _finding(verdict: Verdict) -> str:
    known = verdict.known_lines
    fracture = ""
    if verdict.fracture is not None:
        fracture = _FRACTURES[verdict.fracture].format(at=verdict.broken_at, found=verdict.found_instead)
    unproven = "no office store knows this session" if known is None else f"the office store knows the first {known}"
    return _FINDINGS[verdict.finding].format(
        lines=verdict.whole_to,
        known=known,
        state="has ended" if verdict.ended else "has not ended",
        fracture=fracture,
        unproven=unproven,
    )
