"""The technical check in the core: begun, ticked, closed, kept; what is asked of engine and site, and who is let go."""

from console.checks.check_messages import (
    ShowCheck,
    TickCheck,
)
from console.checks.check_words import CheckItem, CheckResult, CheckWhy
from console.commands import (
    BringToPodium,
    CloseCheckStage,
    EndSession,
    FreezeBaseline,
    RequestFloor,
    RunSiteCheck,
    StopSiteChecks,
    TickCheckItem,
)
from console.effects import PutRecords
from console.engine_port import ConnectionKind
from console.events import MeetingFileRead
from console.office.baseline import Baseline
from console.office.checks import CheckSummary
from console.office.meeting_file import MeetingFile
from console.words import Outcome, Reason, RehearsalState, SessionKind
from tests.console.checked_province import RUN, Checked
from tests.console.province import meeting, technician


def test_a_check_measures_by_itself_and_leaves_the_rest_to_people() -> None:
    province = Checked().begin()
    gates = province.gates
    assert province.badge("s001") is RehearsalState.NOT_TESTED
    assert province.ask(RunSiteCheck(sites=("s001",))).outcome is Outcome.DONE
    assert province.badge("s001") is RehearsalState.MEASURING
    province.wait_ms(12_000)
    found = province.newest("s001")
    assert {item: mark.result for item, mark in found.items()} == {
        CheckItem.SOUND_TO_SITE: CheckResult.OK,
        CheckItem.SOUND_FROM_SITE: CheckResult.OK,
        CheckItem.MICROPHONE: CheckResult.OK,
        CheckItem.ECHO: CheckResult.OK,
        CheckItem.PICTURE_SIZE: CheckResult.FAIL,
        CheckItem.PICTURE_RATE: CheckResult.FAIL,
        CheckItem.LOSS: CheckResult.OK,
        CheckItem.JITTER: CheckResult.OK,
        CheckItem.ROUND_TRIP: CheckResult.OK,
        CheckItem.BANDWIDTH: CheckResult.OK,
        CheckItem.BANDWIDTH_DOWN: CheckResult.OK,
        CheckItem.ADDRESS: CheckResult.OK,
        CheckItem.PRESET: CheckResult.NOT_APPLICABLE,
    }
    assert (found[CheckItem.SOUND_TO_SITE].value, found[CheckItem.SOUND_TO_SITE].unit) == ("-17.2", "dBFS")
    assert (found[CheckItem.ADDRESS].value, found[CheckItem.ADDRESS].unit) == ("10.0.0.1", "IPv4")
    assert (found[CheckItem.BANDWIDTH].value, found[CheckItem.BANDWIDTH].why) == ("4000", CheckWhy.AT_LEAST)
    assert found[CheckItem.MICROPHONE].by == ""
    assert province.gates == gates, "a check never touches the mix"
    assert not province.state.checks.running
    assert province.badge("s001") is RehearsalState.FAILED
    province.check_replay()


def test_who_cannot_answer_is_unknown_and_never_good() -> None:
    province = Checked().begin()
    province.join("s001", ConnectionKind.DEVICE)
    province.deaf.add("s002")
    province.ask(RunSiteCheck(sites=("s001", "s002")))
    province.wait_ms(15_000)
    device, silent = province.newest("s001"), province.newest("s002")
    assert device[CheckItem.SOUND_TO_SITE].why is CheckWhy.CANNOT_ANSWER
    assert device[CheckItem.ECHO].why is CheckWhy.CANNOT_ANSWER
    assert device[CheckItem.SOUND_FROM_SITE].result is CheckResult.OK, "its sound was heard"
    assert silent[CheckItem.SOUND_TO_SITE].why is CheckWhy.NO_ANSWER
    for found in (device, silent):
        assert found[CheckItem.SOUND_TO_SITE].result is CheckResult.NOT_CHECKED


def test_a_site_that_leaves_is_let_go_and_what_is_open_says_so() -> None:
    province = Checked().begin()
    province.ask(RunSiteCheck(sites=("s001",)))
    province.wait_ms(1500)
    province.leave("s001")
    assert not province.state.checks.running
    assert {mark.why for mark in province.newest("s001").values()} == {CheckWhy.INTERRUPTED}
    assert province.badge("s001") is RehearsalState.REMARK


