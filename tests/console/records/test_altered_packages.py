"""An altered copy of a package is refused and the place is named, whatever layer was altered, whoever signs anew."""

import hashlib
import json
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from console.log_book.verdict import Finding, Fracture
from console.records.hand_over import layout
from console.records.hand_over.bag import manifest_text
from console.records.hand_over.checking import check_package
from console.records.hand_over.making import make_package
from console.records.hand_over.package_verdict import PackageFault, PackageVerdict, SignerKnown
from console.records.hand_over.signing_key import SigningKey, own_key
from tests.console.log_book.log_lines import SESSION, outside, written_session
from tests.console.records.a_meeting import packed, wish_for


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return packed(tmp_path_factory.mktemp("original"))


@pytest.fixture
def package(original: Path, tmp_path: Path) -> Path:
    return shutil.copytree(original, tmp_path / original.name)


def found(verdict: PackageVerdict) -> list[tuple[PackageFault, str]]:
    return [(finding.fault, finding.name) for finding in verdict.findings]


def change(path: Path, before: bytes, after: bytes) -> None:
    content = path.read_bytes()
    assert before in content
    path.write_bytes(content.replace(before, after, 1))


def events_of(package: Path) -> list[bytes]:
    return (package / layout.EVENTS).read_bytes().splitlines(keepends=True)


def sign_anew(package: Path, key: SigningKey) -> None:
    """Does what a forger with a key does: lists, signature and public key fit the changed files again."""
    names = {path.relative_to(package).as_posix() for path in package.rglob("*") if path.is_file()}
    payload = {name for name in names if name.startswith(layout.PAYLOAD)}
    change_info(package, "Signing-Key", key.fingerprint)
    change_info(package, "Payload-Oxum", f"{sum((package / name).stat().st_size for name in payload)}.{len(payload)}")
    (package / layout.PUBLIC_KEY).write_bytes(key.public)
    (package / layout.MANIFEST).write_text(manifest_text(digests(package, payload)), encoding="utf-8")
    tags = names - payload - {layout.TAG_MANIFEST, layout.SIGNATURE}
    listed = manifest_text(digests(package, tags)).encode()
    (package / layout.TAG_MANIFEST).write_bytes(listed)
    (package / layout.SIGNATURE).write_bytes(key.sign(listed))


def digests(package: Path, names: set[str]) -> dict[str, str]:
    return {name: hashlib.sha256((package / name).read_bytes()).hexdigest() for name in names}


def change_info(package: Path, tag: str, value: str) -> None:
    lines = (package / layout.INFO).read_text(encoding="utf-8").splitlines()
    changed = [f"{tag}: {value}" if line.startswith(tag + ":") else line for line in lines]
    (package / layout.INFO).write_text("\n".join(changed) + "\n", encoding="utf-8")


def test_the_copy_itself_is_accepted(package: Path) -> None:
    assert check_package(package).findings == ()


def test_a_changed_event_is_named_with_its_file_and_number(package: Path) -> None:
    lines = events_of(package)
    lines[6] = lines[6].replace(b'"wall_ms":18', b'"wall_ms":17')
    (package / layout.EVENTS).write_bytes(b"".join(lines))
    verdict = check_package(package)
    broken = next(finding for finding in verdict.findings if finding.fault is PackageFault.EVENT_BROKEN)
    assert (broken.name, broken.at, broken.fracture) == (layout.EVENTS, 7, Fracture.CHANGED)
    assert (PackageFault.FILE_CHANGED, layout.EVENTS) in found(verdict)
    assert (PackageFault.SNAPSHOT_DIFFERS, layout.SNAPSHOT) in found(verdict)


