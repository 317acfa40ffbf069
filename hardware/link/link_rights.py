"""Who may say which message on the link between the bridge and its windows: one row for each, read by the gate itself.

Rule: what has no row is nobody's. A row says only at which stage of a link a message counts; which commands an
accepted client may give with `Ask` stands in the table of commands (`console/control/command_rights`).
"""

from enum import Enum, auto

from hardware.link.link_codec import Ask, AskHistory, AskLines, AskWhole, Follow, Hello, ShowViews, ToBridge


class LinkStage(Enum):
    """How far the bridge knows who is at the other end."""

    STRANGER = auto()
    ACCEPTED = auto()
    """It showed the running bridge's token, and said who operates."""


LINK_RIGHTS: dict[type[ToBridge], LinkStage] = {
    Hello: LinkStage.STRANGER,
    Ask: LinkStage.ACCEPTED,
    AskWhole: LinkStage.ACCEPTED,
    Follow: LinkStage.ACCEPTED,
    ShowViews: LinkStage.ACCEPTED,
    AskHistory: LinkStage.ACCEPTED,
    AskLines: LinkStage.ACCEPTED,
}
