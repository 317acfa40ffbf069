"""What this machine has: serial ports that a camera may be on, and USB cameras that turn.

Rules: nothing is sent to a serial port, for something else may be on it; a USB camera is asked for its controls alone.
Blocking: belongs on a thread.
"""

import sys
from dataclasses import dataclass
from typing import Final

from hardware.cameras.usb.controls import UsbTrouble
from hardware.cameras.usb.usb_driver import system_controls

MOST: Final = 64
LONGEST_NAME: Final = 100


@dataclass(frozen=True, slots=True)
class SerialPort:
    """One serial port; `name` is what the system says of the adapter."""

    device: str
    name: str


@dataclass(frozen=True, slots=True)
class UsbCamera:
    """One camera at this machine; `turns` False: it is a fixed one, or another program keeps it."""

    device: str
    name: str
    turns: bool
    tried: bool
    """False: the way to such cameras on this system has never been tried by anybody."""


def serial_ports() -> tuple[SerialPort, ...]:
    """Returns the serial ports of this machine; those of the board that nothing is known of are left out."""
    from serial.tools import list_ports

    found = (SerialPort(str(port.device), _plain(port.description)) for port in list_ports.comports())
    return tuple(sorted(found, key=lambda port: port.device))[:MOST]


def usb_cameras() -> tuple[UsbCamera, ...]:
    """Returns the cameras of this machine; of one with several device files that which turns."""
    cameras = [_looked_at(device, name) for device, name in _devices()[:MOST]]
    turning = {camera.name for camera in cameras if camera.turns}
    return tuple(camera for camera in cameras if camera.turns or camera.name not in turning)


def _devices() -> list[tuple[str, str]]:
    """Returns (device, name) pairs: device files on Linux, names on Windows, nothing elsewhere."""
    if sys.platform == "linux":
        from hardware.cameras.usb.v4l2 import device_files

        return device_files()
    if sys.platform == "win32":
        from hardware.cameras.usb.directshow import camera_names

        try:
            return [(name, name) for name in camera_names()]
        except UsbTrouble:
            return []
    return []


def _looked_at(device: str, name: str) -> UsbCamera:
    controls = system_controls(device)
    try:
        turns = bool(controls.open())
    except UsbTrouble:
        turns = False
    finally:
        controls.close()
    return UsbCamera(device, _plain(name), turns, tried=sys.platform == "linux")


def _plain(text: object) -> str:
    said = "" if text is None else str(text)
    return " ".join("".join(letter if letter.isprintable() else " " for letter in said).split())[:LONGEST_NAME]
