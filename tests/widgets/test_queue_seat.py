"""The queue for the floor: moved by drag and key, urgency and the chair's yes shown and set, limits, a way back."""

import msgspec
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from console.commands import (
    AnyCommand,
    ApproveFloor,
    MoveFloorRequest,
    RefuseFloor,
    RestoreFloor,
    SetFloorUrgency,
    SetSpeechLimit,
)
from console.snapshot import Delta, FloorView, LogView
from console.words import FloorUrgency
from tests.screenshots import scene as scenes
from tests.widgets.conftest import Console, OpenConsole
from tests.widgets.hands import button, press
from widgets.controls import removed_requests
from widgets.controls.acts import Act
from widgets.floor.queue_row import QueueRow

CTRL, SHIFT, NONE = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.NoModifier,
)


def floor_of(scene: scenes.Scene) -> FloorView:
    view = scene.views["floor"]
    assert isinstance(view, FloorView)
    return view


def changed(scene: scenes.Scene, **changes: object) -> scenes.Scene:
    scene.views["floor"] = msgspec.structs.replace(floor_of(scene), **changes)
    return scene


def rows(console: Console) -> list[QueueRow]:
    return [row for row in console.window.queue._rows if row.isVisible()]


# ---------------------------------------------------------------- order


def drag(row: QueueRow, down: int, *, drop: bool = True) -> None:
    start = QPoint(200, 18)
    QTest.mousePress(row, Qt.MouseButton.LeftButton, NONE, start)
    for part in (0.5, 1.0):
        QTest.mouseMove(row, row.mapFromGlobal(row.mapToGlobal(start)) + QPoint(0, round(down * part)))
        QTest.qWait(10)
    if drop:
        QTest.mouseRelease(row, Qt.MouseButton.LeftButton, NONE, start)


def tall_queue(open_console: OpenConsole) -> Console:
    scene = scenes.speech_under_way()
    return open_console(changed(scene, requests=floor_of(scene).requests[:3], speaker=None, speech_started_ms=None))


def test_dragging_a_row_wishes_the_place_where_it_was_let_go(open_console: OpenConsole, qtbot: QtBot) -> None:
    console = tall_queue(open_console)
    shown = rows(console)
    first = shown[0]
    step = shown[1].y() - shown[0].y()
    console.window.queue._drag("r14", step)
    assert console.window.queue._drop_line.isVisible()
    console.window.queue._drop("r14")
    assert console.commands == [MoveFloorRequest(request_id="r14", position=1)]
    assert first.y() == shown[1].y() - step, "it moves when the bridge has moved it"


def test_the_mouse_drags_and_a_click_does_not(open_console: OpenConsole, qtbot: QtBot) -> None:
    console = tall_queue(open_console)
    row = rows(console)[0]
    qtbot.mouseClick(row, Qt.MouseButton.LeftButton, pos=QPoint(200, 18))
    assert console.commands == []
    drag(row, 60)
    assert len(console.commands) == 1
    assert isinstance(console.commands[0], MoveFloorRequest)


def test_escape_breaks_a_drag_off(open_console: OpenConsole, qtbot: QtBot) -> None:
    console = tall_queue(open_console)
    row = rows(console)[0]
    place = row.pos()
    drag(row, 60, drop=False)
    console.window.queue.setFocus()
    press(qtbot, console, Qt.Key.Key_Escape)
    QTest.mouseRelease(row, Qt.MouseButton.LeftButton)
    assert row.pos() == place
    assert console.commands == []


def test_a_request_that_goes_while_it_is_dragged_moves_nobody(open_console: OpenConsole) -> None:
    console = tall_queue(open_console)
    row = rows(console)[0]
    drag(row, 60, drop=False)
    left = tuple(request for request in console.store.floor.requests if request.request_id != "r14")
    console.store.take(Delta(number=2, put={"floor": FloorView(requests=left)}))
    QTest.mouseRelease(row, Qt.MouseButton.LeftButton)
    assert console.commands == []


