"""Writes what a release is made of, as CycloneDX 1.6: `python -m tests.ci.bill_of_materials > bom.json`.

Rule: the lock says which packages and which octets, the installed packages say under which licence. A package whose
licence is not among those that go with GPL-3.0 stops the release.
"""

import json
import re
import sys
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).resolve().parents[2]
LOCK = ROOT / "requirements.lock"
COMPATIBLE = re.compile(
    r"(?i)apache|\bBSD\b|BSD-|\b0BSD\b|\bMIT\b|MIT-|\bISC\b|\bPSF\b|PSF-|MPL-2\.0|mozilla public|public domain|zlib|CC0"
    r"|\bLGPL|\bGPL-3|python software foundation"
)
"""https://www.gnu.org/licenses/license-list.html: each of these may be combined with GPL-3.0-or-later."""

_PINNED = re.compile(r"^(?P<name>[\w.-]+)==(?P<version>[^\s;\\]+)(?P<marker>\s*;[^\\\n]*)?", re.MULTILINE)
_HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")


class Pinned(NamedTuple):
    """One package of the lock, for the systems of its marker."""

    name: str
    version: str
    marker: str
    digests: tuple[str, ...]


def pinned(lock: str) -> Iterator[Pinned]:
    """Yields the packages of a lock file's text."""
    found = list(_PINNED.finditer(lock))
    for number, one in enumerate(found):
        end = found[number + 1].start() if number + 1 < len(found) else len(lock)
        digests = tuple(_HASH.findall(lock[one.end() : end]))
        yield Pinned(one["name"], one["version"], (one["marker"] or "").strip(" ;"), digests)


def licence_of(name: str) -> str:
    """Returns what an installed package says of its licence, empty where it says nothing or is not installed."""
    try:
        told = metadata.metadata(name)
    except metadata.PackageNotFoundError:
        return ""
    values = {name: told[name] or "" for name in ("License-Expression", "License") if name in told}
    classes = [line.rpartition("::")[2].strip() for line in told.get_all("Classifier") or () if "License ::" in line]
    text = values.get("License-Expression") or "; ".join(classes) or values.get("License") or ""
    return text.strip().partition("\n")[0]


def bill(lock: str) -> dict[str, Any]:
    """Returns the bill as CycloneDX names its parts."""
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {"component": {"type": "application", "name": "Điểm Cầu", "bom-ref": "diem-cau"}},
        "components": [_component(package) for package in pinned(lock)],
    }


def _component(package: Pinned) -> dict[str, Any]:
    purl = f"pkg:pypi/{package.name.lower()}@{package.version}"
    told: dict[str, Any] = {
        "type": "library",
        "bom-ref": purl,
        "name": package.name,
        "version": package.version,
        "purl": purl,
        "licenses": [{"license": {"name": licence_of(package.name)}}],
        "properties": [{"name": "sha256 of a distribution", "value": digest} for digest in package.digests],
    }
    if package.marker:
        told["properties"].append({"name": "only where", "value": package.marker})
    return told


def strange_licences(lock: str) -> dict[str, str]:
    """Returns the installed packages whose licence is none of those that go with ours."""
    licences = {package.name: licence_of(package.name) for package in pinned(lock) if _installed(package.name)}
    return {name: text for name, text in licences.items() if not COMPATIBLE.search(text)}


def _installed(name: str) -> bool:
    return any(True for _ in metadata.distributions(name=name))


def main() -> int:
    """Prints the bill; returns 1 when a licence is strange."""
    lock = LOCK.read_text(encoding="utf-8")
    json.dump(bill(lock), sys.stdout, indent=2, ensure_ascii=False)
    strange = strange_licences(lock)
    for name, text in strange.items():
        sys.stderr.write(f"{name}: the licence “{text}” is not known to go with GPL-3.0-or-later.\n")
    return 1 if strange else 0


if __name__ == "__main__":
    sys.exit(main())
