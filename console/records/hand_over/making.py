"""Makes a package of one session, while the meeting runs or after it.

Rule: everything in it is taken from one snapshot, so that all parts tell of the same moment. It appears under its name
when it is whole and on the disk, or not at all; an earlier package of the session is never replaced.
"""

import contextlib
import hashlib
import os
import re
import shutil
import sys
import zipfile
from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path

import msgspec

from console.canonical_json import canonical_json
from console.log_book.database import reading
from console.log_book.session_reading import FileEnded, raw_lines, read_session
from console.log_book.snapshot_file import copy_session
from console.log_book.verdict import Finding
from console.log_book.verification import verify_log
from console.office.form_records import FormName
from console.records.forms import session_form
from console.records.gathered import Gathered, OfficeSide, put_together, read_kept_profile
from console.records.hand_over import layout
from console.records.hand_over.bag import info_text, manifest_text
from console.records.hand_over.event_lines import event_line
from console.records.hand_over.read_me import read_me
from console.records.hand_over.signing_key import SigningKey
from console.records.page_model import Document
from console.records.print_style import STANDARD, PrintStyle
from console.records.seal import Seal
from console.records.session_form import Chain
from console.records.session_story import SessionStory, tell

CHUNK = 256 * 1024
MOST_PARTS = 99


class PackageImpossible(Exception):
    """No package can be made; `why` is one of `NO_EVENTS`, `TOO_LARGE`, `TOO_MANY_PARTS`."""

    NO_EVENTS = "no_events"
    TOO_LARGE = "too_large"
    TOO_MANY_PARTS = "too_many_parts"

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


RecordPdf = Callable[[SessionStory, Seal, str], bytes]
"""Paints the readable record in a language (`vi` or `en`); handed in, because paint needs Qt."""


FormPdf = Callable[[Document, PrintStyle, bytes], bytes]
"""Paints a form by a print style, with its data attached; handed in for the same reason."""


class PackageWish(msgspec.Struct, frozen=True, kw_only=True):
    """What to pack: `log` is the session's file, judged before as `finding`.

    `profile_of` returns the content of a profile's file by its hash, or None.
    """

    log: Path
    finding: Finding
    out: Path
    key: SigningKey
    profile_of: Callable[[str], str | None]
    person: str
    language: str
    """Of the readable record."""
    program_version: str
    as_zip: bool
    with_samples: bool
    now: datetime
    """Local time, with its zone."""
    office: OfficeSide = OfficeSide()
    """What the office knows of the session: its corrections, confirmations and registration go along."""
    style: PrintStyle = STANDARD


class MadePackage(msgspec.Struct, frozen=True, kw_only=True):
    path: Path
    seal: Seal
    octets: int
    confidential: bool = False
    """The meeting is restricted or secret: nothing measured went along."""


def make_package(wish: PackageWish, record_pdf: RecordPdf | None, form_pdf: FormPdf | None = None) -> MadePackage:
    """Returns the package that was made; without `record_pdf` it has no readable record, without `form_pdf` no PDF
    of its forms.

    Raises `PackageImpossible`, `StoreUnusable`, `SnapshotFailed` or `OSError`; nothing of it is left then.
    """
    wish.out.mkdir(parents=True, exist_ok=True)
    making = wish.out / f".diem-cau-{os.getpid()}-{wish.now:%H%M%S%f}"
    try:
        making.mkdir()
        seal, story = _fill(making, wish, record_pdf, form_pdf)
        whole = making if not wish.as_zip else _zipped(making, seal.package)
        _to_disk(making)
        path = wish.out / (seal.package + (".zip" if wish.as_zip else ""))
        whole.rename(path)
        _flush_names(wish.out)
        return MadePackage(path=path, seal=seal, octets=_octets(path), confidential=story.confidential)
    finally:
        shutil.rmtree(making, ignore_errors=True)
        making.with_suffix(".zip").unlink(missing_ok=True)


