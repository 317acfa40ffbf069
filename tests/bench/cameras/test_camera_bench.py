"""The camera bench's own parts: what is measured, the bad network, and the short fuzz of every run of the tests."""

import asyncio
import socket

import pytest

from tests.bench.cameras.camera_bench import PARTS, plan_of_cameras
from tests.bench.cameras.fuzz import fuzz
from tests.bench.cameras.lossy_way import LossyWay
from tests.bench.cameras.recall_figures import bad_network, perfect_network
from tests.bench.figures import Verdict


def test_parts_are_named_in_any_letters() -> None:
    assert plan_of_cameras(("t3", "FUZZ"), quick=True).parts == ("T3", "fuzz")
    assert plan_of_cameras((), quick=False).parts == ()
    with pytest.raises(ValueError, match="T14"):
        plan_of_cameras(("T14",), quick=True)
    assert {f"T{number}" for number in range(1, 14)} < set(PARTS)


def test_nonsense_raises_nothing_and_is_no_success() -> None:
    (figure,) = fuzz(1000, seed=7)
    assert figure.verdict is Verdict.MUST


async def test_a_bad_network_loses_doubles_and_brings_answers_back() -> None:
    loop = asyncio.get_running_loop()
    with socket.socket(type=socket.SOCK_DGRAM) as camera, socket.socket(type=socket.SOCK_DGRAM) as controller:
        for end in (camera, controller):
            end.bind(("127.0.0.1", 0))
            end.setblocking(False)
        way = LossyWay(camera.getsockname(), seed=3)
        port = await way.open()
        way.double = 1.0
        await loop.sock_sendto(controller, b"asked", ("127.0.0.1", port))
        heard = [await asyncio.wait_for(loop.sock_recvfrom(camera, 64), 5) for _ in range(2)]
        assert [octets for octets, _ in heard] == [b"asked"] * 2
        back = heard[-1][1]
        await loop.sock_sendto(camera, b"answered", back)
        assert (await asyncio.wait_for(loop.sock_recv(controller, 64), 5)) == b"answered"
        way.close()


async def test_a_short_run_finds_nothing_lost() -> None:
    found = [*await perfect_network(5), *await bad_network(20, 2, 0.1, must_ms=None, share_reported=0.0)]
    assert [figure.measured for figure in found if figure.must == 0.0] == [0.0, 0.0, 0.0]
