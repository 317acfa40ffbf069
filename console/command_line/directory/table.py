"""The argument table of `directory`."""

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Any

from console.command_line.directory import requests
from console.command_line.requests import Request

Adder = Callable[[Any, str, type[Request], str], argparse.ArgumentParser]
"""Adds a command to commands, by its name, its request and its help."""

GROUP = "the office's lists (people, rooms, lines, …): import, export, list, versions, back"


def add_directory(
    commands: Any, add: Adder, add_group: Callable[..., Any], add_person: Callable[[argparse.ArgumentParser], None]
) -> None:
    """Adds the commands; `add_group` makes a command that has commands of its own."""
    acts = add_group(commands, "directory", GROUP)

    def act(name: str, form: type[Request], help_text: str) -> argparse.ArgumentParser:
        parser = add(acts, name, form, help_text)
        add_person(parser)
        parser.add_argument("list", metavar="LIST", help="people, rooms, devices, lines, sites, …")
        return parser

    def add_reason(parser: argparse.ArgumentParser) -> None:
        parser.add_argument("--reason", default="", metavar="TEXT", help="why, as the register keeps it")

    take = act("import", requests.ImportList, "take a list from a file: all of it, or nothing")
    take.add_argument("file", type=Path, metavar="FILE", help="XLSX, or CSV in UTF-8")
    take.add_argument("--try", dest="try_it", action="store_true", help="only say what is wrong with it")
    add_reason(take)
    give = act("export", requests.ExportList, "write a list to a file")
    give.add_argument("file", type=Path, metavar="FILE", help="its name ends in .xlsx or .csv")
    show = act("list", requests.ShowList, "print a list")
    show.add_argument("--json", action="store_true", help="print one JSON object per line")
    versions = act("versions", requests.ShowVersions, "print who changed an entry, when and why")
    back = act("back", requests.StepBack, "bring the version before the newest one back")
    for parser in (versions, back):
        parser.add_argument("entry", metavar="ENTRY", help="its identifier, or its name")
    add_reason(back)
