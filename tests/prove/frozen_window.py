"""A window that stands still in the middle of a meeting: the meeting does not notice, and it shows the present again.

Rule: the window is stopped by the system, as a hanging driver or a swapping machine would do it; what sites send, what
the log keeps and what the bridge holds in memory is looked at from outside meanwhile.
"""

import asyncio
import signal
import time
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

import psutil

from console.commands import BringToPodium, LiftSilence, MuteAll
from console.snapshot import LogView
from console.words import LinkState, SiteId
from hardware.link.frame_slots import FrameReader
from tests.bench.live_meeting import LiveMeeting, live_meeting
from tests.bench.podium_bench import PROGRAM_KEY
from tests.prove.proof import Outcome, Proof

SITES, SHORT_SITES = 16, 3
FROZEN_SECONDS, SHORT_FROZEN_SECONDS = 30.0, 5.0
PRESENT_SECONDS = 2.0
"""Promised from the moment at which it may go on."""
GIVEN_UP_SECONDS = 30.0
PAUSE_SECONDS = 0.6
MOST_GROWTH_BYTES = 20_000_000
"""Of the bridge, for all that it would have told the window."""


def frozen_window(share: float) -> Outcome:
    """Freezes a window once."""
    whole = share >= 1
    return asyncio.run(
        _freeze(SITES if whole else SHORT_SITES, FROZEN_SECONDS if whole else SHORT_FROZEN_SECONDS, whole=whole)
    )


async def _freeze(sites: int, seconds: float, *, whole: bool) -> Outcome:
    async with live_meeting(sites) as meeting:
        window, bridge = meeting.product.window, meeting.product.bridge
        assert window is not None
        assert bridge is not None
        reader = FrameReader(Path(meeting.address.frames_folder))
        await meeting.ask(BringToPodium(site=meeting.observers[0]))
        await meeting.state.until("the window paints", lambda: meeting.probe.painted_seconds(0) is not None)
        held, lines, began = psutil.Process(bridge.pid).memory_info().rss, _durable(meeting), time.monotonic()
        attempts, commands = _attempts(meeting), 0
        with frozen(window.pid):
            while time.monotonic() - began < seconds:
                commands += await _commands(meeting, commands)
            grown = psutil.Process(bridge.pid).memory_info().rss - held
            newest = reader.latest(PROGRAM_KEY)
            went_on = time.monotonic()
        present = await _painted_after(meeting, 0 if newest is None else newest.sequence, went_on)
        facts = {
            "sites": sites + 1,
            "frozen_seconds": seconds,
            "commands": commands,
            "log_lines": _durable(meeting) - lines,
            "bridge_grew_megabytes": round(grown / 1e6, 1),
            "present_again_seconds": present,
        }
        wrong = _wrong(meeting, attempts, facts)
    if whole and (present is None or present > PRESENT_SECONDS):
        wrong.append(f"the window showed the present after {present} s")
    return Outcome(facts, tuple(wrong))


async def _commands(meeting: LiveMeeting, number: int) -> int:
    """Gives commands as an operator at another console would; returns how many were carried out."""
    site = meeting.observers[number % 2]
    await meeting.ask(BringToPodium(site=site), lenient=True)
    await meeting.ask(MuteAll())
    await asyncio.sleep(PAUSE_SECONDS)
    await meeting.ask(LiftSilence())
    return 3


async def _painted_after(meeting: LiveMeeting, sequence: int, went_on: float) -> float | None:
    """Returns how long it took until the window painted what was newest when it went on, or something newer."""
    while time.monotonic() - went_on < GIVEN_UP_SECONDS:
        seconds = meeting.probe.painted_seconds(sequence)
        if seconds is not None:
            return round(max(0.0, seconds - went_on), 2)
        await asyncio.sleep(0.05)
    return None


def _wrong(meeting: LiveMeeting, attempts: dict[SiteId, int], facts: dict[str, float | None]) -> list[str]:
    links = {view.site: view.link for view in meeting.state.sites() if view.site in attempts}
    wrong = [f"{site} is {link}" for site, link in links.items() if link is not LinkState.LIVE]
    wrong += [f"{site} had to join again" for site, times in _attempts(meeting).items() if times != attempts[site]]
    if (facts["log_lines"] or 0) < (facts["commands"] or 0):
        wrong.append("the log did not go on")
    if (facts["bridge_grew_megabytes"] or 0) * 1e6 > MOST_GROWTH_BYTES:
        wrong.append(f"the bridge grew by {facts['bridge_grew_megabytes']} MB")
    if facts["present_again_seconds"] is None:
        wrong.append("the window never showed the present again")
    return wrong


def _attempts(meeting: LiveMeeting) -> dict[SiteId, int]:
    return {view.site: view.attempts for view in meeting.state.sites() if view.link is LinkState.LIVE}


def _durable(meeting: LiveMeeting) -> int:
    log = meeting.state.views.get("log")
    return log.durable_lines if isinstance(log, LogView) else 0


@contextmanager
def frozen(pid: int) -> Generator[None]:
    """Stops a process, and lets it go on however this ends."""
    process = psutil.Process(pid)
    process.send_signal(signal.SIGSTOP)
    try:
        yield
    finally:
        process.send_signal(signal.SIGCONT)


FROZEN = Proof(
    "frozen-window",
    "A window that stands still for 30 s disturbs nobody, and shows the present within 2 s when it goes on.",
    frozen_window,
    minutes=1.5,
)