def _fill(
    making: Path, wish: PackageWish, record_pdf: RecordPdf | None, form_pdf: FormPdf | None
) -> tuple[Seal, SessionStory]:
    (making / "data").mkdir()
    snapshot = making / layout.SNAPSHOT
    if wish.with_samples and _confidential(wish.log):
        wish = msgspec.structs.replace(wish, with_samples=False)
    copy_session(wish.log, snapshot, with_samples=wish.with_samples)
    reading_back = read_session(snapshot)
    if not reading_back.lines:
        raise PackageImpossible(PackageImpossible.NO_EVENTS)
    story = tell(reading_back)
    story = msgspec.structs.replace(story, title=story.title or reading_back.title)
    seal = _write_events(making / layout.EVENTS, snapshot, story, wish)
    _write(making / layout.SESSION, canonical_json(_header(story, seal, wish)) + b"\n")
    profile = wish.profile_of(story.profile_hash)
    if profile is not None:
        _write(making / layout.PROFILE, profile.encode())
    if record_pdf is not None:
        _write(making / layout.RECORD, record_pdf(story, seal, wish.language))
    chain = Chain(count=seal.count, head=seal.head, finding=seal.finding)
    _write_forms(making, put_together(story, chain, wish.office, read_kept_profile(profile)), wish, form_pdf)
    _close_bag(making, story, seal, wish)
    return seal, story


def _confidential(log: Path) -> bool:
    """Returns whether the session's content may not leave: of such a meeting no measurements are handed over."""
    session = read_session(log)
    return bool(session.lines) and tell(session).confidential


def _write_forms(making: Path, gathered: Gathered, wish: PackageWish, form_pdf: FormPdf | None) -> None:
    """Writes the forms that the session has something for, and the register's lines of its meeting."""
    if wish.office.lines:
        _write(making / layout.OFFICE, wish.office.lines)
    (making / layout.FORMS).mkdir()
    for name in _forms_of(gathered):
        form = session_form(name, gathered)
        _write(making / f"{layout.FORMS}{name}.json", form.data + b"\n")
        if form_pdf is not None:
            _write(making / f"{layout.FORMS}{name}.pdf", form_pdf(form.document, wish.style, form.data))


def _forms_of(gathered: Gathered) -> list[FormName]:
    facts = gathered.facts
    there = {
        FormName.SESSION: True,
        FormName.CHECK_MINUTES: any(site.marks for site in facts.sites),
        FormName.INCIDENT: bool(facts.incidents),
        FormName.SHUTDOWN: bool(gathered.shutdowns),
        FormName.RECORDING: gathered.handover is not None,
    }
    return [name for name, wanted in there.items() if wanted]


def _write_events(target: Path, snapshot: Path, story: SessionStory, wish: PackageWish) -> Seal:
    """Writes the chain as it stands, broken or not, and returns its end."""
    count, head = 0, ""
    with reading(snapshot) as connection, target.open("wb") as file:
        try:
            for raw in raw_lines(connection):
                file.write(event_line(raw))
                count, head = raw.number, raw.hash
        except FileEnded:
            pass  # what follows cannot be read by anybody; the seal says that the log is not whole
    return Seal(
        count=count,
        head=head,
        finding=_finding(verify_log(snapshot).finding, wish.finding).value,
        fingerprint=wish.key.fingerprint,
        made_ms=int(wish.now.timestamp() * 1000),
        package=_free_name(wish.out, story, wish.now),
    )


def _finding(copied: Finding, judged: Finding) -> Finding:
    """Returns the worse of what the copy shows by itself and what the office store knew of the file."""
    return judged if copied is Finding.TAIL_NOT_PROVEN else copied


def _free_name(out: Path, story: SessionStory, now: datetime) -> str:
    """Returns a name that no package in the folder has: site code, year, session, day, and which part it is."""
    day = datetime.fromtimestamp(story.started_ms / 1000, now.tzinfo)
    session = re.sub(r"[^A-Za-z0-9]", "", story.session)[-8:] or "0"
    for part in range(1, MOST_PARTS + 1):
        name = f"DC-{day:%Y}-{session}_{day:%Y%m%d}_{part:02}"
        if not any((out / (name + ending)).exists() for ending in ("", ".zip")):
            return name
    raise PackageImpossible(PackageImpossible.TOO_MANY_PARTS)


