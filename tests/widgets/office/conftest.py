"""The office window over a fresh register."""

from collections.abc import Generator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.widgets.office.open_office import OpenOffice, open_office


@pytest.fixture
def office(dressed: QApplication, tmp_path: Path, qtbot: QtBot) -> Generator[OpenOffice]:
    with open_office(tmp_path, qtbot) as opened:
        yield opened
