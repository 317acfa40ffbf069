"""The inputs that were worth keeping: one file of JSON lines for each decoder, with what it answered.

Rule: an input is kept when its answer was new, so that the files stay small and every known place is reached at once.
"""

import base64
from pathlib import Path

import msgspec

FOLDER = Path(__file__).resolve().parent / "corpus"
MOST_KEPT = 120


class Kept(msgspec.Struct, frozen=True):
    """One input (base64), and why it is kept: the answer to it, or whose example it is."""

    octets: str
    why: str

    @property
    def content(self) -> bytes:
        return base64.b64decode(self.octets)


def read_corpus(name: str, folder: Path = FOLDER) -> list[Kept]:
    """Returns what was kept of a decoder."""
    path = folder / f"{name}.jsonl"
    if not path.exists():
        return []
    return [msgspec.json.decode(line, type=Kept) for line in path.read_bytes().splitlines()]


def write_corpus(name: str, found: dict[str, bytes], folder: Path = FOLDER) -> None:
    """Adds inputs by their answers, the shortest first, as far as there is room."""
    kept = {known.why: known.content for known in read_corpus(name, folder)}
    for why, octets in sorted(found.items(), key=lambda item: (len(item[1]), item[0])):
        if len(kept) < MOST_KEPT:
            kept.setdefault(why, octets)
    folder.mkdir(exist_ok=True)
    lines = (msgspec.json.encode(Kept(base64.b64encode(octets).decode(), why)) for why, octets in sorted(kept.items()))
    (folder / f"{name}.jsonl").write_bytes(b"".join(line + b"\n" for line in lines))
