"""The chain as its description says it: checked here with nothing but SHA-256 and a JSON writer."""

import hashlib
import json
import unicodedata
from pathlib import Path

import msgspec
import pytest

from console.commands import Actor
from console.entries import CommandAsked, Line
from console.log_book.chain import LineUnreadable, line_text, read_line_text
from console.words import Origin, Role
from tests.console.log_book.log_lines import MEETING, SESSION, line, outside, written_session


def test_anyone_can_check_a_file_from_the_description(tmp_path: Path) -> None:
    data = written_session(tmp_path, 20)
    with outside(data.session_file(SESSION), triggers=True) as file:
        rows = file.execute("SELECT number, event, previous, hash FROM events ORDER BY number").fetchall()
    head = hashlib.sha256(f"diem-cau{SESSION}".encode()).hexdigest()
    for place, (number, event, previous, after) in enumerate(rows, start=1):
        canonical = json.dumps(json.loads(event), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        assert (number, event, previous) == (place, canonical, head)
        head = hashlib.sha256(f"{head}\n{event}".encode()).hexdigest()
        assert after == head
    assert len(rows) == 20


def test_a_line_comes_back_as_it_was() -> None:
    actor = Actor(person="Nguyễn Thị Hà", role=Role.OPERATOR, origin=Origin.WINDOW)
    asked = CommandAsked(command_id="c1", actor=actor, what='{"do":"mute-all"}')
    written = msgspec.structs.replace(line(3, asked), command_id="c1", actor=actor)
    assert read_line_text(line_text(written)) == written


def test_a_name_is_written_composed() -> None:
    written = line(1, CommandAsked(command_id="c", actor=actor_named(unicodedata.normalize("NFD", "Hồ Ệ")), what="{}"))
    assert read_line_text(line_text(written)).entry == CommandAsked(
        command_id="c", actor=actor_named(unicodedata.normalize("NFC", "Hồ Ệ")), what="{}"
    )


def actor_named(person: str) -> Actor:
    return Actor(person=person, role=Role.OPERATOR, origin=Origin.WINDOW)


@pytest.mark.parametrize("text", ["", "{}", '{"number":1}', '{"number":1,"entry":{"kind":"of-a-later-version"}}'])
def test_a_text_that_is_no_line_is_named(text: str) -> None:
    with pytest.raises(LineUnreadable):
        read_line_text(text)


def test_every_line_names_session_and_meeting() -> None:
    named = msgspec.json.decode(line_text(line(1)))
    assert (named["session"], named["meeting_uid"], named["schema"]) == (SESSION, MEETING, 1)
    assert isinstance(line(1), Line)
