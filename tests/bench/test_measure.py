"""The benches' arithmetic: what counts, what is noise, what a table says."""

import json

import msgspec
import pytest

from tests.bench.figures import Figure, Findings, Verdict, wall_figure
from tests.bench.measure import (
    Sample,
    Shares,
    Tick,
    calm_samples,
    line_through,
    percentile,
    shares_between,
    shares_over,
)
from tests.bench.probe_reading import ProbeFile
from tests.bench.window_probe import Beats, Painted, Usable, encoder, lateness_of


def ticks_of(strangers_cores: float, seconds: int = 10) -> list[Tick]:
    """Returns a tick a second: product 0.5 core, peers 0.25, strangers as given."""
    return [
        Tick(float(at), 0.5 * at, 0.25 * at, strangers_cores * at, 0.01 * at, {"bridge": 0.1 * at, "worker": 0.4 * at})
        for at in range(seconds + 1)
    ]


def test_shares_are_cores_between_two_ticks() -> None:
    ticks = ticks_of(0.1)

    shares = shares_between(ticks[2], ticks[8])

    assert shares.seconds == 6
    assert shares.product == pytest.approx(0.5)
    assert shares.peers == pytest.approx(0.25)
    assert shares.strangers == pytest.approx(0.1)
    assert shares.parts["worker"] == pytest.approx(0.4)
    assert shares.calm
    assert not shares.saturated


def test_a_process_that_began_in_between_counts_from_its_beginning() -> None:
    before = Tick(0, 1.0, 0, 0, parts={"bridge": 1.0})
    after = Tick(2, 2.0, 0, 0, parts={"bridge": 1.4, "worker": 0.6})

    assert shares_between(before, after).parts == pytest.approx({"bridge": 0.2, "worker": 0.3})


def test_a_load_of_nearly_two_cores_is_saturated() -> None:
    assert Shares(1, 1.3, 0.55, 0.0, 0.0, {}).saturated
    assert not Shares(1, 1.3, 0.45, 0.0, 0.0, {}).saturated


def test_a_span_is_widened_to_the_ticks_around_it_or_unknown() -> None:
    ticks = ticks_of(0.0)

    widened = shares_over(ticks, 3.4, 5.2)

    assert widened is not None
    assert widened.seconds == 3
    assert shares_over(ticks, 9.5, 10.5) is None
    assert shares_over(ticks, -1, 5) is None


def test_only_samples_without_strangers_count() -> None:
    busy = [Tick(10.0 + at, 0, 0, 1.0 + 0.9 * at) for at in range(5)]
    ticks = [*ticks_of(0.1, 9), *busy]
    calm, noisy, unknown = Sample(5, 2.2, 2.4), Sample(6, 12.2, 12.6), Sample(7, 14.5, 15.0)

    assert calm_samples([calm, noisy, unknown], ticks) == [calm]


@pytest.mark.parametrize(("share", "value"), [(0.0, 1), (0.5, 50), (0.95, 95), (0.99, 99), (1.0, 100)])
def test_percentiles_are_nearest_rank(share: float, value: int) -> None:
    assert percentile(range(100, 0, -1), share) == value


def test_nothing_has_no_percentile() -> None:
    with pytest.raises(ValueError, match="nothing"):
        percentile([], 0.5)


@pytest.mark.parametrize(
    ("measured", "noisy", "verdict"),
    [
        (90, False, Verdict.STRETCH),
        (150, False, Verdict.MUST),
        (201, False, Verdict.MISSED),
        (90, True, Verdict.NOISY),
        (None, True, Verdict.NOT_MEASURED),
    ],
)
def test_verdicts(measured: float | None, noisy: bool, verdict: Verdict) -> None:
    figure = Figure(name="podium", unit="ms", measured=measured, must=200, stretch=100, noisy=noisy)

    assert figure.verdict is verdict


def test_a_wall_figure_prefers_calm_samples_and_says_how_many() -> None:
    ticks = [*ticks_of(0.0, 5), *[Tick(6.0 + at, 0, 0, 2.0 * at) for at in range(5)]]
    samples = [Sample(10, 1.2, 1.4), Sample(900, 7.1, 7.9)]

    figure = wall_figure("x", samples, ticks, share=1.0, must=100)

    assert (figure.measured, figure.count, figure.tried, figure.noisy) == (10, 1, 2, False)
    assert wall_figure("x", samples[1:], ticks, share=1.0, must=100).verdict is Verdict.NOISY


def test_the_table_shows_what_was_measured_and_what_was_not() -> None:
    shares = Shares(10, 1.2, 0.7, 0.0, 0.02, {"bridge": 0.1, "worker": 0.9, "window": 0.2})
    findings = Findings(sites=36, shares=shares, curve=[(27, shares)])
    findings.figures = [
        Figure(name="CPU", unit="core", measured=0.84, must=1.0, stretch=0.7),
        Figure(name="receipt", unit="ms", measured=None, must=150),
    ]

    table = findings.table()

    assert "| CPU | 0.84 core | 1.00 core | 0.70 core | must | 1 |" in table
    assert "not measured" in table
    assert "SATURATED" in table
    assert "27 sites" in table
    assert findings.missed == []
    assert json.loads(msgspec.json.encode(findings.to_builtins()))["figures"][0]["verdict"] == "must"


def test_the_probe_is_read_line_by_line(tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.mktemp("probe") / "probe.jsonl"
    probe = ProbeFile(path)
    assert probe.usable_seconds() is None
    first = encoder.encode(Usable(at_seconds=1.0)) + b"\n" + encoder.encode(Painted(at_seconds=2.0, sequence=7)) + b"\n"
    beats = [
        Beats(at_seconds=at, late_ms=(0.0, 1.0, at), thread_seconds=0.1 * at, pictures=int(300 * at))
        for at in (3.0, 4.0, 5.0)
    ]
    last = encoder.encode(beats[2]) + b"\n"
    path.write_bytes(first + last[:10])

    assert probe.usable_seconds() == 1.0
    assert probe.painted_seconds(6) == 2.0
    assert probe.painted_seconds(8) is None
    path.write_bytes(first + b"".join(encoder.encode(line) + b"\n" for line in beats[:2]) + last)
    assert probe.stall_ms(1.0, 2.5, 4.5) == 4.0
    assert probe.thread_share(2.5, 5.5) == pytest.approx(0.1)
    assert probe.pictures_per_second(2.5, 5.5) == pytest.approx(300)


def test_a_stall_counts_as_often_as_beats_were_due_in_it() -> None:
    on_time, due = lateness_of(10.0, 10.001)
    stalled, after = lateness_of(10.0, 10.05)

    assert on_time == [1.0]
    assert due == pytest.approx(10.02)
    assert stalled == [50.0, 30.0, 10.0]
    assert after == pytest.approx(10.07)


def test_a_line_is_laid_through_samples_and_says_how_sure_it_is() -> None:
    exact = line_through([(0.0, 5.0), (1.0, 7.0), (3.0, 11.0)])
    assert exact.slope == pytest.approx(2.0)
    assert exact.slope_error == pytest.approx(0.0)
    rough = line_through([(float(at), 5.0 + (1 if at % 2 else -1)) for at in range(100)])
    assert abs(rough.slope) < rough.slope_error < 0.01


@pytest.mark.parametrize("samples", [[], [(0.0, 1.0), (1.0, 1.0)], [(2.0, 1.0), (2.0, 2.0), (2.0, 3.0)]])
def test_too_few_samples_are_no_line(samples: list[tuple[float, float]]) -> None:
    with pytest.raises(ValueError, match="three samples"):
        line_through(samples)
