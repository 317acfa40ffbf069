"""The script in the meeting: one key takes the next cue, deviations are kept, what was taken can be taken back."""

from msgspec.structs import replace as replace_cue

from console.commands import EndSession, SafeStop, StartSession, Undo
from console.effects import NoteMeetingHeld, ReadMeetingFile
from console.entries import OnDeckChanged
from console.events import MeetingFileRead
from console.meeting.meeting_commands import ReloadMeetingFile, SkipCue, TakeCue
from console.meeting.meeting_entries import CueReturned, CueSkipped, CueTaken, MeetingFileTaken
from console.meeting.meeting_snapshot import MeetingView, ScriptView
from console.office.meeting_file import CueOnFile, MeetingFile
from console.replay import replay
from console.words import MAIN_SITE, Layout, Outcome, Reason, SessionKind
from tests.console.province import Province, meeting

MINUTE_MS = 60_000
START_MS = 1_800_000_000_000


def cue(number: int, site: str = "", minute: int | None = None, **more: object) -> CueOnFile:
    at_ms = None if minute is None else START_MS + minute * MINUTE_MS
    return CueOnFile(number=number, site=site, at_ms=at_ms, title=f"Mục {number}", **more)  # type: ignore[arg-type]


SCRIPT = (
    cue(1, MAIN_SITE, 0, layout=Layout.MAIN_ENDPOINT),
    cue(2, "s001", 1),
    cue(3, "s002", 2, layout=Layout.PODIUM_BESIDE_MAIN),
    cue(4, "", 3, layout=Layout.GRID_2X2),
    cue(5, MAIN_SITE, 4),
)


def scripted(cues: tuple[CueOnFile, ...] = SCRIPT, kind: SessionKind = SessionKind.OFFICIAL) -> Province:
    province = meeting(kind=kind)
    province.ask(EndSession())
    assert province.ask(StartSession(kind=kind, meeting_uid="m1")).outcome is Outcome.DONE
    province.tell(MeetingFileRead(meeting_uid="m1", file=MeetingFile(meeting_uid="m1", subject="Giao ban", cues=cues)))
    return province


def entries(province: Province, kind: type) -> list:
    return [line.entry for line in province.lines if isinstance(line.entry, kind)]


def script(province: Province) -> ScriptView:
    view = province.views["script"]
    assert isinstance(view, ScriptView)
    return view


def test_a_session_asks_for_its_meeting_and_keeps_what_it_was_told_in_its_log() -> None:
    province = scripted()
    assert ReadMeetingFile(meeting_uid="m1") in province.effects
    assert province.views["session"].title == "Giao ban", "a session without a title has its meeting's"
    assert province.views["meeting"] == MeetingView(file=province.state.durable.meeting_file)
    assert [entry.file.subject for entry in entries(province, MeetingFileTaken)] == ["Giao ban"]
    assert replay(province.lines).meeting_file == province.state.durable.meeting_file


def test_a_file_of_another_meeting_or_none_or_the_same_again_changes_nothing() -> None:
    province = scripted()
    file = province.state.durable.meeting_file
    for read in (
        MeetingFileRead(meeting_uid="m1", file=file),
        MeetingFileRead(meeting_uid="m1", text="unreadable"),
        MeetingFileRead(meeting_uid="m2", file=MeetingFile(meeting_uid="m2")),
    ):
        province.tell(read)
    assert len(entries(province, MeetingFileTaken)) == 1


def test_a_script_that_was_changed_meanwhile_is_read_again_when_asked() -> None:
    province = scripted()
    province.effects.clear()
    province.ask(ReloadMeetingFile())
    assert ReadMeetingFile(meeting_uid="m1") in province.effects
    changed = MeetingFile(meeting_uid="m1", subject="Giao ban", cues=SCRIPT[:2])
    province.tell(MeetingFileRead(meeting_uid="m1", file=changed))
    assert province.state.durable.meeting_file == changed


def test_the_whole_script_is_taken_one_cue_after_the_other() -> None:
    province = scripted()
    podium = []
    for number in (1, 2, 3, 4, 5):
        assert script(province).next_cue == number
        assert province.ask(TakeCue(cue=number)).outcome is Outcome.DONE
        podium.append((province.state.durable.podium.site, province.state.durable.podium.layout))
        province.wait_ms(1000)
    assert podium == [
        (None, Layout.MAIN_ENDPOINT),
        ("s001", Layout.PODIUM),
        ("s002", Layout.PODIUM_BESIDE_MAIN),
        ("s002", Layout.GRID_2X2),
        (None, Layout.MAIN_ENDPOINT),
    ]
    assert script(province).next_cue is None
    assert [entry.number for entry in entries(province, CueTaken)] == [1, 2, 3, 4, 5]
    assert replay(province.lines) == province.state.durable


