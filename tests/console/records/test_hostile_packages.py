"""What is made to harm whoever opens it is refused in one finding, quickly, and nothing is written or followed."""

import os
import shutil
import stat
import struct
import tracemalloc
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from console.records.hand_over import layout, package_source
from console.records.hand_over.checking import check_package
from console.records.hand_over.names import check_names
from console.records.hand_over.package_verdict import PackageFault, PackageRefused
from tests.console.records.a_meeting import packed

TOP = "DC-2027-x_20270115_01"


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return packed(tmp_path_factory.mktemp("original"))


@pytest.fixture
def package(original: Path, tmp_path: Path) -> Path:
    return shutil.copytree(original, tmp_path / original.name)


def faults(path: Path) -> set[PackageFault]:
    return {finding.fault for finding in check_package(path).findings}


def zip_of(path: Path, *names: str, content: bytes = b"x") -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in names:
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return path


# ---------------------------------------------------------------- names


@pytest.mark.parametrize(
    "name",
    ["../../.bashrc", "/etc/passwd", "data/../../x", "C:\\x", "c:x", "\\\\server\\x", "~root/x", "..\\..\\x", ".."],
)
def test_a_name_that_leads_out_is_refused(name: str) -> None:
    with pytest.raises(PackageRefused) as error:
        check_names(["data/a", name])
    assert error.value.finding.fault is PackageFault.NAME_CLIMBS_OUT


@pytest.mark.parametrize(
    "name",
    [
        "data/CON", "data/nul.txt", "data/com1.jsonl", "data/LPT9", "data/a.", "data/a ", "data//a", "data/./a", "",
        "data/a:b", "data/a?b", "data/a\x00b", "data/a\nb", "data/" + "a" * 300, "data/a\u202eb", "data/" + "e\u0302",
    ],
)  # fmt: skip
def test_a_name_that_is_another_file_elsewhere_is_refused(name: str) -> None:
    with pytest.raises(PackageRefused) as error:
        check_names([name])
    assert error.value.finding.fault is PackageFault.NAME_NOT_PORTABLE
    assert error.value.finding.name.isprintable()


@pytest.mark.parametrize(("one", "other"), [("data/A", "data/a"), ("data/straße", "data/STRASSE"), ("x", "x")])
def test_two_names_that_are_one_file_on_some_system_are_refused(one: str, other: str) -> None:
    with pytest.raises(PackageRefused) as error:
        check_names([one, other])
    assert error.value.finding.fault is PackageFault.NAMES_COLLIDE


def test_vietnamese_names_are_taken_as_they_are() -> None:
    check_names(["data/biên bản họp.pdf", "data/Biên bản kỹ thuật.pdf"])


@pytest.mark.parametrize("name", ["../../../etc/passwd", "/etc/passwd"])
def test_a_list_that_names_a_file_outside_opens_nothing(package: Path, name: str) -> None:
    with (package / layout.MANIFEST).open("a", encoding="utf-8") as file:
        file.write(f"{'0' * 64}  {name}\n")
    assert PackageFault.NAME_CLIMBS_OUT in faults(package)


# ---------------------------------------------------------------- folders


@pytest.mark.parametrize("name", [layout.RECORD, layout.INFO, layout.SNAPSHOT])
def test_a_link_is_never_followed(package: Path, tmp_path: Path, name: str) -> None:
    secret = tmp_path / "secret"
    shutil.copy(package / name, secret)
    (package / name).unlink()
    (package / name).symlink_to(secret)
    (finding,) = check_package(package).findings
    assert (finding.fault, finding.name) == (PackageFault.NOT_A_FILE, name)


def test_a_folder_that_is_a_link_is_not_entered(package: Path, tmp_path: Path) -> None:
    shutil.move(package / "data", tmp_path / "elsewhere")
    (package / "data").symlink_to(tmp_path / "elsewhere")
    assert faults(package) == {PackageFault.NOT_A_FILE}


def test_a_pipe_does_not_stop_the_check(package: Path) -> None:
    os.mkfifo(package / "data" / "pipe")
    assert faults(package) == {PackageFault.NOT_A_FILE}


def test_a_pipe_put_in_place_of_a_judged_file_does_not_stop_it_either(package: Path) -> None:
    source = package_source.FolderSource(package)
    (package / layout.RECORD).unlink()
    os.mkfifo(package / layout.RECORD)
    with pytest.raises(PackageRefused):
        list(package_source.chunks(source, layout.RECORD))


def test_more_files_than_a_package_can_have_are_not_counted_to_the_end(package: Path) -> None:
    for number in range(layout.MOST_FILES + 1):
        (package / f"data/{number}").touch()
    assert faults(package) == {PackageFault.TOO_MANY_FILES}


