"""What a simulated ONVIF camera does otherwise than the standard says: one switch for every fault of real cameras.

Rule: switches only; `onvif_camera` and `onvif_server` act on them, at any time.
"""

from dataclasses import dataclass
from enum import StrEnum


class ForeignNames(StrEnum):
    """What becomes of a preset's name with letters beyond ASCII."""

    TAKEN = "taken"
    REFUSED = "refused"
    BREAKS_LIST = "breaks_list"
    """It is taken, and from then on the list of presets is no XML any more, for anybody."""


class Snapshot(StrEnum):
    """Whether there is a picture, and where the camera says that it is."""

    THERE = "there"
    MISSING = "missing"
    ELSEWHERE = "elsewhere"
    """At `http://127.0.0.1/…` without the port, as the camera sees itself."""
    BASIC = "basic"
    """There, behind HTTP's basic login."""
    ENDLESS = "endless"


@dataclass(slots=True)
class OnvifTemper:
    """How the camera behaves behind its door."""

    model: str = "PTZ 20x"
    foreign_names: ForeignNames = ForeignNames.TAKEN
    unknown_token_succeeds: bool = False
    tells_position: bool = True
    tells_move_status: bool = True
    tells_status: bool = True
    """False: GetStatus is refused."""
    moving_for_ever: bool = False
    has_memory: bool = True
    has_absolute: bool = True
    has_ptz: bool = True
    has_media: bool = True
    """False: a camera of Profile T, which knows media2 alone."""
    has_imaging: bool = True
    moves_focus: bool = True
    """False: it has an imaging service, and a focus that it keeps to itself."""
    has_get_services: bool = True
    """False: an old camera that knows GetCapabilities alone."""
    keeps_names: bool = True
    """False: it calls its presets "Preset 1" whatever it is told."""
    answers_token: bool = True
    """False: SetPreset answers without a token."""
    most_presets: int = 100
    clock_offset_seconds: float = 0.0
    clock_gate_seconds: float = 5.0
    """How far the time of a login may be from the camera's own."""
    tells_time: bool = True
    login_for_time: bool = False
    """Even the time is told only with a login (Axis)."""
    zulu_only: bool = True
    """A time that ends in `+00:00` is refused (Hikvision)."""
    http_digest: bool = False
    """The login is asked for by HTTP and not in the envelope."""
    silent: bool = False
    """It takes connections and answers nothing."""
    slow_seconds: float = 0.0
    babbles: bool = False
    """It answers something that is no XML."""
    endless: bool = False
    """Its answers do not end."""
    foreign_addresses: bool = False
    """It names an address of its own inner network for its services."""
    snapshot: Snapshot = Snapshot.THERE
