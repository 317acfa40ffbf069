"""What the conductor may ask of the engine for the technical check, and what it reports; part of the engine port."""

from console.engine_base import Report, Verb
from console.words import SiteId


class TestSound(Verb):
    """Listens to one site for some time and, if a frequency is named, plays a tone over known noise to it alone.

    Answered by one `SoundTested`. A site that is in the mix, or comes into it, gets no tone and the test ends: what the
    others hear never changes. The site must be among the measured ones of `SetListen`.
    """

    __test__ = False

    request_id: str
    site: SiteId
    milliseconds: int
    play_hertz: int | None = None
    listen_hertz: int | None = None
    """Whose level is looked for in what the site sends."""


class TestLine(Verb):
    """Finds out how much a site's line carries from the bridge, by padding on its connection that rises for seconds.

    Answered by one `LineTested`. One test of a site ends the one before; with 0 kbit/s nothing else begins.
    """

    __test__ = False

    request_id: str
    site: SiteId
    most_kilobits: int


class SoundTested(Report):
    """What one `TestSound` came to; levels are dB of full scale, None where there was nothing to measure."""

    request_id: str
    site: SiteId
    frames: int
    """20 ms frames of the site that were heard; 0: it sent nothing."""
    level_db: float | None = None
    """Root mean square over all of it."""
    peak_db: float | None = None
    """The loudest 200 ms."""
    tone_db: float | None = None
    """The strongest moment of the frequency that was listened for; None: it was not there."""
    echo_loss_db: float | None = None
    """How much quieter came back what was played to the site; None: nothing of it was recognised."""
    echo_delay_ms: int | None = None
    echo_limit_db: float | None = None
    """Quieter than this an echo could not have been recognised under what else was heard; None: nothing is known."""


class LineTested(Report):
    """What one `TestLine` came to."""

    request_id: str
    site: SiteId
    kilobits: int | None
    """What arrived at the site in a second; None: it did not answer, or the test was broken off."""
    full: bool = False
    """The line carries no more; else it carries at least this."""
