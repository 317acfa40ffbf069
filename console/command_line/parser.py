"""The argument tables of `main.py`, and what was typed as a `Request`.

Rule: nothing is done here and nothing heavy is imported; `--help` is plain words, English here and in the reader's
language where it is printed (`speaking_parser`). A line that names a command is read by that command's table alone: a
meeting starts a dozen processes, and each of them reads its own line.
"""

import argparse
import getpass
import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any, cast

from console.command_line import requests
from console.command_line.process_tables import PROCESSES, add_processes
from console.command_line.speaking_parser import (
    SpeakingParser,
    Tell,
    as_it_is,
    data_folder_in,
    speak_utf8,
    speaking,
)
from console.command_line.typed_numbers import between
from console.data_folder import DataFolder, default_data_folder

_EPILOG = (
    "Every command has its own --help. Exit codes: 0 done, 1 failed or refused, 2 bad input, 3 no running bridge."
    " DIEM_CAU_LANGUAGE=vi or =en chooses the language."
)

Subparsers = Any
"""argparse does not name the type of what `add_subparsers` returns."""

Line = Sequence[str] | None
"""What was typed from the command on; None: whatever may be typed."""

_OPTIONS = ("--data", "--person")
"""What may stand before a command; each is followed by its value."""


def parse(
    arguments: Sequence[str] | None = None, tell_in: Callable[[DataFolder], Tell] = lambda _data: as_it_is
) -> requests.Request:
    """Returns what was typed (by default after the program's name); prints help or one sentence and exits otherwise.

    `tell_in` gives the words for a data folder; they are not asked for a sentence unless one is printed.
    """
    typed = sys.argv[1:] if arguments is None else arguments
    named = data_folder_in(typed)
    parser = build_parser(typed)
    speak_utf8()
    with speaking(tell_in(_data_folder(Path(named) if named else None))):
        return request_of(parser.parse_args(typed))


def build_parser(line: Sequence[str] | None = None) -> argparse.ArgumentParser:
    """Returns the parser of the whole command line, or of as much of it as a line needs."""
    parser = SpeakingParser(
        prog="main.py",
        description="Điểm Cầu: the operator console of a provincial online meeting. Without a command: the window.",
        epilog=_EPILOG,
    )
    parser.set_defaults(form=requests.OpenConsole)
    _add_data(parser)
    _add_person(parser)
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")
    typed = None if line is None else _from_command_on(line)
    for add in _tables_for(typed):
        add(commands, typed)
    return parser


def _from_command_on(line: Sequence[str]) -> Sequence[str]:
    """Returns a line without the options and their values that it begins with."""
    while line and line[0].partition("=")[0] in _OPTIONS:
        line = line[1 if "=" in line[0] else 2 :]
    return line


def _tables_for(typed: Line) -> list["_AddTable"]:
    """Returns the table of the command that was typed; all when that is none (help, a mistake), none for no command."""
    if typed is not None and not typed:
        return []
    chosen = [add for names, add in _TABLES if typed and typed[0] in names]
    return chosen or [add for _, add in _TABLES]


def request_of(typed: argparse.Namespace) -> requests.Request:
    """Returns the request that a parsed namespace stands for."""
    values: dict[str, Any] = vars(typed)
    form: type[requests.Request] = values["form"]
    named: Path | None = values.get("data")
    values["data_named"] = named is not None
    values["data"] = _data_folder(named)
    if form is requests.AskBridge:
        from console.command_line.command_tables import PLACED

        fields = values["command_type"].__struct_fields__
        typed_as = {name: values.get(PLACED.get(name, name)) for name in cast("tuple[str, ...]", fields)}
        values["values"] = {name: value for name, value in typed_as.items() if value is not None}
    return form(**{name: _frozen(values[name]) for name in form.__struct_fields__})


def _data_folder(named: Path | None) -> DataFolder:
    return DataFolder(named.expanduser().resolve()) if named else default_data_folder()


def _frozen(value: Any) -> Any:
    return tuple(cast("list[Any]", value)) if isinstance(value, list) else value


def _add_data(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--data",
        type=Path,
        metavar="DIR",
        default=argparse.SUPPRESS,
        help="folder of the installation (by default the user's own)",
    )


def _add(commands: Subparsers, name: str, form: type[requests.Request], help_text: str) -> argparse.ArgumentParser:
    """Adds a command; without help it works but is not listed."""
    listed = {"help": help_text} if help_text else {}
    parser: argparse.ArgumentParser = commands.add_parser(
        name, description=help_text[:1].upper() + help_text[1:], **listed
    )
    parser.set_defaults(form=form)
    _add_data(parser)
    return parser


