"""The readable record of a session in words: what its log tells, as a page model that can be painted and printed.

Rule: it only puts into words what stands in the log, and says what it leaves out; the forms of the regulations are
pages of their own. Times are this machine's local time.
"""

from collections.abc import Iterable

from PySide6.QtCore import QDateTime

from console.records.code_picture import code_rows, seal_text
from console.records.page_model import (
    Align,
    AnyBlock,
    CodePicture,
    Column,
    Document,
    Facts,
    Heading,
    Letterhead,
    Paragraph,
    SignaturePlace,
    Signatures,
    Table,
    Title,
)
from console.records.seal import Seal
from console.records.session_story import Moment, PodiumStory, SessionStory, SiteStory, SpeechStory, is_fault
from console.words import SiteRole
from widgets.phrases.language import duration, figure, say, time_of_day, whole
from widgets.phrases.log.entries import phrase_entry, says_something_new
from widgets.phrases.words import phrase_reason, phrase_session_kind, phrase_source

MOST_MOMENTS = 2000
"""Rows of the course of events on paper, about fifty pages; the log itself has them all."""
FOOT_DIGITS = 16


def session_record(story: SessionStory, seal: Seal) -> Document:
    """Returns the record of a session that ends with the sealed event."""
    title = say("NHẬT KÝ PHIÊN HỌP TRỰC TUYẾN")
    return Document(
        title=f"{title} — {story.title or story.session}",
        foot=say(
            "{package} · {count} sự kiện · mã băm cuối {head}…",
            package=seal.package,
            count=whole(seal.count),
            head=seal.head[:FOOT_DIGITS],
        ),
        blocks=(
            _letterhead(story, seal),
            Title(text=title, under=story.title),
            _facts(story),
            *_sites(story),
            *_speeches(story),
            *_podium(story),
            *_faults(story),
            *_course(story),
            *_seal(story, seal),
        ),
    )


