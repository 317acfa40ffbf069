"""The help page "Các điều khoản và phần mềm": every duty of the five regulations, and what this program does about it.

Rule: generated from the duty table that the tests hold true; nothing here says more than the table.
"""

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from console.regulation.duties import DutyStatus
from widgets.drawing import theme
from widgets.drawing.rephrasing import named
from widgets.guide.duty_model import DUTY, DutyModel
from widgets.phrases.guide import duty_words as words

SIZE = (1180, 780)
WIDTHS = {0: 88, 1: 116, 3: 210, 4: 150}
ROW_HEIGHT = 30
DETAILS_HEIGHT = 132


class DutyPage(QDialog):
    """The duties with three filters and a search; below the table all that is known of the chosen one."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("duties")
        self.model = DutyModel(words.shipped_duties())
        self.field = QLineEdit(self)
        self.field.setClearButtonEnabled(True)
        self.province, self.status, self.feature = QComboBox(self), QComboBox(self), QComboBox(self)
        self.count, self.details = QLabel(self), QLabel(self)
        self.table = QTableView(self)
        self._dress()
        self._lay_out()
        self.rephrase()
        self.field.textChanged.connect(self._choose)
        for box in self._boxes:
            box.currentIndexChanged.connect(self._choose)
        self.table.selectionModel().currentRowChanged.connect(self._tell)

    @property
    def _boxes(self) -> tuple[QComboBox, QComboBox, QComboBox]:
        return self.province, self.status, self.feature

    def _dress(self) -> None:
        table = self.table
        table.setModel(self.model)
        table.setFont(theme.font(14))
        table.setAlternatingRowColors(True)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        table.setTabKeyNavigation(False)
        table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        table.horizontalHeader().setSectionResizeMode(DUTY, QHeaderView.ResizeMode.Stretch)
        for column, width in WIDTHS.items():
            table.setColumnWidth(column, width)
        self.details.setTextFormat(Qt.TextFormat.PlainText)
        self.details.setWordWrap(True)
        self.details.setFont(theme.font(15))
        self.details.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.details.setMinimumHeight(DETAILS_HEIGHT)
        self.details.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.count.setFont(theme.font(15))

    def _lay_out(self) -> None:
        filters = QHBoxLayout()
        filters.setSpacing(12)
        filters.addWidget(self.field, 1)
        for box in self._boxes:
            filters.addWidget(box)
        body = QVBoxLayout(self)
        body.setContentsMargins(20, 18, 20, 16)
        body.setSpacing(12)
        body.addLayout(filters)
        body.addWidget(self.count)
        body.addWidget(self.table, 1)
        body.addWidget(self.details)
        self.resize(*SIZE)

    def rephrase(self) -> None:
        """Says everything in the language in use; the filters keep what they were set to."""
        self.setWindowTitle(words.title())
        self.field.setPlaceholderText(words.search_hint())
        named(self.field, words.search_hint)
        named(self.table, words.table_name)
        table = self.model.table
        _fill(self.province, words.every_province(), dict(table.provinces))
        _fill(self.status, words.every_status(), {one.value: words.status(one) for one in DutyStatus})
        features = {code: f"{code} · {words.said(name)}" for code, name in table.features.items()}
        _fill(self.feature, words.every_feature(), features)
        for box, name in zip(
            self._boxes, (words.province_choice, words.status_choice, words.feature_choice), strict=True
        ):
            named(box, name)
        self._choose()

    def _choose(self) -> None:
        status = self.status.currentData()
        self.model.choose(
            self.province.currentData(),
            None if status is None else DutyStatus(status),
            self.feature.currentData(),
            self.field.text(),
        )
        self.count.setText(words.count(self.model.shown))
        self._tell()

    def _tell(self) -> None:
        index = self.table.currentIndex()
        duty = self.model.shown[index.row()] if index.isValid() else None
        self.details.setText(words.nothing_chosen() if duty is None else words.details(duty, self.model.table))


def _fill(box: QComboBox, every: str, choices: dict[str, str]) -> None:
    """Fills a filter anew without telling anybody; what was chosen stays chosen."""
    chosen = box.currentData()
    with QSignalBlocker(box):
        box.clear()
        box.addItem(every, None)
        for value, text in choices.items():
            box.addItem(text, value)
        box.setCurrentIndex(max(0, box.findData(chosen)))
