"""A shortened instance of the proof of figures: all of them are measured, none is judged."""

import pytest

from tests.prove.figures import figures
from tests.prove.proof import SHORT


@pytest.mark.slow
@pytest.mark.timeout(240)
def test_all_figures_are_measured() -> None:
    outcome = figures(SHORT)

    found = {figure["name"]: figure["measured"] for figure in outcome.facts["figures"]}
    assert all(measured is not None for measured in found.values()), found
    assert len(found) >= 8
