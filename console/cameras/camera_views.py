"""What windows see of cameras: the main endpoint's, and those that satellites have named.

Rule: a camera's key is its name at the main endpoint, `site/name` elsewhere; names of cameras hold no slash.
"""

from collections.abc import Iterator

from msgspec.structs import replace

from console.cameras.camera_facts import CameraFacts
from console.cameras.cameras import on_air
from console.cameras.shown_camera import shown_camera
from console.cameras.standing import camera_key, drift_of, known_camera
from console.podium.scenes import program_slots
from console.snapshot import CameraView
from console.state import State
from console.words import MAIN_SITE


def camera_parts(state: State) -> Iterator[tuple[str, tuple[object, ...]]]:
    """Yields the key of every camera with what its view is made of."""
    if not state.cameras and not state.site_cameras:
        return
    moved = (
        state.durable.presets,
        state.moving,
        state.drives,
        state.camera_failures,
        state.cover,
        state.technicians_hands,
        program_slots(state),
    )
    for camera in state.cameras:
        yield f"camera/{camera.camera}", (camera, *moved)
    for site, cameras in state.site_cameras.items():
        for camera in cameras:
            yield f"camera/{site}/{camera.camera}", (camera, *moved)


def camera_view(state: State, name: str) -> CameraView:
    """Returns one camera; `name` is what follows `camera/` in its key."""
    site, _, camera = name.rpartition("/")
    facts = known_camera(state, site or MAIN_SITE, camera)
    return _view(state, site or MAIN_SITE, facts if facts is not None else CameraFacts(camera=camera))


def _view(state: State, site: str, facts: CameraFacts) -> CameraView:
    key = camera_key(site, facts.camera)
    moving, drive = state.moving.get(key), state.drives.get(key)
    return replace(
        shown_camera(facts, site),
        drift=drift_of(state, site, facts.camera),
        covered=state.cover is not None and state.cover.site == site,
        on_air=on_air(state, site),
        current=state.durable.presets.get(key),
        moving=moving is not None or drive is not None,
        target=None if moving is None else moving.preset,
        stage=None if moving is None else facts.stage,
        technician=key in state.technicians_hands,
        driven_by=None if drive is None else drive.request.actor.person,
        failure=state.camera_failures.get(key),
    )
