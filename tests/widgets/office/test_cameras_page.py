"""The page of a site's cameras: what works at each, what was found, what is written down, and its wrong answers."""

import msgspec
import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from console.cameras.camera_profile import CameraKind, CameraProfile, Framing
from console.cameras.camera_words import CameraAbility, CameraLink
from console.cameras.setup_facts import Found, SetUpAnswer, Tried, Works
from console.words import Reason
from widgets.office.cameras_page import ADD, FIND, LIST, REMOVE, TRY, CamerasPage
from widgets.office.register_store import RegisterStore

MAIN = CameraProfile(camera="main", title="Camera chính", host="10.0.0.5")
NEW = CameraProfile(camera="camera-1", host="10.0.0.7", port=5678, framing=Framing.RAW_TCP)
USB = CameraProfile(camera="camera-2", kind=CameraKind.USB, device="/dev/video0")

Commands = list[tuple[str, tuple[str, ...]]]


@pytest.fixture
def page(dressed: QApplication, qtbot: QtBot) -> tuple[CamerasPage, Commands]:
    store, commands = RegisterStore(lambda: 1, "Hạnh"), Commands()
    made = CamerasPage(store)
    qtbot.addWidget(made)

    def take(name: str, arguments: tuple[str, ...]) -> None:
        commands.append((name, arguments))

    store.command_wanted.connect(take)
    return made, commands


def say(page: CamerasPage, name: str, answer: object, *, done: bool = True) -> None:
    text = answer if isinstance(answer, str) else msgspec.json.encode(answer).decode()
    page.store.show_answer(name, done, text)


def cells(page: CamerasPage, row: int) -> list[str]:
    items = [page.table.item(row, column) for column in range(page.table.columnCount())]
    return ["" if item is None else item.text() for item in items]


def test_opening_it_asks_every_camera_and_shows_what_works(page: tuple[CamerasPage, Commands]) -> None:
    made, commands = page
    made.begin()
    assert commands == [(LIST, ("cameras", "list", "--ask"))]
    assert not made.ask.isEnabled()
    works = Works(profile=MAIN, link=CameraLink.READY, abilities=(CameraAbility.DRIVE, CameraAbility.POSITION))
    say(made, LIST, SetUpAnswer(cameras=(works,)))
    assert cells(made, 0)[:4] == ["Camera chính", "10.0.0.5", "VISCA/UDP", "Camera sẵn sàng"]
    assert cells(made, 0)[4:9] == ["✓", "–", "–", "✓", "–"]
    assert made.said.text() == "Danh sách có 1 camera"
    assert made.ask.isEnabled()


def test_what_was_found_is_written_down_with_its_name_and_the_list_is_asked_again(
    page: tuple[CamerasPage, Commands],
) -> None:
    made, commands = page
    made.hosts.setText("10.0.0.7, 10.0.0.8")
    made.serial.setChecked(True)
    made.search.click()
    assert commands[-1] == (FIND, ("cameras", "find", "--serial", "--", "10.0.0.7", "10.0.0.8"))
    found = (Found(profile=MAIN, known_as="main"), Found(profile=NEW, model="PTZOptics"), Found(profile=USB))
    say(made, FIND, SetUpAnswer(found=found))
    assert made.said.text() == "Tìm thấy 2 camera mới, 1 camera đã có trong danh sách"
    assert [cells(made, row)[3] for row in range(2)] == ["Mới tìm thấy, chưa ghi"] * 2
    made.table.selectRow(0)
    assert not made.trial.isEnabled()
    made.title.setText("Camera hội trường")
    made.add.click()
    name, arguments = commands[-1]
    assert (name, arguments[:3]) == (ADD, ("cameras", "add", "camera-1"))
    assert {"--host=10.0.0.7", "--port=5678", "--framing=raw-tcp", "--title=Camera hội trường", "--detect"} <= set(
        arguments
    )
    say(made, ADD, {"profile": NEW})
    assert commands[-1] == (LIST, ("cameras", "list", "--ask"))
    say(made, LIST, SetUpAnswer(cameras=(Works(profile=NEW, link=CameraLink.READY),)))
    assert made.said.text().startswith("Đã ghi camera vào danh sách")
    assert [cells(made, row)[0] for row in range(made.table.rowCount())] == ["camera-1", "camera-2"]


@pytest.mark.parametrize(
    ("tried", "sentence", "short"),
    [
        (Tried(camera="main", link=CameraLink.READY, moved=True, came_back=True), "đã trở về chỗ cũ", "được"),
        (Tried(camera="main", link=CameraLink.READY, moved=True, came_back=False), "chưa về đúng", "không được"),
        (Tried(camera="main", link=CameraLink.READY, moved=False, came_back=True), "không quay", "không được"),
        (Tried(camera="main", link=CameraLink.READY), "không báo vị trí", "không báo"),
        (Tried(camera="main", link=CameraLink.STANDBY), "đang tắt", "không được"),
        (
            Tried(camera="main", link=CameraLink.READY, moved=False, reason=Reason.CAMERA_BUSY),
            "Camera không quay được",
            "không được",
        ),
    ],
)
def test_what_a_trial_showed_is_said_in_plain_words(
    page: tuple[CamerasPage, Commands], tried: Tried, sentence: str, short: str
) -> None:
    made, commands = page
    say(made, LIST, SetUpAnswer(cameras=(Works(profile=MAIN, link=CameraLink.READY),)))
    made.table.selectRow(0)
    made.trial.click()
    assert commands[-1] == (TRY, ("cameras", "try", "main"))
    say(made, TRY, tried, done=bool(tried.moved))
    assert sentence in made.said.text()
    assert cells(made, 0)[-1] == short


def test_a_command_that_failed_says_its_sentence_and_others_answers_are_not_ours(
    page: tuple[CamerasPage, Commands],
) -> None:
    made, commands = page
    say(made, LIST, SetUpAnswer(cameras=(Works(profile=MAIN, link=CameraLink.UNREACHABLE),)))
    made.table.selectRow(0)
    made.remove.click()
    assert commands[-1] == (REMOVE, ("cameras", "remove", "main"))
    say(made, REMOVE, "Không ghi được tệp", done=False)
    assert made.said.text() == "▲ Không ghi được tệp"
    say(made, "department-import", "x")
    assert made.said.text() == "▲ Không ghi được tệp"
    say(made, FIND, SetUpAnswer(), done=False)
    assert made.said.text().startswith("Không tìm thấy camera nào")
