"""What support may be given: the program's own logs, reports of crashes, settings and facts of the machine.

Rule: every part can be read before it leaves; nothing of a meeting (no names of people, no log, no picture, no sound)
and no secret is in it. The file is written whole or not at all.
"""

import os
import platform
import shutil
import zipfile
from importlib import metadata
from pathlib import Path

import msgspec
import psutil

from console.data_folder import DataFolder
from console.support_part import SupportPart
from hardware.processes.reports.crash_reports import reports_in
from hardware.processes.reports.redaction import without_secrets

MOST_OCTETS_OF_A_PART = 512 * 1024
"""Of longer files the end is taken."""
LIBRARIES = ("PySide6", "aiortc", "aioice", "av", "numpy", "pyqtgraph", "qasync", "sqlite-utils", "msgspec", "aiohttp")


def support_parts(data: DataFolder, version: str) -> tuple[SupportPart, ...]:
    """Returns what a bundle of this installation would hold."""
    files = [
        *reports_in(data.root / "crashes"),
        *sorted((data.root / "program-log").glob("*.jsonl*")),
        *sorted(data.run.glob("*.out*")),
        data.settings_file,
    ]
    parts = [SupportPart(name="about.json", text=_about(data, version))]
    for path in files:
        text = _end_of(path)
        if text:
            parts.append(SupportPart(name=path.relative_to(data.root).as_posix(), text=without_secrets(text)))
    return tuple(parts)


def save_support(parts: tuple[SupportPart, ...], path: Path) -> None:
    """Writes the bundle as a zip file; raises `OSError`."""
    beside = path.with_name(f".{path.name}.part")
    try:
        with zipfile.ZipFile(beside, "w", zipfile.ZIP_DEFLATED) as bundle:
            for part in parts:
                bundle.writestr(part.name, part.text)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


def _about(data: DataFolder, version: str) -> str:
    disk = shutil.disk_usage(data.root)
    memory = psutil.virtual_memory()
    told = {
        "version": version,
        "python": platform.python_version(),
        "system": platform.platform(),
        "cores": os.cpu_count(),
        "memory_bytes": memory.total,
        "memory_free_bytes": memory.available,
        "disk_free_bytes": disk.free,
        "libraries": {name: _version_of(name) for name in LIBRARIES},
        "sessions": {path.name: path.stat().st_size for path in sorted(data.sessions.glob("*.sqlite3"))},
    }
    return msgspec.json.format(msgspec.json.encode(told), indent=2).decode()


def _version_of(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return ""


def _end_of(path: Path) -> str:
    try:
        with path.open("rb") as file:
            file.seek(max(0, path.stat().st_size - MOST_OCTETS_OF_A_PART))
            return file.read().decode("utf-8", "replace")
    except OSError:
        return ""