def test_few_sites_are_measured_at_once_and_all_in_the_end() -> None:
    province = Checked(9).begin()
    for number in range(4, 10):
        province.join(f"s{number:03}")
    province.ask(RunSiteCheck())
    assert len(province.state.checks.running) == 4
    assert len(province.views["checks"].waiting) == 5
    province.wait_ms(40_000)
    assert len(province.state.durable.sheets) == 9
    assert not province.views["checks"].running


def test_absent_sites_are_named_and_all_others_are_measured() -> None:
    province = Checked().begin()
    province.leave("s003")
    receipt = province.ask(RunSiteCheck(sites=("s001", "s003")))
    assert (receipt.outcome, receipt.unconfirmed) == (Outcome.PARTLY, ("s003",))
    assert province.ask(RunSiteCheck(sites=("s003",))).reason is Reason.SITE_NOT_CONNECTED
    assert province.ask(RunSiteCheck(sites=("x",))).reason is Reason.UNKNOWN_SITE
    assert province.ask(RunSiteCheck(stage="T-9")).reason is Reason.UNKNOWN_STAGE


def test_the_stage_of_the_speakers_measures_whoever_will_speak() -> None:
    province = Checked().begin()
    province.ask(RequestFloor(site="s002"))
    province.ask(RunSiteCheck(stage="T-30min"))
    assert list(province.state.checks.running) == ["s002"]
    province.wait_ms(12_000)
    assert set(province.newest("s002", "T-30min")) == set(RUN.items)


def test_a_retest_after_a_failure_keeps_both() -> None:
    province = Checked().begin()
    province.rooms["s001"] = -127.0
    province.ask(RunSiteCheck(sites=("s001",)))
    province.wait_ms(12_000)
    province.rooms["s001"] = -30.0
    province.ask(RunSiteCheck(sites=("s001",), only_failed=True))
    province.wait_ms(12_000)
    sheet = province.state.durable.sheets["T-1wd/s001"]
    assert [mark.result for mark in sheet.marks[CheckItem.MICROPHONE]] == [CheckResult.FAIL, CheckResult.OK]
    assert len(sheet.marks[CheckItem.ADDRESS]) == 1, "what was in order is not measured again"
    assert province.badge("s001") is RehearsalState.FAILED, "its picture is still too small"


def test_people_tick_the_rest_under_their_names() -> None:
    province = Checked().begin()
    province.ask(RunSiteCheck(sites=("s001",)))
    tick = TickCheckItem(site="s001", item=CheckItem.LIGHT, result=CheckResult.OK, note="đủ sáng", by="Trần Văn Hà")
    assert province.ask(tick).outcome is Outcome.DONE
    mark = province.newest("s001")[CheckItem.LIGHT]
    assert (mark.by, mark.note) == ("Trần Văn Hà", "đủ sáng")
    told = province.sites["s001"].last(ShowCheck)
    assert told.stage == "T-1wd"
    assert dict(zip(told.items, told.results, strict=True))[CheckItem.LIGHT] is CheckResult.OK
    said = TickCheck(
        wish_id="w1", stage="T-1wd", item=CheckItem.POWER, result=CheckResult.FAIL, note="không có UPS", by="Y Khoa"
    )
    province.say("s001", said)
    assert province.newest("s001")[CheckItem.POWER].by == "Y Khoa"


def test_a_site_ticks_what_is_its_own_and_nothing_that_the_bridge_measures() -> None:
    province = Checked().begin()
    lie = TickCheckItem(site="s001", item=CheckItem.SOUND_TO_SITE, result=CheckResult.OK)
    other = TickCheckItem(site="s002", item=CheckItem.LIGHT, result=CheckResult.OK)
    for command in (lie, other):
        assert province.ask(command, actor=technician("s001")).reason is Reason.NOT_ALLOWED
    assert province.ask(RunSiteCheck(sites=("s001",)), actor=technician("s001")).reason is Reason.NOT_ALLOWED


