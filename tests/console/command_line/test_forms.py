"""`form`: what is written, corrected, confirmed and counted, and what is refused with one sentence."""

import csv
import inspect
import io
import json
from pathlib import Path

import openpyxl
import pytest

from console.command_line.parser import parse
from console.command_line.run import run
from console.data_folder import DataFolder
from console.log_book.office_store import OfficeStore
from console.office.form_records import FormConfirmation, RecordingHandover
from console.office.meeting import Meeting, Wish
from console.records.forms import BLANK, OF_PERIOD, OF_SESSION
from console.words import MAIN_SITE, IncidentCategory
from hardware.processes.actions import make_actions
from tests.console.command_line.typed import CommandLine, unwanted
from tests.console.log_book.log_lines import folder
from tests.console.records.a_log import Log
from tests.console.records.a_meeting import write_lines
from widgets.paper.late_painting import form_pdf
from widgets.phrases.spoken import Spoken


@pytest.fixture
def data(typed: CommandLine) -> DataFolder:
    """A data folder with one official meeting."""
    data = folder(typed.data)
    log = Log(["Hoài Nhơn", "An Lão"])
    log.join(MAIN_SITE, "s001", "s002")
    log.wait(600)
    log.lose("s001", 300)
    log.incident("s002", "micro rè", IncidentCategory.DEVICE, 60)
    log.end(2640)
    write_lines(data, tuple(log.lines), ended=True)
    return data


def test_every_form_is_written_and_every_kind_of_file(typed: CommandLine, data: DataFolder, tmp_path: Path) -> None:
    names, endings = (*OF_SESSION, *OF_PERIOD), ("docx", "xlsx", "csv", "json")
    # Each form once and each kind of file at least once: that each writer takes every page is proved where it stands.
    for name, ending in zip(names, (*endings, *endings), strict=False):
        file = tmp_path / f"{name}.{ending}"
        done = typed("form", name, "--out", str(file))
        assert (done.code, done.err) == (0, ""), file.name
        assert file.stat().st_size > 2, file.name


def test_a_pdf_is_painted_without_a_screen(data: DataFolder, tmp_path: Path) -> None:
    file = tmp_path / "f.PDF"
    wanted = inspect.signature(make_actions).parameters.values()
    runs = {each.name: unwanted for each in wanted if each.default is each.empty}
    request = parse(["form", "phu-luc-2", "--out", str(file), "--data", str(data.root)])
    actions = make_actions(**runs, form_pdf=form_pdf)  # pyright: ignore[reportArgumentType] - by name
    assert run(request, actions) == 0
    assert file.read_bytes().startswith(b"%PDF-")


def test_what_is_corrected_stands_in_every_later_file_with_its_trace(
    typed: CommandLine, data: DataFolder, tmp_path: Path
) -> None:
    done = typed("form", "correct", "status", "normal", "--site", "1", "--reason", "đã xác minh", "--person", "Lan")
    assert done.out == "Corrected; what stood there before stays readable.\n"
    form = json.loads(typed("form", "show").out)
    (row,) = [row for row in form["sites"] if row["site"] == "s001"]
    assert (row["status"], row["source"]) == ("normal", "manual")
    assert [(told["before"], told["after"], told["person"]) for told in form["trace"]] == [
        ("incident", "normal", "Lan")
    ]
    file = tmp_path / "f.csv"
    typed("form", "phu-luc-2", "--out", str(file))
    rows = list(csv.reader(io.StringIO(file.read_text(encoding="utf-8-sig")), delimiter=";"))
    assert any(row[:2] == ["1", "Hoài Nhơn"] and row[2].startswith("☒ Bình thường") for row in rows)
    assert rows[-1][-1] == "đã xác minh"


def test_a_confirmation_keeps_what_was_confirmed_and_the_signed_copy(
    typed: CommandLine, data: DataFolder, tmp_path: Path
) -> None:
    scan = tmp_path / "scan.pdf"
    scan.write_bytes(b"%PDF-")
    done = typed("form", "confirm", "unit_leader", "Nguyễn Văn A", "--title", "Chánh VP", "--signed", str(scan))
    assert done.out == "Confirmed by Nguyễn Văn A.\n"
    with OfficeStore(data.office_file) as office:
        (kept,) = office.register.present(FormConfirmation)
    told = json.loads(typed("form", "show").out)
    assert kept.log_head == told["log_head"]
    assert len(kept.content_hash) == len(kept.signed_copy) == 64
    assert told["confirmed"][0]["still"] is True


