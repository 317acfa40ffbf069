"""How a worker bears its load: the worst of a second, told once, and of several workers the worst of all."""

from console.engine_port import EngineLoad
from hardware.engines.embedded.load_meter import LoadMeter, worst_of


def test_the_latest_beat_and_the_longest_wait_are_told_once() -> None:
    waits = iter((0.25, 0.0))
    meter = LoadMeter(0.1, lambda: next(waits))
    for now in (10.0, 10.1, 10.35, 10.4):
        meter.beat(now)
    load = meter.take(11.0)
    assert (load.at_ms, load.loop_late_ms, load.picture_late_ms) == (11_000, 150, 250)
    assert load.cores >= 0
    meter.beat(10.5)
    quiet = meter.take(12.0)
    assert (quiet.loop_late_ms, quiet.picture_late_ms) == (0, 0)


def test_a_loop_that_stands_still_is_late_when_it_goes_on() -> None:
    meter = LoadMeter(0.1, lambda: 0.0)
    meter.beat(5.0)
    assert meter.take(6.0).loop_late_ms == 0
    meter.beat(8.1)
    assert meter.take(8.2).loop_late_ms == 3000


def test_of_several_workers_the_worst_counts_and_their_cores_add_up() -> None:
    loads = [
        EngineLoad(at_ms=1, loop_late_ms=5, picture_late_ms=300, cores=0.5),
        EngineLoad(at_ms=2, loop_late_ms=80, picture_late_ms=10, cores=0.25),
    ]
    assert worst_of(loads) == EngineLoad(at_ms=2, loop_late_ms=80, picture_late_ms=300, cores=0.75)
