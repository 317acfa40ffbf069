"""Pictures of the office window's pages of forms, of recordings and of statistics, from a made-up log."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QWidget

from console.lines.line_quality import LineSummary
from console.office.form_records import (
    Confirms,
    FormConfirmation,
    FormCorrection,
    FormField,
    FormName,
    SiteRating,
    confirmation_id,
)
from console.office.office_rules import OfficeRules
from console.office.record import Version
from console.office.session_name import SessionName
from console.records.form_corrections import correct
from console.records.gathered import Gathered, OfficeSide, put_together
from console.records.ledger import Held, Ledger, ledger
from console.records.recording_files import FileState, RecordedFile
from console.records.session_story import tell
from console.records.wishes import AnyWish, FormWanted, LedgerWanted, ProofWanted, RecordingsHeld, RecordingsWanted
from console.regulation.calendar import read_calendar
from console.regulation.profile import read_profile
from tests.console.records.a_log import CHAIN, large_log, moment_of
from tests.own_process import ROOT
from widgets.office.forms.recordings_page import RecordingsPage
from widgets.office.forms.session_page import SessionFormsPage
from widgets.office.office_window import OfficeWindow
from widgets.office.register_store import RegisterStore

Shoot = Callable[[Path, str, QWidget], None]
RULES = OfficeRules(
    profile=read_profile((ROOT / "resources/profiles/vn-binh-dinh.json").read_bytes(), "0"),
    calendar=read_calendar((ROOT / "resources/regulation/working_calendar_vn.json").read_bytes()),
)
NOW_MS = moment_of("2026-11-20 09:00:00")


def gathered() -> Gathered:
    """Returns a meeting of 36 sites: one lost, one with a broken camera, one place corrected, confirmed since."""
    log = large_log(36)
    story = tell(log.lines)
    told = correct(log.form, FormField.STATUS, "s003", "", "chưa rõ nguyên nhân tiếng bị rè")
    signed = FormConfirmation(
        id=confirmation_id(told.session, FormName.SESSION, Confirms.TECHNICIAN),
        session=told.session,
        form=FormName.SESSION,
        role=Confirms.TECHNICIAN,
        full_name="Nguyễn Văn An",
        title="Chuyên viên",
    )
    side = OfficeSide(
        corrections=(version_of(told, told.id, "chưa rõ nguyên nhân tiếng bị rè", 1),),
        confirmations=(Version[FormConfirmation](**facts("form-confirmation", signed.id, "", 2), content=signed),),
        ratings={"s001": SiteRating(id="s/s001", session=told.session, site="s001", sound=4, picture=5, line=2)},
    )
    lines = {"s001": LineSummary(points=900, loss_percent=1.4, worst_loss_percent=22.0, round_trip_ms=48.0)}
    return put_together(story, CHAIN, side, None, lines)


def version_of(told: FormCorrection, id_: str, reason: str, line: int) -> Version[FormCorrection]:
    return Version[FormCorrection](**facts("form-correction", id_, reason, line), content=told)


def facts(kind: str, id_: str, reason: str, line: int) -> dict[str, Any]:
    """Returns what stands beside a record's content."""
    told: dict[str, Any] = {"line": line, "kind": kind, "id": id_, "version": 1, "wall_ms": NOW_MS - 3_600_000}
    return {**told, "person": "Nguyễn Văn An", "reason": reason}


def recorded_file(name: str, length_ms: int, file_bytes: int) -> RecordedFile:
    sha256 = f"{file_bytes:x}".rjust(10, "7") + "3fa9c2e15b8d40" * 4
    return RecordedFile(file=f"s/{name}", length_ms=length_ms, file_bytes=file_bytes, sha256=sha256[:64])


FILES = (
    recorded_file("program-01.mkv", 3_734_000, 1_215_400_000),
    recorded_file("program-02.mkv", 2_211_000, 731_900_000),
    recorded_file("picture-001.jpg", 0, 212_000),
)


def answer_of(forms: Gathered, wish: AnyWish) -> Gathered | Ledger | RecordingsHeld | FileState:
    """Returns what the page is told of a wish: three files, one of them changed since."""
    match wish:
        case FormWanted():
            return forms
        case RecordingsWanted():
            lying = {file.file: file.file_bytes for file in FILES}
            return RecordingsHeld(gathered=forms, files=FILES, folder="/recordings", lying_bytes=lying)
        case ProofWanted():
            return FileState.CHANGED if wish.file == FILES[1] else FileState.WHOLE
        case LedgerWanted():
            return ledger([Held(facts=forms.facts, host_unit="Văn phòng UBND tỉnh")], 0, 2**45)


def shoot_forms(folder: Path, shoot: Shoot) -> None:
    """Writes both pages at both sizes."""
    forms = gathered()
    session = SessionName(forms.form.session, forms.form.subject, forms.form.start_ms)
    for suffix, size in (("1920x1080", (1920, 1080)), ("1366x768", (1366, 768))):
        for name in ("session-forms", "recordings", "statistics"):
            store = RegisterStore(lambda: NOW_MS, "Nguyễn Văn An")

            def answer(wish: AnyWish, store: RegisterStore = store) -> None:
                store.take_read(wish, answer_of(forms, wish))

            store.reading_wanted.connect(answer)
            store.take_rules(RULES)
            store.take_sessions((session,))
            window = OfficeWindow(store)
            window.resize(*size)
            window.show()
            window.open_page(name)
            if isinstance(page := window.page, SessionFormsPage):
                page.table.choose("s001", FormField.STATUS)
            if isinstance(page, RecordingsPage):
                page.prove.click()
                page.table.selectRow(1)
            shoot(folder, f"office_{name}_{suffix}", window)
