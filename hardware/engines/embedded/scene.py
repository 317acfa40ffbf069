"""What the program shows: the layouts as cells, and the moment when a new picture replaces the old one.

Rule: pure; times come in as seconds of the monotonic clock. The old scene stays until every site that is new in the
wanted one has a picture of its rung, but never longer than `PATIENCE_SECONDS`: then it shows what there is.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from console.content.content_port import CONTENT_SOURCE
from console.engine_port import SetProgram
from console.words import Layout, SiteId

PROGRAM_WIDTH, PROGRAM_HEIGHT = 1280, 720
RETURN_WIDTH, RETURN_HEIGHT = 640, 360

PATIENCE_SECONDS = 1.0
SILENT_SECONDS = 1.0
"""A source without a decoded picture for this long is replaced by a slate, never shown frozen."""

_GAP = 4
_FULL, _HALF, _SMALL = 1280, 640, 320


@dataclass(frozen=True, slots=True)
class Cell:
    """A site's rectangle in the picture; `least_width` is the rung that is waited for."""

    site: SiteId
    x: int
    y: int
    width: int
    height: int
    least_width: int


@dataclass(frozen=True, slots=True)
class Scene:
    """One wanted picture, ready to be composed."""

    epoch: int
    width: int
    height: int
    cells: tuple[Cell, ...]
    name_text: str = ""
    slate_text: str = ""
    speech_started_wall_ms: int | None = None
    speech_limit_seconds: int | None = None
    stands_for: tuple[SiteId, ...] = ()
    """The sites of the layout, whose place a content may have taken."""
    recorded: bool = False
    """The mark of a running recording stands in the corner, over a content too."""

    @property
    def sites(self) -> tuple[SiteId, ...]:
        return tuple(cell.site for cell in self.cells)


@dataclass(frozen=True, slots=True)
class SourceState:
    """What is known of a source's newest picture."""

    width: int
    decoded_at: float


def program_scene(wanted: SetProgram) -> Scene:
    """Returns the scene that everybody but the podium's site receives; nothing is written over a content."""
    covered = wanted.content and wanted.layout is not Layout.PODIUM_BESIDE_MAIN
    return Scene(
        epoch=wanted.epoch,
        width=PROGRAM_WIDTH,
        height=PROGRAM_HEIGHT,
        cells=_content_cells(wanted) if wanted.content else _cells(wanted.layout, wanted.slots),
        name_text="" if covered else wanted.name_text,
        stands_for=wanted.slots,
        slate_text=wanted.slate_text,
        speech_started_wall_ms=None if covered else wanted.speech_started_wall_ms,
        speech_limit_seconds=wanted.speech_limit_seconds,
        recorded=wanted.recorded,
    )


def shrunk(scene: Scene, times: int) -> Scene:
    """Returns the same scene in so many times fewer pixels each way; what is waited for stays."""
    if times == 1:
        return scene
    cells = tuple(
        replace(cell, **{name: getattr(cell, name) // times & ~1 for name in ("x", "y", "width", "height")})
        for cell in scene.cells
    )
    return replace(scene, width=scene.width // times, height=scene.height // times, cells=cells)


def return_scene(wanted: SetProgram) -> Scene | None:
    """Returns the scene for the site on the podium, which sees another site instead of itself; None without one."""
    if wanted.podium_site is None or wanted.return_site is None or wanted.return_site == wanted.podium_site:
        return None
    cell = Cell(wanted.return_site, 0, 0, RETURN_WIDTH, RETURN_HEIGHT, _SMALL)
    size = (RETURN_WIDTH, RETURN_HEIGHT)
    return Scene(wanted.epoch, *size, (cell,), slate_text=wanted.slate_text, recorded=wanted.recorded)


def _content_cells(wanted: SetProgram) -> tuple[Cell, ...]:
    """Returns the content in the speaker's place; where the layout shows two, large beside who would be large."""
    if wanted.layout is not Layout.PODIUM_BESIDE_MAIN or not wanted.slots:
        return (Cell(CONTENT_SOURCE, 0, 0, PROGRAM_WIDTH, PROGRAM_HEIGHT, _FULL),)
    return (
        Cell(CONTENT_SOURCE, 8, 90, 960, 540, _FULL),
        Cell(wanted.slots[0], 976, 278, 296, 166, _SMALL),
    )


def _cells(layout: Layout, slots: tuple[SiteId, ...]) -> tuple[Cell, ...]:
    match layout:
        case Layout.PODIUM | Layout.MAIN_ENDPOINT:
            rectangles = [(0, 0, PROGRAM_WIDTH, PROGRAM_HEIGHT, _FULL)]
        case Layout.PODIUM_BESIDE_MAIN:
            rectangles = [(16, 126, 832, 468, _FULL), (864, 248, 400, 224, _SMALL)]
        case Layout.GRID_2X2:
            rectangles = _grid(2, _HALF)
        case Layout.GRID_3X3:
            rectangles = _grid(3, _SMALL)
    return tuple(Cell(site, *rectangle) for site, rectangle in zip(slots, rectangles, strict=False))


def _grid(count: int, least_width: int) -> list[tuple[int, int, int, int, int]]:
    width = (PROGRAM_WIDTH - (count - 1) * _GAP) // count & ~1
    height = (PROGRAM_HEIGHT - (count - 1) * _GAP) // count & ~1
    return [
        (column * (width + _GAP), row * (height + _GAP), width, height, least_width)
        for row in range(count)
        for column in range(count)
    ]


@dataclass(slots=True)
class SceneSwitch:
    """Keeps the shown scene until the wanted one is ready."""

    shown: Scene | None = None
    wanted: Scene | None = None
    _wanted_since: float = field(default=0.0)

    def want(self, scene: Scene | None, now: float) -> None:
        """Names a new wanted scene; texts of the same cells change at once."""
        self.wanted, self._wanted_since = scene, now

    def step(self, sources: Mapping[SiteId, SourceState], now: float) -> bool:
        """Makes the wanted scene the shown one when it may be; tells whether it did."""
        if self.wanted is self.shown:
            return False
        if self.wanted is not None and self.shown is not None and self._must_wait(sources, now):
            return False
        self.shown = self.wanted
        return True

    def _must_wait(self, sources: Mapping[SiteId, SourceState], now: float) -> bool:
        assert self.wanted is not None
        if now - self._wanted_since >= PATIENCE_SECONDS:
            return False
        return not all(self._ready(cell, sources, now) for cell in self.wanted.cells)

    def _ready(self, cell: Cell, sources: Mapping[SiteId, SourceState], now: float) -> bool:
        assert self.shown is not None
        if cell in self.shown.cells:
            return True
        source = sources.get(cell.site)
        return source is not None and source.width >= cell.least_width and now - source.decoded_at < SILENT_SECONDS
