"""Sony's delivery in virtual time: carried out exactly once whatever the network loses, doubles or reorders."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hardware.cameras.visca.delivery import Accepted, Completed, DeliveryEvent, NotAnswered, Performed
from hardware.cameras.visca.sony_delivery import SonyDelivery
from hardware.cameras.visca.sony_header_codec import RESET, PayloadType, pack
from hardware.cameras.visca.visca_codec import PAN_TILT_STOP, POWER_INQUIRY, memory_recall
from tests.hardware.cameras.strict_peer import Network, StrictPeer


class Line:
    """A delivery, a network and a camera, driven by hand."""

    def __init__(self, seed: int = 1, loss: float = 0.0, *, in_order: bool = False) -> None:
        self.now = 1000.0
        self.delivery, self.peer = SonyDelivery(), StrictPeer(in_order=in_order)
        self.network = Network(seed, loss) if loss else Network(seed, 0.0, 0.0, 0.0)
        self.events: list[DeliveryEvent] = []
        self.delivery.open(self.now)
        self._transmit()
        self.run(3.0)

    def run(self, seconds: float, *, until_told: bool = False) -> None:
        end = self.now + seconds
        while self.now < end and not (until_told and self.events):
            due = [moment for moment in (self.delivery.next_due(), self.network.next_arrival) if moment is not None]
            self.now = min(end, max(self.now, min(due, default=end)))
            for to_camera, datagram in self.network.arrived(self.now):
                if to_camera:
                    for answer in self.peer.hear(datagram):
                        self.network.send(self.now, answer, to_camera=False)
                else:
                    self.delivery.receive(datagram, self.now)
            self.delivery.tick(self.now)
            self._transmit()

    def ask(self, packet: bytes, *, urgent: bool = False) -> int:
        ticket = self.delivery.submit(packet, self.now, urgent=urgent)
        self._transmit()
        return ticket

    def _transmit(self) -> None:
        for datagram in self.delivery.take_outgoing():
            self.network.send(self.now, datagram, to_camera=True)
        self.events += self.delivery.take_events()


def test_nothing_lost_needs_one_answer() -> None:
    line = Line()
    began = line.now
    ticket = line.ask(memory_recall(3))
    line.run(1.0, until_told=True)
    assert line.now - began < 0.04
    line.run(0.1)
    assert Completed(ticket) in line.events
    assert line.peer.performed == [memory_recall(3)]


@given(seed=st.integers(0, 10_000), loss=st.sampled_from([0.05, 0.1, 0.2]))
def test_commands_over_a_bad_network_are_performed_exactly_once(seed: int, loss: float) -> None:
    line = Line(seed, loss)
    sent: list[bytes] = []
    for slot in range(12):
        line.events.clear()
        sent.append(memory_recall(slot))
        line.ask(sent[-1])
        line.run(10.0, until_told=True)
        line.run(1.0)
        told = [event for event in line.events if isinstance(event, Accepted | Completed | Performed | NotAnswered)]
        assert told, "every command ends"
        if any(isinstance(event, NotAnswered) for event in told):
            sent.pop()  # honest: it may or may not have been performed
            assert line.peer.performed.count(memory_recall(slot)) <= 1
            line.peer.performed = [done for done in line.peer.performed if done != memory_recall(slot)]
    assert line.peer.performed == sent


@pytest.mark.parametrize("in_order", [False, True])
def test_a_camera_that_restarts_gets_the_next_command_once(in_order: bool) -> None:
    line = Line(in_order=in_order)
    line.ask(memory_recall(1))
    line.run(1.0)
    line.peer.restart()
    ticket = line.ask(memory_recall(2))
    line.run(5.0)
    assert Completed(ticket) in line.events
    assert line.peer.performed == [memory_recall(1), memory_recall(2)]


def test_a_camera_that_is_gone_is_given_up_in_time() -> None:
    line = Line()
    line.network.loss = 1.1
    began = line.now
    ticket = line.ask(memory_recall(1))
    line.run(10.0, until_told=True)
    assert line.events[-1] == NotAnswered(ticket)
    assert line.now - began < 3.5


def test_an_urgent_packet_waits_for_nobody() -> None:
    line = Line()
    line.network.loss = 1.1
    recall = line.ask(memory_recall(1))
    line.ask(memory_recall(2))
    line.network.loss = 0.0
    line.ask(PAN_TILT_STOP, urgent=True)
    line.delivery.withdraw(recall)
    line.run(0.05)
    assert line.peer.performed[0] == PAN_TILT_STOP
    line.run(1.0)
    assert line.peer.performed == [PAN_TILT_STOP, memory_recall(2)]


def test_noise_changes_nothing() -> None:
    line = Line()
    noise = line.network.random
    for _ in range(5000):
        line.delivery.receive(noise.randbytes(noise.randrange(30)), line.now)
    assert line.delivery.take_events() == []


def sent(delivery: SonyDelivery) -> list[bytes]:
    return [datagram[8:] for datagram in delivery.take_outgoing()]


def opened(**how: bool) -> SonyDelivery:
    delivery = SonyDelivery(**how)
    delivery.open(0.0)
    delivery.receive(pack(PayloadType.CONTROL_REPLY, 0, RESET), 0.0)
    delivery.take_outgoing()
    return delivery


@pytest.mark.parametrize("how", [{"late_ack": True}, {"stream": True}])
def test_a_patient_delivery_sends_no_command_twice_and_asks_beside_it(how: dict[str, bool]) -> None:
    delivery = opened(**how)
    recall = delivery.submit(memory_recall(1), 0.0)
    delivery.submit(memory_recall(2), 0.0)
    delivery.submit(POWER_INQUIRY, 0.1)
    assert sent(delivery) == [memory_recall(1), POWER_INQUIRY]
    for step in range(1, 100):
        delivery.tick(step / 10)
    assert all(packet == POWER_INQUIRY for packet in sent(delivery))
    delivery.receive(pack(PayloadType.REPLY, 1, b"\x90\x41\xff"), 10.0)
    delivery.receive(pack(PayloadType.REPLY, 1, b"\x90\x51\xff"), 10.0)
    told = [event for event in delivery.take_events() if not isinstance(event, NotAnswered)]
    assert told == [Accepted(recall, 1), Completed(recall)]
    assert memory_recall(2) in sent(delivery)


def test_a_stream_is_answered_wherever_it_is_cut() -> None:
    delivery = opened(stream=True)
    recall = delivery.submit(memory_recall(1), 0.0)
    answers = pack(PayloadType.REPLY, 1, b"\x90\x41\xff") + pack(PayloadType.REPLY, 1, b"\x90\x51\xff")
    for octet in answers:
        delivery.receive(bytes((octet,)), 0.1)
    assert delivery.take_events() == [Accepted(recall, 1), Completed(recall)]


def test_a_command_passes_questions_that_wait() -> None:
    delivery = opened()
    for _ in range(3):
        delivery.submit(POWER_INQUIRY, 0.0)
    delivery.submit(memory_recall(1), 0.0)
    assert sent(delivery) == [POWER_INQUIRY]
    delivery.receive(pack(PayloadType.REPLY, 1, b"\x90\x50\x02\xff"), 0.1)
    assert sent(delivery) == [memory_recall(1)]
