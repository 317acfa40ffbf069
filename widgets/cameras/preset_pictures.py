"""The pictures of presets: asked for by name, decoded once, kept while there is room.

Rule: no file is read here; whoever owns the files answers `wanted` with `take`. A picture that did not come is asked
for no second time, because its name changes with every saving.
"""

from collections import OrderedDict

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

MOST_KEPT = 120
"""Pictures of 320x180; the one looked at longest ago goes first."""


class PresetPictures(QObject):
    """The pictures that a window knows."""

    wanted = Signal(str)
    """The name of a file in the data folder's pictures of presets."""
    arrived = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._images: OrderedDict[str, QImage | None] = OrderedDict()

    def image(self, name: str | None) -> QImage | None:
        """Returns a picture, None while there is none; asks for it the first time."""
        if name is None:
            return None
        if name in self._images:
            self._images.move_to_end(name)
            return self._images[name]
        self._images[name] = None
        while len(self._images) > MOST_KEPT:
            self._images.popitem(last=False)
        self.wanted.emit(name)
        return self._images.get(name)

    def take(self, name: str, jpeg: bytes | None) -> None:
        """Takes the octets of a picture; None: there is none."""
        image = QImage.fromData(jpeg) if jpeg else QImage()
        self._images[name] = None if image.isNull() else image
        self.arrived.emit()
