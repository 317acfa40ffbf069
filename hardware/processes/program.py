"""What this program is called and which version it is."""

import re
from pathlib import Path

NAME = "diem-cau"
_PROJECT_FILE = Path(__file__).resolve().parents[2] / "pyproject.toml"
_VERSION_LINE = re.compile(r'^version = "([^"]+)"', re.MULTILINE)


def version() -> str:
    """Returns the version: of the checkout's project file, or of the installed package; "0" when neither knows."""
    # Every process asks at its start: one line is found sooner than a whole file is understood.
    try:
        line = _VERSION_LINE.search(_PROJECT_FILE.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError):
        line = None
    return line[1] if line else _installed_version()


def _installed_version() -> str:
    from importlib import metadata

    try:
        return metadata.version(NAME)
    except metadata.PackageNotFoundError:
        return "0"
