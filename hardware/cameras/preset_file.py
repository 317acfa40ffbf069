"""A camera's presets as one file to be carried: out of one program, into another, or to a camera that took its place.

Rules: what stood in a camera's memory stands in no other camera, so presets are carried by their places; only one whose
place is not known keeps its memory. A file that is wrong is refused whole; passwords and addresses are never in it.

    {"format": "camera-presets/1", "camera": "main", "title": "…", "presets": [{"name": "Bàn chủ tọa", "saved_ms": …,
     "position": [-320, 90, 2731], "role": "chair"}], "pictures": {"main-ban-chu-toa-….jpg": "…base64…"}}
"""

from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Literal

import msgspec
from msgspec.structs import replace

from console.cameras.camera_facts import clean_name, same_name
from console.trouble import Told, TroubleKind, trouble
from hardware.cameras.kept_presets import MOST_PRESETS, Entries, KeptPreset, PresetEntry, presents
from hardware.cameras.preset_book import LARGEST_PICTURE

LARGEST_OCTETS = 16 * 1024 * 1024
"""A hundred presets with their pictures are seven megabytes at the most."""
JPEG_BEGINS = b"\xff\xd8"
LONGEST_NAME = 100
FARTHEST = 1 << 24
"""Farther than any camera counts."""
MOST_SLOTS = 255

ReadPicture = Callable[[str], bytes | None]


class BadPresets(Told):
    """The file holds no usable presets; one sentence says why."""


class PresetFile(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """The whole file; pictures by their names in it."""

    format: Literal["camera-presets/1"] = "camera-presets/1"
    camera: str
    title: str = ""
    presets: Annotated[tuple[KeptPreset, ...], msgspec.Meta(max_length=MOST_PRESETS)]
    pictures: dict[str, bytes] = {}


def pack_presets(camera: str, title: str, entries: Entries, read_picture: ReadPicture) -> bytes:
    """Returns the file of a camera's presets; those that were deleted stay behind."""
    return octets_of(presets_of(camera, title, entries, read_picture))


def presets_of(camera: str, title: str, entries: Entries, read_picture: ReadPicture) -> PresetFile:
    """Returns a camera's presets as they are carried, with their pictures."""
    kept = tuple(_carried(preset) for preset in presents(entries))
    names = (preset.picture for preset in kept if preset.picture is not None)
    pictures = {name: jpeg for name in names if (jpeg := read_picture(name)) is not None}
    return PresetFile(camera=camera, title=title, presets=kept, pictures=pictures)


def octets_of(file: PresetFile) -> bytes:
    """Returns a file's octets."""
    # The format stands in every file, though it has a default.
    return msgspec.json.format(msgspec.json.encode({"format": file.format, **msgspec.to_builtins(file)}))


def _carried(preset: KeptPreset) -> KeptPreset:
    return preset if preset.position is None else replace(preset, slot=None, token=None)


def read_presets(octets: bytes) -> PresetFile:
    """Returns what a file holds; raises `BadPresets`."""
    if len(octets) > LARGEST_OCTETS:
        raise BadPresets(trouble(TroubleKind.FILE_TOO_LARGE, most="16 MB"))
    try:
        file = msgspec.json.decode(octets.removeprefix(b"\xef\xbb\xbf"), type=PresetFile)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise BadPresets(trouble(TroubleKind.PRESET_FILE_BAD, why=error)) from error
    check_presets(file)
    return file


def check_presets(file: PresetFile) -> None:
    """Raises `BadPresets` where a preset has no usable name, or a place or a memory that no camera has."""
    names = [clean_name(preset.name) for preset in file.presets]
    for preset in file.presets:
        numbers = [number for number in preset.position or () if number is not None]
        if any(abs(number) > FARTHEST for number in numbers) or not 0 <= (preset.slot or 0) < MOST_SLOTS:
            why = f"{preset.name[:LONGEST_NAME]}: {numbers or preset.slot}"
            raise BadPresets(trouble(TroubleKind.PRESET_FILE_BAD, why=why))
    for place, name in enumerate(names):
        if not 0 < len(name) <= LONGEST_NAME or any(same_name(name, other) for other in names[:place]):
            raise BadPresets(trouble(TroubleKind.PRESET_TWICE, preset=name[:LONGEST_NAME]))


def entries_of(file: PresetFile, write_picture: Callable[[str, int, bytes], str | None]) -> Entries:
    """Returns the presets of a file with their pictures written anew; what is no picture is left out."""
    entries: list[PresetEntry] = []
    for preset in file.presets:
        jpeg = file.pictures.get(preset.picture or "")
        usable = jpeg is not None and jpeg.startswith(JPEG_BEGINS) and len(jpeg) <= LARGEST_PICTURE
        picture = write_picture(preset.name, preset.saved_ms, jpeg) if usable and jpeg is not None else None
        kept = replace(_carried(preset), name=clean_name(preset.name), picture=picture)
        entries.append(PresetEntry(present=kept))
    return tuple(entries)


def read_picture_in(folder: Path) -> ReadPicture:
    """Returns how pictures are read from the folder of pictures; one that is gone is none."""

    def read(name: str) -> bytes | None:
        try:
            return (folder / Path(name).name).read_bytes()
        except OSError:
            return None

    return read
