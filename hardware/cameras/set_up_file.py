"""The cameras of a site as one file to be carried: how each is spoken to, and its presets with their pictures.

Rules: no password is in it, whatever the site keeps; a file that is wrong is refused whole with one sentence, however
large or odd it is. A file of one camera's presets alone is taken too, for the camera that somebody names.

    {"format": "camera-set-up/1", "cameras": [{"camera": "main", "host": "192.168.10.21", …}],
     "presets": [{"format": "camera-presets/1", "camera": "main", "presets": […], "pictures": {…}}]}
"""

from typing import Annotated, Final, Literal

import msgspec

from console.cameras.camera_profile import MOST_CAMERAS, BadCameras, CameraProfile, CamerasFile, read_cameras
from console.trouble import TroubleKind, trouble
from hardware.cameras.preset_file import LARGEST_OCTETS as LARGEST_OF_ONE
from hardware.cameras.preset_file import BadPresets, PresetFile, check_presets

LARGEST_OCTETS: Final = MOST_CAMERAS * LARGEST_OF_ONE
FORMAT: Final = "camera-set-up/1"


class SetUpFile(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The whole file; presets are of cameras that it names."""

    format: Literal["camera-set-up/1"]
    cameras: Annotated[tuple[CameraProfile, ...], msgspec.Meta(max_length=MOST_CAMERAS)]
    presets: Annotated[tuple[PresetFile, ...], msgspec.Meta(max_length=MOST_CAMERAS)] = ()


FORMS: dict[str, type[SetUpFile] | type[PresetFile]] = {FORMAT: SetUpFile, "camera-presets/1": PresetFile}


class _Kind(msgspec.Struct):
    """What kind of file it is; everything else is read once that is known."""

    format: str = ""


def pack_set_up(cameras: tuple[CameraProfile, ...], presets: tuple[PresetFile, ...]) -> bytes:
    """Returns the file of these cameras."""
    octets = msgspec.json.encode(SetUpFile(format=FORMAT, cameras=cameras, presets=presets))
    return msgspec.json.format(octets)


def read_set_up(octets: bytes) -> SetUpFile | PresetFile:
    """Returns what a file holds, a whole set-up or one camera's presets; raises `BadPresets`, `BadCameras`."""
    if len(octets) > LARGEST_OCTETS:
        raise BadPresets(trouble(TroubleKind.FILE_TOO_LARGE, most="128 MB"))
    octets = octets.removeprefix(b"\xef\xbb\xbf")
    try:
        form = FORMS[msgspec.json.decode(octets, type=_Kind).format]
    except (KeyError, msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise BadPresets(trouble(TroubleKind.NO_CAMERA_FILE)) from error
    try:
        file = msgspec.json.decode(octets, type=form)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise BadPresets(trouble(TroubleKind.PRESET_FILE_BAD, why=error)) from error
    _check(file)
    return file


def _check(file: SetUpFile | PresetFile) -> None:
    if isinstance(file, PresetFile):
        check_presets(file)
        return
    read_cameras(msgspec.json.encode(CamerasFile(cameras=file.cameras)))
    names = {camera.camera for camera in file.cameras}
    for presets in file.presets:
        if presets.camera not in names:
            raise BadCameras(trouble(TroubleKind.CAMERA_NOT_LISTED, camera=presets.camera[:100]))
        names.discard(presets.camera)  # a camera's presets stand in it once
        check_presets(presets)
