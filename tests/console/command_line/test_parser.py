"""What can be typed: every command of the product, with help, and nothing by halves."""

import argparse
import contextlib
from pathlib import Path

import msgspec
import pytest

from console.command import kebab
from console.command_line import requests
from console.command_line.command_tables import COMMAND_TYPES, HELP, SHORT_NAMES
from console.command_line.parser import build_parser, parse
from console.commands import (
    BringToPodium,
    Command,
    ListenToSite,
    MoveFloorRequest,
    MuteAll,
    OpenIncident,
    RecallPreset,
    RequestFloor,
    SetGain,
    SetLayout,
    SetSpeechLimit,
    StartSession,
    Undo,
)
from console.data_folder import default_data_folder


def asked(text: str) -> tuple[type[Command], dict[str, object]]:
    request = parse(text.split())
    assert isinstance(request, requests.AskBridge)
    return request.command_type, request.values


def test_alone_it_is_the_console_in_the_users_own_folder() -> None:
    request = parse([])
    assert isinstance(request, requests.OpenConsole)
    assert request.data == default_data_folder()


@pytest.mark.parametrize("text", ["--data here sites list", "sites list --data here", "sites --data here list"])
def test_the_data_folder_may_be_named_anywhere(text: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    assert parse(text.split()).data.root == tmp_path / "here"


def test_every_command_of_the_product_has_help_and_one_name_of_its_own() -> None:
    assert set(HELP) == set(COMMAND_TYPES)
    names = [kebab(command.__name__) for command in COMMAND_TYPES] + list(SHORT_NAMES.values())
    assert len(names) == len(set(names))


@pytest.mark.parametrize("command", COMMAND_TYPES)
def test_every_command_can_be_typed_with_just_what_it_needs(command: type[Command]) -> None:
    values = {"kind": "official", "layout": "podium", "position": "3", "urgency": "priority", "gain_db": "-3"}
    values |= {"cue": "3", "item": "light", "result": "ok", "act": "merge_site", "place": "2"}
    places = [values.get(field.name, "x") for field in msgspec.structs.fields(command) if field.required]
    kind, given = asked(" ".join(["do", kebab(command.__name__), *places]))
    assert kind is command
    assert set(given) >= {field.name for field in msgspec.structs.fields(command) if field.required}


@pytest.mark.parametrize(
    ("text", "command", "values"),
    [
        ("do mute-all --except 4,7", MuteAll, {"except_sites": ("4", "7")}),
        ("do start official --title Q4", StartSession, {"kind": "official", "title": "Q4"}),
        ("do podium 14", BringToPodium, {"site": "14"}),
        ("do request-floor 5 --note urgent", RequestFloor, {"site": "5", "note": "urgent"}),
        ("do preset recall 14 main 2", RecallPreset, {"site": "14", "camera": "main", "preset": "2"}),
        ("do recall-preset 14 main 2 --override-on-air", RecallPreset, {"override_on_air": True}),
        ("do move r1 0", MoveFloorRequest, {"request_id": "r1", "position": 0}),
        ("do layout grid_3x3", SetLayout, {"layout": "grid_3x3"}),
        ("do listen", ListenToSite, {}),
        ("do limit 120", SetSpeechLimit, {"seconds": 120}),
        ("do limit", SetSpeechLimit, {}),
        ("do gain 14 -6", SetGain, {"site": "14", "gain_db": -6}),
        ("do incident mất_điện --site 14", OpenIncident, {"text": "mất_điện", "site": "14"}),
        ("do undo", Undo, {}),
    ],
)
def test_the_commands_of_a_meeting(text: str, command: type[Command], values: dict[str, object]) -> None:
    kind, given = asked(text)
    assert kind is command
    assert {name: given[name] for name in values} == values


@pytest.mark.parametrize(
    "text",
    [
        "do",
        "do mute",
        "do start",
        "do start festive",
        "do layout grid",
        "do move r1 first",
        "do unknown",
        "sites",
        "demo --sites 0",
        "demo --sites many",
        "bridge --https-port 70000",
        "invite",
        "do mute 3 --exc 4",
        "nonsense",
    ],
)
def test_a_line_that_says_nothing_clear_ends_with_2(text: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        parse(text.split())
    assert ended.value.code == 2
    assert "error:" in capsys.readouterr().err


@pytest.mark.parametrize(
    "words",
    [
        "",
        "do",
        "do mute-all",
        "show",
        "demo",
        "bridge",
        "satellite",
        "sites",
        "sites import",
        "invite",
        "verify-log",
        "bench",
    ],
)
def test_help_is_there_and_in_plain_words(words: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        build_parser().parse_args([*words.split(), "--help"])
    assert ended.value.code == 0
    text = capsys.readouterr().out
    assert "--data DIR" in text
    assert "SUPPRESS" not in text
    assert not any(inner in text for inner in ("keeper", "worker ", "main-room", "--kept"))


def test_a_line_that_names_a_command_is_read_by_its_table_alone() -> None:
    def choices(parser: argparse.ArgumentParser) -> dict[str, argparse.ArgumentParser]:
        return next(action.choices for action in parser._actions if isinstance(action, argparse._SubParsersAction))

    everything = choices(build_parser())
    for command, parser in everything.items():
        found = choices(build_parser(["--data", "somewhere", "--person=me", command]))
        assert len(found) < len(everything)
        assert found[command].format_help() == parser.format_help()
    orders = choices(everything["do"])
    for order, parser in orders.items():
        found = choices(choices(build_parser(["do", "--person", "me", order]))["do"])
        assert found[order].format_help() == parser.format_help()


@pytest.mark.parametrize(
    "line",
    [[], ["--help"], ["no-such-command"], ["--data", "keeper", "--help"], ["do", "--help"], ["do", "no-such-order"]],
)
def test_help_and_mistakes_know_every_command(line: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    told: list[str] = []
    for parser in (build_parser(line), build_parser()):
        with contextlib.suppress(SystemExit):
            parser.parse_args(line)
        told.append("".join(capsys.readouterr()))
    assert told[0] == told[1]
