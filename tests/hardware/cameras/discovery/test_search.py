"""Searching for cameras: over the loopback, by direct question and by multicast, and what this machine itself has."""

import asyncio
import os
import pty
from pathlib import Path

import pytest

from hardware.cameras.discovery import local_cameras, ws_discovery
from hardware.cameras.discovery.local_cameras import serial_ports, usb_cameras
from hardware.cameras.discovery.onvif_knock import knock
from hardware.cameras.discovery.search import search
from hardware.cameras.discovery.ws_discovery import NetworkCamera, find_onvif, own_addresses
from hardware.simulator.cameras.onvif_camera import OnvifCamera
from hardware.simulator.cameras.onvif_finder import OnvifFinder
from hardware.simulator.cameras.onvif_server import OnvifServer
from hardware.simulator.cameras.onvif_temper import OnvifTemper

LOOPBACK = "127.0.0.1"
HALL = NetworkCamera(LOOPBACK, 8081, "Hội trường", "PTZ 20x", "Tầng 2")


@pytest.mark.parametrize("spoiled", [None, b"<a>", b"\xff" * 2000])
async def test_a_camera_is_found_by_a_direct_question(spoiled: bytes | None) -> None:
    finder = OnvifFinder("http://192.168.0.90:8081/onvif/device_service", spoiled)
    port = await finder.open()
    try:
        found = await find_onvif([LOOPBACK, "no address", "256.1.1.1"], seconds=0.7, interfaces=(), port=port)
    finally:
        finder.close()
    assert found == (HALL,)
    assert finder.questions == 2


async def test_a_camera_is_found_by_multicast() -> None:
    finder = OnvifFinder(f"http://{LOOPBACK}:8081/onvif/device_service")
    port = await finder.open(multicast=True)
    try:
        found = await find_onvif(seconds=0.7, interfaces=[LOOPBACK], port=port)
    finally:
        finder.close()
    assert found == (HALL,)


async def test_nobody_answers_and_no_interface_is_there() -> None:
    assert await find_onvif([LOOPBACK], seconds=0.1, interfaces=["203.0.113.9"], port=9) == ()
    assert LOOPBACK in own_addresses()


async def test_a_camera_beyond_multicast_is_found_at_its_port_without_a_login() -> None:
    server = OnvifServer(OnvifCamera(temper=OnvifTemper(login_for_time=True)))
    port = await server.open()
    try:
        assert await knock(LOOPBACK, (9, port)) == port
        server.camera.temper.babbles = True
        assert await knock(LOOPBACK, (port,)) is None
        server.camera.temper.silent = True
        assert await knock(LOOPBACK, (port,), seconds=0.1) is None
    finally:
        await server.close()


async def test_one_search_looks_everywhere_and_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("hardware.cameras.discovery.onvif_knock.PORTS", (9,))
    monkeypatch.setattr(ws_discovery, "own_addresses", list)
    async with asyncio.timeout(10):
        found = await search([LOOPBACK], seconds=0.2)
    assert found.usb == usb_cameras()
    assert all(port.device for port in found.serial)


def test_serial_ports_are_listed_by_what_the_system_says(monkeypatch: pytest.MonkeyPatch) -> None:
    from serial.tools import list_ports, list_ports_common

    controller, line = pty.openpty()
    try:
        port = list_ports_common.ListPortInfo(os.ttyname(line))
        port.description = "USB-RS422\x00 adapter\n"
        monkeypatch.setattr(list_ports, "comports", lambda: [port])
        (found,) = serial_ports()
        assert (found.device, found.name) == (os.ttyname(line), "USB-RS422 adapter")
    finally:
        os.close(controller)
        os.close(line)


def test_a_camera_that_cannot_be_asked_is_listed_as_fixed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "video0"
    file.touch()
    monkeypatch.setattr(local_cameras, "_devices", lambda: [(str(file), "Camera"), (str(tmp_path / "video9"), "Gone")])
    found = usb_cameras()
    assert [(camera.name, camera.turns) for camera in found] == [("Camera", False), ("Gone", False)]
