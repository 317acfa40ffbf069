"""Phụ lục II: what the log fills in, what stays empty, what people correct and confirm."""

import unicodedata

import pytest

from console.checks.check_words import CheckItem, CheckResult
from console.entries import BridgeStarted, SiteCameBack, SiteLeft, SiteWentOld
from console.log_book.office_store import OfficeStore
from console.log_book.verdict import Finding
from console.office.form_records import (
    DAMAGED,
    DEVICES,
    INCIDENT,
    NORMAL,
    Confirms,
    CorrectionFault,
    CorrectionRefused,
    FormConfirmation,
    FormCorrection,
    FormField,
    FormName,
    confirmation_id,
)
from console.records.form_corrections import confirmed, correct, corrected
from console.records.form_parts import NOT_ENDED, SOUND_LOGS
from console.records.hand_over import package_verdict
from console.records.page_model import Cell, CheckLine, CodePicture, Row, Signatures, Table, row_cells
from console.records.session_form import Chain, Source, fill
from console.records.session_form_page import blank_session_form, session_form_document
from console.records.technical_sheet import ITEMS
from console.words import MAIN_SITE, IncidentCategory
from tests.console.records.a_log import HEAD, Log, large_log

EMPTY = dict.fromkeys(DEVICES, "")


def main_table(document: object) -> Table:
    return next(block for block in document.blocks if isinstance(block, Table))  # type: ignore[attr-defined]


def ticks(cell: object) -> list[tuple[str, tuple[str, ...]]]:
    """Returns each line's label with the words whose boxes are ticked."""
    assert isinstance(cell, Cell)
    return [
        (line.label, tuple(box.text for box in line.boxes if box.ticked))
        for line in cell.lines
        if isinstance(line, CheckLine)
    ]


def test_a_site_is_normal_when_it_was_there_and_nothing_went_wrong_and_no_device_is_ticked_unchecked() -> None:
    log = Log(["Hoài Nhơn", "An Lão"])
    log.join("s001")
    log.end(3600)
    first, second = (log.form.site(site) for site in ("s001", "s002"))
    assert first is not None
    assert second is not None
    assert (first.status, first.incident_description, first.devices) == (NORMAL, "", EMPTY)
    assert (second.status, second.incident_description, second.devices) == ("", "không kết nối", EMPTY)


def test_a_lost_site_had_an_incident_with_both_moments() -> None:
    log = Log(["Hoài Nhơn"])
    log.join("s001")
    log.wait(2472)
    log.lose("s001", 343)
    log.end(600)
    row = log.form.site("s001")
    assert row is not None
    assert (row.status, row.incident_description) == (INCIDENT, "08:41:12–08:46:55 mất kết nối")


def test_short_outages_make_no_incident_and_are_summed_beside_a_long_one() -> None:
    log = Log(["Hoài Nhơn", "An Lão"])
    log.join("s001", "s002")
    for _ in range(3):
        log.add(SiteWentOld(site="s001"), 10)
        log.add(SiteCameBack(site="s001"), 1.5)
    log.lose("s002", 2)
    log.lose("s002", 60)
    log.end(600)
    calm, lost = (log.form.site(site) for site in ("s001", "s002"))
    assert calm is not None
    assert lost is not None
    assert (calm.status, calm.incident_description) == (NORMAL, "")
    assert lost.incident_description.endswith("mất kết nối\n1 lần gián đoạn ngắn, tổng cộng 2 giây")


def test_a_meeting_across_midnight_names_the_second_day() -> None:
    log = Log(["Hoài Nhơn"], start="2026-11-19 22:30:00")
    log.join("s001")
    log.wait(5400 - 60)
    log.lose("s001", 120)
    log.end(1800)
    row = log.form.site("s001")
    assert row is not None
    assert row.incident_description == "23:59:00–00:01:00 (20/11/2026) mất kết nối"
    head = session_form_document(log.form).blocks[3]
    assert head.fields[0].text == (  # type: ignore[union-attr]
        "22 giờ 30 ngày 19 tháng 11 năm 2026 – 00 giờ 31 ngày 20 tháng 11 năm 2026"
    )


def test_a_clock_that_is_set_back_meanwhile_leaves_the_true_length() -> None:
    log = Log(["Hoài Nhơn"])
    log.join("s001")
    log.add(SiteLeft(site="s001"), 600)
    log.wait(200)
    log.set_clock(-900)
    log.wait(143)
    log.join("s001")
    log.end(600)
    row = log.form.site("s001")
    assert row is not None
    assert row.incident_description == "08:10:00 mất kết nối trong 5 phút 43 giây"


def test_a_bridge_that_died_left_its_sites_without_it() -> None:
    log = Log(["Hoài Nhơn"])
    log.join("s001")
    log.add(BridgeStarted(program_version="0.1.0", restart=True), 40)
    log.wait(5)
    log.join("s001")
    log.end(600)
    row = log.form.site("s001")
    assert row is not None
    assert row.incident_description == "08:00:00–08:00:45 mất kết nối"


