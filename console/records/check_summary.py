"""The technical check on one page for the chair: how it adds up tier by tier, what is not in order, who is missing.

Rule: one page whatever the number of sites: what there is no room for is summed up and said to be left out. Who has
not reported is never counted as good. Sources: Đắk Lắk I.4g and II.1 step 5 ("mẫu tổng hợp thông tin", "báo cáo lãnh
đạo chủ trì").
"""

from collections.abc import Iterable, Mapping, Sequence

import msgspec

from console.checks.check_sheet import CheckMark, CheckSheet, newest
from console.checks.check_words import CheckItem, CheckResult
from console.events import Site
from console.office.check_roll_up import Branch, Tally
from console.records import form_times
from console.records.check_minutes import MEASURED_BY, stage_words
from console.records.form_parts import letterhead, signing, two_signatures
from console.records.page_model import Align, AnyBlock, Column, Document, Facts, Heading, Paragraph, Row, Table, Title
from console.records.technical_sheet import ITEMS
from console.words import SiteId

TITLE = "TỔNG HỢP KẾT QUẢ KIỂM TRA KỸ THUẬT"
ROWS = 11
"""Table rows of one line that the page holds beside its head, its sums and the places to sign."""
LEAST_FAULTS = 6
"""So many of them are for sites that failed, if there are so many."""
LONGEST_FAULT, LONGEST_NAMES = 70, 250
"""Characters of one site's faults, and of the list of those who have not reported."""


class CheckReport(msgspec.Struct, frozen=True, kw_only=True):
    """What is handed to the chair."""

    subject: str
    stage: str
    sites: tuple[Site, ...]
    branch: Branch
    """The main endpoint's."""
    sheets: Mapping[SiteId, CheckSheet]
    at_ms: int
    start_ms: int | None = None
    place: str = ""
    governing_body: str = ""
    agency: str = ""
    person: str = ""
    """Who hands it over."""


def check_summary(report: CheckReport) -> Document:
    """Returns the page."""
    names = {site.site: _name(site) for site in report.sites}
    blocks: list[AnyBlock] = [
        letterhead((report.governing_body, report.agency), report.place, report.at_ms),
        Title(text=TITLE, under=report.subject),
        _facts(report),
        Paragraph(text=_conclusion(report.branch.tally)),
    ]
    faults = _faults(report, names)
    tiers = [branch for branch in report.branch.below if branch.below]
    room = ROWS - min(len(faults), LEAST_FAULTS)
    blocks += _branches(report.branch, tiers, names, room)
    blocks += _fault_table(faults, ROWS - min(len(tiers), room))
    blocks += _missing(report.branch.not_reported, names)
    blocks.append(
        two_signatures(
            signing("Người tổng hợp", "(Ký, ghi rõ họ tên)", report.person), signing("Người chủ trì", "(Ký xác nhận)")
        )
    )
    return Document(title=f"{TITLE.capitalize()} — {report.subject}", blocks=tuple(blocks))


def _name(site: Site) -> str:
    return f"{site.number}. {site.name}" if site.number else site.name


def _facts(report: CheckReport) -> Facts:
    start = report.start_ms
    pairs = (
        ("Đợt kiểm tra", stage_words(report.stage)),
        ("Giờ họp", "" if start is None else f"{form_times.hour_words(start)}, {form_times.long_day(start)}"),
        ("Tổng hợp lúc", f"{form_times.hour_words(report.at_ms)}, {form_times.long_day(report.at_ms)}"),
    )
    return Facts(pairs=tuple((name, value) for name, value in pairs if value))


def _conclusion(tally: Tally) -> str:
    parts = (
        (tally.passed, "đạt"),
        (tally.with_remarks, "đạt, có lưu ý"),
        (tally.failed, "không đạt"),
        (tally.under_way, "đang kiểm tra"),
        (tally.not_reported, "chưa báo cáo kết quả"),
    )
    told = "; ".join(f"{count} {word}" for count, word in parts if count)
    return f"Tổng số {tally.sites} điểm cầu: {told}." if told else "Chưa có điểm cầu nào phải kiểm tra."


