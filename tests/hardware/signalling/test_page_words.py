"""The page's string table: both languages complete, no sentence that nobody says, none missing."""

import json
import re

from console.words import Reason
from hardware.signalling.refusals import Refusal
from tests.ci.browser_strings import TABLE, table
from tests.hardware.signalling.running_front import PAGE_FOLDER

TABLES = json.loads((PAGE_FOLDER / "strings.json").read_text(encoding="utf-8"))
SOURCES = "".join(path.read_text(encoding="utf-8") for path in PAGE_FOLDER.iterdir() if path.suffix in {".js", ".html"})
OPEN_LISTS = ("reason.", "refusal.", "session.", "microphone.", "quality.")
"""Lists whose keys are put together from a kind."""


def test_the_table_is_what_the_phrases_say_now() -> None:
    assert TABLE.read_text(encoding="utf-8") == table(), "run: python3 dev.py words"


def test_both_languages_say_the_same_things() -> None:
    assert list(TABLES) == ["vi", "en"]
    assert list(TABLES["vi"]) == list(TABLES["en"])
    for key, sentence in TABLES["vi"].items():
        assert set(re.findall(r"\{\w+\}", sentence)) == set(re.findall(r"\{\w+\}", TABLES["en"][key])), key
        assert sentence.strip()


def test_every_sentence_is_said_and_every_said_one_is_there() -> None:
    said = set(re.findall(r'words\("([\w.]+)"', SOURCES)) | set(
        re.findall(r'data-words(?:-label)?="([\w.]+)"', SOURCES)
    )
    assert said <= set(TABLES["vi"])
    unsaid = {key for key in TABLES["vi"] if f'"{key}"' not in SOURCES and not key.startswith(OPEN_LISTS)}
    assert unsaid == set()


def test_open_lists_name_only_kinds_that_exist() -> None:
    kinds = {f"reason.{reason}" for reason in Reason} | {f"refusal.{refusal}" for refusal in Refusal}
    kinds |= {"reason.other", "refusal.other"}
    named = {key for key in TABLES["vi"] if key.startswith(("reason.", "refusal."))}
    assert named <= kinds


def test_the_page_loads_nothing_from_elsewhere() -> None:
    assert not re.findall(r"(?:https?:)?//[\w.-]+\.\w+", SOURCES.replace("http://www.w3.org/2000/svg", ""))
    assert "style=" not in SOURCES
    assert not re.search(r"\son\w+=\"", SOURCES)
