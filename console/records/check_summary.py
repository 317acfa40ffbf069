"""The technical check on one page for the chair: how it adds up tier by tier, what is not in order, who is missing.

Rule: who has not reported is named, never counted as good; a page that cannot hold all rows says how many it leaves
out. Sources: Đắk Lắk I.4g and II.1 step 5 ("mẫu tổng hợp thông tin", "báo cáo lãnh đạo chủ trì").
"""

from collections.abc import Iterable, Mapping, Sequence

import msgspec

from console.check_sheet import CheckSheet, newest
from console.check_words import CheckItem, CheckResult
from console.events import Site
from console.office.check_roll_up import Branch, Tally
from console.records import form_times
from console.records.check_minutes import stage_words
from console.records.form_parts import letterhead, signing, two_signatures
from console.records.page_model import Align, AnyBlock, Column, Document, Facts, Heading, Paragraph, Row, Table, Title
from console.records.technical_sheet import ITEMS
from console.words import SiteId

TITLE = "TỔNG HỢP KẾT QUẢ KIỂM TRA KỸ THUẬT"
MOST_BRANCHES, MOST_FAULTS = 24, 18
"""Rows that one page holds beside each other."""


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
    blocks += _branches(report.branch, names)
    blocks += _faults(report, names)
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


def _branches(main: Branch, names: Mapping[SiteId, str]) -> Iterable[AnyBlock]:
    """Yields the tiers below the main endpoint; sites that have nobody below them stand in one row together."""
    tiers = [branch for branch in main.below if branch.below]
    if not tiers:
        return
    alone = Tally()
    for branch in main.below:
        if not branch.below:
            alone = alone.plus(branch.tally)
    rows = [_tally_row(names.get(branch.site, branch.site), branch.tally) for branch in tiers[:MOST_BRANCHES]]
    if alone.sites:
        rows.append(_tally_row("Điểm cầu trực thuộc điểm cầu chính", alone))
    left = len(tiers) - MOST_BRANCHES
    if left > 0:
        rows.append((f"… và {left} cụm khác", "", "", "", "", ""))
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


def _tally_row(name: str, tally: Tally) -> tuple[str, ...]:
    missing = tally.not_reported + tally.under_way
    return (name, *(str(count) for count in (tally.sites, tally.passed, tally.with_remarks, tally.failed, missing)))


def _faults(report: CheckReport, names: Mapping[SiteId, str]) -> Iterable[AnyBlock]:
    rows = [row for site in report.sites for row in _site_faults(site.site, report.sheets, names)]
    if not rows:
        return
    left = len(rows) - MOST_FAULTS
    shown = rows[:MOST_FAULTS] if left <= 1 else [*rows[:MOST_FAULTS], (f"… và {left} nội dung khác", "", "", "")]
    yield Heading(text="Nội dung chưa đạt")
    yield Table(
        columns=(
            Column(title="Điểm cầu", share=28),
            Column(title="Nội dung", share=27),
            Column(title="Giá trị", share=17),
            Column(title="Ghi chú, người kiểm tra", share=28),
        ),
        rows=tuple(shown),
        dense=True,
    )


def _site_faults(
    site: SiteId, sheets: Mapping[SiteId, CheckSheet], names: Mapping[SiteId, str]
) -> Iterable[tuple[str, ...]]:
    sheet = sheets.get(site)
    if sheet is None:
        return
    for item in CheckItem:
        mark = newest(sheet, item)
        if mark is not None and mark.result is CheckResult.FAIL:
            value = f"{mark.value} {mark.unit}".strip().replace(".", ",")
            told = "; ".join(text for text in (mark.note, mark.by) if text)
            yield (names.get(site, site), ITEMS[item], value, told)


def _missing(sites: Sequence[SiteId], names: Mapping[SiteId, str]) -> Iterable[AnyBlock]:
    if sites:
        yield Heading(text="Chưa báo cáo kết quả")
        yield Paragraph(text=", ".join(names.get(site, site) for site in sites) + ".")
