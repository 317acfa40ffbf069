"""`verify-log`: what it says and how it ends."""

from pathlib import Path

import pytest

from tests.console.command_line.typed import CommandLine
from tests.console.log_book.log_lines import SESSION, outside, written_session


@pytest.fixture
def log(typed: CommandLine) -> Path:
    return written_session(typed.data, 12, ended=True).session_file(SESSION)


def test_a_whole_log_is_said_to_be_whole(typed: CommandLine, log: Path) -> None:
    done = typed("verify-log", str(log))
    assert (done.code, done.err) == (0, "")
    first, second = done.out.splitlines()
    assert first == "WHOLE: 12 events, count and head agree with the office store; the session has ended."
    assert len(second) == len("head ") + 64


def test_a_log_carried_elsewhere_is_not_said_to_be_complete(typed: CommandLine, log: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "usb"
    elsewhere.mkdir()
    copy = elsewhere / log.name
    copy.write_bytes(log.read_bytes())
    typed.data = elsewhere / "no-office-here"
    done = typed("verify-log", str(copy))
    assert done.code == 0
    assert done.out.startswith("Chain whole to event 12, tail not proven: no office store knows this session.\n")
    assert [path.name for path in elsewhere.iterdir()] == [log.name]


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        (
            "UPDATE events SET event = replace(event, 'meeting-7', 'meeting-8') WHERE number = 12",
            "BROKEN: line 12 was changed after it was written; the chain is whole to event 11.",
        ),
        (
            "DELETE FROM events WHERE number = 3",
            "BROKEN: line 3 is missing (line 4 stands there); the chain is whole to event 2.",
        ),
        (
            "DELETE FROM events WHERE number > 10",
            "TAIL MISSING: the chain is whole to event 10, the office store knows 12 events.",
        ),
    ],
)
def test_a_changed_log_ends_with_1_and_names_the_place(
    typed: CommandLine, log: Path, statement: str, said: str
) -> None:
    with outside(log) as file:
        file.execute(statement)
    done = typed("verify-log", str(log))
    assert (done.code, done.out.splitlines()[0]) == (1, said)


def test_a_file_that_is_no_log_ends_with_2(typed: CommandLine, tmp_path: Path) -> None:
    file = tmp_path / "letter.txt"
    file.write_text("Kính gửi")
    for path in (file, tmp_path / "gone.sqlite3"):
        done = typed("verify-log", str(path))
        assert (done.code, done.out, done.err.count("\n")) == (2, "", 1)
        assert str(path) in done.err
