"""What the technical check puts into the log: each item's result, the end of a stage, a site's usual values.

Rule: one line for each item and each try; a retest adds a line and takes none away.
"""

from console.checks.check_words import CheckItem, CheckResult, CheckWhy, StageName
from console.entry import Entry
from console.words import SiteId


class CheckBegun(Entry):
    """The bridge began to measure a site."""

    site: SiteId
    stage: StageName


class CheckItemNoted(Entry):
    """What was found of one item: by the bridge (`by` empty) or by a named person."""

    site: SiteId
    stage: StageName
    item: CheckItem
    result: CheckResult
    value: str = ""
    unit: str = ""
    why: CheckWhy | None = None
    note: str = ""
    baseline: str = ""
    delay_ms: int | None = None
    """How late an echo comes back."""
    by: str = ""


class CheckStageClosed(Entry):
    """A check is over and goes to the chair: how many sites passed, and who has not reported."""

    stage: StageName
    passed: int
    with_remarks: int
    failed: int
    not_reported: tuple[SiteId, ...] = ()


class BaselineFrozen(Entry):
    """A site's values of this check are its usual ones from now on; `values` are (item, value)."""

    site: SiteId
    stage: StageName
    values: tuple[tuple[CheckItem, str], ...]


AnyCheckEntry = CheckBegun | CheckItemNoted | CheckStageClosed | BaselineFrozen
