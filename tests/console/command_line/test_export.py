"""`export`, `verify` and `signing-key`: what they print, in both languages, and how they end."""

import json
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from console.data_folder import DataFolder
from console.records.hand_over import layout
from tests.console.command_line.typed import CommandLine
from tests.console.log_book.log_lines import SESSION, folder, outside, written_session
from tests.console.records import stranger
from tests.console.records.a_meeting import held_meeting, written_meeting
from widgets.phrases.spoken import Spoken

ROOT = Path(__file__).parents[3]


@pytest.fixture
def data(typed: CommandLine) -> DataFolder:
    return written_session(typed.data, 12, ended=True)


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "stick"


def only(folder: Path) -> Path:
    (package,) = folder.iterdir()
    return package


def test_the_last_session_is_packed_and_accepted(typed: CommandLine, data: DataFolder, out: Path) -> None:
    done = typed("export", "--last", "--out", str(out))
    written, sealed, signed = done.out.splitlines()
    package = only(out)
    assert (done.code, written) == (0, f"Package written: {package}")
    assert sealed.startswith("12 events, head ")
    assert "register its fingerprint" in done.err, "the first time a key is made, and that is said"
    fingerprint = signed.removeprefix("signed with key ").replace(" ", "").lower()
    assert stranger.check(package, fingerprint) == 12

    judged = typed("verify", str(package))
    assert (judged.code, judged.err) == (0, "")
    assert judged.out.startswith(f"WHOLE: every file is as it was signed; session {SESSION}, 12 events, head ")
    assert "Signed by this installation's own key" in judged.out
    assert typed("export", "--last", "--out", str(out)).err == ""


@pytest.mark.parametrize("named", [SESSION, SESSION[:8], SESSION[-2:]])
def test_a_session_is_named_by_its_identifier_or_an_end_of_it(
    typed: CommandLine, data: DataFolder, out: Path, named: str
) -> None:
    assert typed("export", named, "--out", str(out), "--zip").code == 0
    assert only(out).suffix == ".zip"


def test_a_session_that_is_not_there_is_answered_by_those_that_are(
    typed: CommandLine, data: DataFolder, out: Path
) -> None:
    done = typed("export", "2031", "--out", str(out))
    assert (done.code, out.exists()) == (2, False)
    assert SESSION in done.err


def test_an_empty_installation_has_nothing_to_pack(typed: CommandLine, out: Path) -> None:
    done = typed("export", "--last", "--out", str(out))
    assert (done.code, done.err.count("\n"), typed.data.exists()) == (2, 1, False)


def test_a_program_gets_one_object(typed: CommandLine, data: DataFolder, out: Path) -> None:
    done = typed("export", "--last", "--out", str(out), "--json")
    told = json.loads(done.out)
    assert Path(told["path"]) == only(out)
    assert (told["count"], len(told["head"]), len(told["fingerprint"])) == (12, 64, 64)


def test_a_log_that_is_not_whole_leaves_only_as_it_is(typed: CommandLine, data: DataFolder, out: Path) -> None:
    with outside(data.session_file(SESSION)) as file:
        file.execute("UPDATE events SET event = replace(event, 'meeting-7', 'meeting-8') WHERE number = 5")
    refused = typed("export", "--last", "--out", str(out))
    assert refused.code == 1
    assert "line 5 was changed" in refused.out
    assert not out.exists()

    assert typed("export", "--last", "--out", str(out), "--as-it-is").code == 0
    judged = typed("verify", str(only(out)))
    assert judged.code == 1
    assert "was not whole already when it was packed (broken, up to event 4)" in judged.out


def test_an_altered_copy_ends_with_1_and_names_file_and_event(typed: CommandLine, data: DataFolder, out: Path) -> None:
    typed("export", "--last", "--out", str(out))
    package = only(out)
    events = package / layout.EVENTS
    events.write_bytes(events.read_bytes().replace(b'"site":"s009"', b'"site":"s010"', 1))
    done = typed("verify", str(package))
    assert (done.code, done.err) == (1, "")
    assert done.out.splitlines() == [
        f"REFUSED: {package}",
        "data/events.jsonl was changed after the package was made.",
        "data/events.jsonl: line 8 was changed after it was written.",
        "data/session.sqlite3 holds another event 8 than data/events.jsonl.",
    ]