def _letterhead(story: SessionStory, seal: Seal) -> Letterhead:
    main = next((site.name for site in story.sites if site.role is SiteRole.MAIN_ENDPOINT), "")
    day = QDateTime.fromMSecsSinceEpoch(seal.made_ms)
    return Letterhead(
        issuer=(main.upper(),) if main else (),
        state=say("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        motto=say("Độc lập - Tự do - Hạnh phúc"),
        place_and_date=say(
            "Ngày {day} tháng {month} năm {year}",
            day=day.toString("dd"),
            month=day.toString("MM"),
            year=day.toString("yyyy"),
        ),
    )


def _facts(story: SessionStory) -> Facts:
    satellites = [site for site in story.sites if site.role is SiteRole.SATELLITE]
    joined = sum(site.first_joined_ms is not None for site in satellites)
    spoken_ms = sum(speech.took_ms or 0 for speech in story.speeches)
    ended = say("chưa kết thúc khi lập bản này") if story.ended_ms is None else _moment(story.ended_ms)
    pairs = {
        say("Loại phiên"): phrase_session_kind(story.kind) if story.kind else "",
        say("Bắt đầu"): _moment(story.started_ms),
        say("Kết thúc"): ended,
        say("Thời lượng"): duration((story.ended_ms or story.last_ms) - story.started_ms),
        say("Điểm cầu phụ tham gia"): f"{joined}/{len(satellites)}",
        say("Lượt phát biểu"): say(
            "{count}, tổng thời lượng {total}", count=len(story.speeches), total=duration(spoken_ms)
        ),
        say("Người điều khiển"): ", ".join(story.people),
        say("Hồ sơ quy định"): _profile(story),
        say("Mã phiên"): story.session,
        say("Mã cuộc họp"): story.meeting_uid,
    }
    return Facts(pairs=tuple((name, value) for name, value in pairs.items() if value))


def _profile(story: SessionStory) -> str:
    if not story.profile_version:
        return story.profile_id
    return say("{profile}, bản {version}", profile=story.profile_id, version=story.profile_version)


def _sites(story: SessionStory) -> Iterable[AnyBlock]:
    yield Heading(text=say("1. Điểm cầu"))
    yield Table(
        columns=(
            Column(title=say("STT"), share=7, align=Align.CENTRE),
            Column(title=say("Điểm cầu"), share=42),
            Column(title=say("Vào họp"), share=14, align=Align.CENTRE),
            Column(title=say("Đã kết nối"), share=14, align=Align.CENTRE),
            Column(title=say("Mất kết nối"), share=12, align=Align.CENTRE),
            Column(title=say("Kết nối lên bục"), share=14, align=Align.CENTRE),
        ),
        rows=tuple(_site(site) for site in story.sites),
    )
    yield Paragraph(
        text=say("“Kết nối lên bục”: từ lệnh đến khi có hình và tiếng, lần lâu nhất. “—”: nhật ký không có số liệu."),
        italic=True,
    )


def _site(site: SiteStory) -> tuple[str, ...]:
    name = f"{site.name} ({site.district})" if site.district else site.name
    number = str(site.number) if site.number else ""
    if site.first_joined_ms is None:
        return (number, name, say("vắng"), "—", "—", "—")
    return (
        number,
        name,
        time_of_day(site.first_joined_ms),
        duration(site.connected_ms),
        say("{n} lần", n=site.times_lost) if site.times_lost else say("không"),
        _seconds(site.connection_ms),
    )


def _speeches(story: SessionStory) -> Iterable[AnyBlock]:
    yield Heading(text=say("2. Phát biểu"))
    yield Table(
        columns=(
            Column(title=say("TT"), share=7, align=Align.CENTRE),
            Column(title=say("Điểm cầu"), share=40),
            Column(title=say("Bắt đầu"), share=14, align=Align.CENTRE),
            Column(title=say("Thời lượng"), share=14, align=Align.CENTRE),
            Column(title=say("Yêu cầu, ghi chú"), share=28),
        ),
        rows=tuple(_speech(number, speech, story) for number, speech in enumerate(story.speeches, start=1)),
        when_empty=say("Không có lượt phát biểu nào được ghi."),
    )


def _speech(number: int, speech: SpeechStory, story: SessionStory) -> tuple[str, ...]:
    notes = [phrase_source(speech.source)] if speech.source else []
    notes += [phrase_reason(speech.reason)] if speech.reason else []
    took = say("chưa kết thúc") if speech.took_ms is None else duration(speech.took_ms)
    return (str(number), story.name_of(speech.site), time_of_day(speech.started_ms), took, "; ".join(notes))


def _podium(story: SessionStory) -> Iterable[AnyBlock]:
    yield Heading(text=say("3. Đưa điểm cầu lên bục"))
    yield Table(
        columns=(
            Column(title=say("Giờ"), share=14, align=Align.CENTRE),
            Column(title=say("Điểm cầu"), share=40),
            Column(title=say("Thời gian kết nối"), share=18, align=Align.CENTRE),
            Column(title=say("Kết quả"), share=31),
        ),
        rows=tuple(_podium_act(act, story) for act in story.podium),
        when_empty=say("Không có lần nào được ghi."),
    )


def _podium_act(act: PodiumStory, story: SessionStory) -> tuple[str, ...]:
    if act.failed is not None:
        result = say("không thành: {reason}", reason=phrase_reason(act.failed))
    else:
        result = say("chưa xác nhận") if act.connection_ms is None else say("đã thấy hình và tiếng")
    return (time_of_day(act.taken_ms), story.name_of(act.site), _seconds(act.connection_ms), result)


def _faults(story: SessionStory) -> Iterable[AnyBlock]:
    yield Heading(text=say("4. Sự cố và cảnh báo"))
    faults = [moment for moment in story.moments if is_fault(moment)]
    yield _moments(story, faults[:MOST_MOMENTS], say("Nhật ký không ghi sự cố hay cảnh báo nào."))
    yield from _left_out(len(faults))


def _course(story: SessionStory) -> Iterable[AnyBlock]:
    yield Heading(text=say("5. Diễn biến"))
    course = [moment for moment in story.moments if says_something_new(moment.kind, moment.what)]
    yield _moments(story, course[:MOST_MOMENTS], "")
    yield from _left_out(len(course))
    yield Paragraph(
        text=say(
            "Bản này lược bớt các dòng chi tiết về micro và âm thanh; nhật ký đầy đủ có {count} sự kiện.",
            count=whole(len(story.moments)),
        ),
        italic=True,
    )


def _moments(story: SessionStory, moments: Iterable[Moment], when_empty: str) -> Table:
    rows = [
        (whole(moment.number), time_of_day(moment.wall_ms), phrase_entry(moment.kind, moment.what, story.name_of))
        for moment in moments
    ]
    return Table(
        columns=(
            Column(title=say("Sự kiện số"), share=12, align=Align.CENTRE),
            Column(title=say("Giờ"), share=13, align=Align.CENTRE),
            Column(title=say("Nội dung"), share=78),
        ),
        rows=tuple(rows),
        when_empty=when_empty,
        dense=True,
    )


def _left_out(count: int) -> Iterable[AnyBlock]:
    if count > MOST_MOMENTS:
        text = say("Còn {count} dòng nữa, xem data/events.jsonl.", count=whole(count - MOST_MOMENTS))
        yield Paragraph(text=text, italic=True)


def _seal(story: SessionStory, seal: Seal) -> Iterable[AnyBlock]:
    yield Heading(text=say("6. Xác nhận nhật ký"))
    yield CodePicture(
        modules=code_rows(seal_text(story.session, seal.count, seal.head)),
        lines=(
            say("Số sự kiện: {count}", count=whole(seal.count)),
            say("Mã băm cuối: {head}", head=_groups(seal.head)),
            say("Khóa ký: {fingerprint}", fingerprint=_groups(seal.fingerprint)),
            say("Ký tên dưới đây là xác nhận nhật ký có đúng số sự kiện và mã băm cuối nói trên."),
        ),
    )
    hint = say("(Ký, ghi rõ họ tên)")
    yield Signatures(
        places=(
            SignaturePlace(title=say("CÁN BỘ KỸ THUẬT"), hint=hint),
            SignaturePlace(title=say("LÃNH ĐẠO ĐƠN VỊ"), hint=hint),
        )
    )


def _groups(digits: str) -> str:
    return " ".join(digits[at : at + 8] for at in range(0, len(digits), 8))


def _seconds(milliseconds: int | None) -> str:
    return "—" if milliseconds is None else say("{seconds} s", seconds=figure(milliseconds / 1000, 2))


def _moment(wall_ms: int) -> str:
    moment = QDateTime.fromMSecsSinceEpoch(wall_ms)
    return say("{time}, ngày {date}", time=moment.toString("HH:mm:ss"), date=moment.toString("dd/MM/yyyy"))
