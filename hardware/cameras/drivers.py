"""Which driver a camera gets: by what its profile says that it understands.

Rule: a kind is loaded with the first camera of it; a site without such a camera pays nothing for it.
"""

from collections.abc import Callable
from pathlib import Path

from console.cameras.camera_profile import CameraKind, CameraProfile
from hardware.cameras.head import HeadDriver, TellEnd


def driver_of(profile: CameraProfile, folder: Path, *, ended: TellEnd, changed: Callable[[], None]) -> HeadDriver:
    """Returns the driver of a profile, not yet opened, on the running loop; `folder` keeps presets and passwords."""
    if profile.kind is CameraKind.ONVIF:
        from hardware.cameras.onvif.onvif_driver import onvif_driver

        return onvif_driver(profile, folder, ended=ended, changed=changed)
    if profile.kind is CameraKind.USB:
        from hardware.cameras.usb.usb_driver import usb_driver

        return usb_driver(profile, ended=ended, changed=changed)
    from hardware.cameras.visca.visca_driver import ViscaDriver

    return ViscaDriver(profile, ended=ended, changed=changed)
