"""What is promised of bad lines, kept for some seconds in virtual time; the bench keeps it for minutes."""

from hardware.simulator.lines.line_model import LineConditions
from tests.bench.lines_bench import CASES, THIN
from tests.bench.virtual.virtual_lines import MOST_SKEW_MS, meet


def test_two_percent_loss_freezes_nothing_and_loses_no_speech() -> None:
    loss = CASES["loss"]
    outcome = meet(2, {0: loss.line, 1: loss.line}, 10.0)
    assert loss.most_freeze_seconds is not None
    assert max(outcome.freeze_of_tile, outcome.freeze_of_program) <= loss.most_freeze_seconds
    assert outcome.lost_percent <= 1.0
    assert outcome.mended_percent > 0.5, "lost packets were repaired, not only missing ones uncounted"
    assert outcome.wait_ms <= 80.0
    assert outcome.skew_ms <= MOST_SKEW_MS


def test_a_terrible_line_is_nobody_elses_trouble() -> None:
    terrible = LineConditions(loss_percent=30, burst_packets=5, delay_ms=200, jitter_ms=150, rate_kilobits=200)
    outcome = meet(2, {1: terrible}, 4.0, measured=(0,))
    assert max(outcome.freeze_of_tile, outcome.freeze_of_program) < 0.25
    assert outcome.lost_percent == 0.0
    assert outcome.wait_ms <= 60.0


def test_a_thin_line_keeps_its_sound_and_shows_a_small_picture_soon() -> None:
    outcome = meet(2, {0: THIN}, 20.0, measured=(0,), podium=0)
    assert max(outcome.freeze_of_tile, outcome.freeze_of_program) < 3.0
    assert outcome.lost_percent <= 3.0, "of the seconds in which the line told what it is"
