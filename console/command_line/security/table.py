"""The argument table of `security`."""

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Any

from console.command_line.requests import Request
from console.command_line.security import requests
from console.office.security_events import SecurityMatter

Adder = Callable[[Any, str, type[Request], str], argparse.ArgumentParser]
"""Adds a command to commands, by its name, its request and its help."""

GROUP = "security events: strangers, misconduct, accounts, rights, configuration"


def add_security(
    commands: Any, add: Adder, add_group: Callable[..., Any], add_person: Callable[[argparse.ArgumentParser], None]
) -> None:
    """Adds the commands; `add_group` makes a command that has commands of its own."""
    acts = add_group(commands, "security", GROUP)
    listing = add(acts, "list", requests.ListSecurityEvents, "print what concerned security, the newest first")
    add_person(listing)
    listing.add_argument("--since", metavar="DAY", help="from this day on, YYYY-MM-DD")
    listing.add_argument("--kind", type=SecurityMatter, choices=list(SecurityMatter), help="only events of this kind")
    listing.add_argument("--csv", type=Path, metavar="FILE", help="write it as a CSV that Excel opens")