def test_an_official_meeting_that_has_begun_is_not_measured() -> None:
    province = Checked().begin(SessionKind.OFFICIAL)
    assert province.ask(RunSiteCheck(sites=("s001",))).outcome is Outcome.DONE
    province.wait_ms(1500)
    province.ask(BringToPodium(site="s002"))
    assert not province.state.checks.running, "the meeting goes first"
    province.wait_ms(5000)
    assert province.ask(RunSiteCheck(sites=("s003",))).reason is Reason.MEETING_HAS_BEGUN
    assert province.ask(TickCheckItem(site="s003", item=CheckItem.LIGHT, result=CheckResult.OK)).outcome is Outcome.DONE


def test_a_closed_stage_names_who_has_not_reported() -> None:
    province = Checked().begin()
    province.ask(RunSiteCheck(sites=("s001",)))
    province.wait_ms(12_000)
    province.ask(CloseCheckStage())
    closed = province.state.durable.closed_stages["T-1wd"]
    assert (closed.failed, closed.not_reported, closed.person) == (1, ("s002", "s003"), "Lan")
    assert province.views["checks"].closed[0].stage == "T-1wd"


def _ready(province: Checked) -> None:
    """Brings a full sheet about, all of it good."""
    for item in CheckItem:
        tick = TickCheckItem(site="s001", item=item, result=CheckResult.OK, value="36.0", by="Hà")
        assert province.ask(tick).outcome is Outcome.DONE


def test_usual_values_are_frozen_from_a_check_that_passed_and_drift_is_shown() -> None:
    province = Checked().begin()
    assert province.ask(FreezeBaseline(site="s001")).reason is Reason.CHECK_NOT_PASSED
    _ready(province)
    assert province.badge("s001") is RehearsalState.PASSED
    assert province.ask(FreezeBaseline(site="s001")).outcome is Outcome.DONE
    put = next(effect for effect in province.effects if isinstance(effect, PutRecords))
    (record,) = put.records
    assert isinstance(record, Baseline)
    assert (record.id, record.values[CheckItem.ECHO], put.person) == ("s001", "36.0", "Lan")
    province.echoes["s001"] = -38.0
    province.ask(RunSiteCheck(sites=("s001",)))
    province.wait_ms(12_000)
    echo = province.newest("s001")[CheckItem.ECHO]
    assert (echo.value, echo.baseline) == ("21.0", "36.0")
    province.check_replay()


def test_usual_values_and_the_last_check_come_with_the_meetings_file() -> None:
    province = Checked().begin()
    file = MeetingFile(
        meeting_uid="m1",
        sites=("s001", "s002"),
        checked={"s002": RehearsalState.PASSED},
        baselines={"s001": {CheckItem.ADDRESS: "10.0.0.9"}},
    )
    province.tell(MeetingFileRead(meeting_uid="m1", file=file))
    assert province.badge("s002") is RehearsalState.PASSED
    assert province.badge("s001") is RehearsalState.NOT_TESTED
    province.ask(RunSiteCheck())
    assert set(province.state.checks.running) == {"s001", "s002"}, "the meeting's sites alone"
    province.wait_ms(12_000)
    assert province.newest("s001")[CheckItem.ADDRESS].baseline == "10.0.0.9"


def test_the_end_of_the_session_keeps_every_sheet_in_the_register() -> None:
    province = Checked().begin()
    province.ask(RunSiteCheck(sites=("s001",)))
    province.wait_ms(12_000)
    province.ask(RunSiteCheck(sites=("s002",)))
    province.wait_ms(1000)
    province.ask(EndSession())
    put = [effect for effect in province.effects if isinstance(effect, PutRecords)][-1]
    kept = {record.id: record for record in put.records if isinstance(record, CheckSummary)}
    assert set(kept) == {"m1/T-1wd/s001", "m1/T-1wd/s002"}
    assert kept["m1/T-1wd/s001"].state is RehearsalState.FAILED
    assert kept["m1/T-1wd/s002"].marks[0].why is CheckWhy.INTERRUPTED
    assert province.views["checks"].stages == ()


