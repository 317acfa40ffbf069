"""Python and Qt fit each other: PySide6 6.12 on Python 3.11 loses a reference to None with every void call.

Such a pair runs for a few seconds and is then aborted by the interpreter ("deallocating None").
"""

import sys

from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter


def test_drawing_keeps_the_references_to_none(qapp: QGuiApplication) -> None:
    image = QImage(16, 16, QImage.Format.Format_RGB32)
    colour = QColor("black")
    painter = QPainter(image)
    before = sys.getrefcount(None)
    for _ in range(300):
        painter.fillRect(0, 0, 16, 16, colour)
    after = sys.getrefcount(None)
    painter.end()
    # Other code may take or drop a few references meanwhile; the fault takes exactly one per call.
    assert after - before > -100
