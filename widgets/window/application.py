"""Qt's application as our windows need it: dressed, in one language, and a window in the wanted size.

Rule: made once per process, before the first widget; what the process does beside showing is nobody's business here.
"""

from collections.abc import Sequence

from PySide6.QtWidgets import QApplication, QWidget

from console.window_memory import Contrast
from widgets.drawing.contrast import contrast_in_use
from widgets.drawing.style import dress
from widgets.phrases.language import use_language


def make_application(arguments: Sequence[str], language: str, contrast: Contrast | None = None) -> QApplication:
    """Returns the dressed application; `language` is `vi` or `en`, contrast None follows the system's."""
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
