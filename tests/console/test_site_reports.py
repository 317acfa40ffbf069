"""What a site tells besides its microphone: incidents and attendance, taken once and answered; how long it waits."""

from console.commands import BringToPodium, FinishSpeech, GrantFloor, PutOnDeck, RequestFloor, SafeStop, SetSpeechLimit
from console.engine_port import SoundObserved
from console.rules import Rules
from console.sites.site_messages import (
    AskFloor,
    ReceptionReported,
    ReportAttendance,
    ReportIncident,
    SetMicrophone,
    ShowLine,
    ShowPlace,
    ShowSound,
    ShowSpeaker,
    Welcome,
    WishAnswered,
)
from console.snapshot import LineQuality
from console.words import Outcome, Reason
from tests.console.province import Province, meeting

LIMIT_SECONDS = 300


def place(province: Province, site: str) -> ShowPlace:
    return province.sites[site].last(ShowPlace)


def speaking_and_two_waiting() -> Province:
    """Returns a meeting in which s001 speaks, s002 and s003 wait."""
    province = meeting(satellites=4, rules=Rules(speech_limit_seconds=LIMIT_SECONDS))
    for site in ("s001", "s002", "s003"):
        province.say(site, AskFloor())
        province.wait_ms(1000)
    granted = next(request.request_id for request in province.views["floor"].requests if request.site == "s001")
    province.ask(GrantFloor(request_id=granted))
    province.wait_ms(1000)
    return province


def test_a_waiting_site_is_told_what_its_waiting_depends_on() -> None:
    province = speaking_and_two_waiting()
    second, third = place(province, "s002"), place(province, "s003")
    assert (second.queue_place, second.ahead_seconds) == (1, 0)
    assert (third.queue_place, third.ahead_seconds) == (2, LIMIT_SECONDS)
    started_ms = place(province, "s001").speech_started_ms
    assert started_ms is not None
    assert second.floor_free_ms == third.floor_free_ms == started_ms + LIMIT_SECONDS * 1000
    assert third.asked_ms is not None
    assert place(province, "s004").ahead_seconds is None


def test_moments_come_as_spans_too_and_nothing_is_repeated_while_they_shrink() -> None:
    province = speaking_and_two_waiting()
    told = place(province, "s003")
    assert told.floor_free_in_ms is not None
    assert 0 < told.floor_free_in_ms <= LIMIT_SECONDS * 1000
    heard = len(province.sites["s003"].heard)
    province.wait_ms(900)
    assert not [message for message in province.sites["s003"].heard[heard:] if isinstance(message, ShowPlace)]


def test_a_longer_speech_makes_all_others_wait_longer() -> None:
    province = speaking_and_two_waiting()
    before = place(province, "s003").floor_free_ms
    province.ask(SetSpeechLimit(seconds=2 * LIMIT_SECONDS))
    after = place(province, "s003").floor_free_ms
    assert before is not None
    assert after == before + LIMIT_SECONDS * 1000
    province.ask(SetSpeechLimit(seconds=None))
    assert place(province, "s003").ahead_seconds is None


def test_who_is_on_deck_comes_before_the_queue() -> None:
    province = speaking_and_two_waiting()
    province.ask(PutOnDeck(site="s004"))
    assert place(province, "s004").ahead_seconds == 0
    assert place(province, "s002").ahead_seconds == LIMIT_SECONDS
    assert place(province, "s003").ahead_seconds == 2 * LIMIT_SECONDS


def test_without_a_speech_only_the_queue_counts() -> None:
    province = meeting(satellites=3, rules=Rules(speech_limit_seconds=LIMIT_SECONDS))
    province.ask(RequestFloor(site="s001"))
    province.ask(RequestFloor(site="s002"))
    told = place(province, "s002")
    assert (told.ahead_seconds, told.floor_free_ms) == (LIMIT_SECONDS, None)
    province.ask(BringToPodium(site="s003"))
    province.wait_ms(1000)
    assert place(province, "s002").ahead_seconds == LIMIT_SECONDS


def test_an_order_says_how_long_it_has_held() -> None:
    province = meeting(satellites=2)
    province.wait_ms(5000)
    province.leave("s001")
    province.join("s001")
    held_ms = province.sites["s001"].last(SetMicrophone).held_ms
    assert held_ms is not None
    assert held_ms >= 5000


# ---------------------------------------------------------------- reports


