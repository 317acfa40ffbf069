"""The argument table of `form`."""

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Any

from console.command_line.form import requests
from console.command_line.requests import Request
from console.office.form_records import Confirms, FormField, FormName, SigningMethod

Adder = Callable[[Any, str, type[Request], str], argparse.ArgumentParser]
"""Adds a command to commands, by its name, its request and its help."""

GROUP = "forms of the regulations: write, correct, confirm"
SESSION_FORMS = {
    FormName.SESSION: "write Phụ lục II, the log of an online meeting",
    FormName.CHECK_MINUTES: "write the minute of a session's technical check",
    FormName.INCIDENT: "write the report of a session's incidents",
    FormName.SHUTDOWN: "write the record of how the sites were shut down",
    FormName.RECORDING: "write the minute of the hand-over of recordings",
}
PERIOD_FORMS = {
    FormName.LEDGER: "write Phụ lục III, the ledger of meetings in a period",
    FormName.STATISTICS: "write the statistics of a period",
}
SECURITY_REPORT = "write the report of security by level: approved level, checks and events of a period"
OUT = "FILE.pdf, .docx, .xlsx, .csv or .json"


def add_forms(
    commands: Any, add: Adder, add_group: Callable[..., Any], add_person: Callable[[argparse.ArgumentParser], None]
) -> None:
    """Adds the commands; `add_group` makes a command that has commands of its own."""
    acts = add_group(commands, "form", GROUP)

    def act(name: str, form: type[Request], help_text: str) -> argparse.ArgumentParser:
        parser = add(acts, name, form, help_text)
        add_person(parser)
        return parser

    for name, help_text in SESSION_FORMS.items():
        _add_session_form(act(name, requests.WriteSessionForm, help_text), name)
    for name, help_text in PERIOD_FORMS.items():
        _add_period_form(act(name, requests.WritePeriodForm, help_text), name)
    _add_period(act("security-level", requests.WriteSecurityReport, SECURITY_REPORT))
    _add_session(act("show", requests.ShowForm, "print Phụ lục II of a session as JSON"))
    _add_by_hand(act)


def _add_session(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--session", metavar="SESSION", help="its identifier, or how that begins or ends (the last one)"
    )


def _add_session_form(parser: argparse.ArgumentParser, name: FormName) -> None:
    parser.set_defaults(name=name)
    _add_session(parser)
    parser.add_argument("--out", type=Path, required=True, metavar="FILE", help=OUT)
    parser.add_argument("--blank", action="store_true", help="empty, to be filled in by hand")
    parser.add_argument("--no-technical", dest="technical", action="store_false", help="without the technical sheet")
    parser.add_argument("--incident", default="", metavar="ID", help="this incident only")


def _add_period_form(parser: argparse.ArgumentParser, name: FormName) -> None:
    parser.set_defaults(name=name)
    _add_period(parser)
    parser.add_argument("--blank", action="store_true", help="empty, to be filled in by hand")


def _add_period(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--from", dest="first_day", metavar="DAY", help="first day, YYYY-MM-DD")
    parser.add_argument("--to", dest="last_day", metavar="DAY", help="last day, YYYY-MM-DD")
    parser.add_argument(
        "--period", choices=("half_year", "year"), help="without days: which period of today (as the profile says)"
    )
    parser.add_argument("--out", type=Path, required=True, metavar="FILE", help=OUT)


def _add_by_hand(act: Callable[[str, type[Request], str], argparse.ArgumentParser]) -> None:
    correct = act("correct", requests.CorrectForm, "correct a place of Phụ lục II; what stood there stays readable")
    _add_session(correct)
    correct.add_argument("field", type=FormField, choices=list(FormField), metavar="FIELD", help="which place")
    correct.add_argument("value", metavar="VALUE", help="normal, incident or damaged, or a text; '' ticks nothing")
    correct.add_argument("--site", default="", metavar="SITE", help="number, identifier or name")
    correct.add_argument("--reason", required=True, metavar="TEXT", help="why, as the register keeps it")

    confirm = act("confirm", requests.ConfirmForm, "confirm Phụ lục II by name and title")
    _add_session(confirm)
    confirm.add_argument("role", type=Confirms, choices=list(Confirms), metavar="ROLE", help="technician, unit_leader")
    confirm.add_argument("full_name", metavar="NAME", help="who confirms")
    confirm.add_argument("--title", default="", metavar="TITLE", help="the person's title")
    confirm.add_argument(
        "--method",
        type=SigningMethod,
        choices=list(SigningMethod),
        default=SigningMethod.WET,
        metavar="METHOD",
        help="wet_signature or digital_signature",
    )
    confirm.add_argument("--signed", type=Path, metavar="FILE", help="the signed copy, whose SHA-256 is kept")

    rate = act("rate", requests.RateSite, "rate sound, picture and line of a site in a session, 1 to 5")
    _add_session(rate)
    rate.add_argument("site", metavar="SITE", help="number, identifier or name")
    for what in ("sound", "picture", "line"):
        rate.add_argument(f"--{what}", type=int, choices=range(1, 6), metavar="N", help="1 (worst) to 5 (best)")
    rate.add_argument("--remark", default="", metavar="TEXT", help="in words")

    recordings = act(
        "recordings", requests.ListRecordings, "list a session's recording and compare its files with the log"
    )
    _add_session(recordings)
    recordings.add_argument("--out", type=Path, metavar="DIR", help="copy the whole files there, with their SHA-256")

    handover = act(
        "hand-over", requests.RemindOfHandover, "remind of handing over recordings, or note that it was done"
    )
    _add_session(handover)
    for what in ("given-by", "received-by", "receipt", "medium"):
        handover.add_argument(f"--{what}", default="", metavar="TEXT", help="as the minute has it")
