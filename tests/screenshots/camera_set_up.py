"""Pictures of the page on which a site's cameras are set up: what works, what was found, what a trial showed."""

from collections.abc import Callable
from pathlib import Path

import msgspec
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from console.cameras.camera_profile import CameraKind, CameraProfile, Framing
from console.cameras.camera_words import CameraAbility, CameraLink
from console.cameras.setup_facts import Found, SetUpAnswer, Tried, Works
from console.words import Reason
from widgets.office.cameras_page import FIND, LIST, TRY, CamerasPage
from widgets.office.office_window import OfficeWindow
from widgets.office.register_store import RegisterStore

Shoot = Callable[[Path, str, QWidget], None]

MAIN = CameraProfile(camera="main", title="Camera bàn chủ tọa", host="192.168.10.21")
HALL = CameraProfile(camera="hall", title="Camera hội trường", host="192.168.10.22", framing=Framing.RAW_TCP)
DOOR = CameraProfile(camera="door", title="Camera lối vào", kind=CameraKind.ONVIF, host="192.168.10.40", user="admin")
ODD = CameraProfile(
    camera="odd",
    title="Camera bục phát biểu phía bên phải",
    host="2001:db8:85a3::8a2e:370:7334",
    port=52381,
    checks_sequence=False,
    late_ack=True,
    reply_port=52381,
    min_gap_ms=40,
)
LINE = CameraProfile(
    camera="line", title="Camera hàng ghế", framing=Framing.SERIAL, serial_port="/dev/ttyUSB0", has_memory=False
)
DESK = CameraProfile(camera="desk", title="Camera bàn thư ký", kind=CameraKind.USB, device="/dev/video0")
LISTED = (
    Works(profile=MAIN, link=CameraLink.READY, abilities=tuple(CameraAbility), presets=6),
    Works(profile=HALL, link=CameraLink.STANDBY, abilities=(CameraAbility.DRIVE, CameraAbility.PRESETS), presets=2),
    Works(profile=DOOR, link=CameraLink.UNREACHABLE, presets=12, password_kept=True),
)
SIX = (
    *LISTED,
    Works(profile=ODD, link=CameraLink.READY, abilities=(CameraAbility.DRIVE,), failure=Reason.CAMERA_ELSEWHERE),
    Works(profile=LINE, link=CameraLink.SILENT, abilities=(CameraAbility.DRIVE, CameraAbility.FOCUS)),
    Works(profile=DESK, link=CameraLink.READY, abilities=(CameraAbility.DRIVE, CameraAbility.PRESETS), presets=100),
)
FOUND = (
    Found(profile=CameraProfile(camera="camera-1", host="192.168.10.23"), model="Sony BRC-X400/SRG-X400"),
    Found(
        profile=CameraProfile(camera="camera-2", framing=Framing.SERIAL, serial_port="/dev/ttyUSB0", serial_address=2),
        name="USB-RS485",
    ),
    Found(
        profile=CameraProfile(camera="camera-3", kind=CameraKind.USB, device="/dev/video2"), name="Logitech PTZ Pro 2"
    ),
)


def shoot_camera_set_up(folder: Path, shoot: Shoot) -> None:
    """Writes the page at both sizes."""
    for suffix, size in (("1920x1080", (1920, 1080)), ("1366x768", (1366, 740))):
        for name, chosen, answers in (
            ("empty", 0, {LIST: SetUpAnswer()}),
            ("unreachable", 2, {LIST: SetUpAnswer(cameras=LISTED)}),
            ("six", 3, {LIST: SetUpAnswer(cameras=SIX)}),
            (
                "found",
                1,
                {
                    LIST: SetUpAnswer(cameras=LISTED),
                    FIND: SetUpAnswer(found=FOUND),
                    TRY: Tried(camera="main", link=CameraLink.READY, moved=True, came_back=True),
                },
            ),
        ):
            store = RegisterStore(lambda: 1_795_257_600_000, "Nguyễn Văn An")
            window = OfficeWindow(store)
            window.resize(*size)
            window.show()
            window.open_page(CamerasPage.name)
            for command, answer in answers.items():
                store.show_answer(command, True, msgspec.json.encode(answer).decode())
            if isinstance(window.page, CamerasPage) and window.page.table.rowCount():
                window.page.table.selectRow(chosen)
            QTest.qWait(30)
            shoot(folder, f"camera_set_up_{name}_{suffix}", window)
