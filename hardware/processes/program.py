"""What this program is called and which version it is."""

import tomllib
from importlib import metadata
from pathlib import Path

NAME = "diem-cau"
_PROJECT_FILE = Path(__file__).resolve().parents[2] / "pyproject.toml"


def version() -> str:
    """Returns the version: of the installed package, or of the checkout's project file."""
    try:
        return metadata.version(NAME)
    except metadata.PackageNotFoundError:
        pass
    try:
        return str(tomllib.loads(_PROJECT_FILE.read_text(encoding="utf-8"))["project"]["version"])
    except (OSError, KeyError, tomllib.TOMLDecodeError):
        return "0"
