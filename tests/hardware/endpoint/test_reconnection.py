"""Waits between attempts are random, bounded and grow."""

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from hardware.endpoint.reconnection import BackOff, Ending, wait_seconds

USUAL = BackOff()


@given(st.integers(0, 10_000), st.integers(), st.sampled_from(Ending))
def test_every_wait_is_bounded(failures: int, seed: int, ending: Ending) -> None:
    bound = USUAL.superseded_seconds if ending is Ending.SUPERSEDED else USUAL.longest_seconds
    assert 0 <= wait_seconds(USUAL, failures, Random(seed), ending) <= bound


def test_a_lost_connection_is_tried_again_soon_but_not_by_all_at_once() -> None:
    waits = [wait_seconds(USUAL, 0, Random(seed)) for seed in range(100)]
    assert max(waits) <= USUAL.first_seconds
    assert max(waits) - min(waits) > USUAL.first_seconds / 2


def test_waits_double_up_to_the_bound() -> None:
    means = [sum(wait_seconds(USUAL, n, Random(seed)) for seed in range(200)) / 200 for n in range(1, 8)]
    assert means[1] > 1.7 * means[0]
    assert means[2] > 1.7 * means[1]
    assert abs(means[-1] - means[-2]) < 0.5


def test_a_site_that_was_turned_away_waits_long_and_one_that_was_replaced_longer() -> None:
    refused = [wait_seconds(USUAL, 1, Random(seed), Ending.REFUSED) for seed in range(50)]
    replaced = [wait_seconds(USUAL, 0, Random(seed), Ending.SUPERSEDED) for seed in range(50)]
    assert min(refused) >= USUAL.longest_seconds / 2
    assert min(replaced) >= USUAL.superseded_seconds / 2
