"""The main commands under the program, and the answer to the last one."""

from collections.abc import Sequence

import msgspec
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QMenu, QWidget

from console.commands import AnyCommand
from console.effects import Receipt
from console.words import Layout, Outcome
from widgets.controls.acts import Act
from widgets.controls.buttons import NEXT, PLAIN, PRIMARY, SAFE, ActionButton, PaintedButton
from widgets.controls.command_set import CommandSet
from widgets.controls.store import Store
from widgets.drawing import theme
from widgets.drawing.icons import Icon, draw_icon
from widgets.drawing.painting import draw_text, elided_at_word
from widgets.drawing.theme import Measures
from widgets.phrases import phrase_command, phrase_layout, phrase_outcome, phrase_reason
from widgets.phrases.console import console_words as words
from widgets.window.undo_button import UndoButton

RECEIPT_HEIGHT = 36
PADDING, SIGN_AND_PADDING = 12, 38
"""What buttons can do without, in pixels."""


class CommandBar(QWidget):
    """Two rows of buttons and a line for the receipt."""

    def __init__(self, store: Store, commands: CommandSet, parent: QWidget) -> None:
        super().__init__(parent)
        self._store = store
        self._measures = theme.WIDE
        self._text, self._icon, self._ink = "", Icon.CHECK, theme.TEXT_SECOND
        action = commands.action
        self._main: list[PaintedButton] = [
            ActionButton(action(Act.PODIUM), self, PRIMARY, stacked=True),
            ActionButton(action(Act.ON_DECK), self, NEXT, stacked=True),
            ActionButton(action(Act.BACK), self, PLAIN, icon=Icon.BACK, stacked=True),
        ]
        self._lower: list[PaintedButton] = [
            ActionButton(action(Act.MUTE), self, icon=Icon.MICROPHONE_OFF),
            ActionButton(action(Act.MUTE_ALL), self, icon=Icon.LOCK),
            UndoButton(action(Act.UNDO), commands.undo, self),
            ActionButton(action(Act.SAFE_STOP), self, SAFE, icon=Icon.OCTAGON),
        ]
        self._layout = PaintedButton(self, icon=Icon.SCREEN)
        self._layout.setObjectName("button-layout")
        self._layout.clicked.connect(self._open_layouts)
        self._commands = commands
        store.receipt_arrived.connect(self._show_receipt)
        commands.undo.changed.connect(self._show_undo)
        store.podium_changed.connect(self.follow)
        store.session_changed.connect(self.follow)
        commands.layout_action(Layout.PODIUM).changed.connect(self.follow)
        self.follow()

    def follow(self) -> None:
        """Shows the layout in use, and how the last connection went while there is no newer receipt."""
        self._layout.set_words(words.layout_menu(phrase_layout(self._store.podium.layout)))
        self._layout.setEnabled(self._commands.layout_action(Layout.PODIUM).isEnabled())
        self._place()
        self.update()

    def _open_layouts(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for layout in Layout:
            menu.addAction(self._commands.layout_action(layout))
        menu.popup(self.mapToGlobal(self._layout.geometry().bottomLeft()))

    def height_for(self, measures: Measures) -> int:
        """Returns the height that the bar needs."""
        return measures.main_button_height + measures.button_height + RECEIPT_HEIGHT + 2 * measures.gap

    def set_measures(self, measures: Measures) -> None:
        """Draws with other sizes from now on."""
        self._measures = measures
        for button in self._main:
            button.title_size, button.second_size = measures.panel_title_size, measures.label_size
        for button in self._lower:
            button.title_size, button.second_size = measures.label_size + 1, measures.label_size - 1
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shares the width among the buttons."""
        self._place()

    def _place(self) -> None:
        size = self._measures
        _share(self._main, 0, self.width(), size.main_button_height, size.gap, (1.24, 1.08, 0.86))
        wishes = tuple(float(button.sizeHint().width()) for button in self._lower)
        room = self.width() - size.gap * (len(wishes) - 1)
        if sum(wishes) > room:  # the signs of the others go before that of the safe stop
            *others, stop = wishes
            wishes = (*(wish - SIGN_AND_PADDING for wish in others), stop - PADDING)
        _share(self._lower, size.main_button_height + size.gap, self.width(), size.button_height, size.gap, wishes)
        self._layout.title_size = size.label_size
        width = min(self._layout.sizeHint().width() - 6, self.width() // 2)
        self._layout.setGeometry(self.width() - width, self.height() - RECEIPT_HEIGHT, width, RECEIPT_HEIGHT)

    def _show_receipt(self, receipt: Receipt, command: AnyCommand | None) -> None:
        if command is None:
            return
        wish = phrase_command(msgspec.to_builtins(command), self._store.short_label)
        text = words.receipt_line(wish[:1].upper() + wish[1:], phrase_outcome(receipt.outcome), receipt.took_ms)
        if receipt.reason is not None:
            text += words.receipt_reason(phrase_reason(receipt.reason))
        good = receipt.outcome in {Outcome.DONE, Outcome.SUPERSEDED}
        self._show_line(text, Icon.CHECK if good else Icon.TRIANGLE, theme.TEXT_SECOND if good else theme.WARNING)

    def _show_undo(self) -> None:
        """Says what the second press of an armed undo does; what nobody fired goes again."""
        if self._commands.undo.armed:
            self._show_line(self._commands.undo.again, Icon.UNDO, theme.TEXT)
        elif self._icon is Icon.UNDO:
            self._show_line("", Icon.CHECK, theme.DIM)

    def _show_line(self, text: str, icon: Icon, ink: QColor) -> None:
        self._text, self._icon, self._ink = text, icon, ink
        self.setAccessibleDescription(text)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the receipt of the last command, or the last connection time."""
        text, icon, ink = self._text, self._icon, self._ink
        took_ms = self._store.podium.last_connection_ms
        if not text and took_ms is not None:
            text, icon, ink = words.last_connection(took_ms), Icon.CHECK, theme.DIM
        if not text:
            return
        with QPainter(self) as painter:
            top = self.height() - RECEIPT_HEIGHT
            face = theme.font(self._measures.label_size, 500)
            draw_icon(painter, icon, QRectF(4, top + RECEIPT_HEIGHT / 2 - 7, 14, 14), ink)
            room = self._layout.x() - 38
            box = QRectF(26, top, room, RECEIPT_HEIGHT)
            draw_text(painter, box, elided_at_word(text, face, room), face, ink)


def _share(
    buttons: Sequence[PaintedButton], top: int, width: int, height: int, gap: int, wishes: tuple[float, ...]
) -> None:
    room = width - gap * (len(buttons) - 1)
    x = 0.0
    for button, wish in zip(buttons, wishes, strict=True):
        own = room * wish / sum(wishes)
        button.setGeometry(round(x), top, round(x + own) - round(x), height)
        x += own + gap
