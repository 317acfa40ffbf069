"""Pictures of the office window's pages of forms and of statistics, from a made-up log."""

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
from console.records.ledger import Held, ledger
from console.records.session_story import tell
from console.records.wishes import AnyWish, FormWanted
from console.regulation.calendar import read_calendar
from console.regulation.profile import read_profile
from tests.console.records.a_log import CHAIN, large_log, moment_of
from tests.own_process import ROOT
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


def shoot_forms(folder: Path, shoot: Shoot) -> None:
    """Writes both pages at both sizes."""
    forms = gathered()
    session = SessionName(forms.form.session, forms.form.subject, forms.form.start_ms)
    for suffix, size in (("1920x1080", (1920, 1080)), ("1366x768", (1366, 768))):
        for name in ("session-forms", "statistics"):
            store = RegisterStore(lambda: NOW_MS, "Nguyễn Văn An")

            def answer(wish: AnyWish, store: RegisterStore = store) -> None:
                counted = ledger([Held(facts=forms.facts, host_unit="Văn phòng UBND tỉnh")], 0, 2**45)
                store.take_read(wish, forms if isinstance(wish, FormWanted) else counted)

            store.reading_wanted.connect(answer)
            store.take_rules(RULES)
            store.take_sessions((session,))
            window = OfficeWindow(store)
            window.resize(*size)
            window.show()
            window.open_page(name)
            if isinstance(page := window.page, SessionFormsPage):
                page.table.choose("s001", FormField.STATUS)
            shoot(folder, f"office_{name}_{suffix}", window)
