"""What the log says of cameras: presets recalled, saved and changed, moves by hand, cameras out of reach and back.

Rule: a camera is named by site and name; positions are the camera's own units.
"""

from enum import StrEnum

from console.cameras.camera_words import CameraDrift, CameraLink, PresetRole
from console.cameras.list_changes import ListAct
from console.entry import Entry
from console.words import Reason, SiteId


class PresetRecalled(Entry):
    """A recall came to its end; `arrived` None: it is not known whether the camera is there."""

    site: SiteId
    camera: str
    preset: str
    request_id: str
    arrived: bool | None
    reason: Reason | None = None


class PresetAct(StrEnum):
    """What was done to a preset."""

    SAVED = "saved"
    OVERWRITTEN = "overwritten"
    RENAMED = "renamed"
    DELETED = "deleted"
    RESTORED = "restored"
    PLACED = "placed"
    PROTECTED = "protected"
    UNPROTECTED = "unprotected"


class PresetChanged(Entry):
    """A preset was saved, renamed (to `name`), deleted, brought back, put elsewhere in the order, or protected."""

    site: SiteId
    camera: str
    preset: str
    act: PresetAct
    name: str = ""
    pan: int | None = None
    tilt: int | None = None
    zoom: int | None = None
    role: PresetRole | None = None
    unconfirmed: bool = False
    """The camera has not said that it has it."""


class CameraDrifted(Entry):
    """A camera no longer stands at the preset that it was brought to, and nothing of ours has moved it."""

    site: SiteId
    camera: str
    preset: str
    drift: CameraDrift


class PresetsRehearsed(Entry):
    """A camera went to its presets; `missed` were not reached, `changed` look otherwise than when they were saved."""

    site: SiteId
    camera: str
    tried: int
    missed: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    reason: Reason | None = None
    """Why it did not come to its end."""


class CameraRecalibrated(Entry):
    """A camera's head was asked to find its stops again, and has done so or not."""

    site: SiteId
    camera: str
    reason: Reason | None = None


class CameraDriven(Entry):
    """Somebody, the line's actor, moved a camera by hand, and it was let go or stopped."""

    site: SiteId
    camera: str
    took_ms: int


class CameraLinkChanged(Entry):
    """A camera came within reach, went out of it, or into standby."""

    site: SiteId
    camera: str
    link: CameraLink


class CameraReplaced(Entry):
    """Another model of camera stands where these presets were saved; nothing is recalled of them until a person acts.

    `before` and `after` are what the two cameras call themselves.
    """

    site: SiteId
    camera: str
    before: str
    after: str
    presets: tuple[str, ...]


class CameraListed(Entry):
    """A camera was written into the running program's list, described otherwise there, or taken out.

    `before` and `after` name what is otherwise, without any secret; `person` is empty where the file was changed by
    hand.
    """

    site: SiteId
    camera: str
    act: ListAct
    before: str = ""
    after: str = ""
    password_changed: bool = False
    person: str = ""


class PresetsAdopted(Entry):
    """Somebody said that the presets of the camera before hold for this model too."""

    site: SiteId
    camera: str
    model: str
    presets: tuple[str, ...]


AnyCameraEntry = (
    PresetRecalled
    | PresetChanged
    | CameraDriven
    | CameraDrifted
    | CameraRecalibrated
    | PresetsRehearsed
    | CameraLinkChanged
    | CameraReplaced
    | CameraListed
    | PresetsAdopted
)
