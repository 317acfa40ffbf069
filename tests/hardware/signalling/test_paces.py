"""Who may ask how often: bursts and averages in virtual time, and a front whose site joins without end."""

import asyncio
from pathlib import Path

import pytest

from console.events import JoinsBounded
from hardware.signalling.client import SignallingError, TurnedAway, join
from hardware.signalling.front_doors import FrontLimits
from hardware.signalling.paces import MOST_REMEMBERED, JoinPaces, Pace, Paces
from hardware.signalling.refusals import Refusal
from tests.hardware.signalling.running_front import ANSWER, OFFER, RunningFront, running_front, stock_client


class Clock:
    seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


def test_so_many_at_once_and_so_many_a_second_after_that() -> None:
    clock = Clock()
    paces = Paces(Pace(at_once=5, per_second=2), clock)
    assert [paces.may("a") for _ in range(8)] == [True] * 5 + [False] * 3
    assert paces.may("b"), "another one"
    clock.seconds = 1.0
    assert [paces.may("a") for _ in range(4)] == [True, True, False, False]
    clock.seconds = 100.0
    assert sum(paces.may("a") for _ in range(20)) == 5


def test_who_never_stops_asking_still_gets_the_steady_share() -> None:
    clock = Clock()
    paces = Paces(Pace(at_once=1, per_second=1), clock)
    within = 0
    for step in range(10_000):
        clock.seconds = step / 1000
        within += paces.may("a")
    assert 9 <= within <= 11


def test_no_more_than_so_many_are_remembered() -> None:
    paces = Paces(Pace(at_once=1, per_second=0.0), Clock())
    for number in range(MOST_REMEMBERED + 10):
        assert paces.may(str(number))
    assert not paces.may(str(MOST_REMEMBERED))
    assert paces.may("0"), "forgotten"


async def test_who_joins_too_often_is_named_once_and_once_more_when_it_is_over() -> None:
    told: list[JoinsBounded] = []
    paces = JoinPaces(Pace(at_once=2, per_second=0.0), told.append, calm_seconds=0.05)
    assert [paces.may_join("s001") for _ in range(5)] == [True, True, False, False, False]
    assert paces.may_join("s002")
    assert told == [JoinsBounded(site="s001", standing=True)]
    async with asyncio.timeout(5):
        while len(told) < 2:  # noqa: ASYNC110 - told by a timer
            await asyncio.sleep(0.01)
    assert told[1] == JoinsBounded(site="s001", standing=False)
    paces.close()


async def test_a_site_that_joins_without_end_is_told_to_wait_and_others_join(tmp_path: Path) -> None:
    limits = FrontLimits(join_pace=Pace(at_once=3, per_second=0.0))
    async with running_front(tmp_path, limits) as front:
        wild, calm = front.credential("s001"), front.credential("s002")
        for _ in range(3):
            assert (await join(front.place, "s001", wild, OFFER)).answer_sdp == ANSWER
        for _ in range(3):
            with pytest.raises(TurnedAway) as turned_away:
                await join(front.place, "s001", wild, OFFER)
            assert turned_away.value.refusal is Refusal.BUSY
            assert not turned_away.value.final, "it may try again later"
        assert (await join(front.place, "s002", calm, OFFER)).answer_sdp == ANSWER
        assert [event for event in front.events if isinstance(event, JoinsBounded)] == [
            JoinsBounded(site="s001", standing=True)
        ]
        assert len(front.offers) == 4


async def test_requests_beyond_the_pace_wait_and_are_answered(tmp_path: Path) -> None:
    limits = FrontLimits(request_pace_of_loopback=Pace(at_once=2, per_second=0.0), slow_seconds=0.3)
    async with running_front(tmp_path, limits) as front, stock_client(front) as session:
        loop = asyncio.get_running_loop()
        began = loop.time()
        for _ in range(4):
            assert (await session.get("/join")).status == 200
        assert loop.time() - began >= 0.6


async def test_connections_beyond_the_pace_are_closed_before_any_tls(tmp_path: Path) -> None:
    limits = FrontLimits(connection_pace_of_loopback=Pace(at_once=3, per_second=5))
    async with running_front(tmp_path, limits) as front:
        closed = 0
        for _ in range(8):
            reader, writer = await asyncio.open_connection("127.0.0.1", front.port)
            writer.close()
            closed += await _is_closed(reader)
        assert closed >= 4
        secret = front.credential("s001")
        async with asyncio.timeout(10):
            while not await _joins(front, secret):  # noqa: ASYNC110 - seen from outside only
                await asyncio.sleep(0.5)


async def _joins(front: RunningFront, secret: str) -> bool:
    try:
        return (await join(front.place, "s001", secret, OFFER)).answer_sdp == ANSWER
    except SignallingError:
        return False


async def _is_closed(reader: asyncio.StreamReader) -> bool:
    try:
        async with asyncio.timeout(0.2):
            return await reader.read(1) == b""
    except (TimeoutError, ConnectionError):
        return True