def test_elsewhere_nobody_vouches_for_a_key_until_it_is_named(
    typed: CommandLine, data: DataFolder, out: Path, tmp_path: Path
) -> None:
    typed("export", "--last", "--out", str(out))
    own = typed("signing-key").out.removeprefix("signing key   SHA-256 ").strip()
    typed.data = tmp_path / "department"
    unknown = typed("verify", str(only(out)))
    assert (unknown.code, "which nobody here vouches for" in unknown.out) == (0, True)
    assert "Signed by the named key" in typed("verify", str(only(out)), "--key", own).out
    other = typed("verify", str(only(out)), "--key", "0" * 64)
    assert (other.code, "signed by key" in other.out) == (1, True)
    assert typed("verify", str(only(out)), "--key", "no fingerprint").code == 2


@pytest.mark.parametrize("name", ["gone", "letter.txt", "empty"])
def test_what_is_no_package_ends_with_2_and_one_sentence(typed: CommandLine, tmp_path: Path, name: str) -> None:
    (tmp_path / "letter.txt").write_text("Kính gửi", encoding="utf-8")
    (tmp_path / "empty").mkdir()
    done = typed("verify", str(tmp_path / name))
    assert (done.code, done.out, done.err.count("\n")) == (2, "", 1)


def test_a_damaged_key_is_named_by_export_and_vouches_for_nothing(
    typed: CommandLine, data: DataFolder, out: Path
) -> None:
    typed("export", "--last", "--out", str(out))
    data.signing_key_file.write_bytes(b"x")
    done = typed("export", "--last", "--out", str(out))
    assert (done.code, str(data.signing_key_file) in done.err) == (2, True)
    assert "nobody here vouches" in typed("verify", str(only(out))).out


def test_a_folder_that_cannot_be_made_is_named(typed: CommandLine, data: DataFolder, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    done = typed("export", "--last", "--out", str(tmp_path / "file" / "x"))
    assert (done.code, done.err.count("\n"), str(tmp_path / "file" / "x") in done.err.splitlines()[-1]) == (2, 2, True)


def test_the_public_key_is_written_for_whoever_registers_it(typed: CommandLine, tmp_path: Path) -> None:
    done = typed("signing-key", "--out", str(tmp_path / "key.pub"))
    assert done.code == 0
    assert len((tmp_path / "key.pub").read_bytes()) == 32
    assert stat.S_IMODE((typed.data / "signing-key.pem").stat().st_mode) == 0o600


def test_a_running_session_is_said_to_be_running(typed: CommandLine, out: Path) -> None:
    written_session(typed.data, 12)
    done = typed("export", "--last", "--out", str(out))
    assert done.out.splitlines()[-1] == "The session is still running; the package ends with event 12."
    assert "had not ended when it was packed" in typed("verify", str(only(out))).out


def test_vietnamese_says_the_same(typed: CommandLine, data: DataFolder, out: Path) -> None:
    typed.words = Spoken("vi")
    assert typed("export", "--last", "--out", str(out)).out.startswith("Đã lập gói bàn giao: ")
    assert typed("verify", str(only(out))).out.startswith("NGUYÊN VẸN: mọi tệp đúng như khi ký; ")
    (only(out) / layout.SESSION).unlink()
    assert typed("verify", str(only(out))).out.splitlines()[1] == "Thiếu data/session.json."


def test_the_program_itself_adds_a_record_that_can_be_read(tmp_path: Path) -> None:
    data = written_meeting(tmp_path / "data", held_meeting())
    line = [sys.executable, str(ROOT / "main.py"), "export", "--last", "--out", str(tmp_path), "--json"]
    environment = {name: value for name, value in os.environ.items() if name != "QT_QPA_PLATFORM"}
    done = subprocess.run(
        [*line, "--data", str(data.root)], capture_output=True, env=environment, check=True, timeout=60
    )
    package = Path(json.loads(done.stdout)["path"])
    record = (package / layout.RECORD).read_bytes()
    assert record.startswith(b"%PDF-")
    assert b"Tinos" in record
    assert folder(data.root).signing_key_file.exists()
