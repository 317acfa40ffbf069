"""A table of findings, painted: a sign by shape and colour beside the words; chosen and read by keyboard.

Rule: red and green say nothing here; a fault is a magenta square, a remark an amber triangle, what is open a ring.
"""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from widgets.checks.check_model import FACE, FaceModel
from widgets.checks.check_rows import CellFace, Sign
from widgets.drawing import theme
from widgets.drawing.icons import Icon, draw_icon

ROW_HEIGHT = 30
SIGN_SIDE = 12.0
PADDING = 8.0
SIGNS: dict[Sign, tuple[Icon, QColor]] = {
    Sign.GOOD: (Icon.CHECK, theme.TEXT_SECOND),
    Sign.REMARK: (Icon.TRIANGLE, theme.WARNING),
    Sign.BAD: (Icon.SQUARE, theme.ERROR),
    Sign.BUSY: (Icon.CLOCK, theme.TEXT),
    Sign.OPEN: (Icon.RING, theme.FAINT),
    Sign.FOLDED: (Icon.FOLDED, theme.TEXT),
    Sign.UNFOLDED: (Icon.UNFOLDED, theme.TEXT),
}


class FaceDelegate(QStyledItemDelegate):
    """Paints one finding."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paints ground, sign and words."""
        face = index.data(FACE)
        if not isinstance(face, CellFace):
            super().paint(painter, option, index)
            return
        box = QRectF(option.rect)  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType] - Qt's own
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType]
        if chosen:
            painter.fillRect(box, theme.RAISED)
        painter.fillRect(QRectF(box.left(), box.bottom() - 1, box.width(), 1), theme.SELECT if chosen else theme.LINE)
        left = box.left() + PADDING
        ink = theme.TEXT if index.column() == 0 else theme.TEXT_SECOND
        if face.sign in (Sign.FOLDED, Sign.UNFOLDED):
            indent = len(face.text) - len(face.text.lstrip())
            left += QFontMetricsF(theme.font(13, 600)).horizontalAdvance(face.text[:indent])
            face = CellFace(face.text[indent:], face.sign)
        if face.sign in SIGNS:
            icon, colour = SIGNS[face.sign]
            draw_icon(painter, icon, QRectF(left, box.center().y() - SIGN_SIDE / 2, SIGN_SIDE, SIGN_SIDE), colour)
            left += SIGN_SIDE + 6
            ink = theme.FAINT if face.sign is Sign.OPEN else theme.TEXT
        font = theme.font(13, 600 if index.column() == 0 or face.sign in (Sign.BAD, Sign.REMARK) else 400)
        painter.setFont(font)
        painter.setPen(ink)
        room = box.right() - left - 4
        text = QFontMetricsF(font).elidedText(face.text, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRectF(left, box.top(), room, box.height()), int(Qt.AlignmentFlag.AlignVCenter), text)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Returns the room for a finding."""
        face = index.data(FACE)
        if not isinstance(face, CellFace):
            return super().sizeHint(option, index)
        sign = SIGN_SIDE + 6 if face.sign in SIGNS else 0
        wide = QFontMetricsF(theme.font(13, 600)).horizontalAdvance(face.text)
        return QSize(round(wide + sign + 2 * PADDING + 4), ROW_HEIGHT)


class CheckTable(QTableView):
    """One table; a row at a time is chosen. Left and right, or a click on a head, ask to fold and unfold it."""

    fold_wanted = Signal(int, bool)
    """Row and whether it is to be folded."""

    def __init__(self, model: FaceModel, parent: QWidget, *, stretched: tuple[int, ...]) -> None:
        """`stretched` are the columns that share the room that is left."""
        super().__init__(parent)
        self.setModel(model)
        self.clicked.connect(self._clicked)
        self.setItemDelegate(FaceDelegate(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        self.verticalHeader().setMinimumSectionSize(ROW_HEIGHT)
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        for column in stretched:
            head.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        head.setMinimumSectionSize(56)

    @property
    def chosen(self) -> int:
        """The row that is chosen, -1 for none."""
        return self.currentIndex().row()

    def choose(self, row: int) -> None:
        """Chooses a row and shows it."""
        if 0 <= row < self.model().rowCount():
            self.selectRow(row)
            self.setCurrentIndex(self.model().index(row, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leaves letters and Space to the window's actions; Qt would search by them."""
        if event.text() and event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
            return
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right) and self.chosen >= 0:
            self.fold_wanted.emit(self.chosen, event.key() == Qt.Key.Key_Left)
            return
        super().keyPressEvent(event)

    def _clicked(self, index: QModelIndex) -> None:
        face = index.data(FACE)
        if isinstance(face, CellFace) and face.sign in (Sign.FOLDED, Sign.UNFOLDED):
            self.fold_wanted.emit(index.row(), face.sign is Sign.UNFOLDED)
