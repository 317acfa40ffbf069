"""The technical check in the core: what is asked of engine and site, what the answers come to, what is kept."""

from typing import Any

import pytest

from console.checks.check_messages import (
    ShowCheck,
    SiteLineTested,
    SiteSoundTested,
    TestSiteLine,
    TestSiteSound,
    TickCheck,
)
from console.checks.check_port import LineTested, SoundTested, TestLine, TestSound
from console.checks.check_words import CheckItem, CheckResult, CheckStage, CheckWhy, StageScope
from console.commands import (
    BringToPodium,
    CloseCheckStage,
    EndSession,
    FreezeBaseline,
    RequestFloor,
    RunSiteCheck,
    StopSiteChecks,
    TickCheckItem,
    UnmuteSite,
)
from console.effects import AnyEffect, PutRecords, SendToSite
from console.engine_port import ConnectionKind
from console.events import MeetingFileRead
from console.office.baseline import Baseline
from console.office.checks import CheckSummary
from console.office.meeting_file import MeetingFile
from console.rules import Rules
from console.sites.site_messages import Hello
from console.words import MAIN_SITE, Outcome, Reason, RehearsalState, Rung, SessionKind, SiteId
from tests.console.province import Province, meeting, technician

FULL = CheckStage(stage="T-1wd")
RUN = CheckStage(stage="T-30min", scope=StageScope.SPEAKERS, items=(CheckItem.SOUND_TO_SITE, CheckItem.PICTURE_SIZE))
RULES = Rules(check_stages=(FULL, RUN))


class Checked(Province):
    """A province whose engine and sites answer sound tests, each site with its own room and ears."""

    def __init__(self, satellites: int = 3, *, holds: bool = False, **traits: Any) -> None:
        """`holds`: tones last until `answer_tests`, and time."""
        self.holds, self._held = holds, list[Any]()
        self.tests: list[TestSound] = []
        self.rooms: dict[SiteId, float | None] = {}
        self.echoes: dict[SiteId, float] = {}
        self.returned: dict[SiteId, tuple[float, int]] = {}
        self.limits: dict[SiteId, float] = {}
        self.deaf: set[SiteId] = set()
        self.carries: dict[SiteId, tuple[int | None, int | None]] = {}
        """What each line carries up and down; None: it does not answer."""
        self.filled: list[tuple[SiteId, str, int]] = []
        super().__init__(satellites, rules=RULES, **traits)

    def begin(self, kind: SessionKind = SessionKind.REHEARSAL) -> "Checked":
        self.engine_up()
        for number in range(1, 4):
            site = f"s{number:03}"
            self.join(site)
            self.say(site, Hello(program="satellite", version="2", can_test_sound=True, can_test_line=True))
        self.start(kind)
        return self

    def start(self, kind: SessionKind) -> None:
        from console.commands import StartSession

        self.ask(StartSession(kind=kind, title="Tổng duyệt", meeting_uid="m1"))

    def _carry_out(self, effect: AnyEffect) -> None:
        super()._carry_out(effect)
        if isinstance(effect, TestSound):
            self.tests.append(effect)
            self._answer(self._tested(effect), held=effect.play_hertz is not None or effect.listen_hertz == 620)
        elif isinstance(effect, SendToSite) and isinstance(effect.message, TestSiteSound):
            site = self.sites.get(effect.site)
            if site is not None and site.obeys and effect.site not in self.deaf:
                heard = SiteSoundTested(request_id=effect.message.request_id, frames=75, tone_db=-17.2)
                self._answer(self._said(effect.site, heard), held=True)

        elif isinstance(effect, TestLine):
            self._fill(effect.site, "down", effect.most_kilobits, effect.request_id)
        elif isinstance(effect, SendToSite) and isinstance(effect.message, TestSiteLine):
            self._fill(effect.site, "up", effect.message.most_kilobits, effect.message.request_id)

    def _fill(self, site: SiteId, way: str, most: int, request_id: str) -> None:
        self.filled.append((site, way, most))
        up, down = self.carries.get(site, (5000, 5000))
        carried = up if way == "up" else down
        if not most or carried is None:
            return
        found: dict[str, Any] = {"request_id": request_id, "kilobits": min(carried, most), "full": carried < most}
        report = SiteLineTested(**found) if way == "up" else None
        answer = LineTested(at_ms=self.ms, site=site, **found) if report is None else self._said(site, report)
        self._answer(answer, held=True)

    def _answer(self, message: Any, *, held: bool) -> None:
        (self._held if self.holds and held else self._messages).append(message)

    def answer_tests(self) -> None:
        """Lets the tones that still sound be over."""
        held, self._held = self._held, []
        self.tell(*held)

    def _said(self, site: SiteId, message: Any) -> Any:
        from console.events import SiteSaid

        return SiteSaid(site=site, connection=self.sites[site].connection, message=message)

    def _tested(self, verb: TestSound) -> SoundTested:
        peak_db = self.rooms.get(verb.site, -30.0)
        tone_db = None
        if verb.play_hertz is not None:
            tone_db = self.echoes.get(verb.site)
        elif verb.listen_hertz is not None:
            tone_db = -17.4
        echo = self.returned.get(verb.site, (None, None)) if verb.play_hertz is not None else (None, None)
        return SoundTested(
            at_ms=self.ms,
            request_id=verb.request_id,
            site=verb.site,
            frames=0 if peak_db is None else 100,
            level_db=peak_db,
            peak_db=peak_db,
            tone_db=tone_db,
            echo_loss_db=echo[0],
            echo_delay_ms=echo[1],
            echo_limit_db=self.limits.get(verb.site),
        )

    def newest(self, site: SiteId, stage: str = "T-1wd") -> dict[CheckItem, Any]:
        sheet = self.state.durable.sheets.get(f"{stage}/{site}")
        return {} if sheet is None else {item: marks[-1] for item, marks in sheet.marks.items()}

    def badge(self, site: SiteId) -> RehearsalState:
        return self.views[f"site/{site}"].rehearsal


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


