"""A game controller as it moves a camera: where sticks and triggers stand, and the speeds that this asks for.

Rules: near its rest a stick asks for nothing; the farther it is pushed the faster, gently at first. What is not known
of a controller stands at rest. Pure.
"""

from enum import StrEnum

import msgspec

DEAD_SHARE = 0.16
"""Of a stick's way: worn sticks rest so far from their middle (Microsoft's own dead zones are 0,24 and 0,27)."""
CURVE = 1.8
FASTEST = 100


class ControllerButton(StrEnum):
    """Buttons with a meaning, by their place on the usual controllers."""

    STOP = "stop"
    """The right one of the four (B, circle)."""
    PREVIOUS = "previous"
    """The left shoulder."""
    NEXT = "next"
    """The right shoulder."""


class ControllerState(msgspec.Struct, frozen=True, kw_only=True):
    """Where everything stands: sticks -1 to 1, right and up positive; triggers 0 to 1."""

    left_x: float = 0.0
    left_y: float = 0.0
    right_x: float = 0.0
    right_y: float = 0.0
    left_trigger: float = 0.0
    right_trigger: float = 0.0
    buttons: tuple[ControllerButton, ...] = ()


AT_REST = ControllerState()


class HandSpeeds(msgspec.Struct, frozen=True, kw_only=True):
    """Per cent of the fastest; right, up, nearer and a farther focus are positive."""

    pan: int = 0
    tilt: int = 0
    zoom: int = 0
    focus: int = 0


def speeds_of(state: ControllerState) -> HandSpeeds:
    """Returns what the left stick asks of the head, the right one of the zoom, the triggers of the focus."""
    return HandSpeeds(
        pan=_speed(state.left_x),
        tilt=_speed(state.left_y),
        zoom=_speed(state.right_y),
        focus=_speed(state.right_trigger - state.left_trigger),
    )


def _speed(way: float) -> int:
    share = min(1.0, abs(way)) if abs(way) < float("inf") else 0.0
    if not share > DEAD_SHARE:  # also what is no number
        return 0
    amount = max(1, round(((share - DEAD_SHARE) / (1 - DEAD_SHARE)) ** CURVE * FASTEST))
    return amount if way > 0 else -amount
