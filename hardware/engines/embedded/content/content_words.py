"""What the driver tells a content player, and the player the driver."""

import msgspec

from console.engine_base import Report


class ContentOrders(msgspec.Struct, frozen=True, kw_only=True):
    """The one line a player reads from its standard input before anything else."""

    link_port: int
    token: str
    doorway_port: int
    doorway_token: str
    number: int
    path: str = ""
    """Empty: the window or the screen."""
    window: str = ""
    """Empty: the screen."""
    screen: str = ""
    """Empty: all of it."""


class ContentReady(Report):
    """A player's first frame; proves with the token that it is the one that was started."""

    token: str