def test_only_the_tone_to_the_site_is_played_and_the_site_is_listened_to_by_the_bridge_alone() -> None:
    province = Checked().begin()
    province.ask(RunSiteCheck(sites=("s002",)))
    assert province.state.engine.listen[0] == ("s002",)
    assert province.sites["s002"].listening
    province.wait_ms(12_000)
    assert [(test.site, test.play_hertz, test.listen_hertz) for test in province.tests] == [
        ("s002", None, None),
        ("s002", 1000, 1000),
        ("s002", None, 620),
    ]
    assert province.state.engine.listen[0] == ()
    assert not province.sites["s002"].listening


@pytest.mark.parametrize(
    ("peak_db", "result", "why"),
    [
        (-30.0, CheckResult.OK, None),
        (-60.0, CheckResult.NOT_CHECKED, CheckWhy.ONLY_NOISE),
        (-90.0, CheckResult.FAIL, CheckWhy.TOO_QUIET),
        (-127.0, CheckResult.FAIL, CheckWhy.SILENT),
        (None, CheckResult.FAIL, CheckWhy.NOTHING_SENT),
    ],
)
def test_a_microphone_is_judged_by_its_loudest_moment(
    peak_db: float | None, result: CheckResult, why: CheckWhy | None
) -> None:
    province = Checked().begin()
    province.rooms["s001"] = peak_db
    province.ask(RunSiteCheck(sites=("s001",)))
    province.wait_ms(12_000)
    mark = province.newest("s001")[CheckItem.MICROPHONE]
    assert (mark.result, mark.why) == (result, why)


def test_an_echo_is_what_comes_back_of_the_tone() -> None:
    province = Checked().begin()
    province.echoes = {"s001": -30.0, "s002": -45.0, "s003": -60.0}
    province.ask(RunSiteCheck(sites=("s001", "s002", "s003")))
    province.wait_ms(12_000)
    echoes = [province.newest(site)[CheckItem.ECHO] for site in ("s001", "s002", "s003")]
    assert [(mark.result, mark.value) for mark in echoes] == [
        (CheckResult.FAIL, "13.0"),
        (CheckResult.OK, "28.0"),
        (CheckResult.OK, "43.0"),
    ]
    assert [mark.why for mark in echoes] == [CheckWhy.ECHO_HEARD, CheckWhy.ECHO_FAINT, None]


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


