"""Brings the bundled typeface into Qt, so that every Vietnamese letter is there on any machine.

Rule: the program's text never depends on what fonts a machine has; only when the bundle is missing does Qt choose.
"""

from importlib import resources

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication

from widgets.drawing import theme

FONT_FILES = ("Inter-Regular", "Inter-Medium", "Inter-SemiBold", "Inter-Bold")


def load_fonts() -> list[str]:
    """Adds the bundled faces to Qt and makes them the program's font; returns the names of faces that are missing."""
    missing = [name for name in FONT_FILES if not _add(name)]
    base = QFont(theme.font(theme.WIDE.label_size))
    QApplication.setFont(base)
    return missing


def _add(name: str) -> bool:
    folder = resources.files("resources") / "fonts"
    for ending in (".otf", ".ttf"):
        file = folder / (name + ending)
        if file.is_file():
            return QFontDatabase.addApplicationFontFromData(QByteArray(file.read_bytes())) >= 0
    return False
