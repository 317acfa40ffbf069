"""What people may ask about recording: the host's permission noted, or its refusal."""

from console.command import Command


class PermitRecording(Command):
    """Notes that the host allows the meeting to be recorded; `decided_by` is who allowed it."""

    decided_by: str
    note: str = ""
    """How it was said, or the paper's number."""


class RefuseRecording(Command):
    """Notes that the host allows no recording, or allows it no longer."""

    decided_by: str
    note: str = ""


RecordingCommand = PermitRecording | RefuseRecording
