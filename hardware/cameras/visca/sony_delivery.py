"""Delivery over Sony's VISCA over IP: every packet is carried out at most once, whatever the network loses.

Rules: one packet waits for its first answer at a time; sent again, it keeps its number, so that the camera knows it. A
sequence error to a number sent again means that the camera has it. To one sent for the first time it may mean the same
(the network doubled it) or that the two are out of step (the camera restarted): a harmless inquiry tells which; when
that is refused too, the numbers begin anew and the packet goes once more. An urgent packet waits for nobody. Over TCP,
and to a camera whose Ack comes with the end of a move, no command is sent again by time, and inquiries go beside it.
Source: the table of lost messages in Sony BRC-X400 p. 12 and ILME-FR7 p. 9.
"""

import itertools
from collections import deque
from dataclasses import dataclass

from hardware.cameras.visca.delivery import (
    Accepted,
    Answered,
    Completed,
    DeliveryEvent,
    NotAnswered,
    Performed,
    Refused,
    Ticket,
)
from hardware.cameras.visca.number_trust import TRIES, NumberTrust
from hardware.cameras.visca.sony_header_codec import (
    ERROR,
    LARGEST_SEQUENCE,
    RESET,
    SEQUENCE_ERROR,
    Datagram,
    DatagramSplitter,
    PayloadType,
    pack,
    unpack_all,
)
from hardware.cameras.visca.visca_codec import (
    VERSION_INQUIRY,
    Ack,
    Answer,
    Completion,
    Ignored,
    PacketSplitter,
    Refusal,
    Reply,
    ViscaError,
    is_inquiry,
    read_reply,
)

FIRST_WAIT_SECONDS = 0.15
LONGER_EACH_TIME = 1.6
LONGEST_WAIT_SECONDS = 0.4
MOST_TRIES = 9
"""3.2 s in all; with seven, one recall in a thousand came to nothing where one datagram in five was lost."""
COMMAND_SECONDS = 15.0
"""How late the first answer to a command may be that is not sent again by time."""
INQUIRY_SECONDS = 1.0
"""The same for an inquiry over TCP."""
RESET_TRIES = 4
WAITING_BOUND = 32
"""Packets that may wait to be sent; the oldest is given up as not answered."""
UNDERWAY_BOUND = 16
"""Commands whose Completion may be waited for; the oldest is forgotten."""
MOST_RESTARTS = 2
"""How often a packet goes again after the numbers began anew; at first from 1, then from 0, as cameras differ."""
NOBODY = -1
"""No sequence number: whatever waits, a reply is not about it."""
PROBE: Ticket = 0
"""The ticket of the inquiry that tells whether camera and driver are in step."""


@dataclass(slots=True)
class _Packet:
    ticket: Ticket
    octets: bytes
    errors: int = 0
    """Sequence errors to an inquiry."""
    restarts: int = 0


@dataclass(slots=True)
class _Sent:
    packet: _Packet
    sequence: int
    tries: int
    due: float