def test_a_site_that_went_home_in_the_last_minute_was_not_lost_and_one_that_never_came_back_was() -> None:
    log = Log(["Hoài Nhơn", "An Lão"])
    log.join("s001", "s002")
    log.add(SiteLeft(site="s002"), 600)
    log.add(SiteLeft(site="s001"), 600)
    log.end(30)
    home, lost = (log.form.site(site) for site in ("s001", "s002"))
    assert home is not None
    assert lost is not None
    assert home.status == NORMAL
    assert lost.incident_description == "08:10:00 mất kết nối đến hết phiên"


def test_an_incident_tells_cause_solution_and_who_was_told_and_marks_its_device() -> None:
    log = Log(["Hoài Nhơn"])
    log.join("s001")
    log.incident("s001", "camera không lên hình", IncidentCategory.DEVICE, 90)
    log.incident(None, "mất điện cả tòa nhà", IncidentCategory.POWER, 60)
    log.end(600)
    row, main = log.form.site("s001"), log.form.site(MAIN_SITE)
    assert row is not None
    assert main is not None
    assert row.devices == {**EMPTY, FormField.CAMERA: DAMAGED}
    assert row.incident_description == (
        "08:00:00–08:01:30 hỏng thiết bị: camera không lên hình"
        " (nguyên nhân đứt cáp quang; giải pháp đấu lại; đã báo VNPT Bình Định)"
    )
    assert (main.status, main.devices) == (INCIDENT, EMPTY)


def test_a_check_by_a_person_ticks_a_device_and_a_failed_measurement_ticks_none() -> None:
    log = Log(["Hoài Nhơn"])
    log.join("s001")
    log.check("s001", CheckItem.MICROPHONE, CheckResult.OK)
    log.check("s001", CheckItem.PICTURE_RATE, CheckResult.FAIL)
    log.check("s001", CheckItem.POWER, CheckResult.FAIL, by="Minh")
    log.check("s001", CheckItem.DISPLAY, CheckResult.NOT_CHECKED)
    row = log.form.site("s001")
    assert row is not None
    wanted = {FormField.MICROPHONE: NORMAL, FormField.ADAPTER_CABLE: DAMAGED}
    assert row.devices == EMPTY | wanted


def test_names_are_in_one_form_on_paper_however_they_were_typed() -> None:
    log = Log([unicodedata.normalize("NFD", "Điểm cầu Hoài Nhơn")])
    document = session_form_document(log.form)
    from console.records.documents.csv_writer import document_csv

    assert "Điểm cầu Hoài Nhơn" in document_csv(document).decode("utf-8-sig")


@pytest.mark.parametrize("sites", [36, 200])
def test_the_golden_form_of_many_sites(sites: int) -> None:
    table = main_table(session_form_document(large_log(sites).form))
    groups = [row for row in table.rows if isinstance(row, Row)]
    assert [group.cells[:2] for group in groups] == [("I", "Điểm cầu chính"), ("II", "Điểm cầu phụ")]
    assert all(group.keeps_with_next for group in groups)
    rows = [row_cells(row) for row in table.rows if not isinstance(row, Row)]
    assert [row[0] for row in rows] == ["1", *map(str, range(1, sites + 1))]
    assert [column.title for column in table.columns] == ["STT", "Điểm cầu", "Tình trạng", "Thiết bị"]
    lost, broken, absent, calm = rows[1], rows[2], rows[sites], rows[3]
    assert ticks(lost[2]) == [("", ("Sự cố",))]
    assert lost[2].lines[1] == "Mô tả sự cố: 08:10:00–08:15:43 mất kết nối"  # type: ignore[union-attr]
    assert ticks(broken[3])[0] == ("Camera:", ("hư hỏng;",))
    assert ticks(absent[2]) == [("", ())]
    assert ticks(calm[2]) == [("", ("Bình thường",))]
    assert all(ticked == () for _, ticked in ticks(calm[3]))


def test_a_blank_form_ticks_nothing_and_has_lines_to_write_on() -> None:
    table = main_table(blank_session_form())
    rows = [row_cells(row) for row in table.rows if not isinstance(row, Row)]
    assert len(rows) == 4
    assert all(ticked == () for row in rows for _, ticked in (*ticks(row[2]), *ticks(row[3])))


def test_each_item_of_the_check_has_a_name_on_paper() -> None:
    assert set(ITEMS) == set(CheckItem)


def test_a_log_that_is_not_whole_is_never_sealed_as_if_it_were() -> None:
    log = large_log(3)
    assert {finding.value for finding in package_verdict.SOUND_LOGS} == SOUND_LOGS
    for finding in Finding:
        told = "xác nhận đúng nhật ký" if finding.value in SOUND_LOGS else "không còn nguyên vẹn"
        form = fill(log.facts, Chain(count=9, head="ab" * 32, finding=finding.value), HEAD)
        seal = next(block for block in session_form_document(form).blocks if isinstance(block, CodePicture))
        assert told in seal.lines[-1]


