"""The argument tables of `main.py`, and what was typed as a `Request`.

Rule: nothing is done here and nothing heavy is imported; `--help` is plain words, English here and in the reader's
language where it is printed (`speaking_parser`).
"""

import argparse
import getpass
import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any, cast

from console.command_line import requests
from console.command_line.cameras.table import add_cameras
from console.command_line.checks.table import add_checks
from console.command_line.command_tables import GROUPS, HELP, PLACED, add_commands, add_fields, whole_number
from console.command_line.department.table import add_department
from console.command_line.directory.table import add_directory
from console.command_line.form.table import add_forms
from console.command_line.meeting.table import add_meetings
from console.command_line.record_tables import add_records
from console.command_line.regulation.table import add_regulation
from console.command_line.speaking_parser import (
    SpeakingParser,
    Tell,
    as_it_is,
    data_folder_in,
    speak_utf8,
    speaking,
    told,
)
from console.data_folder import DataFolder, default_data_folder

_EPILOG = (
    "Every command has its own --help. Exit codes: 0 done, 1 failed or refused, 2 bad input, 3 no running bridge."
    " DIEM_CAU_LANGUAGE=vi or =en chooses the language."
)

Subparsers = Any
"""argparse does not name the type of what `add_subparsers` returns."""


def parse(
    arguments: Sequence[str] | None = None, tell_in: Callable[[DataFolder], Tell] = lambda _data: as_it_is
) -> requests.Request:
    """Returns what was typed (by default after the program's name); prints help or one sentence and exits otherwise.

    `tell_in` gives the words for a data folder; they are not asked for a sentence unless one is printed.
    """
    typed = sys.argv[1:] if arguments is None else arguments
    named = data_folder_in(typed)
    parser = build_parser()
    speak_utf8()
    with speaking(tell_in(_data_folder(Path(named) if named else None))):
        return request_of(parser.parse_args(typed))


def build_parser() -> argparse.ArgumentParser:
    """Returns the parser of the whole command line."""
    parser = SpeakingParser(
        prog="main.py",
        description="Điểm Cầu: the operator console of a provincial online meeting. Without a command: the window.",
        epilog=_EPILOG,
    )
    parser.set_defaults(form=requests.OpenConsole)
    _add_data(parser)
    _add_person(parser)
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")
    _add_meeting(commands)
    _add_processes(commands)
    _add_sites(commands)
    add_records(partial(_add, commands), _add_person)
    _add_checks(commands)
    add_department(commands, _add, _add_group, _add_person)
    add_directory(commands, _add, _add_group, _add_person)
    add_forms(commands, _add, _add_group, _add_person)
    add_meetings(commands, _add, _add_group, _add_person)
    add_regulation(commands, _add, _add_group)
    add_checks(commands, _add, _add_group, _add_person)
    add_cameras(commands, _add, _add_group)
    return parser


def request_of(typed: argparse.Namespace) -> requests.Request:
    """Returns the request that a parsed namespace stands for."""
    values: dict[str, Any] = vars(typed)
    form: type[requests.Request] = values["form"]
    named: Path | None = values.get("data")
    values["data_named"] = named is not None
    values["data"] = _data_folder(named)
    if form is requests.AskBridge:
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


def _add_meeting(commands: Subparsers) -> None:
    do = _add(commands, "do", requests.AskBridge, "give one operator command to the running bridge, print its receipt")
    _add_person(do)
    orders = do.add_subparsers(title="operator commands", metavar="COMMAND", required=True)

    def add_order(name: str, help_text: str) -> argparse.ArgumentParser:
        order = _add(orders, name, requests.AskBridge, help_text)
        order.add_argument("--person", default=argparse.SUPPRESS, metavar="NAME", help=argparse.SUPPRESS)
        return order

    add_commands(add_order)
    for group, (help_text, members) in GROUPS.items():
        acts = add_order(group, help_text).add_subparsers(title="commands", metavar="COMMAND", required=True)
        for name, command_type in members.items():
            act = _add(acts, name, requests.AskBridge, HELP[command_type])
            act.add_argument("--person", default=argparse.SUPPRESS, metavar="NAME", help=argparse.SUPPRESS)
            add_fields(act, command_type)

    show = _add(commands, "show", requests.ShowState, "print the meeting's state as JSON lines")
    _add_person(show)
    show.add_argument("--follow", action="store_true", help="go on with every change and every line of the log")
    show.add_argument(
        "--only", action="append", default=[], metavar="KEY", help="only this (session, site/s014, site/, event, …)"
    )