def _header(story: SessionStory, seal: Seal, wish: PackageWish) -> dict[str, object]:
    """Returns what stands in `session.json`: the session without its moments."""
    told = msgspec.to_builtins(story)
    del told["moments"]
    return {
        "schema": layout.PACKAGE_SCHEMA,
        **told,
        "log_count": seal.count,
        "log_head": seal.head,
        "log_state": seal.finding,
        "made_ms": seal.made_ms,
        "made_by": wish.person,
        "made_with": f"Điểm Cầu {wish.program_version}",
        "samples_included": wish.with_samples,
    }


def _close_bag(making: Path, story: SessionStory, seal: Seal, wish: PackageWish) -> None:
    """Writes the tag files, the manifests and the signature, in the order in which each covers those before."""
    payload = {name: _digest(making / name) for name in _names(making)}
    octets = sum((making / name).stat().st_size for name in payload)
    if octets > layout.LARGEST_PACKAGE - 4 * layout.LARGEST_TAG_FILE:
        raise PackageImpossible(PackageImpossible.TOO_LARGE)
    _write(making / layout.BAGIT, layout.DECLARATION.encode())
    _write(making / layout.INFO, info_text(_info(story, seal, wish, f"{octets}.{len(payload)}")).encode())
    _write(making / layout.README, read_me(story, seal, frozenset(payload)).encode("utf-8-sig"))
    _write(making / layout.PUBLIC_KEY, wish.key.public)
    _write(making / layout.MANIFEST, manifest_text(payload).encode())
    tags = {name: _digest(making / name) for name in _names(making) if not name.startswith(layout.PAYLOAD)}
    tag_manifest = manifest_text(tags).encode()
    _write(making / layout.TAG_MANIFEST, tag_manifest)
    _write(making / layout.SIGNATURE, wish.key.sign(tag_manifest))


def _info(story: SessionStory, seal: Seal, wish: PackageWish, oxum: str) -> Mapping[str, str]:
    zone = wish.now.tzinfo
    begun, last = (datetime.fromtimestamp(at / 1000, zone) for at in (story.started_ms, story.last_ms))
    main = next((site.name for site in story.sites if site.role == "main_endpoint"), "")
    return {
        "Source-Organization": main,
        "Contact-Name": wish.person,
        "External-Identifier": story.meeting_uid,
        "External-Description": story.title,
        "Bagging-Date": f"{wish.now:%Y-%m-%d}",
        "Payload-Oxum": oxum,
        "Bag-Software-Agent": f"Diem Cau {wish.program_version}",
        "Package-Schema": str(layout.PACKAGE_SCHEMA),
        "Package-Name": seal.package,
        "Profile-Id": story.profile_id,
        "Profile-Version": story.profile_version,
        "Profile-SHA256": story.profile_hash,
        "Session-Id": story.session,
        "Session-State": "running" if story.ended_ms is None else "ended",
        "Period": f"{begun.isoformat(timespec='seconds')}/{last.isoformat(timespec='seconds')}",
        "Log-Count": str(seal.count),
        "Log-Head": seal.head,
        "Log-State": seal.finding,
        "Signing-Key": seal.fingerprint,
    }


def _zipped(making: Path, name: str) -> Path:
    target = making.with_suffix(".zip")
    with zipfile.ZipFile(target, "x", zipfile.ZIP_DEFLATED, allowZip64=False) as archive:
        for inside in _names(making):
            archive.write(making / inside, f"{name}/{inside}")
    _flush(target)
    return target


def _names(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _write(path: Path, octets: bytes) -> None:
    path.write_bytes(octets)


def _octets(path: Path) -> int:
    return path.stat().st_size if path.is_file() else sum((path / name).stat().st_size for name in _names(path))


def _to_disk(folder: Path) -> None:
    """Waits until all is on the medium: a stick is often pulled as soon as the program says that it is done."""
    for name in _names(folder):
        _flush(folder / name)
    for inside in (folder, *(path for path in folder.rglob("*") if path.is_dir())):
        _flush_names(inside)


def _flush(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _flush_names(folder: Path) -> None:
    """Waits until a folder's list of names is on the medium, too; Windows writes it with the files."""
    if sys.platform == "win32":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        with contextlib.suppress(OSError):  # some file systems of sticks have no such call: nothing more can be done
            os.fsync(descriptor)
    finally:
        os.close(descriptor)