def test_a_session_that_goes_on_is_said_to() -> None:
    log = Log(["Hoài Nhơn"])
    log.join("s001")
    assert any(getattr(block, "text", "") == NOT_ENDED for block in session_form_document(log.form).blocks)


# ---------------------------------------------------------------------- by hand


@pytest.fixture
def office(tmp_path):
    moments = iter(range(1_800_000_000_000, 1_900_000_000_000, 60_000))
    with OfficeStore(tmp_path / "office.sqlite3", wall_ms=lambda: next(moments)) as store:
        yield store


def put(office: OfficeStore, log: Log, field: FormField, site: str, after: str, reason: str, person: str) -> None:
    form = corrected(log.form, office.register.all_versions(FormCorrection))
    office.register.put([correct(form, field, site, after, reason)], person, reason)


def test_a_correction_keeps_what_stood_there_who_when_and_why(office: OfficeStore) -> None:
    log = large_log(3)
    put(office, log, FormField.STATUS, "s001", NORMAL, "đã xác minh với điểm cầu", "Lan")
    put(office, log, FormField.STATUS, "s001", "", "chưa thống nhất", "Minh")
    put(office, log, FormField.HOST_UNIT, "", "Sở Y tế", "đơn vị chủ trì đổi", "Lan")
    form = corrected(log.form, office.register.all_versions(FormCorrection))
    row = form.site("s001")
    assert row is not None
    assert (row.status, row.source, row.corrected) == ("", Source.MANUAL, (FormField.STATUS,))
    assert form.host_unit == "Sở Y tế"
    told = [(trace.person, trace.before, trace.after, trace.reason) for trace in form.trace]
    assert told == [
        ("Lan", INCIDENT, NORMAL, "đã xác minh với điểm cầu"),
        ("Minh", NORMAL, "", "chưa thống nhất"),
        ("Lan", "Văn phòng UBND tỉnh", "Sở Y tế", "đơn vị chủ trì đổi"),
    ]
    sheet = [block for block in session_form_document(form).blocks if isinstance(block, Table)][-1]
    assert sheet.rows[0][3:5] == ("Sự cố", "Bình thường")  # type: ignore[index]


def test_a_correction_that_is_taken_back_shows_the_log_again(office: OfficeStore) -> None:
    log = large_log(3)
    put(office, log, FormField.STATUS, "s001", NORMAL, "nhầm", "Lan")
    (kept,) = office.register.present(FormCorrection)
    office.register.remove(FormCorrection, kept.id, "Lan", "sửa nhầm")
    form = corrected(log.form, office.register.all_versions(FormCorrection))
    row = form.site("s001")
    assert row is not None
    assert (row.status, row.corrected, len(form.trace)) == (INCIDENT, (), 1)


@pytest.mark.parametrize(
    ("field", "site", "after", "reason", "fault"),
    [
        (FormField.STATUS, "s001", "tốt", "lý do", CorrectionFault.VALUE_UNKNOWN),
        (FormField.CAMERA, "s001", INCIDENT, "lý do", CorrectionFault.VALUE_UNKNOWN),
        (FormField.STATUS, "s001", NORMAL, "  ", CorrectionFault.REASON_MISSING),
        (FormField.STATUS, "s099", NORMAL, "lý do", CorrectionFault.SITE_UNKNOWN),
        (FormField.STATUS, "s001", INCIDENT, "lý do", CorrectionFault.NOTHING_CHANGED),
    ],
)
def test_a_correction_that_says_nothing_is_refused(
    field: FormField, site: str, after: str, reason: str, fault: CorrectionFault
) -> None:
    with pytest.raises(CorrectionRefused) as refusal:
        correct(large_log(3).form, field, site, after, reason)
    assert refusal.value.fault is fault


def test_a_confirmation_stands_on_paper_and_says_when_the_form_was_changed_after_it(office: OfficeStore) -> None:
    log = large_log(3)
    form = log.form
    told = FormConfirmation(
        id=confirmation_id(form.session, FormName.SESSION, Confirms.UNIT_LEADER),
        session=form.session,
        form=FormName.SESSION,
        role=Confirms.UNIT_LEADER,
        full_name="Nguyễn Văn A",
        title="Chánh Văn phòng",
        content_hash=form.content_hash,
    )
    office.register.put([told], "Lan")
    versions = office.register.present_versions(FormConfirmation)
    assert confirmed(form, versions).confirmed[0].still
    put(office, log, FormField.CAMERA, "s003", NORMAL, "đã kiểm tra", "Lan")
    changed = corrected(form, office.register.all_versions(FormCorrection))
    later = confirmed(changed, versions)
    assert not later.confirmed[0].still
    signatures = next(block for block in session_form_document(later).blocks if isinstance(block, Signatures))
    place = signatures.places[1]
    assert place.name == "Nguyễn Văn A"
    assert "đã sửa sau lần xác nhận này" in place.under
