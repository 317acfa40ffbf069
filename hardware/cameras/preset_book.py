"""The presets of one camera on disk: one JSON file, and the pictures beside it.

Rules: a file is replaced in one step, after its octets are on the disk, so that a power cut leaves the old or the new;
what is in memory changes only when the disk has it. A file that cannot be read is put aside, never overwritten.

    presets/main.json                      the presets of the camera "main"
    presets/pictures/main-ban-chu-toa-….jpg
"""

import os
from pathlib import Path

import msgspec

from console.trouble import Told, TroubleKind, trouble
from hardware.cameras.kept_presets import Entries, PresetEntry, pictures_of, slug_of

LARGEST_PICTURE = 64 * 1024
"""Octets of a preset's picture; a larger one is not kept."""
PICTURES = "pictures"


class PresetsBad(Told):
    """The file cannot be read and was put aside; the camera begins without presets."""


class _File(msgspec.Struct, frozen=True, kw_only=True):
    presets: tuple[PresetEntry, ...] = ()


class PresetBook:
    """The kept presets of one camera; `write` may take as long as a disk and belongs on a thread."""

    def __init__(self, folder: Path, camera: str) -> None:
        """Raises nothing; what is wrong with the file stands in `trouble`."""
        self._folder, self._camera = folder, camera
        self._path = folder / f"{camera}.json"
        self.trouble: PresetsBad | None = None
        self.entries: Entries = self._read()

    def _read(self) -> Entries:
        try:
            return msgspec.json.decode(self._path.read_bytes(), type=_File).presets
        except FileNotFoundError:
            return ()
        except (OSError, msgspec.DecodeError, UnicodeDecodeError) as error:
            aside = self._path.with_suffix(".bad")
            try:
                self._path.replace(aside)
            except OSError:
                aside = self._path
            self.trouble = PresetsBad(trouble(TroubleKind.PRESETS_BAD, why=error, aside=aside.name))
            return ()

    def write(self, entries: Entries) -> None:
        """Puts the presets on the disk and forgets pictures nobody needs; raises `OSError`."""
        self._folder.mkdir(exist_ok=True, mode=0o700)
        _replace(self._path, msgspec.json.format(msgspec.json.encode(_File(presets=entries))))
        self.entries = entries
        needed = pictures_of(entries)
        for picture in (self._folder / PICTURES).glob(f"{self._camera}-*.jpg"):
            if picture.name not in needed:
                picture.unlink(missing_ok=True)

    def read_picture(self, picture: str) -> bytes | None:
        """Returns a picture's octets, None where it is gone."""
        try:
            return (self._folder / PICTURES / picture).read_bytes()
        except OSError:
            return None

    def write_picture(self, name: str, saved_ms: int, jpeg: bytes) -> str | None:
        """Puts a picture on the disk and returns its file's name; None for one that is too large. Raises `OSError`."""
        if len(jpeg) > LARGEST_PICTURE:
            return None
        folder = self._folder / PICTURES
        for made in (self._folder, folder):
            made.mkdir(exist_ok=True, mode=0o700)
        picture = f"{self._camera}-{slug_of(name)}-{saved_ms}.jpg"
        _replace(folder / picture, jpeg)
        return picture


def _replace(path: Path, octets: bytes) -> None:
    making = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with making.open("wb") as file:
            file.write(octets)
            file.flush()
            os.fsync(file.fileno())
        making.replace(path)
    finally:
        making.unlink(missing_ok=True)
