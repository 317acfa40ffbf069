"""Lists what of this machine may be shown as content, in a process of its own: the console's window asks it too."""

import sys

import msgspec

from console.command_line.exits import Exit
from console.content.content_choices import ContentChoices
from hardware.desktop.desktop import NoDesktop, open_desktop


def list_choices() -> int:
    """Prints the `ContentChoices` of this machine; returns the exit code."""
    sys.stdout.write(msgspec.json.encode(content_choices()).decode() + "\n")
    return Exit.DONE


def content_choices() -> ContentChoices:
    """Returns the windows and screens of this desktop, or why there are none."""
    try:
        desktop = open_desktop()
    except NoDesktop as trouble:
        return ContentChoices(trouble=str(trouble))
    try:
        return ContentChoices(
            windows=tuple(sorted(window.title for window in desktop.windows())),
            screens=tuple(screen.name for screen in desktop.screens()),
        )
    finally:
        desktop.close()
