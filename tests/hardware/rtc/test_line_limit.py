"""The rule for picture sizes on simulated lines: narrow, bad, both, and lines that change."""

import itertools
import random
from collections.abc import Callable

import pytest

from hardware.rtc.line_limit import LineLimit, LineSeen

STEPS = (100_000, 500_000, 1_500_000)
SOUND = 60_000
QUEUE_SECONDS = 0.5


def narrow(kilobits: float, own_loss: float = 0.0) -> Callable[[float], LineSeen]:
    """Returns a line with a queue of half a second that loses what it cannot carry, and some besides."""

    def line(sent: float) -> LineSeen:
        overflow = max(0.0, 1 - kilobits * 1000 / sent)
        loss = 1 - (1 - overflow) * (1 - own_loss)
        return LineSeen(loss, 0.04 + (QUEUE_SECONDS if overflow > 0 else 0.0), sent, loss)

    return line


def run(
    line: Callable[[float], LineSeen], seconds: int, *, wanted: int = 3, limit: LineLimit | None = None
) -> list[int]:
    """Returns what was allowed second by second."""
    limit = limit or LineLimit(STEPS)
    allowed: list[int] = []
    for second in range(seconds):
        using = min(wanted, limit.allowed)
        limit.take(line(SOUND + (STEPS[using - 1] if using else 0)), wanted, float(second))
        allowed.append(limit.allowed)
    return allowed


def asked(limit: LineLimit, seconds: range, bits: int | None, *, wanted: int = 3) -> list[int]:
    """Returns when a good line was asked for more; every ramp finds so many bits."""
    questions: list[int] = []
    for second in seconds:
        limit.take(LineSeen(0.0, 0.04, 160_000), wanted, float(second))
        if limit.take_question() is not None:
            questions.append(second)
            limit.answer(bits, second + 0.5)
    return questions


def fallen(seen: LineSeen, readings: int) -> LineLimit:
    """Returns the limit of a line that had such readings."""
    limit = LineLimit(STEPS)
    for second in range(readings):
        limit.take(seen, 3, float(second))
    return limit


def test_a_larger_picture_comes_back_once_a_ramp_says_that_it_fits() -> None:
    limit = fallen(narrow(256)(1_560_000), 2)
    assert limit.allowed == 1
    questions = asked(limit, range(2, 300), 250_000)
    assert limit.allowed == 1, "no picture was risked"
    waits = [later - sooner for sooner, later in itertools.pairwise(questions)]
    assert waits == sorted(waits)
    assert waits[1] >= 2 * waits[0] - 5
    asked(limit, range(300, 700), 10_000_000)
    assert limit.allowed == 3


def test_a_line_that_never_answers_is_tried_at_the_second_time() -> None:
    limit = fallen(narrow(256)(1_560_000), 2)
    questions = asked(limit, range(2, 60), None, wanted=2)
    assert len(questions) == 2
    assert limit.allowed == 2
    assert limit.take_question() is None
    assert not limit.answer(10_000_000, 61.0), "nothing was asked"


def test_where_nothing_is_seen_the_least_picture_is_asked_for_within_seconds() -> None:
    limit = fallen(LineSeen(0.5, 0.9, 100_000, 0.5), 12)
    assert limit.allowed == 0
    assert asked(limit, range(12, 30), 160_000, wanted=1)[0] <= 26
    assert limit.allowed == 1


def test_while_nobody_speaks_or_sound_passes_the_least_picture_stays_whatever_is_lost() -> None:
    for sound_loss in (None, 0.05):
        limit = LineLimit(STEPS)
        for second in range(120):
            limit.take(LineSeen(0.5, 0.05 if second < 5 else 1.5, 100_000, sound_loss), 1, float(second))
            assert limit.allowed >= 1


def test_a_ramp_that_fills_the_line_is_not_taken_for_trouble() -> None:
    limit = fallen(narrow(256)(1_560_000), 2)
    second = 2
    while limit.take_question() is None:
        limit.take(LineSeen(0.0, 0.04, 160_000), 3, float(second))
        second += 1
    limit.take(LineSeen(0.5, 0.5, 400_000), 3, second + 1.0)
    assert limit.allowed == 1
    assert not limit.take(LineSeen(0.5, 0.5, 400_000), 3, second + 20.0), "a ramp that never ends is no answer"


