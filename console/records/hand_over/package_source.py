"""Opens what claims to be a package, a folder or a ZIP file, and gives its files by name.

Rule: before one file is read, all names, kinds, counts and sizes have been judged; no name is ever joined to a path of
this machine unless it was judged, nothing is unpacked, no link is followed. Reading never goes past the size that was
judged.
"""

import contextlib
import io
import os
import stat
import struct
import zipfile
import zlib
from collections.abc import Generator, Iterator, Mapping
from pathlib import Path
from typing import BinaryIO, Protocol

from console.records.hand_over.layout import LARGEST_PACKAGE, LARGEST_TAG_FILE, MOST_FILES
from console.records.hand_over.names import check_names, shown
from console.records.hand_over.package_verdict import PackageFault, refused

CHUNK = 256 * 1024
MOST_INFLATION = 200
"""Real packages shrink by 5 to 30; DEFLATE reaches 1000 on octets that are all the same."""
HARMLESS = 16 * 1024**2
"""Octets below which nobody minds how well a file was packed."""

_END = struct.Struct("<4s4H2LH")
_LARGEST_INDEX = 1024**2
_UNREADABLE = (
    *(OSError, EOFError, zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError),
    UnicodeDecodeError,  # a name beside the member itself
)


class PackageSource(Protocol):
    """The files of a package."""

    @property
    def sizes(self) -> Mapping[str, int]:
        """Octets of each file, by its path inside the package."""
        ...

    def open(self, name: str) -> contextlib.AbstractContextManager[BinaryIO]:
        """Opens a file for reading; whatever then goes wrong is `PackageRefused`."""
        ...


@contextlib.contextmanager
def package_source(path: Path) -> Generator[PackageSource]:
    """Opens a package; raises `PackageRefused`."""
    try:
        kind = path.stat().st_mode
    except (FileNotFoundError, NotADirectoryError) as error:
        raise refused(PackageFault.MISSING, str(path)) from error
    except OSError as error:
        raise refused(PackageFault.UNREADABLE, str(path), found=error.strerror or error) from error
    if stat.S_ISDIR(kind):
        yield FolderSource(path)
    elif stat.S_ISREG(kind):
        with _open_zip(path) as archive:
            yield ZipSource(archive, path.stat().st_size)
    else:
        raise refused(PackageFault.NOT_A_PACKAGE, str(path))


def chunks(source: PackageSource, name: str) -> Iterator[bytes]:
    """Yields a file's content piece by piece; raises `PackageRefused` when there is less or more than was judged."""
    left = source.sizes[name]
    with source.open(name) as file, _readable(name):
        while piece := file.read(CHUNK):
            left -= len(piece)
            if left < 0:
                break
            yield piece
    if left != 0:
        raise refused(PackageFault.FILE_DAMAGED, name)


def tag_file(source: PackageSource, name: str) -> bytes:
    """Returns the content of a small file; raises `PackageRefused`."""
    if name not in source.sizes:
        raise refused(PackageFault.FILE_MISSING, name)
    if source.sizes[name] > LARGEST_TAG_FILE:
        raise refused(PackageFault.TOO_LARGE, name, wanted=LARGEST_TAG_FILE)
    return b"".join(chunks(source, name))


@contextlib.contextmanager
def _readable(name: str) -> Generator[None]:
    try:
        yield
    except _UNREADABLE as error:
        raise refused(PackageFault.FILE_DAMAGED, shown(name), found=error) from error


def _judge(sizes: Mapping[str, int]) -> None:
    """Raises `PackageRefused` when names or sizes cannot be taken."""
    check_names(sizes)
    total = 0
    for name, size in sizes.items():
        total += size
        if total > LARGEST_PACKAGE:
            raise refused(PackageFault.TOO_LARGE, name, wanted=LARGEST_PACKAGE)


