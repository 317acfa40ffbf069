"""The focus of an ONVIF camera by hand and by itself: what the imaging service is asked, where it is offered.

Rule: offered only by a camera that names a continuous focus with a range; a positive speed goes farther away, as with
VISCA cameras. The camera itself ends no such move: whoever began it says Stop.
Source: ONVIF Imaging Service Specification (ver20/imaging/wsdl) 5.1.4 GetMoveOptions to 5.1.6 Stop, 5.1.3
SetImagingSettings ("ForcePersistence": the camera's own settings stay as they are).
"""

import math
from dataclasses import dataclass
from typing import Any, Final

from hardware.cameras.onvif.plain_soap import SCHEMA, element, first, text_of

IMAGING: Final = "http://www.onvif.org/ver20/imaging/wsdl"


@dataclass(frozen=True, slots=True)
class FocusRange:
    """The speeds of one camera's focus, in its own unit: nearer is negative."""

    source: str
    """The token of the video source."""
    nearer: float
    farther: float

    def speed(self, per_cent: int) -> float:
        """Returns a speed in the camera's unit."""
        return round(per_cent / 100 * (self.farther if per_cent > 0 else -self.nearer), 5)


def options_wanted(source: str) -> Any:
    """Returns the question how the focus can be moved."""
    return element(IMAGING, "GetMoveOptions", _source(source))


def range_in(answer: Any, source: str) -> FocusRange | None:
    """Returns the range of continuous moves, None where the camera offers none."""
    speed = first(answer, "Continuous", "Speed")
    if speed is None:
        return None
    low, high = _number(first(speed, "Min")), _number(first(speed, "Max"))
    if low is None or high is None or not low < 0 < high:
        # A range that makes no sense: every camera takes the generic one.
        low, high = -1.0, 1.0
    return FocusRange(source, low, high)


def move_wanted(focus: FocusRange, per_cent: int) -> Any:
    """Returns the order to keep focusing."""
    speed = element(SCHEMA, "Speed", text=f"{focus.speed(per_cent):g}")
    how = element(IMAGING, "Focus", element(SCHEMA, "Continuous", speed))
    return element(IMAGING, "Move", _source(focus.source), how)


def stop_wanted(source: str) -> Any:
    """Returns the order to leave the focus where it is."""
    return element(IMAGING, "Stop", _source(source))


def mode_wanted(source: str, *, by_itself: bool) -> Any:
    """Returns the order to focus by itself, or not any more."""
    mode = element(SCHEMA, "AutoFocusMode", text="AUTO" if by_itself else "MANUAL")
    settings = element(IMAGING, "ImagingSettings", element(SCHEMA, "Focus", mode))
    return element(
        IMAGING, "SetImagingSettings", _source(source), settings, element(IMAGING, "ForcePersistence", text="false")
    )


def _source(token: str) -> Any:
    return element(IMAGING, "VideoSourceToken", text=token)


def _number(node: Any) -> float | None:
    try:
        value = float(text_of(node)) if node is not None else math.nan
    except ValueError:
        return None
    return value if math.isfinite(value) else None
