"""Loss, wrap and jitter as RFC 3550 counts them."""

import random

from hypothesis import given
from hypothesis import strategies as st

from hardware.rtc.receive_statistics import ReceiveStatistics


@given(st.integers(0, 0xFFFF), st.sets(st.integers(1, 2998), max_size=200), st.integers(0, 1000))
def test_losses_are_counted_across_wraps_and_reordering(first: int, lost: set[int], seed: int) -> None:
    statistics, dice = ReceiveStatistics(1, 90_000), random.Random(seed)
    order = sorted((n for n in range(3000) if n not in lost), key=lambda n: n + (dice.uniform(0, 5) if n else 0))
    for number in order:
        statistics.count((first + number) & 0xFFFF, number * 900, 100, number * 0.01)
    assert statistics.lost == len(lost)
    assert statistics.packets == 3000 - len(lost)
    assert statistics.highest_sequence == first + 2999
    assert abs(statistics.take_fraction_lost() / 256 - len(lost) / 3000) < 0.005
    assert statistics.take_fraction_lost() == 0


def test_jitter_is_that_of_the_line() -> None:
    steady, shaken = ReceiveStatistics(1, 48_000), ReceiveStatistics(2, 48_000)
    dice = random.Random(1)
    for number in range(2000):
        steady.count(number & 0xFFFF, number * 960, 80, number * 0.02)
        shaken.count(number & 0xFFFF, number * 960, 80, number * 0.02 + dice.uniform(0, 0.03))
    assert steady.jitter_ms is not None
    assert steady.jitter_ms < 0.1
    assert shaken.jitter_ms is not None
    assert 7 < shaken.jitter_ms < 13


def test_nothing_received_says_nothing() -> None:
    statistics = ReceiveStatistics(1, 90_000)
    assert statistics.jitter_ms is None
    assert statistics.lost == 0
    assert statistics.take_fraction_lost() == 0