class SonyDelivery:
    """The `Delivery` of one camera with Sony's header, over UDP or TCP."""

    def __init__(self, *, checks_sequence: bool = True, stream: bool = False, late_ack: bool = False) -> None:
        """`checks_sequence` false is for cameras that answer with numbers of their own: the oldest is meant then.

        A camera that is found to do so is treated the same without having been said to.

        `stream` is TCP; `late_ack` a camera that takes a move only when it has ended.
        """
        self._numbers = NumberTrust(repeats=checks_sequence)
        self._splitter = DatagramSplitter() if stream else None
        self._patient = stream or late_ack
        self._tickets = itertools.count(1)
        self._waiting: deque[_Packet] = deque()
        self._unanswered: dict[int, _Sent] = {}
        self._underway: dict[int, Ticket] = {}
        self._doubted: dict[int, _Packet] = {}
        """Commands with a sequence error, of which a probe will tell whether the camera has them."""
        self._sequence = self._first_number = 0
        """The last number; what it becomes when the camera has answered the reset."""
        self._reset: _Sent | None = None
        self._outgoing: list[bytes] = []
        self._events: list[DeliveryEvent] = []

    # ------------------------------------------------------------ what the camera's state calls

    def open(self, now: float) -> None:
        """Forgets everything and asks the camera to count from the beginning."""
        self._waiting.clear()
        self._unanswered.clear()
        self._underway.clear()
        self._doubted.clear()
        self._numbers.open()
        # Until the camera has said that it counts anew, numbers go on: it would take old ones for performed.
        if self._splitter is not None:
            self._splitter = DatagramSplitter()
        self._begin_reset(now)

    def submit(self, packet: bytes, now: float, *, urgent: bool = False) -> Ticket:
        """Takes a packet; an urgent one goes out now, unless the numbers are just beginning anew."""
        taken = _Packet(next(self._tickets), packet)
        if urgent and self._reset is None:
            self._send(taken, now)
        elif urgent:
            self._waiting.appendleft(taken)
        else:
            if len(self._waiting) >= WAITING_BOUND:
                self._events.append(NotAnswered(self._waiting.popleft().ticket))
            self._waiting.insert(self._place_of(packet), taken)
            self._send_next(now)
        return taken.ticket

    def _place_of(self, packet: bytes) -> int:
        """Returns where a packet waits: commands, which somebody waits for, before questions."""
        if is_inquiry(packet):
            return len(self._waiting)
        return sum(1 for waiting in self._waiting if not is_inquiry(waiting.octets))

    def withdraw(self, ticket: Ticket) -> None:
        """Forgets a packet; the next one may go when this one was waited for."""
        self._waiting = deque(packet for packet in self._waiting if packet.ticket != ticket)
        self._unanswered = {s: sent for s, sent in self._unanswered.items() if sent.packet.ticket != ticket}
        self._underway = {s: known for s, known in self._underway.items() if known != ticket}
        self._doubted = {s: packet for s, packet in self._doubted.items() if packet.ticket != ticket}

    def take_outgoing(self) -> list[bytes]:
        """Returns the datagrams to be sent now."""
        outgoing, self._outgoing = self._outgoing, []
        return outgoing

    def take_events(self) -> list[DeliveryEvent]:
        """Returns what has happened."""
        events, self._events = self._events, []
        return events

    # ------------------------------------------------------------ time

    def next_due(self) -> float | None:
        """Returns when something must be sent again or given up."""
        due = [sent.due for sent in self._unanswered.values()]
        if self._reset is not None:
            return self._reset.due
        if self._next_place() is not None:
            return 0.0
        return min(due, default=None)

    def tick(self, now: float) -> None:
        """Sends again what was not answered, or gives it up."""
        if self._reset is not None:
            self._tick_reset(self._reset, now)
            return
        for sequence, sent in tuple(self._unanswered.items()):
            if sent.due > now:
                continue
            if sent.tries >= self._most_tries(sent.packet):
                del self._unanswered[sequence]
                self._give_up(sent.packet)
            else:
                self._send_again(sent, now)
        self._send_next(now)

    def _tick_reset(self, reset: _Sent, now: float) -> None:
        if reset.due > now:
            return
        if reset.tries >= RESET_TRIES:
            # Some cameras do not know the reset; what follows will show whether they are there at all.
            self._end_reset(now)
        else:
            reset.tries += 1
            reset.due = now + _wait_seconds(reset.tries)
            self._outgoing.append(pack(PayloadType.CONTROL, 0, RESET))

    def _give_up(self, packet: _Packet) -> None:
        given_up = [packet] if packet.ticket != PROBE else list(self._doubted.values())
        if packet.ticket == PROBE:
            self._doubted.clear()
        self._events.extend(NotAnswered(lost.ticket) for lost in given_up)

    # ------------------------------------------------------------ sending

    def _send_next(self, now: float) -> None:
        while self._reset is None and (place := self._next_place()) is not None:
            packet = self._waiting[place]
            del self._waiting[place]
            self._send(packet, now)

    def _next_place(self) -> int | None:
        """Returns which of those that wait may go: one at a time, to a patient camera one of each kind."""
        if not self._unanswered:
            return 0 if self._waiting else None
        if not self._patient:
            return None
        busy = {is_inquiry(sent.packet.octets) for sent in self._unanswered.values()}
        return next((i for i, packet in enumerate(self._waiting) if is_inquiry(packet.octets) not in busy), None)

    def _most_tries(self, packet: _Packet) -> int:
        once = self._splitter is not None or (self._patient and not is_inquiry(packet.octets))
        return 1 if once else MOST_TRIES

    def _patience_seconds(self, sent: _Sent) -> float:
        """Returns how long the answer to the try that begins now is waited for."""
        if self._most_tries(sent.packet) > 1:
            return _wait_seconds(sent.tries)
        return INQUIRY_SECONDS if is_inquiry(sent.packet.octets) else COMMAND_SECONDS

    def _send(self, packet: _Packet, now: float) -> None:
        self._sequence = (self._sequence + 1) & LARGEST_SEQUENCE
        sent = _Sent(packet, self._sequence, 0, now)
        self._unanswered[self._sequence] = sent
        self._send_again(sent, now)

    def _send_again(self, sent: _Sent, now: float) -> None:
        sent.tries += 1
        self._numbers.sent(sent.sequence)
        sent.due = now + self._patience_seconds(sent)
        kind = PayloadType.INQUIRY if is_inquiry(sent.packet.octets) else PayloadType.COMMAND
        self._outgoing.append(pack(kind, sent.sequence, sent.packet.octets))

    def _begin_reset(self, now: float, first: int = 0) -> None:
        self._first_number = first
        self._reset = _Sent(_Packet(0, RESET), 0, 0, now)
        self._tick_reset(self._reset, now)

    def _end_reset(self, now: float) -> None:
        self._reset = None
        self._send_next(now)

    # ------------------------------------------------------------ receiving

    def receive(self, octets: bytes, now: float) -> None:
        """Takes one datagram, or what has come of a stream of them."""
        whole = (octets,) if self._splitter is None else self._splitter.feed(octets)
        for part in whole:
            for datagram in unpack_all(part):
                self._receive_one(datagram, now)

    def _receive_one(self, datagram: Datagram, now: float) -> None:
        if datagram.kind in (PayloadType.CONTROL, PayloadType.CONTROL_REPLY):
            self._take_control(datagram, now)
        else:
            # Some put another type on their replies, and some Ack and Completion into one payload.
            for packet in PacketSplitter().feed(datagram.payload):
                self._take_reply(datagram.sequence, read_reply(packet))
        self._send_next(now)

    def _take_control(self, datagram: Datagram, now: float) -> None:
        if datagram.payload == RESET and self._reset is not None:
            self._sequence = self._first_number
            self._end_reset(now)
        elif datagram.payload[0] == ERROR and self._reset is not None and datagram.sequence == 0:
            self._end_reset(now)  # it does not know the reset
        elif datagram.payload == SEQUENCE_ERROR:
            self._take_sequence_error(datagram.sequence, now)
        elif datagram.payload[0] == ERROR:
            sent = self._unanswered.pop(datagram.sequence, None)
            if sent is not None:
                self._events.append(Refused(sent.packet.ticket, ViscaError.SYNTAX))

    def _take_sequence_error(self, sequence: int, now: float) -> None:
        sent = self._unanswered.pop(sequence, None)
        if sent is None or self._reset is not None:
            return
        if is_inquiry(sent.packet.octets):
            self._ask_anew(sent, now)
            return
        self._remember_underway(sequence, sent.packet.ticket)
        if sent.tries > 1:
            self._events.append(Performed(sent.packet.ticket))
        else:
            self._doubted[sequence] = sent.packet
            if all(other.packet.ticket != PROBE for other in self._unanswered.values()):
                self._send(_Packet(PROBE, VERSION_INQUIRY), now)

    def _ask_anew(self, sent: _Sent, now: float) -> None:
        """Asks again under a new number: the answer was lost, or this number was refused for the first time."""
        packet = sent.packet
        packet.errors += 1
        if packet.errors > MOST_TRIES:
            self._give_up(packet)
        elif sent.tries > 1 or packet.errors == 1:
            self._send(packet, now)
        else:
            self._restart(packet, now)

    def _restart(self, refused: _Packet, now: float) -> None:
        """Lets the numbers begin anew; what the camera refused or has not answered goes again after that."""
        packets = [*self._doubted.values(), refused, *(sent.packet for sent in self._unanswered.values())]
        self._underway = {s: known for s, known in self._underway.items() if s not in self._doubted}
        self._doubted.clear()
        self._unanswered.clear()
        again: list[_Packet] = []
        for packet in (packet for packet in packets if packet.ticket != PROBE):
            packet.errors, packet.restarts = 0, packet.restarts + 1
            if packet.restarts > MOST_RESTARTS:
                self._events.append(NotAnswered(packet.ticket))
            else:
                again.append(packet)
        self._waiting.extendleft(reversed(again))
        # The next number is one more than this.
        first = LARGEST_SEQUENCE if any(packet.restarts > 1 for packet in again) else 0
        self._sequence = first
        self._begin_reset(now, first)

    def _take_reply(self, number: int, reply: Reply) -> None:
        if isinstance(reply, Ignored):
            return
        sequence = self._meant(number, reply)
        sent = self._unanswered.pop(sequence, None)
        ticket = sent.packet.ticket if sent is not None else self._underway.get(sequence)
        if ticket is None:
            return
        if ticket == PROBE:
            self._end_doubts(reply)
            return
        self._doubted.pop(sequence, None)
        match reply:
            case Ack():
                self._remember_underway(sequence, ticket)
                self._events.append(Accepted(ticket, reply.socket))
            case Completion():
                self._underway.pop(sequence, None)
                self._events.append(Completed(ticket))
            case Answer():
                self._events.append(Answered(ticket, reply.payload))
            case Refusal():
                self._underway.pop(sequence, None)
                self._events.append(Refused(ticket, reply.code))

    def _end_doubts(self, reply: Reply) -> None:
        """The camera answers a new number: the two are in step, and it has had what it called out of sequence."""
        if isinstance(reply, Answer | Refusal):
            self._events.extend(Performed(packet.ticket) for packet in self._doubted.values())
            self._doubted.clear()

    def _meant(self, sequence: int, reply: Reply) -> int:
        """Returns the number a reply is about: its own, or for a camera with numbers of its own the oldest it fits."""
        waited_for = sequence in self._unanswered or sequence in self._underway
        # Over TCP nothing is lost or doubled, and nothing goes out twice.
        tries = max((sent.tries for sent in self._unanswered.values()), default=0) if self._splitter is None else TRIES
        if self._numbers.holds(sequence, waited_for=waited_for, tries=tries):
            return sequence
        if isinstance(reply, Completion) and self._underway:
            return next(iter(self._underway))
        asked = isinstance(reply, Answer)
        fitting = (known for known, sent in self._unanswered.items() if is_inquiry(sent.packet.octets) == asked)
        other = next(iter(self._unanswered), NOBODY) if isinstance(reply, Refusal) else NOBODY
        return next(fitting, other)

    def _remember_underway(self, sequence: int, ticket: Ticket) -> None:
        self._underway[sequence] = ticket
        while len(self._underway) > UNDERWAY_BOUND:
            del self._underway[next(iter(self._underway))]


def _wait_seconds(tries: int) -> float:
    """Returns how long the first answer is waited for after so many tries."""
    return min(FIRST_WAIT_SECONDS * LONGER_EACH_TIME ** (tries - 1), LONGEST_WAIT_SECONDS)
