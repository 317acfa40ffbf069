"""The content alone on a screen of the main room: its picture, or a slate that says that nothing is shown.

Rule: as with the program: the present or a slate, never a frozen picture.
"""

from PySide6.QtCore import QSize

from widgets.controls.store import Store
from widgets.drawing.slates import Slate
from widgets.drawing.sources import PictureSource
from widgets.phrases.console import screen_words as words
from widgets.screens.program_window import ProgramWindow, place_of


class ContentWindow(ProgramWindow):
    """The content on one screen, beside the program on another."""

    shows_content = True

    def __init__(self, store: Store, pictures: PictureSource) -> None:
        super().__init__(store, pictures, words.content_window)
        self.setObjectName("content-window")
        store.content_changed.connect(self._follow)

    def has_picture(self) -> bool:
        """Tells whether content is shown now."""
        return self._store.content.source is not None

    def slate_now(self) -> Slate:
        """Returns the meeting's slate, with a line that says that nothing is shown."""
        slate = super().slate_now()
        running = self._store.known and not self._store.link_lost and self._store.session.running
        if not running or self.has_picture():
            return slate
        return Slate(slate.title, slate.main, words.no_content())

    def key_of(self, size: QSize) -> str:
        """Returns the slot of the content in a size; empty where none is wanted."""
        return f"content/{place_of(size)}" if not size.isEmpty() else ""
