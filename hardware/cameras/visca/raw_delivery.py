"""Delivery of packets without a header: over TCP (port 5678), UDP (port 1259) and, with the same rules, a serial line.

Rules: answers belong to what was asked first; one command waits for its first answer at a time, and one inquiry beside
it. A command is never sent again by time, for some cameras say Ack only when the move has ended and would move twice.
An inquiry over a way that loses packets is asked again. An urgent packet waits for nobody.
Sources: EVI-H100S p. 25; grafton-visca's and Companion's notes on PTZOptics cameras (late Ack, shared socket).
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
from hardware.cameras.visca.visca_codec import (
    Ack,
    Answer,
    Completion,
    PacketSplitter,
    Refusal,
    Reply,
    ViscaError,
    is_inquiry,
    read_reply,
)

COMMAND_SECONDS = 15.0
"""How late a first answer may be."""
INQUIRY_SECONDS = 1.0
REPEAT_SECONDS = 0.25
WAITING_BOUND = 32
"""Packets that may wait to be sent; the oldest is given up as not answered."""
SOCKET_BOUND = 8
"""Commands in one socket whose Completion may be waited for; the oldest is forgotten."""


@dataclass(slots=True)
class _Sent:
    ticket: Ticket
    octets: bytes
    gives_up: float
    due: float
    withdrawn: bool = False
    """Nobody wants to know any more; its answers still come, and must not be taken for another's."""


class RawDelivery:
    """The `Delivery` of one camera without a header; `loses` tells that packets may get lost on the way (UDP)."""

    def __init__(self, *, loses: bool = False, command_seconds: float = COMMAND_SECONDS) -> None:
        self._loses = loses
        self._command_seconds = command_seconds
        self._tickets = itertools.count(1)
        self.blind = False
        """Nothing comes back: commands go at once, and count as with the camera without any proof."""
        self._splitter = PacketSplitter()
        self._waiting: deque[tuple[Ticket, bytes]] = deque()
        self._commands: deque[_Sent] = deque()
        self._inquiries: deque[_Sent] = deque()
        self._sockets: dict[int, deque[Ticket]] = {}
        self._outgoing: list[bytes] = []
        self._events: list[DeliveryEvent] = []

    # ------------------------------------------------------------ what the camera's state calls

    def open(self, now: float) -> None:
        """Begins anew over a fresh connection."""
        self._splitter = PacketSplitter()
        for queue in (self._waiting, self._commands, self._inquiries):
            queue.clear()
        self._sockets.clear()

    def submit(self, packet: bytes, now: float, *, urgent: bool = False) -> Ticket:
        """Takes a packet and sends it as soon as it may go."""
        ticket = next(self._tickets)
        if self.blind and not is_inquiry(packet):
            self._outgoing.append(packet)
            self._events.append(Performed(ticket))
            return ticket
        if urgent:
            self._send(ticket, packet, now)
            return ticket
        if len(self._waiting) >= WAITING_BOUND:
            self._events.append(NotAnswered(self._waiting.popleft()[0]))
        self._waiting.append((ticket, packet))
        self._send_waiting(now)
        return ticket

    def withdraw(self, ticket: Ticket) -> None:
        """Forgets a packet; one that was sent holds nobody up any more."""
        self._waiting = deque(waiting for waiting in self._waiting if waiting[0] != ticket)
        for sent in (*self._commands, *self._inquiries):
            if sent.ticket == ticket:
                sent.withdrawn, sent.due = True, sent.gives_up

    def take_outgoing(self) -> list[bytes]:
        """Returns the packets to be sent now."""
        outgoing, self._outgoing = self._outgoing, []
        return outgoing

    def take_events(self) -> list[DeliveryEvent]:
        """Returns what has happened."""
        events, self._events = self._events, []
        return events

    # ------------------------------------------------------------ time

    def next_due(self) -> float | None:
        """Returns when something is asked again or given up."""
        if self._events:
            return 0.0
        return min((sent.due for sent in (*self._commands, *self._inquiries)), default=None)

    def tick(self, now: float) -> None:
        """Asks again what may be lost, gives up what was waited for long enough."""
        for queue in (self._commands, self._inquiries):
            for sent in tuple(queue):
                if now >= sent.gives_up:
                    queue.remove(sent)
                    if not sent.withdrawn:
                        self._events.append(NotAnswered(sent.ticket))
                elif now >= sent.due:
                    sent.due = min(now + REPEAT_SECONDS, sent.gives_up)
                    self._outgoing.append(sent.octets)
        self._send_waiting(now)

    def _send_waiting(self, now: float) -> None:
        for ticket, packet in tuple(self._waiting):
            queue = self._inquiries if is_inquiry(packet) else self._commands
            if all(sent.withdrawn for sent in queue):
                self._waiting.remove((ticket, packet))
                self._send(ticket, packet, now)

    def _send(self, ticket: Ticket, packet: bytes, now: float) -> None:
        asks = is_inquiry(packet)
        gives_up = now + (INQUIRY_SECONDS if asks else self._command_seconds)
        due = min(now + REPEAT_SECONDS, gives_up) if asks and self._loses else gives_up
        (self._inquiries if asks else self._commands).append(_Sent(ticket, packet, gives_up, due))
        self._outgoing.append(packet)

    # ------------------------------------------------------------ receiving

    def receive(self, octets: bytes, now: float) -> None:
        """Takes what has arrived, cut anywhere."""
        for packet in self._splitter.feed(octets):
            self._take(read_reply(packet))
        self._send_waiting(now)

    def _take(self, reply: Reply) -> None:
        match reply:
            case Ack():
                self._take_ack(reply.socket)
            case Completion():
                self._take_completion(reply.socket)
            case Answer():
                if self._inquiries:
                    self._events.append(Answered(self._inquiries.popleft().ticket, reply.payload))
            case Refusal():
                self._take_refusal(reply)
            case _:
                pass

    def _take_ack(self, socket: int) -> None:
        if not self._commands:
            return  # somebody else's
        ticket = self._commands.popleft().ticket
        tickets = self._sockets.setdefault(socket, deque())
        tickets.append(ticket)
        while len(tickets) > SOCKET_BOUND:
            tickets.popleft()
        self._events.append(Accepted(ticket, socket))

    def _take_completion(self, socket: int) -> None:
        tickets = self._sockets.get(socket)
        if tickets:
            self._events.append(Completed(tickets.popleft()))
        elif self._commands:
            self._events.append(Completed(self._commands.popleft().ticket))

    def _take_refusal(self, refusal: Refusal) -> None:
        """Gives a refusal to whom it belongs: the broken-off command, else the command, else the inquiry that waits.

        An inquiry beside a command is one that this camera has answered before; a refusal then means the command.
        """
        tickets = self._sockets.get(refusal.socket)
        if refusal.code == ViscaError.CANCELLED and tickets:
            self._events.append(Refused(tickets.popleft(), refusal.code))
            self._end_cancel()
        elif refusal.code in (ViscaError.CANCELLED, ViscaError.NO_SOCKET):
            self._end_cancel()
        elif self._commands:
            self._events.append(Refused(self._commands.popleft().ticket, refusal.code))
        elif self._inquiries:
            self._events.append(Refused(self._inquiries.popleft().ticket, refusal.code))
        elif tickets:
            self._events.append(Refused(tickets.popleft(), refusal.code))

    def _end_cancel(self) -> None:
        """Ends the oldest packet that wanted to break something off."""
        for sent in self._commands:
            if len(sent.octets) == 3:
                self._commands.remove(sent)
                self._events.append(Completed(sent.ticket))
                return
