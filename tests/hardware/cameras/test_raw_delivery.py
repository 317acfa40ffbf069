"""Bare packets: answers go to what was asked first; nothing that moves is sent twice by time alone."""

from hardware.cameras.visca.delivery import Accepted, Answered, Completed, NotAnswered, Refused
from hardware.cameras.visca.raw_delivery import RawDelivery
from hardware.cameras.visca.visca_codec import PAN_TILT_INQUIRY, PAN_TILT_STOP, ViscaError, cancel, memory_recall


def test_an_ack_after_seconds_is_the_commands_and_nothing_is_sent_again() -> None:
    raw = RawDelivery()
    raw.open(0.0)
    ticket = raw.submit(memory_recall(1), 0.0)
    assert raw.take_outgoing() == [memory_recall(1)]
    for step in range(1, 30):
        raw.tick(step / 10)
    assert raw.take_outgoing() == []
    raw.receive(b"\x90\x41\xff\x90\x51\xff", 3.0)
    assert raw.take_events() == [Accepted(ticket, 1), Completed(ticket)]


def test_an_inquiry_goes_beside_a_command_that_waits() -> None:
    raw = RawDelivery()
    raw.submit(memory_recall(1), 0.0)
    asked = raw.submit(PAN_TILT_INQUIRY, 0.1)
    assert len(raw.take_outgoing()) == 2
    raw.receive(b"\x90\x50" + bytes(8) + b"\xff", 0.2)
    assert raw.take_events() == [Answered(asked, bytes(8))]


def test_two_commands_in_one_socket_complete_in_order() -> None:
    raw = RawDelivery()
    first = raw.submit(memory_recall(1), 0.0)
    raw.receive(b"\x90\x41\xff", 0.0)
    second = raw.submit(memory_recall(2), 0.1)
    raw.receive(b"\x90\x41\xff\x90\x51\xff\x90\x51\xff", 0.2)
    assert [event for event in raw.take_events() if isinstance(event, Completed)] == [
        Completed(first),
        Completed(second),
    ]


def test_a_withdrawn_command_holds_nobody_up_and_takes_its_own_answers() -> None:
    raw = RawDelivery()
    old = raw.submit(memory_recall(1), 0.0)
    raw.withdraw(old)
    new = raw.submit(memory_recall(2), 0.1)
    assert raw.take_outgoing() == [memory_recall(1), memory_recall(2)]
    raw.receive(b"\x90\x41\xff\x90\x42\xff\x90\x52\xff", 0.2)
    assert raw.take_events() == [Accepted(old, 1), Accepted(new, 2), Completed(new)]


def test_what_is_broken_off_is_told_as_cancelled() -> None:
    raw = RawDelivery()
    recall = raw.submit(memory_recall(1), 0.0)
    raw.receive(b"\x90\x41\xff", 0.0)
    broken_off = raw.submit(cancel(1), 0.1, urgent=True)
    stop = raw.submit(PAN_TILT_STOP, 0.1, urgent=True)
    raw.receive(b"\x90\x61\x04\xff\x90\x41\xff\x90\x51\xff", 0.2)
    assert raw.take_events() == [
        Accepted(recall, 1),
        Refused(recall, ViscaError.CANCELLED),
        Completed(broken_off),
        Accepted(stop, 1),
        Completed(stop),
    ]


def test_answers_to_somebody_elses_commands_are_not_ours() -> None:
    raw = RawDelivery()
    raw.receive(b"\x90\x41\xff\x90\x51\xff\x90\x60\x02\xff\x90\x50\x00\xff", 0.0)
    assert raw.take_events() == []


def test_over_a_way_that_loses_an_inquiry_is_asked_again_and_given_up() -> None:
    raw = RawDelivery(loses=True)
    ticket = raw.submit(PAN_TILT_INQUIRY, 0.0)
    for step in range(1, 12):
        raw.tick(step / 10)
    assert len(raw.take_outgoing()) == 4
    assert raw.take_events() == [NotAnswered(ticket)]


def test_more_than_can_wait_is_given_up_from_the_oldest() -> None:
    raw = RawDelivery()
    tickets = [raw.submit(memory_recall(1), 0.0) for _ in range(40)]
    assert raw.take_events() == [NotAnswered(ticket) for ticket in tickets[1:8]]
