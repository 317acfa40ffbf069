"""What the site presents: a row over the large picture while the operator lets it, with its lamp and its buttons.

Rule: it is there exactly while the site may present; what is read, and why it ended, is what the endpoint says.
"""

from collections.abc import Callable

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFileDialog, QWidget

from console.sites.site_standing import SiteStanding
from widgets.controls.buttons import PLAIN, PRIMARY, Look, PaintedButton
from widgets.drawing import theme
from widgets.drawing.icons import Icon, draw_icon
from widgets.drawing.painting import draw_text, elided_at_word, panel, text_width
from widgets.phrases.satellite import site_content_words as words
from widgets.satellite.satellite_keys import key_of

ROW_HEIGHT, EDGE, GAP, BUTTON_HEIGHT = 56, 12, 8, 40
WORDS_LEFT = 46
METER = 40
"""The level of the program stands at the right edge of its picture."""


class PresentingRow(QWidget):
    """Says that the site may present or does, and takes what its technician wishes.

    `wish` is called with whether to present, and with a film's path or nothing for the screen.
    """

    def __init__(self, window: QWidget, wish: Callable[[bool, str], object]) -> None:
        super().__init__(window)
        self._wish = wish
        self._state = SiteStanding()
        self._face = theme.font(17, 700)
        self._words_width = 0.0
        self.screen_button = self._button("screen", PRIMARY, self.present_screen)
        self.film = self._button("film", PLAIN, self.choose_film)
        self.end = self._button("end", PRIMARY, self.end_presenting)
        self.hide()

    def _button(self, name: str, look: Look, act: Callable[[], object]) -> PaintedButton:
        button = PaintedButton(self, look)
        button.setObjectName(f"button-present-{name}")
        button.title_size, button.second_size = 15, 13
        button.clicked.connect(lambda: act())  # noqa: PLW0108 - keeps Qt's "checked" from the act
        return button

    # ------------------------------------------------------------ the technician

    def present_screen(self) -> None:
        """Shows this machine's screen, where that is allowed."""
        if self._may_begin:
            self._wish(True, "")  # noqa: FBT003 - the signal's values

    def choose_film(self) -> None:
        """Lets a film be chosen, and shows it; the dialog is not modal, so the meeting goes on."""
        if not self._may_begin:
            return
        dialog = QFileDialog(self.window(), words.which_film())
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.present_film)
        dialog.open()

    def present_film(self, path: str) -> None:
        """Shows a film of this machine, where that is allowed."""
        if self._may_begin:
            self._wish(True, path)  # noqa: FBT003 - as above

    def end_presenting(self) -> None:
        """Shows nothing of this machine any more."""
        if self._state.presents:
            self._wish(False, "")  # noqa: FBT003 - as above

    @property
    def _may_begin(self) -> bool:
        return self._state.joined and self._state.may_present and not self._state.presents

    # ------------------------------------------------------------ what stands

    def show_state(self, state: SiteStanding) -> None:
        """Shows a state, in the language in use."""
        self._state = state
        self.screen_button.set_words(words.present_screen(), key_of("present-screen"))
        self.film.set_words(words.present_film(), key_of("present-film"))
        self.end.set_words(words.end_presenting(), key_of("present-end"))
        for button in (self.screen_button, self.film):
            button.setVisible(not state.presents)
        self.end.setVisible(state.presents)
        self.setVisible(state.joined and state.may_present)
        self.setAccessibleName(words.presenting(state))
        self.update()

    def stand_in(self, picture: QRect) -> None:
        """Lays the row along the lower edge of the large picture, beside its meter; words above where it is narrow."""
        width = picture.width() - EDGE - METER
        buttons = (self.end,) if self._state.presents else (self.film, self.screen_button)
        taken = sum(button.sizeHint().width() + GAP for button in buttons)
        wanted = WORDS_LEFT + text_width(words.presenting(self._state), self._face) + GAP
        height = ROW_HEIGHT if wanted + taken + GAP <= width else 2 * ROW_HEIGHT - EDGE
        self._words_width = width - WORDS_LEFT - GAP - (0 if height > ROW_HEIGHT else taken)
        self.setGeometry(picture.x() + EDGE, picture.bottom() - EDGE - height, width, height)
        right = width - GAP
        for button in buttons:
            right -= button.sizeHint().width()
            button.setGeometry(right, height - GAP - BUTTON_HEIGHT, button.sizeHint().width(), BUTTON_HEIGHT)
            right -= GAP
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the lamp and its words."""
        with QPainter(self) as painter:
            panel(painter, self.rect().toRectF(), theme.PANEL, theme.LINE)
            ink = theme.LIVE_MARK if self._state.presents else theme.TEXT
            draw_icon(painter, Icon.SCREEN, QRectF(16, (ROW_HEIGHT - 20) / 2, 20, 20), ink)
            text = words.presenting(self._state)
            if text_width(text, self._face) > self._words_width:
                text = elided_at_word(text, self._face, self._words_width)
            box = QRectF(WORDS_LEFT, 0, self._words_width, ROW_HEIGHT)
            draw_text(painter, box, text, self._face, ink)
