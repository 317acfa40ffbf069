"""A command line over a fresh data folder."""

from pathlib import Path

import pytest

from tests.console.command_line.typed import CommandLine


@pytest.fixture
def typed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> CommandLine:
    return CommandLine(tmp_path / "data", capsys)
