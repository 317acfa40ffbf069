"""How a command of the command line ends.

Rule: scripts read the number, people read one sentence on the error stream.
"""

from enum import IntEnum

from console.trouble import Told


class Exit(IntEnum):
    DONE = 0
    FAILED = 1
    """Refused, failed or rolled back; or a log that is not whole."""
    BAD_INPUT = 2
    """What was typed or a file that was given cannot be used; nothing was changed."""
    NO_BRIDGE = 3
    """No bridge runs for this data folder."""


class BadInput(Told):
    """What the person gave cannot be used; the text is one sentence (or one per bad line)."""


class NoBridgeRuns(Told):
    """There is no bridge to talk to; the text is one sentence. Raised by `Actions.connect`."""


class BridgeLost(Told):
    """The bridge went away or refused the link; the text is one sentence. Raised by `BridgeClient` and `connect`."""