class FolderSource:
    """A package as a folder."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._found = 0
        self.sizes: dict[str, int] = {}
        try:
            self._walk("")
        except OSError as error:
            raise refused(PackageFault.UNREADABLE, str(root), found=error.strerror or error) from error
        _judge(self.sizes)

    def _walk(self, folder: str) -> None:
        with os.scandir(self._root / folder) as found:
            for entry in found:
                name = folder + entry.name
                self._take(name, entry.stat(follow_symlinks=False))

    def _take(self, name: str, about: os.stat_result) -> None:
        self._found += 1
        if self._found > MOST_FILES:
            raise refused(PackageFault.TOO_MANY_FILES, wanted=MOST_FILES)
        if stat.S_ISDIR(about.st_mode):
            check_names([name])  # which bounds the depth too
            self._walk(name + "/")
        elif stat.S_ISREG(about.st_mode):
            self.sizes[name] = about.st_size
        else:
            raise refused(PackageFault.NOT_A_FILE, shown(name))

    @contextlib.contextmanager
    def open(self, name: str) -> Generator[BinaryIO]:
        """Opens a file that was judged; raises `PackageRefused` when another kind of thing stands there by now."""
        # Windows has neither flag; opening a pipe or a link there takes more than a name in a folder.
        flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
        with _readable(name):
            file = os.fdopen(os.open(self._root / name, flags), "rb")
        with file:
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                raise refused(PackageFault.NOT_A_FILE, shown(name))
            yield file


@contextlib.contextmanager
def _open_zip(path: Path) -> Generator[zipfile.ZipFile]:
    with contextlib.ExitStack() as cleanup:
        try:
            file = cleanup.enter_context(path.open("rb"))
            _judge_index(file, path)
            archive = cleanup.enter_context(zipfile.ZipFile(file))
        except (zipfile.BadZipFile, NotImplementedError, struct.error, UnicodeDecodeError, ValueError) as error:
            raise refused(PackageFault.ARCHIVE_DAMAGED, str(path), found=error) from error
        except OSError as error:
            raise refused(PackageFault.UNREADABLE, str(path), found=error.strerror or error) from error
        yield archive


def _judge_index(file: BinaryIO, path: Path) -> None:
    """Raises `PackageRefused` before a huge index of the archive is read into memory (APPNOTE.TXT 4.3.16)."""
    size = file.seek(0, os.SEEK_END)
    file.seek(0)
    begins_like_one = file.read(4) in (b"PK\x03\x04", b"PK\x05\x06")
    file.seek(max(0, size - _END.size - 0xFFFF - 20))
    tail = file.read()
    at = tail.rfind(b"PK\x05\x06")
    if not begins_like_one:
        raise refused(PackageFault.NOT_A_PACKAGE, str(path))
    if at < 0 or len(tail) - at < _END.size:
        raise refused(PackageFault.ARCHIVE_DAMAGED, str(path))
    entries, index_size = _END.unpack_from(tail, at)[4:6]
    if tail[max(0, at - 20) : at].startswith(b"PK\x06\x07"):  # sizes beyond 4 GB, which no package has
        raise refused(PackageFault.ARCHIVE_ODD, str(path))
    if entries > 2 * MOST_FILES or index_size > _LARGEST_INDEX:
        raise refused(PackageFault.TOO_MANY_FILES, wanted=MOST_FILES)
    file.seek(0)


class ZipSource:
    """A package as one ZIP file with one folder in it (RFC 8493, 4)."""

    def __init__(self, archive: zipfile.ZipFile, octets: int) -> None:
        self._archive = archive
        self._members: dict[str, zipfile.ZipInfo] = {}
        entries = archive.infolist()
        self._judge_names(entries)
        self._judge_inflation(octets)
        _judge(self.sizes)

    @property
    def sizes(self) -> dict[str, int]:
        """Octets of each file, as the archive says."""
        return {name: member.file_size for name, member in self._members.items()}

    def _judge_names(self, entries: list[zipfile.ZipInfo]) -> None:
        # `orig_filename`: zipfile cuts a name at a zero octet and turns the system's separators around.
        check_names(entry.orig_filename.rstrip("/") for entry in entries)
        top: str | None = None
        for entry in entries:
            head, _, name = entry.orig_filename.partition("/")
            top = head if top is None else top
            if head != top or (not name and not entry.is_dir()):
                raise refused(PackageFault.FILE_UNLISTED, shown(entry.orig_filename))
            if not entry.is_dir():
                self._take(name, entry)
        if len(self._members) > MOST_FILES:
            raise refused(PackageFault.TOO_MANY_FILES, wanted=MOST_FILES)

    def _take(self, name: str, entry: zipfile.ZipInfo) -> None:
        kind = stat.S_IFMT(entry.external_attr >> 16)
        if kind not in (0, stat.S_IFREG):
            raise refused(PackageFault.NOT_A_FILE, shown(name))
        if entry.flag_bits & 0x1 or entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise refused(PackageFault.ARCHIVE_ODD, shown(name))
        self._members[name] = entry

    def _judge_inflation(self, octets: int) -> None:
        """Raises `PackageRefused` for a file that would grow without measure; `octets` is the archive's own size."""
        for name, member in self._members.items():
            if member.file_size > HARMLESS and member.file_size > MOST_INFLATION * min(member.compress_size, octets):
                raise refused(PackageFault.BOMB, name)

    @contextlib.contextmanager
    def open(self, name: str) -> Generator[BinaryIO]:
        """Opens a file that was judged; raises `PackageRefused`."""
        with _readable(name):
            file = self._archive.open(self._members[name])
        with file:
            yield io.BufferedReader(file, CHUNK)  # pyright: ignore[reportArgumentType] - it is a raw file to Python
