"""The minutes of checks, incidents, shutdowns and hand-overs; the quality of lines; the reminder of recordings."""

from pathlib import Path

import pytest

from console.checks.check_words import CheckItem, CheckResult
from console.incidents.incident_entries import (
    FallbackAsked,
    FallbackDecided,
    IncidentClosed,
    IncidentOpened,
    IncidentReopened,
    IncidentRestored,
)
from console.lines.line_history import LinePoint
from console.log_book.line_summary import read_line_summaries
from console.log_book.session_file import SessionFile
from console.office.form_records import RecordingHandover, Shutdown, SiteRating, is_overdue
from console.office.meeting import Meeting, Wish
from console.records.check_minutes import check_minutes
from console.records.gathered import OfficeSide, put_together
from console.records.handover_minutes import handover_minutes
from console.records.incident_report import UnknownIncident, incident_report
from console.records.page_model import Document, Facts, Heading, Paragraph, Row, Table
from console.records.recording_handover import handover_wanted, reminder
from console.records.session_form_page import session_form_document
from console.records.session_story import tell
from console.records.shutdown_record import shutdown_record
from console.regulation.calendar import Calendar, read_calendar
from console.regulation.profile import ProfileInForce, read_profile
from console.words import FallbackAct, IncidentCategory
from tests.console.records.a_log import CHAIN, HEAD, Log, moment_of
from tests.own_process import ROOT


@pytest.fixture(scope="module")
def calendar() -> Calendar:
    return read_calendar((ROOT / "resources/regulation/working_calendar_vn.json").read_bytes())


def profile(name: str) -> ProfileInForce:
    return read_profile((ROOT / f"resources/profiles/vn-{name}.json").read_bytes(), "0")


def tables(document: Document) -> list[Table]:
    return [block for block in document.blocks if isinstance(block, Table)]


def pairs(document: Document) -> dict[str, str]:
    return {name: value for block in document.blocks if isinstance(block, Facts) for name, value in block.pairs}


# ---------------------------------------------------------------------- checks


def test_the_minute_of_a_check_names_every_mark_who_made_it_and_who_has_not_reported() -> None:
    log = Log(["Hoài Nhơn", "An Lão"])
    log.check("s001", CheckItem.MICROPHONE, CheckResult.FAIL)
    log.check("s001", CheckItem.MICROPHONE, CheckResult.OK, by="Minh", value="-20", unit="dBFS", note="đổi micro")
    log.check("s001", CheckItem.DISPLAY, CheckResult.NOT_CHECKED)
    document = check_minutes(log.facts, CHAIN, HEAD)
    (table,) = tables(document)
    group, *rows = table.rows
    assert isinstance(group, Row)
    assert group.cells[1] == "Hoài Nhơn: còn mục chưa kiểm tra"
    assert [row[1:4] for row in rows] == [  # type: ignore[index]
        ("micro", "không đạt", ""),
        ("micro", "đạt", "-20 dBFS"),
        ("màn hình hiển thị", "không kiểm tra được", ""),
    ]
    assert [row[4] for row in rows] == ["hệ thống đo, 08:00:00", "Minh, 08:00:00", "hệ thống đo, 08:00:00"]  # type: ignore[index]
    summary = next(block.text for block in document.blocks if isinstance(block, Paragraph))
    assert summary == "Đã kiểm tra 1 điểm cầu: 1 còn mục chưa kiểm tra. Chưa báo cáo: An Lão."
    assert any(isinstance(block, Heading) and "trước 30 phút" in block.text for block in document.blocks)


def test_a_session_without_a_check_says_so() -> None:
    document = check_minutes(Log([]).facts, CHAIN, HEAD)
    assert any("không ghi lần kiểm tra" in getattr(block, "text", "") for block in document.blocks)


# ---------------------------------------------------------------------- incidents


def test_the_report_of_an_incident_tells_its_course_from_the_log() -> None:
    log = Log(["Hoài Nhơn"])
    log.join("s001")
    log.incident("s001", "mất hình", IncidentCategory.NO_PICTURE, 90)
    log.incident(None, "mất điện", IncidentCategory.POWER, 60)
    document = incident_report(log.facts, CHAIN, HEAD)
    facts = pairs(document)
    assert facts["Số sự cố"] == "2"
    told, course = tables(incident_report(log.facts, CHAIN, HEAD, "i2"))
    assert told.rows == (("VNPT Bình Định", "08:00:00", "điện thoại", "Lan"),)
    assert [row[1] for row in course.rows] == [  # type: ignore[index]
        "ghi nhận sự cố",
        "thông báo",
        "cập nhật nội dung",
        "đã khắc phục",
        "đóng sự cố",
    ]
    one = pairs(incident_report(log.facts, CHAIN, HEAD, "i2"))
    assert (one["Nguyên nhân"], one["Thời gian khắc phục"]) == ("đứt cáp quang", "1 phút 30 giây")


def test_a_fallback_says_who_allowed_it() -> None:
    log = Log(["Hoài Nhơn"])
    log.add(IncidentOpened(incident_id="i1", text="đứt cáp", at_wall_ms=log.now_ms, site="s001"))
    log.add(FallbackAsked(incident_id="i1", act=FallbackAct.MERGE_SITE, text="về An Lão"))
    waiting = pairs(incident_report(log.facts, CHAIN, HEAD))["Biện pháp dự phòng"]
    log.add(FallbackDecided(incident_id="i1", approved=True, decided_by="Phó Chủ tịch"))
    assert waiting == "họp ghép với điểm cầu gần nhất: về An Lão (chưa có ý kiến của chủ trì)"
    decided = pairs(incident_report(log.facts, CHAIN, HEAD))["Biện pháp dự phòng"]
    assert decided == "họp ghép với điểm cầu gần nhất: về An Lão (Phó Chủ tịch đồng ý)"