def test_a_site_in_the_mix_gets_no_tone() -> None:
    province = Checked().begin()
    province.ask(UnmuteSite(site="s001"))
    assert "s001" in province.gates
    province.ask(RunSiteCheck(sites=("s001",)))
    province.wait_ms(12_000)
    assert not [test for test in province.tests if test.play_hertz is not None]
    assert province.newest("s001")[CheckItem.SOUND_TO_SITE].why is CheckWhy.ON_AIR


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


def until_step(province: Checked, site: SiteId, step: str) -> None:
    """Lets time pass until a site's check is at a step."""
    for _ in range(400):
        if province.views["checks"].running.get(site) == step:
            return
        province.wait_ms(20)
    raise AssertionError(f"{site} never came to {step}")


@pytest.mark.parametrize("step", ["tone_out", "tone_in"])
def test_a_microphone_opened_in_the_middle_of_a_tone_is_in_the_mix_only_when_the_tone_is_over(step: str) -> None:
    province = Checked(holds=True).begin()
    province.ask(RunSiteCheck(sites=("s001",)))
    until_step(province, "s001", step)
    province.ask(UnmuteSite(site="s001"))
    assert province.sites["s001"].open, "the order goes out at once"
    assert "s001" not in province.gates, "its tone would be heard by all"
    stopped = province.tests[-1]
    assert stopped.play_hertz is None, "the bridge's own tone is ended"
    province.answer_tests()
    province.wait_ms(1000)
    assert "s001" in province.gates
    province.check_replay()


def test_a_site_that_never_says_that_its_tone_is_over_is_waited_for_no_longer_than_it_can_last() -> None:
    province = Checked(holds=True).begin()
    province.ask(RunSiteCheck(sites=("s001",)))
    until_step(province, "s001", "tone_in")
    province.ask(UnmuteSite(site="s001"))
    province.wait_ms(4000)
    assert "s001" in province.gates


def test_a_site_that_comes_back_by_a_new_connection_has_no_tone_to_wait_for() -> None:
    province = Checked(holds=True).begin()
    province.ask(RunSiteCheck(sites=("s001",)))
    until_step(province, "s001", "tone_in")
    province.leave("s001")
    province.join("s001")
    province.ask(UnmuteSite(site="s001"))
    assert "s001" in province.gates


def test_an_official_meeting_brings_a_site_to_the_podium_without_its_tone() -> None:
    province = Checked(holds=True).begin(SessionKind.OFFICIAL)
    province.join(MAIN_SITE)
    province.ask(RunSiteCheck(sites=("s001",)))
    until_step(province, "s001", "tone_out")
    province.ask(BringToPodium(site="s001"))
    assert not province.state.checks.running
    assert "s001" not in province.gates
    province.answer_tests()
    province.wait_ms(3000)
    assert "s001" in province.gates


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


# ---------------------------------------------------------------- bandwidth and echo


def test_the_line_is_filled_up_and_down_and_judged_by_the_profiles_limits() -> None:
    province = Checked().begin()
    province.carries = {"s001": (2600, 1200), "s002": (None, 3000)}
    province.ask(RunSiteCheck(sites=("s001", "s002")))
    province.wait_ms(20_000)
    assert [entry for entry in province.filled if entry[0] == "s001"] == [("s001", "up", 4000), ("s001", "down", 4000)]
    up, down = (province.newest("s001")[item] for item in (CheckItem.BANDWIDTH, CheckItem.BANDWIDTH_DOWN))
    assert (up.value, up.unit, up.result, up.why) == ("2600", "kbit/s", CheckResult.OK, None)
    assert (down.value, down.result, down.why) == ("1200", CheckResult.FAIL, CheckWhy.TOO_NARROW)
    silent = province.newest("s002")
    assert (silent[CheckItem.BANDWIDTH].value, silent[CheckItem.BANDWIDTH].why) == ("", CheckWhy.NO_ANSWER)
    assert silent[CheckItem.BANDWIDTH_DOWN].value == "3000", "one way says nothing of the other"
    assert ("s002", "up", 0) in province.filled, "whoever did not answer is told to end"


