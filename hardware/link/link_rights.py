"""Who may say which message on the link between the bridge and its windows: one row for each, read by the gate itself.

Rule: what has no row is nobody's. A row says at which stage of a link a message counts, and from whom: where there are
accounts, who is behind a link is known by its login. Which commands an accepted client may give with `Ask` stands in
the table of commands (`console/control/command_rights`). To see the meeting nobody has to log in: a locked console
shows alarms and pictures as ever.
"""

from enum import Enum, auto
from typing import NamedTuple

from console.words import AT_CONSOLES, Role
from hardware.link.link_codec import (
    Ask,
    AskHistory,
    AskLines,
    AskWhole,
    Follow,
    Hello,
    LockConsole,
    LogIn,
    ShowViews,
    ToBridge,
)


class LinkStage(Enum):
    """How far the bridge knows who is at the other end."""

    STRANGER = auto()
    ACCEPTED = auto()
    """It showed the running bridge's token, and said who operates."""


ON_LINKS = AT_CONSOLES | {Role.VIEWER}
"""Every role that there is at the end of a link."""


class LinkRight(NamedTuple):
    """At which stage a message counts, and for whom."""

    stage: LinkStage
    roles: frozenset[Role] = ON_LINKS


_ALL = LinkRight(LinkStage.ACCEPTED)

LINK_RIGHTS: dict[type[ToBridge], LinkRight] = {
    Hello: LinkRight(LinkStage.STRANGER),
    LogIn: _ALL,
    LockConsole: LinkRight(LinkStage.ACCEPTED, ON_LINKS - {Role.LOCKED_CONSOLE}),
    Ask: _ALL,
    AskWhole: _ALL,
    Follow: _ALL,
    ShowViews: _ALL,
    AskHistory: _ALL,
    AskLines: _ALL,
}
