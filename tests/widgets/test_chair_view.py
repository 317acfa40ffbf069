"""The chair's view: who speaks and who is next, decided by touch once, and nothing of a meeting that is over."""

from collections.abc import Callable

import msgspec
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from console.commands import ApproveFloor, RefuseFloor, RestoreFloor
from console.effects import Receipt
from console.incidents.incident_commands import DecideFallback
from console.notes.record_facts import Fallback, Incident
from console.notes.record_snapshot import RecordView
from console.snapshot import Delta, FloorView, SessionView, SilenceView
from console.words import FallbackAct, FloorSource, IncidentCategory, Outcome, Reason
from tests.screenshots import scene as scenes
from tests.screenshots.second_screens import chair_meeting, dropped, nobody_decided, over_time
from tests.widgets.screens import Screen, open_screen
from widgets.controls.buttons import PaintedButton
from widgets.controls.store import Store
from widgets.drawing import theme
from widgets.phrases import use_language
from widgets.screens.chair_facts import (
    SpeechTime,
    Standing,
    following,
    silence_of,
    speaker_of,
    speech_time_of,
    undecided,
)
from widgets.screens.chair_layout import NAME, SMALL, TIMER, lay_out
from widgets.screens.chair_requests import DEAF_MS, RequestCard
from widgets.screens.chair_view import ChairView

OpenChair = Callable[..., Screen[ChairView]]


@pytest.fixture
def open_chair(dressed: QApplication, qtbot: QtBot) -> OpenChair:
    def open_over(scene: scenes.Scene, size: tuple[int, int] = (1920, 1080)) -> Screen[ChairView]:
        return open_screen(qtbot, ChairView, scene, size)

    return open_over


def store_over(scene: scenes.Scene) -> Store:
    store = Store(lambda: scenes.NOW_MS)
    store.take(scene.whole())
    return store


def cards(chair: Screen[ChairView]) -> list[RequestCard]:
    return [card for card in chair.window.requests.cards if card.isVisible()]


def sites_in(chair: Screen[ChairView]) -> list[str]:
    return [card.state.name for card in cards(chair) if card.state is not None]


def press(button: PaintedButton) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def publish(chair: Screen[ChairView], qtbot: QtBot, number: int, floor: FloorView) -> None:
    chair.store.take(Delta(number=number, put={"floor": floor}))
    qtbot.wait(60)


def without(chair: Screen[ChairView], request_id: str) -> FloorView:
    floor = chair.store.floor
    left = tuple(request for request in floor.requests if request.request_id != request_id)
    return msgspec.structs.replace(floor, requests=left)


# ---------------------------------------------------------------- facts


def test_who_speaks_is_said_with_the_three_facts_behind_it() -> None:
    speaker = speaker_of(store_over(chair_meeting()))
    assert (speaker.standing, speaker.badge, speaker.name) == (Standing.LIVE, "ĐANG PHÁT BIỂU", "Xã Ea Súp")
    assert (speaker.detail, speaker.microphone) == ("Phụ trách: Ông Y Thịnh Niê, Chủ tịch UBND xã", "Mic mở · nghe rõ")


def test_a_lost_speaker_keeps_the_turn_and_is_no_longer_live() -> None:
    assert speaker_of(store_over(dropped())).standing is Standing.DROPPED


def test_nobody_on_the_podium_is_the_main_endpoint() -> None:
    speaker = speaker_of(store_over(scenes.calm_meeting()))
    assert (speaker.standing, speaker.name) == (Standing.MAIN, "Trung tâm hội nghị tỉnh")


def test_time_left_turns_amber_by_the_rules_warning_and_goes_on_over_time() -> None:
    time = speech_time_of(store_over(chair_meeting()))
    assert time is not None
    assert (time.left_seconds, time.warned, time.over) == (48, True, False)
    late = speech_time_of(store_over(over_time()))
    assert late is not None
    assert (late.left_seconds, late.over) == (-32, True)
    assert not SpeechTime(spent_seconds=150, limit_seconds=300, warning_seconds=120).warned
    assert SpeechTime(spent_seconds=180, limit_seconds=300, warning_seconds=120).warned
    assert SpeechTime(spent_seconds=9_000, limit_seconds=None, warning_seconds=60).left_seconds is None


