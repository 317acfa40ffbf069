"""The promises about crowds: the whole media bench, beside the engines that one would take instead, in the same run.

Rule: a figure that was measured beside strangers is shown, and does not count either way. `share` below one is a short
run of each scenario; a tenth of one scenario says nothing about two hundred sites.
"""

from functools import partial

from tests.bench.media.curves import draw
from tests.bench.media.media_bench import QUICK, MediaPlan, measure_media
from tests.prove.proof import Outcome, Proof


def media(share: float) -> Outcome:
    """Measures everything."""
    findings = measure_media(MediaPlan() if share >= 1 else QUICK)
    drawing = partial(draw, findings.engine_curves) if findings.engine_curves else None
    return Outcome(findings.to_builtins(), findings.not_held, findings.table(), drawing)


PROMISE = "Two hundred sites on two cores, each seen and heard, no dearer than other engines with the same load."

MEDIA = Proof("media", PROMISE, media, minutes=30)
