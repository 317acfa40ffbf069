"""Judges a package: is it whole, is it as it was signed, and by whom.

Rule: the cheap and the dangerous come first (names, sizes, lists), then the digests, the signature, the chain of events
and the snapshot. What makes the rest meaningless ends the check; all else is gathered, so that an altered file is named
together with the event in it.
"""

import hashlib
import tempfile
from collections.abc import Iterator
from itertools import zip_longest
from pathlib import Path

from msgspec.structs import replace

from console.log_book.chain import first_hash
from console.log_book.database import StoreUnusable
from console.log_book.session_reading import FileEnded, RawLine
from console.log_book.snapshot_file import foreign_session
from console.log_book.verdict import Fracture
from console.records.hand_over import layout
from console.records.hand_over.bag import check_declaration, read_info, read_manifest
from console.records.hand_over.event_lines import ChainBroken, chained, read_event_line
from console.records.hand_over.names import name_refusal, shown
from console.records.hand_over.package_source import PackageSource, chunks, package_source, tag_file
from console.records.hand_over.package_verdict import (
    SOUND_LOGS,
    PackageFacts,
    PackageFault,
    PackageFinding,
    PackageRefused,
    PackageVerdict,
    SignerKnown,
    refused,
)
from console.records.hand_over.signing_key import PUBLIC_OCTETS, SIGNATURE_OCTETS, fingerprint_of, signed_by

MOST_FINDINGS = 20
_NEEDED = (layout.EVENTS, layout.SESSION, layout.SNAPSHOT)
_TAGS = ("Payload-Oxum", "Package-Schema", "Session-Id", "Log-Count", "Log-Head", "Log-State", "Signing-Key")


def check_package(path: Path, *, own: str | None = None, named: str | None = None) -> PackageVerdict:
    """Returns the verdict on a package; never raises for what is in it.

    `own` is the fingerprint of this installation's key, `named` the one that the package has to be signed with.
    """
    check = _Check(own, named)
    try:
        with package_source(path) as source:
            check.judge(source)
    except PackageRefused as error:
        check.note(error.finding)
    return PackageVerdict(findings=tuple(check.findings[:MOST_FINDINGS]), facts=check.facts)