def test_next_are_the_site_on_deck_and_those_whom_the_chair_let_speak() -> None:
    store = store_over(chair_meeting())
    assert [one.name for one in following(store)] == ["Xã Ea Nuôl", "Xã Cuôr Đăng", "Phường Tân Lập"]
    assert [one.ready for one in following(store)] == [True, False, False]
    assert [request.site for request in undecided(store)] == ["s011", "s024"]


def test_where_nobody_was_decided_upon_next_is_the_queue() -> None:
    store = store_over(nobody_decided())
    waiting = [request.site for request in undecided(store)]
    names = [view.name for site in waiting if (view := store.site(site)) is not None]
    assert [one.name for one in following(store)] == ["Xã Ea Nuôl", *names][:3]


def test_the_speaker_and_those_who_wait_are_named() -> None:
    scene = chair_meeting()
    floor = scene.views["floor"]
    assert isinstance(floor, FloorView)
    named = tuple(
        msgspec.structs.replace(request, person=f"Bà {index}") for index, request in enumerate(floor.requests)
    )
    scene.views["floor"] = msgspec.structs.replace(floor, requests=named, speaker_person="Ông Y Thịnh Êban")
    store = store_over(scene)
    assert speaker_of(store).detail.startswith("Ông Y Thịnh Êban")
    assert following(store)[1].details[0].startswith("Bà ")


def test_the_script_needs_no_word_of_the_chair() -> None:
    scene = nobody_decided()
    floor = scene.views["floor"]
    assert isinstance(floor, FloorView)
    by_script = msgspec.structs.replace(floor.requests[1], source=FloorSource.SCRIPT)
    scene.views["floor"] = msgspec.structs.replace(floor, requests=(floor.requests[0], by_script))
    assert [one.name for one in following(store_over(scene))] == ["Xã Ea Nuôl", "Xã Cuôr Đăng"]


def test_silent_are_counted_as_the_banner_counts_and_the_open_are_named() -> None:
    silence = silence_of(store_over(chair_meeting()))
    assert silence.wordings[-1] == "34/36 im lặng"
    assert silence.open_names == ["Phường Thành Nhất", "Xã Ea Tul"]
    assert silence_of(store_over(nobody_decided())).safe_stop


def test_without_an_order_only_those_known_to_be_silent_count() -> None:
    scene = chair_meeting()
    scene.views["silence"] = SilenceView(in_force=False)
    # 36 sites: one on the podium, one forgotten, one open against its order, one lost
    assert silence_of(store_over(scene)).wordings[-1] == "32/35 im lặng"


# ---------------------------------------------------------------- decisions


def test_a_touch_lets_a_request_through_once(open_chair: OpenChair, qtbot: QtBot) -> None:
    chair = open_chair(chair_meeting())
    assert sites_in(chair) == ["Xã Ea Bung", "Xã Cư Pơng"]
    button = cards(chair)[0].approve
    for _ in range(4):
        press(button)
    assert chair.commands == [ApproveFloor(request_id="r11")]
    assert not button.isEnabled()
    assert button.accessibleName() == "Đồng ý cho Xã Ea Bung phát biểu"


def test_a_second_tap_never_falls_on_the_request_that_moved_up(open_chair: OpenChair, qtbot: QtBot) -> None:
    chair = open_chair(chair_meeting())
    press(cards(chair)[0].approve)
    chair.store.take_receipt(Receipt(command_id="c1", outcome=Outcome.DONE), ApproveFloor(request_id="r11"))
    publish(chair, qtbot, 2, without(chair, "r11"))
    assert sites_in(chair) == ["Xã Cư Pơng"]
    press(cards(chair)[0].approve)
    assert len(chair.commands) == 1
    qtbot.wait(DEAF_MS + 50)
    press(cards(chair)[0].approve)
    assert chair.commands[1:] == [ApproveFloor(request_id="r24")]


def test_a_press_that_began_on_another_request_decides_nothing(open_chair: OpenChair, qtbot: QtBot) -> None:
    chair = open_chair(chair_meeting())
    button = cards(chair)[0].refuse
    QTest.mousePress(button, Qt.MouseButton.LeftButton)
    publish(chair, qtbot, 2, without(chair, "r11"))
    qtbot.wait(DEAF_MS + 50)
    QTest.mouseRelease(button, Qt.MouseButton.LeftButton)
    assert chair.commands == []


