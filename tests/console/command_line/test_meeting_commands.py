"""`meeting` and `script` as typed: registered, judged, taken from step to step, printed; bad input changes nothing."""

import json
from pathlib import Path

import pytest

from console.log_book.office_store import OfficeStore
from console.office.meeting import Meeting, Step
from console.office.script import Script
from tests.console.command_line.typed import CommandLine

WHOLE = {
    "governing_body": "UBND tỉnh",
    "agency": "Văn phòng",
    "legal_basis": {"number": "12/GM", "day": "2029-03-01", "issuer": "UBND tỉnh"},
    "host_unit": "Văn phòng",
    "venue": "Phòng 2",
    "chairperson": "Bà Lan",
    "chairperson_title": "Phó Chủ tịch",
    "technician": "Anh Bình",
    "technician_phone": "0905 111 222",
    "sites": [{"name": "Xã A", "contact": "Chị Hoa", "phone": "0905 333 444"}],
    "steps": [{"step": "held", "wall_ms": 1, "person": "nobody"}],
}


@pytest.fixture
def uid(typed: CommandLine, tmp_path: Path) -> str:
    """A whole registration of a meeting on 14 March 2029."""
    form = tmp_path / "form.json"
    form.write_text(json.dumps(WHOLE), encoding="utf-8")
    made = typed("meeting", "new", "--file", str(form), "--subject", "Giao ban", "--start", "14/3/2029 8h")
    assert made.code == 0, made.err
    return made.out.strip()


def kept(typed: CommandLine, uid: str) -> Meeting:
    with OfficeStore(typed.data / "office.sqlite3") as office:
        meeting = office.register.get(Meeting, uid)
    assert meeting is not None
    return meeting


def test_a_registration_is_written_listed_and_shown_without_the_steps_of_another(typed: CommandLine, uid: str) -> None:
    meeting = kept(typed, uid)
    assert (meeting.subject, meeting.step, meeting.sites[0].contact) == ("Giao ban", Step.DRAFT, "Chị Hoa")
    assert meeting.profile is not None
    assert uid[:8] in typed("meeting", "list").out
    shown = typed("meeting", "show", uid[:6]).out
    assert "registration" in shown
    assert "Missing" not in shown
    assert json.loads(typed("meeting", "show", uid, "--json").out)["subject"] == "Giao ban"


def test_steps_are_taken_in_their_order_and_refused_in_any_other(typed: CommandLine, uid: str) -> None:
    refused = typed("meeting", "step", uid, "confirmed")
    assert (refused.code, kept(typed, uid).step) == (2, Step.DRAFT)
    late = ("meeting", "step", uid, "submitted", "--at", "13/3/2029 8:00")
    assert typed(*late).code == 2
    assert typed(*late, "--reason", "bão").code == 0
    assert typed("meeting", "step", uid, "received").code == 0
    assert typed("meeting", "step", uid, "rescheduled", "--reason", "trùng").code == 2
    moved = typed("meeting", "step", uid, "rescheduled", "--reason", "trùng", "--start", "15/3/2029 8:00")
    assert moved.code == 0
    assert [told.step for told in kept(typed, uid).steps] == [Step.SUBMITTED, Step.RECEIVED, Step.RESCHEDULED]
    assert kept(typed, uid).steps[0].late


def test_what_is_not_whole_is_not_sent_and_every_field_is_named(typed: CommandLine) -> None:
    uid = typed("meeting", "new", "--subject", "Giao ban").out.strip()
    refused = typed("meeting", "step", uid, "submitted")
    assert refused.code == 2
    assert len(refused.err.strip().splitlines()) > 8
    assert "Traceback" not in refused.err


@pytest.mark.parametrize(
    "line",
    [
        ("meeting", "show", "nobody"),
        ("meeting", "new", "--start", "32/13/2029 8:00"),
        ("meeting", "new", "--file", "/nowhere.json"),
        ("meeting", "export", "--out", "form.txt"),
        ("script", "show", "nobody"),
    ],
)
def test_bad_input_is_one_sentence(typed: CommandLine, line: tuple[str, ...]) -> None:
    refused = typed(*line)
    assert refused.code == 2
    assert refused.err.strip()
    assert "Traceback" not in refused.err


def test_a_record_with_a_wrong_key_is_refused(typed: CommandLine, tmp_path: Path) -> None:
    form = tmp_path / "form.json"
    for content in ('{"subjekt": "x"}', "[]", "{", '{"start_ms": "soon"}'):
        form.write_text(content, encoding="utf-8")
        refused = typed("meeting", "new", "--file", str(form))
        assert (refused.code, "Traceback" in refused.err) == (2, False)
    assert typed("meeting", "list").out.strip() == "No meeting is registered."


def test_the_form_is_written_as_a_file(typed: CommandLine, uid: str, tmp_path: Path) -> None:
    for name, begins in (("form.docx", b"PK"), ("form.json", b"{")):
        assert typed("meeting", "export", uid, "--out", str(tmp_path / name)).code == 0
        assert (tmp_path / name).read_bytes().startswith(begins)
    assert typed("meeting", "export", "--out", str(tmp_path / "blank.docx")).code == 0


def test_who_is_told_is_listed_by_number_and_noted_once(typed: CommandLine, uid: str) -> None:
    assert "not told" in typed("meeting", "calls", uid).out
    assert typed("meeting", "told", uid, "1", "--by", "zalo").out.startswith("1 ")
    assert typed("meeting", "told", uid, "1").out.startswith("0 ")
    assert typed("meeting", "told", uid, "99").code == 2
    typed("meeting", "told", uid)
    assert "not told" not in typed("meeting", "calls", uid).out


def test_a_script_is_taken_whole_or_not_at_all(typed: CommandLine, uid: str, tmp_path: Path) -> None:
    file = tmp_path / "script.csv"
    file.write_text("giờ;nội dung;điểm cầu\n8:00;Mở đầu;chính\n9:00;Lạ;Xã Không Có\n", encoding="utf-8")
    refused = typed("script", "import", uid, str(file))
    assert refused.code == 2
    assert "Xã Không Có" in refused.err
    assert "no script" in typed("script", "show", uid).out
    file.write_text("giờ;nội dung;điểm cầu\n8:00;Mở đầu;chính\n9:00;Bàn;\n", encoding="utf-8")
    assert typed("script", "import", uid, str(file)).code == 0
    with OfficeStore(typed.data / "office.sqlite3") as office:
        script = office.register.get(Script, uid)
    assert script is not None
    assert [(cue.at_minute, cue.title) for cue in script.cues] == [(0, "Mở đầu"), (60, "Bàn")]
    assert typed("script", "show", uid, "--out", str(tmp_path / "again.csv")).code == 0
    assert typed("script", "import", uid, str(tmp_path / "again.csv")).code == 0
