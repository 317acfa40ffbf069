"""What is said before Qt: that this Python, or this machine, cannot run the windows' library.

Rule: loads neither Qt nor a translation, for both may be what is missing; so each sentence stands here in both
languages, the source first.
"""

import sys
from importlib.util import find_spec
from pathlib import Path

OLDEST_PYTHON = (3, 11)
OLDEST_ON_WINDOWS = (3, 12)
NONE_IS_IMMORTAL = (3, 12)


def why_not_to_start() -> str | None:
    """Returns why Python and PySide6 are known not to work together here, None when they are.

    PySide6 6.12 takes a reference from `None` with every call that returns nothing; below Python 3.12, where `None` is
    counted, the process aborts within seconds.
    """
    oldest = OLDEST_ON_WINDOWS if sys.platform == "win32" else OLDEST_PYTHON
    if sys.version_info < oldest:
        version = ".".join(map(str, oldest))
        return f"Điểm Cầu cần Python {version} trở lên. / Điểm Cầu needs Python {version} or later."
    if sys.version_info < NONE_IS_IMMORTAL and _qt_version().startswith("6.12"):
        return (
            "PySide6 6.12 cần Python 3.12 trở lên; hãy cài PySide6 6.11 hoặc Python mới hơn. /"
            " PySide6 6.12 needs Python 3.12 or later; install PySide6 6.11 or a newer Python."
        )
    return None


def why_qt_is_missing(error: ImportError) -> str | None:
    """Returns what to do about a Qt that cannot be loaded, None when the error is about something else."""
    if (error.name or "").partition(".")[0] not in {"PySide6", "shiboken6"}:
        return None
    return (
        f"Không nạp được thư viện Qt ({error}); hãy chạy qua dev.py, lệnh này cài những gì còn thiếu. /"
        f" Qt cannot be loaded ({error}); start through dev.py, which installs what is missing."
    )


def _qt_version() -> str:
    """Returns the version in the name of the folder that describes the installed PySide6, empty when there is none."""
    # `importlib.metadata` would say it too, and costs every process more than all else that it begins with.
    package = find_spec("PySide6")
    if package is None or package.origin is None:
        return ""  # said when it is imported, by who needs it
    beside = Path(package.origin).parents[1].glob("[Pp]y[Ss]ide6_[Ee]ssentials-*.dist-info")
    return next((folder.name.removesuffix(".dist-info").partition("-")[2] for folder in beside), "")
