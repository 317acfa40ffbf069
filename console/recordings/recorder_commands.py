"""What people may ask of the recording itself; permission is noted first, by `notes.recording_commands`."""

from console.command import Command


class StartRecording(Command):
    """Records the program from now on, as a new part."""


class PauseRecording(Command):
    """Ends the part; `resume-recording` begins the next one."""


class ResumeRecording(Command):
    """Goes on with a paused recording, as a new part."""


class StopRecording(Command):
    """Ends the recording."""


class TakePicture(Command):
    """Keeps one picture of the program as a file."""

    note: str = ""


RecorderCommand = StartRecording | PauseRecording | ResumeRecording | StopRecording | TakePicture
