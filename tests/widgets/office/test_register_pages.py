"""Pages of registers: steps in their order, duties done, batteries overdue, rules on paper."""

from PySide6.QtCore import QDate

from console.log_book.session_file import Head
from console.office.form_records import Shutdown
from console.office.places import Room
from console.office.plans import Plan
from console.office.registers import DutyDone, HouseRules, PowerItem
from console.records.house_rules import STANDARD_RULES, house_rules_paper
from console.records.page_model import Paragraph
from tests.widgets.office.open_office import NOW_MS, OpenOffice
from widgets.office.record_page import RecordPage
from widgets.office.registers.due_page import DuePage
from widgets.office.registers.house_rules_page import HouseRulesPage
from widgets.office.registers.obligations_page import ObligationsPage
from widgets.office.registers.power_page import PowerPage
from widgets.office.registers.shutdown_page import ShutdownPage

SESSION = "20261121-081500-ab12"


def tick(page: ShutdownPage, *steps: str) -> None:
    for step in steps:
        page.form.editors[step].show_value(True)
    page.form._say_edited()


def test_shutting_down_is_taken_in_the_order_of_the_profile_only(office: OpenOffice) -> None:
    with office.register() as register:
        register.sessions.note_opened(session=SESSION, meeting_uid="m", title="Giao ban", head=Head(0, "0" * 64))
    page = office.page("shutdowns")
    assert isinstance(page, ShutdownPage)
    assert [row[0] for row in office.rows(page)] == ["UBND tỉnh", "1 Phường Tân Lập", "2 Xã Ea Nuôl"]
    page.open_record(f"{SESSION}/s002")
    tick(page, "check_all", "power_off")
    page.save()
    assert page.message.text() == "▲ “Ngắt nguồn điện” chỉ được làm sau “Tắt thiết bị”."
    tick(page, "devices_off")
    page.save()
    assert page.message.text() == "▲ Cần điền người thực hiện."
    page.form.editors["done_by"].show_value("Nguyễn Văn An")
    page.save()
    office.settle()
    with office.register() as register:
        kept = register.register.get(Shutdown, f"{SESSION}/s002")
    assert kept is not None
    assert (kept.checked_ms, kept.devices_off_ms, kept.power_off_ms, kept.lens_cap_ms) == (NOW_MS, NOW_MS, NOW_MS, None)
    assert kept.done_by == "Nguyễn Văn An"
    assert office.rows(page)[2][1:5] == ["Có", "Có", "Có", "–"]


def test_a_recurring_duty_is_ticked_done_with_day_person_and_paper(office: OpenOffice) -> None:
    page = office.page("obligations")
    assert isinstance(page, ObligationsPage)
    duty = page.records()[0]
    page.open_record(duty.id)
    assert not page.form.editors["what"].isEnabled()
    page.form.editors["done_on"].show_value("2026-11-20")
    page.form._say_edited()
    page.save()
    assert page.message.text() == "▲ Cần điền ngày thực hiện và người thực hiện."
    page.form.editors["done_by"].show_value("Trần Thị Hương")
    page.form.editors["paper"].show_value("123/BC-VP")
    page.save()
    office.settle()
    with office.register() as register:
        done = register.register.get(DutyDone, duty.id)
    assert done == DutyDone(id=duty.id, done_on="2026-11-20", done_by="Trần Thị Hương", paper="123/BC-VP")


def test_what_has_to_be_looked_at_is_named_and_the_next_day_is_reckoned(office: OpenOffice) -> None:
    with office.register() as register:
        register.register.put(
            [
                PowerItem(
                    id="u", name="Bộ lưu điện", site="main", every_days=90, looked_on="2026-05-01", next_on="2026-07-30"
                ),
                PowerItem(id="m", name="Pin micro", site="main"),
            ],
            "Hương",
        )
    page = office.page("power")
    assert isinstance(page, PowerPage)
    assert (
        page.reminder.text() == "▲ 1 mục đã đến hạn kiểm tra: Bộ lưu điện\nTrước mỗi cuộc họp kiểm tra 1 mục: Pin micro"
    )
    page.open_record("u")
    page.form.editors["looked_on"].show_value("2026-11-21")
    page.form._say_edited()
    page.save()
    office.settle()
    with office.register() as register:
        kept = register.register.get(PowerItem, "u")
    assert kept is not None
    assert kept.next_on == QDate(2026, 11, 21).addDays(90).toString("yyyy-MM-dd")
    assert page.reminder.text() == "Trước mỗi cuộc họp kiểm tra 1 mục: Pin micro"


def test_house_rules_begin_with_what_the_regulations_ask_and_become_a_paper(office: OpenOffice) -> None:
    with office.register() as register:
        register.register.put([Room(id="r", name="Phòng họp số 1", site="main")], "Hương")
    page = office.page("house_rules")
    assert isinstance(page, HouseRulesPage)
    page.begin_new()
    page.form.editors["room"].show_value("r")
    page.form._say_edited()
    page.save()
    office.settle()
    with office.register() as register:
        (rules,) = register.register.present(HouseRules)
    assert rules.rules.splitlines() == list(STANDARD_RULES)
    paper = house_rules_paper(rules, "Phòng họp số 1")
    told = [block.text for block in paper.blocks if isinstance(block, Paragraph)]
    assert told[:2] == ["Số: …", f"Điều 1. {STANDARD_RULES[0]}"]
    assert len(told) == len(STANDARD_RULES) + 1
    assert page.paper(rules).startswith(b"%PDF")
    page.begin_new()
    page.form.editors["room"].show_value("r")
    page.form._say_edited()
    page.save()
    assert page.message.text() == "▲ Phòng này đã có nội quy; hãy sửa nội quy đã có."


def test_what_is_due_is_listed_and_opened_where_it_is_done(office: OpenOffice) -> None:
    plan = Plan(
        id="mất-điện", name="Mất điện", applies_when="mất điện lưới", steps="Chạy máy phát", review_on="2026-11-25"
    )
    with office.register() as register:
        register.register.put([plan], "Lan")
    office.window.open_page("due")
    office.settle()
    page = office.window.page
    assert isinstance(page, DuePage)
    cells = page.table.model()
    rows = [[cells.index(row, place).data() for place in (1, 2, 3)] for row in range(page.table.rowCount())]
    assert ["", "Rà soát lại phương án", "Mất điện"] in rows
    assert page.count.text() == f"{len(rows)} việc đến hạn"
    page.table.selectRow(rows.index(["", "Rà soát lại phương án", "Mất điện"]))
    page.open_current()
    office.settle()
    plans = office.window.page
    assert isinstance(plans, RecordPage)
    assert plans.name == "plans"
    assert plans.form.record == plan
