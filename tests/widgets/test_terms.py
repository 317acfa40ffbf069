"""The province's words in the window: every phrase says them, in both languages, and at once."""

from collections.abc import Iterator

import pytest
from msgspec.structs import replace
from pytestqt.qtbot import QtBot

from console.regulation.province import Terms
from console.sites.site_standing import SiteStanding
from console.snapshot import TermsView
from console.words import Reason
from tests.console.regulation.provinces import PROFILES
from tests.screenshots import scene as scenes
from tests.screenshots.rooms import PaintedRooms
from tests.widgets.conftest import OpenConsole
from tests.widgets.seen_texts import texts_of
from widgets.phrases.console import console_words
from widgets.phrases.console.action_words import ACTION_HINTS
from widgets.phrases.language import use_language
from widgets.phrases.terms import in_terms, use_terms
from widgets.satellite.satellite_window import SatelliteWindow


@pytest.fixture(autouse=True)
def _own_words_afterwards() -> Iterator[None]:
    yield
    use_terms(None)
    use_language("vi")


def test_a_phrase_says_the_main_endpoint_in_the_provinces_word() -> None:
    assert console_words.main_endpoint_chip() == "Điểm cầu chính"
    use_terms(PROFILES["vn-thanh-hoa"].terms)
    assert console_words.main_endpoint_chip() == "Điểm cầu chủ tọa"
    assert ACTION_HINTS["safe-stop"]() == "Tắt mọi mic trừ điểm cầu chủ tọa, ngay lập tức"
    use_terms(PROFILES["vn-dong-nai"].terms)
    assert console_words.main_endpoint_missing() == "Điểm cầu chủ trì chưa kết nối"


def test_english_has_its_own_words() -> None:
    use_language("en")
    use_terms(PROFILES["vn-thanh-hoa"].terms)
    assert console_words.main_endpoint_chip() == "Chair endpoint"


def test_capitals_stay_capitals_and_nothing_is_put_in_twice() -> None:
    use_terms(PROFILES["vn-dong-nai"].terms)
    assert in_terms("ĐIỂM CẦU CHÍNH và điểm cầu vệ tinh", "vi") == "ĐIỂM CẦU CHỦ TRÌ và điểm cầu thành phần"


def test_words_of_the_phrases_themselves_change_nothing() -> None:
    use_terms(None)
    assert not use_terms(Terms()), "no window is said anew"
    assert not use_terms(PROFILES["vn-default"].terms)
    assert in_terms("điểm cầu chính, Sở quản lý", "vi") == "điểm cầu chính, Sở Khoa học và Công nghệ"


def test_a_sites_window_says_what_its_bridge_told_it(dressed: object, qtbot: QtBot) -> None:
    window = SatelliteWindow(PaintedRooms(), lambda: scenes.NOW_MS)
    qtbot.addWidget(window)
    ordered = SiteStanding(joined=True, site_name="Phường Tân Lập", site_number=2, reason=Reason.STANDING_ORDER)
    window.show_state(ordered)
    assert window.microphone.accessibleDescription() == "Theo lệnh của điểm cầu chính"
    window.show_state(replace(ordered, main_word="điểm cầu chủ trì", main_word_english="host endpoint"))
    assert window.microphone.accessibleDescription() == "Theo lệnh của điểm cầu chủ trì"


def test_an_open_window_changes_its_words_when_the_snapshot_comes(open_console: OpenConsole) -> None:
    scene = scenes.every_alarm()
    console = open_console(scene)
    before = {text for _, text in texts_of(console.window) if "điểm cầu chính" in text.lower()}
    assert before
    terms = PROFILES["vn-thanh-hoa"].terms
    view = TermsView(profile_id="vn-thanh-hoa", profile_version="1", profile_name="Thanh Hóa", terms=terms)
    whole = scene.whole()
    console.store.take(replace(whole, number=whole.number + 1, views={**whole.views, "terms": view}))
    assert console.store.terms == terms
    said = [text for _, text in texts_of(console.window)]
    assert [text for text in said if "điểm cầu chính" in text.lower()] == []
    assert any("điểm cầu chủ tọa" in text.lower() for text in said)
