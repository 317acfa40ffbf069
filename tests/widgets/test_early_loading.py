"""pyqtgraph is loaded in pieces: whole in the end, never long at a time, and at once where somebody cannot wait."""

import subprocess
import sys

import pytest

START = """
import sys
from PySide6.QtWidgets import QApplication
application = QApplication([])
steps = 1000
"""
IN_PIECES = """
from widgets.lines.early_loading import all_pieces
steps = sum(1 for _ in all_pieces())
"""
HALFWAY = """
from widgets.lines.early_loading import early_loading
loading, told = early_loading(), []
loading.loaded.connect(lambda: told.append(True))
loading.begin()
while "pyqtgraph.functions" not in sys.modules:
    application.processEvents()
steps = 0 if hasattr(sys.modules["pyqtgraph"], "PlotWidget") else 1000
"""
USED = """
from widgets.lines.link_plots import FigurePlot
import pyqtgraph
assert pyqtgraph.PlotWidget is FigurePlot.__mro__[1], FigurePlot.__mro__
assert pyqtgraph.mkPen((1, 2, 3)).color().blue() == 3
plain = {name for name in sys.modules if name.split(".")[0] == "pyqtgraph"}
assert len(plain) > 100, len(plain)
assert steps > 500, steps
"""


@pytest.mark.parametrize(
    "begun",
    [
        pytest.param(IN_PIECES, id="in pieces"),
        pytest.param(HALFWAY, id="finished where it is wanted halfway"),
        pytest.param("", id="never begun"),
    ],
)  # fmt: skip
def test_it_is_whole_in_the_end(begun: str) -> None:
    done = subprocess.run([sys.executable, "-c", START + begun + USED], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
