"""Configuration stays as it is while an official meeting runs, and what becomes of it nevertheless."""

import pytest
from msgspec.structs import replace

from console.cameras.list_changes import CameraChange, ListAct, ListChange
from console.checks.check_words import CheckItem, CheckResult
from console.commands import CloseCheckStage, EndSession, StartSession, TickCheckItem
from console.configuration.configuration_entries import ConfigurationChanged, ConfigurationFrozen
from console.configuration.configuration_facts import MOST_FACTS, difference, facts_of
from console.configuration.configuration_parts import ConfigurationPart
from console.configuration.configuration_records import (
    ChangeStanding,
    ConfigurationChange,
    ConfigurationFreeze,
    FreezeCause,
    freeze_in_force,
)
from console.effects import PutRecords
from console.events import ConfigurationSeen
from console.rules import Rules
from console.sites.site_messages import SiteCamerasListed
from console.words import SessionKind
from tests.console.checked_province import Checked
from tests.console.province import Province, meeting

HOUR_MS = 3600 * 1000


def freezes(province: Province) -> list[ConfigurationFreeze]:
    put = (effect for effect in province.effects if isinstance(effect, PutRecords))
    return [record for effect in put for record in effect.records if isinstance(record, ConfigurationFreeze)]


def changed(province: Province) -> list[ConfigurationChanged]:
    return [line.entry for line in province.lines if isinstance(line.entry, ConfigurationChanged)]


@pytest.mark.parametrize(("kind", "count"), [(SessionKind.OFFICIAL, 2), (SessionKind.REHEARSAL, 0)])
def test_an_official_session_freezes_and_thaws_the_configuration(kind: SessionKind, count: int) -> None:
    province = Province()
    province.ask(StartSession(kind=kind, title="Giao ban"))
    province.ask(EndSession())
    told = freezes(province)
    assert [(each.cause, each.in_force) for each in told] == [
        (FreezeCause.SESSION, True),
        (FreezeCause.SESSION, False),
    ][:count]


def test_a_profile_may_leave_configuration_free() -> None:
    province = Province(rules=Rules(frozen_in_session=False))
    province.ask(StartSession(kind=SessionKind.OFFICIAL, title="Giao ban"))
    assert freezes(province) == []


def closed_check(result: CheckResult) -> Checked:
    province = Checked().begin()
    province.state = replace(province.state, rules=replace(province.state.rules, frozen_after_check=True))
    for site in ("s001", "s002", "s003"):
        for item in CheckItem:
            province.ask(TickCheckItem(site=site, item=item, result=result, value="36.0", by="Hà"))
    province.effects.clear()
    province.ask(CloseCheckStage())
    return province


def test_a_good_check_freezes_it_until_the_meeting_and_a_bad_one_does_not() -> None:
    province = closed_check(CheckResult.OK)
    (freeze,) = freezes(province)
    assert (freeze.cause, freeze.in_force, freeze.until_ms is not None) == (FreezeCause.CHECK, True, True)
    assert any(isinstance(line.entry, ConfigurationFrozen) for line in province.lines)
    province.check_replay()
    assert [each.in_force for each in freezes(closed_check(CheckResult.FAIL))] == [False]


SESSION = ConfigurationFreeze(id="session", cause=FreezeCause.SESSION, since_ms=10, session="eins", meeting_uid="held")
CHECK = ConfigurationFreeze(id="check/m", cause=FreezeCause.CHECK, since_ms=5, until_ms=100, meeting_uid="m")


