"""One report for one `SetGates`, however many workers had to obey."""

from console.engine_port import GatesApplied, SetGates
from console.words import Answer
from hardware.engines.embedded.gate_answers import PATIENCE_TICKS, GateAnswers

WORKER_OF = {"a": 0, "b": 1}


def applied(epoch: int, *sites: str) -> GatesApplied:
    return GatesApplied(at_ms=5, epoch=epoch, open_sites=sites)


def test_both_answers_make_one_report() -> None:
    gates = GateAnswers()
    gates.ask(SetGates(epoch=3, open_sites=("a", "b", "ghost")), (0, 1))
    gates.answered(0, applied(3, "a"))
    assert gates.take(WORKER_OF, 9) == []
    gates.answered(1, applied(3, "b"))
    [report] = gates.take(WORKER_OF, 9)
    assert report == GatesApplied(at_ms=9, epoch=3, open_sites=("a", "b"), answers=(("ghost", Answer.REJECTED),))
    assert gates.take(WORKER_OF, 9) == []


def test_a_worker_that_says_nothing_is_told_by_its_sites() -> None:
    gates = GateAnswers()
    gates.ask(SetGates(epoch=3, open_sites=("a", "b")), (0, 1))
    gates.answered(0, applied(3, "a"))
    for _ in range(PATIENCE_TICKS + 1):
        gates.tick()
    [report] = gates.take(WORKER_OF, 9)
    assert report.open_sites == ("a",)
    assert report.answers == (("b", Answer.TIMEOUT),)
    assert gates.take(WORKER_OF, 10) == []
    gates.answered(1, applied(3, "b"))
    [again] = gates.take(WORKER_OF, 11)
    assert (again.epoch, again.open_sites, again.answers) == (3, ("a", "b"), ())


def test_that_a_silent_workers_sites_are_closed_is_not_taken_for_granted() -> None:
    gates = GateAnswers()
    gates.ask(SetGates(epoch=4, open_sites=()), (0, 1))
    gates.answered(0, applied(4))
    for _ in range(PATIENCE_TICKS + 1):
        gates.tick()
    [report] = gates.take(WORKER_OF, 9)
    assert (report.open_sites, report.answers) == ((), (("b", Answer.TIMEOUT),))


def test_a_worker_that_is_silent_for_long_is_remembered_within_a_bound() -> None:
    gates = GateAnswers()
    for epoch in range(1000):
        gates.ask(SetGates(epoch=epoch, open_sites=()), (0,))
        for _ in range(PATIENCE_TICKS + 1):
            gates.tick()
        gates.take(WORKER_OF, 9)
    gates.answered(0, applied(0))
    assert gates.take(WORKER_OF, 9) == []
    gates.answered(0, applied(999))
    assert [report.epoch for report in gates.take(WORKER_OF, 9)] == [999]


def test_a_dead_worker_is_not_waited_for_and_old_answers_count_for_their_own_epoch() -> None:
    gates = GateAnswers()
    gates.ask(SetGates(epoch=1, open_sites=("a",)), (0, 1))
    gates.ask(SetGates(epoch=2, open_sites=()), (0, 1))
    gates.worker_gone(1)
    gates.answered(0, applied(1, "a"))
    assert [report.epoch for report in gates.take(WORKER_OF, 9)] == [1]
    gates.answered(0, applied(2))
    [second] = gates.take(WORKER_OF, 9)
    assert (second.epoch, second.open_sites) == (2, ())
