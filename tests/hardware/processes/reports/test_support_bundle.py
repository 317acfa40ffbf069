"""What support is given can be read beforehand, holds nothing of a meeting and no secret, and is whole or not there."""

import json
import zipfile
from pathlib import Path

import pytest

from console.data_folder import DataFolder
from hardware.processes.reports.crash_reports import CrashReporter
from hardware.processes.reports.support_bundle import MOST_OCTETS_OF_A_PART, save_support, support_parts
from tests.console.command_line.typed import CommandLine

SECRET = "Q9-zzz-not-for-anybody"
TITLE = "Họp giao ban mật"


@pytest.fixture
def data(tmp_path: Path) -> DataFolder:
    data = DataFolder(tmp_path / "data")
    data.make()
    (data.root / "crashes").mkdir()
    CrashReporter(data.root / "crashes", "bridge", "1.2").write(ValueError(f"secret={SECRET}"), survived=False)
    (data.root / "program-log").mkdir()
    (data.root / "program-log" / "bridge.jsonl").write_text('{"text":"a line"}\n' * 60_000)
    (data.run / "bridge.out").write_text(f"Authorization: Bearer {SECRET}")
    (data.run / "bridge.json").write_text(json.dumps({"token": SECRET}))
    (data.sessions / "s1.sqlite3").write_text(TITLE)
    (data.root / "signing-key.pem").write_text(SECRET)
    data.settings_file.write_text('{"language":"en"}')
    return data


def test_it_holds_what_helps_and_nothing_else(data: DataFolder) -> None:
    parts = {part.name: part.text for part in support_parts(data, "1.2")}
    report = next(name for name in parts if name.startswith("crashes/"))
    assert set(parts) == {"about.json", report, "program-log/bridge.jsonl", "run/bridge.out", "settings.json"}
    assert not any(SECRET in text or TITLE in text for text in parts.values())
    assert len(parts["program-log/bridge.jsonl"]) == MOST_OCTETS_OF_A_PART
    about = json.loads(parts["about.json"])
    assert about["version"] == "1.2"
    assert about["libraries"]["aiortc"]
    assert list(about["sessions"]) == ["s1.sqlite3"]


def test_it_is_written_whole_or_not_at_all(data: DataFolder, tmp_path: Path) -> None:
    parts = support_parts(data, "1.2")
    out = tmp_path / "support.zip"
    save_support(parts, out)
    with zipfile.ZipFile(out) as bundle:
        assert bundle.namelist() == [part.name for part in parts]
    with pytest.raises(OSError, match="nowhere"):
        save_support(parts, tmp_path / "nowhere" / "support.zip")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["data", "support.zip"]


def test_the_command_lists_first_and_writes_when_asked(data: DataFolder, capsys: pytest.CaptureFixture[str]) -> None:
    type_line = CommandLine(data.root, capsys)
    listed = type_line("support")
    assert (listed.code, "about.json" in listed.out) == (0, True)
    out = data.root.parent / "support.zip"
    written = type_line("support", "--out", str(out))
    assert written.code == 0
    assert zipfile.is_zipfile(out)
    refused = type_line("support", "--out", str(data.root / "nowhere" / "support.zip"))
    assert refused.code == 2
    assert "cannot be written" in refused.err
