"""The words and the framing of the link between the bridge and its windows and command lines.

Rule: no loop, no socket, no clock. A message is four octets of length (big endian) and that many octets of JSON with a
tag `say`. The first message of a client is `Hello`; everything before it was accepted is worth nothing.
"""

from enum import StrEnum
from typing import Annotated

import msgspec

from console.accounts.account import LONGEST_ACCOUNT, LONGEST_PASSWORD, LoginFault
from console.accounts.standing import ConsoleStanding
from console.command import kebab
from console.commands import AnyCommand
from console.effects import Receipt
from console.engine_port import SetViews
from console.lines.line_history import HistoryPage, HistoryWanted, LinesPage, LinesWanted
from console.snapshot import Delta, Whole
from console.words import CommandId, Origin

LINK_VERSION = 3
LARGEST_TO_BRIDGE = 64 * 1024
"""Octets of one message from a client: a list of 500 sites fits."""
LARGEST_FROM_BRIDGE = 8 * 1024 * 1024
"""Octets of one message from the bridge: the whole snapshot of 200 sites is below 1 MB."""
LONGEST_PERSON = 80
LONGEST_TICKET = 100
_LENGTH_OCTETS = 4


class LinkMalformed(ValueError):
    """What arrived is no message of this link; its text is one sentence."""


class Refusal(StrEnum):
    """Why the bridge ends a link."""

    VERSION = "version"
    TOKEN = "token"  # noqa: S105 - a kind of refusal, no secret
    PERSON = "person"
    ORIGIN = "origin"
    MALFORMED = "malformed"
    TOO_MANY_CLIENTS = "too_many_clients"
    TOO_MANY_COMMANDS = "too_many_commands"
    TOO_SLOW = "too_slow"
    ENDING = "ending"


class ToBridge(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="say", tag=kebab):
    """Base of what a window or a command line says."""


class Hello(ToBridge):
    """First message: the run file's token proves the right to speak; `person` is who operates.

    Where there are accounts `person` counts for nothing, and `ticket` stands for a login that was made before.
    """

    version: int
    token: str
    person: str
    origin: Origin
    ticket: Annotated[str, msgspec.Meta(max_length=LONGEST_TICKET)] = ""

    def __repr__(self) -> str:
        """Says nothing that is secret."""
        return f"Hello(version={self.version})"


class LogIn(ToBridge):
    """Proves an account by its password: logs in, unlocks, or takes over from another account."""

    account: Annotated[str, msgspec.Meta(max_length=4 * LONGEST_ACCOUNT)]
    password: Annotated[str, msgspec.Meta(max_length=LONGEST_PASSWORD)]

    def __repr__(self) -> str:
        """Says nothing of what was typed."""
        return "LogIn()"


class LockConsole(ToBridge):
    """Locks this console at once; `idle`: because nobody touched it."""

    idle: bool = False


class Ask(ToBridge):
    """A command; the same `command_id` again is the same command and gets the same receipt."""

    command_id: CommandId
    command: AnyCommand


class AskWhole(ToBridge):
    """Asks for the whole snapshot, after a gap in the deltas or because it is wanted once."""


class Follow(ToBridge):
    """Asks for the whole snapshot now and every delta after it."""


class ShowViews(ToBridge):
    """Names the pictures this window shows now (None: none)."""

    views: SetViews | None


class AskHistory(ToBridge):
    """Asks for a page of the lines' history; `question` comes back with it."""

    question: int
    wanted: HistoryWanted


class AskLines(ToBridge):
    """Asks for lines of the running session's log; `question` comes back with them."""

    question: int
    wanted: LinesWanted


class FromBridge(msgspec.Struct, frozen=True, kw_only=True, tag_field="say", tag=kebab):
    """Base of what the bridge says."""


class Accepted(FromBridge):
    client_id: str
    standing: ConsoleStanding = ConsoleStanding()


class StandingTold(FromBridge):
    """How this console stands from now on; `ticket` stands for the login after a lost link (empty: as before)."""

    standing: ConsoleStanding
    ticket: str = ""


class LoginRefused(FromBridge):
    """The last `LogIn` changed nothing; `wait_seconds` have to pass before the next is compared."""

    fault: LoginFault
    wait_seconds: int = 0


class Refused(FromBridge):
    """The last message of a link: why it ends, as a kind and as one sentence."""

    refusal: Refusal
    text: str


class WholeSent(FromBridge):
    whole: Whole


class DeltaSent(FromBridge):
    delta: Delta


class ReceiptGiven(FromBridge):
    receipt: Receipt


class HistorySent(FromBridge):
    question: int
    page: HistoryPage


class LinesSent(FromBridge):
    question: int
    page: LinesPage


AnyToBridge = Hello | LogIn | LockConsole | Ask | AskWhole | Follow | ShowViews | AskHistory | AskLines
AnyFromBridge = (
    Accepted | StandingTold | LoginRefused | Refused | WholeSent | DeltaSent | ReceiptGiven | HistorySent | LinesSent
)

_encoder = msgspec.json.Encoder()
_to_bridge = msgspec.json.Decoder(AnyToBridge)
_from_bridge = msgspec.json.Decoder(AnyFromBridge)


def encode(message: AnyToBridge | AnyFromBridge) -> bytes:
    """Returns a message framed for the wire."""
    body = _encoder.encode(message)
    return len(body).to_bytes(_LENGTH_OCTETS, "big") + body


def decode_to_bridge(body: bytes) -> AnyToBridge:
    """Returns a client's message; raises `LinkMalformed`."""
    try:
        return _to_bridge.decode(body)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise LinkMalformed(f"The message is not one of this link: {error}.") from error


def decode_from_bridge(body: bytes) -> AnyFromBridge:
    """Returns a bridge's message; raises `LinkMalformed`."""
    try:
        return _from_bridge.decode(body)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise LinkMalformed(f"The bridge said what this program does not know: {error}.") from error


class Deframer:
    """Cuts the stream of one direction into message bodies of at most `largest` octets."""

    def __init__(self, largest: int) -> None:
        self._largest = largest
        self._held = bytearray()

    def feed(self, octets: bytes) -> list[bytes]:
        """Returns the bodies that are complete now; raises `LinkMalformed` for an announced size beyond the bound."""
        self._held += octets
        bodies: list[bytes] = []
        while len(self._held) >= _LENGTH_OCTETS:
            length = int.from_bytes(self._held[:_LENGTH_OCTETS], "big")
            if length > self._largest:
                raise LinkMalformed(f"A message of {length} octets is announced; at most {self._largest} are taken.")
            if len(self._held) < _LENGTH_OCTETS + length:
                break
            bodies.append(bytes(self._held[_LENGTH_OCTETS : _LENGTH_OCTETS + length]))
            del self._held[: _LENGTH_OCTETS + length]
        return bodies
