"""The argument tables of what leaves the room: export, verify, the key that signs."""

import argparse
from collections.abc import Callable
from pathlib import Path

from console.command_line import requests

Adder = Callable[[str, type[requests.Request], str], argparse.ArgumentParser]
"""Adds a command by its name, its request and its help."""


def add_records(add: Adder, add_person: Callable[[argparse.ArgumentParser], None]) -> None:
    """Adds the commands; `add_person` adds who operates."""
    export = add("export", requests.ExportSession, "pack a session for hand-over: log, readable record, signature")
    which = export.add_mutually_exclusive_group(required=True)
    which.add_argument("session", nargs="?", metavar="SESSION", help="its identifier, or how that begins or ends")
    which.add_argument("--last", action="store_true", help="the last session of this installation")
    export.add_argument("--out", type=Path, required=True, metavar="DIR", help="where the package goes")
    export.add_argument("--zip", action="store_true", help="as one file instead of a folder")
    export.add_argument("--samples", action="store_true", help="with all measurements of the lines (large)")
    export.add_argument("--as-it-is", action="store_true", help="also when the log is not whole")
    export.add_argument("--json", action="store_true", help="print path, count, head and key as one JSON object")
    export.add_argument("--language", choices=("vi", "en"), default="vi", help="of the readable record (vi)")
    add_person(export)

    verify = add("verify", requests.VerifyPackage, "say whether a hand-over package is whole and who signed it")
    verify.add_argument("package", type=Path, metavar="PACKAGE", help="its folder or its ZIP file")
    verify.add_argument("--key", metavar="FINGERPRINT", help="refuse it unless this key, registered on paper, signed")

    key = add(
        "signing-key", requests.ShowSigningKey, "print the fingerprint of the key that signs this console's packages"
    )
    key.add_argument("--out", type=Path, metavar="FILE", help="write the public key (32 octets)")
