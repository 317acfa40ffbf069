"""At which preset a camera stands, and whether it has left it without anything of ours having moved it.

Rule: what the log says of the last recall is believed until the camera itself says otherwise.
"""

from console.cameras.camera_facts import CameraFacts, find_name
from console.cameras.camera_words import CameraDrift
from console.state import State
from console.words import MAIN_SITE, SiteId


def camera_key(site: SiteId, camera: str) -> str:
    """Returns the key of a camera in the maps of the state."""
    return f"{site}/{camera}"


def known_camera(state: State, site: SiteId, camera: str) -> CameraFacts | None:
    """Returns what is known of a camera, None when its site has not named it."""
    cameras = state.cameras if site == MAIN_SITE else state.site_cameras.get(site, ())
    return next((known for known in cameras if known.camera == camera), None)


def drift_of(state: State, site: SiteId, camera: str) -> CameraDrift | None:
    """Returns how a camera at rest has left the preset that it was brought to, None where it has not."""
    key, known = camera_key(site, camera), known_camera(state, site, camera)
    preset = state.durable.presets.get(key)
    if preset is None or known is None or known.stands_at is None or not known.link.usable:
        return None
    moves = key in state.moving or key in state.drives
    if moves or find_name(known.presets, preset) is None or find_name(known.stands_at, preset) is not None:
        return None
    return CameraDrift.SLIGHT if find_name(known.near, preset) is not None else CameraDrift.AWAY