def test_a_row_held_at_an_edge_brings_the_rest_of_the_queue(open_console: OpenConsole, qtbot: QtBot) -> None:
    scene = scenes.busy_meeting()
    console = open_console(scene)
    queue = console.window.queue
    queue.resize(queue.width(), queue.height_of(2))
    shown = [row.request_id for row in rows(console)]
    everybody = [request.request_id for request in console.store.waiting_requests]
    assert shown == everybody[:2]
    drag(rows(console)[0], 400, drop=False)
    qtbot.waitUntil(lambda: everybody[-1] in {row.request_id for row in rows(console)})
    queue._drop(everybody[0])
    assert console.commands == [MoveFloorRequest(request_id=everybody[0], position=len(everybody) - 1)]
    assert not queue._scrolling.isActive()


def test_a_row_held_at_the_upper_edge_comes_to_the_first_place(open_console: OpenConsole, qtbot: QtBot) -> None:
    console = open_console(scenes.busy_meeting())
    queue = console.window.queue
    queue.resize(queue.width(), queue.height_of(2))
    everybody = [request.request_id for request in console.store.waiting_requests]
    console.window.selection.choose(console.store.waiting_requests[-1].site)
    last = next(row for row in rows(console) if row.request_id == everybody[-1])
    drag(last, -400, drop=False)
    qtbot.waitUntil(lambda: queue._first == 0)
    assert last.request_id == everybody[-1], "what is in the hand stays in the hand"
    QTest.mouseRelease(last, Qt.MouseButton.LeftButton)
    assert console.commands == [MoveFloorRequest(request_id=everybody[-1], position=0)]


# ---------------------------------------------------------------- urgency and the chair


@pytest.mark.parametrize(
    ("key", "modifier", "command"),
    [
        (Qt.Key.Key_2, CTRL, SetFloorUrgency(request_id="r2", urgency=FloorUrgency.PRIORITY)),
        (Qt.Key.Key_3, CTRL, SetFloorUrgency(request_id="r2", urgency=FloorUrgency.POINT_OF_ORDER)),
        (Qt.Key.Key_D, CTRL, ApproveFloor(request_id="r2")),
        (Qt.Key.Key_Delete, SHIFT, RefuseFloor(request_id="r2")),
    ],
)
def test_keys_set_urgency_and_the_chairs_word(
    open_console: OpenConsole, qtbot: QtBot, key: Qt.Key, modifier: Qt.KeyboardModifier, command: AnyCommand
) -> None:
    console = open_console(scenes.busy_meeting())
    console.window.selection.choose("s002")
    press(qtbot, console, key, modifier)
    assert console.commands == [command]
    assert console.window.selection.typed == ""


def test_what_is_so_already_is_not_offered(open_console: OpenConsole) -> None:
    scene = scenes.busy_meeting()
    first, *others = floor_of(scene).requests
    urgent = msgspec.structs.replace(first, urgency=FloorUrgency.PRIORITY, approved_ms=scenes.NOW_MS)
    console = open_console(changed(scene, requests=(urgent, *others)))
    console.window.selection.choose("s014")
    console.window.commands.follow()
    offered = {act for act in Act if console.window.commands.action(act).isEnabled()}
    assert {Act.REQUEST_NORMAL, Act.REQUEST_POINT_OF_ORDER, Act.REFUSE_REQUEST} <= offered
    assert not {Act.REQUEST_PRIORITY, Act.APPROVE_REQUEST} & offered
    assert rows(console)[0].accessibleDescription().startswith("ưu tiên, chủ tọa đồng ý lúc ")


# ---------------------------------------------------------------- the speech


def speech(open_console: OpenConsole, spent_seconds: int, limit: int | None = 300) -> Console:
    started = scenes.NOW_MS - spent_seconds * 1000
    return open_console(changed(scenes.busy_meeting(), speech_started_ms=started, speech_limit_seconds=limit))


@pytest.mark.parametrize(
    ("spent", "limit", "seconds"), [(250, 300, 360), (299, 300, 360), (430, 300, 480), (4_000, 300, 4_020)]
)
def test_a_minute_more(open_console: OpenConsole, qtbot: QtBot, spent: int, limit: int, seconds: int) -> None:
    console = speech(open_console, spent, limit)
    qtbot.mouseClick(button(console, "add-minute"), Qt.MouseButton.LeftButton)
    assert console.commands == [SetSpeechLimit(seconds=seconds)]


