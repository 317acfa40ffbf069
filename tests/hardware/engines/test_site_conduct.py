"""When a site is put off, for how long, and when it is taken back; in virtual time."""

from dataclasses import replace
from itertools import pairwise

import pytest

from console.words import Misconduct
from hardware.engines.embedded.site_conduct import (
    CALM_SECONDS,
    FIRST_HOLD_SECONDS,
    FORGIVEN_SECONDS,
    LONGEST_HOLD_SECONDS,
    PROGRAM_LIMITS,
    Cost,
    SiteConduct,
)

STEP = 0.5


class Watch:
    """A conduct that is judged twice a second while its site costs the same every second."""

    def __init__(self) -> None:
        self.conduct = SiteConduct()
        self.now = 0.0
        self.cost = Cost()

    def run(self, seconds: float, **per_second: float) -> list[tuple[float, frozenset[Misconduct]]]:
        """Returns every change, with the seconds since the beginning of this run."""
        begun, changes = self.now, list[tuple[float, frozenset[Misconduct]]]()
        while self.now - begun < seconds:
            self.now += STEP
            more = {name: getattr(self.cost, name) + rate * STEP for name, rate in per_second.items()}
            self.cost = replace(self.cost, **more)
            if self.conduct.judge(self.cost, self.now):
                changes.append((self.now - begun, self.conduct.stands))
        return changes


@pytest.fixture
def watch() -> Watch:
    return Watch()


CALM = {"processor_seconds": 0.2, "size_changes": 0.2, "broken_keys": 0.1, "malformed": 1.0, "refused": 1.0}


def test_a_site_on_a_poor_line_with_a_large_picture_is_left_alone(watch: Watch) -> None:
    assert watch.run(3600, **CALM) == []


@pytest.mark.parametrize(
    ("fault", "per_second"),
    [
        (Misconduct.FLOOD, {"refused": 10_000.0, "refused_octets": 1e7}),
        (Misconduct.NONSENSE, {"malformed": 200.0}),
        (Misconduct.PICTURE, {"size_changes": 25.0}),
        (Misconduct.PICTURE, {"broken_keys": 8.0}),
        (Misconduct.PICTURE, {"slow_pictures": 2.0}),
        (Misconduct.PICTURE, {"processor_seconds": 1.6}),
    ],
)
def test_each_fault_is_named_within_seconds(watch: Watch, fault: Misconduct, per_second: dict[str, float]) -> None:
    watch.run(60, **CALM)
    ((at, stands),) = watch.run(3, **per_second)
    assert stands == {fault}
    assert at <= 3


def test_a_picture_is_tried_again_and_the_next_time_later(watch: Watch) -> None:
    holds: list[float] = []
    for _ in range(8):
        watch.run(3, size_changes=25.0)
        assert watch.conduct.picture_is_off
        ((at, stands),) = watch.run(400)
        assert stands == frozenset()
        holds.append(at)
    assert holds[0] < FIRST_HOLD_SECONDS + 1
    assert all(later > earlier for earlier, later in pairwise(holds[:5]))
    assert holds[-1] <= LONGEST_HOLD_SECONDS


def test_long_good_conduct_is_forgiven(watch: Watch) -> None:
    for _ in range(4):
        watch.run(3, size_changes=25.0)
        watch.run(150)
    watch.run(FORGIVEN_SECONDS, **CALM)
    watch.run(3, size_changes=25.0)
    ((at, _),) = watch.run(60)
    assert at < FIRST_HOLD_SECONDS + 1


def test_a_flood_is_over_when_no_more_comes_than_may_although_nothing_of_it_is_taken(watch: Watch) -> None:
    flood = {"refused": 20_000.0, "refused_octets": 2e7}
    watch.run(3, **flood)
    assert watch.conduct.media_is_off
    assert watch.run(120, **flood) == [], "as long as it lasts"
    usual = {"refused": 250.0, "refused_octets": PROGRAM_LIMITS.octets_per_second / 5}
    at, stands = watch.run(60, **usual)[0]
    assert stands == frozenset()
    assert CALM_SECONDS <= at < CALM_SECONDS + 5


def test_nonsense_is_named_as_long_as_it_comes_and_nothing_is_cut_off(watch: Watch) -> None:
    watch.run(120, malformed=50.0)
    assert watch.conduct.stands == {Misconduct.NONSENSE}
    assert not watch.conduct.media_is_off
    assert not watch.conduct.picture_is_off
    ((_, stands),) = watch.run(120)
    assert stands == frozenset()


def test_a_new_connection_begins_to_count_anew_and_stays_put_off(watch: Watch) -> None:
    watch.run(3, size_changes=25.0)
    watch.cost = Cost()
    assert watch.run(5, processor_seconds=0.1) == []
    assert watch.conduct.picture_is_off


def test_two_faults_stand_and_end_each_by_itself(watch: Watch) -> None:
    watch.run(3, size_changes=25.0, malformed=200.0)
    assert watch.conduct.stands == {Misconduct.PICTURE, Misconduct.NONSENSE}
    watch.run(FIRST_HOLD_SECONDS + 2, malformed=200.0)
    assert watch.conduct.stands == {Misconduct.NONSENSE}
