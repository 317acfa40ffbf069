"""What people ask of the meeting's script and file while the session runs."""

from console.command import Command
from console.words import Layout, SiteId


class TakeCue(Command):
    """Carries out a cue of the script; those before it that were not taken are left out.

    `site` takes another site to the podium than the script says.
    """

    cue: int
    site: SiteId | None = None


class SkipCue(Command):
    """Leaves out the script's cues up to this one."""

    cue: int


class ReturnCue(Command):
    """Lets the script stand after `cue` again (0: before the first); what undoes `TakeCue` and `SkipCue`.

    With `podium` the podium goes back as by `ReturnToPrevious`; `layout` is set again.
    """

    cue: int
    podium: bool = False
    layout: Layout | None = None


class ReloadMeetingFile(Command):
    """Makes the bridge read the running session's meeting and script again after they were changed in the office."""


MeetingCommand = TakeCue | SkipCue | ReturnCue | ReloadMeetingFile
