"""Datagrams in runs: the same ones arrive in the same order, whether the kernel cuts them or not."""

import errno
import socket

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hardware.rtc import media_socket
from hardware.rtc.datagram_runs import MOST_IN_A_RUN, CannotCut, runs
from hardware.rtc.media_socket import MediaSocket
from tests.hardware.rtc.sides import LOOPBACK

SIZES = [1180, 1180, 1180, 400, 1180, 30, 30, 900, 900, *[700] * 100, 12]


@given(st.lists(st.integers(1, 5), max_size=150))
def test_runs_keep_the_order_and_only_their_last_is_shorter(sizes: list[int]) -> None:
    packets = [bytes(size) for size in sizes]
    found = list(runs(packets))
    assert [packet for run in found for packet in run] == packets
    for run in found:
        assert 1 <= len(run) <= MOST_IN_A_RUN
        assert all(len(packet) == len(run[0]) for packet in run[:-1])
        assert len(run[-1]) <= len(run[0])


def received(client: socket.socket, count: int) -> list[bytes]:
    client.settimeout(5)
    return [client.recv(2048) for _ in range(count)]


@pytest.mark.parametrize("cuts", [True, False])
async def test_what_is_sent_in_runs_arrives_as_single_datagrams(*, cuts: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    def cannot(*_: object) -> None:
        raise CannotCut(errno.EIO, "no")

    if not cuts:
        monkeypatch.setattr(media_socket, "send_run", cannot)
    shared = MediaSocket(addresses=LOOPBACK)
    (bound,) = shared.bound_sockets()
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as client:
        client.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 1 << 20)
        client.bind(("127.0.0.1", 0))
        packets = [bytes([number]) * size for number, size in enumerate(SIZES)]
        for _ in range(2):
            bound.send_all(packets, client.getsockname())
            assert received(client, len(packets)) == packets
    assert shared.unsent == 0
    shared.close()
