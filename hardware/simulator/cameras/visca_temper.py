"""What a simulated VISCA camera does otherwise than the manual says: one switch for every fault of real cameras.

Rule: switches only; `visca_camera` and `visca_server` act on them, at any time.
"""

from dataclasses import dataclass
from enum import StrEnum


@dataclass(slots=True)
class ViscaTemper:
    """How the camera behaves behind its doors."""

    completes: bool = True
    """False: it never says that a move has ended."""
    completes_early: bool = False
    """It says so as soon as the move begins."""
    late_ack: bool = False
    """Ack and Completion come together when the move has ended."""
    acknowledges: bool = True
    """False: it leaves the Ack out; the Completion names socket 0 then."""
    moves: bool = True
    """False: it takes a recall and stands still."""
    tells_position: bool = True
    tells_power: bool = True
    tells_lens: bool = True
    """It answers the lens block, whose flags say what is under way."""
    has_memory: bool = True
    has_absolute: bool = True
    takes_unset: bool = False
    """A memory that was never set is recalled with success, and nothing moves."""
    full: bool = False
    """Both sockets are taken by somebody else, until they are cancelled."""
    cancels: bool = True
    """False: it does not know how to break a command off."""
    sockets: int = 2
    one_socket: bool = False
    """Everything runs in socket 1, two commands at a time too (PTZOptics Move SE)."""
    waking: bool = False
    """It has been switched on and takes no moves yet."""
    nibbles: tuple[int, int] = (4, 4)
    """Widths of pan and tilt: five and four at a BRC-X1000, five and five at an FR7."""
    version: tuple[int, int, int] = (0x0001, 0x0519, 0x0100)
    """Vendor, model and ROM."""


class Garbling(StrEnum):
    """What becomes of a camera's answers on their way out."""

    NONE = "none"
    JOINED = "joined"
    """What it says at one moment to one controller comes together."""
    SPLIT = "split"
    """Every answer comes in two pieces; without Sony's header only."""
    NOISY = "noisy"
    """Line noise and notices of the network stand between its answers."""
    ADDRESSED = "addressed"
    """It names a controller with an address: `91` for `90`."""
    ACKS_TWICE = "acks_twice"


class ResetAnswer(StrEnum):
    """What a camera with Sony's header says to the reset of its numbers."""

    GIVEN = "given"
    REFUSED = "refused"
    NONE = "none"
