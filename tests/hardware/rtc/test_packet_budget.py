"""How much of one connection is handled: bursts, averages, and what a refusal leaves behind."""

from hardware.rtc.packet_budget import BURST_SECONDS, IncomingLimits, PacketBudget

LIMITS = IncomingLimits(packets_per_second=100, octets_per_second=50_000)


def taken(budget: PacketBudget, *, packets: int, size: int, over_seconds: float, begin: float = 0.0) -> int:
    """Returns how many of so many evenly spread packets are taken."""
    times = (begin + over_seconds * number / packets for number in range(packets))
    return sum(budget.take(size, now) for now in times)


def test_what_is_within_the_bounds_is_taken() -> None:
    budget = PacketBudget(LIMITS, 0.0)
    assert taken(budget, packets=950, size=500, over_seconds=10) == 950
    assert budget.refused == 0


def test_a_burst_after_a_cut_is_taken() -> None:
    budget = PacketBudget(LIMITS, 0.0)
    assert taken(budget, packets=180, size=400, over_seconds=0.01) == 180
    assert taken(budget, packets=180, size=400, over_seconds=0.01, begin=5.0) == 180


def test_of_ten_times_too_much_a_tenth_is_taken() -> None:
    budget = PacketBudget(LIMITS, 0.0)
    within = taken(budget, packets=10_000, size=500, over_seconds=10)
    assert 1_000 <= within <= 1_000 + 2 * LIMITS.packets_per_second * BURST_SECONDS
    assert budget.refused == 10_000 - within
    assert budget.refused_octets == 500 * budget.refused


def test_few_packets_that_are_too_large_are_refused_by_their_octets() -> None:
    budget = PacketBudget(LIMITS, 0.0)
    within = taken(budget, packets=800, size=5_000, over_seconds=10)
    assert 100 <= within <= 100 + 2 * LIMITS.octets_per_second * BURST_SECONDS / 5_000


def test_a_single_packet_larger_than_all_that_fits_is_refused_and_takes_nothing_along() -> None:
    budget = PacketBudget(LIMITS, 0.0)
    assert not budget.take(200_000, 0.0)
    assert budget.take(500, 0.0)


def test_who_is_shut_out_is_counted_and_taken_again_afterwards() -> None:
    budget = PacketBudget(LIMITS, 0.0)
    budget.shut = True
    assert taken(budget, packets=50, size=100, over_seconds=1) == 0
    assert (budget.refused, budget.refused_octets) == (50, 5_000)
    budget.shut = False
    assert taken(budget, packets=50, size=100, over_seconds=1, begin=1.0) == 50
