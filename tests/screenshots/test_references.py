"""The main screens look as they did when somebody last looked at them and kept their pictures."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, qVersion
from PySide6.QtGui import QColor, QImage, QPainter

from tests.screenshots import references
from tests.screenshots.references import FOLDER, REFERENCES, VERSION_FILE, differing

pytestmark = pytest.mark.timeout(120)
SECONDS = 100


def minor(version: str) -> list[str]:
    return version.split(".")[:2]


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Draws all pictures anew, in a process of their own: zone and scale are those of the kept ones."""
    kept = (FOLDER / VERSION_FILE).read_text(encoding="ascii").strip()
    if minor(kept) != minor(qVersion()):
        pytest.skip(
            f"the kept pictures were drawn with Qt {kept}, this is {qVersion()}: letters may be drawn otherwise"
        )
    if sys.platform != "linux":
        pytest.skip("the kept pictures were drawn on Linux: another system smooths letters otherwise")
    folder = tmp_path_factory.mktemp("references")
    line = [sys.executable, references.__file__, str(folder)]
    subprocess.run(line, env=os.environ | references.ENVIRONMENT, timeout=SECONDS, check=True)
    return folder


@pytest.mark.parametrize("name", REFERENCES)
def test_a_screen_looks_as_it_was_kept(drawn: Path, name: str) -> None:
    areas = differing(QImage(str(FOLDER / f"{name}.png")), QImage(str(drawn / f"{name}.png")))
    told = "; ".join(f"{width}x{height} at {x},{y}" for x, y, width, height in areas)
    assert not areas, (
        f"{name} differs in {told}. Look at {drawn / f'{name}.png'}; when it is meant so, keep it with "
        "`python tests/screenshots/shoot.py --references`."
    )


def test_no_kept_picture_is_left_over() -> None:
    assert {file.stem for file in FOLDER.glob("*.png")} == set(REFERENCES)
    assert sum(file.stat().st_size for file in FOLDER.iterdir()) < 3_000_000


def test_a_changed_word_is_found_with_its_place_and_a_trace_of_smoothing_is_not() -> None:
    kept = QImage(str(FOLDER / "busy_compact.png")).convertToFormat(QImage.Format.Format_RGB32)
    same = kept.copy()
    with QPainter(same) as painter:
        painter.fillRect(0, 0, same.width(), same.height(), QColor(255, 255, 255, 4))
    assert differing(kept, same) == []
    other, changed = kept.copy(), QRect(640, 320, 40, 14)
    with QPainter(other) as painter:
        painter.fillRect(changed, QColor("#ffffff"))
    ((x, y, width, height),) = differing(kept, other)
    assert QRect(x, y, width, height).contains(changed)
    assert differing(kept, kept.copy(0, 0, 100, 100)) == [(0, 0, 100, 100)]
