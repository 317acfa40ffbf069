"""The driver of an ONVIF camera: a polled one over SOAP. Nothing of the client library is loaded here."""

from collections.abc import Callable
from pathlib import Path

from console.cameras.camera_profile import CameraProfile
from hardware.cameras.camera_passwords import password_of
from hardware.cameras.head import TellEnd
from hardware.cameras.onvif.onvif_device import OnvifDevice
from hardware.cameras.polled.device import PolledDevice
from hardware.cameras.polled.polled_driver import PolledDriver


def onvif_driver(
    profile: CameraProfile, folder: Path | None, *, ended: TellEnd, changed: Callable[[], None]
) -> PolledDriver:
    """Returns the driver of a profile; its password is looked for in the folder of its presets."""

    def new_device() -> PolledDevice:
        password = "" if folder is None else password_of(folder, profile.camera)
        return OnvifDevice(profile.host, profile.wire_port, profile.user, password)

    return PolledDriver(profile, new_device, ended=ended, changed=changed)
