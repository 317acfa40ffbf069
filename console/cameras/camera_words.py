"""The closed word lists of cameras: links, stages of a request, abilities, drift, roles of presets."""

from enum import StrEnum


class CameraLink(StrEnum):
    """Whether a camera can be used."""

    CONNECTING = "connecting"
    READY = "ready"
    STANDBY = "standby"
    """It answers and is switched off."""
    WAKING = "waking"
    """It was switched on and takes no moves yet."""
    SILENT = "silent"
    """What is sent goes out over a serial line, and nothing ever came back: a line of one way, or nobody is there."""
    UNREACHABLE = "unreachable"
    LOGIN_REFUSED = "login_refused"
    """It answers and takes neither name nor password."""

    @property
    def usable(self) -> bool:
        """Whether moves may be asked of the camera."""
        return self in (CameraLink.READY, CameraLink.SILENT)


class CameraStage(StrEnum):
    """How far a move is that a camera was asked for; its end is told on its own."""

    SENT = "sent"
    ACCEPTED = "accepted"
    """The camera has said that it has the command."""
    MOVING = "moving"
    """It is seen to move."""


class CameraAbility(StrEnum):
    """What a camera can do, as far as it has shown; panels offer nothing else."""

    DRIVE = "drive"
    FOCUS = "focus"
    PRESETS = "presets"
    RECALIBRATION = "recalibration"
    """It finds its stops again when it is asked to."""
    POSITION = "position"
    """It says where it stands, so that an arrival can be proved."""


class CameraDrift(StrEnum):
    """How a camera that nothing of ours has moved stands off the preset that it was brought to."""

    SLIGHT = "slight"
    """A little beside it: the head has lost steps, or somebody touched it."""
    AWAY = "away"
    """Somewhere else: it was moved from elsewhere."""


class PresetRole(StrEnum):
    """What a preset is for, where that matters to the program or to a province's rules."""

    CHAIR = "chair"
    LEFT = "left"
    RIGHT = "right"
    WIDE = "wide"
    """Shown where no closer picture is sure."""
    CLOSE = "close"
