"""The driver of a USB camera: a polled one over the controls of the system that this runs on."""

import sys
from collections.abc import Callable

from console.cameras.camera_profile import CameraProfile
from hardware.cameras.head import TellEnd
from hardware.cameras.polled.device import PolledDevice
from hardware.cameras.polled.polled_driver import PolledDriver
from hardware.cameras.usb.controls import CameraControls
from hardware.cameras.usb.no_controls import NoControls


def usb_driver(profile: CameraProfile, *, ended: TellEnd, changed: Callable[[], None]) -> PolledDriver:
    """Returns the driver of a profile."""

    def new_device() -> PolledDevice:
        from hardware.cameras.usb.usb_device import UsbDevice

        return UsbDevice(lambda: system_controls(profile.device))

    return PolledDriver(profile, new_device, ended=ended, changed=changed)


def system_controls(device: str) -> CameraControls:
    """Returns the camera controls of this system: a device file on Linux, a camera's name on Windows."""
    if sys.platform == "linux":
        from hardware.cameras.usb.v4l2 import V4l2Controls

        return V4l2Controls(device)
    if sys.platform == "win32":
        from hardware.cameras.usb.directshow import DirectShowControls

        return DirectShowControls(device)
    return NoControls()