def test_without_a_limit_there_is_no_minute_more_but_a_limit_can_be_set(
    open_console: OpenConsole, qtbot: QtBot
) -> None:
    console = speech(open_console, 100, None)
    assert not button(console, "add-minute").isVisible()
    press(qtbot, console, Qt.Key.Key_Plus)
    assert console.commands == []
    choices = {choice.text(): choice for choice in console.window.queue.speech.limits_menu().actions()}
    assert choices["Không giới hạn"].isChecked()
    choices["10 phút"].trigger()
    assert console.commands == [SetSpeechLimit(seconds=600)]


def test_the_plus_key_gives_a_minute(open_console: OpenConsole, qtbot: QtBot) -> None:
    console = speech(open_console, 10)
    press(qtbot, console, Qt.Key.Key_Plus)
    assert console.commands == [SetSpeechLimit(seconds=360)]


@pytest.mark.parametrize(
    ("spent", "word"), [(100, "Đang phát biểu"), (252, "còn 48 s"), (332, "QUÁ GIỜ 00:32"), (239, "Đang phát biểu")]
)
def test_the_limit_is_warned_and_its_end_said(open_console: OpenConsole, spent: int, word: str) -> None:
    console = speech(open_console, spent)
    notes, _, _ = console.window.queue.speech._note(console.store.floor)
    assert notes[0] == word


# ---------------------------------------------------------------- the way back


def take_out(console: Console, request_id: str, kind: str) -> None:
    left = tuple(request for request in console.store.floor.requests if request.request_id != request_id)
    line = scenes.line(18_440, 0, kind, int(request_id[1:]), request_id=request_id)
    log = LogView(lines=18_440, durable_lines=18_440, tail=(line,))
    floor = msgspec.structs.replace(console.store.floor, requests=left)
    console.store.take(Delta(number=2, put={"floor": floor, "log": log}))


@pytest.mark.parametrize(
    ("kind", "why"),
    [
        ("floor-skipped", "vừa bỏ qua"),
        ("floor-refused", "chủ tọa không đồng ý"),
        ("floor-withdrawn", "vừa rút yêu cầu"),
    ],
)
def test_what_was_taken_out_can_be_put_back(open_console: OpenConsole, qtbot: QtBot, kind: str, why: str) -> None:
    console = open_console(scenes.busy_meeting())
    take_out(console, "r19", kind)
    removed = console.window.queue._removed_row
    assert removed.isVisible()
    assert removed.accessibleName() == f"19 · Xã Cuôr Đăng: {why}"
    back = removed.findChild(QAbstractButton, "restore-request")
    assert back is not None
    qtbot.mouseClick(back, Qt.MouseButton.LeftButton)
    assert console.commands == [RestoreFloor(request_id="r19")]


def test_the_way_back_goes_after_a_while(
    open_console: OpenConsole, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(removed_requests, "KEPT_MS", 60)
    console = open_console(scenes.busy_meeting())
    take_out(console, "r19", "floor-skipped")
    qtbot.waitUntil(lambda: not console.window.queue._removed_row.isVisible(), timeout=2_000)


def test_a_speech_that_ended_was_not_taken_out(open_console: OpenConsole) -> None:
    scene = scenes.busy_meeting()
    first, *others = floor_of(scene).requests
    console = open_console(changed(scene, requests=(msgspec.structs.replace(first, granted=True), *others)))
    take_out(console, "r14", "speech-ended")
    assert not console.window.queue._removed_row.isVisible()


def test_another_meeting_takes_nothing_out(open_console: OpenConsole) -> None:
    console = open_console(scenes.busy_meeting())
    console.store.take(scenes.calm_meeting().whole(number=1))
    other = scenes.calm_meeting()
    other.views["session"] = msgspec.structs.replace(other.views["session"], session="two")
    console.store.take(other.whole(number=9))
    assert not console.window.queue._removed_row.isVisible()
