"""`sites` and `invite`, typed as an office would."""

import json
import re
from pathlib import Path

import pytest

from console.commands import ReloadDirectory
from console.log_book.office_store import OfficeStore
from console.ports_identity import CredentialKind
from console.sites.invitation import read_invitation
from tests.console.command_line.typed import CommandLine, bridge_with

LIST = "STT;Tên điểm cầu;Cụm;Nhà mạng\n4;Phường Thành Nhất;Buôn Ma Thuột;VNPT\n14;Xã Ea Nuôl;Buôn Đôn;Viettel\n"
DEMO_SITES = Path(__file__).resolve().parents[3] / "resources" / "demo" / "sites.csv"


@pytest.fixture
def office(typed: CommandLine, tmp_path: Path) -> CommandLine:
    """A command line whose data folder has a list of sites."""
    file = tmp_path / "list.csv"
    file.write_text(LIST, encoding="utf-8-sig")
    done = typed("sites", "import", str(file))
    assert (done.code, done.out) == (0, "2 sites taken.\n")
    return typed


def test_an_imported_list_is_listed_with_the_main_endpoint(office: CommandLine) -> None:
    lines = office("sites", "list").out.splitlines()
    assert [re.split(r"\s{2,}", line.strip()) for line in lines] == [
        ["0", "main", "Điểm cầu chính"],
        ["4", "s004", "Phường Thành Nhất", "Buôn Ma Thuột · VNPT"],
        ["14", "s014", "Xã Ea Nuôl", "Buôn Đôn · Viettel"],
    ]


def test_an_empty_list_says_how_to_fill_it(typed: CommandLine) -> None:
    assert "sites import FILE" in typed("sites", "list").out


def test_importing_again_changes_and_adds_and_only_replacing_takes_away(office: CommandLine, tmp_path: Path) -> None:
    file = tmp_path / "new.json"
    file.write_text('[{"number": 14, "name": "Xã Ea Nuôl mới"}, {"number": 15, "name": "Xã Buôn Đôn"}]', "utf-8")
    assert office("sites", "import", str(file)).code == 0
    assert len(office("sites", "list").out.splitlines()) == 4
    replaced = office("sites", "import", str(file), "--replace")
    assert "No longer in the list: 4 Phường Thành Nhất." in replaced.out
    assert [line.split()[1] for line in office("sites", "list").out.splitlines()] == ["main", "s014", "s015"]


def test_a_bad_list_changes_nothing_and_names_every_bad_line(office: CommandLine, tmp_path: Path) -> None:
    before = office("sites", "list").out
    file = tmp_path / "bad.csv"
    file.write_text("number;name\n1;A\nx;B\n3;\n", "utf-8")
    done = office("sites", "import", str(file), "--replace")
    assert (done.code, done.out) == (2, "")
    assert done.err.splitlines() == [
        f"{file} was not taken, nothing was changed:",
        "Line 3 has “x” where a number from 1 to 999 should be.",
        "Line 4 has no name.",
    ]
    assert office("sites", "list").out == before


def test_a_missing_file_is_named(typed: CommandLine) -> None:
    done = typed("sites", "import", "/nowhere/list.csv")
    assert (done.code, done.err) == (2, "/nowhere/list.csv cannot be read: No such file or directory\n")


def test_one_site_is_added_and_its_parent_must_be_known(office: CommandLine) -> None:
    done = office("sites", "add", "9", "Xã Ea Súp", "--parent", "thành nhất", "--carrier", "VNPT")
    assert (done.code, done.out) == (0, "9 Xã Ea Súp is in the list.\n")
    with OfficeStore(office.data / "office.sqlite3") as store:
        added = store.sites.get("s009")
    assert added is not None
    assert added.parent == "s004"
    bad = office("sites", "add", "10", "Xã Ea Rốk", "--parent", "77")
    assert (bad.code, bad.err) == (2, "The file has “77” as its parent, which is no one site of the list.\n")


def test_the_list_can_be_taken_to_excel_and_back(typed: CommandLine, tmp_path: Path) -> None:
    assert typed("sites", "import", str(DEMO_SITES)).code == 0
    file = tmp_path / "out.csv"
    assert typed("sites", "list", "--csv", str(file)).code == 0
    assert typed("sites", "import", str(file), "--replace").out == "201 sites taken.\n"


async def test_a_running_bridge_is_told_of_a_new_list(office: CommandLine) -> None:
    async with bridge_with(office.data) as bridge:
        done = await office.beside("sites", "add", "9", "Xã Ea Súp")
        assert "The running bridge has read the list again." in done.out
        assert [request.command for request in bridge.requests] == [ReloadDirectory()]


# ---------------------------------------------------------------- invitations


