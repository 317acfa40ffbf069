"""A package as it is made: whole, checkable by a stranger, never in the way of a running meeting."""

import json
import sqlite3
import stat
import zipfile
from pathlib import Path

import pytest

from console.events import MeetingFileRead
from console.log_book.log_writer import LogWriter
from console.log_book.office_store import OfficeStore
from console.log_book.session_file import SAMPLE_TABLES, SessionFile
from console.office.meeting import Confidentiality
from console.office.meeting_file import MeetingFile
from console.records.hand_over import layout
from console.records.hand_over.checking import check_package
from console.records.hand_over.making import PackageImpossible, make_package
from console.records.hand_over.package_verdict import SignerKnown
from console.records.hand_over.signing_key import KeyUnusable, own_fingerprint, own_key
from tests.console.log_book.log_lines import SESSION, Reports, folder, opening, running_writer, until, writing
from tests.console.records import stranger
from tests.console.records.a_meeting import PROFILE, held_meeting, packed, wish_for, written_meeting


def key_of(tmp_path: Path) -> str:
    fingerprint = own_fingerprint(tmp_path / "data" / "signing-key.pem")
    assert fingerprint is not None
    return fingerprint


def test_a_stranger_can_check_it_by_what_its_readme_says(tmp_path: Path) -> None:
    package = packed(tmp_path)
    count = stranger.check(package, key_of(tmp_path))
    assert count == json.loads((package / layout.SESSION).read_text(encoding="utf-8"))["log_count"]


def test_its_readme_is_vietnamese_and_names_what_it_fixes(tmp_path: Path) -> None:
    package = packed(tmp_path)
    text = (package / layout.README).read_text(encoding="utf-8-sig")
    head = json.loads((package / layout.SESSION).read_text(encoding="utf-8"))["log_head"]
    assert text.startswith("GÓI BÀN GIAO PHIÊN HỌP TRỰC TUYẾN")
    assert all(part in text for part in (head, key_of(tmp_path), "Họp giao ban", "data/events.jsonl", "Ed25519"))
    assert "{" not in text.replace('{"event":SỰ_KIỆN,"hash":"...","previous":"..."}', "")


@pytest.mark.parametrize("as_zip", [False, True])
def test_it_is_accepted_as_a_folder_and_as_one_file(tmp_path: Path, as_zip: bool) -> None:
    package = packed(tmp_path, as_zip=as_zip)
    assert package.is_file() == as_zip
    verdict = check_package(package, own=key_of(tmp_path))
    assert verdict.findings == ()
    assert verdict.facts is not None
    assert (verdict.facts.signer, verdict.facts.ended) == (SignerKnown.OWN, True)


def test_a_zip_holds_the_same_as_the_folder(tmp_path: Path) -> None:
    package = packed(tmp_path, as_zip=True)
    with zipfile.ZipFile(package) as archive:
        archive.extractall(tmp_path / "unpacked")
    stranger.check(tmp_path / "unpacked" / package.stem, key_of(tmp_path))


def test_it_carries_the_profile_and_no_measurements(tmp_path: Path) -> None:
    package = packed(tmp_path)
    assert (package / layout.PROFILE).read_text(encoding="utf-8") == PROFILE
    with sqlite3.connect(package / layout.SNAPSHOT) as snapshot:
        for table in SAMPLE_TABLES:
            assert snapshot.execute(f"SELECT count(*) FROM {table}").fetchone() == (0,)
        assert snapshot.execute("PRAGMA journal_mode").fetchone() == ("delete",)
    snapshot.close()


def test_measurements_come_along_when_they_are_wanted(tmp_path: Path) -> None:
    data = folder(tmp_path / "data")
    with running_writer(data) as (writer, reports):
        writer.submit(opening())
        writer.submit(writing(1, 3))
        reports.wait_written(3)
    file = SessionFile.open(data.session_file(SESSION))
    file.add_samples([("s001", 1, "{}")])
    file.close()
    made = make_package(wish_for(data, tmp_path / "out", with_samples=True), None)
    with sqlite3.connect(made.path / layout.SNAPSHOT) as snapshot:
        assert snapshot.execute("SELECT count(*) FROM sample_batches").fetchone() == (1,)
    snapshot.close()
    assert check_package(made.path).good


