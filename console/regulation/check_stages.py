"""The technical checks that a regulation asks for, as the core runs them: which items at which stage, for whom."""

from collections.abc import Iterable

from console.checks.check_words import RECHECK_ITEMS, RUN_ITEMS, CheckItem, CheckStage, StageScope
from console.regulation.before import CheckKind, CheckRule


def check_stages(checks: Iterable[CheckRule]) -> tuple[CheckStage, ...]:
    """Returns the stages of a profile, the earliest first as the profile has them."""
    return tuple(
        CheckStage(stage=rule.stage, scope=StageScope(rule.scope.value), items=_items(rule.kinds)) for rule in checks
    )


def _items(kinds: tuple[CheckKind, ...]) -> tuple[CheckItem, ...]:
    """Returns everything for a full check or a rehearsal, else what is run again."""
    if CheckKind.FULL in kinds or CheckKind.REHEARSAL in kinds:
        return tuple(CheckItem)
    return RUN_ITEMS if CheckKind.RUN in kinds else RECHECK_ITEMS
