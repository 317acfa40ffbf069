"""The promises about cameras: the whole camera bench against the shipped simulators.

Rule: a figure that was measured beside strangers is shown, and does not count either way.
"""

from tests.bench.cameras.camera_bench import CameraPlan, measure_cameras
from tests.prove.proof import Outcome, Proof


def cameras(share: float) -> Outcome:
    """Measures everything."""
    findings = measure_cameras(CameraPlan(quick=share < 1))
    return Outcome(findings.to_builtins(), findings.not_held, findings.table())


PROMISE = "No camera is said to have done what it did not do, and none runs away."

CAMERAS = Proof("cameras", PROMISE, cameras, minutes=10)
