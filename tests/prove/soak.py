"""Soak: two hours of a whole meeting, recorded from its beginning to its end, in which nothing may wear out.

Rule: speakers follow each other, a share of the sites leaves and comes back, films are shown, all without a pause. What
the product's processes hold may not grow with the hours, no site may stand still, and the recording has to be as long
as the wall says, whole by its hash, without a hole in its sound and to be decoded at its end.
"""

import asyncio
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from console.content.content_commands import ShowContent
from console.notes.recording_commands import PermitRecording
from console.recordings.recorder_commands import StartRecording, StopRecording
from console.recordings.recorder_facts import Part
from console.recordings.recorder_views import RecorderView
from tests.bench.busy_round import BusyRound
from tests.bench.live_meeting import LiveMeeting, live_meeting
from tests.bench.marked_film import write_film
from tests.bench.measure import percentile
from tests.prove.footprint import Growth, Sampled, footprints, growth_of
from tests.prove.proof import Outcome, Proof
from tests.prove.recorded_file import RecordedSound, looked_through

SITES = 36
SECONDS = 7200.0
LEAST_SECONDS = 8.0
WARM_SHARE = 0.2
SAMPLE_SECONDS = 15.0
FILM_SECONDS, SHORT_FILM_SECONDS = 20.0, 2.0
FILM_EVERY = 12
"""Turns between two films."""
BEGUN_SECONDS, ENDED_SECONDS = 30.0, 60.0
MOST_LENGTH_APART_SECONDS = 3.0
LONGEST_HOLE_SECONDS = 2.0
MOST_HOURLY_MEGABYTES = 10.0
JUDGED_SECONDS = 1200.0
"""What a shorter run says of an hour is warming up, and stands among the figures only."""
MOST_NEW_DESCRIPTORS = 10


def soak(share: float) -> Outcome:
    """Holds the meeting for a share of two hours."""
    whole = share >= 1
    return asyncio.run(_Soak(SITES if whole else 4, max(LEAST_SECONDS, SECONDS * share), whole=whole).run())


@dataclass(slots=True)
class _Recorded:
    """What a recording came to beside the wall."""

    part: Part
    wall_seconds: float
    sound: RecordedSound


@dataclass(slots=True)
class _Soak:
    sites: int
    seconds: float
    whole: bool
    samples: list[Sampled] = field(default_factory=list)
    films: int = 0

    async def run(self) -> Outcome:
        async with live_meeting(self.sites) as meeting:
            film = meeting.product.root / "film.mp4"
            await asyncio.to_thread(write_film, film, FILM_SECONDS if self.whole else SHORT_FILM_SECONDS)
            busy = BusyRound(meeting, step_seconds=1.5 if self.whole else 0.5, leave_every=8 if self.whole else 3)
            begun, length_before = await self._begin_recording(meeting)
            watching = asyncio.create_task(busy.watch(), name="looks for sites that stand still")
            try:
                await self._go_on(busy, film)
            finally:
                watching.cancel()
            wall_seconds = time.monotonic() - begun + length_before
            recorded = await self._end_recording(meeting, wall_seconds)
        grown = growth_of(self.samples, WARM_SHARE)
        return Outcome(self._facts(busy, recorded, grown), tuple(self._faults(busy, recorded, grown)))

    # ------------------------------------------------ the meeting

    async def _go_on(self, busy: BusyRound, film: Path) -> None:
        began, sampled = time.monotonic(), float("-inf")
        every = SAMPLE_SECONDS if self.whole else 0.0
        film_every = FILM_EVERY if self.whole else 2
        while time.monotonic() - began < self.seconds:
            await busy.turn()
            if busy.turns % film_every == 0:
                await busy.meeting.ask(ShowContent(path=str(film)))
                self.films += 1
            if time.monotonic() - sampled >= every:
                sampled = time.monotonic()
                self.samples.append(Sampled(sampled, footprints(busy.meeting.product)))

    async def _begin_recording(self, meeting: LiveMeeting) -> tuple[float, float]:
        """Returns when the recording was first seen to grow (monotonic), and its length then, in seconds."""
        await meeting.ask(PermitRecording(decided_by="Chánh Văn phòng"))
        await meeting.ask(StartRecording())
        await meeting.state.until("the recording grows", lambda: _recorder(meeting).length_ms > 0, BEGUN_SECONDS)
        return time.monotonic(), _recorder(meeting).length_ms / 1000

    async def _end_recording(self, meeting: LiveMeeting, wall_seconds: float) -> _Recorded:
        await meeting.ask(StopRecording())

        def ended() -> bool:
            parts = _recorder(meeting).parts
            return bool(parts) and parts[-1].ended_ms is not None

        await meeting.state.until("the recording's length and hash are known", ended, ENDED_SECONDS)
        parts = _recorder(meeting).parts
        sound = await asyncio.to_thread(looked_through, meeting.product.data.recordings / parts[-1].file, parts[-1])
        if len(parts) > 1:
            sound.faults.append(f"the recording fell into {len(parts)} parts")
        return _Recorded(parts[-1], wall_seconds, sound)

    # ------------------------------------------------ the verdict

    def _facts(self, busy: BusyRound, recorded: _Recorded, grown: dict[str, Growth]) -> dict[str, Any]:
        return {
            "sites": self.sites,
            "seconds": round(self.seconds),
            "speakers": busy.turns,
            "connection_ms_p95": percentile(busy.connection_ms, 0.95),
            "sites_left_and_back": busy.rejoined,
            "films": self.films,
            "recording": {
                "seconds": recorded.part.length_ms / 1000,
                "wall_seconds": round(recorded.wall_seconds, 2),
                "megabytes": round(recorded.part.file_bytes / 1e6, 1),
                "longest_hole_in_the_sound_seconds": round(recorded.sound.longest_hole_seconds, 3),
            },
            "growth": {name: more.facts() for name, more in grown.items()},
        }

    def _faults(self, busy: BusyRound, recorded: _Recorded, grown: dict[str, Growth]) -> list[str]:
        faults = [*busy.faults, *recorded.sound.faults]
        apart = abs(recorded.part.length_ms / 1000 - recorded.wall_seconds)
        if apart > MOST_LENGTH_APART_SECONDS:
            faults.append(f"the recording's length and the wall are {apart:.1f} s apart")
        if recorded.sound.longest_hole_seconds > LONGEST_HOLE_SECONDS:
            faults.append(f"the recorded sound has a hole of {recorded.sound.longest_hole_seconds:.1f} s")
        for name, more in grown.items():
            wears = more.seconds >= JUDGED_SECONDS and more.least_hourly_megabytes > MOST_HOURLY_MEGABYTES
            if wears or more.descriptors > MOST_NEW_DESCRIPTORS:
                faults.append(
                    f"{name} grew by {more.hourly_megabytes:.0f} MB an hour and {more.descriptors} descriptors"
                )
        return faults


def _recorder(meeting: LiveMeeting) -> RecorderView:
    view = meeting.state.views.get("recorder")
    return view if isinstance(view, RecorderView) else RecorderView()


SOAK = Proof(
    "soak",
    "Two hours of speakers, sites that leave and come back, films and one recording wear nothing out.",
    soak,
    minutes=124,
)