def test_an_incident_is_written_once_and_answered_every_time() -> None:
    province = meeting(satellites=2)
    report = ReportIncident(wish_id="0a1b", text="Máy chiếu tắt")
    province.say("s001", report)
    province.wait_ms(700)
    province.say("s001", report)
    province.wait_ms(700)
    answers = [message for message in province.sites["s001"].heard if isinstance(message, WishAnswered)]
    assert answers == [WishAnswered(wish_id="0a1b", outcome=Outcome.DONE)] * 2
    incidents = province.state.durable.incidents
    assert [(incident.text, incident.site, incident.person) for incident in incidents] == [
        ("Máy chiếu tắt", "s001", "s001")
    ]


def test_an_incident_without_words_is_refused_to_the_site() -> None:
    province = meeting(satellites=2)
    province.say("s001", ReportIncident(wish_id="0c", text="  "))
    province.wait_ms(700)
    answer = province.sites["s001"].last(WishAnswered)
    assert (answer.outcome, answer.reason) == (Outcome.REFUSED, Reason.BAD_VALUE)
    assert province.state.durable.incidents == ()


def test_attendance_is_asked_where_the_profile_wants_it_and_comes_back_in_the_welcome() -> None:
    province = meeting(satellites=2, rules=Rules(asks_attendance=True))
    assert province.sites["s002"].last(Welcome).asks_attendance
    province.say("s002", ReportAttendance(wish_id="0d", head_count=24, in_charge="Bà H'Lan"))
    province.wait_ms(700)
    welcome = province.sites["s002"].last(Welcome)
    assert (welcome.head_count, welcome.in_charge) == (24, "Bà H'Lan")
    assert not meeting(satellites=2).sites["s001"].last(Welcome).asks_attendance


# ---------------------------------------------------------------- the line, as the bridge sees it


def test_a_site_is_told_how_its_line_is_seen_once_until_that_changes() -> None:
    province = meeting(satellites=2)
    reception = ReceptionReported(audio_loss_percent=0.0, video_loss_percent=0.0, frames_per_second=25.0)
    province.say("s001", reception)
    province.say("s001", reception)
    lines = [message for message in province.sites["s001"].heard if isinstance(message, ShowLine)]
    assert len(lines) == 1
    lossy = ReceptionReported(audio_loss_percent=0.0, video_loss_percent=9.0, frames_per_second=25.0)
    for _ in range(3):
        province.say("s001", lossy)
    line = province.sites["s001"].last(ShowLine)
    assert (line.quality, line.worst) == (LineQuality.ERROR, "loss")


def test_every_site_is_told_who_speaks_now() -> None:
    province = meeting()
    assert province.sites["s003"].last(ShowSpeaker) == ShowSpeaker()
    province.ask(RequestFloor(site="s001"))
    province.ask(GrantFloor(request_id="r1"))
    province.wait_ms(3000)
    told = province.sites["s003"].last(ShowSpeaker)
    assert (told.site_name, told.site_number, told.limit_seconds) == ("Xã 1", 1, province.rules.speech_limit_seconds)
    assert told.started_ms == province.views["floor"].speech_started_ms
    assert told.spent_ms == 0
    heard = len(province.sites["s003"].heard)
    province.wait_ms(60_000)
    assert not [message for message in province.sites["s003"].heard[heard:] if isinstance(message, ShowSpeaker)]
    province.ask(FinishSpeech())
    assert province.sites["s003"].last(ShowSpeaker) == ShowSpeaker()


def test_a_safe_stop_takes_the_speakers_name_away() -> None:
    province = meeting()
    province.ask(BringToPodium(site="s001"))
    province.wait_ms(3000)
    assert province.sites["s002"].last(ShowSpeaker) == ShowSpeaker(site_name="Xã 1", site_number=1)
    province.ask(SafeStop())
    assert province.sites["s002"].last(ShowSpeaker) == ShowSpeaker()


def test_a_site_is_told_what_the_bridge_hears_of_it() -> None:
    province = meeting()
    site = province.sites["s001"]
    assert site.last(ShowSound).sounding is None
    for sounding in (True, True, False, None):
        province.tell(SoundObserved(at_ms=province.now.monotonic_ms, site="s001", sounding=sounding, level_db=-20.0))
    told = [message.sounding for message in site.heard if isinstance(message, ShowSound)]
    assert told == [None, True, False, None]
    assert [m.sounding for m in province.sites["s002"].heard if isinstance(m, ShowSound)] == [None]
