"""What an engine reports of sites that harm the bridge's machine: a part of the engine port."""

from console.engine_base import Report
from console.words import Misconduct, SiteId


class SiteMisbehaved(Report):
    """An edge: what a site is put off or named for from now on, all of it; empty: nothing any more.

    For a flood all its media is dropped, for its picture its pictures; it is taken back by the engine itself.
    """

    site: SiteId
    misconduct: tuple[Misconduct, ...]
