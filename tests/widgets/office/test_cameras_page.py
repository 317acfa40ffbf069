"""The page of a site's cameras: what works at each, what was found, what is written down, and its wrong answers."""

import msgspec
import pytest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from console.cameras.camera_profile import CameraKind, CameraProfile, Framing
from console.cameras.camera_words import CameraAbility, CameraLink
from console.cameras.setup_facts import (
    Adopted,
    CameraImport,
    Change,
    Found,
    ImportAnswer,
    PresetImport,
    SetUpAnswer,
    SwitchedOn,
    Tried,
    Works,
)
from console.configuration.configuration_records import ConfigurationFreeze, FreezeCause
from console.office.record import Version
from console.words import Reason
from widgets.controls.dialogs import Question
from widgets.office.camera_files import EXPORT, IMPORT, PLAN
from widgets.office.cameras_page import ADD, ADOPT, FIND, FORGET, LIST, REMOVE, TRY, WAKE, CamerasPage
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
    assert cells(made, 0)[:4] == ["Camera chính", "10.0.0.5:52381", "VISCA/UDP", "Camera sẵn sàng"]
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
    assert commands[-1] == (REMOVE, ("cameras", "remove", "main", "--person=Hạnh"))
    say(made, REMOVE, "Không ghi được tệp", done=False)
    assert made.said.text() == "▲ Không ghi được tệp"
    say(made, "department-import", "x")
    assert made.said.text() == "▲ Không ghi được tệp"
    say(made, FIND, SetUpAnswer(), done=False)
    assert made.said.text().startswith("Không tìm thấy camera nào")


# ---------------------------------------------------------------- login


def test_a_password_is_typed_into_the_command_and_is_in_no_argument(page: tuple[CamerasPage, Commands]) -> None:
    made, commands = page
    typed: list[tuple[str, tuple[str, ...], str]] = []

    def take(name: str, arguments: tuple[str, ...], secret: str) -> None:
        typed.append((name, arguments, secret))

    made.store.typed_command_wanted.connect(take)
    door = CameraProfile(camera="door", kind=CameraKind.ONVIF, host="10.0.0.9", user="admin")
    refused = Works(profile=door, link=CameraLink.LOGIN_REFUSED, password_kept=True)
    say(made, LIST, SetUpAnswer(cameras=(Works(profile=MAIN), refused)))
    made.table.selectRow(0)
    assert not made.password.isEnabled(), "a VISCA camera has no login"
    made.table.selectRow(1)
    assert "sai mật khẩu" in made.known.text()
    assert made.user.text() == "admin"
    assert "Đã lưu mật khẩu" in made.password.placeholderText()
    assert made.password.echoMode() is QLineEdit.EchoMode.Password
    made.user.setText("dieukhien")
    made.password.setText("bí mật")
    made.add.click()
    assert typed == [(ADD, ("cameras", "add", "door", "--person=Hạnh", "--user=dieukhien", "--password"), "bí mật")]
    assert not any("bí mật" in word for _, words in commands for word in words)
    assert made.password.text() == ""
    say(made, ADD, {"profile": door})
    assert commands[-1] == (LIST, ("cameras", "list", "--ask"))
    say(made, LIST, SetUpAnswer(cameras=(refused,)))
    made.table.selectRow(0)
    made.trial.click()
    say(made, TRY, Tried(camera="door", link=CameraLink.LOGIN_REFUSED), done=False)
    assert "sai tên, sai mật khẩu" in made.said.text()


def test_a_camera_in_standby_is_switched_on_from_the_page(page: tuple[CamerasPage, Commands]) -> None:
    made, commands = page
    asleep = Works(profile=MAIN, link=CameraLink.STANDBY, presets=6)
    say(made, LIST, SetUpAnswer(cameras=(asleep, Works(profile=NEW, link=CameraLink.READY))))
    made.table.selectRow(1)
    assert not made.wake.isEnabled()
    made.table.selectRow(0)
    assert cells(made, 0)[6] == "6"
    made.wake.click()
    assert commands[-1] == (WAKE, ("cameras", "switch-on", "main"))
    say(made, WAKE, SwitchedOn(camera="main", reason=Reason.CAMERA_CANNOT_WAKE), done=False)
    assert made.said.text().startswith("Không bật được camera: camera này không bật được từ xa")
    made.wake.click()
    say(made, WAKE, SwitchedOn(camera="main"))
    assert commands[-1] == (LIST, ("cameras", "list", "--ask"))


def test_all_that_is_known_of_the_chosen_camera_stands_in_one_line(page: tuple[CamerasPage, Commands]) -> None:
    made, _commands = page
    odd = CameraProfile(camera="odd", host="fd00::7", checks_sequence=False, reply_port=52381, min_gap_ms=40)
    works = Works(profile=odd, link=CameraLink.READY, failure=Reason.CAMERA_ELSEWHERE)
    say(made, LIST, SetUpAnswer(cameras=(works,)))
    assert not made.known.isVisibleTo(made)
    made.table.selectRow(0)
    known = made.known.text()
    for part in ("[fd00::7]:52381", "VISCA kiểu Sony qua UDP", "không báo vị trí", "tự đánh số", "cổng 52381", "40 ms"):
        assert part in known
    assert known.endswith("lỗi gần nhất: camera dừng ở vị trí khác với góc quay đã lưu")


# ---------------------------------------------------------------- files


