"""Every kind has a phrase, and every phrase speaks English too."""

import ast
import typing
from importlib import resources
from pathlib import Path

import pytest

from console import commands, entries
from console.words import FloorSource, Layout, LinkState, Outcome, Reason, SessionKind
from tests.screenshots import scene as scenes
from widgets import phrases
from widgets.phrases.language import translations_in
from widgets.phrases.log.entries import _COMMANDS, _PHRASES

ROOT = Path(phrases.__file__).parents[2]


def spoken_sources() -> dict[str, str]:
    """Returns every text given to `say` or `say_count` in the widgets, and where."""
    found: dict[str, str] = {}
    for file in (ROOT / "widgets").rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in {"say", "say_count"}:
                source = node.args[0]
                if isinstance(source, ast.Constant):
                    found[str(source.value)] = file.name
    return found


@pytest.fixture(scope="module")
def english_texts() -> dict[str, tuple[str, ...]]:
    return translations_in((resources.files("resources") / "i18n" / "en.ts").read_text(encoding="utf-8"))


def test_english_is_complete(english_texts: dict[str, tuple[str, ...]]) -> None:
    missing = {source: file for source, file in spoken_sources().items() if source not in english_texts}
    assert missing == {}


def test_english_holds_nothing_that_is_no_longer_said(english_texts: dict[str, tuple[str, ...]]) -> None:
    assert set(english_texts) - set(spoken_sources()) == set()


def test_english_fills_in_the_same_values(english_texts: dict[str, tuple[str, ...]]) -> None:
    def fields(text: str) -> set[str]:
        return {part.split("}")[0] for part in text.split("{")[1:]}

    for source, forms in english_texts.items():
        for form in forms:
            assert fields(form) == fields(source), source


def test_what_draws_and_mixes_the_program_has_no_words_of_its_own() -> None:
    for file in (ROOT / "hardware" / "engines").rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            text = node.value if isinstance(node, ast.Constant) else None
            assert not isinstance(text, str) or not any(ord(sign) > 0x7F and sign.isalpha() for sign in text), file


def tags_of(union: object) -> set[str]:
    return {kind.__struct_config__.tag for kind in typing.get_args(union)}


def test_every_kind_of_entry_has_a_phrase() -> None:
    assert tags_of(entries.AnyEntry) == set(_PHRASES)


def test_every_command_has_a_phrase() -> None:
    assert tags_of(commands.AnyCommand) == set(_COMMANDS)


@pytest.mark.parametrize("reason", list(Reason))
def test_every_reason_has_a_phrase(reason: Reason) -> None:
    assert phrases.phrase_reason(reason) != reason.value


def test_every_other_word_has_a_phrase() -> None:
    for outcome in Outcome:
        assert phrases.phrase_outcome(outcome) != outcome.value
    assert all(phrases.phrase_link(link) for link in LinkState)
    assert all(phrases.phrase_layout(layout) for layout in Layout)
    assert all(phrases.phrase_source(source) for source in FloorSource)
    assert all(phrases.phrase_session_kind(kind) for kind in SessionKind)


def site_name(site: str) -> str:
    return f"<{site}>"


def test_a_log_line_names_the_site() -> None:
    line = scenes.line(1, 0, "violation-seen", 21)
    assert phrases.phrase_entry(line.kind, line.what, site_name) == "<s021> chưa tắt mic — đã cắt tiếng tại cầu"


def test_a_command_line_says_who_asked_what() -> None:
    asked = scenes.line(1, 0, "command-asked", actor={"person": "Hà"}, what='{"do":"mute-site","site":"s003"}')
    assert phrases.phrase_entry(asked.kind, asked.what, site_name) == "Hà: tắt mic <s003>"


def test_an_unknown_kind_is_shown_by_its_name() -> None:
    assert phrases.phrase_entry("later-kind", {}, site_name) == "later-kind"


def test_english_counts_and_decimals(english: None) -> None:
    assert phrases.figure(2.8) == "2.8"
    from widgets.phrases.console import console_words

    assert console_words.errors(1) == "1 error"
    assert console_words.errors(2) == "2 errors"


def test_vietnamese_decimals_and_groups() -> None:
    assert phrases.figure(2.8) == "2,8"
    assert phrases.whole(18_432) == "18\u202f432"
    assert phrases.duration(5_077_000) == "01:24:37"
    assert phrases.short_duration(134_000) == "2:14"
