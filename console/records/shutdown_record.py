"""The record of how the sites were shut down after a session.

Rule: a step that nobody recorded stays empty. Sources: Bình Định article 12 clause 1, Đồng Nai article 13 clause 1, Bắc
Kạn article 5 clause 6d (lens cap).
"""

from collections.abc import Mapping

from console.office.form_records import Shutdown
from console.records import form_times
from console.records.form_parts import LEADER, TECHNICIAN, letterhead, two_signatures
from console.records.page_model import Align, Column, Document, Facts, Table, Title
from console.records.session_facts import SessionFacts
from console.records.session_form import FormHead
from console.words import SiteId

TITLE = "BIÊN BẢN TẮT THIẾT BỊ SAU CUỘC HỌP"
COLUMNS = (
    Column(title="STT", share=5, align=Align.CENTRE),
    Column(title="Điểm cầu", share=24),
    Column(title="Kiểm tra lại toàn bộ", share=13, align=Align.CENTRE),
    Column(title="Tắt thiết bị", share=12, align=Align.CENTRE),
    Column(title="Ngắt nguồn điện", share=12, align=Align.CENTRE),
    Column(title="Đậy nắp ống kính", share=12, align=Align.CENTRE),
    Column(title="Người thực hiện", share=18),
    Column(title="Ghi chú", share=16),
)


def shutdown_record(facts: SessionFacts, shutdowns: Mapping[SiteId, Shutdown], head: FormHead) -> Document:
    """Returns the record of all sites of a session."""
    story = facts.story
    rows = tuple(
        _row(number, site.name, shutdowns.get(site.site), story.started_ms)
        for number, site in enumerate(facts.sites, start=1)
    )
    return Document(
        title=f"{TITLE.capitalize()} — {head.subject or story.title}",
        blocks=(
            letterhead((head.governing_body, head.agency), head.place, story.ended_ms or story.last_ms),
            Title(text=TITLE, under=head.subject or story.title),
            Facts(
                pairs=(
                    ("Thời gian họp", form_times.span_words(story.started_ms, story.ended_ms)),
                    ("Đơn vị chủ trì", head.host_unit),
                )
            ),
            Table(columns=COLUMNS, rows=rows, dense=True),
            two_signatures(TECHNICIAN, LEADER),
        ),
        foot=f"Phiên {story.session}",
        landscape=True,
    )


def _row(number: int, name: str, done: Shutdown | None, first_ms: int) -> tuple[str, ...]:
    if done is None:
        return (str(number), name, "", "", "", "", "", "")
    moments = (done.checked_ms, done.devices_off_ms, done.power_off_ms, done.lens_cap_ms)
    told = ("" if moment is None else form_times.at_moment(moment, first_ms) for moment in moments)
    return (str(number), name, *told, done.done_by, done.note)
