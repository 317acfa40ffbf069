"""The promised figures: the whole live bench with all its repetitions.

Rule: a figure that was measured beside strangers is shown, and does not count either way.
"""

from tests.bench.live import LivePlan, measure_live
from tests.prove.proof import Outcome, Proof

SITES = 36
SHORTEST = LivePlan(
    sites=3, seconds=2, mutes=2, podiums=2, unprepared_podiums=1, starts=1, curve=False, patience_seconds=0
)


def figures(share: float) -> Outcome:
    """Measures everything."""
    findings = measure_live(LivePlan(sites=SITES) if share >= 1 else SHORTEST)
    return Outcome(findings.to_builtins(), findings.not_held, findings.table())


FIGURES = Proof("figures", "36 sites on two cores keep every promised figure.", figures, minutes=6)