@pytest.mark.parametrize(
    ("forge", "at", "fracture"),
    [
        (lambda lines: lines[:4] + lines[5:], 5, Fracture.MISSING),
        (lambda lines: [*lines[:4], lines[3], *lines[4:]], 5, Fracture.MISPLACED),
        (lambda lines: [*lines[:4], b'{"event":{}}\n', *lines[5:]], 5, Fracture.UNREADABLE),
        (lambda lines: [*lines[:4], lines[4][:-1]], 5, Fracture.UNREADABLE),
        (lambda lines: [*lines[:4], b"\xff\xfe\n", *lines[5:]], 5, Fracture.UNREADABLE),
    ],
    ids=["taken out", "put in", "no line", "cut within", "no text"],
)
def test_whatever_happened_to_the_events_the_first_bad_number_is_named(
    package: Path, forge: Callable[[list[bytes]], list[bytes]], at: int, fracture: Fracture
) -> None:
    (package / layout.EVENTS).write_bytes(b"".join(forge(events_of(package))))
    broken = [finding for finding in check_package(package).findings if finding.fault is PackageFault.EVENT_BROKEN]
    assert [(finding.at, finding.fracture) for finding in broken] == [(at, fracture)]


def test_a_tail_cut_off_is_named_by_the_signed_count(package: Path) -> None:
    lines = events_of(package)
    (package / layout.EVENTS).write_bytes(b"".join(lines[:-2]))
    cut = next(one for one in check_package(package).findings if one.fault is PackageFault.COUNT_DIFFERS)
    assert (cut.found, cut.wanted) == (str(len(lines) - 2), str(len(lines)))


