"""Fixtures of the processes' tests: a fresh data folder, with fixed ports where a keeper starts the bridge."""

from collections.abc import Generator
from pathlib import Path

import pytest

from tests.end_to_end.meeting import Folder, new_folder


@pytest.fixture
def folder(tmp_path: Path) -> Generator[Folder]:
    """A data folder with three sites and ports of its own; nothing runs."""
    with new_folder(tmp_path, sites=3, fixed_ports=True) as made:
        yield made
