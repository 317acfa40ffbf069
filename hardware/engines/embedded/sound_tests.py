"""Sound tests of single sites: a tone in the own mix of one, and what that one sends, measured before any gain.

Under the tone lies noise by which an echo is recognised; looking for it takes some milliseconds, once, at the end.

Rules: a site that is in the mix gets no tone and is not tested; one that comes into it is let go within the same
turn. A test ends by itself after its time and is answered once.
"""

import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from console.checks.check_port import SoundTested, TestSound
from console.words import SiteId
from hardware.engines.embedded.mixer import FRAME_SECONDS, Sound
from hardware.rtc.echo_probe import EchoMeter, probe_frame
from hardware.rtc.tones import Tone, ToneMeter, with_tone

MOST_FRAMES = 500


@dataclass(slots=True)
class RunningTest:
    """One site's test."""

    verb: TestSound
    frames_left: int
    meter: ToneMeter
    tone: Tone | None
    echo: EchoMeter | None
    passed: int = 0
    """Frames since it began."""


class SoundTests:
    """All tests of one audio room; lives on the event loop."""

    def __init__(self, answer: Callable[[SoundTested], None]) -> None:
        self._answer = answer
        self._running: dict[SiteId, RunningTest] = {}

    def __contains__(self, site: object) -> bool:
        return site in self._running

    def begin(self, verb: TestSound, open_sites: frozenset[SiteId]) -> None:
        """Begins a test; one that the site had before ends with what it has."""
        self.end((verb.site,))
        frames = min(MOST_FRAMES, max(1, round(verb.milliseconds / 1000 / FRAME_SECONDS)))
        tone = None if verb.play_hertz is None else Tone(verb.play_hertz)
        echo = None if tone is None else EchoMeter(verb.play_hertz)
        self._running[verb.site] = RunningTest(verb, frames, ToneMeter(verb.listen_hertz), tone, echo)
        self.end((verb.site,) if verb.site in open_sites else ())

    def end(self, sites: Iterable[SiteId]) -> None:
        """Ends the tests of these sites with what was heard so far."""
        for site in sites:
            run = self._running.pop(site, None)
            if run is not None:
                self._answer(_answer(run))

    def hear(self, site: SiteId, sound: Sound) -> None:
        """Takes 20 ms of a site."""
        run = self._running.get(site)
        if run is not None:
            run.meter.hear(sound)
            if run.echo is not None:
                run.echo.hear(run.passed, sound)

    def pass_frames(self, count: int) -> None:
        """Lets time pass and ends the tests whose time is over."""
        for run in self._running.values():
            run.frames_left -= count
            run.passed += count
        self.end([site for site, run in self._running.items() if run.frames_left <= 0])

    def own_mixes(self, common: Sound, minus: Mapping[SiteId, Sound]) -> Mapping[SiteId, Sound]:
        """Returns the own mixes with those of the sites that hear a tone beside the common one."""
        if not self._running:
            return minus
        played = {
            site: with_tone(with_tone(common, probe_frame(run.passed)), run.tone.next_frame())
            for site, run in self._running.items()
            if run.tone is not None
        }
        return {**minus, **played}


def _answer(run: RunningTest) -> SoundTested:
    heard = run.meter.loudness()
    echo = None if run.echo is None else run.echo.find()
    return SoundTested(
        at_ms=time.monotonic_ns() // 1_000_000,
        request_id=run.verb.request_id,
        site=run.verb.site,
        frames=heard.frames,
        level_db=heard.level_db,
        peak_db=heard.peak_db,
        tone_db=heard.tone_db,
        echo_loss_db=None if echo is None else echo.loss_db,
        echo_delay_ms=None if echo is None else echo.delay_ms,
        echo_limit_db=None if echo is None else echo.limit_db,
    )
