"""The Windows installer compiles without a warning on a payload that stands in for the real one, and says what it must.

Rule: what is looked at is the compiled program's own header, not the script.
"""

import hashlib
import re
import shutil
import struct
import subprocess
import tomllib
import zlib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = ROOT / "installer.nsi"

pytestmark = pytest.mark.skipif(shutil.which("makensis") is None, reason="needs makensis (Debian: nsis)")


@pytest.fixture(scope="module")
def payload(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist") / "console"
    (folder / "resources" / "i18n").mkdir(parents=True)
    (folder / "console.exe").write_bytes(b"MZ stands in for the program")
    (folder / "resources" / "i18n" / "tiếng Việt.ts").write_text("x", encoding="utf-8")
    return folder


def compiled(payload: Path, setup: Path, *defines: str) -> subprocess.CompletedProcess[str]:
    line = ["makensis", "-WX", "-INPUTCHARSET", "UTF8", f"-DPAYLOAD={payload}", f"-DOUTFILE={setup}", *defines]
    # From a folder that is not the script's. Without a UTF-8 locale makensis 3.08 dies of a Vietnamese file name.
    environment = {"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"}
    return subprocess.run(
        [*line, SCRIPT], capture_output=True, text=True, cwd=setup.parent, env=environment, check=False, timeout=50
    )


@pytest.fixture(scope="module")
def setup(payload: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("setup") / "diem-cau-setup.exe"
    done = compiled(payload, path, "-DFAST")
    assert (done.returncode, "warning" in done.stdout.lower()) == (0, False), done.stdout + done.stderr
    return path


def headers(setup: Path) -> list[str]:
    """Returns the texts of the setup's header and of the uninstaller's that it carries.

    NSIS 3 with zlib: behind the signature and two lengths comes a block, its own length first, deflated without a head.
    """
    octets = setup.read_bytes()
    texts: list[str] = []
    for signature in re.finditer(b"\xef\xbe\xad\xdeNullsoftInst", octets):
        at = signature.end() + 8
        length = struct.unpack_from("<L", octets, at)[0] & 0x7FFFFFFF  # the highest bit: it is deflated
        texts.append(zlib.decompress(octets[at + 4 : at + 4 + length], -15).decode("utf-16-le", "replace"))
    return texts


@pytest.mark.parametrize(
    ("vietnamese", "english"),
    [
        ("Cài đặt cho ai?", "Who is it for?"),
        ("Mọi người dùng máy này (cần quyền quản trị)", "All users of this machine (needs an administrator)"),
        ("Chỉ tôi", "Only me"),
        ("đang chạy. Hãy kết thúc cuộc họp", "is running. End the meeting"),
        ("Máy đã có phiên bản", "which is newer than"),
        ("Cần Windows 10 phiên bản 1809 (64 bit) trở lên.", "Windows 10 version 1809 (64 bit) or newer is needed."),
    ],
)
def test_setup_speaks_both_languages(setup: Path, vietnamese: str, english: str) -> None:
    header = headers(setup)[0]
    assert vietnamese in header
    assert english in header


def test_the_uninstaller_says_in_both_languages_what_becomes_of_data(setup: Path) -> None:
    header = headers(setup)[1]
    assert "Nhật ký, danh sách điểm cầu và khóa ký được giữ lại." in header
    assert "Logs, the list of sites and the signing key stay." in header
    assert "Xóa dữ liệu cuộc họp của tôi" in header
    assert "/PURGE" in header


def test_the_program_is_named_in_vietnamese_letters(setup: Path) -> None:
    assert "Điểm Cầu" in headers(setup)[0]


def test_the_version_is_the_projects(setup: Path) -> None:
    version = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    assert version in headers(setup)[0]
    name, value = "FileVersion".encode("utf-16-le"), version.encode("utf-16-le")
    assert re.search(name + rb"(?:\0\0)+" + re.escape(value), setup.read_bytes()), "what Windows shows of the file"


def test_another_version_may_be_given(payload: Path, tmp_path: Path) -> None:
    path = tmp_path / "diem-cau-setup.exe"
    assert compiled(payload, path, "-DFAST", "-DVERSION=7.8.9").returncode == 0
    assert "7.8.9" in headers(path)[0]


def test_it_knows_its_switches_and_both_places(setup: Path) -> None:
    header = headers(setup)[0]
    assert all(switch in header for switch in ("/ALLUSERS", "/CURRENTUSER", "/FORCE"))
    assert "Programs\\Diem Cau" in header
    assert "Uninstall\\DiemCau" in header


def test_the_vietnamese_file_name_is_packed_whole(setup: Path) -> None:
    assert "tiếng Việt.ts" in headers(setup)[0]


def test_the_release_form_compiles_and_is_smaller(payload: Path, setup: Path, tmp_path: Path) -> None:
    path = tmp_path / "diem-cau-setup.exe"
    done = compiled(payload, path)
    assert done.returncode == 0, done.stdout
    assert "lzma (compress whole)" in done.stdout
    assert path.stat().st_size < setup.stat().st_size


def test_setup_has_one_section_and_uninstall_two(payload: Path, tmp_path: Path) -> None:
    told = compiled(payload, tmp_path / "diem-cau-setup.exe", "-DFAST").stdout
    assert re.search(r"^Install: \d+ pages .*?, 1 section \(1 required\)", told, re.MULTILINE)
    assert re.search(r"^Uninstall: \d+ pages .*?, 2 sections \(1 required\)", told, re.MULTILINE), "data are optional"
    assert "2 language tables" in told


def test_the_same_files_make_the_same_setup(payload: Path, tmp_path: Path) -> None:
    paths = [tmp_path / "diem-cau-one-setup.exe", tmp_path / "diem-cau-two-setup.exe"]
    for path in paths:
        assert compiled(payload, path, "-DFAST").returncode == 0
    assert len({hashlib.sha256(path.read_bytes()).hexdigest() for path in paths}) == 1


def test_a_payload_without_the_program_is_refused_in_one_sentence(tmp_path: Path) -> None:
    done = compiled(tmp_path, tmp_path / "diem-cau-setup.exe", "-V1")
    assert done.returncode == 1
    assert f"There is no console.exe in the program folder {tmp_path}." in done.stdout + done.stderr


def test_every_message_answers_itself_when_nobody_can() -> None:
    """A box without /SD would hang a silent installation."""
    text = SCRIPT.read_text(encoding="utf-8")
    boxes = [line.strip() for line in text.splitlines() if line.strip().startswith("MessageBox")]
    assert boxes
    assert [box for box in boxes if " /SD " not in box] == []


def test_nothing_but_what_was_brought_is_deleted_whole() -> None:
    """`RMDir /r` on the folder itself would take what somebody else put there."""
    text = SCRIPT.read_text(encoding="utf-8")
    wholes = set(re.findall(r'^\s*RMDir /r "([^"]+)"', text, re.MULTILINE))
    assert wholes == {"$INSTDIR\\app", "$INSTDIR\\app.old", "${DATA}"}
