"""What people may ask about the technical check."""

from console.checks.check_words import CheckItem, CheckResult, StageName
from console.command import Command
from console.words import SiteId


class RunSiteCheck(Command):
    """Measures sites for one stage of the technical check, a few at a time; without `sites` all whom it is for.

    With `only_failed` nothing is measured again that was in order.
    """

    stage: StageName = ""
    """Empty: the first that the profile asks for."""
    sites: tuple[SiteId, ...] = ()
    only_failed: bool = False


class StopSiteChecks(Command):
    """Ends what is being measured; what was not measured stays open."""


class TickCheckItem(Command):
    """Says what a named person found of one item of a check."""

    site: SiteId
    item: CheckItem
    result: CheckResult
    stage: StageName = ""
    value: str = ""
    note: str = ""
    by: str = ""
    """Who found it; empty: whoever gives the command."""


class CloseCheckStage(Command):
    """Ends a stage of the check: its results go to the chair, with those who have not reported."""

    stage: StageName = ""


class FreezeBaseline(Command):
    """Makes the values of a site's passed check its usual ones, with which later checks compare."""

    site: SiteId
    stage: StageName = ""
