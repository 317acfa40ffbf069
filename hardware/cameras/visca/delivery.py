"""How packets come to a camera and answers back: the port between the camera's state and the framing in use.

Rule: no loop, no socket, no clock; `now` is seconds of a monotonic clock, given by whoever calls. Every packet that was
submitted comes to an event, unless it is withdrawn: `Answered`, `Refused` or `NotAnswered`, or, for a command,
`Accepted` or `Performed` and then `Completed`. A Completion may be lost: whoever waits for one has a deadline.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

Ticket = int
"""Identifies one submitted packet."""


@dataclass(frozen=True, slots=True)
class Accepted:
    """The camera has taken the command; it has not been carried out. `socket` 0 is unknown."""

    ticket: Ticket
    socket: int


@dataclass(frozen=True, slots=True)
class Performed:
    """The camera says of a retransmission that it has the command already; a Completion may still come."""

    ticket: Ticket


@dataclass(frozen=True, slots=True)
class Completed:
    """The camera says that it has carried out the command, which does not prove that it stands still."""

    ticket: Ticket


@dataclass(frozen=True, slots=True)
class Answered:
    """The answer to an inquiry."""

    ticket: Ticket
    payload: bytes


@dataclass(frozen=True, slots=True)
class Refused:
    """The camera refuses; `code` is a `ViscaError` where it is a known one."""

    ticket: Ticket
    code: int


@dataclass(frozen=True, slots=True)
class NotAnswered:
    """Nothing came, however often it was sent."""

    ticket: Ticket


DeliveryEvent = Accepted | Performed | Completed | Answered | Refused | NotAnswered


class Delivery(Protocol):
    """One framing's rules of sending, waiting and sending again."""

    def open(self, now: float) -> None:
        """Begins anew over a fresh way to the camera; what was under way is forgotten without an event."""
        ...

    def submit(self, packet: bytes, now: float, *, urgent: bool = False) -> Ticket:
        """Takes a packet; `urgent` goes out at once, past everything that waits."""
        ...

    def withdraw(self, ticket: Ticket) -> None:
        """Forgets a packet: it is not sent (again), and nothing more is told about it."""
        ...

    def receive(self, octets: bytes, now: float) -> None:
        """Takes what has arrived; never raises, whatever it is."""
        ...

    def tick(self, now: float) -> None:
        """Does what is due: sends again, gives up."""
        ...

    def next_due(self) -> float | None:
        """Returns when `tick` is due."""
        ...

    def take_outgoing(self) -> Sequence[bytes]:
        """Returns what has to be sent now, each for itself, and forgets it."""
        ...

    def take_events(self) -> Sequence[DeliveryEvent]:
        """Returns what has happened, and forgets it."""
        ...
