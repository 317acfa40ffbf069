"""Answers to a search come from anybody on the network: the friendly ones are read, the hostile ones give nothing."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hardware.cameras.discovery.ws_discovery import camera_of
from hardware.cameras.discovery.ws_discovery_codec import LARGEST_ANSWER, LONGEST_NAME, Match, probe, read_matches
from hardware.simulator.cameras.onvif_finder import answer_to

ASKED = "urn:uuid:11111111-2222-4333-8444-555555555555"


def answer(addresses: str = "http://192.168.1.64/onvif/device_service", name: str = "Hội trường") -> bytes:
    octets = answer_to(probe(ASKED), addresses, name=name)
    assert octets is not None
    return octets


def test_the_question_asks_for_cameras_and_is_ascii() -> None:
    octets = probe(ASKED)
    assert octets.isascii()
    assert b"NetworkVideoTransmitter" in octets
    assert ASKED.encode() in octets


def test_a_camera_is_read() -> None:
    (match,) = read_matches(answer(), ASKED)
    assert match == Match(
        endpoint="urn:uuid:00000000-0000-4000-8000-000000000001",
        addresses=(("192.168.1.64", 80),),
        name="Hội trường",
        model="PTZ 20x",
        location="Tầng 2",
    )


def test_several_addresses_and_ports_are_read_and_odd_ones_left_out() -> None:
    said = "ftp://1.2.3.4/ http://[fe80::1]:8000/x http://10.0.0.5:99999/ https://10.0.0.5/ http:///x http://10.0.0.5:8080/o"
    (match,) = read_matches(answer(said), ASKED)
    assert match.addresses == (("fe80::1", 8000), ("10.0.0.5", 443), ("10.0.0.5", 8080))
    assert read_matches(answer("nonsense"), ASKED) == ()


def test_a_camera_is_where_its_answer_came_from() -> None:
    match = Match("e", (("192.168.0.90", 8000), ("10.1.1.1", 80)), "", "", "")
    assert (camera_of(match, "10.1.1.1").host, camera_of(match, "10.1.1.1").port) == ("10.1.1.1", 80)
    assert (camera_of(match, "10.9.9.9").host, camera_of(match, "10.9.9.9").port) == ("10.9.9.9", 8000)


def test_names_are_fit_to_be_shown() -> None:
    (match,) = read_matches(answer(name="a\u202eb\n\x1b[31m" + "x" * 500), ASKED)
    assert len(match.name) <= LONGEST_NAME
    assert match.name.isprintable()


ENTITIES = (
    b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">'
    b'<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;">]><a>&d;</a>'
)
OUTSIDE = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a SYSTEM "file:///etc/passwd">]><a>&a;</a>'


@pytest.mark.parametrize(
    "octets",
    [
        b"",
        b"\x00" * 100,
        b"<a>",
        b"<a/>",
        ENTITIES,
        OUTSIDE,
        answer().replace(ASKED.encode(), b"urn:uuid:another"),
        answer().replace(b'<?xml version="1.0" encoding="UTF-8"?>', b'<?xml version="1.0"?><!DOCTYPE a []>'),
        answer().replace(b'encoding="UTF-8"', b'encoding="nonsense"'),
        answer() + b" " * LARGEST_ANSWER,
        answer()[:-20],
        b"<a>" * 4000,
        b"<a>" + b"<b/>" * 3000 + b"</a>",
        answer().replace(b"http://192.168.1.64", b"\xff\xfe"),
    ],
)
def test_what_is_no_answer_gives_nothing(octets: bytes) -> None:
    assert read_matches(octets, ASKED) == ()


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=400), st.integers(0, 700), st.integers(0, 60))
def test_no_octets_whatever_raise(noise: bytes, place: int, cut: int) -> None:
    whole = answer()
    spoiled = whole[:place] + noise + whole[place + cut :]
    for match in read_matches(spoiled, ASKED):
        assert match.name.isprintable()
        assert all(host.isascii() and 0 <= port <= 65535 for host, port in match.addresses)
