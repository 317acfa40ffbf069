"""The program without its content: what a site sees of the meeting that has the content beside it.

Rule: pure; made only while the program has a content and somebody wants to see it without.
"""

from dataclasses import dataclass

from msgspec.structs import replace

from console.engine_port import SetProgram
from hardware.engines.embedded.scene import Scene, program_scene, shrunk


@dataclass(slots=True)
class BesideContent:
    """Follows the wanted program and its takers; used by the program thread."""

    wish: SetProgram | None = None
    """The newest wanted program."""
    _of: SetProgram | None = None

    def step(self, *, wanted: bool) -> bool:
        """Takes whether anybody wants it; tells whether another scene is due than before."""
        now = self.wish if wanted and self.wish is not None and self.wish.content else None
        changed, self._of = now is not self._of, now
        return changed

    def scene(self, shrinks: int) -> Scene | None:
        """Returns the scene, None while it is not made."""
        return None if self._of is None else shrunk(program_scene(replace(self._of, content=False)), shrinks)
