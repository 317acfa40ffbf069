"""Sites whose rooms send back what they are sent: recognised in the meeting's own sound while somebody else speaks.

Rules: what a site sends is held against what it was sent in the last seconds; only a likeness at one delay, found there
again and again, is an echo. People who speak at the same time are none, however alike their voices. Nothing is
reckoned while a site is sent silence or sends none, and never on the loop: `look` hands the reckoning over.
"""

from collections import deque
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from console.words import SiteId
from hardware.engines.embedded.mixer import FRAME_SAMPLES, Sound
from hardware.rtc.echo_probe import THINNED, Echo, echo_between

SPAN_FRAMES = 200
"""Four seconds are held against each other."""
LOOK_FRAMES = 100
"""Every two seconds, one site after the other."""
LEAST_LOUD_FRAMES = 60
"""So many frames of a span have to sound on both sides."""
LOUD_PEAK = 500
LEAST_STEP_DB = 26.0
"""Two voices resemble each other by chance up to 21 dB; an echo 12 dB under a speaker in its room stands out by 30."""
LIKE_MS = 30
"""A room's echo comes at the same delay again; a jitter buffer moves it by a frame."""
LOOKS_TO_NAME = 2
LOOKS_TO_CLEAR = 3

Wave = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Looked:
    """Both sides of one site's last seconds, at 8 kHz."""

    sent: Wave
    heard: Wave

    def reckon(self) -> Echo:
        """Returns what came back; takes some milliseconds, on a thread."""
        return echo_between(self.sent, self.heard, least_step_db=LEAST_STEP_DB)


@dataclass(slots=True)
class _Site:
    sent: deque[Sound] = field(default_factory=lambda: deque(maxlen=SPAN_FRAMES))
    heard: deque[Sound] = field(default_factory=lambda: deque(maxlen=SPAN_FRAMES))
    delay_ms: int | None = None
    found: int = 0
    clear: int = 0
    named: bool = False

    def looked(self) -> Looked | None:
        """Returns what is to be reckoned, None while either side is too quiet to tell."""
        if len(self.sent) < SPAN_FRAMES or min(_loud(self.sent), _loud(self.heard)) < LEAST_LOUD_FRAMES:
            return None
        return Looked(_wave(self.sent), _wave(self.heard))

    def take(self, echo: Echo) -> bool | None:
        """Returns True when an echo is named now, False when it is gone, None when nothing changes."""
        delay_ms = None if echo.loss_db is None else echo.delay_ms
        if delay_ms is None:
            self.found, self.clear = 0, self.clear + 1
        else:
            same = self.delay_ms is not None and abs(delay_ms - self.delay_ms) <= LIKE_MS
            self.found, self.clear = self.found + 1 if same else 1, 0
        self.delay_ms = delay_ms if delay_ms is not None else self.delay_ms
        if not self.named and self.found >= LOOKS_TO_NAME:
            self.named = True
            return True
        if self.named and self.clear >= LOOKS_TO_CLEAR:
            self.named = False
            return False
        return None


Reckon = Callable[[Looked, Callable[[Echo], None]], None]
"""Lets a reckoning be done elsewhere and brings its result back to the loop."""


@dataclass(slots=True)
class EchoWatch:
    """All sites in the mix; `told` takes a site, and its echo or None when it is gone."""

    reckon: Reckon
    told: Callable[[SiteId, Echo | None], None]
    _sites: dict[SiteId, _Site] = field(default_factory=dict)
    _frame: int = 0
    _busy: bool = False
    _next: int = 0

    def pass_frame(self, heard: Mapping[SiteId, Sound | None], sent: Mapping[SiteId, Sound]) -> None:
        """Takes one frame: what each site in the mix sent, and what it is sent."""
        self._keep(sent.keys())
        silence = np.zeros(FRAME_SAMPLES // THINNED, np.int16)
        for site, sound in sent.items():
            kept = self._sites.setdefault(site, _Site())
            came = heard.get(site)
            kept.sent.append(_thin(sound))
            kept.heard.append(silence if came is None else _thin(came))
        self._frame += 1
        if self._frame % LOOK_FRAMES == 0 and self._sites and not self._busy:
            self._look()

    def _keep(self, present: Iterable[SiteId]) -> None:
        for site in self._sites.keys() - set(present):
            if self._sites.pop(site).named:
                self.told(site, None)

    def _look(self) -> None:
        sites = list(self._sites)
        self._next = (self._next + 1) % len(sites)
        site = sites[self._next]
        kept = self._sites[site]
        looked = kept.looked()
        if looked is None:
            return
        self._busy = True

        def take(echo: Echo) -> None:
            self._busy = False
            if self._sites.get(site) is not kept:
                return
            named = kept.take(echo)
            if named is not None:
                self.told(site, echo if named else None)

        self.reckon(looked, take)


def _thin(sound: Sound) -> Sound:
    """Returns the frame at 8 kHz, averaged: enough for a likeness, and a sixth to keep."""
    return sound.reshape(-1, THINNED).mean(axis=1).astype(np.int16)


def _loud(frames: Iterable[Sound]) -> int:
    return sum(int(np.abs(frame).max(initial=0)) >= LOUD_PEAK for frame in frames)


def _wave(frames: Iterable[Sound]) -> Wave:
    return np.concatenate(list(frames)) / 32768