def _add_group(commands: Subparsers, name: str, help_text: str) -> Subparsers:
    """Adds a command that has commands of its own, and returns where those go."""
    parser = commands.add_parser(name, help=help_text, description=help_text[:1].upper() + help_text[1:])
    _add_data(parser)
    return parser.add_subparsers(title="commands", metavar="COMMAND", required=True)


def _add_person(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--person", default=_user(), metavar="NAME", help="who operates, as the log will name it (by default the user)"
    )


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):  # a user number without a name
        return "operator"


def _add_do(commands: Subparsers, typed: Line) -> None:
    from console.command_line.command_tables import GROUPS, HELP, add_commands, add_fields, commands_named

    do = _add(commands, "do", requests.AskBridge, "give one operator command to the running bridge, print its receipt")
    _add_person(do)
    orders = do.add_subparsers(title="operator commands", metavar="COMMAND", required=True)

    def add_order(name: str, help_text: str) -> argparse.ArgumentParser:
        order = _add(orders, name, requests.AskBridge, help_text)
        order.add_argument("--person", default=argparse.SUPPRESS, metavar="NAME", help=argparse.SUPPRESS)
        return order

    if typed and (named := commands_named(_from_command_on(typed[1:]))):
        add_commands(add_order, named)
        return
    add_commands(add_order)
    for group, (help_text, members) in GROUPS.items():
        acts = add_order(group, help_text).add_subparsers(title="commands", metavar="COMMAND", required=True)
        for name, command_type in members.items():
            act = _add(acts, name, requests.AskBridge, HELP[command_type])
            act.add_argument("--person", default=argparse.SUPPRESS, metavar="NAME", help=argparse.SUPPRESS)
            add_fields(act, command_type)


def _add_show(commands: Subparsers, _typed: Line) -> None:
    show = _add(commands, "show", requests.ShowState, "print the meeting's state as JSON lines")
    _add_person(show)
    show.add_argument("--follow", action="store_true", help="go on with every change and every line of the log")
    show.add_argument(
        "--only", action="append", default=[], metavar="KEY", help="only this (session, site/s014, site/, event, …)"
    )


def _add_processes(commands: Subparsers, _typed: Line) -> None:
    add_processes(partial(_add, commands), _add_person)


def _add_sites(commands: Subparsers, _typed: Line) -> None:
    sites = commands.add_parser("sites", help="the list of sites: import, list, add, remove")
    _add_data(sites)
    acts = sites.add_subparsers(metavar="import|list|add|remove", required=True)
    take = _add(acts, "import", requests.ImportSites, "take sites from a CSV or JSON file")
    take.add_argument(
        "file", type=Path, metavar="FILE", help="columns number, name, parent, district, carrier, contacts"
    )
    take.add_argument("--replace", action="store_true", help="take away the sites that the file does not name")
    listing = _add(acts, "list", requests.ListSites, "print the list of sites")
    listing.add_argument("--csv", type=Path, metavar="FILE", help="write it as a CSV that Excel opens")
    one = _add(acts, "add", requests.AddSite, "add one site, or change the one with this number")
    one.add_argument("number", metavar="NUMBER", help="1 to 999; 0 with --role main")
    one.add_argument("name", metavar="NAME")
    one.add_argument("--role", default="", choices=("satellite", "main"), help="main: the main endpoint")
    for field in ("parent", "district", "carrier", "contacts"):
        one.add_argument(f"--{field}", default="", metavar=field.upper())
    gone = _add(acts, "remove", requests.RemoveSite, "take one site out of the list")
    gone.add_argument("site", metavar="SITE", help="number, identifier or name")
    for parser in (take, one, gone):
        _add_person(parser)
        parser.add_argument("--reason", default="", metavar="TEXT", help="why, as the register keeps it")

    invite = _add(commands, "invite", requests.InviteSite, "invite a site: a one-time code as link, file or QR picture")
    invite.add_argument("site", metavar="SITE", help="number, identifier or name")
    _add_person(invite)
    invite.add_argument("--device", action="store_true", help="for OBS and encoders: WHIP and WHEP addresses, a secret")
    invite.add_argument(
        "--address",
        action="append",
        default=[],
        metavar="ADDRESS",
        help="how the site reaches the bridge; may be given several times (as the settings say)",
    )
    invite.add_argument("--hours", type=between(1, 24 * 60), metavar="N", help="how long the code is valid (72)")
    invite.add_argument("--out", type=Path, metavar="FILE", help="write the invitation file")
    invite.add_argument("--qr", type=Path, metavar="FILE.png", help="write the link as a QR picture (PNG or SVG)")

    certificate = _add(commands, "certificate", requests.ExportCertificate, "print or write the bridge's certificate")
    certificate.add_argument("--out", type=Path, metavar="FILE.pem", help="to install where a client insists on it")


