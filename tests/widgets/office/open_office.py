"""The real office window over a real register, beside a loop that the test turns by hand."""

import asyncio
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from console.data_folder import DataFolder
from console.events import Site
from console.log_book.office_store import OfficeStore
from console.words import SiteRole
from hardware.processes.window.register_desk import RegisterDesk
from widgets.office.office_window import OfficeWindow
from widgets.office.record_page import RecordPage
from widgets.office.register_store import RegisterStore
from widgets.office.register_wiring import connect_register

NOW_MS = 1_795_257_600_000  # 21 November 2026, 19:00 in Viet Nam
SITES = (
    Site(site="main", number=0, name="UBND tỉnh", role=SiteRole.MAIN_ENDPOINT),
    Site(site="s001", number=1, name="Phường Tân Lập", parent="main"),
    Site(site="s002", number=2, name="Xã Ea Nuôl", parent="s001"),
)


class OpenOffice:
    """A window, its register, and what the window said."""

    def __init__(self, folder: Path, loop: asyncio.AbstractEventLoop) -> None:
        self._loop = loop
        self.data = DataFolder(folder)
        self.data.make()
        with self.register() as office:
            office.sites.put(SITES)
        self.store = RegisterStore(lambda: NOW_MS, "Nguyễn Văn An")
        self.desk = loop.run_until_complete(self._make_desk())
        self.window = OfficeWindow(self.store)
        connect_register(self.window, self.desk)

    async def _make_desk(self) -> RegisterDesk:
        return RegisterDesk(self.data, "Nguyễn Văn An", self.store, look_seconds=0.02)

    def register(self) -> OfficeStore:
        """Opens the register as another process would."""
        return OfficeStore(self.data.office_file, wall_ms=lambda: NOW_MS)

    def settle(self) -> None:
        """Lets everything that was wished be carried out, and what others wrote be seen."""

        async def turn() -> None:
            await self.desk.finish()
            await self.desk._look()
            await self.desk.finish()

        self._loop.run_until_complete(turn())

    def page(self, name: str) -> RecordPage:
        """Opens a page and returns it when its records are there."""
        self.window.open_page(name)
        self.settle()
        page = self.window.page
        assert isinstance(page, RecordPage), name
        return page

    def rows(self, page: RecordPage) -> list[list[str]]:
        """Returns what stands in a page's table, as it is sorted and filtered."""
        model = page.table.found
        return [
            [model.index(row, column).data() for column in range(model.columnCount())]
            for row in range(model.rowCount())
        ]

    def close(self) -> None:
        """Ends the desk; the window goes with the test."""
        self._loop.run_until_complete(self.desk.end())


@contextmanager
def open_office(folder: Path, qtbot: QtBot) -> Generator[OpenOffice]:
    """Opens the window over a fresh register."""
    loop = asyncio.new_event_loop()
    office = OpenOffice(folder, loop)
    qtbot.addWidget(office.window)
    try:
        with qtbot.waitActive(office.window):
            office.window.show()
            office.window.activateWindow()
        office.settle()
        yield office
    finally:
        office.close()
        loop.close()


def press(parent: QWidget, name: str) -> None:
    """Presses a button by its name."""
    button = parent.findChild(QPushButton, name)
    assert button is not None, name
    assert button.isEnabled(), name
    button.click()
