"""The sentences of the command line, by kind.

Rule: actions name a kind and values, never a sentence. The English tables below are what a process without other words
says; `main.py` hands in `Words` that look in `widgets/phrases`, in the language of the data folder.
"""

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Any, Protocol

from console.command import kebab
from console.command_line.accounts.phrasing import ACCOUNT_KINDS, AccountKindOfWords, account_english
from console.command_line.counted import counted
from console.command_line.credentials.phrasing import CREDENTIAL_KINDS, CredentialKindOfWords, credential_english
from console.command_line.department.phrasing import DepartmentSay, department_english
from console.command_line.directory.phrasing import DirectorySay, directory_english
from console.command_line.form.phrasing import FormSay, form_english
from console.command_line.meeting.phrasing import MEETING_KINDS, MeetingKind, meeting_english
from console.command_line.package_phrasing import PackageSay, package_english
from console.command_line.regulation.phrasing import RegulationKind, RegulationSay, regulation_english
from console.command_line.security.phrasing import EnglishSecurityWords, SecurityWords
from console.commands import AnyCommand
from console.effects import Receipt
from console.log_book.verdict import Finding, Fracture, Verdict
from console.office.form_records import CorrectionFault
from console.office.sheet_faults import SheetFault
from console.office.sheet_words import PlainSheetWords, SheetWords
from console.records.department.answer import Answer
from console.records.hand_over.package_verdict import PackageFault
from console.regulation.duties import DutyStatus
from console.regulation.limits import Unit
from console.sites.directory import BadLine, Fault
from console.trouble import ENGLISH, TroubleKind
from console.words import MuteRule


class Say(StrEnum):
    """What the command line has to say."""

    SITES_TAKEN = "sites_taken"
    SITES_GONE = "sites_gone"
    SITE_TAKEN = "site_taken"
    SITE_HAS_OTHERS = "site_has_others"
    MAIN_STAYS = "main_stays"
    LIST_BAD = "list_bad"
    LIST_WRITTEN = "list_written"
    NO_SITES = "no_sites"
    BAD_LINE = "bad_line"
    BAD_FILE = "bad_file"
    BRIDGE_TOLD = "bridge_told"
    BRIDGE_NOT_TOLD = "bridge_not_told"
    SITE_UNKNOWN = "site_unknown"
    SITE_UNCLEAR = "site_unclear"
    REQUEST_UNKNOWN = "request_unknown"
    QUEUE_EMPTY = "queue_empty"
    BAD_VALUE = "bad_value"
    INVITED = "invited"
    CODE = "code"
    LINK = "link"
    BROWSER = "browser"
    ADDRESS = "address"
    FINGERPRINT = "fingerprint"
    WHIP = "whip"
    WHEP = "whep"
    BEARER = "bearer"
    DEVICE = "device"
    PORT_OF_SETTINGS = "port_of_settings"
    WRITTEN = "written"
    NO_ADDRESS = "no_address"
    QR_KIND = "qr_kind"
    SESSION_ENDED = "session_ended"
    SESSION_NOT_ENDED = "session_not_ended"
    OFFICE_SILENT = "office_silent"
    OFFICE_KNOWS = "office_knows"
    SALVAGED = "salvaged"
    HEAD = "head"
    DAY_BAD = "day_bad"
    DAYS_TURNED = "days_turned"


Kind = (
    Say
    | Fault
    | Finding
    | Fracture
    | TroubleKind
    | PackageSay
    | PackageFault
    | DepartmentSay
    | CredentialKindOfWords
    | AccountKindOfWords
    | FormSay
    | CorrectionFault
    | Answer
    | RegulationKind
    | MeetingKind
    | DirectorySay
    | SheetFault
)
"""Everything that is said by kind and values."""

SiteName = Callable[[str], str]
"""Gives the name of a site for people, "21 Ea Tul", from its identifier."""


class Sayings(Protocol):
    """Turns kinds and values into sentences of one language."""

    def phrase(self, kind: Kind, values: Mapping[str, object]) -> str:
        """Returns the sentence of a kind."""
        ...


class Words(Sayings, Protocol):
    """All words of the command line in one language."""

    def receipt(self, command: AnyCommand, receipt: Receipt, site_name: SiteName) -> str:
        """Returns what came of a command."""
        ...

    def sheet_words(self) -> SheetWords:
        """Returns the words of sheets."""
        ...

    def security_words(self) -> SecurityWords:
        """Returns the words of security events."""
        ...


