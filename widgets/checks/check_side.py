"""Beside the sites of a check: how it stands, the chosen site's items, and what can be done about them.

Rule: numbers stand beside words and signs; a button names the wanted state, and its key stands on it.
"""

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QAction, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from console.words import RehearsalState
from widgets.checks.check_model import ItemChecks
from widgets.checks.check_rows import CheckRow, Sign
from widgets.checks.check_table import SIGNS, CheckTable
from widgets.controls.buttons import PLAIN, PRIMARY, ActionButton
from widgets.drawing import theme
from widgets.drawing.icons import draw_icon
from widgets.drawing.painting import draw_text, panel, text_width
from widgets.drawing.rephrasing import named
from widgets.phrases.console import check_panel_words as words

MOST_NAMES = 4
LINE_HEIGHT = 26
ROOM_FOR_NAMES = 560


def button_row(actions: Sequence[QAction], parent: QWidget) -> QHBoxLayout:
    """Returns buttons of one width side by side."""
    row = QHBoxLayout()
    row.setSpacing(6)
    for action in actions:
        button = ActionButton(action, parent, PLAIN)
        button.title_size, button.second_size = 13, 12
        button.setMinimumSize(80, 36)
        button.setSizePolicy(QSizePolicy.Policy.MinimumExpanding, QSizePolicy.Policy.Fixed)
        row.addWidget(button)
    return row


class CheckTotals(QWidget):
    """How many sites passed, and which ones need somebody."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows: tuple[CheckRow, ...] = ()
        self.closed = ""
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setMinimumHeight(52 + 4 * LINE_HEIGHT + 14)

    def show_rows(self, rows: tuple[CheckRow, ...], closed: str) -> None:
        """Shows these sites; `closed` says when the stage was closed."""
        if (rows, closed) != (self.rows, self.closed):
            self.rows, self.closed = rows, closed
            self.setAccessibleName(self.summary)
            self.update()

    @property
    def passed(self) -> int:
        """How many sites are in order, remarks included."""
        return sum(row.state in (RehearsalState.PASSED, RehearsalState.REMARK) for row in self.rows)

    @property
    def lines(self) -> list[tuple[Sign, str]]:
        """What is not in order, a line for each kind."""
        counted = Counter(row.state for row in self.rows)
        kinds = (
            (RehearsalState.FAILED, Sign.BAD, words.count_failed),
            (RehearsalState.REMARK, Sign.REMARK, words.count_remarks),
            (RehearsalState.MEASURING, Sign.BUSY, words.count_measuring),
            (RehearsalState.NOT_TESTED, Sign.OPEN, words.count_open),
        )
        return [(sign, self._with_names(told(counted[state]), state)) for state, sign, told in kinds if counted[state]]

    def _with_names(self, told: str, state: RehearsalState) -> str:
        labels = [row.label for row in self.rows if row.state is state]
        if len(labels) > MOST_NAMES:
            labels = [*labels[: MOST_NAMES - 1], words.and_more(len(labels) - MOST_NAMES + 1)]
        return words.names(told, ", ".join(labels))

    @property
    def summary(self) -> str:
        """All of it as one text."""
        return ". ".join([words.counted(self.passed, len(self.rows)), *(text for _, text in self.lines), self.closed])

    def sizeHint(self) -> QSize:
        """Returns the room for four lines."""
        return QSize(320, self.minimumHeight())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the figure and the lines."""
        with QPainter(self) as painter:
            panel(painter, self.rect().toRectF(), theme.PANEL, theme.LINE)
            large = theme.font(26, 700)
            told = words.counted(self.passed, len(self.rows))
            draw_text(painter, QRectF(14, 8, text_width(told, large), 40), told, large, theme.TEXT)
            for place, (sign, text) in enumerate(self.lines):
                top = 50.0 + place * LINE_HEIGHT
                icon, colour = SIGNS[sign]
                draw_icon(painter, icon, QRectF(14, top + 6, 13, 13), colour)
                box = QRectF(34, top, self.width() - 44, LINE_HEIGHT)
                painter.setFont(theme.font(13, 600))
                painter.setPen(theme.TEXT_SECOND)
                line = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, round(box.width()))
                painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter), line)
            if self.closed:
                font = theme.font(13)
                width = text_width(self.closed, font)
                draw_text(painter, QRectF(self.width() - width - 14, 14, width, 26), self.closed, font, theme.DIM)


class CheckSide(QWidget):
    """The column at the right."""

    def __init__(self, items: ItemChecks, actions: dict[str, QAction], parent: QWidget) -> None:
        super().__init__(parent)
        self.totals = CheckTotals(self)
        self.site_label = QLabel(self)
        self.site_label.setFont(theme.font(16, 600))
        self.items = CheckTable(items, self, stretched=(0, 1))
        named(self.items, words.item_table)
        self.person, self.remark = QLineEdit(self), QLineEdit(self)
        for field, label in ((self.person, words.person_label), (self.remark, words.remark_label)):
            named(field, label)
            field.setMaxLength(200)
        self._lay_out(actions)
        self.rephrase()

    def _lay_out(self, actions: dict[str, QAction]) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.totals)
        column.addWidget(self.site_label)
        column.addWidget(self.items, 1)
        fields = QHBoxLayout()
        fields.setSpacing(6)
        fields.addWidget(self.person)
        fields.addWidget(self.remark)
        column.addLayout(fields)
        column.addLayout(self._row(actions, ("tick-ok", "tick-fail", "tick-none")))
        column.addLayout(self._row(actions, ("freeze", "next-open")))
        closing = ActionButton(actions["close-stage"], self, PRIMARY)
        closing.setMinimumHeight(44)
        column.addWidget(closing)

    def _row(self, actions: dict[str, QAction], names: Sequence[str]) -> QHBoxLayout:
        return button_row([actions[name] for name in names], self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leaves out who looked where there is no room; a finding's tip says all."""
        super().resizeEvent(event)
        self.items.setColumnHidden(2, self.width() < ROOM_FOR_NAMES)

    def rephrase(self) -> None:
        """Says what is kept in the language in use."""
        self.person.setPlaceholderText(words.person_label())
        self.remark.setPlaceholderText(words.remark_label())
