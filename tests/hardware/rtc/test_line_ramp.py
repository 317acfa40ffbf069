"""The ramp finds what a line carries: on the model of a bad line without a clock, and over real secured connections."""

import asyncio
import heapq
import itertools

import pytest

from hardware.rtc.line_probes import LineProbes, is_line_probe, padding_packet
from hardware.rtc.line_ramp import BRISK, GENTLE, LONGEST_SECONDS, TOO_LONG_MS, LineRate, RampPace
from hardware.rtc.peer import Peer
from hardware.simulator.lines.line_model import LineConditions, LineModel
from tests.hardware.rtc.sides import call
from tests.hardware.rtc.test_bad_lines import call_over

BEAT_SECONDS = 0.01
MEDIA_KILOBITS = 140
"""A thumbnail and a voice, in packets of 20 ms."""
MOST_KILOBITS = 4000


class SimulatedLine:
    """Both ends of a ramp over a modelled line, on a clock of its own."""

    def __init__(
        self, there: LineConditions, back: LineConditions | None = None, *, media: int = MEDIA_KILOBITS
    ) -> None:
        self.there, self.back = LineModel(3, there), LineModel(4, back or LineConditions(delay_ms=20))
        self.now = 100.0
        self.results: list[LineRate] = []
        self.voice_waits_ms = 0.0
        self._media_packet = media * 20 // 8
        self._media_sent = self._media_heard = 0
        self._due: list[tuple[float, int, str, bytes]] = []
        self._order = itertools.count()
        self._sender = LineProbes(
            ssrc=1, send=self._to_receiver, media_sent=lambda: self._media_sent, media_heard=lambda: 0
        )
        self._receiver = LineProbes(
            ssrc=2, send=self._to_sender, media_sent=lambda: 0, media_heard=lambda: self._media_heard
        )

    def begin(self, most_kilobits: int = MOST_KILOBITS, pace: RampPace = BRISK) -> None:
        self._sender.begin(most_kilobits, self.results.append, self.now, pace)

    def stop(self) -> None:
        self._sender.stop()

    def _to_receiver(self, data: bytes) -> None:
        self._post(self.there, "padding", data)

    def _to_sender(self, data: bytes) -> None:
        self._post(self.back, "counts", data)

    def _post(self, line: LineModel, kind: str, data: bytes) -> None:
        for at in line.departures(self.now, len(data)):
            heapq.heappush(self._due, (at, next(self._order), kind, data))

    def run(self, seconds: float) -> None:
        """Lets time pass."""
        end, beat = self.now + seconds, 0
        while self.now < end and not self.results:
            self.now += BEAT_SECONDS
            beat += 1
            if beat % 2 == 0:
                self._media_sent += self._media_packet
                sent = self.now
                for at in self.there.departures(sent, self._media_packet):
                    self.voice_waits_ms = max(self.voice_waits_ms, 1000 * (at - sent))
                    heapq.heappush(self._due, (at, next(self._order), "media", b""))
            while self._due and self._due[0][0] <= self.now:
                at, _, kind, data = heapq.heappop(self._due)
                if kind == "media":
                    self._media_heard += self._media_packet
                else:
                    (self._receiver if kind == "padding" else self._sender).take(data, at)
            self._receiver.beat(self.now)
            self._sender.beat(self.now)


def ramp(conditions: LineConditions, back: LineConditions | None = None) -> tuple[LineRate, SimulatedLine]:
    line = SimulatedLine(conditions, back)
    line.begin()
    line.run(LONGEST_SECONDS + 2)
    assert len(line.results) == 1, "a ramp ends once"
    return line.results[0], line


@pytest.mark.parametrize("kilobits", [300, 512, 768, 1000, 1500, 2000, 2500, 3200])
@pytest.mark.parametrize(
    "line",
    [
        {"queue_ms": 500, "delay_ms": 15},
        {"queue_ms": 40, "delay_ms": 60},
        {"queue_ms": 300, "delay_ms": 50, "jitter_ms": 15, "loss_percent": 3},
    ],
    ids=["deep queue", "shallow queue", "jitter and loss"],
)
def test_the_ramp_finds_the_limit_of_a_line(kilobits: int, line: dict[str, float]) -> None:
    found, simulated = ramp(LineConditions(rate_kilobits=kilobits, **line))  # pyright: ignore[reportArgumentType]
    assert found.full
    assert found.kilobits == pytest.approx(kilobits, rel=0.2)
    assert simulated.voice_waits_ms < TOO_LONG_MS + line["delay_ms"] + 150, (
        "a voice never waits long behind the padding"
    )


