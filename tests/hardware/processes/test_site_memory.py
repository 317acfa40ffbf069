"""What a satellite remembers: kept whole or not at all, secret, and one sentence when the file is not what it was."""

import os
import stat
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.compat import properties
from keyring.errors import PasswordDeleteError
from msgspec.structs import replace

from console.trouble import TroubleKind
from hardware.processes.site.satellite import main_room_plan
from hardware.processes.site.site_memory import (
    BadMemory,
    SiteMemory,
    credential_of,
    memory_file,
    recall,
    remember,
    remember_credential,
)
from hardware.signalling.client import Enrolled
from hardware.signalling.site_key import SiteKey
from tests.end_to_end.meeting import Folder
from tests.own_process import ROOT

KNOWN = SiteMemory(
    site="s014", site_name="Xã Ea Nuôl", urls=("https://10.0.0.1:8443",), fingerprint="ab" * 32, credential="secret"
)
FIELDS = b'{"site":%s,"site_name":"x","urls":%s,"fingerprint":"ab","credential":"c"}'
HOSTILE = {
    "empty": b"",
    "torn": b'{"site":"s014","site_na',
    "zeroes after a power cut": bytes(400),
    "not UTF-8": FIELDS % (b'"\xff\xfe"', b"[]"),
    "half a character": FIELDS % (b'"\\ud800"', b"[]"),
    "another type": FIELDS % (b"14", b"[]"),
    "nested without end": FIELDS % (b'"s014"', b"[" * 60_000),
    "too large": FIELDS % (b'"s014"', b'["' + b"x" * 100_000 + b'"]'),
    "another document": b"[]",
}

WRITER = """
import resource, sys
from pathlib import Path
from hardware.processes.site.site_memory import SiteMemory, remember
resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))
new = SiteMemory(site="s014", site_name="x" * 200, urls=(), fingerprint="", credential="another")
try:
    remember(Path(sys.argv[1]), new)
except OSError:
    sys.exit(9)
"""


def test_what_was_stored_comes_back(tmp_path: Path) -> None:
    path = memory_file(tmp_path / "new folder")
    assert recall(path) is None
    remember(path, KNOWN)
    assert recall(path) == KNOWN
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.skipif(sys.platform == "win32", reason="on Windows the user's folder guards it")
def test_the_secret_is_its_owners_alone(tmp_path: Path) -> None:
    path = memory_file(tmp_path)
    remember(path, KNOWN)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


@pytest.mark.parametrize("name", HOSTILE)
def test_a_file_that_is_not_what_was_stored_is_one_sentence(tmp_path: Path, name: str) -> None:
    path = memory_file(tmp_path)
    path.write_bytes(HOSTILE[name])
    with pytest.raises(BadMemory) as bad:
        recall(path)
    assert bad.value.trouble is not None
    assert bad.value.trouble.kind is TroubleKind.MEMORY_BAD
    assert path.read_bytes() == HOSTILE[name], "never touched"


def test_a_folder_in_its_place_is_one_sentence(tmp_path: Path) -> None:
    memory_file(tmp_path).mkdir()
    with pytest.raises(BadMemory):
        recall(memory_file(tmp_path))


@pytest.mark.skipif(sys.platform == "win32", reason="file size limits are POSIX")
def test_a_full_disk_leaves_the_old_credential_and_nothing_else(tmp_path: Path) -> None:
    path = memory_file(tmp_path)
    remember(path, KNOWN)
    line = [sys.executable, "-c", WRITER, str(path)]
    done = subprocess.run(line, env={**os.environ, "PYTHONPATH": str(ROOT)}, check=False)
    assert done.returncode == 9
    assert recall(path) == KNOWN
    assert list(tmp_path.iterdir()) == [path]


def test_a_satellite_with_a_torn_file_says_what_to_do(folder: Folder) -> None:
    memory_file(folder.data.root).write_bytes(HOSTILE["torn"])
    run = folder.run("satellite", "--no-window")
    assert run.returncode == 2
    assert len(run.stderr.strip().splitlines()) == 1
    assert "satellite.json" in run.stderr


def test_the_main_room_forgets_a_torn_file_and_gets_a_new_code(folder: Folder) -> None:
    (folder.data.run / "main-room.json").write_bytes(HOSTILE["torn"])
    plan = main_room_plan(folder.data)
    assert plan.credential is None
    assert plan.code


def keep(path: Path, key: SiteKey) -> None:
    new = Enrolled(site="s014", site_name="x", credential=key, expires_ms=7)
    remember_credential(path, replace(KNOWN, credential=""), new)


def test_a_key_is_kept_in_the_file_where_there_is_no_key_store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    path, key = memory_file(tmp_path), SiteKey.make()
    remember(path, KNOWN)
    keep(path, key)
    known = recall(path)
    assert known is not None
    assert (known.credential, known.public_key, known.expires_ms) == ("", key.public, 7)
    credential = credential_of(known, path)
    assert isinstance(credential, SiteKey)
    assert credential.private_text() == key.private_text()


class SmallKeyStore(KeyringBackend):
    """A key store of this process: what Windows or a desktop has."""

    @properties.classproperty
    def priority(self) -> float:
        """Says that it can be used."""
        return 1

    def __init__(self) -> None:
        super().__init__()
        self.kept: dict[tuple[str, str], str] = {}
        self.answers = threading.Event()
        self.answers.set()

    def set_password(self, service: str, username: str, password: str) -> None:
        self.answers.wait()
        self.kept[service, username] = password

    def get_password(self, service: str, username: str) -> str | None:
        self.answers.wait()
        return self.kept.get((service, username))

    def delete_password(self, service: str, username: str) -> None:
        if self.kept.pop((service, username), None) is None:
            raise PasswordDeleteError


@pytest.fixture
def key_store(monkeypatch: pytest.MonkeyPatch) -> Iterator[SmallKeyStore]:
    store, before = SmallKeyStore(), keyring.get_keyring()
    monkeypatch.setenv("DISPLAY", ":0")
    keyring.set_keyring(store)
    yield store
    store.answers.set()
    keyring.set_keyring(before)


def test_a_key_store_has_the_private_key_and_the_file_has_not(tmp_path: Path, key_store: SmallKeyStore) -> None:
    path, first, second = memory_file(tmp_path), SiteKey.make(), SiteKey.make()
    keep(path, first)
    known = recall(path)
    assert known is not None
    assert first.private_text().encode() not in path.read_bytes()
    assert isinstance(credential_of(known, path), SiteKey)
    keep(path, second)
    assert list(key_store.kept.values()) == [second.private_text()], "the key before is worth nothing any more"
    key_store.kept.clear()
    renewed = recall(path)
    assert renewed is not None
    with pytest.raises(BadMemory, match="no longer in the system's key store"):
        credential_of(renewed, path)


def test_a_key_store_that_does_not_answer_is_none(
    tmp_path: Path, key_store: SmallKeyStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("hardware.processes.site.key_store.PATIENCE_SECONDS", 0.05)
    key_store.answers.clear()
    path, key = memory_file(tmp_path), SiteKey.make()
    keep(path, key)
    assert key.private_text().encode() in path.read_bytes()


@pytest.mark.parametrize("private", ["", "x", "A" * 43])
def test_a_key_that_is_none_or_another_is_one_sentence(tmp_path: Path, private: str) -> None:
    known = replace(KNOWN, credential="", public_key=SiteKey.make().public, private_key=private)
    with pytest.raises(BadMemory, match=r"\.$"):
        credential_of(known, memory_file(tmp_path))
