"""The step of the set-up that asks for the province's rules: what they leave open is chosen by somebody."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from console.regulation.profile_offer import ProfileOffer
from console.words import MuteRule
from widgets.guide.profile_page import ProfilePage

pytestmark = pytest.mark.usefixtures("dressed")
OFFERS = (
    ProfileOffer(id="vn-dak-lak", name="Đắk Lắk", in_use=True),
    ProfileOffer(id="vn-default", name="Mẫu chung", choices=tuple(MuteRule)),
    ProfileOffer(id="vn-dong-nai", name="Đồng Nai"),
)


@pytest.fixture
def page(qtbot: QtBot) -> Iterator[ProfilePage]:
    parent = QWidget()
    qtbot.addWidget(parent)
    made = ProfilePage(parent)
    made.show_profiles(OFFERS)
    made.rephrase()
    yield made
    parent.close()


def sent_by(page: ProfilePage) -> list[tuple[str, str]]:
    sent: list[tuple[str, str]] = []

    def note(profile: str, mute: str) -> None:
        sent.append((profile, mute))

    page.chosen.connect(note)
    return sent


def test_what_is_in_force_already_is_not_sent_again(page: ProfilePage) -> None:
    sent = sent_by(page)
    assert page.keep()
    assert sent == []
    page.profile.setCurrentIndex(2)
    assert page.keep()
    assert sent == [("vn-dong-nai", "")]


def test_a_rule_that_is_left_open_holds_the_step_until_somebody_chooses(page: ProfilePage) -> None:
    sent = sent_by(page)
    assert not page.mute.isVisibleTo(page)
    page.profile.setCurrentIndex(1)
    assert page.mute.isVisibleTo(page)
    assert not page.keep()
    assert "hãy chọn một quy tắc" in page.answer.text()
    page.mute.setCurrentIndex(2)
    page.rephrase()
    assert page.rule is list(MuteRule)[1]
    assert page.keep()
    assert sent == [("vn-default", list(MuteRule)[1].value)]


def test_an_office_with_a_profile_of_its_own_keeps_it_unless_another_is_picked(page: ProfilePage) -> None:
    sent = sent_by(page)
    page.show_profiles(OFFERS[1:])
    assert page.keep()
    assert sent == []


def test_without_an_answer_the_step_can_be_passed(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    page = ProfilePage(parent)
    assert page.keep()
    assert not page.use_button.isEnabled()
