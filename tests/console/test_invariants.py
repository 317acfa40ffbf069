"""What holds whatever people ask, sites do and lines break, in any order."""

from collections import Counter

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from console.alarms.alarms import conditions
from console.cameras.camera_facts import CameraFacts
from console.commands import (
    AnyCommand,
    BringToPodium,
    EndSession,
    FinishSpeech,
    GrantFloor,
    LiftSafeStop,
    LiftSilence,
    ListenToSite,
    MoveFloorRequest,
    MuteAll,
    MuteSite,
    PutOnDeck,
    RequestFloor,
    ReturnToPrevious,
    SafeStop,
    SetLayout,
    SkipFloor,
    StartSession,
    TakeOffDeck,
    UnmuteSite,
    WithdrawFloor,
)
from console.durable import commanded, microphone_order
from console.engine_port import ConnectionKind, MediaAged, SoundObserved
from console.entries import CommandAsked, CommandEnded
from console.events import LogFailed, LogRecovered, LogWritten
from console.floor.floor_entries import FloorRequested, FloorSkipped, FloorWithdrawn, SpeechEnded
from console.rules import Rules
from console.silence.mute_rules import CLOSED_UNLESS_CALLED, called_sites
from console.sites.site_messages import MicrophoneReported, OpenMicrophoneTried, Ready, SiteCameraSeen
from console.wanted import open_gates
from console.words import MAIN_SITE, Answer, Layout, MuteRule, Reason, SessionKind, WhoOpens
from tests.console.province import OPERATOR, Province, technician

SITES = ("s001", "s002", "s003", "s004")
site = st.sampled_from(SITES)
CAMERA = CameraFacts(camera="hall", presets=("Bục",), podium_preset="Bục")
request_id = st.integers(1, 6).map(lambda number: f"r{number}")
COMMANDS: st.SearchStrategy[AnyCommand] = st.one_of(
    st.builds(StartSession, kind=st.sampled_from(SessionKind)),
    st.builds(MuteAll, except_sites=st.lists(site, max_size=2, unique=True).map(tuple)),
    st.just(LiftSilence()),
    st.builds(MuteSite, site=site),
    st.builds(UnmuteSite, site=site),
    st.builds(PutOnDeck, site=site),
    st.just(TakeOffDeck()),
    st.builds(BringToPodium, site=st.sampled_from((*SITES, MAIN_SITE, "s999"))),
    st.just(ReturnToPrevious()),
    st.builds(SetLayout, layout=st.sampled_from(Layout)),
    st.just(SafeStop()),
    st.just(LiftSafeStop()),
    st.builds(RequestFloor, site=site),
    st.builds(WithdrawFloor, site=site),
    st.builds(MoveFloorRequest, request_id=request_id, position=st.integers(-1, 5)),
    st.builds(SkipFloor, request_id=request_id),
    st.builds(GrantFloor, request_id=request_id),
    st.just(FinishSpeech()),
    st.builds(ListenToSite, site=st.none() | site),
)


