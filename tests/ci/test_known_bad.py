"""No lock file holds a version that our list knows something against, and the list knows only what is locked."""

import pytest

from tests.ci.known_bad import KnownBad, known_bad, weak
from tests.ci.test_locks import LOCKS, locked


@pytest.mark.parametrize("python", ["3.11", "3.13"])
@pytest.mark.parametrize("lock", LOCKS)
def test_nothing_is_known_against_what_is_locked(lock: str, python: str) -> None:
    assert weak(locked(lock, python), known_bad()) == []


def test_every_entry_is_about_a_locked_package_and_names_its_source() -> None:
    packages = locked("requirements-dev.lock", "3.11")
    for each in known_bad():
        assert each.package in packages, "what is not used any more is taken off the list"
        assert each.source.startswith(("CVE-", "GHSA-"))


def test_an_older_version_is_named() -> None:
    entry = KnownBad("idna", "3.7", "CVE-2024-3651: endless work on a crafted name")
    assert weak({"idna": "3.6"}, [entry]) == [f"idna 3.6 is older than 3.7: {entry.source}."]
    assert weak({"idna": "3.7", "other": "0.1"}, [entry]) == []
