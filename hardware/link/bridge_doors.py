"""What the link needs of the bridge: commands, state, the past, and the accounts with which one logs in.

Rule: the link knows no store and no core; a bridge that keeps no history, no log and no accounts leaves them out.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Protocol

from console.accounts.account import Account, Failed, LoginFault
from console.accounts.standing import ConsoleLogin
from console.commands import CommandRequest
from console.effects import Receipt
from console.engine_port import SetViews
from console.lines.line_history import HistoryPage, HistoryWanted, LinesPage, LinesWanted
from console.snapshot import Delta, Whole


class AccountDoor(Protocol):
    """The accounts of an installation, as the links of its bridge ask for them; used on the bridge's loop."""

    @property
    def asked(self) -> bool:
        """Tells whether operating asks for a login."""
        ...

    @property
    def idle_minutes(self) -> int:
        """After so many minutes a console locks itself; 0: never."""
        ...

    def wall_ms(self) -> int:
        """Returns the wall clock, by which delegations end."""
        ...

    def account(self, account: str) -> Account | None:
        """Returns an account as it stands now."""
        ...

    def resume(self, login: ConsoleLogin, ticket: str) -> None:
        """Takes up a login that was made before; a ticket that has ended changes nothing."""
        ...

    async def log_in(self, login: ConsoleLogin, account: str, password: str) -> Failed | None:
        """Proves an account and begins its login; returns why not."""
        ...

    def lock(self, login: ConsoleLogin, *, idle: bool) -> None:
        """Locks a login."""
        ...


class NoAccounts:
    """Of a bridge without accounts: everybody who has its token operates under the name that was asked for."""

    asked = False
    idle_minutes = 0

    def wall_ms(self) -> int:
        """Returns no moment, for none is needed."""
        return 0

    def account(self, account: str) -> Account | None:
        """Knows none."""
        return None

    def resume(self, login: ConsoleLogin, ticket: str) -> None:
        """Takes up none."""

    async def log_in(self, login: ConsoleLogin, account: str, password: str) -> Failed | None:
        """Compares nothing."""
        return Failed(LoginFault.NOT_IN_FORCE)

    def lock(self, login: ConsoleLogin, *, idle: bool) -> None:
        """Locks nothing, for nobody could unlock it."""


async def no_history(wanted: HistoryWanted) -> HistoryPage:
    """Answers for a bridge that keeps no history."""
    return HistoryPage(session=None, from_ms=wanted.from_ms, until_ms=wanted.until_ms, step_ms=wanted.step_ms)


async def no_lines(_wanted: LinesWanted) -> LinesPage:
    """Answers for a bridge whose log is not read."""
    return LinesPage(session=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class BridgeDoors:
    """What the link needs of the bridge; `subscribe` calls back on the loop at every published delta.

    `read_history` and `read_lines` look into the past beside the loop; a bridge that keeps none leaves them out.
    """

    ask: Callable[[CommandRequest], Awaitable[Receipt]]
    whole: Callable[[], Whole]
    subscribe: Callable[[Callable[[Delta], None]], Callable[[], None]]
    set_views: Callable[[str, SetViews | None], None]
    read_history: Callable[[HistoryWanted], Awaitable[HistoryPage]] = no_history
    read_lines: Callable[[LinesWanted], Awaitable[LinesPage]] = no_lines
    accounts: AccountDoor = field(default_factory=NoAccounts)
