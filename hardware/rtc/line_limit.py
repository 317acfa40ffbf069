"""How large a picture a line carries, judged from what its other end reports: one rule for both directions.

Rule: pure; fed about once a second, times are seconds of the monotonic clock. A line is crowded when it loses much, or
loses while its round trip grows: then the least picture alone is left at once, so that sound gets its way again; what
does not even carry that carries none. Loss that may have another cause costs one step, and that one is given back when
it did not help: such a line is bad, not narrow. The least picture ends for the sake of sound alone: while nobody speaks
or sound comes through, it stays. After a while without trouble the line is asked whether it carries the next step
(`take_question`, answered by a ramp of padding that ends once a voice would wait): no picture is risked for it.
Each question that is denied, and each step that fails, doubles the wait before the next. Where no picture is left the
first is asked for after seconds: a machine that stumbled ends it as well as a thin line.
"""

from collections import deque
from dataclasses import dataclass
from typing import Final

HEAVY_LOSS: Final = 0.25
"""No random loss that a call survives: something overflows."""
CROWDED_LOSS, CROWDED_SECONDS, QUEUE_READINGS = 0.03, 0.15, 3
"""So much loss while all of the last round trips are so much longer than at best."""
STANDING_SECONDS, STANDING_READINGS = 0.8, 6
"""A long queue stands full without losing; jitter alone is not so steady."""
LOSSY: Final = 0.08
LAST_LOSS: Final = 0.10
"""Less never ends the least picture: sound is repaired."""
BAD_READINGS, LAST_READINGS = 3, 5
"""So many in a row make a verdict, where one is not heavy enough; the least picture takes more."""
STEADY_READINGS: Final = 6
"""So many heavy ones in a row end the least picture where no queue stands: a burst or two of losses does not."""
SETTLE_SECONDS: Final = 6.0
"""After a change reports still tell of the time before, some of them are lost, and the queue has to run empty."""
FIRST_WAIT_SECONDS, LONGEST_WAIT_SECONDS = 12.0, 240.0
LEAST_FIRST_WAIT_SECONDS, LEAST_LONGEST_WAIT_SECONDS = 8.0, 60.0
"""The same where nothing is seen at all."""
TRIAL_SECONDS: Final = 8.0
ANSWER_SECONDS: Final = 7.0
"""No ramp takes longer."""
ANSWERED_SHARE: Final = 0.9
"""So much of what was asked for has to come through: a ramp measures with a wide grain."""
AFTER_RAMP_SECONDS: Final = 2.0
"""Reports still tell of its padding."""
FITS: Final = 0.8
"""A step is taken when it needs no more than this share of what comes through: sound needs its part."""


@dataclass(frozen=True, slots=True)
class LineSeen:
    """One reading: the share of packets lost, the round trip, and the bits a second that were sent; None is unknown."""

    loss: float | None
    round_trip_seconds: float | None
    sent_bits_per_second: float
    sound_loss: float | None = None
    """Of the packets of sound alone; None where nobody speaks."""


