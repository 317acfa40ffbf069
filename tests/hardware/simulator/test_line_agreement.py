"""The relay in user space does to real datagrams what Linux' own `tc netem` does, where the kernel has that."""

import functools
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
MEASURE = [sys.executable, "-m", "tests.hardware.simulator.line_measure"]
LOSS, DELAY_MS, JITTER_MS, DUPLICATE = 5, 40, 15, 2
NETEM = f"netem delay {DELAY_MS}ms {JITTER_MS}ms loss {LOSS}% duplicate {DUPLICATE}%"


def measured(command: list[str]) -> dict[str, float]:
    done = subprocess.run(command, capture_output=True, timeout=50, cwd=ROOT, check=True)
    return json.loads(done.stdout)


@functools.cache
def over_the_relay() -> dict[str, float]:
    line = ["--loss", str(LOSS), "--delay", str(DELAY_MS), "--jitter", str(JITTER_MS), "--duplicate", str(DUPLICATE)]
    return measured([*MEASURE, *line])


@functools.cache
def why_no_netem() -> str:
    """Returns why a namespace with netem cannot be made here, an empty text when it can."""
    missing = [tool for tool in ("unshare", "ip", "tc") if shutil.which(tool) is None]
    if missing:
        return f"netem needs {', '.join(missing)}"
    tried = subprocess.run(in_namespace("true"), capture_output=True, text=True, timeout=20, check=False)
    return f"no network namespace with netem here ({tried.stderr.strip()})" if tried.returncode else ""


def in_namespace(command: str) -> list[str]:
    flags = "-n" if os.geteuid() == 0 else "-rn"
    return ["unshare", flags, "sh", "-ec", f"ip link set lo up; tc qdisc add dev lo root {NETEM}; exec {command}"]


def test_real_datagrams_meet_what_was_asked_for() -> None:
    relay = over_the_relay()
    assert LOSS - 1.5 < relay["loss_percent"] < LOSS + 1.5
    assert DUPLICATE - 1 < relay["doubled_percent"] < DUPLICATE + 1
    assert DELAY_MS - 4 < relay["delay_p50_ms"] < DELAY_MS + 12
    assert relay["delay_p90_ms"] - relay["delay_p10_ms"] > JITTER_MS
    assert relay["overtaken_percent"] > 10


@pytest.mark.netns
def test_the_kernel_agrees() -> None:
    if why := why_no_netem():
        pytest.skip(why)
    relay, kernel = over_the_relay(), measured(in_namespace(" ".join(MEASURE)))
    assert relay["loss_percent"] == pytest.approx(kernel["loss_percent"], abs=2)
    assert relay["doubled_percent"] == pytest.approx(kernel["doubled_percent"], abs=1.5)
    assert relay["mean_burst"] == pytest.approx(kernel["mean_burst"], abs=0.3)
    for share in ("delay_p10_ms", "delay_p50_ms", "delay_p90_ms"):
        assert relay[share] == pytest.approx(kernel[share], abs=8)
