"""The argument table of `department`."""

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Any

from console.command_line.department import requests
from console.command_line.form.table import OUT
from console.command_line.requests import Request
from console.office.form_records import FormName

Adder = Callable[[Any, str, type[Request], str], argparse.ArgumentParser]
"""Adds a command to commands, by its name, its request and its help."""

GROUP = "packages handed in at the department: import, keys, list, missing, report, receipt"
REPORTS = (FormName.LEDGER, FormName.STATISTICS)


def add_department(
    commands: Any, add: Adder, add_group: Callable[..., Any], add_person: Callable[[argparse.ArgumentParser], None]
) -> None:
    """Adds the commands; `add_group` makes a command that has commands of its own."""
    acts = add_group(commands, "department", GROUP)

    def act(name: str, form: type[Request], help_text: str) -> argparse.ArgumentParser:
        parser = add(acts, name, form, help_text)
        add_person(parser)
        return parser

    take = act("import", requests.TakePackages, "take packages from a stick: each judged, kept once, or refused")
    take.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="packages, or folders with packages in them")
    take.add_argument("--json", action="store_true", help="print one JSON object per package")

    key = act("register-key", requests.RegisterKey, "register a unit's signing key from its paper")
    key.add_argument("fingerprint", metavar="FINGERPRINT", help="64 hexadecimal digits, as the paper has them")
    key.add_argument("unit", metavar="UNIT", help="the unit's name, as statistics will say it")
    key.add_argument("--site", metavar="SITE", help="the unit's site")
    key.add_argument("--paper", default="", metavar="NUMBER", help="number of the paper")

    revoke = act("revoke-key", requests.RevokeKey, "take no more packages signed with a key")
    revoke.add_argument("fingerprint", metavar="FINGERPRINT", help="64 hexadecimal digits, as the paper has them")
    revoke.add_argument("--reason", required=True, metavar="TEXT", help="why, as the register keeps it")

    act("keys", requests.ListKeys, "print the registered keys")

    listing = act("list", requests.ListPackages, "print what was handed in for a period")
    missing = act("missing", requests.ListSilent, "print which units have handed in nothing for a period")
    for parser in (listing, missing):
        _add_period(parser)
        parser.add_argument("--json", action="store_true", help="print one JSON object per line")

    report = act("report", requests.WriteReport, "write the ledger or the statistics of all units together")
    report.add_argument("name", type=FormName, choices=REPORTS, metavar="FORM", help="phu-luc-3 or statistics")
    report.add_argument("--out", type=Path, required=True, metavar="FILE", help=OUT)
    _add_period(report)

    sealed = act("check-report", requests.CheckReport, "say whether a report is as the department signed it")
    sealed.add_argument("file", type=Path, metavar="FILE", help="the report, its signature beside it")
    sealed.add_argument("--key", metavar="FINGERPRINT", help="refuse it unless this key, registered on paper, signed")

    receipt = act("receipt", requests.GiveReceipts, "write signed receipts for packages that were taken")
    receipt.add_argument("session", nargs="?", metavar="SESSION", help="its identifier, or how that begins or ends")
    receipt.add_argument("--out", type=Path, required=True, metavar="DIR", help="where the receipts go")

    check = act("check-receipt", requests.CheckReceipt, "say whether a receipt is as the department signed it")
    check.add_argument("file", type=Path, metavar="FILE", help="the receipt")
    check.add_argument("--key", metavar="FINGERPRINT", help="refuse it unless this key, registered on paper, signed")


def _add_period(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--from", dest="first_day", metavar="DAY", help="first day, YYYY-MM-DD")
    parser.add_argument("--to", dest="last_day", metavar="DAY", help="last day, YYYY-MM-DD")
    parser.add_argument(
        "--period", choices=("half_year", "year"), default="half_year", help="without days: which period of today"
    )