@pytest.mark.parametrize("loss_percent", [0, 4, 8])
def test_a_line_without_a_limit_carries_at_least_the_most_that_is_tried(loss_percent: float) -> None:
    found, _ = ramp(LineConditions(delay_ms=20, loss_percent=loss_percent))
    assert not found.full
    assert found.kilobits == pytest.approx(MOST_KILOBITS * (1 - loss_percent / 100), rel=0.06)


@pytest.mark.parametrize(("kilobits", "most"), [(256, 625), (400, 625), (1200, 1875)])
def test_a_gentle_ramp_ends_before_anybody_hears_it(kilobits: int, most: int) -> None:
    line = SimulatedLine(LineConditions(delay_ms=20, rate_kilobits=kilobits))
    line.begin(most, GENTLE)
    line.run(2 * GENTLE.longest_seconds)
    found = line.results[0].kilobits
    assert found is not None
    assert 0.8 * kilobits <= found <= 1.1 * kilobits
    assert line.voice_waits_ms < 200


@pytest.mark.parametrize("most", [125, 160, 625])
def test_a_gentle_ramp_reaches_also_a_small_goal(most: int) -> None:
    line = SimulatedLine(LineConditions(delay_ms=20), media=40)
    line.begin(most, GENTLE)
    line.run(2 * GENTLE.longest_seconds)
    assert (line.results[0].kilobits or 0) >= 0.9 * most


def test_counts_that_are_lost_on_the_way_back_change_nothing() -> None:
    found, _ = ramp(LineConditions(rate_kilobits=1000, delay_ms=30), LineConditions(loss_percent=20, delay_ms=30))
    assert found.kilobits == pytest.approx(1000, rel=0.2)


def test_a_ramp_that_is_never_answered_says_that_nothing_is_known() -> None:
    found, line = ramp(LineConditions(), LineConditions(cut=True))
    assert found == LineRate(None)
    assert line.now < 102


def test_a_ramp_that_is_broken_off_sends_nothing_more_and_tells_it_once() -> None:
    line = SimulatedLine(LineConditions(delay_ms=5))
    line.begin()
    line.run(0.5)
    line.stop()
    line.stop()
    assert line.results == [LineRate(None)]
    sent = line.there.counters.arrived
    line._sender.beat(line.now + 1)  # pyright: ignore[reportPrivateUsage]
    assert line.there.counters.arrived == sent


def test_packets_that_are_cut_short_or_of_another_ramp_change_nothing() -> None:
    line = SimulatedLine(LineConditions())
    line.begin()
    whole = padding_packet(1, 7, 1, line.now, 400)
    assert is_line_probe(whole)
    assert not is_line_probe(whole[:11])
    for size in range(12, len(whole), 4):
        line._receiver.take(whole[:size], line.now)  # pyright: ignore[reportPrivateUsage]
        line._sender.take(whole[:size], line.now)  # pyright: ignore[reportPrivateUsage]
    line.run(0.3)
    assert not line.results


async def carried(peer: Peer, kilobits: int, most: int) -> LineRate:
    """Fills a line until it is found to carry so much; a machine that is busy elsewhere is late now and then."""
    found = LineRate(None)
    for _ in range(4):
        told = asyncio.get_running_loop().create_future()
        peer.test_line(most, told.set_result)
        found = await asyncio.wait_for(told, 10)
        if found.kilobits == pytest.approx(kilobits, rel=0.2):
            break
    return found


async def test_the_limit_is_found_over_a_secured_connection_one_way_at_a_time() -> None:
    up, down = LineConditions(rate_kilobits=1200, delay_ms=20), LineConditions(delay_ms=20)
    async with call_over(up, down) as (it, _):
        found = await carried(it.site, 1200, MOST_KILOBITS)
        assert found.full
        assert found.kilobits == pytest.approx(1200, rel=0.2)
        found = await carried(it.bridge, 1500, 1500)
        assert found.kilobits == pytest.approx(1500, rel=0.2)


async def test_a_connection_that_ends_breaks_its_ramp_off() -> None:
    results: list[LineRate] = []
    async with call() as it:
        it.site.test_line(MOST_KILOBITS, results.append)
        await asyncio.sleep(0.1)
        await it.site.close()
        it.site.test_line(MOST_KILOBITS, results.append)
    assert results == [LineRate(None), LineRate(None)]
