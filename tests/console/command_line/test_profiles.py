"""`profile` and `duties`, typed as an administrator would."""

import hashlib
import json
from pathlib import Path

import pytest

from console.command_line.files import profile_of, settings_of
from console.data_folder import DataFolder
from console.log_book.office_store import OfficeStore
from tests.console.command_line.typed import CommandLine

PROFILES = Path(__file__).resolve().parents[3] / "resources" / "profiles"


def folder(typed: CommandLine) -> DataFolder:
    return DataFolder(typed.data)


def test_the_profiles_are_listed_with_the_one_in_use(typed: CommandLine) -> None:
    lines = typed("profile", "list").out.splitlines()
    assert [line.split()[0] for line in lines if line.startswith("*")] == ["*"]
    assert "* vn-default" in "\n".join(lines)
    assert lines[-2].startswith("In use: Hồ sơ mặc định (hợp nhất) (vn-default, version 2), hash ")
    assert "leaves the rule of microphones open" in lines[-1]


def test_a_profile_is_shown_with_its_articles_and_what_its_text_leaves_open(typed: CommandLine) -> None:
    shown = typed("profile", "show", "vn-dak-lak").out
    assert "Registered: at least 5 working days before (I.4b, II.1 b1)" in shown
    assert "Urgent: the text does not say (II.2 b1)" in shown
    assert "over 1 half day before, 2 h at least (I.4g, II.1 b5)" in shown
    assert "có thể mất một chữ số ở trước" in shown


def test_a_profile_is_copied_edited_checked_and_used(typed: CommandLine, tmp_path: Path) -> None:
    own = json.loads((PROFILES / "vn-bac-kan.json").read_text())
    own |= {"id": "thai-nguyen", "name": "Thái Nguyên", "version": "2"}
    file = tmp_path / "thai-nguyen.json"
    file.write_text(json.dumps(own))
    assert "can be used: Thái Nguyên (thai-nguyen, version 2)" in typed("profile", "check", str(file)).out
    assert typed("profile", "use", str(file)).code == 0
    assert "In use: Thái Nguyên (thai-nguyen, version 2)" in typed("profile", "list").out
    file.write_text(json.dumps(own | {"regstration": {}}))
    refused = typed("profile", "check", str(file))
    assert (refused.code, refused.out) == (2, "")
    assert refused.err == f"{file}: The profile has a key that this program does not know: regstration.\n"


def test_other_settings_stay_when_a_profile_is_used(typed: CommandLine) -> None:
    settings = folder(typed).settings_file
    settings.parent.mkdir(parents=True, exist_ok=True)
    settings.write_text('{"main_name": "UBND tỉnh", "https_port": 9443}')
    assert typed("profile", "use", "vn-binh-dinh").code == 0
    assert json.loads(settings.read_text()) == {
        "main_name": "UBND tỉnh",
        "https_port": 9443,
        "profile": "vn-binh-dinh",
    }


def test_the_union_is_used_only_with_a_rule_of_microphones(typed: CommandLine) -> None:
    asked = typed("profile", "use", "vn-default")
    assert asked.code == 2
    assert "--mute always_muted_when_not_speaking" in asked.err
    assert not folder(typed).settings_file.exists()
    assert typed("profile", "use", "vn-default", "--mute", "only_on_host_request").code == 0
    assert "opened only when the host asks" in typed("profile", "show").out
    assert typed("profile", "use", "vn-dak-lak").code == 0, "the choice was the union's and goes with it"
    assert "always closed but for the speech" in typed("profile", "show").out


def test_an_overlay_is_judged_before_it_is_kept(typed: CommandLine, tmp_path: Path) -> None:
    typed("profile", "use", "vn-bac-kan")
    overlay = tmp_path / "names.json"
    overlay.write_text(
        json.dumps(
            {
                "schema": "organisation-overlay/1",
                "organisation": {"province_name": "Thái Nguyên", "department_name": "Sở Khoa học và Công nghệ"},
            }
        )
    )
    done = typed("profile", "overlay", str(overlay))
    assert "Put over Bắc Kạn: Sở Khoa học và Công nghệ, Thái Nguyên." in done.out
    kept = folder(typed).organisation_file.read_bytes()
    overlay.write_text('{"schema": "organisation-overlay/1", "registration": {}}')
    refused = typed("profile", "overlay", str(overlay))
    assert (refused.code, folder(typed).organisation_file.read_bytes()) == (2, kept)
    assert "does not know: registration" in refused.err
    assert typed("profile", "overlay").code == 0
    assert not folder(typed).organisation_file.exists()


def test_a_profile_that_is_nowhere_is_said(typed: CommandLine) -> None:
    refused = typed("profile", "use", "vn-ha-noi")
    assert (refused.code, refused.out) == (2, "")
    assert "vn-ha-noi" in refused.err


def test_duties_are_listed_by_province_and_status(typed: CommandLine) -> None:
    lines = typed("duties", "--province", "vn-thanh-hoa").out.splitlines()
    assert len(lines) == 57 + 1
    assert lines[-1].startswith("57 duties: ")
    assert lines[25].startswith("TH-026  P1")
    assert "ít nhất 02 ngày trước" in lines[25]
    assert typed("duties", "--feature", "F99").out == "No duty is like that.\n"


def test_duties_are_printed_for_a_program_too(typed: CommandLine) -> None:
    first = json.loads(typed("duties", "--province", "vn-dak-lak", "--json").out.splitlines()[0])
    assert (first["id"], first["province"], first["article"]) == ("DL-001", "vn-dak-lak", "I.2d")


@pytest.mark.parametrize("profile", ["vn-binh-dinh", "vn-thanh-hoa"])
def test_each_used_profile_is_kept_under_its_hash(typed: CommandLine, profile: str) -> None:
    typed("profile", "use", profile)
    in_force = profile_of(folder(typed), settings_of(folder(typed)), PROFILES, "1")
    with OfficeStore(folder(typed).office_file) as office:
        office.profiles.keep(in_force.hash, in_force.id, in_force.content.decode())
        kept = office.profiles.content(in_force.hash)
    assert kept is not None
    assert hashlib.sha256(kept.encode()).hexdigest() == in_force.hash


def test_an_administrators_days_are_kept_beside_the_shipped_calendar(typed: CommandLine) -> None:
    assert typed("calendar", "set", "2026-11-26", "off", "Nghỉ bão số 12").out == "2026-11-26  off  Nghỉ bão số 12\n"
    assert typed("calendar", "set", "2026-11-24", "worked", "Trực bão").code == 0
    days = typed("calendar", "list", "--year", "2026").out.splitlines()
    assert "2026-11-26  off  Nghỉ bão số 12" in days
    assert "2026-11-24  worked  Trực bão" in days
    assert days[-1] == "Official for 2025, 2026; other years are computed and provisional."
    assert typed("calendar", "set", "2026-11-24", "shipped").code == 0
    assert "2026-11-24  off  Ngày Văn hóa Việt Nam" in typed("calendar", "list", "--year", "2026").out
    assert "Official for 2025, 2026, 2027;" in typed("calendar", "official", "2027").out


def test_a_day_that_is_none_changes_nothing(typed: CommandLine) -> None:
    refused = typed("calendar", "set", "2026-02-30", "off")
    assert (refused.code, refused.err) == (2, "“2026-02-30” is no day; write it as 2027-02-04.\n")
    assert not folder(typed).calendar_file.exists()
    folder(typed).make()
    folder(typed).calendar_file.write_text('{"off": "x"}')
    refused = typed("calendar", "set", "2026-11-26", "off")
    assert refused.code == 2
    assert str(folder(typed).calendar_file) in refused.err
