"""A stranger's checker: what README.txt in a package says, carried out with hashlib, json, sqlite3 and Ed25519 alone.

Rule: knows nothing of this program.
"""

import hashlib
import json
import sqlite3
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey


def listed(package: Path, manifest: str) -> dict[str, str]:
    lines = (package / manifest).read_text(encoding="utf-8").splitlines()
    return {line[66:]: line[:64] for line in lines}


def files_of(package: Path) -> set[str]:
    return {path.relative_to(package).as_posix() for path in package.rglob("*") if path.is_file()}


def check(package: Path, registered_fingerprint: str) -> int:
    """Returns the number of events; fails with an assertion where a step of the README does."""
    payload, tags = listed(package, "manifest-sha256.txt"), listed(package, "tagmanifest-sha256.txt")
    for name, digest in (payload | tags).items():
        assert hashlib.sha256((package / name).read_bytes()).hexdigest() == digest, name
    unlisted = files_of(package) - payload.keys() - tags.keys()
    assert unlisted == {"tagmanifest-sha256.txt", "tagmanifest-sha256.txt.sig"}

    public = (package / "signing-key.pub").read_bytes()
    assert hashlib.sha256(public).hexdigest() == registered_fingerprint
    signature = (package / "tagmanifest-sha256.txt.sig").read_bytes()
    Ed25519PublicKey.from_public_bytes(public).verify(signature, (package / "tagmanifest-sha256.txt").read_bytes())

    info = dict(line.split(": ", 1) for line in (package / "bag-info.txt").read_text(encoding="utf-8").splitlines())
    return check_chain(package, info)


def check_chain(package: Path, info: dict[str, str]) -> int:
    previous = hashlib.sha256(("diem-cau" + info["Session-Id"]).encode()).hexdigest()
    events = []
    for number, line in enumerate((package / "data/events.jsonl").read_text(encoding="utf-8").splitlines(), start=1):
        told = json.loads(line)
        # The event's letters again from its value: that is what "canonical" means.
        event = json.dumps(told["event"], ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        assert line == f'{{"event":{event},"hash":"{told["hash"]}","previous":"{told["previous"]}"}}'
        assert told["previous"] == previous
        assert hashlib.sha256((previous + "\n" + event).encode()).hexdigest() == told["hash"]
        assert (told["event"]["number"], told["event"]["session"]) == (number, info["Session-Id"])
        previous = told["hash"]
        events.append(event)
    assert (info["Log-Count"], info["Log-Head"]) == (str(len(events)), previous)
    with sqlite3.connect(f"file:{package / 'data/session.sqlite3'}?mode=ro&immutable=1", uri=True) as connection:
        rows = [row[0] for row in connection.execute("SELECT event FROM events ORDER BY number")]
    connection.close()
    assert rows == events
    return len(events)
