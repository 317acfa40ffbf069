"""Whatever is cut into payloads comes out whole at the other end, and stock senders' forms are understood."""

import pytest
from aiortc.codecs.h264 import h264_depayload
from aiortc.codecs.vpx import vp8_depayload
from hypothesis import given
from hypothesis import strategies as st

from hardware.rtc.payload_formats import (
    PAYLOAD_BYTES,
    PayloadMalformed,
    begins_key_unit,
    is_key_unit,
    join_h264,
    join_vp8,
    nal_units,
    packetise,
)

# Inside a NAL unit there are no start codes, and it does not end in a zero byte (ITU-T H.264 section 7.4.1).
nal = st.builds(
    lambda head, body, size: bytes((head,)) + (body * (size // len(body) + 1))[:size] + b"\x80",
    st.sampled_from([0x41, 0x61, 0x65, 0x67, 0x68, 0x06, 0x01]),
    st.binary(min_size=1, max_size=40).map(lambda body: body.replace(b"\0", b"\1")),
    st.integers(min_value=1, max_value=6000),
)


def annex_b(units: list[bytes]) -> bytes:
    return b"".join(b"\0\0\0\1" + unit for unit in units)


@given(st.lists(nal, min_size=1, max_size=6))
def test_h264_comes_out_as_it_went_in(units: list[bytes]) -> None:
    cut = packetise("H264", annex_b(units), 0, key=False)
    assert all(0 < len(payload) <= PAYLOAD_BYTES for payload in cut.payloads)
    parts: list[bytes] = []
    for payload in cut.payloads:
        join_h264(payload, parts)
    assert list(nal_units(b"".join(parts))) == units


@given(st.lists(nal, min_size=1, max_size=6))
def test_a_stock_receiver_understands_our_h264(units: list[bytes]) -> None:
    cut = packetise("H264", annex_b(units), 0, key=False)
    assert list(nal_units(b"".join(h264_depayload(payload) for payload in cut.payloads))) == units


@given(st.binary(min_size=1, max_size=8000), st.integers(min_value=0, max_value=0x7FFF))
def test_vp8_comes_out_as_it_went_in(data: bytes, picture_id: int) -> None:
    cut = packetise("VP8", data, 0, key=False, picture_id=picture_id)
    assert all(len(payload) <= PAYLOAD_BYTES for payload in cut.payloads)
    parts: list[bytes] = []
    for payload in cut.payloads:
        join_vp8(payload, parts)
    assert b"".join(parts) == data == b"".join(vp8_depayload(payload) for payload in cut.payloads)


@given(st.binary(max_size=60))
def test_any_bytes_are_joined_or_refused(payload: bytes) -> None:
    for join in (join_h264, join_vp8):
        try:
            join(payload, [])
        except PayloadMalformed:
            continue


@pytest.mark.parametrize(
    ("descriptor", "size"),
    [
        (b"\x10", 1),
        (b"\x90\x80\x11", 3),
        (b"\x90\x80\x81\x11", 4),
        (b"\x90\xe0\x81\x11\x22\x33", 6),
        (b"\x90\x20\x33", 3),
        (b"\x90\xf0\x11\x22\x33", 5),
    ],
)
def test_vp8_descriptors_of_every_length(descriptor: bytes, size: int) -> None:
    assert len(descriptor) == size
    parts: list[bytes] = []
    join_vp8(descriptor + b"picture", parts)
    assert parts == [b"picture"]


def test_key_pictures_are_known() -> None:
    assert is_key_unit("H264", annex_b([b"\x67aa", b"\x68aa", b"\x65aa"]))
    assert is_key_unit("H264", annex_b([b"\x06aa", b"\x65aa"]))
    assert not is_key_unit("H264", annex_b([b"\x06aa", b"\x41aa"]))
    assert not is_key_unit("H264", b"")
    assert is_key_unit("VP8", b"\x10")
    assert not is_key_unit("VP8", b"\x11")
    key = packetise("H264", annex_b([b"\x67aa", b"\x68aa", b"\x65" + b"a" * 5000]), 0, key=True)
    assert begins_key_unit("H264", key.payloads[0])
    assert not begins_key_unit("H264", key.payloads[1])
    key = packetise("VP8", b"\x10" + b"a" * 5000, 0, key=True)
    assert [begins_key_unit("VP8", payload) for payload in key.payloads] == [True] + [False] * (len(key.payloads) - 1)