def test_a_line_that_carries_far_less_than_usual_is_a_remark_with_both_values() -> None:
    province = Checked().begin()
    values = {CheckItem.BANDWIDTH: "3900", CheckItem.BANDWIDTH_DOWN: "4000"}
    file = MeetingFile(meeting_uid="m1", sites=("s001",), baselines={"s001": values})
    province.tell(MeetingFileRead(meeting_uid="m1", file=file))
    province.carries = {"s001": (2000, 3600)}
    province.ask(RunSiteCheck(sites=("s001",)))
    province.wait_ms(12_000)
    found = province.newest("s001")
    assert (found[CheckItem.BANDWIDTH].value, found[CheckItem.BANDWIDTH].baseline) == ("2000", "3900")
    assert found[CheckItem.BANDWIDTH_DOWN].baseline == ""


def test_no_line_is_filled_in_an_official_session_nor_for_a_device_that_cannot_answer() -> None:
    province = Checked().begin(SessionKind.OFFICIAL)
    province.ask(RunSiteCheck(sites=("s001",)))
    province.wait_ms(12_000)
    assert province.newest("s001")[CheckItem.BANDWIDTH].why is CheckWhy.OFFICIAL_SESSION
    rehearsal = Checked().begin()
    rehearsal.say("s001", Hello(program="satellite", version="1", can_test_sound=True))
    rehearsal.ask(RunSiteCheck(sites=("s001",)))
    rehearsal.wait_ms(12_000)
    for item in (CheckItem.BANDWIDTH, CheckItem.BANDWIDTH_DOWN):
        mark = rehearsal.newest("s001")[item]
        assert (mark.result, mark.value, mark.why) == (CheckResult.NOT_CHECKED, "", CheckWhy.CANNOT_RAMP)
    assert not province.filled
    assert not rehearsal.filled


def test_a_voice_goes_before_a_line_test_and_few_lines_are_filled_at_once() -> None:
    province = Checked(holds=True).begin()
    province.ask(RunSiteCheck(sites=("s001", "s002", "s003")))
    steps: set[str] = set()
    for _ in range(60):
        if "line_up" not in steps:
            province.answer_tests()
        province.wait_ms(250)
        steps = set(province.views["checks"].running.values())
        filling = [site for site, step in province.views["checks"].running.items() if step == "line_up"]
        if len(filling) == 2:
            break
    assert sorted(province.views["checks"].running.values()) == ["line_turn", "line_up", "line_up"]
    assert not any(province.sites[site].rung is Rung.PODIUM for site in ("s001", "s002", "s003"))
    province.ask(UnmuteSite(site="s001"))
    assert ("s001", "up", 0) in province.filled
    province.ask(StopSiteChecks())
    assert [entry for entry in province.filled if entry[2] == 0] == [
        ("s001", "up", 0),
        ("s002", "up", 0),
        ("s003", "up", 0),
    ]


def test_an_echo_that_is_recognised_is_told_with_its_delay() -> None:
    province = Checked().begin()
    province.returned = {"s001": (14.0, 320), "s002": (41.0, 90)}
    province.ask(RunSiteCheck(sites=("s001", "s002")))
    province.wait_ms(20_000)
    loud, faint = (province.newest(site)[CheckItem.ECHO] for site in ("s001", "s002"))
    assert (loud.value, loud.unit, loud.delay_ms, loud.result) == ("14.0", "dB", 320, CheckResult.FAIL)
    assert loud.why is CheckWhy.ECHO_HEARD
    assert (faint.value, faint.delay_ms, faint.result, faint.why) == ("41.0", 90, CheckResult.OK, None)
    province.check_replay()


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


def test_where_an_echo_would_not_be_recognised_nothing_is_said_to_be_good() -> None:
    province = Checked().begin()
    province.limits = {"s001": 12.0, "s002": 38.0}
    province.ask(RunSiteCheck(sites=("s001", "s002")))
    province.wait_ms(20_000)
    loud, calm = (province.newest(site)[CheckItem.ECHO] for site in ("s001", "s002"))
    assert (loud.result, loud.why) == (CheckResult.NOT_CHECKED, CheckWhy.TOO_LOUD)
    assert (calm.result, calm.why) == (CheckResult.OK, CheckWhy.NO_ECHO)
