"""Control messages octet for octet, and whatever else may arrive."""

import json
import re
from typing import get_args

import msgspec
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from console.sites.site_messages import (
    AskFloor,
    FromSiteMessage,
    Hello,
    MicrophoneReported,
    ReceptionReported,
    SetMicrophone,
    SetRung,
    ShowPlace,
    ShowSound,
    ShowSpeaker,
    ToSiteMessage,
    Welcome,
)
from console.words import Layout, Reason, Rung, SessionKind
from hardware.signalling.control_codec import (
    LARGEST_MESSAGE,
    ControlError,
    ControlMalformed,
    ControlOfOtherVersion,
    ControlTooLong,
    decode_from_site,
    decode_to_site,
    encode_from_site,
    encode_to_site,
)

TO_SITE = [
    Welcome(site_name="Cư M'gar", site_number=7, main_name="Buôn Ma Thuột", session_kind=SessionKind.TEST, title="Họp"),
    SetMicrophone(request_id="r1", order=4, open=False, may_open=False, reason=Reason.STANDING_ORDER),
    SetRung(request_id="r2", rung=Rung.PODIUM),
    ShowPlace(on_podium=True, on_deck=False, layout=Layout.PODIUM_BESIDE_MAIN),
    ShowSound(sounding=None),
    ShowSpeaker(site_name="Cư M'gar", site_number=7, person="Bà H'Lan", started_ms=7, limit_seconds=300),
]
FROM_SITE = [
    Hello(program="diem-cau", version="0.1.0"),
    MicrophoneReported(open=False, order=4, request_id="r1"),
    AskFloor(note="Xã Ea Tul"),
    ReceptionReported(audio_loss_percent=None, video_loss_percent=0.5, frames_per_second=25.0),
]


def test_what_is_written() -> None:
    order = SetMicrophone(request_id="r1", order=4, open=False, may_open=False, reason=Reason.STANDING_ORDER)
    assert encode_to_site(order) == (
        '{"v":1,"say":"set-microphone","request_id":"r1","order":4,"open":false,"may_open":false,'
        '"reason":"standing_order","held_ms":null}'
    )
    assert encode_from_site(AskFloor()) == '{"v":1,"say":"ask-floor","note":"","person":""}'


@pytest.mark.parametrize("message", TO_SITE, ids=lambda message: type(message).__name__)
def test_to_site_and_back(message: ToSiteMessage) -> None:
    assert decode_to_site(encode_to_site(message)) == message
    assert decode_to_site(encode_to_site(message).encode()) == message


@pytest.mark.parametrize("message", FROM_SITE, ids=lambda message: type(message).__name__)
def test_from_site_and_back(message: FromSiteMessage) -> None:
    assert decode_from_site(encode_from_site(message)) == message


@given(st.one_of(*(st.from_type(kind) for kind in get_args(FromSiteMessage))))
def test_any_message_of_a_site_survives(message: FromSiteMessage) -> None:
    try:
        text = encode_from_site(message)
    except ControlTooLong:
        return
    try:
        decode_from_site(text)
    except ControlMalformed as error:
        # Hypothesis knows no bounds of numbers and lengths; a message beyond them is refused, whatever else is taken.
        assume(not re.search(r"Expected `\w+` (of length )?[<>]=", str(error)))
        raise
    assert encode_from_site(decode_from_site(text)) == text  # JSON has no infinity: it comes back as unknown


def test_a_newer_field_does_no_harm_but_an_unknown_tag_does() -> None:
    assert decode_from_site('{"v":1,"say":"ready","mood":"good"}') == decode_from_site('{"v":1,"say":"ready"}')
    with pytest.raises(ControlMalformed):
        decode_from_site('{"v":1,"say":"dance"}')


@pytest.mark.parametrize(
    "text", ['{"say":"ready"}', '{"v":"1","say":"ready"}', "", "{", "[]", "null", '{"v":1}', b"\xff"]
)
def test_malformed_is_one_sentence(text: str | bytes) -> None:
    with pytest.raises(ControlMalformed) as caught:
        decode_from_site(text)
    assert str(caught.value).endswith(".")
    assert "\n" not in str(caught.value)


def test_another_version_is_named() -> None:
    with pytest.raises(ControlOfOtherVersion, match="version 1"):
        decode_from_site('{"v":2,"say":"dance"}')


def test_too_long_is_refused_in_both_directions() -> None:
    with pytest.raises(ControlTooLong):
        encode_from_site(AskFloor(note="ô" * LARGEST_MESSAGE))
    for text in ("ô" * (LARGEST_MESSAGE // 2 + 1), b" " * (LARGEST_MESSAGE + 1)):
        with pytest.raises(ControlTooLong):
            decode_from_site(text)


@given(
    st.binary(max_size=200) | st.text(max_size=200) | st.recursive(st.none(), st.lists, max_leaves=5).map(json.dumps)
)
def test_whatever_arrives_is_a_message_or_a_named_error(text: str | bytes) -> None:
    try:
        message = decode_from_site(text)
    except ControlError:
        return
    assert isinstance(message, msgspec.Struct)


def test_deep_nesting_is_malformed() -> None:
    with pytest.raises(ControlMalformed):
        decode_from_site('{"v":1,"say":"ready","x":' + "[" * 8000 + "]" * 8000 + "}")


def test_no_message_of_one_end_is_taken_from_the_other() -> None:
    from_site, to_site = get_args(FromSiteMessage), get_args(ToSiteMessage)
    ways = ((from_site, decode_to_site), (to_site, decode_from_site))
    for kinds, other_ends_decoder in ways:
        for kind in kinds:
            tag = kind.__struct_config__.tag
            with pytest.raises(ControlMalformed, match="Invalid value"):
                other_ends_decoder(f'{{"v":1,"{kind.__struct_config__.tag_field}":"{tag}"}}')
