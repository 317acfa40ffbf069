"""The program starts itself again: from a checkout by its script, from an installed program by itself alone."""

import sys
from pathlib import Path

import pytest

from console.command_line import requests
from console.command_line.parser import parse
from hardware.processes.launch import MAIN_FILE, endpoint_arguments, own_command, province_command


def test_a_checkout_runs_its_script() -> None:
    assert own_command(["bridge"]) == [sys.executable, str(MAIN_FILE), "bridge"]


def test_an_installed_program_runs_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert province_command() == [sys.executable, "province"]


def test_what_starts_simulated_sites_is_understood() -> None:
    assert isinstance(parse(province_command()[2:]), requests.RunProvince)


@pytest.mark.parametrize("typed", ["satellite letter.json --video test --audio none", "satellite --video film.mp4"])
def test_the_endpoint_beside_a_window_is_asked_for_what_the_window_was(typed: str, tmp_path: Path) -> None:
    asked = parse([*typed.split(), "--data", str(tmp_path)])
    assert isinstance(asked, requests.RunSatellite)
    beside = parse(endpoint_arguments(asked, tmp_path / "frames"))
    assert isinstance(beside, requests.RunSatellite)
    assert (beside.invitation, beside.video, beside.audio, beside.data) == (
        asked.invitation,
        asked.video,
        asked.audio,
        asked.data,
    )
    assert (beside.window, beside.frames) == (False, tmp_path / "frames")