def test_a_rating_is_added_to_what_was_rated_before(typed: CommandLine, data: DataFolder, tmp_path: Path) -> None:
    typed("form", "rate", "1", "--sound", "4")
    assert typed("form", "rate", "Hoài Nhơn", "--line", "2", "--remark", "rè").out == "The rating is kept.\n"
    file = tmp_path / "f.xlsx"
    typed("form", "phu-luc-2", "--out", str(file))
    sheet = openpyxl.load_workbook(file).worksheets[1]
    assert "4 / – / 2" in [cell.value for row in sheet.iter_rows() for cell in row]


def test_recordings_are_reminded_of_and_noted_when_they_were_registered(typed: CommandLine, data: DataFolder) -> None:
    assert typed("form", "hand-over").err == "Nothing has to be handed over of this session.\n"
    with OfficeStore(data.office_file) as office:
        office.register.put([Meeting(id="cuoc-hop-1", wishes=(Wish.STORE_MEDIA,))], "Minh")
    assert "the regulation names no time" in typed("form", "hand-over").out
    assert typed("form", "hand-over", "--received-by", "Sở Y tế").out.startswith("Noted that")
    with OfficeStore(data.office_file) as office:
        (kept,) = office.register.present(RecordingHandover)
    assert kept.received_by == "Sở Y tế"


def test_a_ledger_is_of_the_days_that_were_named(typed: CommandLine, data: DataFolder, tmp_path: Path) -> None:
    with OfficeStore(data.office_file) as office:
        (row,) = office.sessions.all()
    file = tmp_path / "f.json"
    assert typed("form", "phu-luc-3", "--from", "2026-11-19", "--to", "2026-11-19", "--out", str(file)).code == 0
    told = json.loads(file.read_text(encoding="utf-8"))
    # The session was written today and held on the 19th: it counts where both lie within a day of each other.
    assert len(told["rows"]) in (0, 1)
    assert row.opened_ms > 0


def test_a_blank_form_needs_no_session(typed: CommandLine, tmp_path: Path) -> None:
    folder(typed.data)
    for name in BLANK:
        assert typed("form", name, "--blank", "--out", str(tmp_path / "f.docx")).code == 0


REFUSED: list[tuple[tuple[str, ...], str]] = [
    (("phu-luc-2", "--out", "f.odt"), "f.odt must end in .pdf, .docx, .xlsx, .csv or .json."),
    (("phu-luc-2", "--out", "f.pdf"), "PDF cannot be made here."),
    (("incident", "--incident", "i99", "--out", "f.csv"), "The session has no incident “i99”."),
    (("incident", "--blank", "--out", "f.csv"), "There is no blank form of incident."),
    (("correct", "status", "tốt", "--site", "1", "--reason", "x"), "There it can only be said: normal,"),
    (("correct", "status", "normal", "--site", "99", "--reason", "x"), "The session has no site “99”."),
    (("correct", "status", "normal", "--site", "1", "--reason", " "), "A correction needs a reason."),
    (("correct", "camera", "", "--site", "1", "--reason", "x"), "That is what stands there already."),
    (("phu-luc-3", "--from", "19/11/2026", "--out", "f.csv"), "“19/11/2026” is no day;"),
    (("phu-luc-3", "--from", "2026-12-01", "--to", "2026-11-01", "--out", "f.csv"), "The first day, 01/12/2026,"),
    (("show", "--session", "zzz"), "There is no session “zzz” here;"),
]


def test_what_cannot_be_done_is_one_sentence(typed: CommandLine, data: DataFolder) -> None:
    for arguments, sentence in REFUSED:
        done = typed("form", *arguments)
        assert (done.code, done.out) == (2, ""), arguments
        assert done.err.startswith(sentence)
        assert done.err.count("\n") == 1


def test_a_folder_without_a_session_says_so(typed: CommandLine) -> None:
    assert typed("form", "show").err.startswith("No session has been held")


def test_it_speaks_vietnamese(typed: CommandLine, data: DataFolder) -> None:
    typed.words = Spoken("vi")
    assert typed("form", "correct", "subject", "Họp báo", "--reason", " ").err == "Sửa biểu mẫu phải nêu lý do.\n"
    typed.words = Spoken("en")
