"""A client's side of its login: how the bridge said that this console stands, and the ticket that outlives a lost link.

Rule: a ticket is kept in memory alone; whoever wants it kept longer asks for it and puts it away.
"""

import asyncio
from collections.abc import Callable

from console.accounts.account import Failed
from console.accounts.standing import ConsoleStanding
from hardware.link.link_codec import LoginRefused, StandingTold

ANSWER_SECONDS = 20.0
"""A comparison takes 0.1 s of one thread, and others may wait before it on a busy machine."""


class ClientLogin:
    """The login of one link and of those that follow it after a lost one."""

    def __init__(self, ticket: str, on_standing: Callable[[ConsoleStanding], None] | None) -> None:
        self.ticket = ticket
        self.standing = ConsoleStanding()
        """As the bridge said last."""
        self._on_standing = on_standing
        self._waiting: asyncio.Future[Failed | None] | None = None

    async def answered(self, send: Callable[[], None]) -> Failed | None:
        """Sends a login and returns why it was refused; one at a time. Raises `TimeoutError`."""
        self._waiting = asyncio.get_running_loop().create_future()
        try:
            send()
            async with asyncio.timeout(ANSWER_SECONDS):
                return await self._waiting
        finally:
            self._waiting = None

    def stand(self, standing: ConsoleStanding) -> None:
        """Takes how this console stands."""
        self.standing = standing
        if self._on_standing:
            self._on_standing(standing)

    def take(self, message: StandingTold | LoginRefused) -> None:
        """Takes what the bridge says of a login."""
        if isinstance(message, LoginRefused):
            self._settle(Failed(message.fault, message.wait_seconds))
            return
        self.ticket = message.ticket or self.ticket
        self.stand(message.standing)
        if message.ticket:
            self._settle(None)

    def lose(self, why: Exception) -> None:
        """Ends what waits for an answer: the link is gone."""
        if self._waiting is not None and not self._waiting.done():
            self._waiting.set_exception(why)

    def _settle(self, answer: Failed | None) -> None:
        if self._waiting is not None and not self._waiting.done():
            self._waiting.set_result(answer)
