"""A meeting held by the real core with simulated sites, written to a data folder by the real writer."""

from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

from console.commands import BringToPodium, EndSession, FinishSpeech, GrantFloor, MuteAll, ReturnToPrevious
from console.data_folder import DataFolder
from console.effects import CloseSessionLog, OpenSessionLog, WriteLog
from console.entries import Line
from console.log_book.office_store import OfficeStore
from console.log_book.verdict import Finding
from console.records.hand_over.making import PackageWish, make_package
from console.records.hand_over.signing_key import own_key
from console.rules import Rules
from console.sites.site_messages import AskFloor
from console.words import WhoOpens
from tests.console.log_book.log_lines import folder, running_writer
from tests.console.province import Province, meeting

PROFILE = '{"schema": "regulation-profile/1", "id": "default", "name": "Hồ sơ mặc định"}'
PROFILE_HASH = "ab" * 32
NOW = datetime(2027, 1, 15, 17, 0, tzinfo=timezone(timedelta(hours=7)))


def held_meeting(satellites: int = 3, speeches: int = 2, *, ended: bool = True) -> Province:
    """Holds a meeting: all silent, some ask and speak, one comes to the podium, one is lost and comes back."""
    rules = Rules(who_opens=WhoOpens.OPERATOR, profile_id="default", profile_hash=PROFILE_HASH)
    province = meeting(satellites, rules)
    province.ask(MuteAll())
    for number in range(speeches):
        site = f"s{number % satellites + 1:03}"
        province.say(site, AskFloor(note="ý kiến"))
        province.ask(GrantFloor(request_id=province.views["floor"].requests[0].request_id))
        province.wait_ms(65_000)
        province.ask(FinishSpeech())
    province.ask(BringToPodium(site="s001"))
    province.wait_ms(3000)
    province.ask(ReturnToPrevious())
    province.leave("s002")
    province.wait_ms(30_000)
    province.join("s002")
    province.wait_ms(5000)
    if ended:
        province.ask(EndSession())
    return province


def written_meeting(path: Path, province: Province) -> DataFolder:
    """Writes what the core logged, and what the office knows of its profile."""
    data = folder(path)
    write_lines(data, tuple(province.lines), ended="SessionEnded" in province.kinds())
    with OfficeStore(data.office_file) as office:
        office.profiles.keep(PROFILE_HASH, "default", PROFILE)
    return data


def write_lines(data: DataFolder, lines: tuple[Line, ...], *, ended: bool) -> None:
    """Writes lines of one session through the real writer."""
    first = lines[0]
    title = getattr(first.entry, "title", "")
    with running_writer(data) as (writer, reports):
        writer.submit(OpenSessionLog(session=first.session, meeting_uid=first.meeting_uid, title=title))
        writer.submit(WriteLog(lines=lines))
        if ended:
            writer.submit(CloseSessionLog(session=first.session))
        reports.wait_written(lines[-1].number)
    assert reports.edges == []


def wish_for(data: DataFolder, out: Path, **more: Any) -> PackageWish:
    """Returns the wish for a package of the only session in a folder."""
    with OfficeStore(data.office_file) as office:
        (row,) = office.sessions.all()
        profile = office.profiles.content(PROFILE_HASH)
    values: dict[str, Any] = {
        "log": data.session_file(row.session),
        "finding": Finding.WHOLE,
        "out": out,
        "key": own_key(data.signing_key_file),
        "profile_of": lambda wanted: profile if wanted == PROFILE_HASH else None,
        "person": "Lan",
        "language": "vi",
        "program_version": "0.1.0",
        "as_zip": False,
        "with_samples": False,
        "now": NOW,
    }
    return PackageWish(**(values | more))


def packed(tmp_path: Path, **more: Any) -> Path:
    """Returns a package of a short meeting, with something in place of the readable record's PDF."""
    data = written_meeting(tmp_path / "data", held_meeting())
    return make_package(wish_for(data, tmp_path / "out", **more), lambda _story, _seal, _language: b"%PDF-").path
