"""The light mode's control: there while something is delegated, orders about what is chosen, the end in words."""

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from console.commands import AnyCommand, BringToPodium, GrantFloor, MuteAll
from console.control.control_facts import OrderFacts
from console.control.control_messages import ControlledRequest, ControlledSite, ShowControl
from console.sites.site_standing import SiteStanding
from console.words import DelegatedRight, Outcome, Reason
from tests.screenshots import scene as scenes
from tests.screenshots.rooms import PaintedRooms
from widgets.satellite.satellite_control import ControlSheet
from widgets.satellite.satellite_window import SatelliteWindow

SITES = tuple(
    ControlledSite(site=f"s{number:03}", number=number, name=name, connected=number != 3, heard=number == 1)
    for number, name in ((1, "Phường Tân Lập"), (2, "Xã Ea Kar"), (3, "Xã Cư M'gar"))
)
GIVEN = ShowControl(
    rights=(DelegatedRight.SILENCE, DelegatedRight.PODIUM, DelegatedRight.FLOOR),
    until_ms=scenes.NOW_MS + 3_600_000,
    sites=SITES,
    requests=(ControlledRequest(request_id="r1", site="s002", person="Ông Ba"),),
)
JOINED = SiteStanding(joined=True, site_name="UBND thành phố", site_number=9)


@pytest.fixture
def window(dressed: QApplication, qtbot: QtBot) -> SatelliteWindow:
    made = SatelliteWindow(PaintedRooms(), lambda: scenes.NOW_MS)
    qtbot.addWidget(made)
    made.resize(1280, 720)
    made.show_state(JOINED)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


@pytest.fixture
def sheet(window: SatelliteWindow, qtbot: QtBot) -> ControlSheet:
    window.show_state(replace(JOINED, control=GIVEN))
    qtbot.keyClick(window, Qt.Key.Key_F10)
    opened = window.sheets.sheet
    assert isinstance(opened, ControlSheet)
    return opened


def test_there_is_no_control_until_it_is_given(window: SatelliteWindow, qtbot: QtBot) -> None:
    assert not window.tools.buttons["control"].isVisible()
    qtbot.keyClick(window, Qt.Key.Key_F10)
    assert window.sheets.sheet is None
    window.show_state(replace(JOINED, control=GIVEN))
    assert window.tools.buttons["control"].isVisible()


def test_an_order_is_about_the_site_that_is_chosen(window: SatelliteWindow, sheet: ControlSheet, qtbot: QtBot) -> None:
    given: list[AnyCommand] = []
    window.order_given.connect(given.append)
    assert not sheet.orders["podium"].isEnabled(), "nothing is chosen yet"
    qtbot.keyClicks(sheet.search, "ea kar")
    sheet.sites.setCurrentRow(1)
    qtbot.mouseClick(sheet.orders["podium"], Qt.MouseButton.LeftButton)
    sheet.requests.setCurrentRow(0)
    qtbot.mouseClick(sheet.orders["grant"], Qt.MouseButton.LeftButton)
    qtbot.mouseClick(sheet.orders["mute-all"], Qt.MouseButton.LeftButton)
    assert given == [BringToPodium(site="s002"), GrantFloor(request_id="r1"), MuteAll()]


def test_what_is_not_found_is_not_meant(window: SatelliteWindow, sheet: ControlSheet, qtbot: QtBot) -> None:
    sheet.sites.setCurrentRow(0)
    qtbot.keyClicks(sheet.search, "ea kar")
    given: list[AnyCommand] = []
    window.order_given.connect(given.append)
    sheet.order("podium")
    assert given == []


def test_only_what_a_right_allows_has_a_button(window: SatelliteWindow, sheet: ControlSheet) -> None:
    assert sheet.orders["mute-all"].isVisible()
    assert not sheet.orders["mark"].isVisible()
    window.show_state(replace(JOINED, control=replace(GIVEN, rights=(DelegatedRight.RECORD,))))
    assert sheet.orders["mark"].isVisible()
    assert not sheet.orders["mute-all"].isVisible()


def test_the_choice_stays_when_the_state_comes_anew(window: SatelliteWindow, sheet: ControlSheet) -> None:
    sheet.sites.setCurrentRow(1)
    heard = tuple(replace(site, heard=True) for site in SITES)
    window.show_state(replace(JOINED, control=replace(GIVEN, sites=heard)))
    assert sheet.sites.currentRow() == 1
    assert sheet.sites.item(1).text() == "2 Xã Ea Kar – micro được nghe"
    assert sheet.sites.item(2).text() == "3 Xã Cư M'gar – chưa kết nối"


def test_the_end_of_an_order_is_said(window: SatelliteWindow, sheet: ControlSheet) -> None:
    order = OrderFacts(wish_id="1", command=MuteAll(), made_ms=scenes.NOW_MS)
    window.show_state(replace(JOINED, control=GIVEN, order=order))
    assert sheet.ended.text() == "Đang thực hiện…"
    refused = replace(order, outcome=Outcome.REFUSED, reason=Reason.BEYOND_RIGHTS)
    window.show_state(replace(JOINED, control=GIVEN, order=refused))
    assert "việc này nằm ngoài quyền được giao" in sheet.ended.text()


def test_when_control_is_taken_back_nothing_is_left_to_press(window: SatelliteWindow, sheet: ControlSheet) -> None:
    window.show_state(replace(JOINED, control=ShowControl()))
    assert not any(button.isVisible() for button in sheet.orders.values())
    assert not window.tools.buttons["control"].isVisible()
    assert sheet.given.text() == "Điểm cầu này hiện không được giao quyền điều khiển nào."