def test_a_mistaken_incident_stands_in_no_form_and_a_reopened_one_is_not_restored() -> None:
    log = Log(["Hoài Nhơn"])
    log.join("s001")
    for id_ in ("i1", "i2"):
        log.add(IncidentOpened(incident_id=id_, text="x", at_wall_ms=log.now_ms, site="s001"))
        log.add(IncidentRestored(incident_id=id_, restored_wall_ms=log.now_ms + 60_000), 60)
    log.add(IncidentClosed(incident_id="i1", mistaken=True))
    log.add(IncidentReopened(incident_id="i2"))
    (left,) = log.facts.incidents
    assert (left.incident_id, left.restored_ms, left.took_ms) == ("i2", None, None)


def test_an_incident_that_never_was_is_refused() -> None:
    with pytest.raises(UnknownIncident):
        incident_report(Log([]).facts, CHAIN, HEAD, "i9")


# ---------------------------------------------------------------------- quality


def test_what_was_measured_of_a_line_is_summed_up_and_what_was_not_stays_empty(tmp_path: Path) -> None:
    file = SessionFile.make(tmp_path / "s.sqlite3", session="s", meeting_uid="m", title="")
    file.add_points([LinePoint(site="s001", loss_percent=1.0, jitter_ms=4.0)], 1000)
    file.add_points(
        [LinePoint(site="s001", loss_percent=3.0, round_trip_ms=50.0), LinePoint(site="s002", kilobits=10.0)], 2000
    )
    file.close()
    found = read_line_summaries(tmp_path / "s.sqlite3")
    first, second = found["s001"], found["s002"]
    assert (first.points, first.loss_percent, first.worst_loss_percent) == (2, 2.0, 3.0)
    assert (first.jitter_ms, first.round_trip_ms) == (4.0, 50.0)
    assert (second.points, second.loss_percent, second.round_trip_ms) == (1, None, None)
    log = Log(["Hoài Nhơn", "An Lão"])
    ratings = {"s001": SiteRating(id="s/s001", session="s", site="s001", sound=5, line=3)}
    sheet = tables(session_form_document(log.form, log.facts, ratings, found))[1]
    assert [row[5] for row in sheet.rows] == [  # type: ignore[index]
        "",
        "mất gói 2,0 %; cao nhất 3,0 %; biến động trễ 4,0 ms; khứ hồi 50,0 ms",
        "",
    ]
    assert [row[7] for row in sheet.rows] == ["", "5 / – / 3", ""]  # type: ignore[index]


def test_a_file_without_measurements_has_no_summary(tmp_path: Path) -> None:
    SessionFile.make(tmp_path / "s.sqlite3", session="s", meeting_uid="m", title="").close()
    (tmp_path / "n.sqlite3").write_bytes(b"no data base" * 100)
    names = ("s.sqlite3", "n.sqlite3", "missing.sqlite3")
    assert [read_line_summaries(tmp_path / name) for name in names] == [{}, {}, {}]


# ---------------------------------------------------------------------- after the meeting


def test_the_record_of_a_shutdown_leaves_empty_what_nobody_did() -> None:
    log = Log(["Hoài Nhơn"])
    done = Shutdown(
        id="s/s001", session="s", site="s001", devices_off_ms=moment_of("2026-11-19 10:00:00"), done_by="Minh"
    )
    (table,) = tables(shutdown_record(log.facts, {"s001": done}, HEAD))
    assert table.rows[1] == ("2", "Hoài Nhơn", "", "10:00:00", "", "", "Minh", "")


def ended_log() -> Log:
    log = Log(["Hoài Nhơn"], start="2026-11-20 14:00:00")
    log.end(3600)
    return log


@pytest.mark.parametrize(("province", "until"), [("binh-dinh", "2026-11-25 17:00:00"), ("thanh-hoa", None)])
def test_recordings_are_due_when_the_profile_says(province: str, until: str | None, calendar: Calendar) -> None:
    # Friday the 20th; the 24th is a holiday since 2026: two working days are Monday and Wednesday.
    told = reminder(ended_log().facts.story, None, profile(province), calendar)
    assert told.due_ms == (None if until is None else moment_of(until))


def test_a_hand_over_is_wanted_when_it_was_registered_or_the_profile_always_wants_it() -> None:
    asked = Meeting(id="m", wishes=(Wish.STORE_MEDIA,))
    assert handover_wanted(asked, None)
    assert not handover_wanted(Meeting(id="m"), profile("binh-dinh"))
    assert not handover_wanted(None, profile("thanh-hoa"))


def test_a_hand_over_is_late_after_its_limit_and_overdue_until_it_is_made() -> None:
    due = RecordingHandover(id="s", session="s", ended_ms=0, due_ms=1000)
    done = RecordingHandover(id="s", session="s", ended_ms=0, due_ms=1000, handed_ms=1001, received_by="Sở Y tế")
    assert (is_overdue(due, 1000), is_overdue(due, 1001), is_overdue(done, 5000)) == (False, True, False)
    assert (due.late, done.late) == (False, True)
    assert any("sau hạn" in getattr(block, "text", "") for block in handover_minutes(done, HEAD).blocks)


def test_forms_put_together_without_an_office_are_those_of_the_log_alone() -> None:
    log = ended_log()
    gathered = put_together(tell(log.lines), CHAIN, OfficeSide(), None)
    assert gathered.form.host_unit == ""
    assert gathered.form.subject == "Họp giao ban ứng phó bão số 13"
