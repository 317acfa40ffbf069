"""A meeting on a machine with `lo` alone, as in a container without a network."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.own_process import ON_LOOPBACK_ALONE, ROOT, may_make_namespaces, quiet_environment

pytestmark = [pytest.mark.netns, pytest.mark.timeout(150)]


@pytest.mark.skipif(not may_make_namespaces(), reason="no right to make network namespaces")
def test_a_meeting_on_the_loopback_alone(tmp_path: Path) -> None:
    inside = [sys.executable, "-m", "tests.end_to_end.lo_only_meeting", str(tmp_path)]

    run = subprocess.run(
        [*ON_LOOPBACK_ALONE, *inside],
        env=quiet_environment(),
        capture_output=True,
        text=True,
        timeout=140,
        check=False,
        cwd=ROOT,
    )

    assert run.returncode == 0, run.stdout + run.stderr
