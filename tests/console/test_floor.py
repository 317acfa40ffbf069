"""The queue for the floor and the speech that belongs to itself."""

from console.commands import FinishSpeech, GrantFloor, MoveFloorRequest, RequestFloor, SkipFloor, WithdrawFloor
from console.floor.floor_entries import SpeechEnded
from console.rules import Rules
from console.sites.site_messages import AskFloor, EndSpeech, MicrophoneReported, ShowPlace, ShowSpeaker, WithdrawRequest
from console.words import MAIN_SITE, FloorSource, Outcome, Reason, WhoOpens
from tests.console.province import Province, meeting, technician


def queue(province: Province) -> list[str]:
    return [request.site for request in province.views["floor"].requests]


def request_id(province: Province, site: str) -> str:
    return next(request.request_id for request in province.views["floor"].requests if request.site == site)


def three_in_queue() -> Province:
    province = meeting(satellites=4)
    province.say("s002", AskFloor(note="về đất đai"))
    province.ask(RequestFloor(site="s001"))
    province.ask(RequestFloor(site="s003"))
    return province


def test_requests_come_from_sites_and_by_phone_and_keep_their_order() -> None:
    province = three_in_queue()
    assert queue(province) == ["s002", "s001", "s003"]
    first = province.views["floor"].requests[0]
    assert (first.source, first.note) == (FloorSource.SATELLITE, "về đất đai")
    assert province.views["floor"].requests[1].source is FloorSource.PHONE
    assert province.sites["s003"].last(ShowPlace).queue_place == 3


def test_a_site_has_one_open_request() -> None:
    province = three_in_queue()
    assert province.ask(RequestFloor(site="s003")).reason is Reason.REPEATED
    assert province.ask(RequestFloor(site="s001")).reason is Reason.NOTHING_TO_DO
    assert queue(province) == ["s002", "s001", "s003"]


def test_the_operator_moves_skips_and_a_site_withdraws() -> None:
    province = three_in_queue()
    province.ask(MoveFloorRequest(request_id=request_id(province, "s003"), position=0))
    assert queue(province) == ["s003", "s002", "s001"]
    province.ask(SkipFloor(request_id=request_id(province, "s002")))
    assert queue(province) == ["s003", "s001"]
    assert province.ask(WithdrawFloor(site="s003"), technician("s001")).reason is Reason.NOT_ALLOWED
    province.ask(WithdrawFloor(site="s003"), technician("s003"))
    assert queue(province) == ["s001"]
    assert province.ask(SkipFloor(request_id="r99")).reason is Reason.UNKNOWN_REQUEST
    province.check_replay()


def test_a_full_queue_says_so() -> None:
    province = meeting(satellites=3, rules=Rules(queue_limit=2))
    province.ask(RequestFloor(site="s001"))
    province.ask(RequestFloor(site="s002"))
    assert province.ask(RequestFloor(site="s003")).reason is Reason.QUEUE_FULL


def test_granting_brings_to_the_podium_and_starts_the_speech_on_air() -> None:
    province = three_in_queue()
    receipt = province.ask(GrantFloor(request_id=request_id(province, "s001")))
    assert receipt is not None
    assert receipt.outcome is Outcome.DONE
    floor = province.views["floor"]
    assert (floor.speaker, floor.speech_limit_seconds) == ("s001", 600)
    assert province.program is not None
    assert province.program.speech_started_wall_ms == floor.speech_started_ms
    assert province.sites["s002"].last(ShowPlace).queue_place == 1
    province.wait_ms(4000)
    province.ask(FinishSpeech())
    ended = next(line.entry for line in province.lines if isinstance(line.entry, SpeechEnded))
    assert ended.took_ms == 4000
    assert queue(province) == ["s002", "s003"]
    assert province.gates == (MAIN_SITE,)
    province.check_replay()


def test_a_grant_that_fails_leaves_the_request_in_the_queue() -> None:
    province = three_in_queue()
    province.sites["s001"].sends_picture = False
    province.ask(GrantFloor(request_id=request_id(province, "s001")))
    province.wait_ms(6000)
    assert queue(province) == ["s002", "s001", "s003"]
    assert not any(request.granted for request in province.views["floor"].requests)
    assert province.views["floor"].speaker is None


