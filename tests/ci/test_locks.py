"""The lock files: any mirror can serve them, and they hold what pyproject.toml asks for."""

import re
import tomllib
from collections.abc import Mapping
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[2]
LOCKS = ("requirements.lock", "requirements-dev.lock")


def lines_of(lock: str) -> list[str]:
    """Returns one line per locked package, without its hashes."""
    text = (ROOT / lock).read_text(encoding="utf-8")
    return [line.removesuffix("\\").strip() for line in text.splitlines() if not line.startswith((" ", "#"))]


def locked(lock: str, python: str) -> Mapping[str, str]:
    """Returns the version of each package that a Python of this version gets."""
    wanted = {"python_version": python, "python_full_version": f"{python}.0", "implementation_name": "cpython"}
    requirements = map(Requirement, lines_of(lock))
    return {
        canonicalize_name(one.name): str(one.specifier).removeprefix("==")
        for one in requirements
        if one.marker is None or one.marker.evaluate(wanted)
    }


def project() -> dict[str, list[str]]:
    text = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    asked: list[str] = text["project"]["dependencies"]
    return {"requirements.lock": asked, "requirements-dev.lock": asked + text["dependency-groups"]["dev"]}


@pytest.mark.parametrize("lock", LOCKS)
def test_no_address_stands_in_a_lock(lock: str) -> None:
    assert "://" not in (ROOT / lock).read_text(encoding="utf-8")


@pytest.mark.parametrize("lock", LOCKS)
def test_every_locked_package_has_hashes(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")
    assert len(re.findall(r"^\S.* \\\n    --hash=sha256:", text, re.MULTILINE)) == len(lines_of(lock))


@pytest.mark.parametrize("lock", LOCKS)
@pytest.mark.parametrize("python", ["3.11", "3.12", "3.13"])
def test_a_lock_holds_what_the_project_asks_for(lock: str, python: str) -> None:
    have = locked(lock, python)
    for asked in map(Requirement, project()[lock]):
        if asked.marker is None or asked.marker.evaluate({"python_version": python}):
            assert have[canonicalize_name(asked.name)] in asked.specifier, asked


def test_the_lock_for_development_adds_to_the_other_and_changes_nothing() -> None:
    assert set(lines_of("requirements.lock")) <= set(lines_of("requirements-dev.lock"))