def test_what_was_refused_stays_for_a_while_and_can_be_taken_back(open_chair: OpenChair, qtbot: QtBot) -> None:
    chair = open_chair(chair_meeting())
    before = chair.store.floor
    press(cards(chair)[0].refuse)
    assert chair.commands == [RefuseFloor(request_id="r11")]
    publish(chair, qtbot, 2, without(chair, "r11"))
    chair.store.take_receipt(Receipt(command_id="c1", outcome=Outcome.DONE), RefuseFloor(request_id="r11"))
    assert sites_in(chair) == ["Xã Ea Bung", "Xã Cư Pơng"], "nothing slides under the finger"
    card = cards(chair)[0]
    assert card.take_back.isVisible()
    assert not card.approve.isVisible()
    qtbot.wait(DEAF_MS + 50)
    press(card.take_back)
    assert chair.commands[1:] == [RestoreFloor(request_id="r11")]
    chair.store.take_receipt(Receipt(command_id="c2", outcome=Outcome.DONE), RestoreFloor(request_id="r11"))
    publish(chair, qtbot, 3, before)
    assert sites_in(chair) == ["Xã Ea Bung", "Xã Cư Pơng"]
    assert cards(chair)[0].approve.isVisible()


def test_a_decision_that_was_not_taken_says_so_and_may_be_given_again(open_chair: OpenChair, qtbot: QtBot) -> None:
    chair = open_chair(chair_meeting())
    press(cards(chair)[0].approve)
    refused = Receipt(command_id="c1", outcome=Outcome.REFUSED, reason=Reason.LOG_BEHIND)
    chair.store.take_receipt(refused, ApproveFloor(request_id="r11"))
    state = cards(chair)[0].state
    assert state is not None
    assert state.details == ("chưa ghi nhận được, hãy bấm lại",)
    qtbot.wait(DEAF_MS + 50)
    chair.clock.now_ms += DEAF_MS
    press(cards(chair)[0].approve)
    assert len(chair.commands) == 2


def test_without_the_bridge_nothing_can_be_decided(open_chair: OpenChair, qtbot: QtBot) -> None:
    chair = open_chair(chair_meeting())
    chair.store.set_link_lost(True)
    qtbot.waitUntil(lambda: not cards(chair)[0].approve.isEnabled())
    press(cards(chair)[0].approve)
    assert chair.commands == []


# ---------------------------------------------------------------- what is seen


def test_red_frames_who_is_live_and_nobody_else(open_chair: OpenChair, qtbot: QtBot) -> None:
    live = open_chair(chair_meeting())
    edge = QPoint(round(live.window.areas.speaker.x()) + 2, 400)
    assert live.window.grab().toImage().pixelColor(edge) == theme.LIVE
    calm = open_chair(scenes.calm_meeting())
    image = calm.window.grab().toImage()
    ground = [image.pixelColor(x, y) for x in range(0, 1920, 7) for y in range(700, 1080, 7)]
    assert theme.LIVE not in ground


def test_a_meeting_that_is_over_leaves_no_name_and_no_button(open_chair: OpenChair, qtbot: QtBot) -> None:
    chair = open_chair(chair_meeting())
    chair.store.take(Delta(number=2, put={"session": SessionView(running=False)}))
    qtbot.waitUntil(lambda: not cards(chair))
    assert chair.window.accessibleDescription() == "Phiên họp đã kết thúc"
    image = chair.window.grab().toImage()
    seen = {image.pixelColor(x, y).name() for x in range(0, 1920, 5) for y in range(0, 1080, 5)}
    assert not seen & {theme.LIVE.name(), theme.NEXT.name(), theme.WARNING.name()}
    assert chair.window.picture_size().isEmpty()


@pytest.mark.parametrize(("width", "height"), [(1920, 1080), (1440, 900), (1366, 768), (1280, 720), (3840, 2160)])
@pytest.mark.parametrize("requests", [0, 1, 5])
def test_letters_keep_their_size_and_parts_do_not_overlap(width: int, height: int, requests: int) -> None:
    layout = lay_out(width, height, requests)
    assert layout.size(SMALL) >= 30
    assert (layout.size(NAME), layout.size(TIMER)) >= (68, 148)
    parts = [layout.head, layout.speaker, layout.next_heading, *layout.next_cards, layout.foot]
    parts += [layout.requests_heading, *layout.requests] if requests else []
    for index, one in enumerate(parts):
        assert 0 <= one.left() < one.right() <= width
        assert 0 <= one.top() < one.bottom() <= height
        assert not any(one.intersects(other) for other in parts[index + 1 :])
    assert layout.picture.isEmpty() == (width < 1900)


