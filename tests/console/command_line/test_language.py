"""The command line speaks the language of the data folder, and JSON speaks none."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from console.commands import CommandRequest
from console.data_folder import DataFolder
from console.effects import Receipt
from console.words import Outcome, Reason
from main import words_of
from tests.console.command_line.typed import CommandLine, site_view
from tests.hardware.link.small_bridge import SmallBridge
from widgets.phrases import use_language

SITES = ((4, "Phường Thành Nhất"), (14, "Xã Ea Nuôl"))


class UnwillingBridge(SmallBridge):
    """Refuses everything."""

    async def ask(self, request: CommandRequest) -> Receipt:
        """Refuses a command."""
        return Receipt(command_id=request.command_id, outcome=Outcome.REFUSED, reason=Reason.LINE_TOO_BAD)


@pytest.fixture
def spoken(typed: CommandLine, monkeypatch: pytest.MonkeyPatch) -> Iterator[CommandLine]:
    """A command line with the words that `main.py` hands in."""
    monkeypatch.delenv("DIEM_CAU_LANGUAGE", raising=False)
    yield typed
    use_language("vi")


def say_in(spoken: CommandLine, language: str | None = None) -> CommandLine:
    """Sets the language of the data folder, or leaves it as it comes."""
    folder = DataFolder(spoken.data)
    if language:
        folder.root.mkdir(exist_ok=True)
        folder.settings_file.write_text(json.dumps({"language": language}))
    spoken.words = words_of(folder)
    return spoken


def test_vietnamese_is_spoken_unless_something_else_is_set(spoken: CommandLine) -> None:
    done = say_in(spoken)("invite", "99")
    assert (done.code, done.err) == (2, "Không có điểm cầu “99” trong danh sách; hãy xem main.py sites list.\n")
    done = say_in(spoken, "en")("invite", "99")
    assert done.err == "There is no site “99” in the list; main.py sites list shows it.\n"


def test_the_environment_stands_above_the_settings(spoken: CommandLine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DIEM_CAU_LANGUAGE", "vi")
    assert say_in(spoken, "en")("show").err.startswith("Chưa có bộ điều khiển nào chạy cho")
    monkeypatch.setenv("DIEM_CAU_LANGUAGE", "xx")
    assert say_in(spoken, "en")("show").err.startswith("No bridge runs for")


def test_settings_that_cannot_be_read_are_named_in_vietnamese(spoken: CommandLine) -> None:
    say_in(spoken, "en")
    file = spoken.data / "settings.json"
    file.write_text("{")
    done = say_in(spoken)("invite", "4")
    assert (done.code, done.err.startswith(f"{file}: Không dùng được tệp cài đặt: ")) == (2, True)


def test_a_bad_list_is_refused_line_by_line(spoken: CommandLine, tmp_path: Path) -> None:
    file = tmp_path / "bad.csv"
    file.write_text("number;name\n1;A\nx;B\n3;\n", "utf-8")
    assert say_in(spoken)("sites", "import", str(file)).err.splitlines() == [
        f"Không nhận {file}, chưa thay đổi gì:",
        "Dòng 3 ghi “x” ở chỗ phải là số từ 1 đến 999.",
        "Dòng 4 thiếu tên điểm cầu.",
    ]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("vi", "Đưa 14 Xã Ea Nuôl lên bục: bị từ chối — đường truyền của điểm cầu quá kém.\n"),
        ("en", "Bring 14 Xã Ea Nuôl to the podium: refused — the site's line is too bad.\n"),
    ],
)
async def test_a_receipt_is_told_in_words_beside_json_without_language(
    spoken: CommandLine, language: str, said: str
) -> None:
    bridge = UnwillingBridge(spoken.data)
    bridge.views |= {f"site/s{number:03d}": site_view(number, name) for number, name in SITES}
    async with bridge.serving():
        done = await say_in(spoken, language).beside("do", "podium", "14")
    assert (done.code, done.err) == (1, said)
    assert json.loads(done.out)["reason"] == "line_too_bad"
