"""Bringing a site to the podium, measured: from the command to the site's first 720p picture painted by the window.

Rule: which site and which size a picture in the window's shared memory has, is read from its pixels (the marker); the
probe inside the window says when the picture of that slot sequence was painted.
"""

import asyncio
import contextlib
import time
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from console.commands import BringToPodium, PutOnDeck
from console.effects import Receipt
from console.words import Rung, SiteId
from hardware.link.frame_slots import FrameReader, Picture
from hardware.simulator.rooms.frame_marker import Marker, read_marker
from tests.bench.figures import Figure, wall_figure
from tests.bench.light_media import rung_of_counter
from tests.bench.live_meeting import LiveMeeting
from tests.bench.measure import Sample

POLL_SECONDS = 0.002
SEEN_SECONDS = 4.0
PAINT_SECONDS = 1.0
ON_DECK_SECONDS = 10.0
DWELL_SECONDS = 0.6
PROGRAM_KEY = "program"
GREEN = 1


@dataclass(frozen=True, slots=True)
class Shown:
    """A program picture in the window's shared memory, and when it was seen there (monotonic)."""

    at_seconds: float
    sequence: int


class ProgramWatch:
    """Reads the program's slot as the window does."""

    def __init__(self, frames_folder: Path) -> None:
        self._reader = FrameReader(frames_folder)
        self._sequence = 0

    async def first_full_picture_of(self, number: int) -> Shown | None:
        """Returns the first picture of this site that was coded in full size; None when none comes in time."""
        until = time.monotonic() + SEEN_SECONDS
        while time.monotonic() < until:
            picture = self._reader.latest(PROGRAM_KEY, self._sequence)
            if picture is not None:
                self._sequence = picture.sequence
                marker = marker_of(picture)
                if marker and marker.site_number == number and rung_of_counter(marker.counter) is Rung.PODIUM:
                    return Shown(time.monotonic(), picture.sequence)
            await asyncio.sleep(POLL_SECONDS)
        return None


def marker_of(picture: Picture) -> Marker | None:
    """Returns what a picture in shared memory says about itself."""
    rows = np.frombuffer(picture.pixels, np.uint8)[: picture.height * picture.stride]
    pixels = rows.reshape(picture.height, picture.stride)[:, : picture.width * 4].reshape(picture.height, -1, 4)
    marker = read_marker(pixels[:, :, GREEN])
    return marker if picture.still_valid() else None


async def measure_podium(meeting: LiveMeeting, repetitions: int, *, on_deck: bool) -> list[Figure]:
    """Brings the observers to the podium in turn."""
    painted: list[Sample] = []
    facts: dict[str, list[Sample]] = defaultdict(list)
    for _ in range(repetitions):
        await meeting.calm()
        site = _next_site(meeting)
        if on_deck:
            await _put_on_deck(meeting, site)
        asked, receipt, shown = await _bring(meeting, site)
        ended = time.monotonic()
        for name, milliseconds in receipt.facts.items():
            facts[name].append(Sample(milliseconds, asked, ended))
        if shown is not None:
            facts["slot"].append(Sample((shown.at_seconds - asked) * 1000, asked, ended))
            painted_seconds = await _painted(meeting, shown)
            if painted_seconds is not None:
                painted.append(Sample((painted_seconds - asked) * 1000, asked, ended))
        await asyncio.sleep(DWELL_SECONDS)
    return _figures(meeting, painted, facts, repetitions, on_deck=on_deck)


def _next_site(meeting: LiveMeeting) -> SiteId:
    """Returns the observer after the one that is on the podium."""
    order, now = meeting.observers, meeting.state.podium().site
    return order[(order.index(now) + 1) % len(order)] if now in order else order[0]


async def _put_on_deck(meeting: LiveMeeting, site: SiteId) -> None:
    await meeting.ask(PutOnDeck(site=site))

    def checked() -> bool:
        deck = meeting.state.on_deck()
        return deck.site == site and bool(deck.picture_ok) and bool(deck.sound_ok) and deck.line_ok is not False

    await meeting.state.until(f"{site} is checked on deck", checked, limit_seconds=ON_DECK_SECONDS)
    await asyncio.sleep(DWELL_SECONDS)


async def _bring(meeting: LiveMeeting, site: SiteId) -> tuple[float, Receipt, Shown | None]:
    watch = ProgramWatch(Path(meeting.address.frames_folder))
    asked = time.monotonic()
    watching = asyncio.create_task(watch.first_full_picture_of(meeting.number_of(site)))
    try:
        receipt = await meeting.ask(BringToPodium(site=site))
        return asked, receipt, await watching
    finally:
        watching.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await watching


async def _painted(meeting: LiveMeeting, shown: Shown) -> float | None:
    until = time.monotonic() + PAINT_SECONDS
    while time.monotonic() < until:
        seconds = meeting.probe.painted_seconds(shown.sequence)
        if seconds is not None:
            return seconds
        await asyncio.sleep(0.02)
    return None


def _figures(
    meeting: LiveMeeting, painted: list[Sample], facts: dict[str, list[Sample]], tried: int, *, on_deck: bool
) -> list[Figure]:
    ticks = meeting.meter.ticks
    where = "on deck" if on_deck else "not on deck"
    limits = {"must": 200.0, "stretch": 100.0} if on_deck else {}
    lines = [
        wall_figure(
            f"podium, site {where}: command to first 720p picture painted, p95 of {tried}",
            painted,
            ticks,
            share=0.95,
            how="command sent to the end of the paint of the first program picture whose marker names site and rung",
            **limits,
        )
    ]
    beside = {
        "slot": "… in the window's shared memory",
        "frame_ms": "… decoded by the bridge (its own fact)",
        "preflight_ms": "… pre-flight alone (its own fact)",
        "opened_ms": "… opened: checked, and its line in the log (its own fact)",
        "sound_ms": "… its sound decoded by the bridge (its own fact)",
        "site_frame_ms": "… the program's picture decoded by the site (the site's report)",
        "site_sound_ms": "… the program's sound at the site (the site's report)",
        "connection_ms": "… connection time, both ways (its own fact)",
    }
    lines += [
        wall_figure(f"{text}, p95", facts[name], ticks, share=0.95) for name, text in beside.items() if facts[name]
    ]
    return lines