def test_the_next_cues_site_goes_on_deck_by_itself_when_nobody_is_there() -> None:
    province = scripted()
    province.ask(TakeCue(cue=1))
    assert entries(province, OnDeckChanged)[-1].site == "s001"
    province.ask(TakeCue(cue=2))
    assert province.state.durable.on_deck is not None
    assert province.state.durable.on_deck.site == "s002"


def test_what_is_left_out_and_another_site_stand_in_the_log() -> None:
    province = scripted()
    province.ask(TakeCue(cue=1))
    assert province.ask(TakeCue(cue=3, site="s003")).outcome is Outcome.DONE
    taken = entries(province, CueTaken)[-1]
    assert [entry.number for entry in entries(province, CueSkipped)] == [2]
    assert (taken.site, taken.instead_of) == ("s003", "s002")
    assert [(done.number, done.skipped) for done in script(province).done] == [(1, False), (2, True), (3, False)]


def test_how_late_a_cue_is_counts_in_the_official_session_alone() -> None:
    province = scripted()
    province.wait_ms(5 * MINUTE_MS)
    province.ask(TakeCue(cue=1))
    assert entries(province, CueTaken)[-1].late_seconds == 300
    rehearsal = scripted(kind=SessionKind.REHEARSAL)
    rehearsal.ask(TakeCue(cue=1))
    assert entries(rehearsal, CueTaken)[-1].late_seconds is None


def test_a_site_that_does_not_come_on_air_leaves_the_cue_to_be_taken() -> None:
    province = scripted()
    province.ask(TakeCue(cue=1))
    province.sites["s001"].sends_picture = False
    province.ask(TakeCue(cue=2), command_id="late")
    assert script(province).under_way == 2
    province.wait_ms(10_000)
    assert province.receipt("late").outcome in (Outcome.FAILED, Outcome.ROLLED_BACK)
    assert script(province).next_cue == 2
    assert [entry.number for entry in entries(province, CueTaken)] == [1]
    province.sites["s001"].sends_picture = True
    province.wait_ms(1000)
    province.ask(TakeCue(cue=2), command_id="again")
    province.wait_ms(3000)
    assert province.receipt("again").outcome is Outcome.DONE


def test_a_cue_that_is_not_there_or_behind_is_refused() -> None:
    province = scripted()
    province.ask(TakeCue(cue=2))
    for number in (0, 1, 2, 99, -3):
        province.wait_ms(1000)
        receipt = province.ask(TakeCue(cue=number))
        assert (receipt.outcome, receipt.reason) == (Outcome.REFUSED, Reason.UNKNOWN_CUE)
        assert province.ask(SkipCue(cue=number)).reason is Reason.UNKNOWN_CUE


def test_without_a_script_no_cue_is_taken_and_after_a_session_nothing_of_it_is_left() -> None:
    province = scripted(cues=())
    assert script(province) == ScriptView()
    assert province.ask(TakeCue(cue=1)).reason is Reason.UNKNOWN_CUE
    again = scripted()
    again.ask(TakeCue(cue=1))
    again.ask(EndSession())
    assert script(again) == ScriptView()
    assert again.views["meeting"] == MeetingView()


def test_a_scripted_speaker_is_timed_as_the_script_says_until_the_next_cue() -> None:
    cues = (cue(1, "s001", minutes=5, speaker="Ông A"), cue(2, "", layout=Layout.GRID_2X2), cue(3, MAIN_SITE))
    province = scripted(cues)
    province.ask(TakeCue(cue=1))
    speech = province.state.durable.speech
    assert speech is not None
    assert (speech.site, speech.person, speech.limit_seconds) == ("s001", "Ông A", 300)
    province.wait_ms(60_000)
    province.ask(TakeCue(cue=2))
    assert province.state.durable.speech == speech, "a layout alone ends no speech"
    province.wait_ms(1000)
    province.ask(TakeCue(cue=3))
    assert province.state.durable.speech is None
    assert province.kinds().count("SpeechStarted") == 1


def test_a_safe_stop_holds_the_script() -> None:
    province = scripted()
    province.ask(SafeStop())
    assert province.ask(TakeCue(cue=2)).reason is Reason.SAFE_STOP_IN_FORCE


