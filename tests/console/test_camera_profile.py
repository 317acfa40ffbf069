"""The cameras file: what it says, and one sentence for every way in which it can be wrong."""

import pytest

from console.cameras.camera_profile import BadCameras, CameraKind, CameraProfile, Framing, read_cameras
from console.trouble import TroubleKind


def test_a_small_file_says_enough() -> None:
    (camera,) = read_cameras(b'\xef\xbb\xbf{"cameras": [{"camera": "main", "host": "192.168.1.88"}]}')
    assert camera == CameraProfile(camera="main", host="192.168.1.88")
    assert (camera.framing, camera.wire_port, camera.slots) == (Framing.SONY_UDP, 52381, tuple(range(16)))


def test_every_framing_has_its_usual_port() -> None:
    ports = {framing: CameraProfile(camera="a", host="h", framing=framing).wire_port for framing in Framing}
    assert ports == {
        Framing.SONY_UDP: 52381,
        Framing.SONY_TCP: 52381,
        Framing.RAW_UDP: 1259,
        Framing.RAW_TCP: 5678,
        Framing.SERIAL: 0,
    }
    assert CameraProfile(camera="a", host="h", port=7000).wire_port == 7000


def test_slots_with_functions_of_their_own_are_never_used() -> None:
    camera = CameraProfile(camera="a", host="h", first_slot=85, last_slot=102)
    assert camera.slots == (85, 86, 87, 88, 89, 100, 101, 102)


def test_an_empty_file_names_no_camera() -> None:
    assert read_cameras(b"{}") == ()


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("", TroubleKind.CAMERAS_BAD),
        ("[]", TroubleKind.CAMERAS_BAD),
        ('{"camera": []}', TroubleKind.CAMERAS_BAD),
        ('{"cameras": [{"camera": "main"}]}', TroubleKind.CAMERA_WITHOUT_PLACE),
        ('{"cameras": [{"camera": "main", "host": "h", "framing": "serial"}]}', TroubleKind.CAMERA_WITHOUT_PLACE),
        ('{"cameras": [{"camera": "a", "serial_port": "COM3", "serial_address": 8}]}', TroubleKind.CAMERAS_BAD),
        ('{"cameras": [{"camera": "Phòng họp", "host": "h"}]}', TroubleKind.CAMERAS_BAD),
        ('{"cameras": [{"camera": "a/b", "host": "h"}]}', TroubleKind.CAMERAS_BAD),
        ('{"cameras": [{"camera": "a", "host": "h", "port": 0}]}', TroubleKind.CAMERAS_BAD),
        ('{"cameras": [{"camera": "a", "host": "h", "framing": "udp"}]}', TroubleKind.CAMERAS_BAD),
        ('{"cameras": [{"camera": "a", "host": "h o s t"}]}', TroubleKind.CAMERAS_BAD),
        ('{"cameras": [{"camera": "a", "host": "h", "speed": 9600}]}', TroubleKind.CAMERAS_BAD),
        ('{"cameras": [{"camera": "a", "kind": "onvif"}]}', TroubleKind.CAMERA_WITHOUT_PLACE),
        ('{"cameras": [{"camera": "a", "kind": "usb", "host": "h"}]}', TroubleKind.CAMERA_WITHOUT_PLACE),
        ('{"cameras": [{"camera": "a", "kind": "usb", "device": "/dev/video0\\n"}]}', TroubleKind.CAMERAS_BAD),
        ('{"cameras": [{"camera": "a", "kind": "onvif", "host": "h", "password": "x"}]}', TroubleKind.CAMERAS_BAD),
        ('{"cameras": [{"camera": "a", "host": "h"}, {"camera": "a", "host": "i"}]}', TroubleKind.CAMERA_TWICE),
        (
            '{"cameras": [{"camera": "a", "host": "h", "first_slot": 90, "last_slot": 99}]}',
            TroubleKind.CAMERA_WITHOUT_SLOTS,
        ),
        ("[" * 70_000, TroubleKind.FILE_TOO_LARGE),
    ],
    ids=str,
)
def test_what_is_wrong_is_said_in_one_sentence(text: str, kind: TroubleKind) -> None:
    with pytest.raises(BadCameras) as caught:
        read_cameras(text.encode())
    assert caught.value.trouble is not None
    assert caught.value.trouble.kind is kind
    assert str(caught.value).endswith(".")


def test_cameras_of_other_kinds() -> None:
    hall, desk = read_cameras(
        b'{"cameras": [{"camera": "hall", "kind": "onvif", "host": "10.0.0.9", "user": "ptz"},'
        b' {"camera": "desk", "kind": "usb", "device": "/dev/video0"}]}'
    )
    assert (hall.kind, hall.wire_port, hall.user) == (CameraKind.ONVIF, 80, "ptz")
    assert (desk.kind, desk.device, desk.host) == (CameraKind.USB, "/dev/video0", "")
    assert hall.slots == desk.slots == tuple(range(200))
