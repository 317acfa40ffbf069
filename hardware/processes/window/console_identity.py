"""Under whose login the commands go that a window runs: the account's that is logged in at it, and nobody's else.

Rule: the ticket is handed on through the environment of this process, which no other account of the machine can read,
and never on a command line; locked, or logged out, there is none.
"""

import os
from collections.abc import Callable

from console.accounts.standing import ConsoleStanding
from console.command_line.accounts.login_file import TICKET_VARIABLE

Show = Callable[[ConsoleStanding], None]


def standing_taker(present: Callable[[], tuple[str, Show, Show]]) -> Show:
    """Returns what takes a console's standing: for the commands of this process, and for whatever shows it.

    `present` gives the login's ticket and who shows a standing, looked up when one comes: they are made after the link.
    """

    def take(standing: ConsoleStanding) -> None:
        ticket, *shown = present()
        stand_under(standing, ticket)
        for show in shown:
            show(standing)

    return take


def stand_under(standing: ConsoleStanding, ticket: str) -> None:
    """Lets the commands of this process go under a login's ticket; under none when it is locked or ended."""
    if standing.asked and not standing.locked and ticket:
        os.environ[TICKET_VARIABLE] = ticket
    else:
        os.environ.pop(TICKET_VARIABLE, None)
