"""Takes one package after the other: judges it, compares it with what this console handed over before, keeps it.

Rule: the answer is one of `Answer`, for every path, and never an exception for what lies on the stick. A longer log of
a session must go on where the one before ended; two logs that part ways are both kept from being believed.
"""

import hashlib
from collections.abc import Callable
from pathlib import Path

import msgspec
from msgspec.structs import replace

from console.log_book.chain import LineUnreadable, first_hash, read_line_text
from console.log_book.office_store import OfficeStore
from console.office.meeting import Meeting
from console.office.record import kind_of
from console.office.reporting import ConsoleKey, TakenPackage, taken_id
from console.records.department.answer import Answer
from console.records.department.arrival import arrived
from console.records.gathered import held_of
from console.records.hand_over import layout
from console.records.hand_over.bag import read_info
from console.records.hand_over.checking import check_package, events_of
from console.records.hand_over.contents import office_lines_in
from console.records.hand_over.package_source import PackageSource, package_source, tag_file
from console.records.hand_over.package_verdict import (
    PackageFacts,
    PackageFault,
    PackageFinding,
    PackageRefused,
    refused,
)
from console.records.ledger import Held
from console.records.session_facts import facts_of
from console.records.session_story import tell


class Taking(msgspec.Struct, frozen=True, kw_only=True):
    """The answer to one path; `package` is what is kept now, `earlier` what was there before."""

    path: Path
    answer: Answer
    findings: tuple[PackageFinding, ...] = ()
    fingerprint: str = ""
    package: TakenPackage | None = None
    earlier: TakenPackage | None = None
    why: str = ""


class Counter:
    """Where packages are handed in; used by the thread that opened the store."""

    def __init__(self, office: OfficeStore, packages: Path, person: str, wall_ms: Callable[[], int]) -> None:
        """`packages` is the folder in which what was taken is kept, each under its digest."""
        self._office, self._packages, self._person, self._wall_ms = office, packages, person, wall_ms

    def take(self, path: Path) -> Taking:
        """Judges a package and keeps it when nothing speaks against it."""
        try:
            with arrived(path, self._packages / "arriving") as copy:
                return self._judge(path, copy)
        except PackageRefused as error:
            return Taking(path=path, answer=Answer.REFUSED, findings=(error.finding,))
        except OSError as error:
            return Taking(path=path, answer=Answer.DISK_REFUSED, why=error.strerror or str(error))

    def kept(self, package: TakenPackage) -> Path:
        """Returns the file in which a package is kept."""
        return self._packages / f"{package.digest}.zip"

    def _judge(self, path: Path, copy: Path) -> Taking:
        verdict = check_package(copy)
        if not verdict.good or verdict.facts is None:
            return Taking(path=path, answer=Answer.REFUSED, findings=verdict.findings)
        facts = verdict.facts
        key = self._office.register.get(ConsoleKey, facts.fingerprint)
        if key is None or not key.valid:
            answer = Answer.KEY_UNKNOWN if key is None else Answer.KEY_REVOKED
            return Taking(path=path, answer=answer, fingerprint=facts.fingerprint)
        earlier = self._office.register.get(TakenPackage, taken_id(facts.fingerprint, facts.session))
        with package_source(copy) as source:
            package = self._told(source, key, facts, copy.stat().st_size)
            answer = Answer.TAKEN if earlier is None else self._compared(source, package, earlier)
        told = Taking(path=path, answer=answer, fingerprint=key.id, package=package, earlier=earlier)
        if answer in (Answer.TAKEN, Answer.FOLLOWS):
            self._keep(copy, package)
            return told
        return replace(told, package=earlier)

    def _told(self, source: PackageSource, key: ConsoleKey, facts: PackageFacts, octets: int) -> TakenPackage:
        info = read_info(tag_file(source, layout.INFO))
        return TakenPackage(
            id=taken_id(key.id, facts.session),
            fingerprint=key.id,
            unit=key.unit,
            package=info.get("Package-Name", "")[: layout.LONGEST_NAME],
            digest=hashlib.sha256(tag_file(source, layout.TAG_MANIFEST)).hexdigest(),
            octets=octets,
            count=facts.count,
            head=facts.head,
            made_ms=_made_ms(source),
            taken_ms=self._wall_ms(),
            taken_by=self._person,
            held=_held(source),
        )

    def _compared(self, source: PackageSource, package: TakenPackage, earlier: TakenPackage) -> Answer:
        if package.digest == earlier.digest:
            return Answer.KNOWN
        if package.count >= earlier.count:
            if hash_at(source, package.story.session, earlier.count) != earlier.head:
                return Answer.PARTED
            further = (package.count, package.made_ms) > (earlier.count, earlier.made_ms)
            return Answer.FOLLOWS if further else Answer.OLDER
        with package_source(self.kept(earlier)) as kept:
            same = hash_at(kept, package.story.session, package.count) == package.head
        return Answer.OLDER if same else Answer.PARTED

    def _keep(self, copy: Path, package: TakenPackage) -> None:
        # The file first: one without its record is found again by its digest, a record without its file never.
        copy.replace(self.kept(package))
        self._office.register.put([package], self._person)


def hash_at(source: PackageSource, session: str, count: int) -> str:
    """Returns the hash of the chain after `count` events of a package that was checked; empty when it is shorter."""
    if count == 0:
        return first_hash(session)
    return next((raw.hash for raw in events_of(source) if raw.number == count), "")


class _Header(msgspec.Struct):
    made_ms: int


def _made_ms(source: PackageSource) -> int:
    try:
        return msgspec.json.decode(tag_file(source, layout.SESSION), type=_Header).made_ms
    except msgspec.DecodeError as error:
        raise refused(PackageFault.LIST_MALFORMED, layout.SESSION, at=1) from error


def _held(source: PackageSource) -> Held:
    """Returns what the chain itself tells, with what the unit's register says of the meeting; forms are not asked."""
    try:
        story = tell(read_line_text(raw.event) for raw in events_of(source))
    except (LineUnreadable, msgspec.ValidationError, KeyError, ValueError) as error:
        # The chain is whole and signed: a line that cannot be read was written by a newer program.
        raise refused(PackageFault.VERSION_UNKNOWN, layout.EVENTS, found=str(error)[:200]) from error
    facts = facts_of(story)
    return held_of(replace(facts, story=replace(story, moments=())), _meeting(source, story.meeting_uid))


def _meeting(source: PackageSource, meeting_uid: str) -> Meeting | None:
    """Returns the newest version of the meeting's registration; None where the package has none that is known here."""
    newest: Meeting | None = None
    for line in office_lines_in(source):
        if line.get("kind") == kind_of(Meeting) and line.get("id") == meeting_uid:
            try:
                newest = msgspec.convert(line.get("content"), Meeting)
            except msgspec.ValidationError:
                newest = None
    return newest
