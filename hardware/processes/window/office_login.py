"""Who works at an office window that stands alone, without a bridge to ask: proved over the office store itself.

Rules: the window's commands go under the login's ticket, as the console's do; what another process changes about the
account holds here within two seconds. A login that was made here ends with the window. Nothing of this runs where a
console is: there the bridge decides.
"""

import asyncio
import contextlib
import logging
from collections.abc import Callable, Coroutine
from typing import Any

from console.accounts.account import Failed, LoginFault
from console.accounts.standing import ConsoleLogin, ConsoleStanding
from console.command_line.accounts.login_file import kept_ticket
from console.command_line.exits import BadInput
from console.command_line.files import open_office
from console.data_folder import DataFolder
from console.log_book.database import STORE_ERRORS
from console.log_book.logins import Logins
from console.office.account_acts import AccountDeed
from console.words import Origin
from hardware.processes.window.console_identity import stand_under

LOOK_SECONDS = 2.0
_DOOR = "office"
_log = logging.getLogger(__name__)


class OfficeLogin:
    """The login of one office window; made and used on its loop, the store is opened beside it."""

    def __init__(
        self,
        data: DataFolder,
        show: Callable[[ConsoleStanding], None],
        refuse: Callable[[Failed], None],
        look_seconds: float = LOOK_SECONDS,
    ) -> None:
        """`show` takes who is logged in whenever that changes; `refuse` why a login was not taken."""
        self._data, self._show, self._refuse, self._look_seconds = data, show, refuse, look_seconds
        self._standing: ConsoleStanding | None = None
        self._made = ""
        self._watching: asyncio.Task[None] | None = None
        self._proving: asyncio.Task[None] | None = None

    def begin(self) -> None:
        """Tells who is logged in, now and whenever it changes."""
        self._watching = asyncio.get_running_loop().create_task(self._watch(), name="looks who may use the office")

    def log_in(self, account: str, password: str) -> None:
        """Proves an account; one at a time, a further one is dropped."""
        if self._proving is None or self._proving.done():
            self._proving = asyncio.get_running_loop().create_task(self._prove(account, password))

    async def end(self) -> None:
        """Looks no longer and ends the login that was made here."""
        for task in (self._watching, self._proving):
            if task is not None:
                task.cancel()
                with contextlib.suppress(asyncio.CancelledError):
                    await task
        if self._made:
            await self._beside(asyncio.to_thread(_log_out, self._data, self._made))

    async def _watch(self) -> None:
        while True:
            await self._look()
            await asyncio.sleep(self._look_seconds)

    async def _look(self) -> None:
        found = await self._beside(asyncio.to_thread(_standing, self._data, self._made))
        if found is not None and found != self._standing:
            self._standing = found
            stand_under(found, self._made)
            self._show(found)

    async def _prove(self, account: str, password: str) -> None:
        done = await self._beside(asyncio.to_thread(_log_in, self._data, account, password))
        if done is None or isinstance(done, Failed):
            self._refuse(done or Failed(LoginFault.STORE))
            return
        self._made = done
        await self._look()

    async def _beside(self, reading: Coroutine[Any, Any, Any]) -> Any:
        """Returns what was read; None while the store cannot be."""
        try:
            return await reading
        except (BadInput, *STORE_ERRORS) as error:  # looked for again
            _log.warning("The accounts cannot be read now: %s", error)
            return None


def _standing(data: DataFolder, made: str) -> ConsoleStanding:
    with open_office(data) as office:
        login, asked = ConsoleLogin("", Origin.WINDOW), office.accounts.in_force()
        found = office.accounts.by_ticket(made or kept_ticket(data))
        if found is not None and not found[1]:
            login.begin(found[0].account, made, locked=False)
        return login.standing(None if found is None else found[0], office.wall_ms(), asked=asked, idle_minutes=0)


def _log_in(data: DataFolder, account: str, password: str) -> str | Failed:
    with open_office(data) as office:
        done = Logins(office).log_in(account, password, _DOOR)
        return done if isinstance(done, Failed) else done.ticket


def _log_out(data: DataFolder, ticket: str) -> None:
    with open_office(data) as office:
        if (found := office.accounts.by_ticket(ticket)) is not None:
            office.accounts.end_ticket(ticket)
            Logins(office).tell(AccountDeed.LOGGED_OUT, found[0].account, found[0].name, detail=_DOOR)