def _branches(main: Branch, tiers: Sequence[Branch], names: Mapping[SiteId, str], room: int) -> Iterable[AnyBlock]:
    """Yields the tiers below the main endpoint; sites that have nobody below them stand in one row together."""
    if not tiers:
        return
    alone = Tally()
    for branch in main.below:
        if not branch.below:
            alone = alone.plus(branch.tally)
    shown = tiers if len(tiers) <= room else sorted(tiers, key=_in_order)[: room - 1]
    rows = [_tally_row(names.get(branch.site, branch.site), branch.tally) for branch in shown]
    if len(shown) < len(tiers):
        left = Tally()
        for branch in tiers:
            left = left if branch in shown else left.plus(branch.tally)
        rows.append(_tally_row(f"{len(tiers) - len(shown)} cụm khác", left))
    if alone.sites:
        rows.append(_tally_row("Điểm cầu trực thuộc điểm cầu chính", alone))
    yield Heading(text="Theo cụm điểm cầu")
    yield Table(
        columns=(
            Column(title="Cụm", share=40),
            Column(title="Số điểm cầu", share=12, align=Align.CENTRE, counts=True),
            Column(title="Đạt", share=12, align=Align.CENTRE, counts=True),
            Column(title="Có lưu ý", share=12, align=Align.CENTRE, counts=True),
            Column(title="Không đạt", share=12, align=Align.CENTRE, counts=True),
            Column(title="Chưa báo cáo", share=12, align=Align.CENTRE, counts=True),
        ),
        rows=(*rows, Row(cells=_tally_row("Cộng", main.tally))),
        dense=True,
    )


def _in_order(branch: Branch) -> bool:
    """Returns whether nothing is left to do in a tier: those go first when there is no room for all."""
    return not (branch.tally.failed or branch.tally.not_reported or branch.tally.under_way)


def _tally_row(name: str, tally: Tally) -> tuple[str, ...]:
    missing = tally.not_reported + tally.under_way
    return (name, *(str(count) for count in (tally.sites, tally.passed, tally.with_remarks, tally.failed, missing)))


def _faults(report: CheckReport, names: Mapping[SiteId, str]) -> list[tuple[str, str, str]]:
    """Returns one row for each site that failed: its name, what failed with its value, and who found it."""
    rows: list[tuple[str, str, str]] = []
    for site in report.sites:
        sheet = report.sheets.get(site.site)
        marks = [] if sheet is None else [mark for item in CheckItem if (mark := newest(sheet, item)) is not None]
        failed = [mark for mark in marks if mark.result is CheckResult.FAIL]
        if failed:
            people = dict.fromkeys(mark.by or MEASURED_BY for mark in failed)
            told = _cut("; ".join(_fault(mark) for mark in failed), LONGEST_FAULT)
            rows.append((names.get(site.site, site.site), told, _cut(", ".join(people), LONGEST_FAULT // 2)))
    return rows


def _fault(mark: CheckMark) -> str:
    value = f"{mark.value} {mark.unit}".strip().replace(".", ",")
    return f"{ITEMS[mark.item]} ({value})" if value else ITEMS[mark.item]


def _fault_table(rows: list[tuple[str, str, str]], room: int) -> Iterable[AnyBlock]:
    if not rows:
        return
    shown = rows if len(rows) <= room else [*rows[: room - 1], (f"{len(rows) - room + 1} điểm cầu khác", "", "")]
    yield Heading(text="Điểm cầu chưa đạt")
    yield Table(
        columns=(
            Column(title="Điểm cầu", share=30),
            Column(title="Nội dung chưa đạt", share=50),
            Column(title="Người kiểm tra", share=20),
        ),
        rows=tuple(shown),
        dense=True,
    )


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"


def _missing(sites: Sequence[SiteId], names: Mapping[SiteId, str]) -> Iterable[AnyBlock]:
    """Yields the names of those who have not reported, as many as there is room for, and how many more they are."""
    if not sites:
        return
    shown: list[str] = []
    for site in sites:
        name = names.get(site, site)
        if sum(len(known) + 2 for known in shown) + len(name) > LONGEST_NAMES:
            break
        shown.append(name)
    more = f" và {len(sites) - len(shown)} điểm cầu khác" if len(shown) < len(sites) else ""
    yield Heading(text=f"Chưa báo cáo kết quả ({len(sites)})")
    yield Paragraph(text=f"{', '.join(shown)}{more}.")
