"""`check run`, `list`, `tick` and `report`: JSON lines for programs, the same sheets as the windows show.

Rule: results go to standard output and nothing else does; a file of ticks is taken whole or not at all.
"""

import asyncio
import contextlib
import csv
import io
import sys
import time
from collections.abc import Iterable, Mapping
from typing import Any

import msgspec

from console.checks.check_sheet import CheckMark, CheckSheet
from console.checks.check_words import CheckItem, CheckResult
from console.command_line.actions import Actions, BridgeClient
from console.command_line.ask_action import sites_in
from console.command_line.checks.book import CheckBook, kept_book, running_book
from console.command_line.checks.requests import ListChecks, ReportChecks, RunChecks, TickChecks
from console.command_line.exits import BadInput, Exit
from console.command_line.files import read_octets, write_octets
from console.command_line.site_names import names_of, the_site
from console.commands import AnyCommand, RunSiteCheck, TickCheckItem
from console.events import Site
from console.meeting.meeting_snapshot import CheckSheetView, ChecksView
from console.office.check_roll_up import roll_up
from console.snapshot import Whole
from console.trouble import TroubleKind, trouble
from console.words import Outcome

CSV_COLUMNS: tuple[str, ...] = ("stage", "site", *CheckMark.__struct_fields__)
GOOD = (Outcome.DONE, Outcome.PARTLY)
BEGIN_SECONDS = 1.5
"""So long after the command something must be measured, else nothing was left to do."""


def run_checks(request: RunChecks, actions: Actions) -> int:
    """Measures sites and prints every mark as it comes."""
    return asyncio.run(_run(request, actions))


async def _run(request: RunChecks, actions: Actions) -> int:
    async with actions.connect(request.data, request.person) as client:
        sites = sites_in(await client.whole())
        wanted = tuple(the_site(sites, text, actions).site for text in request.sites)
        command = RunSiteCheck(stage=request.stage, sites=wanted, only_failed=request.only_failed)
        begun = await _ask(client, command, sites, actions)
        if begun and request.wait:
            await _print_until_over(client)
    return Exit.DONE if begun else Exit.FAILED


async def _ask(client: BridgeClient, command: AnyCommand, sites: tuple[Site, ...], actions: Actions) -> bool:
    receipt = await client.ask(command)
    named = {site.site: names_of((site,)) for site in sites}
    print(actions.words.receipt(command, receipt, lambda site: named.get(site, site)), file=sys.stderr)
    return receipt.outcome in GOOD


async def _print_until_over(client: BridgeClient) -> None:
    """Prints the marks that are new, until nothing is measured any more; gives up when nothing was begun."""
    printed: dict[str, int] = {}
    measuring = False
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(BEGIN_SECONDS) as patience:
            async for news in client.follow():
                views = news.views if isinstance(news, Whole) else news.put
                for key, view in views.items():
                    if isinstance(view, CheckSheetView):
                        _print_new(key, view, printed, quiet=isinstance(news, Whole) and not measuring)
                checks = views.get("checks")
                if not isinstance(checks, ChecksView):
                    continue
                if checks.running or checks.waiting:
                    measuring = True
                    patience.reschedule(None)
                elif measuring:
                    return


def _print_new(key: str, view: CheckSheetView, printed: dict[str, int], *, quiet: bool) -> None:
    newest = max((mark.at_ms for marks in view.marks.values() for mark in marks), default=0)
    before = printed.get(key, 0)
    if not quiet:
        for row in _rows(CheckSheet(site=view.site, stage=view.stage, marks=view.marks)):
            if int(row["at_ms"]) > before:
                print(msgspec.json.encode(row).decode(), flush=True)
    printed[key] = newest


def _rows(sheet: CheckSheet) -> Iterable[dict[str, Any]]:
    for item in CheckItem:
        for mark in sheet.marks.get(item, ()):
            yield {"stage": sheet.stage, "site": sheet.site, **_plain(mark)}


