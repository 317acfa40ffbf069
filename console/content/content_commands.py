"""What people may ask about content."""

from console.command import Command
from console.words import SiteId


class ShowContent(Command):
    """Shows a film to everybody, with its sound, or what the bridge's machine shows; the first that is named counts.

    `window` is the title of an open window or a part that no other holds, `screen` the name of one of several screens;
    without any of them the whole screen is shown.
    """

    path: str = ""
    window: str = ""
    screen: str = ""


class LetPresent(Command):
    """Lets a site show its screen or a film of its machine to everybody, until it is taken back."""

    site: SiteId


class EndContent(Command):
    """Takes the content out of the program, and back from a site that was let present."""


ContentCommand = ShowContent | LetPresent | EndContent
