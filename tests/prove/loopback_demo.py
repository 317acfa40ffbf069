"""The demo's scripted meeting on a machine with `lo` alone: everything it asks for has to be seen.

Rule: run as a new user would, without a screen, in a fresh network namespace.
"""

import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from tests.own_process import MAIN_FILE, ON_LOOPBACK_ALONE, ROOT, quiet_environment
from tests.prove.proof import Outcome, Proof, shortened

SITES = 36
LONGEST_SECONDS = 400


def loopback_demo(share: float) -> Outcome:
    """Runs the demo."""
    sites = shortened(SITES, share, least=3)
    with tempfile.TemporaryDirectory(prefix="diem-cau-demo-") as folder:
        out = Path(folder) / "out"
        command = [sys.executable, str(MAIN_FILE), "demo", "--headless", "--sites", str(sites)]
        began = time.monotonic()
        run = subprocess.run(
            [*ON_LOOPBACK_ALONE, *command, "--data", str(Path(folder) / "data"), "--out", str(out)],
            env=quiet_environment(),
            capture_output=True,
            text=True,
            timeout=LONGEST_SECONDS,
            check=False,
            cwd=ROOT,
        )
        facts: dict[str, Any] = {
            "sites": sites,
            "seconds": round(time.monotonic() - began),
            "exit_code": run.returncode,
            "pictures": sorted(path.name for path in out.glob("*.png")),
            "measured_ms": _measured(out / "measured.json"),
        }
    faults = (
        ()
        if run.returncode == 0
        else (f"the demo ended with {run.returncode}: {run.stdout[-400:]}{run.stderr[-400:]}",)
    )
    return Outcome(facts, faults)


def _measured(path: Path) -> dict[str, int]:
    measured: dict[str, int] = json.loads(path.read_bytes()) if path.exists() else {}
    return measured


DEMO = Proof(
    "demo-on-loopback",
    "A whole scripted meeting of 36 sites runs on a machine that has nothing but its loopback.",
    loopback_demo,
    minutes=2,
)
