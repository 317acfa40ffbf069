"""What the console's window remembers from one start to the next: what stands on which screen, language, size.

Rule: facts only; who keeps them, and where, is not said here. A field that an older or newer program does not know is
left out, never an error.
"""

from enum import StrEnum

import msgspec


class Contrast(StrEnum):
    """How far the windows' colours are apart."""

    NORMAL = "normal"
    HIGH = "high"
    """Every text at 7:1 or more, opaque grounds, drawn edges."""


class AlarmBeat(StrEnum):
    """How an alarm that nobody has taken shows itself."""

    QUICK = "quick"
    """Flashes once a second."""
    CALM = "calm"
    """Takes turns between filled and outlined every two seconds."""


class ScreenUse(StrEnum):
    """What one of the machine's screens is for, beside the console."""

    PROGRAM = "program"
    """The program's picture for the hall."""
    CHAIR = "chair"
    """The chair's view."""
    CONTENT = "content"
    """Content alone, beside the program."""


class ScreenMark(msgspec.Struct, frozen=True, kw_only=True):
    """By what a screen is recognised when it is plugged in again; empty: its maker does not say."""

    name: str
    """The connector, as the system calls it: `HDMI-1`, `\\\\.\\DISPLAY2`."""
    maker: str = ""
    model: str = ""
    serial: str = ""
    width: int = 0
    height: int = 0
    """Physical pixels."""


class ScreenChoice(msgspec.Struct, frozen=True, kw_only=True):
    """What somebody wants on a screen, there or not."""

    screen: ScreenMark
    use: ScreenUse
    open: bool = True
    """False: closed by hand; the choice stays for the next opening."""


class WindowMemory(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """All of it; None where nothing was ever chosen."""

    screens: tuple[ScreenChoice, ...] = ()
    language: str | None = None
    size: tuple[int, int] | None = None
    """Width and height of the console in logical pixels, as it was left when it did not fill its screen."""
    headphones: str | None = None
    """Name of the device on which the operator listens; None: that of the settings, else the system's own."""
    contrast: Contrast | None = None
    """None: as the system asks for."""
    alarm_beat: AlarmBeat | None = None
    """None: as the system asks for."""
