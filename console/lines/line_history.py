"""What is kept of every line over a whole meeting: four figures per site every few seconds, and how they are asked for.

Rule: a figure that was not measured is None, in a point and in a bucket: never zero, never what was there before. A
point holds the worst second of its time, for a fault must not fall between two points; of the bit rate it holds the
mean. Only while a site is in the meeting is there anything to keep.
"""

from enum import IntEnum

import msgspec

from console.engine_port import SiteSample
from console.lines.link_health import JITTERS, NOT_LOSS, LineHealth
from console.snapshot import LogTailLine
from console.words import SiteId


class LineFigure(IntEnum):
    """The figures of a line in the order in which points and pages hold them."""

    KILOBITS = 0
    LOSS_PERCENT = 1
    JITTER_MS = 2
    ROUND_TRIP_MS = 3


class LinePoint(msgspec.Struct, frozen=True, kw_only=True):
    """One site's line over the seconds of one point."""

    site: SiteId
    kilobits: float | None = None
    loss_percent: float | None = None
    jitter_ms: float | None = None
    round_trip_ms: float | None = None

    @property
    def figures(self) -> tuple[float | None, float | None, float | None, float | None]:
        """The four figures in the order of `LineFigure`."""
        return self.kilobits, self.loss_percent, self.jitter_ms, self.round_trip_ms


class Spell(msgspec.Struct, frozen=True):
    """The seconds of one site since its last point."""

    octets: int = 0
    measured_ms: int = 0
    """Of the time in which the octets came; 0: no stream was measured."""
    loss_percent: float | None = None
    jitter_ms: float | None = None
    round_trip_ms: float | None = None


NO_SPELL = Spell()


def add_second(spell: Spell, health: LineHealth) -> Spell:
    """Returns the spell with one more second of a site that is in the meeting."""
    loss, jitter = spell.loss_percent, spell.jitter_ms
    for name, figure in health.figures.items():
        if name in JITTERS:
            jitter = _worse(jitter, figure.value)
        elif name not in NOT_LOSS:
            loss = _worse(loss, figure.value)
    round_trip = health.figures.get("round_trip")
    octets, measured_ms = _received(health.sample)
    return Spell(
        spell.octets + octets,
        spell.measured_ms + measured_ms,
        loss,
        jitter,
        spell.round_trip_ms if round_trip is None else _worse(spell.round_trip_ms, round_trip.value),
    )


def point_of(site: SiteId, spell: Spell) -> LinePoint:
    """Returns the point that a spell comes to."""
    return LinePoint(
        site=site,
        kilobits=spell.octets * 8 / spell.measured_ms if spell.measured_ms else None,
        loss_percent=spell.loss_percent,
        jitter_ms=spell.jitter_ms,
        round_trip_ms=spell.round_trip_ms,
    )


def _received(sample: SiteSample | None) -> tuple[int, int]:
    streams = () if sample is None else tuple(stream for stream in (sample.audio, sample.video) if stream is not None)
    if sample is None or not streams:
        return 0, 0
    return sum(stream.bytes for stream in streams), sample.window_ms


def _worse(one: float | None, other: float | None) -> float | None:
    if one is None or other is None:
        return other if one is None else one
    return max(one, other)


# ---------------------------------------------------------------- asking for it

SHORTEST_STEP_MS = 1000
MOST_COLUMNS = 2000
"""Buckets of one page."""
MOST_PAGE_OCTETS = 192 * 1024
"""Of figures in one page, before they are coded for the link: a window takes it without a stutter."""
OCTETS_PER_BUCKET = 4 * 3 * 2
"""Four figures, each lowest, mean and highest, in half precision."""
MOST_LINES = 500
"""Log lines of one page."""


class HistoryWanted(msgspec.Struct, frozen=True, kw_only=True):
    """All lines from one moment to another (wall clock, UTC) in buckets of `step_ms`, which begin at its multiples."""

    from_ms: int
    until_ms: int
    step_ms: int


class HistoryPage(msgspec.Struct, frozen=True, kw_only=True):
    """Buckets from `from_ms` on; who wanted more asks again from `until_ms`.

    `low`, `mean` and `high` hold little-endian half-precision numbers in the order figure, site, bucket; NaN where
    nothing was measured. A page without sites says that nothing was measured in its whole time.
    """

    session: str | None
    """None: no session runs, and there is no history."""
    from_ms: int
    until_ms: int
    step_ms: int
    sites: tuple[SiteId, ...] = ()
    low: bytes = b""
    mean: bytes = b""
    high: bytes = b""
    unreadable: bool = False
    """The file could not be read; what was measured may still stand in it."""


class LinesWanted(msgspec.Struct, frozen=True, kw_only=True):
    """The last `most` lines of the session's log up to a moment, of these kinds only (none named: of all)."""

    until_ms: int
    kinds: tuple[str, ...] = ()
    most: int = MOST_LINES


class LinesPage(msgspec.Struct, frozen=True, kw_only=True):
    """Log lines as people read them, oldest first."""

    session: str | None
    lines: tuple[LogTailLine, ...] = ()
    unreadable: bool = False


def columns_of_page(sites: int) -> int:
    """Returns how many buckets one page holds for so many sites."""
    return max(1, min(MOST_COLUMNS, MOST_PAGE_OCTETS // (OCTETS_PER_BUCKET * max(1, sites))))


def aligned(wanted: HistoryWanted) -> HistoryWanted:
    """Returns the question with a step that is not too short, beginning and ending at multiples of it."""
    step_ms = max(SHORTEST_STEP_MS, wanted.step_ms)
    first = wanted.from_ms // step_ms
    last = max(first, -(-wanted.until_ms // step_ms))
    return HistoryWanted(from_ms=first * step_ms, until_ms=last * step_ms, step_ms=step_ms)
