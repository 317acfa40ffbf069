"""Whatever orders and presses arrive in whatever order, no microphone is open that the newest order does not allow."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from console.sites.site_messages import SetListen, SetMicrophone
from console.words import Reason
from hardware.endpoint.sound.microphone_gate import MicrophoneGate, PressResult

Orders = st.builds(
    SetMicrophone,
    request_id=st.just("r"),
    order=st.integers(0, 6),
    open=st.booleans(),
    may_open=st.booleans(),
    reason=st.sampled_from([None, Reason.STANDING_ORDER]),
)
Acts = st.one_of(
    Orders,
    st.builds(SetListen, request_id=st.just("l"), listening=st.booleans()),
    st.sampled_from(["press open", "press close", "lost"]),
)


def after(gate: MicrophoneGate, act: SetMicrophone | SetListen | str) -> MicrophoneGate:
    match act:
        case SetMicrophone():
            return gate.obeyed(act)
        case SetListen():
            return gate.listened(act)
        case "lost":
            return gate.disconnected()
        case _:
            return gate.pressed(wants_open=act == "press open")[0]


def order(number: int, *, open: bool = False, may_open: bool = False) -> SetMicrophone:  # noqa: A002
    return SetMicrophone(request_id="r", order=number, open=open, may_open=may_open, reason=Reason.STANDING_ORDER)


@given(st.lists(Acts))
def test_open_only_where_the_newest_order_allows_it(acts: list[SetMicrophone | SetListen | str]) -> None:
    gate, newest, allowed = MicrophoneGate(), -1, False
    for act in acts:
        gate = after(gate, act)
        if act == "lost":
            newest, allowed = -1, False
        elif isinstance(act, SetMicrophone) and act.order > newest:
            newest, allowed = act.order, act.open or act.may_open
        elif isinstance(act, SetMicrophone) and act.order == newest:
            allowed = allowed and (act.open or act.may_open)
        assert not gate.open or allowed
        assert gate.order == newest
        assert gate.sends_sound == (gate.open or gate.listening)


@given(st.lists(Acts), Orders)
def test_an_older_order_changes_nothing(acts: list[SetMicrophone | SetListen | str], late: SetMicrophone) -> None:
    gate = MicrophoneGate()
    for act in acts:
        gate = after(gate, act)
    if late.order < gate.order:
        assert gate.obeyed(late) == gate


@given(st.lists(Acts))
def test_a_site_without_microphone_never_sends(acts: list[SetMicrophone | SetListen | str]) -> None:
    gate = MicrophoneGate(has_microphone=False)
    for act in acts:
        gate = after(gate, act)
        assert not gate.open
        assert not gate.sends_sound


@given(st.lists(Acts))
def test_closing_is_always_one_press(acts: list[SetMicrophone | SetListen | str]) -> None:
    gate = MicrophoneGate()
    for act in acts:
        gate = after(gate, act)
    assert not gate.pressed(wants_open=False)[0].open


def test_the_technician_is_refused_under_the_standing_order_and_sees_why() -> None:
    gate = MicrophoneGate().obeyed(order(1))
    same, result = gate.pressed(wants_open=True)
    assert (same, result, gate.reason) == (gate, PressResult.NOT_ALLOWED, Reason.STANDING_ORDER)


def test_the_technician_opens_when_he_may_and_a_repeat_of_the_order_leaves_it_open() -> None:
    gate, result = MicrophoneGate().obeyed(order(4, may_open=True)).pressed(wants_open=True)
    assert (gate.open, result) == (True, PressResult.OPENED)
    assert gate.obeyed(order(4, may_open=True)).open


def test_an_order_closes_an_open_microphone() -> None:
    gate = MicrophoneGate().obeyed(order(4, open=True, may_open=True))
    assert gate.open
    assert not gate.obeyed(order(5)).open


def test_the_same_order_can_take_a_right_but_not_give_one() -> None:
    opened = MicrophoneGate().obeyed(order(4, open=True))
    assert not opened.obeyed(order(4)).open
    closed = MicrophoneGate().obeyed(order(4))
    assert not closed.obeyed(order(4, open=True, may_open=True)).technician_may_open


def test_a_lost_bridge_closes_and_forgets_the_listen() -> None:
    gate = replace(MicrophoneGate().obeyed(order(9, open=True)), listening=True)
    assert gate.disconnected() == MicrophoneGate(reason=Reason.SITE_NOT_CONNECTED)


def test_reports_name_the_order_and_the_request() -> None:
    report = MicrophoneGate().obeyed(order(9, open=True)).report("q7")
    assert (report.open, report.order, report.request_id, report.listening) == (True, 9, "q7", False)
