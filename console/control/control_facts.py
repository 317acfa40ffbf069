"""What a site remembers of the commands about other sites that it gave."""

import msgspec

from console.commands import AnyCommand
from console.words import Outcome, Reason


class OrderFacts(msgspec.Struct, frozen=True, kw_only=True):
    """A command about other sites that was given here, and what became of it; `outcome` None: not answered yet."""

    wish_id: str
    command: AnyCommand
    made_ms: int
    outcome: Outcome | None = None
    reason: Reason | None = None
