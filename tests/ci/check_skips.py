"""Fails when a test was skipped that is not on the committed list: a suite that skips itself proves nothing.

    python3 tests/ci/check_skips.py REPORT.xml ALLOWED.txt

Rule: standard library only; says nothing when all is well, so that pytest has the last word.
"""

import fnmatch
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree


class Skip(NamedTuple):
    test: str
    reason: str


class Allowed(NamedTuple):
    test: str
    reason: str

    def covers(self, skip: Skip) -> bool:
        return fnmatch.fnmatchcase(skip.test, self.test) and self.reason in skip.reason


def skips(report: str) -> Iterator[Skip]:
    """Yields the skipped and the expectedly failing tests of a JUnit report. A skipped module is one of them."""
    for case in ElementTree.fromstring(report).iter("testcase"):
        name = "::".join(filter(None, (case.get("classname"), case.get("name"))))
        for skipped in case.iter("skipped"):
            yield Skip(name, f"{skipped.get('message', '')}\n{skipped.text or ''}")


def allowances(text: str) -> list[Allowed]:
    """Reads the list; a line without a reason is an error, for it would allow anything."""
    lines = [line for line in map(str.strip, text.splitlines()) if line and not line.startswith("#")]
    found = [Allowed(test.strip(), reason.strip()) for test, _, reason in (line.partition("|") for line in lines)]
    for allowed in found:
        if not allowed.reason:
            raise ValueError(f"no reason is given for {allowed.test}")
    return found


def not_allowed(report: str, allowed: Sequence[Allowed]) -> list[Skip]:
    return [skip for skip in skips(report) if not any(line.covers(skip) for line in allowed)]


def main(report: Path, allowed: Path) -> int:
    if not report.exists():
        print(f"{report} was not written: the tests did not run to their end")
        return 1
    wrong = not_allowed(report.read_text(encoding="utf-8"), allowances(allowed.read_text(encoding="utf-8")))
    for skip in wrong:
        print(f"skipped, and not in {allowed}: {skip.test}: {skip.reason.splitlines()[0]}")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2])))
