"""`check`: measured over a real link, kept sheets as lines and as the chair's page, ticks read whole or not at all."""

import asyncio
import json
from pathlib import Path
from typing import Any

import pytest

from console.checks.check_sheet import CheckMark, CheckSheet, marked
from console.checks.check_words import CheckItem, CheckResult
from console.commands import CommandRequest, RunSiteCheck, TickCheckItem
from console.effects import Receipt
from console.events import Site
from console.log_book.office_store import OfficeStore
from console.meeting.meeting_snapshot import CheckSheetView, ChecksView
from console.office.checks import summaries
from console.words import MAIN_SITE, RehearsalState, SessionKind, SiteRole
from tests.console.command_line.typed import CommandLine, bridge_with, site_view
from tests.hardware.link.small_bridge import SmallBridge

SITES = ((4, "Phường Thành Nhất"), (14, "Xã Ea Nuôl"))
DIRECTORY = (
    Site(site=MAIN_SITE, number=0, name="Tỉnh ủy", role=SiteRole.MAIN_ENDPOINT),
    Site(site="s001", number=1, name="Huyện A"),
    Site(site="s002", number=2, name="Xã A1", parent="s001"),
)


@pytest.fixture
def kept(typed: CommandLine) -> CommandLine:
    """A data folder whose register has one check of the meeting m1."""
    typed.data.mkdir(parents=True)
    sheet = CheckSheet(site="s001", stage="T-2h")
    for result in (CheckResult.FAIL, CheckResult.OK):
        sheet = marked(sheet, CheckMark(item=CheckItem.LIGHT, result=result, by="Hà", at_ms=1))
    with OfficeStore(typed.data / "office.sqlite3") as office:
        office.sites.put(list(DIRECTORY))
        office.register.put(summaries("m1", SessionKind.REHEARSAL, (sheet,), {}), "Lan")
    return typed


class MeasuringBridge(SmallBridge):
    """Measures for a moment what it is asked to, and finds one thing."""

    async def ask(self, request: CommandRequest) -> Receipt:
        receipt = await super().ask(request)
        self.publish(checks=ChecksView(running={"s014": "room"}))
        asyncio.get_running_loop().call_later(0.3, self._find)
        return receipt

    def _find(self) -> None:
        mark = CheckMark(item=CheckItem.LOSS, result=CheckResult.OK, value="0.1", unit="%", at_ms=7)
        marks = {CheckItem.LOSS: (mark,)}
        sheet = CheckSheetView(stage="T-2h", site="s014", state=RehearsalState.REMARK, marks=marks)
        views: dict[str, Any] = {"check/T-2h/s014": sheet}
        self.publish(**views)
        self.publish(checks=ChecksView())


async def test_run_prints_what_is_found_and_ends_with_the_last_site(typed: CommandLine) -> None:
    bridge = MeasuringBridge(typed.data)
    bridge.views |= {"checks": ChecksView(), "site/s014": site_view(14, "Xã Ea Nuôl")}
    async with bridge.serving():
        done = await typed.beside("check", "run", "14", "--stage", "T-2h", "--person", "An")
    assert bridge.requests[0].command == RunSiteCheck(stage="T-2h", sites=("s014",))
    (line,) = [json.loads(line) for line in done.out.splitlines()]
    assert (done.code, line["site"], line["item"], line["value"]) == (0, "s014", "loss", "0.1")


async def test_run_does_not_wait_for_ever_when_nothing_is_left_to_measure(typed: CommandLine) -> None:
    async with bridge_with(typed.data, *SITES, checks=ChecksView()):
        async with asyncio.timeout(8):
            done = await typed.beside("check", "run", "--only-failed")
    assert (done.code, done.out) == (0, "")


async def test_a_file_of_ticks_is_given_whole_or_not_at_all(typed: CommandLine, tmp_path: Path) -> None:
    good, bad = tmp_path / "good.csv", tmp_path / "bad.csv"
    good.write_text(
        "site;item;result;note;by\n4;light;ok;;Hà\nEa Nuôl;power;fail;không có UPS;Hà\n", encoding="utf-8-sig"
    )
    bad.write_text("site;item;result\n4;light;ok\n14;heating;ok\n", encoding="utf-8")
    async with bridge_with(typed.data, *SITES) as bridge:
        refused = await typed.beside("check", "tick", "--file", str(bad))
        assert (refused.code, bridge.requests) == (2, [])
        assert "heating" in refused.err
        done = await typed.beside("check", "tick", "--file", str(good))
        given = [request.command for request in bridge.requests]
    assert done.code == 0
    assert given == [
        TickCheckItem(site="s004", item=CheckItem.LIGHT, result=CheckResult.OK, by="Hà"),
        TickCheckItem(site="s014", item=CheckItem.POWER, result=CheckResult.FAIL, note="không có UPS", by="Hà"),
    ]


def test_every_mark_of_a_kept_check_is_a_line_the_failed_try_too(kept: CommandLine) -> None:
    done = kept("check", "list", "--meeting", "m1")
    lines = [json.loads(line) for line in done.out.splitlines()]
    assert [(line["site"], line["item"], line["result"], line["by"]) for line in lines] == [
        ("s001", "light", "fail", "Hà"),
        ("s001", "light", "ok", "Hà"),
    ]
    assert kept("check", "list", "--meeting", "m1", "--csv").out.startswith("stage;site;item;result")


@pytest.mark.parametrize(("name", "begins"), [("t.docx", b"PK"), ("t.xlsx", b"PK"), ("t.csv", b"\xef\xbb\xbf")])
def test_the_report_adds_up_and_writes_the_chairs_page(
    kept: CommandLine, tmp_path: Path, name: str, begins: bytes
) -> None:
    done = kept("check", "report", "--meeting", "m1", "--out", str(tmp_path / name))
    branch = json.loads(done.out)
    assert (done.code, branch["tally"]["with_remarks"], branch["not_reported"]) == (0, 1, ["s002"])
    assert (tmp_path / name).read_bytes().startswith(begins)


@pytest.mark.parametrize(
    ("line", "code"), [("list --meeting m9", 2), ("report --meeting m1 --out x.odt", 2), ("run 1", 3)]
)
def test_what_cannot_be_done_is_one_sentence(kept: CommandLine, line: str, code: int) -> None:
    done = kept("check", *line.split())
    assert (done.code, done.out) == (code, "")
    assert done.err.count("\n") == 1
