"""A program that cannot start says why in both languages, before anything of Qt is loaded."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from widgets.window.start_guard import why_not_to_start, why_qt_is_missing

ROOT = Path(__file__).parents[2]


def test_this_python_and_this_qt_go_together() -> None:
    assert why_not_to_start() is None


@pytest.mark.parametrize(
    ("name", "is_qt"),
    [("PySide6", True), ("PySide6.QtGui", True), ("shiboken6", True), ("numpy", False), (None, False)],
)
def test_only_what_misses_qt_is_explained(name: str | None, is_qt: bool) -> None:
    why = why_qt_is_missing(ImportError("libGL.so.1: cannot open shared object file", name=name))
    assert (why is not None) is is_qt
    assert why is None or "libGL.so.1" in why


def test_a_machine_without_qts_libraries_gets_one_sentence(tmp_path: Path) -> None:
    package = tmp_path / "PySide6"
    package.mkdir()
    package.joinpath("__init__.py").write_text("raise ImportError('libEGL.so.1: no such file', name='PySide6.QtCore')")
    done = subprocess.run(
        [sys.executable, str(ROOT / "main.py"), "invite", "99", "--data", str(tmp_path / "data")],
        env={**os.environ, "PYTHONPATH": str(tmp_path)},
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )
    assert done.returncode == 1
    assert done.stderr.startswith("Không nạp được thư viện Qt (libEGL.so.1: no such file)")
    assert "dev.py" in done.stderr
    assert len(done.stderr.splitlines()) == 1