class _Check:
    """One check of one package."""

    def __init__(self, own: str | None, named: str | None) -> None:
        self._own = own
        self._named = named
        self.findings: list[PackageFinding] = []
        self.facts: PackageFacts | None = None

    def note(self, finding: PackageFinding) -> None:
        if finding not in self.findings:
            self.findings.append(finding)

    def _fault(self, fault: PackageFault, name: str = "", **more: object) -> None:
        self.note(refused(fault, name, **more).finding)  # pyright: ignore[reportArgumentType] - by name

    def judge(self, source: PackageSource) -> None:
        """Gathers findings; raises `PackageRefused` for one that ends the check."""
        if layout.BAGIT not in source.sizes:
            raise refused(PackageFault.NOT_A_PACKAGE, layout.BAGIT)
        check_declaration(tag_file(source, layout.BAGIT))
        info = self._info(source)
        self._digests(source, info)
        self._signature(source, info)
        self._log(source, info)

    # ------------------------------------------------------------------ lists, digests, signature

    def _info(self, source: PackageSource) -> dict[str, str]:
        info = read_info(tag_file(source, layout.INFO))
        for tag in _TAGS:
            if not info.get(tag):
                raise refused(PackageFault.INFO_MISSING, layout.INFO, wanted=tag)
        if info["Package-Schema"] != str(layout.PACKAGE_SCHEMA):
            raise refused(PackageFault.VERSION_UNKNOWN, layout.INFO, found=info["Package-Schema"][:40])
        return info

    def _digests(self, source: PackageSource, info: dict[str, str]) -> None:
        payload = read_manifest(tag_file(source, layout.MANIFEST), layout.MANIFEST)
        tags = read_manifest(tag_file(source, layout.TAG_MANIFEST), layout.TAG_MANIFEST)
        self._listed(source, payload, tags)
        have = [size for name, size in source.sizes.items() if name.startswith(layout.PAYLOAD)]
        oxum = f"{sum(have)}.{len(have)}"
        if info["Payload-Oxum"] != oxum:
            self._fault(PackageFault.SIZE_DIFFERS, layout.PAYLOAD, wanted=info["Payload-Oxum"][:40], found=oxum)
        for name, digest in (payload | tags).items():
            if name in source.sizes:
                self._digest(source, name, digest)

    def _listed(self, source: PackageSource, payload: dict[str, str], tags: dict[str, str]) -> None:
        """Compares the lists with the files; each file stands in one list, but for the last list and its signature."""
        for name in (*payload, *tags):
            if (refusal := name_refusal(name)) is not None:
                self.note(refusal.finding)
        missing = {*payload, *tags, *_NEEDED} - source.sizes.keys()
        for name in sorted(missing):
            self._fault(PackageFault.FILE_MISSING, shown(name))
        for name in sorted(
            source.sizes.keys() - payload.keys() - tags.keys() - {layout.TAG_MANIFEST, layout.SIGNATURE}
        ):
            self._fault(PackageFault.FILE_UNLISTED, name)

    def _digest(self, source: PackageSource, name: str, wanted: str) -> None:
        digest = hashlib.sha256()
        try:
            for piece in chunks(source, name):
                digest.update(piece)
        except PackageRefused as error:
            self.note(error.finding)
            return
        if digest.hexdigest() != wanted:
            self._fault(PackageFault.FILE_CHANGED, name)

    def _signature(self, source: PackageSource, info: dict[str, str]) -> None:
        public, signature = tag_file(source, layout.PUBLIC_KEY), tag_file(source, layout.SIGNATURE)
        if len(public) != PUBLIC_OCTETS or len(signature) != SIGNATURE_OCTETS:
            raise refused(PackageFault.SIGNATURE_MALFORMED, layout.SIGNATURE)
        try:
            signed = signed_by(public, signature, tag_file(source, layout.TAG_MANIFEST))
        except ValueError as error:
            raise refused(PackageFault.SIGNATURE_MALFORMED, layout.PUBLIC_KEY) from error
        fingerprint = fingerprint_of(public)
        if not signed:
            self._fault(PackageFault.SIGNATURE_WRONG, layout.TAG_MANIFEST)
        if self._named not in (None, fingerprint):
            self._fault(PackageFault.KEY_OTHER, layout.PUBLIC_KEY, wanted=self._named, found=fingerprint)
        if info["Signing-Key"] != fingerprint:
            self._fault(PackageFault.KEY_OTHER, layout.INFO, wanted=info["Signing-Key"][:64], found=fingerprint)
        self.facts = PackageFacts(
            session=info["Session-Id"],
            title=info.get("External-Description", ""),
            count=0,
            head="",
            ended=info.get("Session-State") == "ended",
            fingerprint=fingerprint,
            signer=self._signer(fingerprint),
        )

    def _signer(self, fingerprint: str) -> SignerKnown:
        if fingerprint == self._named:
            return SignerKnown.NAMED
        return SignerKnown.OWN if fingerprint == self._own else SignerKnown.NOT_KNOWN

    # ------------------------------------------------------------------ the log

    def _log(self, source: PackageSource, info: dict[str, str]) -> None:
        if layout.EVENTS not in source.sizes:
            return
        count, head = self._chain(source, info)
        if info["Log-State"] not in SOUND_LOGS:
            self._fault(PackageFault.LOG_WAS_BROKEN, layout.EVENTS, at=count, found=info["Log-State"][:40])
        if self.facts is not None:
            self.facts = replace(self.facts, count=count, head=head)
        if layout.SNAPSHOT in source.sizes:
            self._snapshot(source)

    def _chain(self, source: PackageSource, info: dict[str, str]) -> tuple[int, str]:
        """Follows the events to their end, or to where the chain breaks, and returns where that is."""
        count, head = 0, first_hash(info["Session-Id"])
        try:
            for raw in chained(events_of(source), info["Session-Id"]):
                count, head = raw.number, raw.hash
        except ChainBroken as error:
            broken = PackageFinding(
                fault=PackageFault.EVENT_BROKEN,
                name=layout.EVENTS,
                at=error.at,
                fracture=error.fracture,
                found=str(error.found),
            )
            self._note_break(broken, info)
            return count, head
        if info["Log-Count"] != str(count):
            self._fault(PackageFault.COUNT_DIFFERS, layout.EVENTS, wanted=info["Log-Count"][:20], found=count)
        elif info["Log-Head"] != head:
            self._fault(PackageFault.HEAD_DIFFERS, layout.EVENTS, wanted=info["Log-Head"][:64], found=head)
        return count, head

    def _note_break(self, broken: PackageFinding, info: dict[str, str]) -> None:
        """Notes a broken chain, unless the signed package says itself that it was broken before."""
        if self.findings or info["Log-State"] in SOUND_LOGS:
            self.note(broken)

    def _snapshot(self, source: PackageSource) -> None:
        """Compares the data base with the events, row by row."""
        with tempfile.TemporaryDirectory(prefix="diem-cau-") as folder:
            copy = Path(folder) / "session.sqlite3"
            try:
                with copy.open("wb") as file:
                    file.writelines(chunks(source, layout.SNAPSHOT))
                self._compare(source, copy)
            except (StoreUnusable, FileEnded) as error:
                self._fault(PackageFault.SNAPSHOT_UNREADABLE, layout.SNAPSHOT, found=error)
            except OSError as error:
                self._fault(PackageFault.SNAPSHOT_UNREADABLE, layout.SNAPSHOT, found=error.strerror or error)

    def _compare(self, source: PackageSource, copy: Path) -> None:
        with foreign_session(copy) as rows:
            for number, (event, row) in enumerate(zip_longest(_until_unreadable(events_of(source)), rows), start=1):
                if event != row:
                    self._fault(PackageFault.SNAPSHOT_DIFFERS, layout.SNAPSHOT, at=number)
                    return


def _until_unreadable(events: Iterator[RawLine]) -> Iterator[RawLine]:
    """Yields events up to the first that is none; that one was found already."""
    try:
        yield from events
    except ChainBroken:
        return


def events_of(source: PackageSource) -> Iterator[RawLine]:
    """Yields the events of a package, unchecked; raises `ChainBroken` where a line is none."""
    number = 0
    rest = b""
    for piece in chunks(source, layout.EVENTS):
        *lines, rest = (rest + piece).split(b"\n")
        for line in lines:
            number += 1
            yield read_event_line(line + b"\n", number)
        if len(rest) > layout.LONGEST_EVENT:
            raise ChainBroken(number + 1, Fracture.UNREADABLE)
    if rest:
        raise ChainBroken(number + 1, Fracture.UNREADABLE)
