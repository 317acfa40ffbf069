"""A shortened instance of the proof by a frozen window: five seconds, a few sites."""

import sys

import pytest

from tests.prove.frozen_window import frozen_window
from tests.prove.proof import SHORT


@pytest.mark.slow
@pytest.mark.timeout(300)
@pytest.mark.skipif(sys.platform == "win32", reason="a process is stopped by a signal")
def test_a_window_that_stands_still_disturbs_nobody_and_comes_back() -> None:
    outcome = frozen_window(SHORT)

    assert outcome.held, outcome.faults
    assert outcome.facts["commands"] > 0
