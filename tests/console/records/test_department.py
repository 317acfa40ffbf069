"""The department's counter: what is taken once, what takes an earlier package's place, what is refused and why."""

import shutil
import zipfile
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace

from console.data_folder import DataFolder
from console.log_book.office_store import OfficeStore
from console.office.reporting import (
    ConsoleKey,
    Period,
    TakenPackage,
    department_ledger,
    in_period,
    meetings_of,
    who_has_not_reported,
)
from console.records.department.answer import Answer
from console.records.department.arrival import TooMany, packages_in
from console.records.department.receipt import read_receipt, receipt_for, signed
from console.records.department.signed_paper import PaperRefused
from console.records.department.taking import Counter
from console.records.hand_over import layout
from console.records.hand_over.making import make_package
from console.records.hand_over.package_verdict import PackageFault
from console.records.hand_over.signing_key import own_key
from tests.console.records.a_meeting import NOW, held_meeting, wish_for, write_lines, written_meeting
from tests.console.records.test_altered_packages import change, sign_anew

TAKEN_MS = 1_900_000_000_000
FIRST_PART = 60


@pytest.fixture(scope="module")
def unit(tmp_path_factory: pytest.TempPathFactory) -> DataFolder:
    return written_meeting(tmp_path_factory.mktemp("unit"), held_meeting())


