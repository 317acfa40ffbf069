"""Qt's application as our windows need it: dressed, in one language, and a window in the wanted size.

Rule: made once per process, before the first widget; what the process does beside showing is nobody's business here.
"""

import os
from collections.abc import Sequence

import shiboken6
from PySide6.QtWidgets import QApplication, QWidget

from console.window_memory import Contrast
from widgets.drawing.contrast import contrast_in_use
from widgets.drawing.style import dress
from widgets.phrases.language import use_language

SCALE_VARIABLE = "QT_SCALE_FACTOR"
"""By what Qt multiplies the system's scale; read when an application is made."""
FRAME_HEIGHT = 32
"""Of a window's title, in logical pixels."""
LEAST_SCALE = 0.6
"""Smaller letters nobody reads; a screen that is smaller than that cuts the window."""

NOBODY_LOOKS = frozenset({"offscreen", "minimal"})
"""Platforms of tests and benches, whose screen has no size of its own."""


def make_application(
    arguments: Sequence[str],
    language: str,
    contrast: Contrast | None = None,
    least: tuple[int, int] | None = None,
) -> QApplication:
    """Returns the dressed application; `language` is `vi` or `en`, contrast None follows the system's.

    A window of `least` logical pixels, its frame not counted, fits on the screen afterwards: where the system's scale
    is too large for it (200 % on a screen of 1920x1080) a smaller one is used.
    """
    application = QApplication(list(arguments))
    factor = _fitting_scale(application, least) if least is not None else 1.0
    if factor < 1:
        shiboken6.delete(application)
        os.environ[SCALE_VARIABLE] = str(float(os.environ.get(SCALE_VARIABLE, "1")) * factor)
        application = QApplication(list(arguments))
    dress(application)
    contrast_in_use().choose(contrast)
    use_language(language)
    return application


def show_in_size(window: QWidget, size: tuple[int, int] | None) -> None:
    """Shows a window, `size` being its width and height in pixels (None: the whole screen)."""
    if size is None:
        window.showMaximized()
    else:
        window.resize(*size)
        window.show()


def _fitting_scale(application: QApplication, least: tuple[int, int]) -> float:
    """Returns by what the scale of the screen has to be multiplied so that a window fits on it, at most 1."""
    if application.platformName() in NOBODY_LOOKS:
        return 1.0
    room = application.primaryScreen().availableSize()
    fitting = min(room.width() / least[0], room.height() / (least[1] + FRAME_HEIGHT), 1.0)
    return max(fitting, LEAST_SCALE)
