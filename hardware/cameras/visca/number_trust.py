"""Whether a camera repeats our numbers in its replies, as Sony's do, or counts in its own way.

Rules: a camera is believed to repeat them until it has answered one packet several times under numbers of which none
was waited for; what the network doubles or delays comes once or twice, and its packet is answered in between. No clock.
Seen: NewTek PTZ1 (always 1), cheap heads that answer with 0 or with a count of their own.
"""

STRANGE_REPLIES = 4
"""Replies with a number nobody waits for, with none in between that somebody waited for."""
TRIES = 3
"""How often the packet that waits longest has gone out meanwhile."""


class NumberTrust:
    """What the numbers of one camera's replies are worth."""

    def __init__(self, *, repeats: bool) -> None:
        """`repeats` false is for a camera that is known to count by itself."""
        self._repeats = repeats
        self._strange = 0

    def open(self) -> None:
        """Begins to count again over a fresh way; what was learnt of the camera stays."""
        self._strange = 0

    def holds(self, *, waited_for: bool, tries: int) -> bool:
        """Returns whether the number of a reply says what it is about.

        `waited_for` tells whether anything waits under that number, `tries` how often the oldest packet has gone out.
        """
        if self._repeats:
            self._strange = 0 if waited_for else self._strange + 1
            self._repeats = self._strange < STRANGE_REPLIES or tries < TRIES
        return self._repeats