@pytest.fixture(scope="module")
def original(unit: DataFolder, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_package(wish_for(unit, tmp_path_factory.mktemp("stick"), as_zip=True), None).path


@pytest.fixture
def office(tmp_path: Path, unit: DataFolder) -> Iterator[OfficeStore]:
    with OfficeStore(tmp_path / "office.sqlite3") as office:
        key = ConsoleKey(id=own_key(unit.signing_key_file).fingerprint, unit="UBND phường Tân Lập", site="s014")
        office.register.put([key], "Hạnh", "công văn 12/UBND")
        yield office


@pytest.fixture
def counter(office: OfficeStore, tmp_path: Path) -> Counter:
    return Counter(office, tmp_path / "packages", "Hạnh", lambda: TAKEN_MS)


def kept(office: OfficeStore) -> tuple[TakenPackage, ...]:
    return office.register.present(TakenPackage)


def folder_of(package: Path, target: Path) -> Path:
    with zipfile.ZipFile(package) as archive:
        archive.extractall(target)
    (folder,) = target.iterdir()
    return folder


def test_a_package_is_taken_with_what_its_chain_tells(counter: Counter, office: OfficeStore, original: Path) -> None:
    taking = counter.take(original)
    assert taking.answer is Answer.TAKEN
    assert taking.package is not None
    assert (taking.package.unit, taking.package.taken_ms, taking.package.taken_by) == (
        "UBND phường Tân Lập",
        TAKEN_MS,
        "Hạnh",
    )
    assert len(taking.package.story.sites) == 4
    assert taking.package.ended
    assert kept(office) == (taking.package,)
    assert counter.kept(taking.package).read_bytes() == original.read_bytes()


def test_the_same_delivery_twice_changes_nothing(
    counter: Counter, office: OfficeStore, original: Path, tmp_path: Path
) -> None:
    first = counter.take(original)
    again = counter.take(shutil.copyfile(original, tmp_path / "bản sao.zip"))
    as_folder = counter.take(folder_of(original, tmp_path / "unpacked"))
    assert (again.answer, as_folder.answer) == (Answer.KNOWN, Answer.KNOWN)
    assert again.package == first.package
    assert len(office.register.history(TakenPackage, kept(office)[0].id)) == 1
    assert [path.name for path in (tmp_path / "packages").rglob("*.zip")] == [f"{kept(office)[0].digest}.zip"]


def test_a_key_that_nobody_registered_is_refused_and_nothing_is_kept(
    tmp_path: Path, original: Path, unit: DataFolder
) -> None:
    with OfficeStore(tmp_path / "empty.sqlite3") as office:
        taking = Counter(office, tmp_path / "packages", "Hạnh", lambda: TAKEN_MS).take(original)
        assert (taking.answer, taking.fingerprint) == (
            Answer.KEY_UNKNOWN,
            own_key(unit.signing_key_file).fingerprint,
        )
        assert kept(office) == ()
    assert list((tmp_path / "packages").rglob("*.zip")) == []


def test_a_revoked_key_signs_nothing_new(counter: Counter, office: OfficeStore, original: Path) -> None:
    (key,) = office.register.present(ConsoleKey)
    revoked = ConsoleKey(id=key.id, unit=key.unit, revoked_on="2027-01-10", revoked_why="máy bị mất")
    office.register.put([revoked], "Hạnh")
    assert counter.take(original).answer is Answer.KEY_REVOKED


def altered_octet(package: Path) -> None:
    change(package / layout.EVENTS, b'"kind_of_session":"official"', b'"kind_of_session":"0fficial"')


def cut_tail(package: Path) -> None:
    lines = (package / layout.EVENTS).read_bytes().splitlines(keepends=True)
    (package / layout.EVENTS).write_bytes(b"".join(lines[:-3]))


def packed_again_without_a_file(package: Path) -> None:
    (package / layout.SNAPSHOT).unlink()
    sign_anew(package, own_key(package.parent / "forger.pem"))


def added_file(package: Path) -> None:
    (package / "data" / "thêm.txt".replace("ê", "e")).write_bytes(b"x")


@pytest.mark.parametrize(
    ("alter", "fault"),
    [
        (altered_octet, PackageFault.FILE_CHANGED),
        (cut_tail, PackageFault.COUNT_DIFFERS),
        (packed_again_without_a_file, PackageFault.FILE_MISSING),
        (added_file, PackageFault.FILE_UNLISTED),
    ],
)
def test_an_altered_package_is_refused_with_the_place(
    counter: Counter,
    office: OfficeStore,
    original: Path,
    tmp_path: Path,
    alter: Callable[[Path], None],
    fault: PackageFault,
) -> None:
    package = folder_of(original, tmp_path / "unpacked")
    alter(package)
    taking = counter.take(package)
    assert taking.answer is Answer.REFUSED
    assert fault in {finding.fault for finding in taking.findings}
    assert kept(office) == ()


def test_a_package_signed_anew_by_a_stranger_is_whole_and_still_refused(
    counter: Counter, office: OfficeStore, original: Path, tmp_path: Path
) -> None:
    package = folder_of(original, tmp_path / "unpacked")
    sign_anew(package, own_key(tmp_path / "stranger.pem"))
    assert counter.take(package).answer is Answer.KEY_UNKNOWN
    assert kept(office) == ()


@pytest.fixture(scope="module")
def parts(tmp_path_factory: pytest.TempPathFactory) -> tuple[DataFolder, Path, Path]:
    """A session packed while it ran, with `FIRST_PART` lines, and again after its end."""
    folder = tmp_path_factory.mktemp("parts")
    lines = tuple(held_meeting().lines)
    early, late = DataFolder(folder / "early"), DataFolder(folder / "late")
    for data, written, ended in ((early, lines[:FIRST_PART], False), (late, lines, True)):
        data.make()
        write_lines(data, written, ended=ended)
    key = own_key(early.signing_key_file)
    first = make_package(wish_for(early, folder, as_zip=True, key=key), None).path
    second = make_package(wish_for(late, folder, as_zip=True, key=key, now=NOW + timedelta(hours=1)), None).path
    return early, first, second


def registered(office: OfficeStore, data: DataFolder) -> None:
    fingerprint = own_key(data.signing_key_file).fingerprint
    office.register.put([ConsoleKey(id=fingerprint, unit="UBND tỉnh")], "Hạnh")


def test_a_later_package_of_a_session_takes_the_place_of_the_earlier(
    counter: Counter, office: OfficeStore, parts: tuple[DataFolder, Path, Path]
) -> None:
    data, first, second = parts
    registered(office, data)
    assert counter.take(first).answer is Answer.TAKEN
    assert not kept(office)[0].ended
    follows = counter.take(second)
    assert (follows.answer, follows.earlier is not None) == (Answer.FOLLOWS, True)
    assert [
        told.content.count for told in office.register.history(TakenPackage, kept(office)[0].id) if told.content
    ] == [
        FIRST_PART,
        follows.package.count if follows.package else 0,
    ]
    older = counter.take(first)
    assert older.answer is Answer.OLDER
    assert older.package == follows.package


def test_two_logs_of_one_session_that_part_ways_are_told(
    counter: Counter, office: OfficeStore, parts: tuple[DataFolder, Path, Path], tmp_path: Path
) -> None:
    data, first, _ = parts
    registered(office, data)
    assert counter.take(first).answer is Answer.TAKEN
    other = DataFolder(tmp_path / "other")
    other.make()
    lines = held_meeting(speeches=1).lines
    write_lines(other, tuple(lines), ended=True)
    parted = make_package(
        wish_for(other, tmp_path / "parted", as_zip=True, key=own_key(data.signing_key_file)), None
    ).path
    assert lines[0].session == kept(office)[0].story.session
    taking = counter.take(parted)
    assert taking.answer is Answer.PARTED
    assert len(kept(office)) == 1


def test_packages_are_found_on_a_stick(original: Path, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    (stick / "huyện" / "xã").mkdir(parents=True)
    shutil.copy(original, stick / "huyện" / "xã" / "gói.ZIP")
    unpacked = folder_of(original, stick / "a")
    (stick / "ảnh.jpg").write_bytes(b"x")
    (stick / ".Trash").mkdir()
    shutil.copy(original, stick / ".Trash")
    (stick / "back").symlink_to(stick)
    assert packages_in([stick]) == (unpacked, stick / "huyện" / "xã" / "gói.ZIP")
    assert packages_in([stick / "ảnh.jpg", stick / "nothing"]) == (stick / "ảnh.jpg", stick / "nothing")


def test_a_stick_with_too_much_on_it_is_refused_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("console.records.department.arrival.MOST_LOOKED_AT", 10)
    for number in range(11):
        (tmp_path / f"{number}.txt").touch()
    with pytest.raises(TooMany):
        packages_in([tmp_path])


@pytest.mark.parametrize("content", [b"", b"PK\x05\x06" + bytes(18), b"not a zip" * 100])
def test_a_file_that_is_no_package_is_refused(counter: Counter, tmp_path: Path, content: bytes) -> None:
    (tmp_path / "x.zip").write_bytes(content)
    taking = counter.take(tmp_path / "x.zip")
    assert taking.answer is Answer.REFUSED
    assert taking.findings


def test_a_full_disk_keeps_nothing_and_says_so(
    counter: Counter, office: OfficeStore, original: Path, tmp_path: Path
) -> None:
    (tmp_path / "packages").write_bytes(b"a file where the folder should be")
    taking = counter.take(original)
    assert taking.answer is Answer.DISK_REFUSED
    assert taking.why
    assert kept(office) == ()


def test_who_has_not_reported_is_told_by_period(counter: Counter, office: OfficeStore, original: Path) -> None:
    silent = ConsoleKey(id="ab" * 32, unit="UBND xã Ea Kar")
    old = ConsoleKey(id="cd" * 32, unit="Cũ", revoked_on="2026-01-01")
    office.register.put([silent, old], "Hạnh")
    package = counter.take(original).package
    assert package is not None
    period = Period(from_ms=package.story.started_ms, until_ms=package.story.started_ms + 1)
    keys = office.register.present(ConsoleKey)
    assert [key.unit for key in who_has_not_reported(keys, kept(office), period)] == ["UBND xã Ea Kar"]
    later = Period(from_ms=period.until_ms, until_ms=period.until_ms + 1)
    assert in_period(kept(office), later) == ()
    assert len(who_has_not_reported(keys, kept(office), later)) == 2


def told_by_another(package: TakenPackage, sites: int) -> TakenPackage:
    """Returns the same meeting as a console tells it that knows fewer sites."""
    facts = package.held.facts
    fewer = replace(facts, sites=facts.sites[:sites], story=replace(facts.story, sites=facts.story.sites[:sites]))
    return replace(package, id="other", fingerprint="ab" * 32, held=replace(package.held, facts=fewer))


def test_one_meeting_told_by_two_consoles_counts_once(counter: Counter, original: Path) -> None:
    main = counter.take(original).package
    assert main is not None
    satellite = told_by_another(main, 2)
    (meeting,) = meetings_of([satellite, main])
    assert (meeting.leading, meeting.others) == (main, (satellite,))
    assert meeting.differing_ends == ()
    period = Period(from_ms=main.story.started_ms, until_ms=main.story.started_ms + 1)
    counted = department_ledger([satellite, main], period)
    assert counted.statistics.total.meetings == 1
    assert len(counted.rows[0].satellites) == 3


def test_a_receipt_is_checked_by_the_registered_key_alone(counter: Counter, original: Path, tmp_path: Path) -> None:
    package = counter.take(original).package
    assert package is not None
    key = own_key(tmp_path / "department.pem")
    octets = signed(receipt_for(package, "Sở Khoa học và Công nghệ"), key)
    receipt, fingerprint = read_receipt(octets)
    assert (receipt.digest, receipt.count, fingerprint) == (package.digest, package.count, key.fingerprint)
    with pytest.raises(PaperRefused) as altered:
        read_receipt(octets.replace(b"Khoa", b"Khoe"))
    assert not altered.value.malformed
    for nonsense in (b"", b"{}", octets[:-5], b"[" * 5000):
        with pytest.raises(PaperRefused):
            read_receipt(nonsense)
