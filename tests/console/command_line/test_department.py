"""`department`: packages from a stick at the command line, keys, who has not reported, receipts there and back."""

import json
import shutil
from pathlib import Path

import pytest

from console.data_folder import DataFolder
from console.records.hand_over.making import make_package
from console.records.hand_over.signing_key import own_key
from tests.console.command_line.typed import CommandLine
from tests.console.records.a_meeting import held_meeting, wish_for, written_meeting

TOLD = "UBND phường Tân Lập"
ALL_DAYS = ("--from", "2020-01-01", "--to", "2040-01-01")


@pytest.fixture(scope="module")
def unit(tmp_path_factory: pytest.TempPathFactory) -> DataFolder:
    return written_meeting(tmp_path_factory.mktemp("unit"), held_meeting())


@pytest.fixture(scope="module")
def package(unit: DataFolder, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_package(wish_for(unit, tmp_path_factory.mktemp("stick"), as_zip=True), None).path


def fingerprint(unit: DataFolder) -> str:
    return own_key(unit.signing_key_file).fingerprint


def registered(typed: CommandLine, unit: DataFolder) -> None:
    done = typed("department", "register-key", fingerprint(unit).upper(), TOLD, "--paper", "12/UBND")
    assert (done.code, done.err) == (0, "")


def test_an_unknown_key_is_refused_until_it_is_registered(typed: CommandLine, unit: DataFolder, package: Path) -> None:
    refused = typed("department", "import", str(package))
    assert refused.code == 1
    assert "which is not registered here" in refused.out
    assert refused.out.endswith("0 taken, 0 known already, 1 refused.\n")
    registered(typed, unit)
    taken = typed("department", "import", str(package.parent))
    assert taken.code == 0
    assert f"TAKEN from {TOLD}" in taken.out
    again = typed("department", "import", str(package))
    assert (again.code, again.out.splitlines()[-1]) == (0, "0 taken, 1 known already, 0 refused.")


def test_a_changed_octet_is_refused_with_its_file(
    typed: CommandLine, unit: DataFolder, package: Path, tmp_path: Path
) -> None:
    registered(typed, unit)
    copy = Path(shutil.copy(package, tmp_path / "x.zip"))
    octets = bytearray(copy.read_bytes())
    octets[octets.index(b"bag-info.txt") + 40] ^= 1
    copy.write_bytes(octets)
    refused = typed("department", "import", str(copy), "--json")
    assert refused.code == 1
    told = json.loads(refused.out)
    assert (told["answer"], told["digest"]) == ("refused", None)
    assert told["faults"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("import", "nowhere"), "REFUSED: There is nothing at nowhere."),
        (("register-key", "12 34", "X"), "“12 34” is no fingerprint of a key"),
        (("register-key", "ab" * 32, "  "), "Name the unit that the key belongs to."),
        (("revoke-key", "ab" * 32, "--reason", "lost"), "is not registered here"),
        (("list", "--from", "14/12/2026"), "“14/12/2026” is no day"),
        (("missing", "--from", "2027-01-02", "--to", "2027-01-01"), "comes after the last"),
        (("receipt", "xyz", "--out", "r"), "No package of a session “xyz” was taken here."),
        (("check-receipt", "nowhere"), "nowhere"),
        (("check-report", "nowhere"), "nowhere"),
    ],
)
def test_bad_input_ends_with_one_sentence(
    typed: CommandLine, arguments: tuple[str, ...], said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    done = typed("department", *arguments)
    assert done.code != 0
    assert said in done.out + done.err


def test_an_empty_stick_is_said(typed: CommandLine, tmp_path: Path) -> None:
    done = typed("department", "import", str(tmp_path))
    assert (done.code, "There is no package in" in done.err) == (2, True)


def test_who_has_handed_in_and_who_has_not(typed: CommandLine, unit: DataFolder, package: Path) -> None:
    registered(typed, unit)
    typed("department", "register-key", "ab" * 32, "UBND xã Ea Kar")
    typed("department", "import", str(package))
    listed = typed("department", "list", *ALL_DAYS)
    assert TOLD in listed.out
    assert "4 sites" in listed.out
    missing = typed("department", "missing", *ALL_DAYS)
    assert missing.out.splitlines()[1:] == ["UBND xã Ea Kar: nothing handed in."]
    typed("department", "revoke-key", "ab" * 32, "--reason", "máy hỏng")
    assert typed("department", "missing", *ALL_DAYS).out.splitlines()[1:] == [
        "Every unit with a registered key has handed in something."
    ]
    keys = typed("department", "keys").out
    assert "revoked on" in keys
    assert "máy hỏng" in keys


def test_a_receipt_goes_back_to_the_unit(typed: CommandLine, unit: DataFolder, package: Path, tmp_path: Path) -> None:
    registered(typed, unit)
    typed("department", "import", str(package))
    written = typed("department", "receipt", "--out", str(tmp_path / "receipts"))
    assert written.code == 0, written.err
    (receipt,) = (tmp_path / "receipts").iterdir()
    checked = typed("department", "check-receipt", str(receipt))
    assert checked.code == 0
    assert checked.out.startswith("RECEIPT: ")
    other = typed("department", "check-receipt", str(receipt), "--key", "ab" * 32)
    assert (other.code, "not with the named one" in other.err) == (2, True)
    receipt.write_bytes(receipt.read_bytes().replace(b'"count":', b'"count":1'))
    assert typed("department", "check-receipt", str(receipt)).code == 2


def test_what_all_units_handed_in_is_added_up(
    typed: CommandLine, unit: DataFolder, package: Path, tmp_path: Path
) -> None:
    registered(typed, unit)
    typed("department", "register-key", "ab" * 32, "UBND xã Ea Kar")
    typed("department", "import", str(package))
    for name in ("phu-luc-3.xlsx", "phu-luc-3.csv", "statistics.docx"):
        done = typed("department", "report", name.partition(".")[0], "--out", str(tmp_path / name), *ALL_DAYS)
        assert (done.code, "UBND xã Ea Kar: nothing handed in." in done.out) == (0, True), done.err
    table = (tmp_path / "phu-luc-3.csv").read_text(encoding="utf-8-sig")
    assert "Họp giao ban" in table
    assert typed("department", "report", "statistics", "--out", str(tmp_path / "x.exe"), *ALL_DAYS).code == 2


def test_a_report_is_signed_and_checked_with_its_file(
    typed: CommandLine, unit: DataFolder, package: Path, tmp_path: Path
) -> None:
    registered(typed, unit)
    typed("department", "import", str(package))
    report = tmp_path / "bao-cao.csv"
    written = typed("department", "report", "phu-luc-3", "--out", str(report), *ALL_DAYS)
    assert written.code == 0, written.err
    seal = tmp_path / "bao-cao.csv.chu-ky.json"
    assert str(seal) in written.out
    checked = typed("department", "check-report", str(report))
    assert (checked.code, "phu-luc-3" in checked.out) == (0, True), checked.err
    assert typed("department", "check-report", str(report), "--key", "ab" * 32).code == 2
    octets = report.read_bytes()
    report.write_bytes(octets + b" ")
    assert "not as it was signed" in typed("department", "check-report", str(report)).err
    report.write_bytes(octets)
    seal.write_bytes(seal.read_bytes().replace(b'"meetings":', b'"meetings":1'))
    assert "not as it was signed" in typed("department", "check-report", str(report)).err
    seal.write_text("{}")
    assert "no signature of a report" in typed("department", "check-report", str(report)).err
    seal.unlink()
    assert "no signature beside" in typed("department", "check-report", str(report)).err