_SAYS: Mapping[Say, str] = {
    Say.SITES_TAKEN: "{count} sites taken.",
    Say.SITES_GONE: "No longer in the list: {names}.",
    Say.SITE_TAKEN: "{number} {name} is in the list.",
    Say.SITE_HAS_OTHERS: "{number} {name} has sites below it; put them elsewhere first: {names}.",
    Say.MAIN_STAYS: "“{name}” is the main endpoint; there is always one.",
    Say.LIST_BAD: "{file} was not taken, nothing was changed:",
    Say.LIST_WRITTEN: "{count} sites written to {file}.",
    Say.NO_SITES: "The list of sites is empty; bring one with: main.py sites import FILE",
    Say.BAD_LINE: "Line {line} {what}.",
    Say.BAD_FILE: "The file {what}.",
    Say.BRIDGE_TOLD: "The running bridge has read the list again.",
    Say.BRIDGE_NOT_TOLD: "The running bridge has not read the list again: {why}",
    Say.SITE_UNKNOWN: "There is no site “{text}” in the list; main.py sites list shows it.",
    Say.SITE_UNCLEAR: "“{text}” may be {names}; use the number.",
    Say.REQUEST_UNKNOWN: "There is no request “{text}” in the speaking queue.",
    Say.QUEUE_EMPTY: "The speaking queue is empty.",
    Say.BAD_VALUE: "{command}: {why}.",
    Say.INVITED: "Invitation for {number} {name}, for one use, until {until}:",
    Say.CODE: "code          {code}",
    Say.LINK: "link          {link}",
    Say.BROWSER: "browser       {link}",
    Say.ADDRESS: "address       {url}",
    Say.FINGERPRINT: "certificate   SHA-256 {fingerprint}",
    Say.WHIP: "send (WHIP)   {url}",
    Say.WHEP: "receive (WHEP) {url}",
    Say.BEARER: "bearer secret {secret}",
    Say.DEVICE: "Addresses and secret of {number} {name}, until they are revoked (main.py do revoke {number}):",
    Say.PORT_OF_SETTINGS: (
        "No bridge runs here now: port {port} is that of the settings; a bridge started with another has another."
    ),
    Say.WRITTEN: "Written: {file}",
    Say.NO_ADDRESS: "No address of the bridge is known; name one with --address or in settings.json.",
    Say.QR_KIND: "{file} cannot hold a QR picture; name it .png or .svg.",
    Say.SESSION_ENDED: "has ended",
    Say.SESSION_NOT_ENDED: "has not ended",
    Say.OFFICE_SILENT: "no office store knows this session",
    Say.OFFICE_KNOWS: "the office store knows the first {known}",
    Say.SALVAGED: (
        "The file was damaged once: {kept} lines of {known} known ones were kept, the damaged file is {file}."
    ),
    Say.HEAD: "head {head}",
    Say.DAY_BAD: "“{text}” is no day; write it as 2026-12-14.",
    Say.DAYS_TURNED: "The first day, {first}, comes after the last, {last}.",
}

_FAULTS: Mapping[Fault, str] = {
    Fault.NOT_TEXT: "is not UTF-8 text; save it as “CSV UTF-8”",
    Fault.NOT_A_LIST: "is no list that can be read {text}",
    Fault.NO_COLUMNS: "does not name the columns number (STT) and name (Tên điểm cầu)",
    Fault.TOO_MANY: "is too long {text}",
    Fault.EMPTY: "holds no site",
    Fault.NUMBER_MISSING: "has no number",
    Fault.NUMBER_BAD: "has “{text}” where a number from 1 to 999 should be",
    Fault.NUMBER_TWICE: "has number {text}, which another line has",
    Fault.NAME_MISSING: "has no name",
    Fault.NAME_TWICE: (
        "has the name “{text}”, which another site under the same parent has; two sites of one name need two parents"
    ),
    Fault.ROLE_BAD: "has the role “{text}”; known are “satellite” and “main”",
    Fault.MAIN_TWICE: "is a second main endpoint",
    Fault.PARENT_UNKNOWN: "has “{text}” as its parent, which is no one site of the list",
    Fault.PARENT_LOOP: "puts “{text}” below itself: the way up comes back to it",
    Fault.TOO_LONG: "has a text of more than 200 characters: {text}…",
}

_FRACTURES: Mapping[Fracture, str] = {
    Fracture.MISSING: "line {at} is missing (line {found} stands there)",
    Fracture.CHANGED: "line {at} was changed after it was written",
    Fracture.NOT_JOINED: "line {at} does not follow from the line before it",
    Fracture.MISPLACED: "line {at} was written for another place",
    Fracture.UNREADABLE: "the file is damaged from line {at} on",
}

