"""The argument table of `check`."""

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Any

from console.checks.check_words import CheckItem, CheckResult
from console.command_line.checks import requests
from console.command_line.requests import Request

Adder = Callable[[Any, str, type[Request], str], argparse.ArgumentParser]
"""Adds a command to commands, by its name, its request and its help."""


def add_checks(
    commands: Any,
    add: Adder,
    add_group: Callable[..., Any],
    add_person: Callable[[argparse.ArgumentParser], None],
) -> None:
    """Adds the commands; `add_group` makes a command that has commands of its own."""
    acts = add_group(commands, "check", "the technical check: run, list, tick, report")

    def act(name: str, form: type[requests.CheckRequest], help_text: str) -> argparse.ArgumentParser:
        parser = add(acts, name, form, help_text)
        add_person(parser)
        parser.add_argument(
            "--stage",
            default="",
            metavar="STAGE",
            help="stage of the check, as the profile names it (without: the first)",
        )
        return parser

    run = act("run", requests.RunChecks, "measure sites and print what was found")
    run.add_argument("sites", nargs="*", metavar="SITE", help="number, identifier or name")
    run.add_argument("--only-failed", action="store_true", help="only what failed or was not checked")
    run.add_argument("--no-wait", dest="wait", action="store_false", help="do not wait for the end")
    listing = act(
        "list", requests.ListChecks, "print the sheets of the running session, or of a meeting in the register"
    )
    listing.add_argument("--csv", action="store_true", help="as CSV instead of JSON lines")
    tick = act("tick", requests.TickChecks, "say what a named person found of one item")
    tick.add_argument("site", nargs="?", metavar="SITE", help="number, identifier or name")
    tick.add_argument("item", nargs="?", choices=[item.value for item in CheckItem], help="what is looked at")
    tick.add_argument("result", nargs="?", choices=[result.value for result in CheckResult], help="what came of it")
    tick.add_argument("--note", default="", help="remark on it")
    tick.add_argument("--by", default="", help="name of who found it (without: whoever gives the command)")
    tick.add_argument(
        "--file", type=Path, metavar="FILE.csv", help="many at once: columns site, item, result, note, by"
    )
    report = act("report", requests.ReportChecks, "print how the results add up, and who has not reported")
    report.add_argument(
        "--out", type=Path, metavar="FILE", help="the page for the chair: DOCX, XLSX or CSV by the file's ending"
    )
    for parser in (listing, report):
        parser.add_argument("--meeting", metavar="ID", help="a meeting in the register (without: the running session)")