def test_a_chain_computed_anew_is_found_by_its_head(package: Path) -> None:
    info = {line.split(": ")[0]: line.split(": ")[1] for line in (package / layout.INFO).read_text().splitlines()}
    previous = hashlib.sha256(("diem-cau" + info["Session-Id"]).encode()).hexdigest()
    forged = []
    for line in events_of(package):
        event = json.dumps(json.loads(line)["event"], ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        event = event.replace("Họp giao ban", "Họp kín")
        after = hashlib.sha256(f"{previous}\n{event}".encode()).hexdigest()
        forged.append(f'{{"event":{event},"hash":"{after}","previous":"{previous}"}}\n')
        previous = after
    (package / layout.EVENTS).write_text("".join(forged), encoding="utf-8")
    assert (PackageFault.HEAD_DIFFERS, layout.EVENTS) in found(check_package(package))


@pytest.mark.parametrize("name", [layout.RECORD, layout.SESSION, layout.PROFILE, layout.README, layout.BAGIT + " "])
def test_every_other_changed_file_is_named(package: Path, name: str) -> None:
    file = package / name.strip()
    file.write_bytes(file.read_bytes() + b"\n")
    assert (PackageFault.FILE_CHANGED, name.strip()) in found(check_package(package))


def test_a_changed_data_base_is_named_with_the_event(package: Path) -> None:
    with outside(package / layout.SNAPSHOT) as file:
        file.execute("UPDATE events SET event = replace(event, '\"number\":9,', '\"number\":9 ,') WHERE number = 9")
    verdict = check_package(package)
    differs = next(finding for finding in verdict.findings if finding.fault is PackageFault.SNAPSHOT_DIFFERS)
    assert differs.at == 9
    assert (PackageFault.FILE_CHANGED, layout.SNAPSHOT) in found(verdict)


def test_a_missing_and_an_added_file_are_named(package: Path) -> None:
    (package / layout.RECORD).unlink()
    (package / "data" / "them.txt").write_text("x", encoding="utf-8")
    verdict = found(check_package(package))
    assert (PackageFault.FILE_MISSING, layout.RECORD) in verdict
    assert (PackageFault.FILE_UNLISTED, "data/them.txt") in verdict


def test_lists_made_anew_without_the_key_do_not_help(package: Path) -> None:
    signature, public = (package / layout.SIGNATURE).read_bytes(), (package / layout.PUBLIC_KEY).read_bytes()
    (package / layout.RECORD).write_bytes(b"another record")
    key = own_key(package.parent / "forger.pem")
    sign_anew(package, key)
    (package / layout.SIGNATURE).write_bytes(signature)
    (package / layout.PUBLIC_KEY).write_bytes(public)
    assert (PackageFault.SIGNATURE_WRONG, layout.TAG_MANIFEST) in found(check_package(package))


def test_a_forgers_own_key_is_never_taken_for_the_registered_one(package: Path) -> None:
    registered = hashlib.sha256((package / layout.PUBLIC_KEY).read_bytes()).hexdigest()
    (package / layout.RECORD).write_bytes(b"another record")
    sign_anew(package, own_key(package.parent / "forger.pem"))
    unasked = check_package(package, own=registered)
    assert unasked.facts is not None
    assert unasked.facts.signer is SignerKnown.NOT_KNOWN
    assert found(check_package(package, named=registered)) == [(PackageFault.KEY_OTHER, layout.PUBLIC_KEY)]


def test_a_changed_snapshot_is_found_even_when_everything_is_signed_anew(package: Path) -> None:
    with outside(package / layout.SNAPSHOT) as file:
        file.execute("DELETE FROM events WHERE number = 4")
    sign_anew(package, own_key(package.parent / "forger.pem"))
    (differs,) = check_package(package).findings
    assert (differs.fault, differs.at) == (PackageFault.SNAPSHOT_DIFFERS, 4)


@pytest.mark.parametrize("octets", [0, 31, 33])
def test_a_key_or_signature_of_another_size_is_none(package: Path, octets: int) -> None:
    (package / layout.PUBLIC_KEY).write_bytes(b"k" * octets)
    assert (PackageFault.SIGNATURE_MALFORMED, layout.SIGNATURE) in found(check_package(package))


def test_a_log_that_was_broken_when_it_was_packed_is_never_called_whole(tmp_path: Path) -> None:
    data = written_session(tmp_path / "data", 12, ended=True)
    with outside(data.session_file(SESSION)) as file:
        file.execute("DELETE FROM events WHERE number = 6")
    made = make_package(wish_for(data, tmp_path / "out", finding=Finding.BROKEN), None)
    (finding,) = check_package(made.path).findings
    assert (finding.fault, finding.at, finding.found) == (PackageFault.LOG_WAS_BROKEN, 5, "broken")


def test_a_log_without_its_known_tail_is_never_called_whole(tmp_path: Path) -> None:
    data = written_session(tmp_path / "data", 12, ended=True)
    with outside(data.session_file(SESSION)) as file:
        file.execute("DELETE FROM events WHERE number > 8")
    made = make_package(wish_for(data, tmp_path / "out", finding=Finding.TAIL_MISSING), None)
    (finding,) = check_package(made.path).findings
    assert (finding.fault, finding.found) == (PackageFault.LOG_WAS_BROKEN, "tail_missing")


def test_every_single_octet_counts(package: Path) -> None:
    """Turns one octet in the middle of each file and finds that file named, or what rests on it refused."""
    for path in sorted(path for path in package.rglob("*") if path.is_file()):
        content = path.read_bytes()
        middle = len(content) // 2
        path.write_bytes(content[:middle] + bytes([content[middle] ^ 1]) + content[middle + 1 :])
        verdict = check_package(package)
        path.write_bytes(content)
        assert not verdict.good, path.name
    assert check_package(package).good


def test_a_snapshot_that_is_a_program_of_its_own_is_stopped(package: Path) -> None:
    (package / layout.SNAPSHOT).unlink()
    with sqlite3.connect(package / layout.SNAPSHOT) as forged:
        forged.execute("CREATE TABLE about (name TEXT, value TEXT)")
        forged.execute("INSERT INTO about VALUES ('session', 'x')")
        forged.execute(
            "CREATE VIEW events (number, schema, event, previous, hash) AS WITH RECURSIVE endless(n) AS "
            "(SELECT 1 UNION ALL SELECT n + 1 FROM endless) SELECT n, 1, '', '', '' FROM endless"
        )
    forged.close()
    assert (PackageFault.SNAPSHOT_UNREADABLE, layout.SNAPSHOT) in found(check_package(package))