@pytest.mark.parametrize(
    ("known", "live", "now_ms", "expected"),
    [
        ((), ("eins",), 20, None),
        ((SESSION,), ("eins",), 20, SESSION),
        ((SESSION,), (), 20, None),
        ((SESSION,), ("zwei",), 20, None),
        ((replace(SESSION, in_force=False),), ("eins",), 20, None),
        ((CHECK,), (), 20, CHECK),
        ((CHECK,), (), 100, None),
        ((replace(CHECK, in_force=False),), (), 20, None),
        ((replace(SESSION, in_force=False), CHECK), (), 20, CHECK),
        ((replace(SESSION, in_force=False, meeting_uid="m"), CHECK), (), 20, None),
        ((replace(SESSION, in_force=False, meeting_uid="m", since_ms=1), CHECK), (), 20, CHECK),
    ],
)
def test_which_freeze_holds(
    known: tuple[ConfigurationFreeze, ...], live: tuple[str, ...], now_ms: int, expected: ConfigurationFreeze | None
) -> None:
    assert freeze_in_force(known, live, now_ms) == expected


def test_a_change_is_a_line_with_before_after_person_and_reason() -> None:
    province = meeting()
    change = ConfigurationChange(
        id="1",
        part=ConfigurationPart.SETTINGS,
        standing=ChangeStanding.OVERRIDDEN,
        before="https_port=8443",
        after="https_port=9443",
    )
    province.tell(ConfigurationSeen(change=change, person="Hoa", reason="cổng bị chiếm"))
    (entry,) = changed(province)
    assert (entry.before, entry.after, entry.person, entry.reason) == (
        "https_port=8443",
        "https_port=9443",
        "Hoa",
        "cổng bị chiếm",
    )
    province.check_replay()


@pytest.mark.parametrize(
    ("standing", "lines"), [(ChangeStanding.FREE, 0), (ChangeStanding.BY_HAND, 0), (ChangeStanding.UNAPPROVED, 1)]
)
def test_cameras_which_have_lines_of_their_own_are_said_twice_only_when_nobody_agreed(
    standing: ChangeStanding, lines: int
) -> None:
    province = meeting()
    change = ConfigurationChange(id="1", part=ConfigurationPart.CAMERAS, standing=standing)
    province.tell(ConfigurationSeen(change=change))
    assert len(changed(province)) == lines


def test_a_satellite_that_changes_its_cameras_in_the_meeting_is_said_and_kept() -> None:
    province = Province()
    province.engine_up()
    province.ask(StartSession(kind=SessionKind.OFFICIAL, title="Giao ban"))
    province.join("s001")
    one = CameraChange(camera="hall", act=ListAct.CHANGED, before="host=10.0.0.1", after="host=10.0.0.2")
    province.say("s001", SiteCamerasListed(cameras=("hall",), change=ListChange(changes=(one,), person="Tư")))
    (entry,) = changed(province)
    assert (entry.standing, entry.what, entry.person) == (ChangeStanding.UNAPPROVED, "s001/hall", "Tư")
    put = [effect for effect in province.effects if isinstance(effect, PutRecords)][-1]
    (record,) = put.records
    assert isinstance(record, ConfigurationChange)
    assert (record.site, record.before, put.person) == ("s001", "host=10.0.0.1", "Tư")


def test_what_is_otherwise_is_said_by_its_path() -> None:
    before = facts_of(b'{"https_port": 8443, "cameras": [{"camera": "main", "host": "a"}], "listen": ["x", "y"]}')
    after = facts_of(b'{"https_port": 9443, "cameras": [{"camera": "new"}, {"camera": "main", "host": "b"}]}')
    assert difference(before, after) == (
        'https_port=8443, cameras[main].host=a, listen=["x","y"]',
        "https_port=9443, cameras[main].host=b, cameras[new].camera=new",
    )


@pytest.mark.parametrize(
    "octets",
    [None, b"", b"[", b"\xff\xfe", b"[" * 100_000, b"[" + b'{"a":1},' * (MOST_FACTS + 1) + b'{"a":1}]'],
)
def test_what_cannot_be_told_apart_has_no_facts(octets: bytes | None) -> None:
    assert facts_of(octets) == {}


def test_a_value_of_any_length_is_cut() -> None:
    assert max(map(len, facts_of(b'{"a": "' + b"x" * 10_000 + b'"}').values())) <= 200
