"""Help and complaints about what was typed speak the language of the data folder; Qt waits until one is printed."""

import argparse
import ast
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from console.command_line.parser import build_parser, parse
from console.data_folder import DataFolder
from main import words_of
from widgets.phrases import use_language
from widgets.phrases.command_line import help_words

ROOT = Path(__file__).parents[3]

NOT_TYPED = frozenset(
    {
        "%r is not callable",
        "%(prog)s: %(message)s",
        "'required' is an invalid argument for positionals",
        ".__call__() not defined",
        "ambiguous option: %(option)s could match %(matches)s",
        'argument "-" with mode %r',
        "argument '%(argument_name)s' is deprecated",
        "can't open '%(filename)s': %(error)s",
        "cannot have multiple subparser arguments",
        "cannot merge actions - two groups are named %r",
        "command '%(parser_name)s' is deprecated",
        "conflicting option string: %s",
        "conflicting option strings: %s",
        "conflicting subparser alias: %s",
        "conflicting subparser: %s",
        "dest= is required for options like %r",
        "invalid conflict_resolution value: %r",
        "invalid option string %(option)r: must start with a character %(prefix_chars)r",
        "mutually exclusive arguments must be optional",
        "option '%(option)s' is deprecated",
        "subparsers",
        "unexpected option string: %s",
        "unknown parser %(parser_name)r (choices: %(choices)s)",
        "warning: %(message)s\n",
        "%(prog)s: warning: %(message)s\n",
    }
)
"""What argparse says of a wrong table, of files and abbreviations, which `main.py` does not let it open or guess."""


@pytest.fixture(autouse=True)
def back_to_vietnamese(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.delenv("DIEM_CAU_LANGUAGE", raising=False)
    use_language("vi")
    yield
    use_language("vi")


def texts_of(parser: argparse.ArgumentParser) -> Iterator[str]:
    """Yields every text that a parser and its subparsers can print as help."""
    yield from (text for text in (parser.description, parser.epilog) if text)
    yield from (group.title for group in parser._action_groups if group.title and group._group_actions)
    for action in parser._actions:
        if action.help and action.help != argparse.SUPPRESS:
            yield action.help
        if isinstance(action, argparse._SubParsersAction):
            yield from (choice.help for choice in action._choices_actions if choice.help)
            for subparser in action.choices.values():
                yield from texts_of(subparser)


def argparse_texts() -> set[str]:
    """Returns every text that this Python's argparse hands to gettext."""
    calls = [
        node
        for node in ast.walk(ast.parse(Path(argparse.__file__).read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in {"_", "ngettext"}
    ]
    return {
        part.value
        for call in calls
        for part in call.args
        if isinstance(part, ast.Constant) and isinstance(part.value, str)
    }


def test_every_help_text_is_said_in_both_languages() -> None:
    texts = set(texts_of(build_parser()))
    use_language("en")
    assert {text for text in texts if help_words.phrase_help(text) != text} == set(), "English says the same"
    use_language("vi")
    assert {text for text in texts if help_words.phrase_help(text) == text} == set(), "Vietnamese says it too"


def test_whatever_argparse_says_of_a_typed_line_is_translated() -> None:
    assert argparse_texts() - NOT_TYPED - set(help_words._argparse()) == set()


def test_nothing_is_translated_that_nobody_says() -> None:
    said = set(texts_of(build_parser())) | argparse_texts()
    said |= {text[:1].lower() + text[1:] for text in said}
    said |= {"“{text}” is no number", "{value} is not between {least} and {most}"}
    said |= {"“{text}” is no moment like 2026-11-25 17:30"}
    keys = {key for table in help_words.TABLES for key in table()}
    assert keys - said - {"not allowed with argument %s"} == set()


def in_folder(folder: Path, language: str) -> list[str]:
    folder.mkdir(exist_ok=True)
    DataFolder(folder).settings_file.write_text(json.dumps({"language": language}))
    return ["--data", str(folder)]


def complaint(text: str, data: list[str], capsys: pytest.CaptureFixture[str]) -> str:
    with pytest.raises(SystemExit) as ended:
        parse([*text.split(), *data], lambda folder: words_of(folder).help_text)
    assert ended.value.code == 2
    return capsys.readouterr().err.splitlines()[-1]


@pytest.mark.parametrize(
    ("text", "vietnamese", "english"),
    [
        ("do mute", "main.py do mute: lỗi: thiếu tham số bắt buộc: SITE", "the following arguments are required: SITE"),
        ("demo --sites 0", "lỗi: tham số --sites: 0 không nằm trong khoảng từ 1 đến 200", "0 is not between 1 and 200"),
        ("do move r1 first", "tham số POSITION: “first” không phải là số", "argument POSITION: “first” is no number"),
        ("do mute 3 --exc 4", "main.py: lỗi: không hiểu tham số: --exc 4", "unrecognized arguments: --exc 4"),
        ("invite 4 --out", "tham số --out: cần một giá trị", "argument --out: expected one argument"),
    ],
)
def test_what_was_typed_wrongly_is_said_in_the_folders_language(
    text: str, vietnamese: str, english: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert complaint(text, in_folder(tmp_path / "vi", "vi"), capsys).endswith(vietnamese)
    assert complaint(text, in_folder(tmp_path / "en", "en"), capsys).endswith(english)


def test_help_follows_the_environment_before_the_folder(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    printed: list[str] = []
    for language in ("vi", "en"):
        monkeypatch.setenv("DIEM_CAU_LANGUAGE", language)
        with pytest.raises(SystemExit):
            parse(["invite", "--help", *in_folder(tmp_path, "en")], lambda folder: words_of(folder).help_text)
        printed.append(capsys.readouterr().out)
    assert printed[0].startswith("cách dùng: main.py invite")
    assert "Mời một điểm cầu" in printed[0]
    assert printed[1].startswith("usage: main.py invite")
    assert "Invite a site" in printed[1]


def test_argparse_is_as_it_was_afterwards(capsys: pytest.CaptureFixture[str]) -> None:
    complaint("do", [], capsys)
    with pytest.raises(SystemExit):
        argparse.ArgumentParser(prog="other").parse_args(["--unknown"])
    assert capsys.readouterr().err.splitlines()[-1] == "other: error: unrecognized arguments: --unknown"


def test_a_line_that_is_understood_loads_no_qt() -> None:
    script = (
        "import sys, main\n"
        "from console.command_line.parser import parse\n"
        "parse(['do', 'mute', '3'], lambda data: main.words_of(data).help_text)\n"
        "sys.exit(any(name.startswith('PySide6') for name in sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, timeout=30, check=False)
    assert done.returncode == 0