class LineLimit:
    """The limit of one direction of one line; `allowed` counts the steps that may be sent, 0 is no picture."""

    __slots__ = (
        "_after_step", "_asked_at", "_bad_readings", "_calm_since", "_floor", "_heavy_readings", "_least_round_trip",
        "_question_new", "_round_trips", "_settled_at", "_spoiled_readings", "_stepped_at", "_steps", "_tried_at",
        "_unanswered", "_undo_loss", "_waits", "allowed",
    )  # fmt: skip

    def __init__(self, steps: tuple[int, ...]) -> None:
        """`steps` are the bits a second of each picture size, ascending."""
        self._steps = steps
        self.allowed = len(steps)
        self._round_trips: deque[float] = deque(maxlen=STANDING_READINGS)
        self._least_round_trip: float | None = None
        self._bad_readings = 0
        self._heavy_readings = 0
        self._spoiled_readings = 0
        self._floor = 0.0
        """Loss that a smaller picture did not cure."""
        self._undo_loss: float | None = None
        self._after_step: list[float] = []
        self._settled_at = 0.0
        self._stepped_at = 0.0
        self._calm_since: float | None = None
        self._tried_at: float | None = None
        self._asked_at: float | None = None
        self._question_new = False
        self._unanswered = 0
        self._waits = {False: FIRST_WAIT_SECONDS, True: LEAST_FIRST_WAIT_SECONDS}
        """How long to wait before the next trial; true: before that of the least picture."""

    def take_question(self) -> int | None:
        """Returns once what the line is to be asked: how many bits a second it carries, sound among them."""
        if not self._question_new:
            return None
        self._question_new = False
        return self._needed()

    def _needed(self) -> int:
        return round(self._steps[self.allowed] / FITS)

    def answer(self, bits_per_second: int | None, now: float) -> bool:
        """Takes what a ramp found to come through (None: nobody answered); tells whether `allowed` changed."""
        if self._asked_at is None:
            return False
        self._asked_at, self._question_new = None, False
        self._settled_at = max(self._settled_at, now + AFTER_RAMP_SECONDS)
        self._unanswered = self._unanswered + 1 if bits_per_second is None else 0
        if bits_per_second is not None and bits_per_second < ANSWERED_SHARE * self._needed():
            self._wait_longer()
            carries = False
        else:
            # Whoever never answers is no program of ours: a trial has to show it.
            carries = self._unanswered != 1
        self._stepped_at = now
        if carries:
            self.allowed += 1
            self._unanswered, self._tried_at = 0, now
        return carries

    def take(self, seen: LineSeen, wanted: int, now: float) -> bool:
        """Takes a reading while `wanted` steps are asked for; tells whether `allowed` changed."""
        before, using = self.allowed, min(self.allowed, wanted)
        self._note_round_trip(seen.round_trip_seconds)
        if self._asked_at is not None:
            # The ramp fills the line itself; one that never ends is as good as none.
            return now - self._asked_at > ANSWER_SECONDS and self.answer(None, now)
        if seen.loss is None or now < self._settled_at:
            return False
        self._heavy_readings = self._heavy_readings + 1 if seen.loss >= HEAVY_LOSS else 0
        spoiled = seen.sound_loss is not None and seen.sound_loss >= LAST_LOSS
        self._spoiled_readings = self._spoiled_readings + 1 if spoiled else 0
        more = seen.loss - self._floor
        if seen.loss >= HEAVY_LOSS or self._queue_stands():
            self._overflowing(using, now)
        elif self._undo_loss is not None:
            self._judge_step(seen.loss, now)
        elif more >= LOSSY or (more >= CROWDED_LOSS and self._queue_seconds(QUEUE_READINGS) > CROWDED_SECONDS):
            self._suspicious_reading(seen.loss, using, now)
        else:
            self._quiet_reading(seen.loss, wanted, now)
        return self.allowed != before

    # ------------------------------------------------------------ reading a line

    def _note_round_trip(self, seconds: float | None) -> None:
        if seconds is None:
            return
        self._round_trips.append(seconds)
        least = self._least_round_trip
        # A line that was led another way has another least: it is forgotten within some minutes.
        self._least_round_trip = seconds if least is None else min(seconds, least + (seconds - least) / 120)

    def _queue_seconds(self, readings: int) -> float:
        """How much longer than at best every one of the last round trips has taken."""
        if len(self._round_trips) < readings or self._least_round_trip is None:
            return 0.0
        return min(list(self._round_trips)[-readings:]) - self._least_round_trip

    def _queue_stands(self) -> bool:
        return self._queue_seconds(STANDING_READINGS) > STANDING_SECONDS

    # ------------------------------------------------------------ steps

    def _overflowing(self, using: int, now: float) -> None:
        """Leaves the least picture at once, and that one ends on lasting trouble."""
        self._calm_since = None
        self._bad_readings += 1
        if using == 0 or (using == 1 and not self._carries_no_picture()):
            return
        # The least picture at once: how much came through is seen too late, and a ramp soon tells what more fits.
        self._go_down(1 if using > 1 else 0, now)

    def _carries_no_picture(self) -> bool:
        """Tells whether losses are so heavy for so long that even the least picture is too much."""
        if self._spoiled_readings < BAD_READINGS:
            return False
        queued = self._queue_seconds(QUEUE_READINGS) > CROWDED_SECONDS
        return self._heavy_readings >= (BAD_READINGS if queued else STEADY_READINGS)

    def _suspicious_reading(self, loss: float, using: int, now: float) -> None:
        """Takes one step down after some readings in a row, to see whether it helps."""
        self._bad_readings += 1
        self._calm_since = None
        spoils = loss - self._floor >= LAST_LOSS and self._spoiled_readings >= BAD_READINGS
        least = 1 if spoils and self._queue_seconds(QUEUE_READINGS) > CROWDED_SECONDS else 2
        if self._bad_readings >= (LAST_READINGS if using == 1 else BAD_READINGS) and using >= least:
            self._go_down(using - 1, now)
            self._undo_loss = loss

    def _judge_step(self, loss: float, now: float) -> None:
        """Gives a step back that did not lessen the loss: the line is bad, not crowded."""
        assert self._undo_loss is not None
        self._after_step.append(loss)
        if len(self._after_step) < BAD_READINGS:
            return
        usual = sum(self._after_step) / len(self._after_step)
        if usual >= 0.6 * self._undo_loss:
            self._floor = usual
            self.allowed = min(len(self._steps), self.allowed + 1)
            self._settled_at = now + SETTLE_SECONDS
        self._undo_loss = None

    def _quiet_reading(self, loss: float, wanted: int, now: float) -> None:
        self._bad_readings = 0
        self._floor += (min(loss, self._floor) - self._floor) / 30
        if self._calm_since is None:
            self._calm_since = now
        if self._tried_at is not None and now - self._tried_at >= TRIAL_SECONDS:
            self._tried_at = None
            self._waits[self.allowed == 1] = LEAST_FIRST_WAIT_SECONDS if self.allowed == 1 else FIRST_WAIT_SECONDS
        wait = self._waits[self.allowed == 0] - SETTLE_SECONDS
        rested = now - max(self._calm_since, self._stepped_at + SETTLE_SECONDS) >= wait
        if self.allowed < wanted and self._tried_at is None and rested:
            self._asked_at, self._question_new = now, True

    def _wait_longer(self) -> None:
        least = self.allowed == 0
        longest = LEAST_LONGEST_WAIT_SECONDS if least else LONGEST_WAIT_SECONDS
        self._waits[least] = min(longest, 2 * self._waits[least])

    def _go_down(self, allowed: int, now: float) -> None:
        self.allowed = allowed
        if self._tried_at is not None and now - self._tried_at < TRIAL_SECONDS:
            self._wait_longer()
        self._tried_at = None
        self._stepped_at, self._settled_at = now, now + SETTLE_SECONDS
        self._bad_readings = self._heavy_readings = 0
        self._calm_since = self._undo_loss = None
        self._after_step.clear()
