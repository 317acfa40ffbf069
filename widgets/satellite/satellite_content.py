"""The content beside the program at a site: on the second screen where there is one, else beside it in the window.

Rules: nothing covers a second screen before the first content is shown, and what stands there is the present or a
slate, never a frozen picture; with one screen content stays within the program until the technician wants it apart.
"""

from collections.abc import Callable
from typing import cast

from PySide6.QtCore import QElapsedTimer, QObject, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent, QResizeEvent, QScreen, QShowEvent
from PySide6.QtWidgets import QWidget

from console.sites.site_standing import SiteStanding
from widgets.controls.buttons import PLAIN, PaintedButton
from widgets.drawing.icons import Icon
from widgets.drawing.pictures import PictureFeed
from widgets.drawing.slates import Slate, paint_slate
from widgets.drawing.sources import PictureSource
from widgets.phrases.satellite import site_content_words as words
from widgets.satellite.satellite_keys import key_of
from widgets.satellite.satellite_panels import PicturePane
from widgets.screens.screen_window import ScreenWindow

KEY = "content"
OLD_MS = 2000
"""Slides come five times a second, also while they stand still."""
NOWHERE = QSize(0, 0)
EDGE, BUTTON_HEIGHT = 12, 36


class ContentScreen(ScreenWindow):
    """The content on a screen of its own, or a slate."""

    def __init__(self, pictures: PictureSource) -> None:
        super().__init__(words.content_window)
        self.setObjectName("content-window")
        self.setCursor(Qt.CursorShape.BlankCursor)
        self._feed = PictureFeed(pictures, KEY)
        self._since_picture = QElapsedTimer()
        self._state = SiteStanding()
        self.slate: Slate | None = None
        """What stands instead of the picture; None: the picture is the present."""
        self.show_state(self._state)

    def show_state(self, state: SiteStanding) -> None:
        """Shows whether there is content now."""
        self._state = state
        self._follow()

    def picture_size(self) -> QSize:
        """Returns the size of the picture in physical pixels; empty while the window is hidden."""
        if not self.isVisible():
            return NOWHERE
        ratio, area = self.devicePixelRatioF(), self._picture_area
        return QSize(round(area.width() * ratio) & ~1, round(area.height() * ratio) & ~1)

    @property
    def _picture_area(self) -> QRectF:
        width = min(self.width(), self.height() * 16 / 9)
        height = width * 9 / 16
        return QRectF((self.width() - width) / 2, (self.height() - height) / 2, width, height)

    def tick(self) -> None:
        """Takes a newer picture when there is one, and changes to the slate when there is none any more."""
        if self._feed.refresh():
            self._since_picture.start()
            self.update()
        self._follow()

    def _follow(self) -> None:
        fresh = self._since_picture.isValid() and self._since_picture.elapsed() < OLD_MS
        present = fresh and self._state.joined and self._state.presented and self._feed.image is not None
        slate = None if present else Slate(self._state.title, words.nothing_shown(self._state), "")
        if slate != self.slate:
            self.slate = slate
            self.setAccessibleDescription(f"{slate.title} · {slate.main}" if slate is not None else "")
            self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wants the picture in the new size."""
        self.picture_size_changed.emit()

    def showEvent(self, event: QShowEvent) -> None:
        """Wants pictures."""
        super().showEvent(event)
        self.picture_size_changed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the picture between black bars, or the slate."""
        with QPainter(self) as painter:
            if self.slate is not None:
                paint_slate(painter, self.rect().toRectF(), self.slate)
                return
            painter.fillRect(self.rect(), Qt.GlobalColor.black)
            self._feed.paint(painter, self._picture_area, self.devicePixelRatioF())