_FINDINGS: Mapping[Finding, str] = {
    Finding.WHOLE: "WHOLE: {lines} events, count and head agree with the office store; the session {state}.",
    Finding.TAIL_NOT_PROVEN: "Chain whole to event {lines}, tail not proven: {unproven}.",
    Finding.BROKEN: "BROKEN: {fracture}; the chain is whole to event {lines}.",
    Finding.TAIL_MISSING: "TAIL MISSING: the chain is whole to event {lines}, the office store knows {known} events.",
    Finding.TAIL_ADDED: "TAIL ADDED: the session ended with event {known}, but the file goes on to event {lines}.",
    Finding.HEAD_DIFFERS: "ANOTHER LOG: the chain is whole in itself, but the office store saw other events written.",
}


class EnglishWords:
    """The English sentences."""

    def phrase(self, kind: Kind, values: Mapping[str, object]) -> str:
        """Returns the sentence of a kind."""
        return counted(_english(kind), values).format(**values)

    def receipt(self, command: AnyCommand, receipt: Receipt, site_name: SiteName) -> str:
        """Returns what came of a command."""
        told = f"{kebab(type(command).__name__)}: {receipt.outcome.value.replace('_', ' ')}"
        told += f" ({receipt.reason.value.replace('_', ' ')})." if receipt.reason else "."
        if receipt.unconfirmed:
            told += f" Not confirmed: {', '.join(map(site_name, receipt.unconfirmed))}."
        return told

    def sheet_words(self) -> SheetWords:
        """Returns the words of sheets."""
        return PlainSheetWords()

    def security_words(self) -> SecurityWords:
        """Returns the words of security events."""
        return EnglishSecurityWords()


def _english(kind: Kind) -> str:
    # The members of different kinds may have one value, so one table for all will not do.
    own = _OWN.get(type(kind))
    if own is not None:
        return own[kind]
    speak = next(speak for families, speak in _ELSEWHERE if isinstance(kind, families))
    return speak(kind)


_ELSEWHERE: tuple[tuple[tuple[type[StrEnum], ...], Callable[[Any], str]], ...] = (
    ((PackageSay, PackageFault), package_english),
    ((DepartmentSay, Answer), department_english),
    (CREDENTIAL_KINDS, credential_english),
    (ACCOUNT_KINDS, account_english),
    ((DirectorySay, SheetFault), directory_english),
    ((RegulationSay, Unit, MuteRule, DutyStatus), regulation_english),
    ((FormSay, CorrectionFault), form_english),
    (MEETING_KINDS, meeting_english),
)
"""Families of kinds whose sentences stand with their rooms."""
_OWN: Mapping[type[StrEnum], Mapping[Any, str]] = {
    Say: _SAYS,
    Fault: _FAULTS,
    Finding: _FINDINGS,
    Fracture: _FRACTURES,
    TroubleKind: ENGLISH,
}


def bad_line(words: Words, fault: BadLine) -> str:
    """Returns one line of a refused list as a sentence."""
    what = words.phrase(fault.fault, {"text": fault.text}).rstrip()
    return words.phrase(Say.BAD_LINE if fault.line else Say.BAD_FILE, {"line": fault.line, "what": what})


def verdict_sentences(words: Sayings, verdict: Verdict) -> list[str]:
    """Returns what a verdict says: the finding first, then what makes it stronger or weaker."""
    sentences = [_finding(words, verdict)]
    for salvage in verdict.salvages:
        values = {"kept": salvage.kept_lines, "known": salvage.known_lines, "file": salvage.damaged_file}
        sentences.append(words.phrase(Say.SALVAGED, values))
    sentences.append(words.phrase(Say.HEAD, {"head": verdict.head}))
    return sentences


def _finding(words: Sayings, verdict: Verdict) -> str:
    known, fracture = verdict.known_lines, ""
    if verdict.fracture is not None:
        fracture = words.phrase(verdict.fracture, {"at": verdict.broken_at, "found": verdict.found_instead})
    values = {
        "lines": verdict.whole_to,
        "known": known,
        "state": words.phrase(Say.SESSION_ENDED if verdict.ended else Say.SESSION_NOT_ENDED, {}),
        "fracture": fracture,
        "unproven": words.phrase(Say.OFFICE_SILENT if known is None else Say.OFFICE_KNOWS, {"known": known}),
    }
    return words.phrase(verdict.finding, values)
