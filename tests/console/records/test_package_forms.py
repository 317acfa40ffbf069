"""What a package holds beside the log: forms as PDF and data, the register's lines; and how they are read back."""

import json
from pathlib import Path

import pytest
from msgspec.structs import replace

from console.log_book.office_store import OfficeStore
from console.office.form_records import FormCorrection, FormField
from console.office.meeting import Meeting
from console.records.form_corrections import correct
from console.records.gathering import gather, office_side
from console.records.hand_over import layout
from console.records.hand_over.checking import check_package
from console.records.hand_over.contents import office_lines_in, session_form_in
from console.records.hand_over.making import make_package
from console.records.hand_over.package_source import package_source
from console.records.hand_over.package_verdict import PackageFault, PackageRefused
from tests.console.records.a_meeting import held_meeting, packed, wish_for, written_meeting


def package_with_office(tmp_path: Path, **more: object) -> Path:
    """Packs a meeting that was registered, and whose form was corrected."""
    data = written_meeting(tmp_path / "data", held_meeting())
    with OfficeStore(data.office_file) as office:
        (row,) = office.sessions.all()
        form = gather(data, office, row.session).form
        meeting = Meeting(id=row.meeting_uid, subject="Ứng phó bão số 13", host_unit="Văn phòng UBND tỉnh")
        office.register.put([meeting], "Minh")
        office.register.put([correct(form, FormField.STATUS, "s001", "", "chưa rõ")], "Lan", "chưa rõ")
        side = office_side(office, row.session, row.meeting_uid)
    wish = replace(wish_for(data, tmp_path / "out", **more), office=side)
    return make_package(wish, None, lambda document, _style, _data: document.title.encode()).path


def test_a_package_carries_the_corrected_form_and_what_the_register_holds(tmp_path: Path) -> None:
    package = package_with_office(tmp_path, as_zip=True)
    assert check_package(package).good
    with package_source(package) as source:
        form, lines = session_form_in(source), list(office_lines_in(source))
        assert "data/forms/phu-luc-2.pdf" in source.sizes
    assert form is not None
    row = form.site("s001")
    assert row is not None
    assert (form.subject, form.host_unit, row.status) == ("Ứng phó bão số 13", "Văn phòng UBND tỉnh", "")
    assert [trace.person for trace in form.trace] == ["Lan"]
    assert [(line["kind"], line["person"]) for line in lines] == [("meeting", "Minh"), ("form-correction", "Lan")]


def test_the_form_ends_with_the_event_that_the_package_is_sealed_with(tmp_path: Path) -> None:
    package = package_with_office(tmp_path)
    header = json.loads((package / layout.SESSION).read_text(encoding="utf-8"))
    with package_source(package) as source:
        form = session_form_in(source)
    assert form is not None
    assert (form.log_count, form.log_head) == (header["log_count"], header["log_head"])


def test_a_package_of_the_first_release_has_no_forms_and_is_as_good(tmp_path: Path) -> None:
    package = packed(tmp_path)
    assert check_package(package).good
    for file in (package / layout.FORMS).iterdir():
        file.unlink()
    with package_source(package) as source:
        assert session_form_in(source) is None
        assert list(office_lines_in(source)) == []


def test_a_form_that_was_changed_after_it_was_packed_is_named(tmp_path: Path) -> None:
    package = package_with_office(tmp_path)
    file = package / layout.SESSION_FORM
    file.write_bytes(file.read_bytes().replace("chưa rõ".encode(), "đã  rõ".encode()))
    findings = check_package(package).findings
    assert (PackageFault.FILE_CHANGED, layout.SESSION_FORM) in [(one.fault, one.name) for one in findings]


@pytest.mark.parametrize("content", [b"{}", b"\xff", b"[" * 100_000, b'{"session": 1}'])
def test_a_form_of_another_shape_is_refused_by_name(tmp_path: Path, content: bytes) -> None:
    package = packed(tmp_path)
    (package / layout.SESSION_FORM).write_bytes(content)
    with package_source(package) as source, pytest.raises(PackageRefused) as refusal:
        session_form_in(source)
    assert refusal.value.finding.name == layout.SESSION_FORM


def test_corrections_of_other_sessions_stay_where_they_are(tmp_path: Path) -> None:
    data = written_meeting(tmp_path / "data", held_meeting())
    with OfficeStore(data.office_file) as office:
        (row,) = office.sessions.all()
        other = FormCorrection(id="other/status", session="other", field=FormField.SUBJECT, after="khác")
        office.register.put([other], "Lan")
        side = office_side(office, row.session, row.meeting_uid)
    assert (side.corrections, side.lines) == ((), b"")
