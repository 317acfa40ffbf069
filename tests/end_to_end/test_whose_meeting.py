"""Whose meeting it is decides room and operators, and whether it may be invited to first: said, or wanting a reason."""

import json
from pathlib import Path

import pytest

from tests.end_to_end.meeting import Folder
from tests.end_to_end.test_five_provinces import FAR_AWAY_MS, Office, registration

pytestmark = pytest.mark.timeout(120)
PEOPLE = """name;unit;phone;roles;branch;sites
Lê Văn Đảng;Huyện ủy;0905123456;technician;party;1
Trần Thị Chính;UBND huyện;0905123457;technician;government;1
Phạm Văn Đoàn;Huyện ủy;0905123458;technician;party;2
"""


def people_of_both_branches(office: Office, folder: Path) -> None:
    table = folder / "people.csv"
    table.write_text(PEOPLE, encoding="utf-8-sig")
    office.run("directory", "import", "people", str(table))


def test_thanh_hoa_goes_by_the_host(folder: Folder, tmp_path: Path) -> None:
    office = Office(folder, tmp_path)
    office.run("profile", "use", "vn-thanh-hoa")
    people_of_both_branches(office, tmp_path)
    party = office.register(registration(FAR_AWAY_MS, host_kind="party", venue="Văn phòng Tỉnh ủy"))
    assert "▲" not in office.run("meeting", "show", party)
    state = office.register(registration(FAR_AWAY_MS, host_kind="peoples_committee", venue="Văn phòng Tỉnh ủy"))
    shown = office.run("meeting", "show", state)
    assert "By Đ4 k1" in shown
    assert "Văn phòng UBND tỉnh" in shown
    operators = next(line for line in shown.splitlines() if "By Đ8 k2" in line)
    assert "cán bộ kỹ thuật thuộc UBND cấp huyện" in operators
    assert operators.endswith("Điểm cầu 2.")


def test_binh_dinh_registers_before_it_invites_and_a_session_says_where_it_is_chaired(
    folder: Folder, tmp_path: Path
) -> None:
    office = Office(folder, tmp_path)
    office.run("profile", "use", "vn-binh-dinh")
    invited = {"number": "1/GM", "day": "2026-01-05"}
    soon = registration(FAR_AWAY_MS, host_kind="department", venue="Sở Y tế", invitation=invited)
    uid = office.register(soon)
    assert "before invitations go out" in office.refused("meeting", "step", uid, "submitted")
    office.run("meeting", "step", uid, "submitted", "--reason", "giấy mời đã gửi theo chỉ đạo")
    for step in ("received", "confirmed"):
        office.run("meeting", "step", uid, step)
    (held,) = json.loads(office.run("meeting", "show", uid, "--json"))["steps"][:1]
    assert held["reason"] == "giấy mời đã gửi theo chỉ đạo"
    assert "By Đ9 k3b" in office.run("meeting", "show", uid)
