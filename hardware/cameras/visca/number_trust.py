"""Whether a camera repeats our numbers in its replies, as Sony's do, or counts in its own way.

Rules: a camera is believed to repeat them until it has answered one packet several times under numbers that it was
never given, or more often than a network can double them. A late or doubled reply to a packet that was answered, or
withdrawn as stops are, is no such number: taken for another packet's it would tell as done what was never heard. No
clock. Seen: NewTek PTZ1 (always 1), cheap heads that answer with 0 or with a count of their own.
"""

STRANGE_REPLIES = 4
"""Replies with a number that cannot be ours, with none in between that somebody waited for."""
TRIES = 3
"""How often the packet that waits longest has gone out meanwhile."""
REPLIES_EACH_TIME = 4
"""Acknowledgement and Completion of a packet that went out once, each perhaps doubled on the way."""
NUMBERS_BOUND = 128
"""Numbers whose late replies are known; of more the one that was sent longest ago is forgotten."""


class NumberTrust:
    """What the numbers of one camera's replies are worth."""

    def __init__(self, *, repeats: bool) -> None:
        """`repeats` false is for a camera that is known to count by itself."""
        self._repeats = repeats
        self._strange = 0
        self._expected: dict[int, int] = {}

    def open(self) -> None:
        """Begins to count again over a fresh way; what was learnt stays, and answers from before may still come."""
        self._strange = 0

    def sent(self, number: int) -> None:
        """Notes that a packet has gone out under this number, once more or for the first time."""
        self._expected[number] = self._expected.pop(number, 0) + REPLIES_EACH_TIME
        if len(self._expected) > NUMBERS_BOUND:
            del self._expected[next(iter(self._expected))]

    def holds(self, number: int, *, waited_for: bool, tries: int) -> bool:
        """Returns whether the number of a reply says what it is about.

        `waited_for` tells whether anything waits under that number, `tries` how often the oldest packet has gone out.
        """
        if self._repeats:
            if waited_for:
                self._strange = 0
            elif not self._expects(number):
                self._strange += 1
            self._repeats = self._strange < STRANGE_REPLIES or tries < TRIES
        return self._repeats

    def _expects(self, number: int) -> bool:
        left = self._expected.get(number, 0)
        if left:
            self._expected[number] = left - 1
        return left > 0