@pytest.mark.parametrize("ratio", [1.25, 1.5, 2.0])
def test_a_system_that_enlarges_everything_changes_nothing_on_the_glass(ratio: float) -> None:
    plain, enlarged = lay_out(1920, 1080, 2), lay_out(1920 / ratio, 1080 / ratio, 2, least=1 / ratio)
    assert enlarged.size(TIMER) * ratio == pytest.approx(plain.size(TIMER), abs=ratio)
    assert enlarged.size(SMALL) * ratio >= 30
    assert enlarged.foot.top() * ratio == pytest.approx(plain.foot.top(), abs=2)
    assert len(enlarged.requests) == len(plain.requests)
    assert not enlarged.picture.isEmpty()


def test_the_picture_goes_before_the_letters(open_chair: OpenChair) -> None:
    assert not open_chair(chair_meeting()).window.picture_size().isEmpty()
    assert open_chair(chair_meeting(), (1366, 768)).window.picture_size().isEmpty()


def test_targets_are_large(open_chair: OpenChair) -> None:
    for size in ((1920, 1080), (1366, 768)):
        chair = open_chair(chair_meeting(), size)
        for card in cards(chair):
            for button in (card.approve, card.refuse):
                assert button.height() >= 60
                assert button.width() >= 120
                assert button.focusPolicy() is Qt.FocusPolicy.NoFocus


def test_every_word_is_english_too(open_chair: OpenChair, english: None) -> None:
    chair = open_chair(chair_meeting())
    assert (
        chair.window.accessibleDescription() == "SPEAKING: Xã Ea Súp. Next: Xã Ea Nuôl, Xã Cuôr Đăng, Phường Tân Lập."
    )
    assert cards(chair)[0].approve.text() == "Agree"


def test_the_language_changes_while_the_view_is_open(open_chair: OpenChair, english: None) -> None:
    chair = open_chair(chair_meeting())
    use_language("vi")
    chair.window.rephrase()
    assert chair.window.windowTitle() == "Màn hình chủ tọa"
    assert cards(chair)[0].approve.text() == "Đồng ý"


# ---------------------------------------------------------------- questions about failures


def asking() -> scenes.Scene:
    """Returns the chair's meeting while a site asks for another line."""
    asked = Fallback(act=FallbackAct.INTERNET, text="đường của xã", asked_ms=scenes.NOW_MS, asked_by="Lan")
    lost = Incident(
        incident_id="i4",
        text="đứt cáp",
        site="s017",
        at_ms=scenes.NOW_MS,
        person="Lan",
        category=IncidentCategory.LINE_LOST,
        fallback=asked,
    )
    scene = chair_meeting()
    scene.views["record"] = RecordView(incidents=(lost,))
    return scene


def test_a_question_about_a_failure_stands_first_and_is_answered_by_touch(open_chair: OpenChair, qtbot: QtBot) -> None:
    chair = open_chair(asking())
    card = chair.window.requests.cards[0]
    first = card.state
    assert first is not None
    assert first.name == "Xã Ea M'Droh"
    assert first.details[0] == "xin chuyển sang kết nối qua Internet · mất đường truyền · đường của xã"
    press(card.refuse)
    assert chair.commands == [DecideFallback(incident_id="i4", decided_by="Chủ tọa", approved=False)]
    record = chair.store.record
    assert record.incidents[0].fallback is not None
    decided = msgspec.structs.replace(record.incidents[0].fallback, approved=False, decided_ms=scenes.NOW_MS)
    incident = msgspec.structs.replace(record.incidents[0], fallback=decided)
    chair.store.take(Delta(number=2, put={"record": RecordView(incidents=(incident,))}))
    qtbot.wait(60)
    second = card.state
    assert second is not None
    assert not second.question


def test_a_question_that_the_bridge_did_not_take_can_be_answered_again(open_chair: OpenChair, qtbot: QtBot) -> None:
    chair = open_chair(asking())
    card = chair.window.requests.cards[0]
    press(card.approve)
    (command,) = chair.commands
    receipt = Receipt(command_id="c1", outcome=Outcome.REFUSED, reason=Reason.INCIDENT_CLOSED)
    chair.store.take_receipt(receipt, command)
    qtbot.wait(60)
    assert card.state is not None
    assert card.state.details == ("chưa ghi nhận được, hãy bấm lại",)
    assert card.approve.isEnabled()
