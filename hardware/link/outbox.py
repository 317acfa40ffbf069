"""What waits to be sent to one client of the link, bounded.

Rule: a slow reader never makes the bridge wait or grow. Receipts are kept in order up to their bound; state is
conflated: beyond the bound all waiting deltas are dropped and the whole snapshot of the moment is sent instead.
"""

from collections import deque
from collections.abc import Callable

from console.snapshot import Whole
from hardware.link.link_codec import WholeSent, encode

MOST_WAITING_DELTAS = 64
MOST_WAITING_ANSWERS = 256
MOST_WAITING_OCTETS = 8 * 1024 * 1024
"""Of answers: a few pages of history are more than many receipts."""


class Overfull(Exception):
    """A client asks without reading its answers."""


class Outbox:
    """Waiting messages of one client; `whole` gives the snapshot of the moment."""

    def __init__(self, whole: Callable[[], Whole]) -> None:
        self._whole = whole
        self._answers: deque[bytes] = deque()
        self._answer_octets = 0
        self._deltas: deque[tuple[int, bytes]] = deque()
        self._whole_due = False
        self.conflated = 0
        """How often deltas were dropped for a whole snapshot."""

    def put_answer(self, frame: bytes) -> None:
        """Queues a message that must not be lost; raises `Overfull`."""
        octets = self._answer_octets + len(frame)
        if len(self._answers) >= MOST_WAITING_ANSWERS or (self._answers and octets > MOST_WAITING_OCTETS):
            raise Overfull
        self._answers.append(frame)
        self._answer_octets = octets

    def put_delta(self, number: int, frame: bytes) -> None:
        """Queues a delta, or drops all waiting ones for a whole snapshot when there are too many."""
        if self._whole_due:
            return
        if len(self._deltas) >= MOST_WAITING_DELTAS:
            self.conflated += 1
            self.want_whole()
            return
        self._deltas.append((number, frame))

    def want_whole(self) -> None:
        """Sends the whole snapshot next, made at the moment of sending; waiting deltas are part of it."""
        self._deltas.clear()
        self._whole_due = True

    def take(self) -> bytes | None:
        """Returns the next message to send, answers first, or None."""
        if self._answers:
            frame = self._answers.popleft()
            self._answer_octets -= len(frame)
            return frame
        if self._whole_due:
            self._whole_due = False
            return encode(WholeSent(whole=self._whole()))
        return self._deltas.popleft()[1] if self._deltas else None
