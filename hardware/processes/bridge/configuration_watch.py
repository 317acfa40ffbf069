"""Looks what becomes of the configuration while the bridge runs: by the program's own means, or beside it.

Rules: a file that is otherwise than the register knows it was changed by hand, and that is kept too; whoever changes it
by a command has a second to keep that himself. What the file says takes effect as ever. A look that finds nothing new
costs a few questions to the file system.
"""

import logging
from collections.abc import Callable
from pathlib import Path
from typing import Final

from console.command_line.configuration.file_changes import content_of, path_of
from console.command_line.exits import BadInput
from console.command_line.files import read_octets
from console.configuration.configuration_parts import FILE_PARTS, PARTS, ConfigurationPart
from console.configuration.configuration_records import ChangeStanding, ConfigurationChange, ConfigurationKnown
from console.data_folder import DataFolder
from console.events import ConfigurationSeen
from console.log_book.configuration_keeping import freeze_of, keep_known_change, known_of
from console.log_book.database import STORE_ERRORS
from console.log_book.office_store import OfficeStore

Stamp = tuple[int, int, int] | None
LARGEST_OCTETS: Final = 4 * 1024 * 1024
"""A file of the configuration that is larger is not read; its size tells of changes."""

_log = logging.getLogger(__name__)


class ConfigurationWatch:
    """The configuration of one data folder; used on the bridge's event loop."""

    def __init__(
        self, data: DataFolder, profile: str, office: OfficeStore, post: Callable[[ConfigurationSeen], None]
    ) -> None:
        """`profile` is the name or the file of a profile, as in the settings."""
        self._office, self._data, self._post = office, data, post
        files = {part: path_of(data, part) for part in FILE_PARTS if part is not ConfigurationPart.PROFILE}
        own = own_profile(profile)
        self._files = files if own is None else {**files, ConfigurationPart.PROFILE: own}
        self._stamps: dict[ConfigurationPart, Stamp] = {}
        self._doubted: dict[ConfigurationPart, str] = {}
        self._others: int | None = None
        """How often other programs had written when the register was last read; None: it has to be read."""
        self._line = 0

    def begin(self, since_wall_ms: int | None = None) -> None:
        """Begins with the register as it is now, or as it was at the last moment of a session that goes on."""
        try:
            self._line = self._office.register.last_line(since_wall_ms)
        except STORE_ERRORS as error:
            _log.warning("What was changed of the configuration before cannot be known: %s", error)

    def look(self) -> None:
        """Keeps and tells what has changed since the last look."""
        try:
            for part, path in self._files.items():
                self._look_at(part, path)
            self._tell()
        except STORE_ERRORS as error:  # tried again in a second
            _log.warning("Changes of the configuration cannot be kept now: %s", error)

    # ------------------------------------------------------------ files

    def _look_at(self, part: ConfigurationPart, path: Path) -> None:
        stamp = _stamp(path)
        if part in self._stamps and stamp == self._stamps[part] and part not in self._doubted:
            return
        now = known_of(part, self._content(part, path, stamp))
        known = self._office.register.get(ConfigurationKnown, part.value)
        if known is None or (PARTS[part].made_by_program and not known.digest):
            self._office.register.put((now,), "")
        elif now.digest != known.digest:
            if self._doubted.get(part) != now.digest:
                self._doubted[part] = now.digest
                return
            standing = ChangeStanding.BY_HAND if freeze_of(self._office) is None else ChangeStanding.UNAPPROVED
            keep_known_change(self._office, known, now, standing, ("", ""))
            self._others = None
        self._doubted.pop(part, None)
        self._stamps[part] = stamp

    def _content(self, part: ConfigurationPart, path: Path, stamp: Stamp) -> bytes | None:
        """Returns a file's content; what cannot be read, or is too large, is known by its stamp."""
        try:
            if stamp is not None and stamp[2] > LARGEST_OCTETS:
                return repr(stamp).encode()
            if part is not ConfigurationPart.PROFILE:
                return content_of(self._data, part)
            return read_octets(path) if stamp is not None else None
        except BadInput:
            return repr(stamp).encode()

    # ------------------------------------------------------------ the register

    def _tell(self) -> None:
        """Tells the core of what anybody has kept since the last look; a satellite's own it knows already."""
        others = self._office.written_by_others()
        if others == self._others:
            return
        for told in self._office.register.versions_since(ConfigurationChange, self._line):
            self._line = told.line
            if told.content is not None and told.content.site is None:
                self._post(ConfigurationSeen(change=told.content, person=told.person, reason=told.reason))
        self._others = others


def _stamp(path: Path) -> Stamp:
    """Returns what changes whenever a file is replaced or written, None where it is not there."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_ino, found.st_size


def own_profile(named: str) -> Path | None:
    """Returns the file of a profile in the settings, None for one that came with the program."""
    path = Path(named).expanduser()
    return path if path.suffix == ".json" and path.is_absolute() else None