def test_without_a_painter_there_is_no_record_and_the_rest_is_whole(tmp_path: Path) -> None:
    data = written_meeting(tmp_path / "data", held_meeting())
    made = make_package(wish_for(data, tmp_path / "out"), None)
    assert not (made.path / layout.RECORD).exists()
    assert "nhat-ky" not in (made.path / layout.README).read_text(encoding="utf-8-sig")
    assert check_package(made.path).good


def test_a_running_meeting_is_packed_and_goes_on_writing(tmp_path: Path) -> None:
    data, reports = folder(tmp_path / "data"), Reports()
    writer = LogWriter(data, reports)
    writer.start()
    try:
        writer.submit(opening())
        writer.submit(writing(1, 500))
        reports.wait_written(500)
        writer.submit(writing(501, 3000))
        made = make_package(wish_for(data, tmp_path / "out"), None)
        writer.submit(writing(3001, 3010))
        reports.wait_written(3010)
    finally:
        writer.close()
    assert reports.edges == []
    assert 500 <= made.seal.count <= 3000
    verdict = check_package(made.path)
    assert verdict.good
    assert verdict.facts is not None
    assert verdict.facts.count == made.seal.count
    assert not verdict.facts.ended


def test_a_second_package_of_a_session_gets_the_next_number(tmp_path: Path) -> None:
    data = written_meeting(tmp_path / "data", held_meeting(speeches=0))
    names = [
        make_package(wish_for(data, tmp_path / "out", as_zip=as_zip), None).path.name for as_zip in (False, True, False)
    ]
    assert [name[-6:] for name in names] == ["115_01", "02.zip", "115_03"]
    assert all(name.isascii() for name in names)
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == sorted(names), "nothing half made is left"


def test_nothing_is_left_of_a_package_that_cannot_be_made(tmp_path: Path) -> None:
    data = folder(tmp_path / "data")
    with running_writer(data) as (writer, _reports):
        writer.submit(opening())
        until(data.session_file(SESSION).exists)
    with pytest.raises(PackageImpossible):
        make_package(wish_for(data, tmp_path / "out"), None)
    assert list((tmp_path / "out").iterdir()) == []


def test_the_key_is_made_once_and_is_its_owners_alone(tmp_path: Path) -> None:
    path = tmp_path / "signing-key.pem"
    first = own_key(path)
    assert own_key(path).public == first.public
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [file.name for file in tmp_path.iterdir()] == [path.name]


@pytest.mark.parametrize("content", [b"", b"-----BEGIN PRIVATE KEY-----\n", b"\x00\xff" * 40])
def test_a_damaged_key_is_named_and_never_replaced(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "signing-key.pem"
    path.write_bytes(content)
    with pytest.raises(KeyUnusable):
        own_key(path)
    assert path.read_bytes() == content


def test_nothing_measured_leaves_with_a_confidential_meeting(tmp_path: Path) -> None:
    secret = held_meeting(ended=False)
    uid = secret.lines[0].meeting_uid
    file = MeetingFile(meeting_uid=uid, confidentiality=Confidentiality.STATE_SECRET)
    secret.tell(MeetingFileRead(meeting_uid=uid, file=file))
    data = written_meeting(tmp_path / "data", secret)
    with OfficeStore(data.office_file) as office:
        (row,) = office.sessions.all()
    log = SessionFile.open(data.session_file(row.session))
    log.add_samples([("s001", 1, "{}")])
    log.close()
    made = make_package(wish_for(data, tmp_path / "out", with_samples=True), None)
    with sqlite3.connect(made.path / layout.SNAPSHOT) as snapshot:
        assert snapshot.execute("SELECT count(*) FROM sample_batches").fetchone() == (0,)
    snapshot.close()
    assert made.confidential
    header = json.loads((made.path / layout.SESSION).read_bytes())
    assert (header["confidential"], header["samples_included"]) == (True, False)
    assert "HẠN CHẾ HOẶC MẬT" in (made.path / layout.README).read_text(encoding="utf-8-sig")
    assert check_package(made.path).good
