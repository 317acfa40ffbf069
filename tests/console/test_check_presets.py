"""Presets in the technical check: each of them once outside official sessions, the worst said in words, and back."""

import pytest
from msgspec.structs import replace

from console.cameras.camera_facts import CameraFacts, PresetTrial
from console.cameras.camera_wishes import Rehearse, Stop
from console.checks.check_words import CheckItem, CheckResult, CheckWhy
from console.commands import RecallPreset, RunSiteCheck, StopSiteChecks
from console.sites.site_messages import AskSiteCamera, Hello, RecallSitePreset, SiteCameraSeen, SitePresetReported
from console.words import Reason, SessionKind
from tests.console.checked_province import Checked

PRESETS = ("Bục phát biểu", "Toàn cảnh", "Chủ tọa")
HALL = CameraFacts(camera="hall", presets=PRESETS, podium_preset=PRESETS[0])


def at_a_site(kind: SessionKind = SessionKind.REHEARSAL) -> Checked:
    province = Checked().begin(kind)
    hello = Hello(program="satellite", version="2", can_test_sound=True, can_test_line=True, has_presets=True)
    province.say("s001", hello, SiteCameraSeen(camera=HALL))
    province.sites["s001"].camera_answers = True
    return province


def rehearsals(province: Checked) -> list[AskSiteCamera]:
    heard = province.sites["s001"].heard
    return [message for message in heard if isinstance(message, AskSiteCamera) and message.wish == Rehearse()]


def found(*trials: tuple[str, Reason | None, bool | None]) -> CameraFacts:
    tried = (PresetTrial(preset=preset, reason=reason, looks_alike=alike) for preset, reason, alike in trials)
    return replace(HALL, rehearsed=tuple(tried))


@pytest.mark.parametrize(
    ("second", "third", "expected"),
    [
        ((None, True), (None, None), (CheckResult.OK, "3/3", None, "")),
        ((None, False), (None, True), (CheckResult.NOT_CHECKED, "2/3", CheckWhy.PRESET_CHANGED, "Toàn cảnh")),
        (
            (None, False),
            (Reason.CAMERA_FAILED, None),
            (CheckResult.FAIL, "1/3", CheckWhy.PRESET_MISSED, "Chủ tọa"),
        ),
        (
            (Reason.CAMERA_UNCONFIRMED, None),
            (Reason.CAMERA_UNCONFIRMED, None),
            (CheckResult.NOT_CHECKED, "1/3", CheckWhy.PRESET_UNPROVED, "Toàn cảnh, Chủ tọa"),
        ),
    ],
)
def test_every_preset_is_recalled_once_and_the_worst_is_said(
    second: tuple[Reason | None, bool | None],
    third: tuple[Reason | None, bool | None],
    expected: tuple[CheckResult, str, CheckWhy | None, str],
) -> None:
    province = at_a_site()
    province.ask(RunSiteCheck(sites=("s001",)))
    province.wait_ms(12_000)
    assert CheckItem.PRESET not in province.newest("s001"), "it waits for the camera"
    (asked,) = rehearsals(province)
    facts = found((PRESETS[0], None, True), (PRESETS[1], *second), (PRESETS[2], *third))
    province.say("s001", SiteCameraSeen(camera=facts), SitePresetReported(request_id=asked.request_id, arrived=True))
    mark = province.newest("s001")[CheckItem.PRESET]
    assert (mark.result, mark.value, mark.why, mark.note) == expected
    province.check_replay()


def test_a_camera_that_never_answers_ends_the_check_in_time_and_is_stopped() -> None:
    province = at_a_site()
    province.ask(RunSiteCheck(sites=("s001",)))
    province.wait_ms(60_000)
    mark = province.newest("s001")[CheckItem.PRESET]
    assert (mark.result, mark.value, mark.why) == (CheckResult.NOT_CHECKED, "0/3", CheckWhy.NO_ANSWER)
    assert province.sites["s001"].last(AskSiteCamera).wish == Stop()
    assert not province.state.checks.running


def test_a_check_that_is_stopped_brings_the_camera_back_to_where_it_stood() -> None:
    province = at_a_site()
    province.ask(RecallPreset(site="s001", camera="hall", preset="Chủ tọa"))
    province.ask(RunSiteCheck(sites=("s001",)))
    province.wait_ms(3000)
    assert len(rehearsals(province)) == 1
    province.ask(StopSiteChecks())
    assert province.sites["s001"].last(RecallSitePreset).preset == "Chủ tọa"


def test_an_official_session_recalls_the_podium_preset_alone() -> None:
    province = at_a_site(SessionKind.OFFICIAL)
    province.ask(RunSiteCheck(sites=("s001",)))
    province.wait_ms(12_000)
    assert rehearsals(province) == []
    assert province.sites["s001"].last(RecallSitePreset).preset == PRESETS[0]
    assert province.newest("s001")[CheckItem.PRESET].result is CheckResult.OK


def test_a_camera_that_somebody_takes_meanwhile_is_left_to_them_and_the_check_says_so() -> None:
    province = at_a_site()
    province.ask(RunSiteCheck(sites=("s001",)))
    province.wait_ms(3000)
    (asked,) = rehearsals(province)
    report = SitePresetReported(request_id=asked.request_id, arrived=False, reason=Reason.SUPERSEDED)
    province.say("s001", report)
    province.wait_ms(12_000)
    mark = province.newest("s001")[CheckItem.PRESET]
    assert (mark.result, mark.why, mark.note) == (CheckResult.NOT_CHECKED, CheckWhy.INTERRUPTED, "hall")
    assert province.sites["s001"].last(RecallSitePreset) is None