def _add_processes(commands: Subparsers) -> None:
    demo = _add(commands, "demo", requests.RunDemo, "a whole province on this machine: bridge, satellites, window")
    demo.add_argument("--sites", type=_between(1, 200), default=36, metavar="N", help="how many satellites (36)")
    demo.add_argument("--headless", action="store_true", help="no screen: a scripted meeting with pictures and figures")
    demo.add_argument("--out", type=Path, metavar="DIR", help="where pictures, figures and log of --headless go")

    bridge = _add(commands, "bridge", requests.RunBridge, "run the meeting without a window")
    port = _between(0, 65535)
    bridge.add_argument("--https-port", type=port, metavar="PORT", help="TCP port for joining (as the settings say)")
    bridge.add_argument("--media-port", type=port, metavar="PORT", help="UDP port of the first media worker")
    bridge.add_argument("--workers", type=_between(1, 4), metavar="N", help="how many media workers")
    bridge.add_argument("--kept", action="store_true", help=argparse.SUPPRESS)

    satellite = _add(commands, "satellite", requests.RunSatellite, "join a meeting as a site")
    satellite.add_argument(
        "invitation", nargs="?", metavar="INVITATION", help="its file or diemcau:// link (later: as joined before)"
    )
    satellite.add_argument("--video", metavar="SOURCE", help="a camera, a film, or 'test' for a drawn room")
    satellite.add_argument("--audio", metavar="SOURCE", help="a microphone, a sound file, 'test' or 'none'")
    satellite.add_argument("--no-window", dest="window", action="store_false", help="join without a window")
    satellite.add_argument("--frames", type=Path, help=argparse.SUPPRESS)

    headphones = _add(
        commands, "headphones", requests.RunHeadphones, "play what is listened to in this machine's headphones"
    )
    headphones.add_argument("--obeys", action="store_true", help=argparse.SUPPRESS)

    office = _add(commands, "office", requests.RunOffice, "open the office's records, without any meeting")
    _add_person(office)
    office.add_argument("--language", choices=("vi", "en"), help="of the window (as chosen before)")

    _add_inner_processes(commands)


def _add_inner_processes(commands: Subparsers) -> None:
    """Adds the processes that the program starts for itself."""
    window = _add(commands, "window", requests.RunWindow, "")
    _add_person(window)
    window.add_argument("--language", choices=("vi", "en"))
    window.add_argument("--size", type=_size, metavar="WxH")
    window.add_argument("--screenshots", type=Path, metavar="DIR")
    window.add_argument("--probe", type=Path, metavar="FILE")
    _add(commands, "keeper", requests.RunKeeper, "")
    _add(commands, "worker", requests.RunWorker, "").add_argument("--frames", type=Path, required=True)
    _add(commands, "recorder", requests.RunRecorder, "")
    _add(commands, "content", requests.RunContent, "")
    _add(commands, "province", requests.RunProvince, "")
    devices = _add(commands, "devices", requests.TryDevices, "")
    devices.add_argument("--try", dest="try_them", action="store_true")
    for kind in ("camera", "microphone", "loudspeaker"):
        devices.add_argument(f"--{kind}", metavar="NAME")
    main_room = _add(commands, "main-room", requests.RunMainRoom, "")
    main_room.add_argument("--video", metavar="SOURCE")
    main_room.add_argument("--audio", metavar="SOURCE")


def _add_sites(commands: Subparsers) -> None:
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
    invite.add_argument("--device", action="store_true", help="for OBS and encoders: WHIP and WHEP addresses, a secret")
    invite.add_argument(
        "--address",
        action="append",
        default=[],
        metavar="ADDRESS",
        help="how the site reaches the bridge; may be given several times (as the settings say)",
    )
    invite.add_argument("--hours", type=_between(1, 24 * 60), metavar="N", help="how long the code is valid (72)")
    invite.add_argument("--out", type=Path, metavar="FILE", help="write the invitation file")
    invite.add_argument("--qr", type=Path, metavar="FILE.png", help="write the link as a QR picture (PNG or SVG)")

    certificate = _add(commands, "certificate", requests.ExportCertificate, "print or write the bridge's certificate")
    certificate.add_argument("--out", type=Path, metavar="FILE.pem", help="to install where a client insists on it")


def _add_checks(commands: Subparsers) -> None:
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
    bench.add_argument("--sites", type=_between(1, 200), default=36, metavar="N", help="how many light peers (36)")
    bench.add_argument("--seconds", type=_between(1, 3600), metavar="N", help="how long to measure")
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
        type=_between(1, 24 * 60),
        nargs="?",
        const=12,
        metavar="MINUTES",
        help="window: how much its memory grows, in so many minutes (12)",
    )
    bench.add_argument("--out", type=Path, metavar="DIR", help="write the figures as JSON too")
    prove = _add(commands, "prove", requests.RunProofs, "run the long proofs (from a checkout)")
    prove.add_argument("names", nargs="*", metavar="NAME", help="which proofs (all)")
    prove.add_argument("--percent", type=_between(1, 100), default=100, metavar="N", help="of their full length (100)")


def _size(text: str) -> tuple[int, int]:
    width, _, height = text.partition("x")
    return int(width), int(height)


def _between(least: int, most: int) -> Any:
    def number(text: str) -> int:
        value = whole_number(text)
        if not least <= value <= most:
            raise argparse.ArgumentTypeError(
                told("{value} is not between {least} and {most}", value=value, least=least, most=most)
            )
        return value

    return number