def test_a_good_line_carries_everything_for_ever() -> None:
    assert run(narrow(100_000), 600) == [3] * 600


def test_a_narrow_line_falls_at_once_to_the_picture_that_fits_and_keeps_it() -> None:
    allowed = run(narrow(256), 600)
    assert allowed[1] == 1, "within two reports, without trying what lies between"
    assert 0 not in allowed
    too_much = sum(step > 1 for step in allowed[2:])
    assert too_much < 0.05 * 600, "trials of more are few and short"


def test_a_line_that_carries_sound_alone_carries_no_picture() -> None:
    allowed = run(narrow(90), 600)
    assert 0 in allowed[:12]
    assert sum(step == 0 for step in allowed) > 0.85 * 600


@pytest.mark.parametrize("loss", [0.01, 0.02, 0.05, 0.07])
def test_loss_that_is_repaired_costs_no_size(loss: float) -> None:
    dice = random.Random(1)
    line = [LineSeen(max(0.0, dice.gauss(loss, loss / 4)), 0.06, 1_560_000) for _ in range(600)]
    steps = iter(line)
    allowed = run(lambda _: next(steps), 600)
    assert sum(step == 3 for step in allowed) > 0.9 * 600
    assert min(allowed) >= 2


def test_loss_with_long_round_trips_that_have_another_cause_ends_no_picture() -> None:
    dice = random.Random(4)
    readings = [LineSeen(0.05, 0.04 if n < 10 else 0.3 + dice.uniform(0, 0.2), 1_560_000) for n in range(300)]
    steps = iter(readings)
    allowed = run(lambda _: next(steps), 300)
    assert min(allowed) >= 2
    assert sum(step == 3 for step in allowed) > 0.9 * 300


def test_loss_that_a_smaller_picture_does_not_cure_gets_its_size_back() -> None:
    allowed = run(narrow(100_000, own_loss=0.15), 120)
    assert min(allowed) == 2
    assert allowed[20:] == [3] * 100


def test_a_line_that_recovers_is_used_again_step_by_step() -> None:
    limit = LineLimit(STEPS)
    run(narrow(256), 30, limit=limit)
    assert limit.allowed == 1
    allowed: list[int] = []
    for second in range(30, 200):
        using = min(3, limit.allowed)
        limit.take(narrow(100_000)(SOUND + STEPS[using - 1]), 3, float(second))
        allowed.append(limit.allowed)
    assert allowed[-1] == 3
    assert 2 in allowed


def test_who_is_asked_for_little_is_not_tried_with_more() -> None:
    limit = LineLimit(STEPS)
    run(narrow(256), 10, limit=limit)
    for second in range(10, 100):
        limit.take(narrow(256)(SOUND + STEPS[0]), 1, float(second))
    assert limit.allowed == 1


def test_jitter_without_loss_is_not_crowding() -> None:
    dice = random.Random(2)
    readings = (LineSeen(0.0, 0.3 + dice.uniform(-0.3, 0.3), 1_560_000) for _ in range(600))
    assert run(lambda _: next(readings), 600) == [3] * 600


def test_a_queue_that_stands_full_without_losing_is_crowding() -> None:
    readings = iter([LineSeen(0.0, 0.05, 1_560_000)] * 5 + [LineSeen(0.0, 2.0, 1_560_000)] * 10)
    assert run(lambda _: next(readings), 15)[-1] < 3


def test_without_reports_nothing_is_judged() -> None:
    assert run(lambda sent: LineSeen(None, None, sent), 100) == [3] * 100


def test_bursts_of_losses_never_end_the_least_picture() -> None:
    """Ten packets at once are most of a tile's second; two such bursts are no narrow line."""
    burst = [0.62, 0.16, 0.16, 0.16]
    losses = [*burst, 0.0, 0.0, *burst, 0.62, 0.31, 0.31, 0.31, 0.16, 0.0]
    seen = [LineSeen(loss, 0.04, 160_000) for loss in losses]
    limit = LineLimit(STEPS)
    limit.allowed = 1
    for second, reading in enumerate(seen * 3):
        limit.take(reading, 1, float(second))
        assert limit.allowed == 1
