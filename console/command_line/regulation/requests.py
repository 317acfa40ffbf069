"""What somebody typed after `profile` and `duties`, as frozen values."""

from pathlib import Path

from console.command_line.requests import Request


class RegulationRequest(Request):
    """Base of the requests about regulations; where one changes something, `person` and `reason` are kept with it."""


class ListProfiles(RegulationRequest):
    """`json`: as one line of `ProfileOffer`s."""

    json: bool = False


class ShowProfile(RegulationRequest):
    """`profile` is a shipped profile or a file; None: the one in use."""

    profile: str | None


class CheckProfile(RegulationRequest):
    file: Path


class UseProfile(RegulationRequest):
    """`mute` is the rule chosen where the profile leaves it open."""

    profile: str
    mute: str | None
    person: str
    reason: str


class PutOverlay(RegulationRequest):
    """`file` is the overlay; None: the one in use is taken away."""

    file: Path | None
    person: str
    reason: str


class ListCalendar(RegulationRequest):
    """`year` None: the years from this one on."""

    year: int | None


class SetDay(RegulationRequest):
    """`day` as `YYYY-MM-DD`; `work` is off, worked, or as the program has it (shipped)."""

    day: str
    work: str
    name: str
    person: str
    reason: str


class ConfirmYear(RegulationRequest):
    """The official notice for a year is in the calendar."""

    year: int
    person: str
    reason: str


class ListDuties(RegulationRequest):
    """What is None is not asked for."""

    province: str | None
    status: str | None
    feature: str | None
    json: bool
