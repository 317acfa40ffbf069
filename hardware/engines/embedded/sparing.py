"""What is decoded of each site: everything, or key frames only where nobody would see the rest.

Rule: nothing that is in the program, on its way there or in a window is spared.
"""

from collections.abc import Collection, Iterable

from console.words import LoadStep, SiteId
from hardware.engines.embedded.pictures import PictureDesk
from hardware.engines.embedded.site_media import SiteMedia


class Sparing:
    """Chooses again and again, as pictures and windows change."""

    def __init__(self, desk: PictureDesk) -> None:
        self._desk = desk
        self._spares_hidden = False

    def shed(self, steps: Collection[LoadStep]) -> None:
        """Gives up what these steps name, and nothing else any more."""
        self._desk.halve_tiles(halved=LoadStep.TILE_SIZE in steps)
        self._spares_hidden = LoadStep.HIDDEN_TILES in steps

    def choose(self, sites: Iterable[SiteMedia], program: frozenset[SiteId], now: float) -> None:
        """Chooses for every site, and asks for the key frames that what is seen again needs."""
        for media in sites:
            hidden = self._spares_hidden and self._is_hidden(media.site, program)
            if media.choose_decoding(now, in_program=media.site in program, hidden=hidden):
                media.ask_key_frame()

    def _is_hidden(self, site: SiteId, program: frozenset[SiteId]) -> bool:
        return site not in program and site not in self._desk.watched and not self._desk.shows(site)
