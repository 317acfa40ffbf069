"""Who has just changed the list of cameras, told to the program that runs, so that its log can name the person.

Rules: it is told beside the change and taken with it; what is older than a few seconds belongs to no change. That it
cannot be written or read keeps nobody from changing the list.

    run/cameras-changed-by      a name
"""

import contextlib
import time
from typing import Final

from console.data_folder import DataFolder
from hardware.processes.cameras.asked_cameras import lock_of

FILE: Final = "cameras-changed-by"
FRESH_SECONDS: Final = 10.0
LONGEST_NAME: Final = 100


def tell_writer(data: DataFolder, person: str) -> None:
    """Tells the running program who changes the list now; nothing where none runs."""
    if lock_of(data).exists():
        with contextlib.suppress(OSError):
            (data.run / FILE).write_text(person[:LONGEST_NAME], encoding="utf-8")


def take_writer(data: DataFolder) -> str:
    """Returns who has just changed the list, empty where nobody said so."""
    path = data.run / FILE
    try:
        fresh = time.time() - path.stat().st_mtime <= FRESH_SECONDS
        person = path.read_text(encoding="utf-8")[:LONGEST_NAME]
        path.unlink()
    except (OSError, UnicodeDecodeError):
        return ""
    return " ".join(person.split()) if fresh else ""