def test_a_file_is_taken_only_after_it_was_shown_what_it_changes(
    page: tuple[CamerasPage, Commands], qtbot: QtBot
) -> None:
    made, commands = page
    say(made, LIST, SetUpAnswer(cameras=(Works(profile=MAIN, link=CameraLink.READY),)))
    made.files.give("/tmp/a.json")
    assert commands[-1] == (EXPORT, ("cameras", "export-all", "--", "/tmp/a.json"))
    say(made, EXPORT, {"cameras": []})
    assert "không có mật khẩu" in made.said.text()
    made.table.selectRow(0)
    made.files.ask("/tmp/b.json")
    assert commands[-1] == (PLAN, ("cameras", "import-all", "--plan", "--into=main", "--", "/tmp/b.json"))
    presets = (
        PresetImport(preset="Bục", change=Change.NEW),
        PresetImport(preset="Sân", change=Change.OTHER),
        PresetImport(preset="Cửa", change=Change.PROTECTED),
    )
    plan = ImportAnswer(cameras=(CameraImport(camera="main", title="Camera chính", presets=presets),))
    say(made, PLAN, plan)
    (question,) = made.findChildren(Question)
    shown = " ".join(label.text() for label in question.findChildren(QLabel))
    assert all(part in shown for part in ("góc mới: Bục (1)", "khác vị trí (ghi đè nếu chọn): Sân (1)", "Cửa (1)"))
    assert set(question.acting) == {"add", "overwrite"}
    question.acting["overwrite"].click()
    assert commands[-1] == (
        IMPORT,
        ("cameras", "import-all", "--overwrite", "--into=main", "--person=Hạnh", "--", "/tmp/b.json"),
    )
    say(made, IMPORT, msgspec.structs.replace(plan, done=True, overwritten=True))
    assert commands[-1] == (LIST, ("cameras", "list", "--ask"))
    say(made, LIST, SetUpAnswer(cameras=(Works(profile=MAIN, link=CameraLink.READY),)))
    assert made.said.text().startswith("Đã nhập 0 camera, 2 góc quay.")
    made.files.ask("/tmp/c.json")
    say(made, PLAN, "Tệp này không chứa camera hay góc quay của chương trình.", done=False)
    assert made.said.text() == "▲ Tệp này không chứa camera hay góc quay của chương trình."


# ---------------------------------------------------------------- another model, a password to be forgotten


def test_presets_of_another_model_are_named_and_said_to_hold_with_one_press(page: tuple[CamerasPage, Commands]) -> None:
    made, commands = page
    replaced = Works(
        profile=MAIN, link=CameraLink.READY, model="Sony A", of_another=("Bục", "Chủ tọa"), model_before="Sony B"
    )
    say(made, LIST, SetUpAnswer(cameras=(replaced,)))
    assert made.adopt.isHidden()
    made.table.selectRow(0)
    assert "Camera đã được thay (Sony B → Sony A): 2 góc quay là của camera khác" in made.known.text()
    assert not made.adopt.isHidden()
    made.adopt.click()
    assert commands[-1] == (ADOPT, ("cameras", "adopt", "main"))
    say(made, ADOPT, Adopted(camera="main", reason=Reason.CAMERA_UNREACHABLE), done=False)
    assert made.said.text().startswith("Chưa xác nhận được: ")
    say(made, ADOPT, Adopted(camera="main"))
    assert commands[-1] == (LIST, ("cameras", "list", "--ask"))
    say(made, LIST, SetUpAnswer(cameras=(Works(profile=MAIN, link=CameraLink.READY, model="Sony A"),)))
    assert made.said.text().startswith("Đã xác nhận")


def test_a_kept_password_is_forgotten_with_one_press(page: tuple[CamerasPage, Commands]) -> None:
    made, commands = page
    door = CameraProfile(camera="door", kind=CameraKind.ONVIF, host="10.0.0.9", user="admin")
    say(made, LIST, SetUpAnswer(cameras=(Works(profile=door, link=CameraLink.READY, password_kept=True),)))
    assert made.forget.isHidden()
    made.table.selectRow(0)
    assert not made.forget.isHidden()
    made.forget.click()
    assert commands[-1] == (FORGET, ("cameras", "forget-password", "door", "--person=Hạnh"))
    say(made, FORGET, "{}")
    say(made, LIST, SetUpAnswer(cameras=(Works(profile=door, link=CameraLink.LOGIN_REFUSED),)))
    assert made.said.text().startswith("Đã xóa mật khẩu")
    assert made.forget.isHidden()


def test_while_the_configuration_is_frozen_a_reason_is_asked_for_and_goes_with_what_changes(
    page: tuple[CamerasPage, Commands],
) -> None:
    made, commands = page
    made.begin()
    say(made, LIST, SetUpAnswer(cameras=(Works(profile=MAIN, link=CameraLink.READY),)))
    made.table.selectRow(0)
    made.why.setText("không hiện")
    made.remove.click()
    assert commands[-1] == (REMOVE, ("cameras", "remove", "main", "--person=Hạnh")), "nothing is frozen"
    say(made, REMOVE, "{}")
    say(made, LIST, SetUpAnswer(cameras=(Works(profile=MAIN, link=CameraLink.READY),)))
    freeze = ConfigurationFreeze(id="session", cause=FreezeCause.SESSION, since_ms=1)
    told = Version(line=1, kind="", id="session", version=1, wall_ms=1, person="", reason="", content=freeze)
    made.take(ConfigurationFreeze, (told,))
    made.why.setText(" camera hỏng ")
    made.table.selectRow(0)
    made.remove.click()
    assert commands[-1] == (REMOVE, ("cameras", "remove", "--reason=camera hỏng", "main", "--person=Hạnh"))
