"""Which driver a camera gets: by how its profile says that it is spoken to.

Rule: a kind is loaded with the first camera of it; a site without such a camera pays nothing for it.
"""

from collections.abc import Callable

from console.cameras.camera_profile import CameraProfile
from hardware.cameras.head import HeadDriver, TellEnd


def driver_of(profile: CameraProfile, ended: TellEnd, changed: Callable[[], None]) -> HeadDriver:
    """Returns the driver of a profile, not yet opened; made on the running event loop."""
    from hardware.cameras.visca.visca_driver import ViscaDriver

    return ViscaDriver(profile, ended=ended, changed=changed)
