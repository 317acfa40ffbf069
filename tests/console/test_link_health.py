"""Quality of a line: windows, hysteresis, and what is not known."""

from msgspec.structs import replace

from console.engine_port import SiteSample, StreamSample
from console.lines.link_health import EMPTY, LineHealth, line_view, recent_loss, take_reception, take_sample
from console.rules import STRICTER, QualityRules, Rules
from console.sites.site_messages import ReceptionReported
from console.snapshot import LineQuality

RULES = Rules()
NORMAL = QualityRules()


def sample(packets: int = 100, lost: int = 0, jitter_ms: float = 3.0, round_trip_ms: float | None = 20.0) -> SiteSample:
    video = StreamSample(packets=packets, lost=lost, bytes=12_500, jitter_ms=jitter_ms, frames=8, width=320, height=180)
    return SiteSample(site="s001", connection="k", window_ms=1000, audio=None, video=video, round_trip_ms=round_trip_ms)


def run(
    samples: list[SiteSample], health: LineHealth = EMPTY, at_ms: int = 0, rules: QualityRules = NORMAL
) -> LineHealth:
    for number, one in enumerate(samples, 1):
        health = take_sample(health, one, RULES, rules, at_ms + number * 1000)
    return health


def test_no_data_is_not_good() -> None:
    assert line_view(EMPTY).quality is LineQuality.NO_DATA
    assert line_view(run([sample(packets=1, round_trip_ms=None)] * 16)).quality is LineQuality.NO_DATA


def test_a_window_holds_200_expected_packets_or_15_seconds() -> None:
    assert line_view(run([sample()])).loss_percent is None
    two = line_view(run([sample(lost=2, packets=98)] * 2))
    assert (two.loss_percent, two.packets_in_window) == (2.0, 200)
    slow = line_view(run([sample(packets=10)] * 15))
    assert (slow.loss_percent, slow.packets_in_window) == (0.0, 150)


def test_worse_is_entered_on_two_of_three_windows() -> None:
    bad, good = [sample(lost=3, packets=97)] * 2, [sample()] * 2
    assert line_view(run([*good, *bad])).quality is LineQuality.GOOD
    assert line_view(run([*bad, *good, *bad])).quality is LineQuality.WARNING
    assert line_view(run([sample(lost=8, packets=92)] * 4)).quality is LineQuality.ERROR


def test_better_is_entered_after_15_clean_seconds() -> None:
    bad = run([sample(lost=3, packets=97)] * 4)
    assert line_view(run([sample()] * 14, bad, 4000)).quality is LineQuality.WARNING
    assert line_view(run([sample()] * 16, bad, 4000)).quality is LineQuality.GOOD


def test_the_podium_is_judged_more_strictly() -> None:
    slight = [sample(lost=1, packets=99)] * 6
    assert line_view(run(slight)).quality is LineQuality.WARNING
    half = [sample(lost=0, packets=199), sample(lost=1, packets=199)] * 4
    assert line_view(run(half)).quality is LineQuality.GOOD
    assert line_view(run([sample(lost=3, packets=97)] * 6, rules=STRICTER)).quality is LineQuality.ERROR


def test_the_worst_of_the_figures_sets_the_quality_and_is_named() -> None:
    view = line_view(run([sample(jitter_ms=40.0)] * 4))
    assert (view.quality, view.worst) == (LineQuality.WARNING, "jitter")
    view = line_view(run([sample(round_trip_ms=600.0)] * 4))
    assert (view.quality, view.worst) == (LineQuality.ERROR, "round_trip")


def test_what_the_site_loses_of_the_program_counts_too() -> None:
    health = run([sample()] * 4)
    heard = ReceptionReported(audio_loss_percent=0.0, video_loss_percent=7.0, frames_per_second=25.0)
    for second in (5, 10):
        health = take_reception(health, heard, RULES, NORMAL, second * 1000)
    assert line_view(health).quality is LineQuality.ERROR


def test_the_loss_that_is_shown_is_what_the_worse_direction_loses() -> None:
    """Windows by which a line is judged swing; what is shown does not, and a short stream does not shout."""
    swinging = [sample(lost=4, packets=96)] * 2 + [sample()] * 2
    assert line_view(run(swinging * 5)).loss_percent == 2.0
    sent = StreamSample(packets=190, lost=10, bytes=0)
    few = StreamSample(packets=2, lost=2, bytes=0)
    both = [replace(one, sent=sent, remote_video_loss_percent=60.0) for one in swinging * 5]
    assert line_view(run(both)).loss_percent == 5.0
    hardly = [replace(one, sent=few, remote_video_loss_percent=50.0) for one in swinging * 5]
    assert line_view(run(hardly)).loss_percent == 2.0


def test_loss_before_the_podium_looks_back_20_seconds() -> None:
    early = run([sample(lost=50, packets=50)] * 5)
    late = run([sample()] * 20, early, 5000)
    assert recent_loss(late, RULES, 25_000) == (0.0, 2000)
    assert recent_loss(EMPTY, RULES, 1000) == (None, 0)
    assert recent_loss(run([sample(packets=10)]), RULES, 1000) == (None, 10)


def test_figures_of_the_last_second_are_shown() -> None:
    view = line_view(run([sample()] * 2))
    assert (view.kilobits, view.frames_per_second, view.width) == (100, 8.0, 320)
