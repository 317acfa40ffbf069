"""What happens to a decoded picture: it is kept as its site's newest, drawn into the tile that shows it, and counted.

Rule: runs on the decoding threads. A picture is converted once per place that shows it, straight to the size it has
on the screen; what nobody sees is not converted.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import count

import av
from msgspec.structs import replace

from console.content.content_port import CONTENT_SOURCE
from console.engine_port import ProgramPlace, TileView
from console.words import SiteId
from hardware.engines.embedded.composer import SourcePicture
from hardware.engines.embedded.decode_pool import DecodeStream
from hardware.engines.embedded.sinks import FrameSink
from hardware.engines.embedded.yuv import Scaler, fitted
from hardware.rtc.media_types import VideoUnit

ON_DECK_KEY = "on_deck"


@dataclass(slots=True)
class Place:
    """One place on the screen; its scaler belongs to the decoding thread of its site."""

    key: str
    width: int
    height: int
    scaler: Scaler = field(default_factory=Scaler)

    def show(self, sink: FrameSink, frame: av.VideoFrame, captured_ms: int, number: int) -> None:
        """Writes the picture in the place's size, as large as its proportions allow."""
        width, height = fitted(frame.width, frame.height, self.width, self.height)
        picture = self.scaler.scale(frame, width, height, "bgra")
        plane = picture.planes[0]
        sink.write(self.key, memoryview(plane), width, height, plane.line_size, captured_ms, number)


def tile_key(site: SiteId) -> str:
    return f"tile/{site}"


@dataclass(slots=True)
class PictureDesk:
    """The newest picture of every site, the places that show them, and whoever waits for a picture."""

    sink: FrameSink
    program_changed: Callable[[], None]
    """Called for a picture of a site in `program_sites`; any thread."""
    first_picture: Callable[[SiteId, int, int], None]
    """Called with site, width and height for every picture of a site in `watched`; any thread."""
    trouble: Callable[[str], None]
    """Called with one sentence when pictures can no longer be shown, once until they can; any thread."""
    pictures: dict[SiteId, SourcePicture] = field(default_factory=dict)
    program_sites: frozenset[SiteId] = frozenset()
    watched: frozenset[SiteId] = frozenset()
    _in_trouble: bool = False
    _halved: bool = False
    _wanted: tuple[tuple[TileView, ...], TileView | None] = ((), None)
    _places: dict[SiteId, tuple[Place, ...]] = field(default_factory=dict)
    _content_places: tuple[Place, ...] = ()
    _numbers: Iterator[int] = field(default_factory=count)

    def halve_tiles(self, *, halved: bool) -> None:
        """Draws tiles at half their width and height from now on, or in full again."""
        if halved != self._halved:
            self._halved = halved
            self.show(*self._wanted)

    def shows(self, site: SiteId) -> bool:
        """Tells whether any window has a place for a site's picture."""
        return site in self._places

    def show(self, tiles: tuple[TileView, ...], on_deck: TileView | None) -> None:
        """Names all places; a place that stays keeps its scaler, a slot that nobody shows is given back."""
        self._wanted = (tiles, on_deck)
        if self._halved:
            tiles = tuple(replace(view, width=view.width // 2, height=view.height // 2) for view in tiles)
        old = {place.key: place for places in self._places.values() for place in places}
        places: dict[SiteId, tuple[Place, ...]] = {}
        keys: set[str] = set()
        wanted = [(tile_key(view.site), view) for view in tiles]
        if on_deck is not None:
            wanted.append((ON_DECK_KEY, on_deck))
        for key, view in wanted:
            size = (max(2, view.width), max(2, view.height))
            place = old.get(key)
            same = place is not None and (place.width, place.height) == size and place in self._of(view.site)
            places[view.site] = (*places.get(view.site, ()), place if same and place else Place(key, *size))
            keys.add(key)
        self._places = places
        for key in old.keys() - keys:
            self.sink.drop(key)

    def show_content(self, views: Iterable[ProgramPlace]) -> None:
        """Names the places that show the content alone, wherever it comes from."""
        known = {(place.key, place.width, place.height): place for place in self._content_places}
        sizes = [(f"content/{view.place}", max(2, view.width), max(2, view.height)) for view in views if view.content]
        old = {place.key for place in self._content_places}
        self._content_places = tuple(known.get(size) or Place(*size) for size in sizes)
        for key in old - {place.key for place in self._content_places}:
            self.sink.drop(key)

    def _of(self, site: SiteId) -> tuple[Place, ...]:
        return self._places.get(site, ())

    def picture_decoded(self, stream: DecodeStream, frame: av.VideoFrame, unit: VideoUnit, *, newest: bool) -> None:
        """Takes a picture from a decoding thread."""
        site = stream.site
        assert stream.last_decoded_at is not None
        self.pictures[site] = SourcePicture(frame, stream.last_decoded_at, next(self._numbers))
        if site in self.program_sites:
            self.program_changed()
        if site in self.watched and not stream.from_afar:
            self.first_picture(site, frame.width, frame.height)
        if site == CONTENT_SOURCE:
            for place in self._content_places:
                self.show_in(place, frame, int(unit.arrived_seconds * 1000), stream.frames)
        if newest and not stream.from_afar:
            captured_ms = int(unit.arrived_seconds * 1000)
            for place in self._of(site):
                self.show_in(place, frame, captured_ms, stream.frames)

    def show_in(self, place: Place, frame: av.VideoFrame, captured_ms: int, number: int) -> None:
        """Draws a picture into a place; full shared memory is told once and does not stop the media."""
        try:
            place.show(self.sink, frame, captured_ms, number)
        except OSError as error:
            if not self._in_trouble:
                self._in_trouble = True
                self.trouble(f"pictures cannot be handed to the windows: {error}")
        else:
            self._in_trouble = False

    def forget(self, site: SiteId) -> None:
        """Drops a site's newest picture when its connection has ended."""
        self.pictures.pop(site, None)
