"""The keys of a site's window: one key, one wish; nothing toggles, nothing repeats.

Rule: letters act in the window only, which takes no text; whoever writes writes in a sheet or on the join screen, where
Telex and VNI may use every letter.
"""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

KEYS: dict[str, str] = {
    "raise": "H",
    "raise-named": "Ctrl+H",
    "lower": "Shift+H",
    "close-microphone": "M",
    "open-microphone": "Shift+M",
    "finish": "F4",
    "ready": "Return",
    "ready-too": "Enter",
    "language": "F2",
    "incident": "F3",
    "presets": "F5",
    "attendance": "F6",
    "echo": "F7",
    "devices": "F8",
    "control": "F10",
    "check": "F11",
    "content": "F12",
    "content-within": "Shift+F12",
    "present-screen": "P",
    "present-film": "Ctrl+P",
    "present-end": "Shift+P",
    "try-now": "F9",
    "invitation": "Ctrl+I",
}


def key_of(wish: str) -> str:
    """Returns a key as it stands on a button."""
    key = KEYS[wish]
    return "Enter" if key == "Return" else key


def listen_to_keys(window: QWidget, wishes: Mapping[str, Callable[[], object]]) -> None:
    """Makes every key carry out its wish in this window."""
    for name, key in KEYS.items():
        shortcut = QShortcut(QKeySequence(key), window)
        shortcut.setObjectName(f"key-{name}")
        shortcut.setAutoRepeat(False)
        shortcut.activated.connect(partial(_carry_out, wishes[name]))


def _carry_out(wish: Callable[[], object]) -> None:
    wish()
