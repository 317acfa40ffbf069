"""The page of security events: what it lists, narrows and writes."""

import csv

from PySide6.QtWidgets import QApplication

from console.configuration.configuration_parts import ConfigurationPart
from console.configuration.configuration_records import ChangeStanding, ConfigurationChange
from console.office.account_acts import AccountAct, AccountDeed
from console.office.record import Record
from console.office.security_acts import SecurityAct, SecurityDeed
from console.office.security_events import SecurityEvent, SecurityMatter, chain_break
from console.words import Misconduct
from tests.widgets.office.open_office import OpenOffice
from widgets.office.security_page import SecurityPage
from widgets.phrases.language import in_every_language
from widgets.phrases.office import security_page_words as words

EVENTS: tuple[tuple[Record, str], ...] = (
    (SecurityEvent(id="1", matter=SecurityMatter.REVOKED_CREDENTIAL, site="s002", what="credential_unknown"), ""),
    (SecurityAct(id="2", deed=SecurityDeed.REVOKED, site="s002"), "Hoa"),
    (AccountAct(id="3", deed=AccountDeed.LOGIN_FAILED, account="an"), "an"),
    (
        ConfigurationChange(
            id="4",
            part=ConfigurationPart.SETTINGS,
            standing=ChangeStanding.UNAPPROVED,
            before="https_port=8443",
            after="=HYPERLINK()",
        ),
        "",
    ),
    (SecurityEvent(id="5", matter=SecurityMatter.CLOCK_JUMP, what="3600000"), ""),
    (chain_break("register/2"), ""),
    (SecurityEvent(id="6", matter=SecurityMatter.STORM, count=400), ""),
    (SecurityEvent(id="7", matter=SecurityMatter.MISCONDUCT, site="s002", what="flood"), ""),
)


def opened(office: OpenOffice) -> SecurityPage:
    with office.register() as register:
        for record, person in EVENTS:
            register.register.put([record], person)
    office.window.open_page("security")
    office.settle()
    page = office.window.page
    assert isinstance(page, SecurityPage)
    return page


def texts(page: SecurityPage) -> list[list[str]]:
    table = page.table
    found = [[table.item(row, column) for column in range(table.columnCount())] for row in range(table.rowCount())]
    return [["" if item is None else item.text() for item in row] for row in found]


def test_everything_that_concerns_security_stands_in_one_list(office: OpenOffice) -> None:
    rows = {row[1]: row for row in texts(opened(office))}
    assert len(rows) == len(EVENTS)
    assert rows["DÙNG QUYỀN ĐÃ THU HỒI"][3] == "2 Xã Ea Nuôl"
    assert (rows["Quyền kết nối"][2], rows["Quyền kết nối"][4]) == ("Hoa", "thu hồi quyền kết nối của 2 Xã Ea Nuôl")
    assert rows["Điểm cầu gây hại"][3:] == ["2 Xã Ea Nuôl", "gửi dữ liệu quá mức, tạm ngắt hình và tiếng"]
    assert rows["Đồng hồ nhảy"][4] == "đồng hồ máy nhảy +3600.0 giây"
    assert rows["CHUỖI NHẬT KÝ ĐỨT"][4] == "không còn như khi ghi: register/2"
    assert "CHƯA ĐƯỢC ĐỒNG Ý" in rows["Thay đổi cấu hình"][4]


def test_it_is_narrowed_and_written_as_it_is_shown(office: OpenOffice) -> None:
    page = opened(office)
    file = office.data.root / "events.csv"
    page.matter.setCurrentIndex(page.matter.findData("configuration"))
    assert [row[1] for row in texts(page)] == ["Thay đổi cấu hình"]
    page.write_to(str(file))
    office.settle()
    rows = list(csv.reader(file.read_text(encoding="utf-8-sig").splitlines(), delimiter=";"))
    assert (len(rows), rows[0], rows[1][1]) == (2, words.headings(), "Thay đổi cấu hình")
    assert str(file) in page.hint.text()


def test_an_empty_list_says_so_and_can_not_be_written(office: OpenOffice) -> None:
    office.window.open_page("security")
    office.settle()
    page = office.window.page
    assert isinstance(page, SecurityPage)
    assert (page.said.text(), page.write.isEnabled()) == ("Chưa có sự kiện nào.", False)


def test_every_matter_and_deed_is_said(dressed: QApplication) -> None:
    told = ((words.matters, SecurityMatter), (words.account_deeds, AccountDeed), (words.misconducts, Misconduct))
    for said, form in told:
        assert set(said()) == {each.value for each in form}
        for value in said():
            assert len(in_every_language(lambda said=said, value=value: said()[value])) == 2


def test_a_freeze_wants_a_reason_on_the_pages_of_the_directory(office: OpenOffice) -> None:
    from console.configuration.configuration_records import ConfigurationFreeze, FreezeCause
    from console.log_book.session_file import Head
    from console.office.places import Device

    with office.register() as register:
        register.sessions.note_opened(session="s", meeting_uid="m", title="", head=Head(0, "0" * 64))
        freeze = ConfigurationFreeze(id="session", cause=FreezeCause.SESSION, since_ms=0, session="s")
        register.register.put([freeze], "Lan")
    refused: list[str] = []
    office.store.refused.connect(refused.append)
    camera = Device(id="c", name="Camera 1", site="s001")
    office.desk.put((camera,), "", None)
    office.settle()
    assert len(refused) == 1
    assert "cuộc họp chính thức đang diễn ra" in refused[0]
    office.desk.put((camera,), "thay camera hỏng", None)
    office.settle()
    with office.register() as register:
        assert register.register.get(Device, "c") == camera
        (change,) = register.register.all_versions(ConfigurationChange)
    assert change.content is not None
    assert (change.content.what, change.reason, change.content.standing) == (
        "Camera 1",
        "thay camera hỏng",
        ChangeStanding.OVERRIDDEN,
    )
