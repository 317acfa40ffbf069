"""How a site's report keeps its name on its way through the core: as the command's id, and back in the answer.

Rule: a report that comes again has the same command id, so that it is written once; its receipt goes to the site too.
A site asks as often as a person can; what a wild program asks beyond that is ignored.
"""

from console.effects import AnswerCommand, Receipt
from console.sites.site_messages import WishAnswered
from console.turn import Turn
from console.words import CommandId, SiteId

MARK = ":report:"
WISHES, WISHES_MS = 5, 1000
"""How many wishes of one site are taken in how many milliseconds."""


def command_id_of(site: SiteId, wish_id: str) -> CommandId:
    """Returns the command id under which a site's report is taken."""
    return f"{site}{MARK}{wish_id}"


def answer(turn: Turn, receipt: Receipt) -> None:
    """Sends a receipt to whoever asked, and to the site whose report it was."""
    turn.do(AnswerCommand(receipt=receipt))
    site, mark, wish_id = receipt.command_id.partition(MARK)
    if mark and site in turn.state.directory:
        turn.send(site, WishAnswered(wish_id=wish_id, outcome=receipt.outcome, reason=receipt.reason))


def not_too_many(turn: Turn, site: SiteId) -> bool:
    """Returns whether a site's wishes are as many as a person's; what a wild program asks beyond is ignored."""
    now_ms = turn.now.monotonic_ms
    lately = tuple(known for known in turn.state.wishes if now_ms - known[1] < WISHES_MS)
    turn.change(wishes=lately)
    if sum(known == site for known, _ in lately) >= WISHES:
        return False
    turn.change(wishes=(*lately, (site, now_ms)))
    return True
