"""What is read out of a camera's answers, as far as it is there; pure.

Rule: everything in an answer may be missing, of another type, or a lie; nothing here trusts that a field exists.
Seen in cameras: a status without position (with and without MoveStatus), "MOVING" for ever, positions with three
decimals, an empty preset token, presets without name.
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, cast

from hardware.cameras.onvif.spaces import Spaces, spaces_of
from hardware.cameras.polled.device import Reading

MOST_PRESETS = 1000
LONGEST_TOKEN = 256
"""`tt:ReferenceToken` of the ONVIF schema has 64 letters at most, which not every camera knows."""


SPACES = (
    "AbsolutePanTiltPositionSpace",
    "AbsoluteZoomPositionSpace",
    "ContinuousPanTiltVelocitySpace",
    "ContinuousZoomVelocitySpace",
)


@dataclass(frozen=True, slots=True)
class MediaProfile:
    """The profile that moves: its token, and those of its node and of its video source, empty where not told."""

    token: str
    node: str
    source: str = ""


@dataclass(frozen=True, slots=True)
class Node:
    """What a PTZ node can do."""

    spaces: Spaces
    pan_tilt: bool
    zooms: bool
    absolute: bool
    memory: bool


def media_profile_of(profiles: Any) -> MediaProfile | None:
    """Returns the first profile with a PTZ configuration, None where there is none."""
    for profile in _many(profiles):
        configuration = getattr(profile, "PTZConfiguration", None)
        token = _token(getattr(profile, "token", None))
        if configuration is not None and token is not None:
            node = _token(getattr(configuration, "NodeToken", None)) or ""
            return MediaProfile(token, node, _source_of(profile))
    return None


def any_profile_of(profiles: Any, nodes: Any) -> MediaProfile | None:
    """Returns the first profile of a camera that has a node and says of no profile that it moves."""
    node = next((token for node in _many(nodes) if (token := _token(getattr(node, "token", None)))), None)
    named = ((_token(getattr(profile, "token", None)), _source_of(profile)) for profile in _many(profiles))
    return next((MediaProfile(token, node, source) for token, source in named if token and node), None)


def _source_of(profile: Any) -> str:
    return _token(getattr(getattr(profile, "VideoSourceConfiguration", None), "SourceToken", None)) or ""


def node_of(node: Any) -> Node:
    """Returns what a node can do; one that says nothing is taken to do what every camera does."""
    spaces = getattr(node, "SupportedPTZSpaces", None)
    if spaces is None or not any(_space(spaces, name) for name in SPACES):
        return Node(Spaces(), pan_tilt=True, zooms=True, absolute=True, memory=True)
    pan_tilt, zoom = _space(spaces, "AbsolutePanTiltPositionSpace"), _space(spaces, "AbsoluteZoomPositionSpace")
    most = getattr(node, "MaximumNumberOfPresets", None)
    return Node(
        spaces_of(pan_tilt, zoom),
        pan_tilt=bool(_space(spaces, "ContinuousPanTiltVelocitySpace")),
        zooms=bool(_space(spaces, "ContinuousZoomVelocitySpace")),
        absolute=bool(pan_tilt),
        memory=not isinstance(most, int) or most > 0,
    )


def reading_of(status: Any, spaces: Spaces) -> Reading:
    """Returns where a camera says that it is, and whether it moves."""
    position = getattr(status, "Position", None)
    pan_tilt, lens = getattr(position, "PanTilt", None), getattr(position, "Zoom", None)
    pan, tilt, zoom = _number(pan_tilt, "x"), _number(pan_tilt, "y"), _number(lens, "x")
    place = None if pan is None or tilt is None else spaces.position(pan, tilt, zoom)
    return Reading(place, _moving(getattr(status, "MoveStatus", None)))


def presets_of(presets: Any) -> list[tuple[str, str]]:
    """Returns the (token, name) pairs of a camera's presets."""
    found = (
        (_token(getattr(preset, "token", None)), str(getattr(preset, "Name", "") or "")) for preset in _many(presets)
    )
    return [(token, name) for token, name in found if token is not None]


def token_of(answer: Any) -> str | None:
    """Returns the token that a SetPreset answers with, None where it gives none."""
    return _token(getattr(answer, "PresetToken", answer))


def uri_of(answer: Any) -> str | None:
    """Returns the address of a snapshot."""
    uri = getattr(answer, "Uri", None)
    return uri if isinstance(uri, str) and uri.strip() else None


def model_of(answer: Any) -> str:
    """Returns maker and model, for people."""
    words = (str(getattr(answer, name, "") or "") for name in ("Manufacturer", "Model"))
    return " ".join(" ".join(words).split())[:100]


def _many(answer: Any) -> list[Any]:
    if answer is None or isinstance(answer, str):
        return []
    several = cast("Iterable[Any]", answer) if isinstance(answer, Iterable) else (answer,)
    return list(several)[:MOST_PRESETS]


def _space(spaces: Any, name: str) -> list[Any]:
    return _many(getattr(spaces, name, None))


def _token(value: Any) -> str | None:
    return value if isinstance(value, str) and 0 < len(value) <= LONGEST_TOKEN else None


def _number(vector: Any, name: str) -> float | None:
    value = getattr(vector, name, None)
    return float(value) if isinstance(value, int | float) and math.isfinite(value) else None


def _moving(status: Any) -> bool | None:
    said = (
        {str(getattr(status, axis, "") or "").upper() for axis in ("PanTilt", "Zoom")}
        if status is not None
        else set[str]()
    )
    if "MOVING" in said:
        return True
    return False if "IDLE" in said else None
