"""What a console is told of its own login: whether one is asked for, who is logged in, what the console may do.

Rule: the bridge works this out from the store and the link's own login, never from a message; a window shows it and
decides nothing by it.
"""

import msgspec

from console.accounts.account import Account, AccountRole, actor_of, locked_actor
from console.commands import Actor
from console.words import OPERATORS, DelegatedRight, Origin, Role, SiteId


class ConsoleStanding(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """How a console stands; the defaults are those of an installation without accounts."""

    asked: bool = False
    """Operating asks for a login."""
    locked: bool = False
    """Controls are covered: somebody locked the console, or nobody has logged in (`account` is empty then)."""
    account: str = ""
    name: str = ""
    role: Role = Role.OPERATOR
    rights: tuple[DelegatedRight, ...] = ()
    """A delegated operator's, as long as they hold."""
    sites: tuple[SiteId, ...] = ()
    until_ms: int | None = None
    """When the delegation ends."""
    password_not_own: bool = False
    """Whoever made the account still knows its password."""
    idle_minutes: int = 0
    """After so many without a key or a pointer the console locks itself; 0: never."""

    @property
    def keeps_office(self) -> bool:
        """Tells whether who is at the console may write what the office keeps."""
        return not self.asked or self.role in OPERATORS

    @property
    def keeps_accounts(self) -> bool:
        """Tells whether who is at the console may change accounts; the first administrator is made by anybody."""
        return not self.asked or (self.role is Role.ADMINISTRATOR and not self.locked)


class ConsoleLogin:
    """The login of one link: as whom, and whether it is locked."""

    def __init__(self, person: str, origin: Origin) -> None:
        """`person` is the name that was asked for; it counts only while there are no accounts."""
        self._person, self.origin = person, origin
        self.account = ""
        """Empty: nobody has logged in here."""
        self.locked = False
        self.ticket = ""

    def begin(self, account: str, ticket: str, *, locked: bool) -> None:
        """Takes a login."""
        self.account, self.ticket, self.locked = account, ticket, locked

    def actor(self, account: Account | None, wall_ms: int, *, asked: bool) -> Actor:
        """Returns who acts here now; `account` is the row of this login's account as it stands."""
        if not asked:
            return Actor(person=self._person, role=Role.OPERATOR, origin=self.origin)
        if account is None or account.disabled_ms is not None:
            return locked_actor(None, self.origin)
        return locked_actor(account, self.origin) if self.locked else actor_of(account, self.origin, wall_ms)

    def standing(self, account: Account | None, wall_ms: int, *, asked: bool, idle_minutes: int) -> ConsoleStanding:
        """Returns what the console is told."""
        if not asked:
            return ConsoleStanding()
        actor = self.actor(account, wall_ms, asked=True)
        if not actor.account or account is None:
            return ConsoleStanding(asked=True, locked=True, role=Role.LOCKED_CONSOLE, idle_minutes=idle_minutes)
        scope, given = actor.scope, account.delegated_at(wall_ms)
        delegated = account.role is AccountRole.DELEGATED and given is not None
        return ConsoleStanding(
            asked=True,
            locked=self.locked,
            account=account.account,
            name=account.name,
            role=actor.role,
            rights=() if scope is None else scope.rights,
            sites=() if scope is None else scope.sites,
            until_ms=given.until_ms if delegated and given is not None else None,
            password_not_own=not account.personal,
            idle_minutes=idle_minutes,
        )
