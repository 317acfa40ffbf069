"""A shortened instance of the proof by bad sites: a flood and a picture that never keeps its size, in one meeting."""

import pytest

from tests.prove.bad_site.bad_site import bad_site
from tests.prove.proof import SHORT


@pytest.mark.slow
@pytest.mark.timeout(300)
def test_bad_sites_are_named_and_nobody_else_is() -> None:
    outcome = bad_site(SHORT)

    assert outcome.held, outcome.faults
    assert outcome.facts["during"]["slowest_frames_per_second"] > 1
    assert not outcome.facts["failed"]
