"""What is known against versions of packages that stand in the lock files: our own short list, with its sources.

Rule: a database of all weaknesses is asked from a machine with a connection (pip-audit) before a release. What could be
had without one, safety-db on PyPI, ends in July 2021 and may not be used by whoever earns money: it is not used here.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path

import msgspec
from packaging.version import Version

LIST = Path(__file__).with_name("known_bad.json")


class KnownBad(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A package whose versions before `fixed_in` have a weakness that `source` names."""

    package: str
    fixed_in: str
    source: str


def known_bad() -> list[KnownBad]:
    """Returns the list."""
    return msgspec.json.decode(LIST.read_bytes(), type=list[KnownBad])


def weak(locked: Mapping[str, str], known: Sequence[KnownBad]) -> list[str]:
    """Returns a sentence for each locked version that something is known against."""
    return [
        f"{each.package} {locked[each.package]} is older than {each.fixed_in}: {each.source}."
        for each in known
        if each.package in locked and Version(locked[each.package]) < Version(each.fixed_in)
    ]