class ContentBeside(QObject):
    """Where the content stands besides the program; `changed` is called when the window has to be laid out anew."""

    def __init__(self, window: QWidget, pictures: PictureSource, changed: Callable[[], None]) -> None:
        super().__init__(window)
        self._window, self._pictures, self._changed = window, pictures, changed
        self._state = SiteStanding()
        self._wish: bool | None = None
        """What the technician wants; None: nothing was said, a second screen decides."""
        self.pane = PicturePane(pictures, KEY, Icon.SCREEN, window)
        self.pane.hide()
        self.button = PaintedButton(window, PLAIN, icon=Icon.SCREEN)
        self.button.setObjectName("button-content")
        self.button.title_size, self.button.second_size = 15, 13
        self.button.clicked.connect(lambda: self.show_within() if self.apart else self.show_apart())
        self.screen_window: ContentScreen | None = None
        application = cast("QGuiApplication", QGuiApplication.instance())
        application.screenAdded.connect(self._screens_changed)
        application.screenRemoved.connect(self._screen_gone)

    # ------------------------------------------------------------ the technician

    def show_apart(self) -> None:
        """Shows the content beside the program from now on, while there is any."""
        self._wish = self._wish if not self._state.presented else True
        self._follow()

    def show_within(self) -> None:
        """Leaves the content within the program from now on."""
        self._wish = False
        self._follow()

    # ------------------------------------------------------------ what stands

    @property
    def apart(self) -> bool:
        """Whether content is wanted beside the program."""
        return self._second_screen() is not None if self._wish is None else self._wish

    @property
    def in_window(self) -> bool:
        """Whether the content has a place in the site's own window."""
        on_screen = self.screen_window is not None and self.screen_window.isVisible()
        return self.apart and self._state.joined and self._state.presented and not on_screen

    def wanted_size(self) -> QSize:
        """Returns the size in which the content is wanted, in physical pixels; (0, 0): within the program."""
        if self.screen_window is not None and self.screen_window.isVisible():
            return self.screen_window.picture_size() if self._state.joined else NOWHERE
        return self.pane.wanted_size() if self.in_window else NOWHERE

    def show_state(self, state: SiteStanding) -> None:
        """Shows a state; says everything in the language in use."""
        self._state = state
        self.pane.set_label(words.content_label())
        if self.screen_window is not None:
            self.screen_window.rephrase()
            self.screen_window.show_state(state)
        self._follow()

    def refresh_picture(self) -> None:
        """Takes a newer picture when there is one."""
        if self.pane.isVisible():
            self.pane.refresh_picture()

    def close(self) -> None:
        """Leaves the second screen: the site's window goes."""
        if self.screen_window is not None:
            self.screen_window.hide()

    # ------------------------------------------------------------ screens

    def _second_screen(self) -> QScreen | None:
        home = self._window.screen()
        others = (screen for screen in QGuiApplication.screens() if screen is not home)
        return next((screen for screen in others if not screen.geometry().intersects(home.geometry())), None)

    def _screens_changed(self, _screen: object) -> None:
        self._follow()

    def _screen_gone(self, screen: QScreen) -> None:
        # Qt would move the window over the technician's own screen.
        if self.screen_window is not None and self.screen_window.screen() is screen:
            self.screen_window.hide()
        self._follow()

    def _follow(self) -> None:
        before = (self.in_window, self.pane.isVisible())
        screen = self._second_screen() if self.apart else None
        shown = self.screen_window is not None and self.screen_window.isVisible()
        if screen is None or not self._window.isVisible():
            self.close()
        elif shown or self._state.presented:
            self._fill(screen)
        self.pane.setVisible(self.in_window)
        self._name_button()
        if before != (self.in_window, self.pane.isVisible()) or shown != self._is_on_screen:
            self._changed()

    def _name_button(self) -> None:
        title, key = (words.show_within(), "content-within") if self.apart else (words.show_apart(), "content")
        self.button.set_words(title, key_of(key))
        self.button.setVisible(self._state.joined and self._state.presented)

    def place_button(self, picture: QRect) -> None:
        """Lays the button over the upper right corner of the large picture."""
        size = self.button.sizeHint()
        self.button.setGeometry(picture.right() - EDGE - size.width(), picture.y() + EDGE, size.width(), BUTTON_HEIGHT)
        self.button.raise_()

    @property
    def _is_on_screen(self) -> bool:
        return self.screen_window is not None and self.screen_window.isVisible()

    def _fill(self, screen: QScreen) -> None:
        if self.screen_window is None:
            self.screen_window = ContentScreen(self._pictures)
            self.screen_window.closed_by_hand.connect(self.show_within)
            self.screen_window.picture_size_changed.connect(self._changed)
            self.screen_window.show_state(self._state)
        self.screen_window.fill(screen)
