"""How a site's report keeps its name on its way through the core: as the command's id, and back in the answer.

Rule: a report that comes again has the same command id, so that it is written once; its receipt goes to the site too.
"""

from console.effects import AnswerCommand, Receipt
from console.sites.site_messages import WishAnswered
from console.turn import Turn
from console.words import CommandId, SiteId

MARK = ":report:"


def command_id_of(site: SiteId, wish_id: str) -> CommandId:
    """Returns the command id under which a site's report is taken."""
    return f"{site}{MARK}{wish_id}"


def answer(turn: Turn, receipt: Receipt) -> None:
    """Sends a receipt to whoever asked, and to the site whose report it was."""
    turn.do(AnswerCommand(receipt=receipt))
    site, mark, wish_id = receipt.command_id.partition(MARK)
    if mark and site in turn.state.directory:
        turn.send(site, WishAnswered(wish_id=wish_id, outcome=receipt.outcome, reason=receipt.reason))
