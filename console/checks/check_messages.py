"""What the bridge and a site's program say to each other about the technical check; part of the control messages."""

from console.checks.check_words import CheckItem, CheckResult, StageName
from console.sites.site_message import FromSite, ToSite


class TestSiteSound(ToSite):
    """Asks the site's program to send a tone in place of its microphone, or to measure one in what it receives.

    Sent only while the bridge alone listens; a site whose microphone is open plays none. Answered by `SiteSoundTested`.
    """

    __test__ = False

    request_id: str
    milliseconds: int
    play_hertz: int | None = None
    listen_hertz: int | None = None


class TestSiteLine(ToSite):
    """Asks the site to find out how much its line carries to the bridge, by padding that rises for some seconds.

    Never sent in an official session, nor to a site whose microphone is open; with 0 kbit/s a test that runs ends.
    Answered by `SiteLineTested`.
    """

    __test__ = False

    request_id: str
    most_kilobits: int


class ShowCheck(ToSite):
    """Tells the site which items of a check its own technician may tick, and what was ticked so far."""

    stage: StageName = ""
    """Empty: none."""
    items: tuple[CheckItem, ...] = ()
    results: tuple[CheckResult, ...] = ()
    """One for each item."""


class SiteSoundTested(FromSite):
    """What a site's program heard of the bridge's tone, or that it has sent its own."""

    request_id: str
    frames: int
    """20 ms frames that were received (or sent); 0: nothing came, or the tone could not be sent."""
    level_db: float | None = None
    peak_db: float | None = None
    tone_db: float | None = None


class SiteLineTested(FromSite):
    """What the site's line carried to the bridge."""

    request_id: str
    kilobits: int | None
    """None: the bridge did not answer, or the test was broken off."""
    full: bool = False
    """The line carries no more; else it carries at least this."""


class TickCheck(FromSite):
    """What the site's technician found of one item of the check that is shown."""

    wish_id: str
    stage: StageName
    item: CheckItem
    result: CheckResult
    note: str = ""
    by: str = ""
    """The technician's name."""
