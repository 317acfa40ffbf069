"""A shortened instance of the proof that the demo needs nothing but the loopback."""

import pytest

from tests.own_process import may_make_namespaces
from tests.prove.loopback_demo import loopback_demo
from tests.prove.proof import SHORT


@pytest.mark.slow
@pytest.mark.netns
@pytest.mark.skipif(not may_make_namespaces(), reason="no right to make network namespaces")
@pytest.mark.timeout(200)
def test_the_demo_runs_on_the_loopback_alone() -> None:
    outcome = loopback_demo(SHORT)

    assert outcome.held, outcome.faults
    assert len(outcome.facts["pictures"]) >= 7
