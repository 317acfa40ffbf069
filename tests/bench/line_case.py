"""One condition of the lines, kept up for a while: what became of pictures and sound meanwhile.

Rule: a site is as good as its worst direction; what is promised is checked at the worst of all sites.
"""

import asyncio
import time
from collections.abc import Sequence
from dataclasses import dataclass, field

from console.engine_port import SoundFrames
from hardware.simulator.lines.line_model import LineConditions
from tests.bench.figures import Figure
from tests.bench.lines_stand import GOOD, LineSite, LinesStand
from tests.bench.measure import percentile, shares_over

SETTLE_SECONDS = 4.0
LOOK_SECONDS = 0.5
WAIT_SHARE = 0.95


@dataclass(frozen=True, slots=True, kw_only=True)
class LineCase:
    """What the lines are like, and what is promised; None: nothing."""

    name: str
    line: LineConditions
    most_freeze_seconds: float | None = None
    most_unspoken_percent: float | None = None
    """Sound that was neither received nor repaired."""
    most_wait_ms: float | None = None


@dataclass(slots=True)
class Sound:
    """What became of the frames of one direction of one site since `before`."""

    before: SoundFrames
    now: SoundFrames
    waits: list[float] = field(default_factory=list[float])

    def take(self, frames: SoundFrames | None) -> None:
        """Takes a reading; a connection that was made anew counts from nothing."""
        if frames is None:
            return
        if frames.played < self.now.played:
            self.before = SoundFrames(played=0, repaired=0, concealed=0, wait_ms=0.0)
        self.now = frames
        self.waits.append(frames.wait_ms)

    @property
    def frames(self) -> tuple[int, int, int]:
        """Played, repaired, concealed."""
        now, before = self.now, self.before
        return now.played - before.played, now.repaired - before.repaired, now.concealed - before.concealed

    @property
    def unspoken_percent(self) -> float:
        """The share of the frames for which nothing came."""
        played, repaired, concealed = self.frames
        return 100 * concealed / max(1, played + repaired + concealed)


@dataclass(slots=True)
class SiteSound:
    """Both directions of one site."""

    site: LineSite
    up: Sound
    down: Sound


def at_site(site: LineSite) -> SoundFrames | None:
    """Returns what became of the program's sound at a site."""
    buffer = site.buffer
    if buffer is None:
        return None
    wait_ms = 1000 * buffer.usual_wait_seconds
    return SoundFrames(played=buffer.played, repaired=buffer.repaired, concealed=buffer.concealed, wait_ms=wait_ms)


def nothing() -> SoundFrames:
    """Returns the counts of a sound that nobody has heard yet."""
    return SoundFrames(played=0, repaired=0, concealed=0, wait_ms=0.0)


async def measure_together(
    stand: LinesStand, groups: Sequence[tuple[LineCase, Sequence[LineSite]]], seconds: float
) -> list[Figure]:
    """Returns the figures of several cases at once, each on the lines of its own sites, which are good afterwards."""
    for case, sites in groups:
        for site in sites:
            site.spoil(up=case.line, down=case.line)
    try:
        await asyncio.sleep(SETTLE_SECONDS)
        each = await asyncio.gather(*(watch(stand, case, seconds, sites) for case, sites in groups))
        return [figure for figures in each for figure in figures]
    finally:
        for _, sites in groups:
            for site in sites:
                site.spoil(up=GOOD, down=GOOD)


async def watch(stand: LinesStand, case: LineCase, seconds: float, sites: Sequence[LineSite]) -> list[Figure]:
    """Returns the figures of these sites over the next seconds, whatever their lines are."""
    sounds = [SiteSound(site, _begun(stand.heard(site)), _begun(at_site(site))) for site in sites]
    joins = {site.site: site.joins for site in sites}
    stand.begin(sites)
    began = time.monotonic()
    while time.monotonic() - began < seconds:
        await asyncio.sleep(LOOK_SECONDS)
        for sound in sounds:
            sound.up.take(stand.heard(sound.site))
            sound.down.take(at_site(sound.site))
    now = time.monotonic()
    ended = sum(site.joins != joins[site.site] for site in sites)
    return _figures(stand, case, sounds, ended, not_calm(stand, began), now)


def _begun(frames: SoundFrames | None) -> Sound:
    frames = frames or nothing()
    return Sound(frames, frames)


def not_calm(stand: LinesStand, since: float) -> bool:
    """Tells whether strangers used the machine since a moment: then walls say nothing."""
    ticks = stand.meter.ticks
    shares = shares_over(ticks, since, ticks[-1].at_seconds) if ticks else None
    return shares is None or not shares.calm


def _figures(
    stand: LinesStand, case: LineCase, sounds: list[SiteSound], ended: int, noisy: bool, now: float
) -> list[Figure]:
    tiles = [stand.tile(sound.site).until(now) for sound in sounds]
    programs = [sound.site.eyes.freezes.until(now) for sound in sounds]
    freeze, unspoken, wait = case.most_freeze_seconds, case.most_unspoken_percent, case.most_wait_ms
    both = [*(sound.up for sound in sounds), *(sound.down for sound in sounds)]
    count = len(sounds)

    def figure(name: str, unit: str, value: float, must: float | None, how: str) -> Figure:
        text = f"{case.name}: {name}"
        return Figure(name=text, unit=unit, measured=value, must=must, count=count, tried=count, noisy=noisy, how=how)

    return [
        figure("longest freeze of a tile", "s", max(tiles), freeze, "between two new pictures in a tile's slot"),
        figure("… of the program at a site", "s", max(programs), freeze, "between two decoded or whole pictures"),
        figure(
            "sound neither received nor repaired",
            "%",
            max(sound.unspoken_percent for sound in both),
            unspoken,
            "frames of 20 ms that were concealed, worst of both directions of all sites",
        ),
        figure(
            "… repaired from the next packet",
            "%",
            max(100 * sound.frames[1] / max(1, sum(sound.frames)) for sound in both),
            None,
            "the most of any direction",
        ),
        figure(
            "sound waits in the buffer, p95",
            "ms",
            max(percentile(sound.waits, WAIT_SHARE) for sound in both if sound.waits),
            wait,
            "what packets wait from their arrival until they are played, of half-second readings, worst direction",
        ),
        figure("connections that ended", "", float(ended), 0.0, "sites that had to join anew"),
    ]