def test_a_file_of_absurd_size_is_refused_unread(package: Path) -> None:
    with (package / layout.RECORD).open("r+b") as file:
        file.truncate(layout.LARGEST_PACKAGE + 1)  # a hole: takes no room on the disk
    assert faults(package) == {PackageFault.TOO_LARGE}


@pytest.mark.parametrize("name", [layout.INFO, layout.MANIFEST, layout.TAG_MANIFEST, layout.SIGNATURE])
def test_a_list_of_absurd_size_is_refused_unread(package: Path, name: str) -> None:
    with (package / name).open("r+b") as file:
        file.truncate(layout.LARGEST_TAG_FILE + 1)
    assert PackageFault.TOO_LARGE in faults(package)


def test_an_endless_event_takes_no_endless_memory(package: Path) -> None:
    with (package / layout.EVENTS).open("r+b") as file:
        file.truncate(200 * 1024**2)
    tracemalloc.start()
    found = faults(package)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert PackageFault.EVENT_BROKEN in found
    assert peak < 20 * 1024**2


def test_deeply_nested_events_are_no_events(package: Path) -> None:
    event = '{"number":1,"a":' + "[" * 100_000 + "]" * 100_000 + "}"
    (package / layout.EVENTS).write_text(f'{{"event":{event},"hash":"{"0" * 64}","previous":"{"0" * 64}"}}\n')
    assert PackageFault.EVENT_BROKEN in faults(package)


# ---------------------------------------------------------------- versions and other things


@pytest.mark.parametrize(
    ("declaration", "fault"),
    [
        ("BagIt-Version: 0.97\nTag-File-Character-Encoding: UTF-8\n", PackageFault.VERSION_UNKNOWN),
        ("BagIt-Version: 2.0\nTag-File-Character-Encoding: UTF-8\n", PackageFault.VERSION_UNKNOWN),
        ("BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-16\n", PackageFault.NOT_A_PACKAGE),
        ("", PackageFault.NOT_A_PACKAGE),
    ],
)
def test_another_version_is_said_to_be_that(package: Path, declaration: str, fault: PackageFault) -> None:
    (package / layout.BAGIT).write_text(declaration, encoding="utf-8")
    verdict = check_package(package)
    assert [finding.fault for finding in verdict.findings] == [fault]
    assert not verdict.usable


def test_a_package_of_a_newer_program_is_said_to_be_that(package: Path) -> None:
    text = (package / layout.INFO).read_text(encoding="utf-8")
    (package / layout.INFO).write_text(text.replace("Package-Schema: 1", "Package-Schema: 2"), encoding="utf-8")
    (finding,) = check_package(package).findings
    assert (finding.fault, finding.found) == (PackageFault.VERSION_UNKNOWN, "2")


@pytest.mark.parametrize("line", ["Session-Id: x", "no tag at all", "\udcff".encode("utf-8", "surrogateescape")])
def test_a_line_of_information_that_is_none_is_named(package: Path, line: str | bytes) -> None:
    octets = line.encode() if isinstance(line, str) else line
    with (package / layout.INFO).open("ab") as file:
        file.write(octets + b"\n")
    (finding,) = check_package(package).findings
    assert (finding.fault, finding.name) == (PackageFault.LIST_MALFORMED, layout.INFO)
    assert finding.at == len((package / layout.INFO).read_bytes().splitlines())


