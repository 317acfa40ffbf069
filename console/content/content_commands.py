"""What people may ask about content."""

from console.command import Command


class ShowContent(Command):
    """Shows a film to everybody, with its sound; without a path the screen of the bridge's machine."""

    path: str = ""


class EndContent(Command):
    """Takes the content out of the program."""


ContentCommand = ShowContent | EndContent
