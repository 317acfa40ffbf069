"""The program on a screen of the hall: its picture and nothing else, or a slate.

Rule: what is shown is the present or a slate, never a frozen picture; no pointer, no keyboard, no word for technicians.
"""

from collections.abc import Callable

from PySide6.QtCore import QElapsedTimer, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QShowEvent

from widgets.controls.store import Store
from widgets.drawing.pictures import PictureFeed
from widgets.drawing.recording_mark import RecordingMark
from widgets.drawing.slates import Slate, paint_slate
from widgets.drawing.sources import PictureSource
from widgets.phrases.console import screen_words as words
from widgets.phrases.log import recorder_words
from widgets.screens.screen_window import ScreenWindow
from widgets.screens.slate import slate_of

OLD_MS = 1000
"""After this long without a new picture, or without the bridge, a slate stands instead."""


def place_of(size: QSize) -> str:
    """Returns the name of the program's place of a size: screens of one size share their pictures."""
    return f"{size.width()}x{size.height()}"


def program_key(size: QSize) -> str:
    """Returns the slot of the program in a size; empty where no picture is wanted."""
    return f"program/{place_of(size)}" if not size.isEmpty() else ""


class ProgramWindow(ScreenWindow):
    """The program on one screen."""

    def __init__(self, store: Store, pictures: PictureSource, title: Callable[[], str] = words.program_window) -> None:
        super().__init__(title)
        self.setObjectName("program-window")
        self.setCursor(Qt.CursorShape.BlankCursor)
        self._store, self._pictures = store, pictures
        self._feed = PictureFeed(pictures, "")
        self._since_picture = QElapsedTimer()
        self._session_was_seen = False
        self.mark = RecordingMark(self, recorder_words.mark)
        store.recording_changed.connect(self._follow_recording)
        self.slate: Slate | None = None
        """What stands instead of the picture; None: the picture is the present."""
        for signal in (store.session_changed, store.link_lost_changed, store.roster_changed, store.engine_changed):
            signal.connect(self._follow)
        self._follow()
        self._follow_recording()

    def rephrase(self) -> None:
        """Says everything in the language in use."""
        super().rephrase()
        self._follow()
        self._follow_recording()

    def _follow_recording(self) -> None:
        """Shows the mark over the picture, or over the slate in its place."""
        self.mark.show_recorded(self._store.recording.shown)
        self.mark.stand_in(self._picture_area, max(15, self.height() // 40))

    @property
    def _picture_area(self) -> QRectF:
        """The largest area of the picture's proportions, on whole physical pixels."""
        ratio = self.devicePixelRatioF()
        wide, high = round(self.width() * ratio), round(self.height() * ratio)
        width = min(wide, high * 16 // 9) & ~1
        height = min(high, (width * 9 + 8) // 16) & ~1
        left, top = (wide - width) // 2, (high - height) // 2
        return QRectF(left / ratio, top / ratio, width / ratio, height / ratio)

    def picture_size(self) -> QSize:
        """Returns the size of the picture in physical pixels; empty while the window is hidden."""
        if not self.isVisible():
            return QSize()
        area, ratio = self._picture_area, self.devicePixelRatioF()
        return QSize(round(area.width() * ratio), round(area.height() * ratio))

    def tick(self) -> None:
        """Takes a newer picture when there is one, and changes to the slate when there is none any more."""
        if self._feed.key and self._feed.refresh():
            self._since_picture.start()
            self._follow()
            if self.slate is None:
                self.update(self._picture_area.toAlignedRect())
        elif self.slate is None and not self._present:
            self._follow()

    @property
    def _present(self) -> bool:
        """Tells whether the last picture is what everybody else sees at this moment."""
        store = self._store
        lost_ms = store.link_lost_since_ms
        away = not store.known or (store.link_lost and (lost_ms is None or store.now_ms - lost_ms >= OLD_MS))
        fresh = self._since_picture.isValid() and self._since_picture.elapsed() < OLD_MS
        running = store.engine.up and store.session.running and self.has_picture()
        return fresh and not away and running and self._feed.image is not None

    def has_picture(self) -> bool:
        """Tells whether there is anything to be shown in a running session."""
        return True

    def slate_now(self) -> Slate:
        """Returns what stands instead of the picture."""
        return slate_of(self._store, session_was_seen=self._session_was_seen)

    def key_of(self, size: QSize) -> str:
        """Returns the slot of the picture in a size; empty where none is wanted."""
        return program_key(size)

    def _follow(self) -> None:
        """Shows picture or slate, whichever it has to be now."""
        self._session_was_seen |= self._store.session.running
        slate = None if self._present else self.slate_now()
        if slate != self.slate:
            self.slate = slate
            self.setAccessibleDescription(f"{slate.title} · {slate.main}" if slate is not None else "")
            self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wants the picture in the new size."""
        self._rename_place()
        self._follow_recording()

    def showEvent(self, event: QShowEvent) -> None:
        """Wants pictures."""
        super().showEvent(event)
        self._rename_place()

    def _rename_place(self) -> None:
        key = self.key_of(self.picture_size())
        if key != self._feed.key:
            self._feed = PictureFeed(self._pictures, key)
            self._since_picture.invalidate()
            self._follow()
        self.picture_size_changed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the picture between black bars, or the slate."""
        with QPainter(self) as painter:
            area, whole = self._picture_area, self.rect().toRectF()
            if self.slate is not None:
                paint_slate(painter, whole, self.slate)
                return
            if not area.contains(event.rect().toRectF()):
                painter.fillRect(whole, Qt.GlobalColor.black)
            self._feed.paint(painter, area, self.devicePixelRatioF())
