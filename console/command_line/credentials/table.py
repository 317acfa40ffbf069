"""The argument table of `credentials`."""

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Any

from console.command_line.credentials import requests
from console.command_line.requests import Request
from console.command_line.typed_numbers import between

Adder = Callable[[Any, str, type[Request], str], argparse.ArgumentParser]
"""Adds a command to commands, by its name, its request and its help."""

GROUP = "keys and secrets by which sites join: list, revoke, log"


def add_credentials(
    commands: Any, add: Adder, add_group: Callable[..., Any], add_person: Callable[[argparse.ArgumentParser], None]
) -> None:
    """Adds the commands; `add_group` makes a command that has commands of its own."""
    acts = add_group(commands, "credentials", GROUP)

    def act(name: str, form: type[Request], help_text: str) -> argparse.ArgumentParser:
        parser = add(acts, name, form, help_text)
        add_person(parser)
        return parser

    listing = act("list", requests.ListCredentials, "print who may join with what, since when, until when")
    listing.add_argument("site", nargs="?", metavar="SITE", help="number, identifier or name of a site")
    listing.add_argument(
        "--ends-within",
        type=between(0, 3650),
        metavar="DAYS",
        help="only what is good now and ends within these days",
    )
    listing.add_argument("--json", action="store_true", help="print one JSON object per line")
    revoke = act(
        "revoke", requests.RevokeSiteCredentials, "end all credentials and connections of a site, also without a bridge"
    )
    revoke.add_argument("site", metavar="SITE", help="number, identifier or name of a site")
    log = act("log", requests.ListSecurityActs, "print who invited or revoked whom, and when, also outside sessions")
    log.add_argument("--csv", type=Path, metavar="FILE", help="write it as a CSV that Excel opens")