def test_undo_takes_a_podium_cue_back_with_its_podium() -> None:
    province = scripted()
    province.ask(TakeCue(cue=1))
    province.ask(TakeCue(cue=2))
    province.wait_ms(1000)
    assert province.views["undo"].opens  # type: ignore[union-attr]
    assert province.ask(Undo()).outcome is Outcome.DONE
    assert province.state.durable.podium.site is None
    assert script(province).next_cue == 2
    assert [entry.number for entry in entries(province, CueReturned)] == [1]


def test_undo_takes_back_a_layout_and_a_cue_that_was_left_out() -> None:
    province = scripted()
    province.ask(TakeCue(cue=2))
    province.wait_ms(1000)
    province.ask(TakeCue(cue=4))
    assert province.state.durable.podium.layout is Layout.GRID_2X2
    province.wait_ms(1000)
    province.ask(Undo())
    assert (province.state.durable.podium.layout, script(province).next_cue) == (Layout.PODIUM, 3)
    province.wait_ms(1000)
    province.ask(SkipCue(cue=3))
    assert script(province).next_cue == 4
    province.wait_ms(1000)
    province.ask(Undo())
    assert script(province).next_cue == 3


def test_what_was_rehearsed_or_held_is_told_to_the_register_a_test_is_not() -> None:
    for kind, told in ((SessionKind.REHEARSAL, 1), (SessionKind.OFFICIAL, 1), (SessionKind.TEST, 0)):
        province = scripted(kind=kind)
        province.ask(EndSession())
        noted = [effect for effect in province.effects if isinstance(effect, NoteMeetingHeld)]
        assert [(note.meeting_uid, note.kind, note.person) for note in noted] == [("m1", kind, "Lan")] * told


def test_a_bridge_that_died_before_it_read_the_file_asks_for_it_again() -> None:
    province = Province()
    province.ask(StartSession(kind=SessionKind.OFFICIAL, meeting_uid="m1"))
    again = Province(restored=tuple(province.lines))
    assert ReadMeetingFile(meeting_uid="m1") in again.effects


def edited(province: Province, cues: tuple[CueOnFile, ...]) -> None:
    """Lets the register's script be another one, read while the meeting runs."""
    numbers = tuple(replace_cue(cue, number=number) for number, cue in enumerate(cues, start=1))
    province.tell(
        MeetingFileRead(meeting_uid="m1", file=MeetingFile(meeting_uid="m1", subject="Giao ban", cues=numbers))
    )
    assert replay(province.lines) == province.state.durable


KEYED = tuple(replace_cue(each, key=each.number + 10) for each in SCRIPT)


def test_an_edited_script_goes_on_after_the_cue_that_was_taken_last() -> None:
    province = scripted(KEYED)
    province.ask(TakeCue(cue=1))
    province.ask(TakeCue(cue=2))
    province.wait_ms(1000)
    one, two, three, four, five = KEYED
    new = cue(9, "s003", key=99)
    edited(province, (new, one, two, new, three, four, five))
    assert script(province).next_cue == 4, "what was put in behind us is not to come, what was put in next is"
    assert [done.number for done in script(province).done] == [2, 3]
    edited(province, (one, three, four, five))
    assert script(province).next_cue == 2, "the cue that was taken last is gone: after the one before it"
    edited(province, (three, four, one, five))
    assert (script(province).next_cue, [done.number for done in script(province).done]) == (4, [3])
    edited(province, (three, five))
    assert script(province).next_cue == 2, "what stood before the cue that is gone stays behind us"
    edited(province, (new, four))
    assert script(province).next_cue == 1, "nothing is left of what was taken"


def test_a_script_without_keys_is_known_by_its_numbers() -> None:
    province = scripted()
    province.ask(TakeCue(cue=1))
    edited(province, (*SCRIPT, cue(6, "s001")))
    assert script(province).next_cue == 2


def test_a_cue_on_its_way_and_an_undo_mean_the_same_cues_after_an_edit() -> None:
    province = scripted(KEYED)
    province.ask(TakeCue(cue=1))
    site = province.sites["s001"]
    site.sends_picture = site.sends_sound = False
    province.ask(TakeCue(cue=2), command_id="on its way")
    edited(province, (cue(9, "s003", key=99), *KEYED))
    assert (script(province).under_way, script(province).next_cue) == (3, 3)
    site.sends_picture = site.sends_sound = True
    province.wait_ms(3000)
    assert province.receipt("on its way").outcome is Outcome.DONE
    assert entries(province, CueTaken)[-1].number == 3
    edited(province, KEYED)
    province.ask(Undo())
    assert script(province).next_cue == 2
