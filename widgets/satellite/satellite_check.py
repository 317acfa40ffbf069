"""The sheet with which a site's technician ticks the own part of the technical check.

Rule: one row for each item the bridge asks about; a tick is sent at once and under a name, and what stands in a row is
what the bridge has taken. The items that the bridge measures by itself are not here.
"""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton

from console.checks.check_words import CheckItem, CheckResult
from console.sites.site_standing import SiteStanding
from widgets.phrases.log import check_words
from widgets.phrases.satellite import site_check_words as words
from widgets.satellite.satellite_sheet import Sheet, label

if TYPE_CHECKING:
    from widgets.satellite.satellite_window import SatelliteWindow

OFFERED = (CheckResult.OK, CheckResult.FAIL, CheckResult.NOT_APPLICABLE)


class CheckSheet(Sheet):
    """The items of the check, each with three answers."""

    def __init__(self, window: "SatelliteWindow") -> None:
        super().__init__(window, words.title(), words.text())
        self.stage = ""
        self.heading = label("", 16, 600)
        self.body.addWidget(self.heading)
        self.person = self.field(words.person())
        self.person.setText(window.state.in_charge)
        self.remark = self.field(words.remark())
        for field in (self.person, self.remark):
            field.setMinimumWidth(200)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(6)
        self._grid.setVerticalSpacing(2)
        self._grid.setColumnStretch(0, 1)
        self.body.addLayout(self._grid)
        fields = QHBoxLayout()
        fields.setSpacing(8)
        fields.addWidget(self.person)
        fields.addWidget(self.remark)
        self.body.addLayout(fields)
        self.rows: dict[CheckItem, dict[CheckResult, QPushButton]] = {}
        self.first = self.person
        self.end_with()

    def _fill(self, items: tuple[CheckItem, ...]) -> None:
        while (place := self._grid.takeAt(0)) is not None:
            widget = place.widget()
            if widget is not None:
                widget.deleteLater()
        self.rows = {}
        for row, item in enumerate(items):
            name = label(check_words.phrase_item(item), 15, 500)
            name.setMinimumWidth(300)
            self._grid.addWidget(name, row, 0)
            self.rows[item] = {result: self._answer(item, result) for result in OFFERED}
            for column, button in enumerate(self.rows[item].values(), start=1):
                self._grid.addWidget(button, row, column)

    def _answer(self, item: CheckItem, result: CheckResult) -> QPushButton:
        said = check_words.phrase_check_result(result)
        button = self.button(said[:1].upper() + said[1:], partial(self._tick, item, result))
        button.setAccessibleName(words.answer(check_words.phrase_item(item), said))
        button.setObjectName(f"{item.value}-{result.value}")
        button.setCheckable(True)
        return button

    def _tick(self, item: CheckItem, result: CheckResult) -> None:
        self.show_state(self.site.state)  # a press shows nothing by itself: the bridge's answer does
        self.site.check_ticked.emit(self.stage, item, result, self.remark.text().strip(), self.person.text().strip())
        self.remark.clear()

    def show_state(self, state: SiteStanding) -> None:
        """Follows what the bridge asks about, and what it has taken."""
        check = state.check
        items = () if check is None else check.items
        self.stage = "" if check is None else check.stage
        self.heading.setText(words.stage(check_words.phrase_stage(self.stage)) if self.stage else words.nothing())
        if items != tuple(self.rows):
            self._fill(items)
        for item, taken in zip(items, () if check is None else check.results, strict=True):
            for result, button in self.rows[item].items():
                button.setChecked(result is taken)
        for field in (self.person, self.remark):
            field.setVisible(bool(items))
