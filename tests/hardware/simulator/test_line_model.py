"""A bad line does what its knobs say, in the long run and packet by packet."""

from collections.abc import Callable

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hardware.simulator.lines.line_model import LineConditions, LineModel

Conditions = st.builds(
    LineConditions,
    loss_percent=st.floats(0, 100),
    burst_packets=st.floats(1, 20),
    delay_ms=st.floats(0, 300),
    jitter_ms=st.floats(0, 300),
    keeps_order=st.booleans(),
    reorder_percent=st.floats(0, 100),
    duplicate_percent=st.floats(0, 100),
    mtu_bytes=st.none() | st.integers(100, 1500),
    rate_kilobits=st.none() | st.integers(10, 10_000),
    queue_ms=st.floats(0, 1000),
    cut=st.booleans(),
)


def run(model: LineModel, packets: int = 20_000, gap: float = 0.001, size: int = 200) -> list[tuple[float, ...]]:
    return [model.departures(number * gap, size) for number in range(packets)]


@given(Conditions, st.integers(0, 5), st.lists(st.integers(40, 1500), min_size=1, max_size=80))
def test_every_datagram_has_one_fate_and_never_leaves_before_it_came(
    conditions: LineConditions, seed: int, sizes: list[int]
) -> None:
    model = LineModel(seed, conditions)
    for number, size in enumerate(sizes):
        leaves = model.departures(number * 0.005, size)
        assert len(leaves) <= 2
        assert all(leave >= number * 0.005 for leave in leaves)
    c = model.counters
    assert c.arrived == len(sizes) == c.passed + c.lost + c.too_large + c.overflowed + c.cut


def test_the_same_seed_makes_the_same_line() -> None:
    conditions = LineConditions(loss_percent=5, burst_packets=3, jitter_ms=30, reorder_percent=2, duplicate_percent=1)
    assert run(LineModel(7, conditions), 500) == run(LineModel(7, conditions), 500)
    assert run(LineModel(7, conditions), 500) != run(LineModel(8, conditions), 500)


def test_one_knob_does_not_reshuffle_another() -> None:
    plain, delayed = (
        LineModel(3, LineConditions(loss_percent=5)),
        LineModel(3, LineConditions(loss_percent=5, delay_ms=9)),
    )
    assert [bool(out) for out in run(plain, 500)] == [bool(out) for out in run(delayed, 500)]


@pytest.mark.parametrize("burst", [1.0, 4.0, 12.0])
def test_loss_and_the_length_of_its_bursts(burst: float) -> None:
    passed = [bool(out) for out in run(LineModel(1, LineConditions(loss_percent=10, burst_packets=burst)), 60_000)]
    lost = passed.count(False)
    bursts = sum(1 for before, now in zip([True, *passed], passed, strict=False) if before and not now)
    assert 0.085 < lost / len(passed) < 0.115
    expected = burst if burst > 1 else 1 / 0.9
    assert 0.85 * expected < lost / bursts < 1.15 * expected


def test_delay_and_jitter_spread_evenly() -> None:
    outs = run(LineModel(1, LineConditions(delay_ms=50, jitter_ms=20)))
    delays = [(out[0] - number * 0.001) * 1000 for number, out in enumerate(outs)]
    assert 29.9 <= min(delays) < 31
    assert 69 < max(delays) <= 70.1
    assert 49 < sum(delays) / len(delays) < 51


def test_order_is_kept_where_that_is_asked() -> None:
    outs = [out[0] for out in run(LineModel(1, LineConditions(delay_ms=50, jitter_ms=20, keeps_order=True)))]
    assert outs == sorted(outs)
    loose = [out[0] for out in run(LineModel(1, LineConditions(delay_ms=50, jitter_ms=20)))]
    assert loose != sorted(loose)


def share(count: Callable[[LineModel], int], conditions: LineConditions) -> float:
    model = LineModel(2, conditions)
    run(model)
    return count(model) / model.counters.passed


def test_shares_of_doubled_and_overtaking_datagrams() -> None:
    assert 0.02 < share(lambda m: m.counters.duplicated, LineConditions(duplicate_percent=3)) < 0.04
    assert 0.08 < share(lambda m: m.counters.reordered, LineConditions(delay_ms=20, reorder_percent=10)) < 0.12


def test_a_rate_fills_a_queue_and_the_queue_overflows() -> None:
    # 200 bytes every ms are 1,600 kbit/s into 800: half of them must go.
    model = LineModel(1, LineConditions(rate_kilobits=800, queue_ms=100))
    outs = run(model, 5000)
    assert 0.45 < model.counters.overflowed / 5000 < 0.55
    waits = [(out[0] - number * 0.001) * 1000 for number, out in enumerate(outs) if out]
    assert 95 < max(waits) < 105


def test_size_limit_and_cut() -> None:
    model = LineModel(1, LineConditions(mtu_bytes=1200))
    assert model.departures(0, 1200)
    assert not model.departures(0, 1201)
    model.conditions = LineConditions(cut=True)
    assert not model.departures(0, 10)
    assert (model.counters.too_large, model.counters.cut) == (1, 1)


def test_nonsense_conditions_are_refused() -> None:
    for text in (b'{"loss_percent":101}', b'{"delay_ms":-1}', b'{"loss":1}', b'{"mtu_bytes":0}'):
        with pytest.raises(msgspec.ValidationError):
            msgspec.json.decode(text, type=LineConditions)
