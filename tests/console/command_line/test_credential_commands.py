"""`credentials`: who may join until when, ended with and without a bridge, and what of it stays in the register."""

import json
from pathlib import Path

import pytest

from console.admission.admission_commands import RevokeCredentials
from console.log_book.office_store import OfficeStore
from tests.console.command_line.typed import CommandLine, bridge_with

LIST = "number;name\n4;Phường Thành Nhất\n14;=Xã Ea Nuôl\n"


@pytest.fixture
def office(typed: CommandLine, tmp_path: Path) -> CommandLine:
    """A command line whose data folder has two sites: one with a device's secret of 30 days, one with an invitation."""
    file = tmp_path / "list.csv"
    file.write_text(LIST, encoding="utf-8")
    assert typed("sites", "import", str(file)).code == 0
    for line in (("invite", "4", "--device"), ("invite", "14")):
        assert typed(*line, "--address", "10.0.0.1", "--person", "Hoa").code == 0
    return typed


def listed(office: CommandLine, *options: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in office("credentials", "list", "--json", *options).out.splitlines()]


def test_what_can_join_is_listed_without_any_secret(office: CommandLine) -> None:
    (row,) = listed(office)
    assert (row["site"], row["kind"], row["used_ms"], row["standing"]) == ("s004", "device", None, "good")
    assert row["ends_ms"] == row["made_ms"] + 30 * 24 * 3600 * 1000  # pyright: ignore[reportOperatorIssue]
    assert set(row) == {"credential", "site", "kind", "made_ms", "ends_ms", "used_ms", "revoked_ms", "standing"}
    told = office("credentials", "list").out
    assert "Phường Thành Nhất" in told
    assert "last used never" in told
    assert listed(office, "14") == []
    assert "no such credential" in office("credentials", "list", "14").out


@pytest.mark.parametrize(("days", "count"), [("29", 0), ("31", 1)])
def test_what_ends_within_some_days_can_be_asked_for(office: CommandLine, days: str, count: int) -> None:
    assert len(listed(office, "--ends-within", days)) == count


def test_a_revoked_one_ends_and_the_register_names_who_did_what(office: CommandLine, tmp_path: Path) -> None:
    assert (
        "1 credentials of 4 Phường Thành Nhất have ended" in office("credentials", "revoke", "4", "--person", "An").out
    )
    assert listed(office)[0]["standing"] == "revoked"
    assert listed(office, "--ends-within", "31") == [], "what is not good does not end"
    again = office("credentials", "revoke", "14", "--person", "An")
    assert (again.code, "had no good credential" in again.out) == (0, True)
    told = [line.split("  ", 1)[1] for line in office("credentials", "log").out.splitlines()]
    assert told == [
        "Hoa made a device secret for 4 Phường Thành Nhất",
        "Hoa invited 14 =Xã Ea Nuôl",
        "An revoked all credentials of 4 Phường Thành Nhất",
        "An revoked all credentials of 14 =Xã Ea Nuôl",
    ]
    sheet = tmp_path / "log.csv"
    assert office("credentials", "log", "--csv", str(sheet)).code == 0
    lines = sheet.read_text("utf-8-sig").splitlines()
    assert (len(lines), lines[1].endswith('"4 Phường Thành Nhất"')) == (5, True)


async def test_a_running_bridge_ends_them_itself(office: CommandLine) -> None:
    async with bridge_with(office.data, (4, "Phường Thành Nhất")) as bridge:
        done = await office.beside("credentials", "revoke", "4")
        assert (done.code, done.err) == (0, "")
        assert [request.command for request in bridge.requests] == [RevokeCredentials(site="s004")]
    with OfficeStore(office.data / "office.sqlite3") as store:
        assert [row.revoked_ms for row in store.credentials.all()] == [None], "it is the bridge's to do"


def test_an_unknown_site_is_said(office: CommandLine) -> None:
    for line in (("revoke", "99"), ("list", "99")):
        done = office("credentials", *line)
        assert (done.code, done.out) == (2, "")
        assert "99" in done.err
