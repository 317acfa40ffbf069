"""Every command of the console as one QAction, shared by button, menu and key.

Rule: an action names the wanted state and never toggles; no key stands twice; what opens a remote microphone is armed
first (on deck, or a question with Cancel as its default) and fired second. Whether a command is a repetition is the
store's to say.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from console.admission.admission_commands import CloseLobby, LockMeeting, OpenLobby, UnlockMeeting
from console.commands import (
    AnyCommand,
    BringToPodium,
    FinishSpeech,
    GrantFloor,
    ListenToSite,
    MarkMoment,
    MuteAll,
    MuteSite,
    PutOnDeck,
    RequestFloor,
    ReturnToPrevious,
    SafeStop,
    SetLayout,
    TakeAlarm,
    TakeClearedAlarms,
    TakeOffDeck,
    UnmuteSite,
    WithdrawFloor,
)
from console.content.content_commands import EndContent, LetPresent
from console.floor.floor_facts import FloorRequest
from console.meeting.meeting_commands import SkipCue, TakeCue
from console.recordings.recorder_commands import TakePicture
from console.snapshot import HeadphonesView
from console.words import MAIN_SITE, FloorSource, Layout, LinkState, SiteId
from widgets.alarms.alarm_bell import AlarmBell
from widgets.alarms.alarm_desk import AlarmDesk
from widgets.controls.acts import Act
from widgets.controls.faults import all_faults, forgotten_sites
from widgets.controls.selection import Selection
from widgets.controls.store import Store
from widgets.controls.undo_arm import UndoArm
from widgets.floor.queue_commands import REQUEST_ACTS, one_minute_more, request_command
from widgets.phrases import phrase_layout
from widgets.phrases.console import action_words as words

RECORD_ACTS = frozenset({Act.MARK_WITH_NOTE, Act.NOTE, Act.INCIDENT})
"""What lets somebody write into the log."""
PANEL_ACTS = RECORD_ACTS | {
    Act.FILTER_LOG,
    Act.ATTENTION_FIRST,
    Act.SPEECH_LIMIT,
    Act.ALARM_LIST,
    Act.CAMERAS,
    Act.LINE,
    Act.SITE_GAIN,
    Act.PHONE_REQUEST_NAMED,
    Act.INCIDENTS,
    Act.DELEGATE,
    Act.ADMISSION,
    Act.RECORDING,
    Act.CONTENT,
    Act.ATTENDANCE,
}
"""What opens something beside the meeting and sends nothing itself."""
LISTENING_ACTS = frozenset({Act.LISTEN, Act.LISTEN_PROGRAM, Act.LISTEN_NOTHING})
"""What may be done without a session too."""


WHILE_LOCKED = frozenset({Act.SAFE_STOP, Act.ALARM_SOUND_OFF})
"""What works at a console that is locked."""


class CommandSet(QObject):
    """The actions of one console window."""

    question_requested = Signal(object)
    revoking_requested = Signal(str)
    """The machine of this site was lost."""
    """An `Act` that needs a dialog first (what opens microphones, or a session)."""
    panel_requested = Signal(object)
    """An `Act` that only opens something in the window."""
    search_requested = Signal()
    zone_requested = Signal()

    def __init__(self, store: Store, selection: Selection, alarms: AlarmDesk, bell: AlarmBell, window: QWidget) -> None:
        super().__init__(window)
        self._store, self._selection, self._window = store, selection, window
        self._alarms, self._bell = alarms, bell
        self._locked = False
        self.undo = UndoArm(store, self)
        self._actions = {act: self._new_action(act) for act in Act}
        self._layouts = {layout: self._new_layout_action(layout) for layout in Layout}
        for signal in (store.podium_changed, store.on_deck_changed, store.floor_changed, store.silence_changed):
            signal.connect(self._follow_soon)
        for signal in (store.session_changed, store.roster_changed, store.link_lost_changed, store.script_changed):
            signal.connect(self._follow_soon)
        for signal in (store.control_changed, store.recording_changed, store.admission_changed):
            signal.connect(self._follow_soon)
        for signal in (alarms.changed, bell.held_changed, self.undo.changed, store.headphones_changed):
            signal.connect(self._follow_soon)
        store.content_changed.connect(self._follow_soon)
        self._of_sites: tuple[object, ...] = ()
        store.sites_changed.connect(self._follow_sites)
        selection.changed.connect(self.follow)
        selection.typing_changed.connect(self.follow)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self.follow)
        self.follow()

    def action(self, act: Act) -> QAction:
        """Returns the action of a name."""
        return self._actions[act]

    def layout_action(self, layout: Layout) -> QAction:
        """Returns the action that sets a layout of the program."""
        return self._layouts[layout]

    # ------------------------------------------------------------ making

    def _new_action(self, act: Act) -> QAction:
        name, *keys = act.value
        action = QAction(words.ACTION_TITLES[name](), self._window)
        action.setObjectName(name)
        action.setShortcuts([QKeySequence(key) for key in keys])
        action.setAutoRepeat(False)
        action.setToolTip(words.ACTION_HINTS[name]())
        action.triggered.connect(lambda: self._do(act))
        self._window.addAction(action)
        return action

    def _new_layout_action(self, layout: Layout) -> QAction:
        action = QAction(phrase_layout(layout), self._window)
        action.setObjectName(f"layout-{layout.value}")
        action.triggered.connect(lambda: self._store.send(SetLayout(layout=layout)))
        return action

    # ------------------------------------------------------------ doing

    def _do(self, act: Act) -> None:
        asked_first = {Act.MUTE_ALL_EXCEPT, Act.LIFT_SILENCE, Act.LIFT_SAFE_STOP, Act.START_SESSION, Act.END_SESSION}
        if act is Act.ON_DECK and self._selection.typed:
            self._selection.choose_typed()
        elif act in asked_first:
            self.question_requested.emit(act)
        elif act is Act.REVOKE:
            self.revoking_requested.emit(self._selection.site or "")
        elif act in PANEL_ACTS:
            self.panel_requested.emit(act)
        elif act in self._at_once:
            self._at_once[act]()
        else:
            command = self.command_of(act)
            if command is not None:
                self._store.send(command)

    @property
    def _at_once(self) -> dict[Act, Callable[[], None]]:
        return {
            Act.NEXT_FAULT: self._choose_next_fault,
            Act.ALARM_SOUND_OFF: self._bell.hold,
            Act.UNDO: self.undo.press,
            Act.SEARCH: self.search_requested.emit,
            Act.NEXT_ZONE: self.zone_requested.emit,
        }

    def command_of(self, act: Act) -> AnyCommand | None:
        """Returns the command that an action would send at this moment, None when there is nothing to send."""
        makers: dict[Act, Callable[[], AnyCommand | None]] = {
            Act.PODIUM: self._podium_command,
            Act.BACK: ReturnToPrevious,
            Act.TAKE_CUE: lambda: self._cue_command(TakeCue),
            Act.SKIP_CUE: lambda: self._cue_command(SkipCue),
            Act.TAKE_CUE_WITH: self._cue_with_command,
            Act.MUTE_ALL: MuteAll,
            Act.LOCK_MEETING: LockMeeting,
            Act.UNLOCK_MEETING: UnlockMeeting,
            Act.OPEN_LOBBY: OpenLobby,
            Act.CLOSE_LOBBY: CloseLobby,
            Act.SAFE_STOP: SafeStop,
            Act.MUTE_FORGOTTEN: self._mute_forgotten_command,
            Act.ADD_MINUTE: lambda: one_minute_more(self._store),
            Act.MARK: MarkMoment,
            Act.TAKE_PICTURE: self._picture_command,
            Act.FINISH_SPEECH: FinishSpeech,
            Act.TAKE_OFF_DECK: TakeOffDeck,
            Act.END_PRESENTING: EndContent,
            Act.LISTEN_PROGRAM: lambda: ListenToSite(program=True),
            Act.LISTEN_NOTHING: ListenToSite,
            Act.TAKE_ALARM: self._take_alarm_command,
            Act.TAKE_CLEARED: lambda: TakeClearedAlarms() if self._alarms.left_over else None,
        }
        if act in makers:
            return makers[act]()
        if act in REQUEST_ACTS:
            request = self._chosen_request()
            return request_command(act, self._store, request) if request is not None else None
        site = self._selection.site
        return self._site_command(act, site) if site is not None else None

    def _site_command(self, act: Act, site: SiteId) -> AnyCommand | None:
        commands: dict[Act, AnyCommand] = {
            Act.ON_DECK: PutOnDeck(site=site),
            Act.MUTE: MuteSite(site=site),
            Act.LET_PRESENT: LetPresent(site=site),
            Act.ALLOW_MICROPHONE: UnmuteSite(site=site),
            Act.PHONE_REQUEST: RequestFloor(site=site, source=FloorSource.PHONE),
            Act.WITHDRAW_REQUEST: WithdrawFloor(site=site),
            Act.LISTEN: ListenToSite(site=site),
        }
        return commands.get(act)

    def _podium_command(self) -> AnyCommand | None:
        site = self._store.on_deck.site
        if site is None:
            return None
        request = self.request_of(site)
        return GrantFloor(request_id=request.request_id) if request is not None else BringToPodium(site=site)

    def _cue_command(self, form: type[TakeCue | SkipCue]) -> AnyCommand | None:
        cue = self._store.script.next_cue
        return None if cue is None or self._store.script.under_way is not None else form(cue=cue)

    def _cue_with_command(self) -> AnyCommand | None:
        """Returns the next cue with the chosen site in the place of the planned one."""
        cue, site = self._store.script.next_cue, self._selection.site
        return None if cue is None or site is None else TakeCue(cue=cue, site=site)

    def _mute_forgotten_command(self) -> AnyCommand | None:
        forgotten = forgotten_sites(self._store)
        return MuteSite(site=forgotten[0].site) if forgotten else None

    def _picture_command(self) -> AnyCommand | None:
        return TakePicture() if self._store.recording.allowed else None

    def _take_alarm_command(self) -> AnyCommand | None:
        alarm = self._alarms.to_take
        return TakeAlarm(alarm_id=alarm.alarm_id) if alarm is not None else None

    def _chosen_request(self) -> FloorRequest | None:
        return self.request_of(self._selection.site) if self._selection.site is not None else None

    def request_of(self, site: SiteId) -> FloorRequest | None:
        """Returns the waiting request of a site."""
        return next((request for request in self._store.waiting_requests if request.site == site), None)

    def _choose_next_fault(self) -> None:
        """Goes to the next alarm; where there is none, to the next site that carries a fault."""
        if self._alarms.alarms:
            self._alarms.choose_next()
            return
        sites = [fault.site for fault in all_faults(self._store)]
        if not sites:
            return
        here = self._selection.site
        roster = self._store.roster
        start = roster.index(here) + 1 if here in roster else 0
        turn = roster[start:] + roster[:start]
        self._selection.choose(next(site for site in turn if site in sites))

    # ------------------------------------------------------------ following

    def _follow_soon(self) -> None:
        """Follows once for many changes that come together."""
        if not self._soon.isActive():
            self._soon.start()

    def _follow_sites(self) -> None:
        """Follows what the actions say or do about sites; line figures and reports come every second."""
        store, chosen = self._store, self._store.site(self._selection.site)
        facts = (
            [view.site for view in forgotten_sites(store)],
            store.short_label(store.on_deck.site or ""),
            (chosen.number, chosen.link) if chosen is not None else None,
        )
        if facts != self._of_sites:
            self._of_sites = facts
            self._follow_soon()

    def rephrase(self) -> None:
        """Says titles and tips in the language in use."""
        for act, action in self._actions.items():
            action.setText(words.ACTION_TITLES[act.value[0]]())
            action.setToolTip(words.ACTION_HINTS[act.value[0]]())
        for layout, action in self._layouts.items():
            action.setText(phrase_layout(layout))
        self.follow()

    def follow(self) -> None:
        """Sets words and availability of every action from the present state."""
        reachable = not self._store.link_lost and self._store.known
        running = reachable and self._store.session.running
        local = {Act.NEXT_FAULT, Act.SEARCH, Act.NEXT_ZONE, Act.ALARM_LIST, Act.CAMERAS, Act.ATTENTION_FIRST}
        for act, action in self._actions.items():
            ready = reachable if act in {*LISTENING_ACTS, Act.LINE, Act.REVOKE} else running
            choosing = act is Act.ON_DECK and bool(self._selection.typed)
            possible = act in local or choosing or (ready and self._possible(act))
            action.setEnabled(possible)
        self._actions[Act.ALARM_SOUND_OFF].setEnabled(self._bell.may_be_held)
        self._actions[Act.START_SESSION].setEnabled(reachable and not self._store.session.running)
        for action in self._layouts.values():
            action.setEnabled(running)
        if self._locked:
            self._cover()
        self._follow_words()

    def set_locked(self, *, locked: bool) -> None:
        """Leaves only what works at a locked console, or gives everything back."""
        self._locked = locked
        self.follow()

    def _cover(self) -> None:
        for act, action in self._actions.items():
            if act not in WHILE_LOCKED:
                action.setEnabled(False)
        for action in self._layouts.values():
            action.setEnabled(False)

    def _possible(self, act: Act) -> bool:
        store = self._store
        always = {
            Act.MUTE_ALL,
            Act.MUTE_ALL_EXCEPT,
            Act.SAFE_STOP,
            Act.END_SESSION,
            Act.FILTER_LOG,
            Act.INCIDENTS,
            Act.ADMISSION,
            Act.RECORDING,
            Act.CONTENT,
            Act.ATTENDANCE,
            *RECORD_ACTS,
        }
        states = {
            Act.ON_DECK: self._selection.site is not None or bool(self._selection.typed),
            Act.BACK: store.podium.can_return,
            Act.UNDO: self.undo.possible,
            Act.LIFT_SILENCE: store.silence.in_force,
            Act.LIFT_SAFE_STOP: store.silence.safe_stop,
            Act.FINISH_SPEECH: store.floor.speaker is not None,
            Act.SPEECH_LIMIT: store.floor.speaker is not None,
            Act.TAKE_OFF_DECK: store.on_deck.site is not None,
            Act.WITHDRAW_REQUEST: self._chosen_request() is not None,
            Act.LISTEN: self._chosen_is_there,
            Act.LET_PRESENT: self._chosen_is_there and self._selection.site not in {MAIN_SITE, store.content.presenter},
            Act.END_PRESENTING: store.content.presenter is not None,
            Act.LISTEN_NOTHING: store.headphones != HeadphonesView(),
            Act.SITE_GAIN: self._selection.site is not None,
            Act.PHONE_REQUEST_NAMED: self._selection.site is not None,
            Act.LINE: self._selection.site is not None,
            Act.REVOKE: self._selection.site not in {None, MAIN_SITE},
            Act.DELEGATE: store.control.allowed,
            Act.LOCK_MEETING: not store.admission.locked,
            Act.UNLOCK_MEETING: store.admission.locked,
            Act.OPEN_LOBBY: not store.admission.lobby,
            Act.CLOSE_LOBBY: store.admission.lobby,
        }
        if act in states:
            return states[act]
        return act in always or self.command_of(act) is not None

    @property
    def _chosen_is_there(self) -> bool:
        chosen = self._store.site(self._selection.site)
        return chosen is not None and chosen.link in {LinkState.LIVE, LinkState.OLD}

    def _follow_words(self) -> None:
        store = self._store
        deck = store.on_deck.site
        podium = self._actions[Act.PODIUM]
        podium.setText(words.podium_title(store.short_label(deck) if deck else None))
        podium.setStatusTip(words.podium_detail(armed=deck is not None))
        chosen = store.site(self._selection.site)
        self._actions[Act.ON_DECK].setStatusTip(words.on_deck_detail(chosen.number if chosen is not None else None))
        self._actions[Act.UNDO].setToolTip(self.undo.tip)
        self._actions[Act.BACK].setStatusTip(words.back_detail())
        self._actions[Act.DELEGATE].setVisible(store.control.allowed)
