"""Sound and lines in the technical check: nobody but the site hears a tone, and what came back is judged."""

import pytest

from console.checks.check_words import CheckItem, CheckResult, CheckWhy
from console.commands import (
    BringToPodium,
    RunSiteCheck,
    StopSiteChecks,
    UnmuteSite,
)
from console.events import MeetingFileRead
from console.office.meeting_file import MeetingFile
from console.sites.site_messages import Hello
from console.words import MAIN_SITE, Rung, SessionKind, SiteId
from tests.console.checked_province import Checked


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


def test_a_site_in_the_mix_gets_no_tone() -> None:
    province = Checked().begin()
    province.ask(UnmuteSite(site="s001"))
    assert "s001" in province.gates
    province.ask(RunSiteCheck(sites=("s001",)))
    province.wait_ms(12_000)
    assert not [test for test in province.tests if test.play_hertz is not None]
    assert province.newest("s001")[CheckItem.SOUND_TO_SITE].why is CheckWhy.ON_AIR


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


def test_where_an_echo_would_not_be_recognised_nothing_is_said_to_be_good() -> None:
    province = Checked().begin()
    province.limits = {"s001": 12.0, "s002": 38.0}
    province.ask(RunSiteCheck(sites=("s001", "s002")))
    province.wait_ms(20_000)
    loud, calm = (province.newest(site)[CheckItem.ECHO] for site in ("s001", "s002"))
    assert (loud.result, loud.why) == (CheckResult.NOT_CHECKED, CheckWhy.TOO_LOUD)
    assert (calm.result, calm.why) == (CheckResult.OK, CheckWhy.NO_ECHO)
