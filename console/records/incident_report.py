"""The report of the incidents of a session: what, since when, why, what was done, who was told when.

Rule: built from the log's lines alone; what was noted later stands with its own moment. Sources: Bình Định article 4
clause 3 and article 11 clause 3c; Thanh Hóa article 11; Đồng Nai article 12; Bắc Kạn article 8 clause 2d.
"""

from collections.abc import Iterable

from console.records import form_times
from console.records.form_parts import LEADER, TECHNICIAN, letterhead, seal, seal_foot, two_signatures
from console.records.incident_story import IncidentStory
from console.records.incident_words import CHANNELS, category_words, fallback_words
from console.records.page_model import Align, AnyBlock, Column, Document, Facts, Heading, Paragraph, Table, Title
from console.records.session_facts import SessionFacts
from console.records.session_form import Chain, FormHead
from console.words import NoticeChannel

TITLE = "BÁO CÁO SỰ CỐ"
CHANGES = {
    "incident-opened": "ghi nhận sự cố",
    "incident-updated": "cập nhật nội dung",
    "incident-restored": "đã khắc phục",
    "incident-reopened": "mở lại",
    "incident-closed": "đóng sự cố",
    "incident-told": "thông báo",
    "fallback-asked": "xin ý kiến về biện pháp dự phòng",
    "fallback-decided": "chủ trì cho ý kiến",
}


class UnknownIncident(Exception):
    """The session has no such incident."""


def incident_report(facts: SessionFacts, chain: Chain, head: FormHead, incident_id: str = "") -> Document:
    """Returns the report of one incident, or of all when none is named; raises `UnknownIncident`."""
    story = facts.story
    incidents = tuple(one for one in facts.incidents if incident_id in ("", one.incident_id))
    if incident_id and not incidents:
        raise UnknownIncident(incident_id)
    blocks: list[AnyBlock] = [
        letterhead((head.governing_body, head.agency), head.place, story.ended_ms or story.last_ms),
        Title(text=TITLE, under=head.subject or story.title),
        Facts(
            pairs=(
                ("Thời gian họp", form_times.span_words(story.started_ms, story.ended_ms)),
                ("Đơn vị chủ trì", head.host_unit),
                ("Số sự cố", str(len(incidents))),
            )
        ),
    ]
    for number, incident in enumerate(incidents, start=1):
        blocks += _incident(number, incident, facts)
    if not incidents:
        blocks.append(Paragraph(text="Nhật ký của phiên này không ghi sự cố nào.", italic=True))
    sealed = seal(story.session, chain.count, chain.head, chain.finding)
    blocks += [sealed, two_signatures(TECHNICIAN, LEADER)]
    return Document(
        title=f"{TITLE.capitalize()} — {head.subject or story.title}",
        blocks=tuple(blocks),
        foot=seal_foot("Báo cáo sự cố", story.session, chain.count, chain.head),
    )


def _incident(number: int, incident: IncidentStory, facts: SessionFacts) -> Iterable[AnyBlock]:
    first_ms = facts.story.started_ms
    names = {site.site: site.name for site in facts.sites}
    place = names.get(incident.site, "toàn cuộc họp" if not incident.site else incident.site)
    yield Heading(text=f"{number}. {place}: {category_words(incident.category) or incident.text or 'sự cố'}")
    yield Facts(pairs=tuple(_facts(incident, first_ms)))
    if incident.told:
        yield Table(
            columns=(
                Column(title="Đã thông báo cho", share=40),
                Column(title="Lúc", share=20, align=Align.CENTRE),
                Column(title="Bằng", share=20, align=Align.CENTRE),
                Column(title="Người báo", share=20),
            ),
            rows=tuple(
                (told.party, form_times.at_moment(told.at_ms, first_ms), _channel(told.channel), told.by)
                for told in incident.told
            ),
            dense=True,
        )
    yield _course(incident, first_ms)


def _facts(incident: IncidentStory, first_ms: int) -> Iterable[tuple[str, str]]:
    yield "Phát hiện lúc", form_times.at_moment(incident.opened_ms, first_ms)
    yield "Người ghi nhận", incident.opened_by
    yield "Mô tả", incident.text
    yield "Nguyên nhân", incident.cause
    yield "Giải pháp", incident.solution
    if incident.fallbacks:
        yield "Biện pháp dự phòng", "\n".join(map(fallback_words, incident.fallbacks))
    yield "Dự kiến khắc phục", _moment(incident.estimated_ms, first_ms)
    yield "Khắc phục xong lúc", _moment(incident.restored_ms, first_ms) or "chưa ghi nhận"
    yield "Thời gian khắc phục", "" if incident.took_ms is None else form_times.length_words(incident.took_ms)


def _moment(wall_ms: int | None, first_ms: int) -> str:
    return "" if wall_ms is None else form_times.at_moment(wall_ms, first_ms)


def _channel(channel: str) -> str:
    return CHANNELS[NoticeChannel(channel)] if channel in CHANNELS else channel


def _course(incident: IncidentStory, first_ms: int) -> Table:
    return Table(
        columns=(
            Column(title="Thời điểm", share=20, align=Align.CENTRE),
            Column(title="Việc", share=30),
            Column(title="Người ghi", share=25),
            Column(title="Số sự kiện trong nhật ký", share=25, align=Align.CENTRE),
        ),
        rows=tuple(
            (
                form_times.at_moment(change.wall_ms, first_ms),
                CHANGES.get(change.kind, change.kind),
                change.person,
                str(change.number),
            )
            for change in incident.changes
        ),
        dense=True,
    )
