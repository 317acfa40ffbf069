"""Waits between attempts are random, bounded and grow."""

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from hardware.endpoint.reconnection import BackOff, Ending, wait_seconds

USUAL = BackOff()


@given(st.integers(0, 10_000), st.integers(), st.sampled_from(Ending))
def test_every_wait_is_bounded(failures: int, seed: int, ending: Ending) -> None:
    wait = wait_seconds(USUAL, failures, Random(seed), ending)
    assert (wait is None) == (ending is Ending.SUPERSEDED)
    assert wait is None or 0 <= wait <= USUAL.longest_seconds


def waits_of(failures: int, seeds: int, ending: Ending = Ending.LOST) -> list[float]:
    waits = [wait_seconds(USUAL, failures, Random(seed), ending) for seed in range(seeds)]
    return [wait for wait in waits if wait is not None]


def test_a_lost_connection_is_tried_again_soon_but_not_by_all_at_once() -> None:
    waits = waits_of(0, 100)
    assert max(waits) <= USUAL.first_seconds
    assert max(waits) - min(waits) > USUAL.first_seconds / 2


def test_waits_double_up_to_the_bound() -> None:
    means = [sum(waits_of(failures, 200)) / 200 for failures in range(1, 12, 2)]
    assert means[1] > 1.7 * means[0]
    assert means[2] > 1.7 * means[1]
    assert abs(means[-1] - means[-2]) < 0.5


def test_who_missed_a_bridge_for_five_seconds_does_not_stay_away_for_ten() -> None:
    for seed in range(200):
        random, away, failures = Random(seed), 0.0, 0
        while away < 5.0:
            failures += 1
            away += wait_seconds(USUAL, failures, random) or 0.0
        assert away < 9.0


def test_a_site_that_was_turned_away_waits_long() -> None:
    assert min(waits_of(1, 50, Ending.REFUSED)) >= USUAL.longest_seconds / 2
