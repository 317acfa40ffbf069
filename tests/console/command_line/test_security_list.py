"""`security list`: the office's security events at the command line, narrowed, written, and the same as the page's."""

import csv
from datetime import date, timedelta
from pathlib import Path

import pytest

from console.command_line.exits import Exit
from console.configuration.configuration_parts import ConfigurationPart
from console.configuration.configuration_records import ConfigurationChange
from console.data_folder import DataFolder
from console.log_book.office_store import OfficeStore
from console.office.account_acts import AccountAct, AccountDeed
from console.office.security_acts import SecurityAct, SecurityDeed
from console.office.security_events import SecurityEvent, SecurityMatter
from tests.console.command_line.typed import CommandLine, carry_out
from widgets.phrases.spoken import Spoken


@pytest.fixture
def office(typed: CommandLine) -> CommandLine:
    """A command line whose register holds one event of each kind of record."""
    data = DataFolder(typed.data)
    data.make()
    flood = SecurityEvent(id="1", matter=SecurityMatter.MISCONDUCT, site="s002", what="flood")
    with OfficeStore(data.office_file) as store:
        store.register.put([flood], "")
        store.register.put([AccountAct(id="2", deed=AccountDeed.LOGIN_FAILED, account="an")], "an")
        store.register.put([SecurityAct(id="3", deed=SecurityDeed.REVOKED, site="s009")], "Hoa")
        change = ConfigurationChange(id="4", part=ConfigurationPart.SETTINGS, after="=HYPERLINK()")
        store.register.put([change], "Lan", "=đổi cổng")
    return typed


def test_everything_is_listed_the_newest_first(office: CommandLine) -> None:
    done = office("security", "list")
    assert (done.code, done.err) == (0, "")
    told = [line.split("  ", 1)[1] for line in done.out.splitlines()]
    assert told[0].startswith("configuration  Lan  settings")
    assert told[1:] == [
        "credentials  Hoa  s009  revoked",
        "failed login  an  login_failed · an",
        "misconduct  s002  flood",
    ]


@pytest.mark.parametrize(("kind", "count"), [("misconduct", 1), ("storm", 0), ("configuration", 1)])
def test_one_kind_can_be_asked_for(office: CommandLine, kind: str, count: int) -> None:
    told = office("security", "list", "--kind", kind).out.splitlines()
    assert told == ["There is no such event."] if count == 0 else len(told) == count


def test_only_what_came_since_a_day(office: CommandLine) -> None:
    tomorrow, yesterday = (str(date.today() + timedelta(days=days)) for days in (1, -1))  # noqa: DTZ011 - as a person types it
    assert len(office("security", "list", "--since", yesterday).out.splitlines()) == 4
    assert office("security", "list", "--since", tomorrow).out == "There is no such event.\n"
    bad = office("security", "list", "--since", "hôm qua")
    assert (bad.code, bad.out, "hôm qua" in bad.err) == (Exit.BAD_INPUT, "", True)


def test_a_file_says_what_the_page_says_and_holds_no_formula(
    office: CommandLine, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "events.csv"
    assert carry_out("security", "list", "--csv", str(file), "--data", str(office.data), words=Spoken("vi")) == 0
    assert capsys.readouterr().out == f"Đã ghi 4 sự kiện vào {file}.\n"
    rows = list(csv.reader(file.read_text(encoding="utf-8-sig").splitlines(), delimiter=";"))
    assert rows[0] == ["Lúc", "Loại", "Người", "Điểm cầu, địa chỉ", "Chi tiết"]
    assert rows[-1][1:] == ["Điểm cầu gây hại", "", "s002", "gửi dữ liệu quá mức, tạm ngắt hình và tiếng"]
    assert not [cell for row in rows for cell in row if cell[:1] in {"=", "+", "-", "@"}]
    unwritable = office("security", "list", "--csv", str(tmp_path / "no" / "e.csv"))
    assert (unwritable.code, unwritable.err.count("\n")) == (Exit.BAD_INPUT, 1)