class Meetings(RuleBasedStateMachine):
    """Any sequence of wishes, reports, losses and times."""

    province: Province

    @initialize(who_opens=st.sampled_from(WhoOpens), silent=st.booleans(), mute_rule=st.sampled_from((None, *MuteRule)))
    def begin(self, who_opens: WhoOpens, silent: bool, mute_rule: MuteRule | None) -> None:
        rules = Rules(
            who_opens=who_opens, silent_at_start=silent, mute_rule=mute_rule, repeat_guard_ms=50, queue_limit=3
        )
        self.province = Province(len(SITES), rules)
        self.province.engine_up()
        self.province.join(MAIN_SITE, open=True)
        for number in SITES[:3]:
            self.province.join(number)
        self.province.ask(StartSession(kind=SessionKind.OFFICIAL))

    # ------------------------------------------------------------ people

    @rule(command=COMMANDS)
    def ask(self, command: AnyCommand) -> None:
        self.province.ask(command)

    @rule(bringing=site)
    def bring(self, bringing: str) -> None:
        self.province.ask(BringToPodium(site=bringing))

    @rule()
    def grant_first(self) -> None:
        for request in self.province.state.durable.requests[:1]:
            self.province.ask(GrantFloor(request_id=request.request_id))

    @rule(command=COMMANDS, asking=site)
    def ask_as_technician(self, command: AnyCommand, asking: str) -> None:
        self.province.ask(command, technician(asking))

    @rule(command=COMMANDS)
    def ask_the_same_twice(self, command: AnyCommand) -> None:
        self.province.ask(command, OPERATOR, f"twice-{self.province.asked}")
        self.province.ask(command, OPERATOR, f"twice-{self.province.asked}")

    @precondition(lambda self: self.province.asked % 5 == 0)
    @rule()
    def end_session(self) -> None:
        self.province.ask(EndSession())

    # ------------------------------------------------------------ sites

    @rule(joining=site, device=st.booleans(), obeys=st.booleans(), picture=st.booleans(), sound=st.booleans())
    def join(self, joining: str, device: bool, obeys: bool, picture: bool, sound: bool) -> None:
        kind = ConnectionKind.DEVICE if device else ConnectionKind.PROGRAM
        self.province.join(joining, kind, obeys=obeys, sends_picture=picture, sends_sound=sound, open=True)

    @rule(leaving=site)
    def leave(self, leaving: str) -> None:
        if leaving in self.province.sites:
            self.province.leave(leaving)

    @rule(saying=site, is_open=st.booleans(), newest=st.booleans())
    def report_microphone(self, saying: str, is_open: bool, newest: bool) -> None:
        if saying in self.province.sites:
            order = self.province.sites[saying].order - (0 if newest else 1)
            report = MicrophoneReported(open=is_open, order=order)
            self.province.say(saying, report, OpenMicrophoneTried(), Ready())

    @rule(having=site, answers=st.booleans(), fault=st.sampled_from((None, Reason.CAMERA_FAILED)))
    def camera(self, having: str, answers: bool, fault: Reason | None) -> None:
        own = self.province.sites.get(having)
        if own is not None and own.kind is ConnectionKind.PROGRAM:
            own.camera_answers, own.camera_fault = answers, fault
            self.province.say(having, SiteCameraSeen(camera=CAMERA))

    @rule(sounding=site | st.just(MAIN_SITE), loud=st.none() | st.booleans())
    def sound(self, sounding: str, loud: bool | None) -> None:
        self.province.tell(SoundObserved(at_ms=self.province.ms, site=sounding, sounding=loud))

    @rule(aging=site, old=st.booleans(), lost=st.booleans())
    def age(self, aging: str, old: bool, lost: bool) -> None:
        self.province.tell(MediaAged(at_ms=self.province.ms, site=aging, old=old or lost, lost=lost))

    # ------------------------------------------------------------ the world

    @rule(milliseconds=st.sampled_from((1, 60, 210, 700, 2100, 12_000)))
    def wait(self, milliseconds: int) -> None:
        self.province.wait_ms(milliseconds)

    @rule()
    def new_engine(self) -> None:
        self.province.engine_up(self.province.state.engine.incarnation + 1)

    @rule(shows=st.booleans(), unsure=st.none() | site, answer=st.sampled_from(Answer))
    def engine_answers(self, shows: bool, unsure: str | None, answer: Answer) -> None:
        self.province.shows_program = shows
        self.province.gate_answers = () if unsure is None else ((unsure, answer),)

    @rule(writes=st.booleans())
    def log_stalls(self, writes: bool) -> None:
        self.province.log_writes = writes
        if writes and self.province.state.durable.session is not None:
            self.province.tell(LogRecovered(), LogWritten(number=self.province.written))

    @precondition(lambda self: not self.province.log_writes)
    @rule()
    def log_fails(self) -> None:
        self.province.tell(LogFailed(text="disk full"))

    # ------------------------------------------------------------ what holds

    @invariant()
    def no_gate_is_open_that_no_rule_allows(self) -> None:
        durable = self.province.state.durable
        for heard in self.province.gates:
            assert durable.session is not None
            assert heard == MAIN_SITE or commanded(durable, heard).heard
            assert heard == MAIN_SITE or durable.safe_stop is None
            if heard != MAIN_SITE and durable.silence.in_force:
                assert microphone_order(durable, heard).because is not Reason.STANDING_ORDER

    @invariant()
    def nobody_is_heard_against_the_rule_of_the_province(self) -> None:
        state = self.province.state
        if state.durable.session is None or state.rules.mute_rule not in CLOSED_UNLESS_CALLED:
            return
        assert state.durable.silence.in_force
        if state.rules.mute_rule is MuteRule.ALWAYS_MUTED_WHEN_NOT_SPEAKING:
            assert {own for own in SITES if microphone_order(state.durable, own).heard} <= set(called_sites(state))

    @invariant()
    def no_obeying_microphone_is_open_that_no_rule_allows(self) -> None:
        durable = self.province.state.durable
        for own in self.province.sites.values():
            if own.site != MAIN_SITE and own.kind is ConnectionKind.PROGRAM and own.obeys and own.open:
                assert commanded(durable, own.site).heard

    @invariant()
    def the_program_shows_the_podium_or_the_main_endpoint(self) -> None:
        durable, program = self.province.state.durable, self.province.program
        if durable.session is not None and program is not None and durable.safe_stop is not None:
            assert program.slots == (MAIN_SITE,)
        if program is not None and program.layout is Layout.PODIUM:
            assert program.slots == (durable.podium.site,)

    @invariant()
    def no_camera_on_air_was_moved_by_itself(self) -> None:
        assert self.province.moved_on_air == []

    @invariant()
    def no_gate_counts_as_closed_that_the_engine_is_not_sure_of(self) -> None:
        silence, answers = self.province.views["silence"], self.province.state.engine.gate_answers
        if self.province.state.durable.session is None:
            return
        unsure = (Answer.TIMEOUT, Answer.REJECTED, Answer.UNSUPPORTED)
        for own in SITES:
            wanted = own in self.province.sites and not commanded(self.province.state.durable, own).heard
            if wanted and answers.get(own) in unsure:
                assert own in silence.unconfirmed

    @invariant()
    def what_was_told_is_what_a_fresh_look_at_everything_would_tell(self) -> None:
        """Most messages change one site: gates and alarms are then left as they are, never by mistake."""
        state = self.province.state
        if state.engine.up:
            assert state.engine.gates == open_gates(state)
        if state.durable.session is not None:
            named = {(alarm.kind, own) for alarm in state.durable.alarms.values() for own in alarm.sites}
            wrong = {condition for condition in conditions(state) if condition[1]}
            assert wrong <= named | state.conditions_pending.keys()

    @invariant()
    def at_most_one_podium(self) -> None:
        on_podium = [key for key, view in self.province.views.items() if getattr(view, "on_podium", False)]
        assert len(on_podium) <= 1

    @invariant()
    def the_queue_neither_loses_nor_doubles(self) -> None:
        started = max(index for index, line in enumerate(self.province.lines) if line.number == 1)
        entries = [line.entry for line in self.province.lines[started:]]
        asked = {entry.request_id for entry in entries if isinstance(entry, FloorRequested)}
        left = [entry.request_id for entry in entries if isinstance(entry, FloorSkipped | FloorWithdrawn)]
        spoken = sum(isinstance(entry, SpeechEnded) for entry in entries)
        durable = self.province.state.durable
        waiting = [request.request_id for request in durable.requests]
        sites = [request.site for request in durable.requests]
        assert len(set(waiting)) == len(waiting)
        assert len(set(sites)) == len(sites) <= 3
        if durable.session is not None:
            assert set(waiting) <= asked - set(left)
            assert len(waiting) + len(left) + spoken == len(asked)

    @invariant()
    def every_command_has_at_most_one_outcome(self) -> None:
        ended = Counter(
            (line.session, line.entry.command_id)
            for line in self.province.lines
            if isinstance(line.entry, CommandEnded)
        )
        assert all(count == 1 for count in ended.values())
        for receipts in self.province.receipts.values():
            assert len({(receipt.outcome, receipt.reason) for receipt in receipts}) == 1

    @invariant()
    def replay_gives_the_same_state(self) -> None:
        self.province.check_replay()

    def teardown(self) -> None:
        if not hasattr(self, "province"):
            return
        # Every command has its one outcome once time has passed, even if the log never comes back.
        self.province.wait_ms(20_000)
        asked = {line.entry.command_id for line in self.province.lines if isinstance(line.entry, CommandAsked)}
        assert asked <= self.province.receipts.keys()
        assert not self.province.state.in_flight
        assert self.province.state.run is None
        assert not self.province.state.partings
        assert not self.province.state.durable.open_commands


TestMeetings = Meetings.TestCase
