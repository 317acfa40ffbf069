"""The minute of a technical check: what was looked at in each site, what came of it, who looked.

Rule: an item that nobody could check is named as not checked, never as good; a retest shows both results. Sources: Bình
Định article 10; Thanh Hóa article 4 clause 3; Đắk Lắk II.1 steps 5 and 6.
"""

from collections.abc import Iterable

from console.checks.check_words import CheckItem, CheckResult
from console.records import form_times
from console.records.form_parts import LEADER, TECHNICIAN, letterhead, seal, seal_foot, two_signatures
from console.records.page_model import Align, AnyBlock, Column, Document, Facts, Heading, Paragraph, Row, Table, Title
from console.records.session_facts import CheckMarkStory, SessionFacts, SiteFacts
from console.records.session_form import Chain, FormHead
from console.records.technical_sheet import ITEMS, KINDS

TITLE = "BIÊN BẢN KIỂM TRA KỸ THUẬT"
RESULTS = {
    CheckResult.OK: "đạt",
    CheckResult.FAIL: "không đạt",
    CheckResult.NOT_APPLICABLE: "không áp dụng",
    CheckResult.NOT_CHECKED: "không kiểm tra được",
}
COLUMNS = (
    Column(title="STT", share=5, align=Align.CENTRE),
    Column(title="Nội dung kiểm tra", share=27),
    Column(title="Kết quả", share=14, align=Align.CENTRE),
    Column(title="Giá trị", share=16),
    Column(title="Người kiểm tra, thời điểm", share=20),
    Column(title="Ghi chú", share=18),
)
MEASURED_BY = "hệ thống đo"


def check_minutes(facts: SessionFacts, chain: Chain, head: FormHead) -> Document:
    """Returns the minute of all stages that were checked in a session."""
    story = facts.story
    stages = tuple(dict.fromkeys(mark.stage for site in facts.sites for mark in site.marks))
    blocks: list[AnyBlock] = [
        letterhead((head.governing_body, head.agency), head.place, story.ended_ms or story.last_ms),
        Title(text=TITLE, under=head.subject or story.title),
        Facts(
            pairs=(
                ("Loại phiên", KINDS[story.kind] if story.kind else ""),
                ("Thời gian", form_times.span_words(story.started_ms, story.ended_ms)),
                ("Đơn vị chủ trì", head.host_unit),
                ("Hồ sơ quy định", story.profile_id),
            )
        ),
    ]
    for stage in stages:
        blocks += _stage(stage, facts)
    if not stages:
        blocks.append(Paragraph(text="Nhật ký của phiên này không ghi lần kiểm tra kỹ thuật nào.", italic=True))
    blocks += [
        seal(story.session, chain.count, chain.head, chain.finding),
        two_signatures(TECHNICIAN, LEADER),
    ]
    return Document(
        title=f"{TITLE.capitalize()} — {head.subject or story.title}",
        blocks=tuple(blocks),
        foot=seal_foot("Biên bản kiểm tra kỹ thuật", story.session, chain.count, chain.head),
    )


def _stage(stage: str, facts: SessionFacts) -> Iterable[AnyBlock]:
    checked = [site for site in facts.sites if any(mark.stage == stage for mark in site.marks)]
    missing = [site.name for site in facts.satellites if site not in checked]
    yield Heading(text=f"Lần kiểm tra {stage_words(stage)}")
    yield Paragraph(text=_summary(checked, stage, missing))
    rows: list[tuple[str, ...] | Row] = []
    for site in checked:
        rows.append(Row(cells=("", f"{site.name}: {_verdict(site, stage)}"), spans=(1, 5), keeps_with_next=True))
        marks = [mark for mark in site.marks if mark.stage == stage]
        rows += [_row(number, mark) for number, mark in enumerate(_in_order(marks), start=1)]
    yield Table(columns=COLUMNS, rows=tuple(rows), dense=True)


def stage_words(stage: str) -> str:
    """Returns what a stage of the profile is called on paper."""
    known = {
        "T-1wd": "trước 01 ngày làm việc",
        "T-1d": "trước 01 ngày",
        "T-half_day": "trước 01 buổi (1/2 ngày)",
        "T-2h": "trước 02 giờ",
        "T-1h": "trước 01 giờ",
        "T-30min": "trước 30 phút",
    }
    return known.get(stage, stage)


def _in_order(marks: Iterable[CheckMarkStory]) -> list[CheckMarkStory]:
    order = list(CheckItem)
    return sorted(marks, key=lambda mark: (order.index(mark.item), mark.at_ms))


def _newest(site: SiteFacts, stage: str) -> dict[CheckItem, CheckResult]:
    return {mark.item: mark.result for mark in site.marks if mark.stage == stage}


def _verdict(site: SiteFacts, stage: str) -> str:
    results = list(_newest(site, stage).values())
    if CheckResult.FAIL in results:
        return "không đạt"
    return "còn mục chưa kiểm tra" if CheckResult.NOT_CHECKED in results else "đạt"


def _summary(checked: list[SiteFacts], stage: str, missing: list[str]) -> str:
    verdicts = [_verdict(site, stage) for site in checked]
    told = ", ".join(f"{verdicts.count(verdict)} {verdict}" for verdict in dict.fromkeys(verdicts))
    text = f"Đã kiểm tra {len(checked)} điểm cầu: {told}."
    return f"{text} Chưa báo cáo: {', '.join(missing)}." if missing else text


def _row(number: int, mark: CheckMarkStory) -> tuple[str, ...]:
    return (
        str(number),
        ITEMS[mark.item],
        RESULTS[mark.result],
        mark.value,
        f"{mark.by or MEASURED_BY}, {form_times.clock_time(mark.at_ms)}",
        mark.note,
    )