def test_stopping_leaves_open_what_was_not_measured() -> None:
    province = Checked().begin()
    assert province.ask(StopSiteChecks()).reason is Reason.NOTHING_TO_DO
    province.ask(RunSiteCheck())
    assert province.ask(StopSiteChecks()).outcome is Outcome.DONE
    assert not province.views["checks"].running
    assert {mark.result for mark in province.newest("s001").values()} == {CheckResult.NOT_CHECKED}


def test_a_meeting_without_stages_shows_no_badge_and_can_be_checked_all_the_same() -> None:
    province = meeting()
    assert province.views["site/s001"].rehearsal is None
    assert [stage.stage for stage in province.views["checks"].stages] == ["check"]


def test_a_failure_is_mended_by_what_was_found_good_and_not_by_a_retest_that_found_nothing() -> None:
    province = Checked().begin()
    province.rooms["s001"] = -127.0
    province.ask(RunSiteCheck(sites=("s001",)))
    province.wait_ms(12_000)
    tick = TickCheckItem(site="s001", item=CheckItem.PICTURE_SIZE, result=CheckResult.OK, by="Hà")
    rate = TickCheckItem(site="s001", item=CheckItem.PICTURE_RATE, result=CheckResult.OK, by="Hà")
    province.ask(tick)
    province.ask(rate)
    assert province.badge("s001") is RehearsalState.FAILED, "its microphone is silent"
    province.ask(RunSiteCheck(sites=("s001",)))
    province.wait_ms(1500)
    province.ask(StopSiteChecks())
    assert province.badge("s001") is RehearsalState.FAILED
    assert province.newest("s001")[CheckItem.MICROPHONE].why is CheckWhy.SILENT, "nothing was found instead"
    province.rooms["s001"] = -60.0
    province.ask(RunSiteCheck(sites=("s001",), only_failed=True))
    province.wait_ms(12_000)
    assert province.newest("s001")[CheckItem.MICROPHONE].result is CheckResult.NOT_CHECKED
    assert province.badge("s001") is RehearsalState.FAILED, "only noise is no proof that it is mended"
    province.rooms["s001"] = -30.0
    province.ask(RunSiteCheck(sites=("s001",), only_failed=True))
    province.wait_ms(12_000)
    assert province.badge("s001") is RehearsalState.REMARK, "mended, and said to have been"


def test_badges_are_as_they_were_after_the_bridge_has_come_back_from_its_log() -> None:
    province = Checked().begin()
    province.ask(RunSiteCheck(sites=("s001",)))
    province.wait_ms(12_000)
    province.ask(TickCheckItem(site="s002", item=CheckItem.LIGHT, result=CheckResult.OK, by="Hà"))
    before = [province.badge(f"s{number:03}") for number in range(1, 4)]
    again = Checked(restored=tuple(province.lines))
    assert [again.badge(f"s{number:03}") for number in range(1, 4)] == before
    assert before == [RehearsalState.FAILED, RehearsalState.REMARK, RehearsalState.NOT_TESTED]


def test_nothing_is_measured_after_the_declared_start_of_an_official_meeting() -> None:
    province = Checked().begin(SessionKind.OFFICIAL)
    file = MeetingFile(meeting_uid="m1", sites=("s001", "s002"), start_ms=province.now.wall_ms + 5000)
    province.tell(MeetingFileRead(meeting_uid="m1", file=file))
    assert province.views["checks"].allowed
    province.ask(RunSiteCheck(sites=("s001",)))
    province.wait_ms(1000)
    assert province.state.checks.running
    province.wait_ms(5000)
    assert not province.state.checks.running, "no tone goes into a room while the opening is spoken"
    assert not province.views["checks"].allowed
    assert province.ask(RunSiteCheck(sites=("s002",))).reason is Reason.MEETING_HAS_BEGUN
    province.ask(EndSession())
    province.start(SessionKind.REHEARSAL)
    province.tell(MeetingFileRead(meeting_uid="m1", file=file))
    assert province.ask(RunSiteCheck(sites=("s002",))).outcome is Outcome.DONE, "a rehearsal may be at any time"