def test_what_is_no_package_at_all_is_not_judged(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("Kính gửi", encoding="utf-8")
    (tmp_path / "empty").mkdir()
    (tmp_path / "nothing.zip").write_bytes(b"")
    for name in ("letter.txt", "empty", "nothing.zip", "gone"):
        assert not check_package(tmp_path / name).usable, name


# ---------------------------------------------------------------- archives


@pytest.mark.parametrize(
    ("names", "fault"),
    [
        ((f"{TOP}/../../x",), PackageFault.NAME_CLIMBS_OUT),
        (("/x/y",), PackageFault.NAME_CLIMBS_OUT),
        ((f"{TOP}/data\\..\\..\\x",), PackageFault.NAME_CLIMBS_OUT),
        ((f"{TOP}/a\x01b",), PackageFault.NAME_NOT_PORTABLE),
        ((f"{TOP}/a", f"{TOP}/A"), PackageFault.NAMES_COLLIDE),
        ((f"{TOP}/a", "other/b"), PackageFault.FILE_UNLISTED),
        (("loose.txt",), PackageFault.FILE_UNLISTED),
    ],
)
def test_an_archive_with_bad_names_is_refused(tmp_path: Path, names: tuple[str, ...], fault: PackageFault) -> None:
    archive = zip_of(tmp_path / "p.zip", *names)
    assert faults(archive) == {fault}


def test_a_name_that_seems_to_end_earlier_is_refused(tmp_path: Path) -> None:
    path = zip_of(tmp_path / "p.zip", f"{TOP}/bagit.txt#.exe")
    path.write_bytes(path.read_bytes().replace(b"#", b"\x00"))
    assert faults(path) == {PackageFault.NAME_NOT_PORTABLE}


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_doubled_name_in_an_archive_is_refused(tmp_path: Path) -> None:
    assert faults(zip_of(tmp_path / "p.zip", f"{TOP}/a", f"{TOP}/a")) == {PackageFault.NAMES_COLLIDE}


@pytest.mark.parametrize("kind", [stat.S_IFLNK, stat.S_IFIFO, stat.S_IFCHR])
def test_a_link_in_an_archive_is_refused(tmp_path: Path, kind: int) -> None:
    entry = zipfile.ZipInfo(f"{TOP}/link")
    entry.external_attr = (kind | 0o777) << 16
    with zipfile.ZipFile(tmp_path / "p.zip", "w") as archive:
        archive.writestr(entry, "/etc/passwd")
    assert faults(tmp_path / "p.zip") == {PackageFault.NOT_A_FILE}


def test_another_way_of_packing_is_refused(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "p.zip", "w", zipfile.ZIP_LZMA) as archive:
        archive.writestr(f"{TOP}/bagit.txt", layout.DECLARATION)
    assert faults(tmp_path / "p.zip") == {PackageFault.ARCHIVE_ODD}


def test_a_bomb_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    zip_of(tmp_path / "p.zip", f"{TOP}/{layout.EVENTS}", content=bytes(64 * 1024**2))
    tracemalloc.start()
    found = faults(tmp_path / "p.zip")
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert found == {PackageFault.BOMB}
    assert peak < 2 * 1024**2


def test_an_archive_that_lies_about_sizes_is_refused(original: Path, tmp_path: Path) -> None:
    path = tmp_path / "p.zip"
    shutil.make_archive(str(path.with_suffix("")), "zip", original.parent, original.name)
    octets = bytearray(path.read_bytes())
    at = octets.rfind(f"{original.name}/{layout.RECORD}".encode()) - 46
    assert octets[at : at + 4] == b"PK\x01\x02"
    struct.pack_into("<L", octets, at + 24, 3)
    path.write_bytes(octets)
    assert faults(path) & {PackageFault.FILE_DAMAGED, PackageFault.FILE_CHANGED}


def test_an_index_of_absurd_size_is_not_read(tmp_path: Path) -> None:
    path = zip_of(tmp_path / "p.zip", f"{TOP}/a")
    octets = bytearray(path.read_bytes())
    struct.pack_into("<HH", octets, len(octets) - 14, 60_000, 60_000)
    path.write_bytes(octets)
    assert faults(path) == {PackageFault.TOO_MANY_FILES}


def test_an_archive_of_the_large_kind_is_refused(tmp_path: Path) -> None:
    path = zip_of(tmp_path / "p.zip", f"{TOP}/a")
    octets = path.read_bytes()
    locator = b"PK\x06\x07" + bytes(16)
    path.write_bytes(octets[:-22] + locator + octets[-22:])
    assert faults(path) == {PackageFault.ARCHIVE_ODD}


def cut(octets: bytes) -> bytes:
    return octets[: len(octets) * 2 // 3]


def without_end(octets: bytes) -> bytes:
    return octets[:-10]


def half_zeroed(octets: bytes) -> bytes:
    return octets[:200] + bytes(400) + octets[600:]


@pytest.mark.parametrize("spoil", [cut, without_end, half_zeroed])
def test_a_damaged_archive_is_refused(original: Path, tmp_path: Path, spoil: Callable[[bytes], bytes]) -> None:
    path = tmp_path / "p.zip"
    shutil.make_archive(str(path.with_suffix("")), "zip", original.parent, original.name)
    assert check_package(path).good
    path.write_bytes(spoil(path.read_bytes()))
    assert faults(path)


def test_no_octet_of_an_archive_makes_the_check_fall_over(original: Path, tmp_path: Path) -> None:
    path = tmp_path / "p.zip"
    shutil.make_archive(str(path.with_suffix("")), "zip", original.parent, original.name)
    octets = path.read_bytes()
    index = octets.find(b"PK\x01\x02")
    for at in [*range(60), *range(index, len(octets), 7)]:
        path.write_bytes(octets[:at] + bytes([octets[at] ^ 0xFF]) + octets[at + 1 :])
        check_package(path)  # whatever it says, it says it
