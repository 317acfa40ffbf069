"""The wire between driver and worker: whole frames, bounded queues, silence first."""

import asyncio
import socket

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.engine_port import AnyVerb, SendControl, SetGates
from hardware.engines.embedded.link import FrameBroken, FrameSplitter, LinkEnd, framed, verb_decoder


@given(st.lists(st.binary(max_size=300), max_size=20), st.integers(1, 97))
def test_frames_come_out_as_they_went_in_however_the_bytes_are_cut(bodies: list[bytes], step: int) -> None:
    octets = b"".join(map(framed, bodies))
    splitter = FrameSplitter()
    found = [frame for start in range(0, len(octets), step) for frame in splitter.feed(octets[start : start + step])]
    assert found == bodies


def test_a_length_that_cannot_be_is_refused() -> None:
    with pytest.raises(FrameBroken):
        FrameSplitter().feed(b"\xff\xff\xff\xff")


async def test_silence_overtakes_what_waits_for_a_slow_reader() -> None:
    ours, theirs = socket.socketpair()
    theirs.setblocking(False)
    loop = asyncio.get_running_loop()
    _, link = await loop.create_connection(lambda: LinkEnd(lambda _link, _frames: None, lambda _link: None), sock=ours)
    verbs = 4000
    for number in range(verbs):
        link.send(SendControl(site="s001", connection="c1", text=f"{number} " + "x" * 400))
    link.send(SetGates(epoch=7, open_sites=()))
    splitter, found = FrameSplitter(), list[AnyVerb]()
    while len(found) < verbs + 1:
        octets = await asyncio.wait_for(loop.sock_recv(theirs, 65536), 2)
        found += [verb_decoder.decode(frame) for frame in splitter.feed(octets)]
    place = found.index(SetGates(epoch=7, open_sites=()))
    assert place < verbs - 100
    texts = [verb.text.split()[0] for verb in found if isinstance(verb, SendControl)]
    assert texts == [str(number) for number in range(verbs)]
    link.close()
    theirs.close()
    await asyncio.sleep(0)


async def test_the_orders_of_one_turn_wake_the_other_end_once_and_the_last_word_before_the_end_is_said() -> None:
    ours, theirs = socket.socketpair()
    theirs.setblocking(False)
    loop = asyncio.get_running_loop()
    _, link = await loop.create_connection(lambda: LinkEnd(lambda _link, _frames: None, lambda _link: None), sock=ours)
    for number in range(200):
        link.send(SendControl(site=f"s{number:03}", connection="c1", text="close"))
    octets = await asyncio.wait_for(loop.sock_recv(theirs, 1 << 20), 2)
    assert len(FrameSplitter().feed(octets)) == 200
    link.send(SendControl(site="s001", connection="c1", text="last"))
    link.close()
    last = await asyncio.wait_for(loop.sock_recv(theirs, 1 << 20), 2)
    assert b"last" in last
    theirs.close()
    await asyncio.sleep(0)


async def test_media_that_a_slow_reader_cannot_take_is_dropped() -> None:
    ours, theirs = socket.socketpair()
    loop = asyncio.get_running_loop()
    _, link = await loop.create_connection(lambda: LinkEnd(lambda _link, _frames: None, lambda _link: None), sock=ours)
    sent = [link.send_media(bytes(50_000)) for _ in range(100)]
    assert sent[0]
    assert not sent[-1]
    link.close()
    theirs.close()
    await asyncio.sleep(0)