def _plain(mark: CheckMark) -> Mapping[str, Any]:
    return {name: "" if value is None else value for name, value in msgspec.to_builtins(mark).items()}


# ---------------------------------------------------------------- list and report


def list_checks(request: ListChecks, actions: Actions) -> int:
    """Prints every mark of the sheets."""
    book = asyncio.run(_book(request, actions))
    rows = [row for site in book.sheets for row in _rows(book.sheets[site])]
    if request.csv:
        out = io.StringIO()
        writer = csv.DictWriter(out, CSV_COLUMNS, delimiter=";", lineterminator="\r\n")
        writer.writeheader()
        writer.writerows(rows)
        print(out.getvalue(), end="")
    else:
        for row in rows:
            print(msgspec.json.encode(row).decode())
    return Exit.DONE


async def _book(request: ListChecks | ReportChecks, actions: Actions) -> CheckBook:
    if request.meeting is not None:
        return kept_book(request.data, request.meeting, request.stage)
    async with actions.connect(request.data, request.person) as client:
        return await running_book(client, request.data, request.stage)


def report_checks(request: ReportChecks, actions: Actions) -> int:
    """Prints how the check adds up, and writes the page for the chair."""
    from console.records.check_summary import CheckReport, check_summary

    book = asyncio.run(_book(request, actions))
    branch = roll_up(book.sites, book.all_states)
    if request.out is not None:
        report = CheckReport(
            subject=book.subject,
            stage=book.stage,
            sites=book.sites,
            branch=branch,
            sheets=book.sheets,
            at_ms=time.time_ns() // 1_000_000,
            start_ms=book.start_ms,
            person=request.person,
        )
        write_octets(request.out, _written(check_summary(report), request.out.suffix))
    print(msgspec.json.encode(branch).decode())
    return Exit.DONE


def _written(document: Any, ending: str) -> bytes:
    from console.records.documents.csv_writer import document_csv
    from console.records.documents.docx_writer import document_docx
    from console.records.documents.xlsx_writer import document_xlsx

    writers = {".docx": document_docx, ".xlsx": document_xlsx, ".csv": document_csv}
    write = writers.get(ending.lower())
    if write is None:
        raise BadInput(trouble(TroubleKind.ENDING_UNKNOWN, ending=ending, endings=", ".join(writers)))
    return write(document)


# ---------------------------------------------------------------- ticks


def tick_checks(request: TickChecks, actions: Actions) -> int:
    """Notes what people found; a file is read whole before its first line is given."""
    return asyncio.run(_tick(request, actions))


async def _tick(request: TickChecks, actions: Actions) -> int:
    async with actions.connect(request.data, request.person) as client:
        sites = sites_in(await client.whole())
        commands = [_command(row, request, sites, actions) for row in _wanted(request)]
        done = [await _ask(client, command, sites, actions) for command in commands]
    return Exit.DONE if all(done) else Exit.FAILED


def _wanted(request: TickChecks) -> list[Mapping[str, str | None]]:
    if request.file is None:
        return [{"site": request.site, "item": request.item, "result": request.result, "by": request.by}]
    text = read_octets(request.file).decode("utf-8-sig", errors="replace")
    separator = max(";,\t", key=text.partition("\n")[0].count)
    return list(csv.DictReader(io.StringIO(text), delimiter=separator))


def _command(
    row: Mapping[str, str | None], request: TickChecks, sites: tuple[Site, ...], actions: Actions
) -> TickCheckItem:
    try:
        item, result = CheckItem(row.get("item") or ""), CheckResult(row.get("result") or "")
    except ValueError:
        given = f"{row.get('site') or ''} {row.get('item') or ''} {row.get('result') or ''}".strip()
        raise BadInput(trouble(TroubleKind.TICK_UNKNOWN, text=given)) from None
    return TickCheckItem(
        site=the_site(sites, row.get("site") or "", actions).site,
        stage=request.stage,
        item=item,
        result=result,
        note=row.get("note") or request.note,
        by=row.get("by") or request.by,
    )
