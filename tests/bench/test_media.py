"""The media bench's own rules: what may be asked of it, what its figures mean, what its plot holds."""

from pathlib import Path
from typing import cast

import pytest

from tests.bench.busy_round import BusyRound
from tests.bench.figures import Figure, Verdict
from tests.bench.live_meeting import BenchFailed, LiveMeeting
from tests.bench.measure import Shares
from tests.bench.media.crowd_bench import Carried
from tests.bench.media.curves import Curve, draw
from tests.bench.media.end_words import MakeOffer, TakeAnswer, encode, order_decoder
from tests.bench.media.fan_out_bench import PacketCost
from tests.bench.media.media_bench import SCENARIOS, scenarios_named
from tests.bench.media.memory_bench import Held, figures_of
from tests.bench.media.tiles_bench import TileCost


def test_scenarios_are_chosen_by_name() -> None:
    assert scenarios_named([]) == ()
    assert scenarios_named(["packets", "tiles"]) == ("packets", "tiles")
    with pytest.raises(ValueError, match="no scenario nonsense") as refused:
        scenarios_named(["packets", "nonsense"])
    assert all(name in str(refused.value) for name in SCENARIOS)


def test_a_packet_costs_what_its_engine_used() -> None:
    cost = PacketCost("an engine", 30, packets=10_000, seconds=10.0, cpu_seconds=0.25)
    assert (cost.microseconds, cost.cores) == (25.0, 0.025)
    assert PacketCost("dead", 30, packets=0, seconds=1.0, cpu_seconds=0.1).microseconds == 100_000.0


@pytest.mark.parametrize(("pictures", "whole"), [(290.0, True), (260.0, True), (191.0, False)])
def test_an_engine_that_does_not_keep_up_is_known(pictures: float, *, whole: bool) -> None:
    assert TileCost("an engine", 36, 0.5, pictures).whole is whole
    shares = Shares(10.0, 0.5, 0.1, 0.0, 0.0, {})
    assert Carried(shares, pictures, 300.0).whole is (pictures >= 285)


def test_orders_pass_the_wire_unchanged() -> None:
    for order in (MakeOffer(number=3, tile=True), TakeAnswer(number=4, sdp="v=0\r\n")):
        assert order_decoder.decode(encode(order)) == order


def memory(hourly_megabytes: float, seconds: int, jitter_megabytes: float = 0.0) -> Figure:
    """Returns the figure of processes that grow evenly, apart from what comes and goes."""
    held = [
        Held(float(at), {"bridge": 200 + hourly_megabytes * at / 3600, "worker": 100 + jitter_megabytes * (at % 2)})
        for at in range(0, seconds, 5)
    ]
    return figures_of(held, BusyRound(cast("LiveMeeting", None), turns=9), 200)[0]


def test_growth_of_memory_is_drawn_on_to_an_hour_and_says_so() -> None:
    hour = memory(4.0, 7200)
    assert hour.measured == pytest.approx(4.0)
    assert "extrapolated" not in hour.how
    short = memory(40.0, 300)
    assert short.measured == pytest.approx(40.0)
    assert short.verdict is Verdict.MISSED
    assert "extrapolated from" in short.how
    unsure = memory(4.0, 60, jitter_megabytes=5.0)
    assert unsure.noisy
    assert unsure.verdict is not Verdict.MISSED
    with pytest.raises(BenchFailed, match="too few"):
        memory(4.0, 10)


@pytest.mark.usefixtures("qapp")  # every test of a process shares one application
def test_the_plot_names_every_engine(tmp_path: Path) -> None:
    curves = [
        Curve("one engine", "sites", "cores", ((25, 0.2), (100, 0.8))),
        Curve("another", "sites", "cores", ((25, 0.4), (100, 1.7))),
        Curve("a third", "receivers", "cores", ((10, 0.1),)),
    ]
    draw(curves, tmp_path / "media.svg")
    drawn = (tmp_path / "media.svg").read_text(encoding="utf-8")
    assert all(curve.engine in drawn for curve in curves)
