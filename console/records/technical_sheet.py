"""The technical sheet behind Phụ lục II: what the other provinces' logs ask for.

Rule: never mixed into the official form. What was not measured and nobody rated stays empty. Sources: Thanh Hóa article
4 clause 3 (kind of session, quality of the line), Bình Định article 10 (quality of sound), Đắk Lắk I.3 (connection
time) and II.1 steps 5 and 8 (results of the check, evaluation).
"""

from collections.abc import Iterable, Mapping

from console.checks.check_words import CheckItem, CheckResult
from console.lines.line_quality import LineSummary
from console.office.form_records import SiteRating
from console.records import form_times
from console.records.page_model import Align, AnyBlock, Column, Facts, Heading, Paragraph, Table
from console.records.session_facts import SessionFacts, SiteFacts
from console.words import SessionKind, SiteId

KINDS = {
    SessionKind.OFFICIAL: "phiên chính thức",
    SessionKind.REHEARSAL: "phiên tổng duyệt",
    SessionKind.TEST: "phiên kiểm tra",
}
COLUMNS = (
    Column(title="STT", share=5, align=Align.CENTRE),
    Column(title="Điểm cầu", share=20),
    Column(title="Vào họp", share=9, align=Align.CENTRE),
    Column(title="Gián đoạn (số lần, tổng)", share=13, align=Align.CENTRE),
    Column(title="Thời gian kết nối điểm cầu", share=10, align=Align.CENTRE),
    Column(title="Chất lượng đường truyền (đo)", share=18),
    Column(title="Kết quả kiểm tra kỹ thuật", share=18),
    Column(title="Đánh giá âm thanh / hình ảnh / đường truyền (1–5)", share=14, align=Align.CENTRE),
    Column(title="Số người dự", share=8, align=Align.CENTRE),
)


def technical_sheet(
    facts: SessionFacts, ratings: Mapping[SiteId, SiteRating], lines: Mapping[SiteId, LineSummary]
) -> Iterable[AnyBlock]:
    """Returns the sheet's blocks."""
    kind = KINDS.get(facts.story.kind, "") if facts.story.kind else ""
    yield Heading(text="Phụ biểu kỹ thuật (không thuộc mẫu Phụ lục II)")
    yield Facts(
        pairs=(
            ("Loại phiên", kind),
            ("Thời gian", form_times.span_words(facts.story.started_ms, facts.story.ended_ms)),
            ("Hồ sơ quy định", facts.story.profile_id),
        )
    )
    rows = tuple(_row(site, ratings.get(site.site), lines.get(site.site)) for site in facts.sites)
    yield Table(columns=COLUMNS, rows=rows, dense=True)
    yield Paragraph(
        text="“Thời gian kết nối điểm cầu”: từ lệnh đến khi điểm cầu chính và điểm cầu tương tác được hai chiều,"
        " lần lâu nhất trong phiên. Ô trống: nhật ký không có số liệu hoặc không có người đánh giá.",
        italic=True,
    )


def _row(site: SiteFacts, rating: SiteRating | None, line: LineSummary | None) -> tuple[str, ...]:
    return (
        str(site.number or ""),
        site.name,
        "" if site.first_joined_ms is None else form_times.clock_time(site.first_joined_ms),
        outages_words(site),
        seconds_words(site.connection_ms),
        line_words(line),
        check_words(site),
        rating_words(rating),
        "" if site.head_count is None else str(site.head_count),
    )


def outages_words(site: SiteFacts) -> str:
    """Returns how often and how long a site was away in all."""
    if not site.joined:
        return "không kết nối"
    if not site.outages:
        return "0"
    return f"{len(site.outages)} lần, {form_times.length_words(site.away_ms)}"


def seconds_words(took_ms: int | None) -> str:
    """Returns `2,4 giây`, nothing when it was not measured."""
    return "" if took_ms is None else f"{took_ms / 1000:.1f} giây".replace(".", ",")


def line_words(line: LineSummary | None) -> str:
    """Returns what was measured of a line; nothing when nothing was."""
    if line is None:
        return ""
    parts = (
        (line.loss_percent, "mất gói {} %"),
        (line.worst_loss_percent, "cao nhất {} %"),
        (line.jitter_ms, "biến động trễ {} ms"),
        (line.round_trip_ms, "khứ hồi {} ms"),
    )
    return "; ".join(words.format(_figure(value)) for value, words in parts if value is not None)


def _figure(value: float) -> str:
    return f"{value:.1f}".replace(".", ",")


def check_words(site: SiteFacts) -> str:
    """Returns how many of a site's checked items are good, and which are not."""
    marks = [mark for item in CheckItem if (mark := site.marked(item)) is not None]
    looked = [mark for mark in marks if mark.result in (CheckResult.OK, CheckResult.FAIL)]
    if not looked:
        return ""
    failed = [ITEMS[mark.item] for mark in looked if mark.result is CheckResult.FAIL]
    good = f"{len(looked) - len(failed)}/{len(looked)} mục đạt"
    return f"{good}; không đạt: {', '.join(failed)}" if failed else good


def rating_words(rating: SiteRating | None) -> str:
    """Returns `5 / 4 / –`, nothing when nobody rated."""
    if rating is None or rating.sound is rating.picture is rating.line is None:
        return ""
    return " / ".join("–" if value is None else str(value) for value in (rating.sound, rating.picture, rating.line))


ITEMS: Mapping[CheckItem, str] = {
    CheckItem.SOUND_TO_SITE: "âm thanh đến điểm cầu",
    CheckItem.SOUND_FROM_SITE: "âm thanh từ điểm cầu",
    CheckItem.MICROPHONE: "micro",
    CheckItem.ECHO: "triệt vọng",
    CheckItem.PICTURE_SIZE: "độ phân giải hình ảnh",
    CheckItem.PICTURE_RATE: "tốc độ khung hình",
    CheckItem.LOSS: "tỷ lệ mất gói",
    CheckItem.JITTER: "biến động trễ",
    CheckItem.ROUND_TRIP: "thời gian khứ hồi",
    CheckItem.BANDWIDTH: "băng thông chiều lên",
    CheckItem.BANDWIDTH_DOWN: "băng thông chiều xuống",
    CheckItem.ADDRESS: "địa chỉ IP",
    CheckItem.PRESET: "vị trí quay camera (nút nhớ)",
    CheckItem.LOUDSPEAKER: "loa",
    CheckItem.EVERY_MICROPHONE: "từng micro trong phòng",
    CheckItem.MICROPHONE_BATTERY: "pin micro",
    CheckItem.DISPLAY: "màn hình hiển thị",
    CheckItem.CONTENT: "trình chiếu dữ liệu",
    CheckItem.POWER: "nguồn điện",
    CheckItem.BACKUP_POWER: "nguồn điện dự phòng",
    CheckItem.LIGHT: "ánh sáng",
    CheckItem.CHAIR_SEAT: "vị trí người chủ trì",
}
"""What the items of the check are called on paper; a test holds that each has a name."""
