"""Decoders of whole files: profiles, calendars, lists, packages, session logs; hammered with changed real ones."""

import functools
import tempfile
from collections.abc import Callable
from pathlib import Path

import msgspec

from console.log_book.database import StoreUnusable
from console.log_book.verification import verify_log
from console.office.sheet_faults import BadSheet
from console.office.sheet_files import read_sheet, write_xlsx
from console.records.hand_over.checking import check_package
from console.regulation.calendar import BadCalendar, read_calendar
from console.regulation.profile import BadProfile, read_profile
from console.window_memory import WindowMemory
from hardware.processes.resources import DEMO_SITES, PROFILES, WORKING_CALENDAR
from hardware.processes.site.site_memory import BadMemory, SiteMemory, recall
from hardware.processes.window.window_memory_file import _read as _read_window_memory
from tests.console.records.a_meeting import held_meeting, packed, written_meeting
from tests.prove.hostile.decoder import FILE_CASES, Decoder

LARGEST_FILE_OCTETS = 4 * 1024 * 1024


@functools.cache
def _folder() -> Path:
    """A folder of this process, gone with it."""
    kept = tempfile.TemporaryDirectory(prefix="hostile-")
    _folder_objects.append(kept)
    return Path(kept.name)


_folder_objects: list[tempfile.TemporaryDirectory[str]] = []


def _through_a_file(name: str, judge: Callable[[Path], object]) -> Callable[[bytes], object]:
    def take(octets: bytes) -> object:
        path = _folder() / name
        path.write_bytes(octets)
        try:
            return judge(path)
        finally:
            for left in _folder().glob(f"{name}*"):
                left.unlink()

    return take


def _profiles() -> tuple[bytes, ...]:
    return tuple(path.read_bytes() for path in sorted(PROFILES.glob("vn-*.json")))


def _package() -> tuple[bytes, ...]:
    return (packed(_folder() / "package", as_zip=True).read_bytes(),)


def _log() -> tuple[bytes, ...]:
    data = written_meeting(_folder() / "log", held_meeting())
    return tuple(path.read_bytes() for path in sorted(data.sessions.glob("*.sqlite3")))


def _sheets() -> tuple[bytes, ...]:
    return (DEMO_SITES.read_bytes(),)


def _workbooks() -> tuple[bytes, ...]:
    return (write_xlsx([["số", "tên", "cấp trên"], [1, "Cư M'gar", ""], [2, "Ea Súp", "=1+1"]], "Điểm cầu"),)


def _memories() -> tuple[bytes, ...]:
    memory = SiteMemory(site="s001", site_name="Ea Súp", urls=("https://10.0.0.1:8443",), fingerprint="ab" * 32)
    return (msgspec.json.encode(memory),)


def _window_memories() -> tuple[bytes, ...]:
    return (msgspec.json.encode(WindowMemory()), b"{}")


def _calendar() -> tuple[bytes, ...]:
    return (WORKING_CALENDAR.read_bytes(),)


def _file(
    name: str,
    take: Callable[[bytes], object],
    refusals: tuple[type[Exception], ...],
    begin: Callable[[], tuple[bytes, ...]],
) -> Decoder:
    return Decoder(name, take, refusals, FILE_CASES, begin, LARGEST_FILE_OCTETS)


FILE_DECODERS: tuple[Decoder, ...] = (
    _file("profile", lambda octets: read_profile(octets, "0.1.0"), (BadProfile,), _profiles),
    _file("workbook", read_sheet, (BadSheet,), _workbooks),
    _file("site-memory", _through_a_file("satellite.json", recall), (BadMemory,), _memories),
    _file("window-memory", _through_a_file("window.json", _read_window_memory), (), _window_memories),
    _file("calendar", read_calendar, (BadCalendar,), _calendar),
    _file("sheet", read_sheet, (BadSheet,), _sheets),
    _file("package", _through_a_file("package.zip", check_package), (), _package),
    _file("session-log", _through_a_file("log.sqlite3", verify_log), (StoreUnusable,), _log),
)
