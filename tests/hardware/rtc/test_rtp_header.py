"""Headers as aiortc's own parser reads them, and garbage that must not raise."""

from aiortc.rtcrtpparameters import RTCRtpHeaderExtensionParameters, RTCRtpParameters
from aiortc.rtp import HeaderExtensionsMap, RtpPacket
from hypothesis import given
from hypothesis import strategies as st

from hardware.rtc.rtp_header import (
    HEADER_BYTES,
    audio_level_dbov,
    extension_block,
    extension_value,
    is_rtcp,
    payload_span,
    read_clear,
    write_header,
)

MAP = HeaderExtensionsMap()
MAP.configure(
    RTCRtpParameters(
        headerExtensions=[
            RTCRtpHeaderExtensionParameters(id=1, uri="urn:ietf:params:rtp-hdrext:sdes:mid"),
            RTCRtpHeaderExtensionParameters(id=2, uri="urn:ietf:params:rtp-hdrext:ssrc-audio-level"),
        ]
    )
)
u16, u32 = st.integers(0, 0xFFFF), st.integers(0, 0xFFFFFFFF)


@given(st.integers(0, 127), st.booleans(), u16, u32, u32, st.text("0123456789abc", min_size=1, max_size=16))
def test_what_we_write_is_what_a_stock_parser_reads(
    kind: int, marker: bool, sequence: int, rtp_time: int, ssrc: int, mid: str
) -> None:
    extension = extension_block([(1, mid.encode()), (2, bytes((0x80 | 33,)))])
    data = write_header(kind | 0x80 if marker else kind, sequence, rtp_time, ssrc, extension) + b"payload"
    packet = RtpPacket.parse(data, MAP)
    assert (packet.payload_type, packet.marker, packet.sequence_number) == (kind, marker, sequence)
    assert (packet.timestamp, packet.ssrc, packet.payload) == (rtp_time, ssrc, b"payload")
    assert packet.extensions.mid == mid
    assert packet.extensions.audio_level == (True, 33)
    # … and what we read ourselves.
    assert read_clear(data, 2) == (sequence, rtp_time, ssrc)
    span = payload_span(data)
    assert span is not None
    assert data[span[0] : span[1]] == b"payload"
    assert audio_level_dbov(data, 2) == -33
    assert extension_value(data, 1) == mid.encode()
    assert extension_value(data, 3) is None


def test_two_byte_extensions_padding_and_contributors_are_understood() -> None:
    packet = RtpPacket(payload_type=96, sequence_number=7, timestamp=8, ssrc=9, payload=b"abc")
    packet.csrc = [1, 2, 3]
    packet.padding_size = 5
    packet.extensions.mid = "m" * 17  # too long for the one-byte form
    data = packet.serialize(MAP)
    span = payload_span(data)
    assert span is not None
    assert data[span[0] : span[1]] == b"abc"
    assert extension_value(data, 1) == b"m" * 17


@given(st.binary(min_size=HEADER_BYTES, max_size=80), st.integers(1, 14))
def test_any_bytes_are_read_without_raising(data: bytes, wanted: int) -> None:
    data = bytes((data[0] & 0x3F | 0x80,)) + data[1:]
    span = payload_span(data)
    assert span is None or 0 < span[0] <= span[1] <= len(data)
    value = extension_value(data, wanted)
    assert value is None or len(value) < len(data)
    is_rtcp(data)
