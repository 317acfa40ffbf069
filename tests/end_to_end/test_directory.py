"""The directory from outside: a list goes out as a spreadsheet, is edited, comes back, and the meeting knows it."""

import json
from pathlib import Path

import openpyxl
import pytest

from tests.end_to_end.meeting import Folder

pytestmark = pytest.mark.timeout(120)


def edited(file: Path, line: int, **cells: str) -> None:
    """Writes cells into a line of a spreadsheet, by the headings over them."""
    book = openpyxl.load_workbook(file)
    sheet = book.worksheets[0]
    headings = [cell.value for cell in sheet[1]]
    for heading, value in cells.items():
        sheet.cell(row=line, column=headings.index(heading.replace("_", " ")) + 1, value=value)
    book.save(file)


def test_a_spreadsheet_goes_out_is_edited_and_comes_back(folder: Folder, tmp_path: Path) -> None:
    folder.start_bridge()
    people, sites = tmp_path / "people.xlsx", tmp_path / "sites.xlsx"
    typed = tmp_path / "typed.csv"
    typed.write_text(
        "Họ và tên;Điện thoại;Vai trò;Các điểm cầu\nTrần Thị Hương;0905 123 456;Cán bộ kỹ thuật;1\n", "utf-8-sig"
    )

    assert folder.run("directory", "import", "people", str(typed), "--person", "An").returncode == 0
    assert folder.run("directory", "export", "people", str(people)).returncode == 0
    edited(people, 2, Điện_thoại="0999 888 777", Zalo="0999888777")
    back = folder.run("directory", "import", "people", str(people), "--person", "Hương", "--reason", "đổi số")
    listed = json.loads(folder.run("directory", "list", "people", "--json").stdout)
    versions = folder.run("directory", "versions", "people", "huong").stdout.splitlines()

    assert back.returncode == 0, back.stderr
    assert (listed["phone"], listed["zalo"], listed["roles"]) == ("0999 888 777", "0999888777", ["technician"])
    assert len(versions) == 2
    assert "Hương  đổi số  (Điện thoại, Zalo)" in versions[1]

    assert folder.run("directory", "export", "sites", str(sites)).returncode == 0
    book = openpyxl.load_workbook(sites)
    book.worksheets[0].append(["77", "Xã Ea Wer", "1"])
    book.save(sites)
    taken = folder.run("directory", "import", "sites", str(sites))
    shown = [json.loads(line) for line in folder.run("show", "--only", "site/s077").stdout.splitlines()]

    assert taken.returncode == 0, taken.stderr
    assert shown[0]["view"]["name"] == "Xã Ea Wer", "the running meeting knows the new site"

    edited(sites, 3, Cấp_trên="77")
    refused = folder.run("directory", "import", "sites", str(sites))
    assert refused.returncode == 2
    assert refused.stdout == ""
    assert "vòng" in refused.stderr or "below itself" in refused.stderr