def test_where_the_technician_opens_the_speech_starts_with_the_microphone() -> None:
    province = meeting(rules=Rules(who_opens=WhoOpens.SITE_TECHNICIAN))
    province.say("s001", AskFloor())
    province.ask(GrantFloor(request_id="r1"))
    assert province.views["floor"].speaker is None
    province.wait_ms(2000)
    province.say("s001", MicrophoneReported(open=True, order=province.sites["s001"].order))
    assert province.views["floor"].speaker == "s001"
    assert province.views["floor"].speech_started_ms == province.now.wall_ms


def test_the_speaker_may_end_his_own_speech_and_nobody_else() -> None:
    province = three_in_queue()
    province.ask(GrantFloor(request_id=request_id(province, "s001")))
    province.say("s002", EndSpeech())
    assert province.views["floor"].speaker == "s001"
    province.say("s001", EndSpeech())
    assert province.views["floor"].speaker is None


def test_a_speaker_who_drops_keeps_podium_and_timer_and_goes_on_when_back() -> None:
    province = three_in_queue()
    province.ask(GrantFloor(request_id=request_id(province, "s001")))
    started = province.views["floor"].speech_started_ms
    province.leave("s001")
    assert province.views["floor"].speaker_dropped_ms == province.now.wall_ms
    province.wait_ms(8000)
    back = province.join("s001")
    assert back.open
    assert "s001" in province.gates
    floor = province.views["floor"]
    assert (floor.speaker, floor.speech_started_ms, floor.speaker_dropped_ms) == ("s001", started, None)


def test_a_speaker_who_stays_away_ends_his_speech() -> None:
    province = three_in_queue()
    province.ask(GrantFloor(request_id=request_id(province, "s001")))
    province.leave("s001")
    province.wait_ms(10_100)
    ended = next(line.entry for line in province.lines if isinstance(line.entry, SpeechEnded))
    assert ended.reason is Reason.SPEAKER_DROPPED
    assert province.views["podium"].site is None
    back = province.join("s001", open=True)
    assert not back.open


def test_the_next_speaker_ends_the_speech_before() -> None:
    province = three_in_queue()
    province.ask(GrantFloor(request_id=request_id(province, "s001")))
    province.ask(GrantFloor(request_id=request_id(province, "s002")))
    assert province.views["floor"].speaker == "s002"
    assert queue(province) == ["s002", "s003"]
    assert province.gates == (MAIN_SITE, "s002")
    province.check_replay()


def test_a_grant_that_came_to_no_speech_waits_in_the_queue_again() -> None:
    province = meeting(rules=Rules(who_opens=WhoOpens.SITE_TECHNICIAN))
    province.say("s001", AskFloor())
    province.ask(GrantFloor(request_id="r1"))
    assert province.views["floor"].requests[0].granted
    province.ask(FinishSpeech())
    assert queue(province) == ["s001"]
    assert not province.views["floor"].requests[0].granted
    province.check_replay()


def test_a_speaker_who_ends_late_does_not_push_the_next_one_away() -> None:
    province = three_in_queue()
    province.ask(GrantFloor(request_id=request_id(province, "s001")))
    province.sites["s002"].answers_program = False
    province.ask(GrantFloor(request_id=request_id(province, "s002")))
    assert province.views["podium"].site == "s002"
    province.say("s001", EndSpeech())
    assert province.views["podium"].site == "s002"
    assert "s002" in province.gates


def test_a_wild_program_is_ignored_beyond_a_persons_wishes() -> None:
    province = meeting()
    for _ in range(20):
        province.say("s001", AskFloor(), WithdrawRequest())
    asked = sum(kind == "CommandAsked" for kind in province.kinds())
    assert asked <= 7


def test_the_speakers_name_goes_from_the_request_to_the_speech() -> None:
    province = meeting()
    province.ask(RequestFloor(site="s001", source=FloorSource.PHONE, person=" Bà Hạnh "))
    province.say("s002", AskFloor(person="Ông Y Thịnh"))
    view = province.views["floor"]
    assert [request.person for request in view.requests] == ["Bà Hạnh", "Ông Y Thịnh"]
    assert view.speaker_person == ""
    province.ask(GrantFloor(request_id="r1"))
    province.wait_ms(3000)
    assert province.views["floor"].speaker_person == "Bà Hạnh"
    assert province.sites["s003"].last(ShowSpeaker).person == "Bà Hạnh"
    province.check_replay()
    province.ask(FinishSpeech())
    assert province.views["floor"].speaker_person == ""
