"""Moves of cameras under way and lately, as the core keeps them between two messages: never in the log."""

from console.commands import CommandId, CommandRequest
from console.fixed import Fixed
from console.words import SiteId


class Moving(Fixed):
    """A recall under way."""

    command_id: CommandId
    preset: str


class AutoMove(Fixed):
    """A preset to which the program brought a camera by itself."""

    preset: str
    at_ms: int


class Cover(Fixed):
    """The main endpoint's picture in the place of a camera on air that moves."""

    command_id: CommandId
    site: SiteId
    until_ms: int


class DriveNow(Fixed):
    """A move by hand; it ends at `until_ms` unless it is asked for again."""

    request: CommandRequest
    since_ms: int
    until_ms: int