def _add_records(commands: Subparsers, _typed: Line) -> None:
    from console.command_line.record_tables import add_records

    add_records(partial(_add, commands), _add_person)


def _add_checkout(commands: Subparsers, _typed: Line) -> None:
    verify = _add(commands, "verify-log", requests.VerifyLog, "say whether a session's log is whole, and where not")
    verify.add_argument("file", type=Path, metavar="FILE")
    support = _add(
        commands, "support", requests.MakeSupportBundle, "what support needs: program logs, crash reports, no meeting"
    )
    support.add_argument("--out", type=Path, metavar="FILE.zip", help="write it (without: list what it would hold)")
    bench = _add(commands, "bench", requests.RunBench, "measure the product on this machine (from a checkout)")
    bench.add_argument(
        "name",
        nargs="?",
        default="live",
        metavar="NAME",
        help="which bench: live, window, lines, media, department, cameras",
    )
    bench.add_argument("--sites", type=between(1, 200), default=36, metavar="N", help="how many light peers (36)")
    bench.add_argument("--seconds", type=between(1, 3600), metavar="N", help="how long to measure")
    bench.add_argument("--quick", action="store_true", help="a short run of about a minute")
    bench.add_argument(
        "--only",
        action="append",
        default=[],
        metavar="PART",
        help="start, join, steady, silence, podium; of lines and media a case",
    )
    bench.add_argument(
        "--growth",
        type=between(1, 24 * 60),
        nargs="?",
        const=12,
        metavar="MINUTES",
        help="window: how much its memory grows, in so many minutes (12)",
    )
    bench.add_argument("--out", type=Path, metavar="DIR", help="write the figures as JSON too")
    prove = _add(commands, "prove", requests.RunProofs, "run the long proofs (from a checkout)")
    prove.add_argument("names", nargs="*", metavar="NAME", help="which proofs (all)")
    prove.add_argument("--percent", type=between(1, 100), default=100, metavar="N", help="of their full length (100)")


def _add_credentials(commands: Subparsers, _typed: Line) -> None:
    from console.command_line.credentials.table import add_credentials

    add_credentials(commands, _add, _add_group, _add_person)


def _add_security(commands: Subparsers, _typed: Line) -> None:
    from console.command_line.security.table import add_security

    add_security(commands, _add, _add_group, _add_person)


def _add_accounts(commands: Subparsers, _typed: Line) -> None:
    from console.command_line.accounts.table import add_accounts

    add_accounts(commands, _add, _add_group, _add_person)


def _add_department(commands: Subparsers, _typed: Line) -> None:
    from console.command_line.department.table import add_department

    add_department(commands, _add, _add_group, _add_person)


def _add_directory(commands: Subparsers, _typed: Line) -> None:
    from console.command_line.directory.table import add_directory

    add_directory(commands, _add, _add_group, _add_person)


def _add_forms(commands: Subparsers, _typed: Line) -> None:
    from console.command_line.form.table import add_forms

    add_forms(commands, _add, _add_group, _add_person)


def _add_meetings(commands: Subparsers, _typed: Line) -> None:
    from console.command_line.meeting.table import add_meetings

    add_meetings(commands, _add, _add_group, _add_person)


def _add_regulation(commands: Subparsers, _typed: Line) -> None:
    from console.command_line.regulation.table import add_regulation

    add_regulation(commands, _add, _add_group, _add_person)


def _add_checks(commands: Subparsers, _typed: Line) -> None:
    from console.command_line.checks.table import add_checks

    add_checks(commands, _add, _add_group, _add_person)


def _add_cameras(commands: Subparsers, _typed: Line) -> None:
    from console.command_line.cameras.table import add_cameras

    add_cameras(commands, _add, _add_group, _add_person)


_AddTable = Callable[[Subparsers, Line], None]
_TABLES: tuple[tuple[tuple[str, ...], _AddTable], ...] = (
    (("do",), _add_do),
    (("show",), _add_show),
    (PROCESSES, _add_processes),
    (("sites", "invite", "certificate"), _add_sites),
    (("export", "verify", "signing-key"), _add_records),
    (("verify-log", "support", "bench", "prove"), _add_checkout),
    (("credentials",), _add_credentials),
    (("security",), _add_security),
    (("accounts",), _add_accounts),
    (("department",), _add_department),
    (("directory",), _add_directory),
    (("form",), _add_forms),
    (("meeting", "script"), _add_meetings),
    (("profile", "calendar", "duties"), _add_regulation),
    (("check",), _add_checks),
    (("cameras",), _add_cameras),
)
"""Which commands which table describes, in the order of the help; a table is loaded when it is asked for."""