def test_an_invitation_comes_as_link_file_and_qr_picture(office: CommandLine, tmp_path: Path) -> None:
    file, picture = tmp_path / "s014.json", tmp_path / "s014.png"
    done = office("invite", "ea nuol", "--address", "10.8.0.1", "--address", "fd00::1", "--address", "hop.tinh.vn:9443",
                  "--hours", "2", "--out", str(file), "--qr", str(picture))  # fmt: skip
    assert (done.code, done.err) == (0, "")
    invitation = read_invitation(file.read_text("utf-8"))
    assert invitation.urls == ("https://10.8.0.1:8443", "https://[fd00::1]:8443", "https://hop.tinh.vn:9443")
    assert (invitation.site, invitation.site_name, len(invitation.fingerprint)) == ("s014", "Xã Ea Nuôl", 64)
    link = next(word for word in done.out.split() if word.startswith("diemcau://"))
    assert read_invitation(link) == invitation
    assert picture.read_bytes().startswith(b"\x89PNG")
    assert file.stat().st_mode & 0o077 == picture.stat().st_mode & 0o077 == 0
    with OfficeStore(office.data / "office.sqlite3") as store:
        admitted = store.credentials.check(store.credentials.redeem(invitation.code))
    assert admitted is not None
    assert admitted.site == "s014"


def test_every_invitation_names_the_same_certificate(office: CommandLine, tmp_path: Path) -> None:
    printed = {re.findall(r"[0-9a-f]{64}", office("invite", site).out)[-1] for site in ("4", "14")}
    exported = tmp_path / "bridge.pem"
    assert office("certificate", "--out", str(exported)).out.split()[-1] in printed
    assert len(printed) == 1
    assert exported.read_text().startswith("-----BEGIN CERTIFICATE-----")
    assert "PRIVATE" not in exported.read_text()


def test_a_device_gets_addresses_and_a_secret_that_lasts(office: CommandLine) -> None:
    done = office("invite", "14", "--device", "--address", "10.8.0.1")
    assert "https://10.8.0.1:8443/whip/s014" in done.out
    assert "https://10.8.0.1:8443/whep/s014" in done.out
    secret = next(line.split()[-1] for line in done.out.splitlines() if line.startswith("bearer"))
    with OfficeStore(office.data / "office.sqlite3") as store:
        for _ in range(2):
            admitted = store.credentials.check(secret)
            assert admitted is not None
            assert (admitted.site, admitted.kind) == ("s014", CredentialKind.DEVICE)


def test_addresses_and_hours_come_from_the_settings(office: CommandLine) -> None:
    settings = {"announced_addresses": ["10.0.0.9"], "https_port": 9000, "invitation_hours": 1}
    (office.data / "settings.json").write_text(json.dumps(settings))
    assert "https://10.0.0.9:9000" in office("invite", "14").out


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (["99"], "There is no site “99” in the list"),
        (["nhat ea"], "There is no site"),
        (["14", "--qr", "code.doc"], "name it .png or .svg"),
        (["14", "--out", "/nowhere/at/all.json"], "/nowhere/at/all.json cannot be written"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_sentence(office: CommandLine, arguments: list[str], why: str) -> None:
    done = office("invite", *arguments)
    assert (done.code, done.err.count("\n")) == (2, 1)
    assert why in done.err


def test_an_unclear_name_names_the_sites_it_may_mean(office: CommandLine) -> None:
    office("sites", "add", "15", "Xã Ea Nuôl hai")
    done = office("invite", "ea nu")
    assert (done.code, done.err) == (2, "“ea nu” may be 14 Xã Ea Nuôl, 15 Xã Ea Nuôl hai; use the number.\n")


@pytest.mark.parametrize("content", ["{", '{"https_port": "x"}', '{"unknown": 1}'])
def test_bad_settings_are_named_and_left_as_they_are(office: CommandLine, content: str) -> None:
    file = office.data / "settings.json"
    file.write_text(content)
    done = office("invite", "14")
    assert (done.code, done.err.count("\n")) == (2, 1)
    assert str(file) in done.err
    assert file.read_text() == content


def test_a_data_folder_that_cannot_be_made_is_named(typed: CommandLine, tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file")
    done = typed("sites", "list")
    assert (done.code, done.err.count("\n")) == (2, 1)
    assert str(tmp_path / "data") in done.err


def test_without_a_bridge_a_device_is_told_the_port_of_the_settings(office: CommandLine) -> None:
    (office.data / "settings.json").write_text('{"https_port": 9555}', encoding="utf-8")
    done = office("invite", "14", "--device", "--address", "10.8.0.1")
    assert "https://10.8.0.1:9555/whip/s014" in done.out
    assert "port 9555 is that of the settings" in done.out
