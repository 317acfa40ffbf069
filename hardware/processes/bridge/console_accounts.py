"""The accounts of a data folder as the bridge's links ask for them: compared beside the loop, told to the register.

Rules: one password is compared at a time, so that guesses cost no memory and no loop; what another process changed in
the store holds within a second, for whoever is logged in too. While the store cannot be read, what was read last holds.
"""

import asyncio
import logging
from collections.abc import Callable

from console.accounts.account import Account, Failed, LoginFault, in_force
from console.accounts.standing import ConsoleLogin
from console.log_book.database import STORE_ERRORS
from console.log_book.logins import Logins
from console.log_book.office_store import OfficeStore
from console.office.account_acts import AccountDeed

_log = logging.getLogger(__name__)


class ConsoleAccounts:
    """The `AccountDoor` of a bridge; used on its loop."""

    def __init__(self, office: OfficeStore, idle_minutes: int, running_session: Callable[[], str | None]) -> None:
        """`running_session` names the session whose package shall hold what is told of logins."""
        self._office, self._logins = office, Logins(office)
        self._running_session = running_session
        self._comparing = asyncio.Lock()
        self._changes = -1
        self._known: dict[str, Account] = {}
        self.idle_minutes = idle_minutes
        self.asked = False
        self.look()

    def look(self) -> bool:
        """Reads the accounts again when somebody wrote to the store; returns whether operating asks for a login."""
        try:
            changes = self._office.accounts.changes()
            if changes != self._changes:
                self._read()
                self._changes = changes
        except STORE_ERRORS as error:  # looked for again in a second
            _log.warning("The accounts cannot be read now, what was read last holds: %s", error)
        return self.asked

    def _read(self) -> None:
        self._known = {each.account: each for each in self._office.accounts.all()}
        self.asked = in_force(self._known.values())

    def wall_ms(self) -> int:
        """Returns the wall clock, by which delegations end."""
        return self._office.wall_ms()

    def account(self, account: str) -> Account | None:
        """Returns an account as it was read last."""
        return self._known.get(account)

    def resume(self, login: ConsoleLogin, ticket: str) -> None:
        """Takes up a login that was made before; a ticket that has ended changes nothing."""
        try:
            found = self._office.accounts.by_ticket(ticket)
            self._read()
        except STORE_ERRORS as error:
            _log.warning("A login cannot be taken up now: %s", error)
            return
        if found is not None:
            login.begin(found[0].account, ticket, locked=found[1])

    async def log_in(self, login: ConsoleLogin, account: str, password: str) -> Failed | None:
        """Proves an account and begins its login; returns why not."""
        async with self._comparing:
            try:
                return await self._log_in(login, account, password)
            except STORE_ERRORS as error:
                _log.warning("Nobody can log in now: %s", error)
                return Failed(LoginFault.STORE)

    async def _log_in(self, login: ConsoleLogin, account: str, password: str) -> Failed | None:
        attempt = self._logins.begin(account, password)
        if isinstance(attempt, Failed):
            return attempt
        right = await asyncio.to_thread(attempt.compare)
        done = self._logins.finish(attempt, right=right, door=login.origin, session=self._session)
        if isinstance(done, Failed):
            return done
        before = login.account
        deed = _deed(login, done.account.account)
        if login.ticket:
            self._office.accounts.end_ticket(login.ticket)
        login.begin(done.account.account, done.ticket, locked=False)
        self._read()
        self._tell(deed, done.account, before if deed is AccountDeed.HANDED_OVER else login.origin)
        return None

    def lock(self, login: ConsoleLogin, *, idle: bool) -> None:
        """Locks a login, also for the link that follows a lost one."""
        known = self._known.get(login.account)
        if known is None or login.locked:
            return
        login.locked = True
        try:
            self._office.accounts.lock_ticket(login.ticket)
            self._tell(AccountDeed.LOCKED_IDLE if idle else AccountDeed.LOCKED, known, login.origin)
        except STORE_ERRORS as error:  # locked it is all the same
            _log.warning("That a console was locked cannot be kept: %s", error)

    def _tell(self, deed: AccountDeed, account: Account, detail: str) -> None:
        self._logins.tell(deed, account.account, account.name, detail=detail, session=self._session)

    @property
    def _session(self) -> str:
        return self._running_session() or ""


def _deed(login: ConsoleLogin, account: str) -> AccountDeed:
    """Returns what a login at this console is: a first one, an unlocking, or somebody else's taking over."""
    if not login.account:
        return AccountDeed.LOGGED_IN
    if login.account != account:
        return AccountDeed.HANDED_OVER
    return AccountDeed.UNLOCKED if login.locked else AccountDeed.LOGGED_IN
