"""Addresses that a camera names of itself, and positions between its coordinate spaces and ours."""

from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hardware.cameras.head import Position
from hardware.cameras.onvif.addresses import NoAddress, own_address, picture_addresses
from hardware.cameras.onvif.spaces import GENERIC, Spaces, spaces_of


@pytest.mark.parametrize(
    ("address", "host", "port", "own"),
    [
        ("http://10.0.0.5/onvif/ptz", "10.0.0.5", 80, "http://10.0.0.5/onvif/ptz"),
        ("http://10.0.0.5:8000/onvif/ptz?a=1", "10.0.0.5", 80, "http://10.0.0.5:8000/onvif/ptz?a=1"),
        ("https://10.0.0.5/onvif/ptz", "10.0.0.5", 80, "https://10.0.0.5/onvif/ptz"),
        ("http://192.168.0.90/onvif/ptz", "10.0.0.5", 8080, "http://10.0.0.5:8080/onvif/ptz"),
        ("http://127.0.0.1/cgi-bin/x", "10.0.0.5", 443, "https://10.0.0.5:443/cgi-bin/x"),
        ("http://user:secret@evil.example/onvif", "10.0.0.5", 80, "http://10.0.0.5:80/onvif"),
        ("http://user:secret@10.0.0.5/onvif", "10.0.0.5", 80, "http://10.0.0.5/onvif"),
        ("http://[fe80::1]:81/o", "fe80::1", 80, "http://[fe80::1]:81/o"),
        (" http://CAM.local/o ", "cam.LOCAL", 80, "http://cam.LOCAL/o"),
        ("http://10.0.0.9", "10.0.0.5", 80, "http://10.0.0.5:80/"),
        ("http:///onvif/ptz", "10.0.0.5", 8899, "http://10.0.0.5:8899/onvif/ptz"),
        ("/onvif/ptz?x=1", "10.0.0.5", 80, "http://10.0.0.5:80/onvif/ptz?x=1"),
        ("//10.0.0.5/onvif/ptz", "10.0.0.5", 8000, "http://10.0.0.5:8000/onvif/ptz"),
    ],
)
def test_a_login_goes_to_the_camera_alone(address: str, host: str, port: int, own: str) -> None:
    assert own_address(address, host, port) == own


@pytest.mark.parametrize(
    "address", ["", "nothing", "ftp://10.0.0.5/", "http://", "http://[::1", "http://10.0.0.5:99999/"]
)
def test_what_is_no_address_is_refused(address: str) -> None:
    with pytest.raises(NoAddress):
        own_address(address, "10.0.0.5", 80)


def test_a_picture_is_looked_for_at_two_places_at_most() -> None:
    assert picture_addresses("http://10.0.0.5/a.jpg", "10.0.0.5", 80) == (
        "http://10.0.0.5/a.jpg",
        "http://10.0.0.5:80/a.jpg",
    )
    assert picture_addresses("http://127.0.0.1/a.jpg", "10.0.0.5", 8080) == ("http://10.0.0.5:8080/a.jpg",)


@given(st.integers(-2000, 2000), st.integers(-1000, 1000), st.integers(0, 16000))
def test_a_position_comes_back_as_it_was_sent(pan: int, tilt: int, zoom: int) -> None:
    vector = Spaces().vector(Position(pan, tilt, zoom))
    assert -1 <= vector["PanTilt"]["x"] <= 1
    assert 0 <= vector["Zoom"]["x"] <= 1
    assert "space" not in vector["PanTilt"]
    back = Spaces().position(vector["PanTilt"]["x"], vector["PanTilt"]["y"], vector["Zoom"]["x"])
    assert back == Position(pan, tilt, zoom)


def space(uri: str, **ranges: tuple[Any, Any]) -> SimpleNamespace:
    spans = {name: SimpleNamespace(Min=low, Max=high) for name, (low, high) in ranges.items()}
    return SimpleNamespace(URI=uri, **spans)


def test_a_camera_without_the_generic_space_is_spoken_to_in_its_own() -> None:
    degrees = space("http://maker/PanTiltSpaces/Degrees", XRange=(-170.0, 170.0), YRange=(-30.0, 90.0))
    spaces = spaces_of([degrees], [space("http://maker/ZoomSpaces/Times", XRange=(1, 20))])
    assert spaces.position(170.0, 90.0, 20.0) == Position(2000, 1000, 16000)
    vector = spaces.vector(Position(1000, -400, 0))
    assert (vector["PanTilt"]["x"], vector["PanTilt"]["y"]) == (85.0, -30.0)
    assert (vector["PanTilt"]["space"], vector["Zoom"]["x"]) == ("http://maker/PanTiltSpaces/Degrees", 1)


def test_the_generic_space_is_preferred_and_nonsense_is_taken_as_it() -> None:
    generic = space(f"http://www.onvif.org/ver10/tptz/PanTiltSpaces{GENERIC}", XRange=(-1.0, 1.0), YRange=(-1.0, 1.0))
    odd = space("http://maker/odd", XRange=(5, 5), YRange=(None, "x"))
    assert spaces_of([odd, generic], []).pan_tilt_space is None
    assert spaces_of([odd], []).position(1.0, 1.0, 1.0) == Position(2000, 1000, 16000)
    assert spaces_of([], []) == Spaces()
    assert spaces_of([SimpleNamespace()], [SimpleNamespace(URI=None, XRange=None)]) == Spaces()
