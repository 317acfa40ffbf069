"""The camera that is spoken of, at the console and at a site: which it is, and that it or what is known of it changes.

Rule: a base instead of a protocol, for it has signals; how a camera is chosen is its heirs' affair.
"""

from PySide6.QtCore import QObject, Signal

from console.snapshot import CameraView
from console.words import SiteId

CameraKey = tuple[SiteId, str]
"""Site and name of a camera."""


class CameraInHand(QObject):
    """The chosen one among the cameras on offer."""

    chosen_changed = Signal()
    """Another camera is spoken of."""
    changed = Signal()
    """Something of the chosen camera, or of what is on offer."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.key: CameraKey | None = None

    @property
    def view(self) -> CameraView | None:
        """What is known of the chosen camera; None: there is none."""
        raise NotImplementedError

    def step(self, by: int) -> None:
        """Speaks of the next camera on offer, or of the one before; the last is followed by the first."""
        raise NotImplementedError
