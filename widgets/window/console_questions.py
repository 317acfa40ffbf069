"""What the console asks before it acts: whom to leave open, which session, whether a microphone may really open.

Rule: a question is open beside the running window, Cancel is its default, and its answer leaves through the store.
"""

from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from console.admission.admission_commands import RevokeCredentials
from console.commands import EndSession, LiftSafeStop, LiftSilence, MuteAll, StartSession
from console.office.meeting_offers import MeetingOffer
from console.words import SessionKind, SiteId
from widgets.controls.acts import Act
from widgets.controls.dialogs import MuteExceptDialog, Question, StartSessionDialog
from widgets.controls.store import Store
from widgets.phrases.console import action_words


class ConsoleQuestions(QObject):
    """The questions of one console window."""

    meetings_asked = Signal()
    """The registered meetings of these days shall be told; `show_meetings` answers."""

    def __init__(self, store: Store, window: QWidget) -> None:
        super().__init__(window)
        self._store, self._window = store, window
        self._starting: StartSessionDialog | None = None

    def ask(self, act: Act) -> None:
        """Opens the question of an action."""
        if act is Act.MUTE_ALL_EXCEPT:
            self._ask_exceptions()
        elif act is Act.START_SESSION:
            self._ask_session()
        else:
            self._ask_yes_or_no(act)

    def _ask_yes_or_no(self, act: Act) -> None:
        texts, command = {
            Act.LIFT_SILENCE: (action_words.lift_silence_question(), LiftSilence()),
            Act.LIFT_SAFE_STOP: (action_words.lift_safe_stop_question(), LiftSafeStop()),
            Act.END_SESSION: (action_words.end_session_question(), EndSession()),
        }[act]
        title, text, word = texts
        question = Question(self._window, title, text, {"act": word})
        question.accepted.connect(partial(self._store.send, command))
        question.open()

    def ask_to_revoke(self, site: SiteId) -> None:
        """Asks before a lost machine is put out: the site needs a new invitation afterwards."""
        view = self._store.site(site)
        if view is None:
            return
        title, text, word = action_words.revoke_question(f"{view.number} {view.name}")
        question = Question(self._window, title, text, {"act": word})
        question.accepted.connect(partial(self._store.send, RevokeCredentials(site=site)))
        question.open()

    def _ask_exceptions(self) -> None:
        kept = {site for site in (self._store.podium.site, *self._store.silence.except_sites) if site is not None}
        dialog = MuteExceptDialog(self._window, self._store, kept)
        dialog.sites_chosen.connect(self._mute_all_except)
        dialog.open()

    def _mute_all_except(self, sites: tuple[SiteId, ...]) -> None:
        self._store.send(MuteAll(except_sites=sites))

    def _ask_session(self) -> None:
        dialog = self._starting = StartSessionDialog(self._window)
        dialog.start_wanted.connect(self._start_session)
        dialog.finished.connect(self._forget_start)
        dialog.open()
        self.meetings_asked.emit()

    def _forget_start(self) -> None:
        self._starting = None

    def show_meetings(self, offers: tuple[MeetingOffer, ...]) -> None:
        """Offers registered meetings to whoever is about to start a session."""
        if self._starting is not None:
            self._starting.show_meetings(offers)

    def _start_session(self, kind: SessionKind, title: str, meeting_uid: str | None) -> None:
        self._store.send(StartSession(kind=kind, title=title, meeting_uid=meeting_uid))
