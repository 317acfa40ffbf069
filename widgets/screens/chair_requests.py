"""The requests and questions that wait for the chair's word, each with two large buttons.

Rules: a touch decides one request once: after a decision, and whenever a card shows another request, every button is
deaf for a moment, so that a second tap never falls on the request that took its place. What was refused stays in its
place for some seconds and can be taken back. What the bridge has not acknowledged is not shown as done.
"""

from dataclasses import dataclass

from PySide6.QtCore import QElapsedTimer, QObject, QRect, QRectF, QTimer, Signal, SignalInstance
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from console.commands import AnyCommand, ApproveFloor, RefuseFloor, RestoreFloor
from console.effects import Receipt
from console.floor.floor_facts import FloorRequest
from console.incidents.incident_commands import DecideFallback
from console.words import FloorSource, Outcome
from widgets.controls.buttons import NEXT, PLAIN, Look, PaintedButton
from widgets.controls.store import Store
from widgets.drawing import theme
from widgets.drawing.icons import Icon, draw_icon
from widgets.drawing.painting import draw_text, fitted, panel, text_width, veil
from widgets.drawing.short_names import shortened
from widgets.phrases.console import chair_words as words
from widgets.phrases.language import language_in_use
from widgets.screens.chair_facts import FallbackQuestion, chair_name, questions, undecided
from widgets.screens.chair_layout import NEXT_NAME, SMALL, ChairLayout

DEAF_MS = 700
"""Longer than two taps of a double tap, shorter than a second decision."""
ANSWER_MS = 2500
REFUSED_KEPT_MS = 8000
SOURCE_ICONS = {FloorSource.SATELLITE: Icon.HAND, FloorSource.PHONE: Icon.PHONE, FloorSource.SCRIPT: Icon.PAGE}


@dataclass(frozen=True, slots=True)
class CardState:
    """What one card shows."""

    request_id: str
    name: str
    details: tuple[str, ...]
    icon: Icon
    waits: bool
    """A decision is on its way."""
    refused: bool
    question: bool = False
    """It is no request for the floor but a question, which stands in the details."""


class RequestCard(QWidget):
    """One request with its buttons."""

    approved = Signal(str)
    refused = Signal(str)
    taken_back = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.state: CardState | None = None
        self._name_size, self._small, self._scale = NEXT_NAME, SMALL, 1.0
        self._reachable = True
        self._said: tuple[object, ...] = ()
        self.approve = self._button(NEXT, Icon.CHECK, "chair-approve")
        self.refuse = self._button(PLAIN, Icon.CROSS, "chair-refuse")
        self.take_back = self._button(PLAIN, Icon.BACK, "chair-take-back")
        self.approve.clicked.connect(lambda: self._tell(self.approved))
        self.refuse.clicked.connect(lambda: self._tell(self.refused))
        self.take_back.clicked.connect(lambda: self._tell(self.taken_back))

    def _button(self, look: Look, icon: Icon, name: str) -> PaintedButton:
        button = PaintedButton(self, look, icon=icon)
        button.setObjectName(name)
        return button

    def _tell(self, decided: SignalInstance) -> None:
        if self.state is not None:
            decided.emit(self.state.request_id)

    def stand(self, layout: ChairLayout, area: QRect) -> None:
        """Stands in an area, with the letters of a layout."""
        if self.geometry() == area and self._scale == layout.scale and self.state is not None:
            return
        self.setGeometry(area)
        self._name_size, self._small, self._scale = layout.size(NEXT_NAME - 4), layout.size(SMALL), layout.scale
        for button in (self.approve, self.refuse, self.take_back):
            button.title_size, button.sign_size = self._small, round(self._small * 0.9)
        self._place_buttons()
        self.update()

    def show_state(self, state: CardState, *, reachable: bool) -> None:
        """Shows a request; a press that began on another one is forgotten."""
        said = (state, reachable, language_in_use())
        if said == self._said:
            return
        self._said = said
        if self.state is None or state.request_id != self.state.request_id:
            for button in (self.approve, self.refuse, self.take_back):
                button.setDown(False)
        self.state, self._reachable = state, reachable
        self.approve.set_words(words.approve())
        agree, refuse = (words.agree_to, words.refuse_to) if state.question else (words.approve_whom, words.refuse_whom)
        whom = f"{state.name}, {state.details[0]}" if state.question else state.name
        self.approve.setAccessibleName(agree(whom))
        self.refuse.set_words(words.refuse())
        self.refuse.setAccessibleName(refuse(whom))
        self.take_back.set_words(words.take_back())
        self.take_back.setAccessibleName(words.take_back_whom(state.name))
        for button in (self.approve, self.refuse, self.take_back):
            button.setVisible((button is self.take_back) == state.refused)
            button.setEnabled(reachable and not state.waits)
        self.setAccessibleName(words.refused(state.name) if state.refused else f"{state.name}, {state.details[0]}")
        self._place_buttons()
        self.update()

    def forget(self) -> None:
        """Shows nothing any more."""
        self.hide()
        self.state, self._said = None, ()

    def _place_buttons(self) -> None:
        high = round(max(64 * self._scale, self.height() - 44 * self._scale))
        right, top = self.width() - round(20 * self._scale), (self.height() - high) // 2
        for button in (
            (self.take_back,) if self.state is not None and self.state.refused else (self.refuse, self.approve)
        ):
            width = max(high * 2, button.sizeHint().width() + round(24 * self._scale))
            right -= width
            button.setGeometry(right, top, width, high)
            right -= round(14 * self._scale)
        self._words_right = right

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints sign, name and waiting time."""
        state = self.state
        if state is None:
            return
        with QPainter(self) as painter:
            panel(painter, self.rect().toRectF(), theme.PANEL, theme.LINE)
            sign = float(self._name_size)
            icon = Icon.CROSS if state.refused else state.icon
            draw_icon(painter, icon, QRectF(24 * self._scale, self.height() / 2 - sign / 2, sign, sign), theme.PRIMARY)
            left = 24 * self._scale + sign + 22
            room = self._words_right - left
            face, small = theme.font(self._name_size, 600), theme.font(self._small)
            upper, lower = self._name_size * 1.28, self._small * 1.35
            top = (self.height() - upper - lower) / 2
            name = shortened(state.name, lambda text: text_width(text, face) <= room)
            ink = theme.DIM if state.refused else theme.TEXT
            draw_text(painter, QRectF(left, top, room, upper), name, face, ink)
            text = fitted(list(state.details), small, room)
            draw_text(painter, QRectF(left, top + upper, room, lower), text, small, theme.DIM)
            if not self._reachable:
                veil(painter, self.rect().toRectF())


class ChairRequests(QObject):
    """Keeps the cards of one chair's view."""

    changed = Signal()
    """Another number of cards is to be shown."""

    def __init__(self, store: Store, view: QWidget, cards: int) -> None:
        super().__init__(view)
        self._store = store
        self.cards = [RequestCard(view) for _ in range(cards)]
        self._waits: dict[str, AnyCommand] = {}
        """Requests whose decision is on its way, and what it is."""
        self._failed: set[str] = set()
        self._held: dict[str, tuple[int, FloorRequest]] = {}
        """Refused, or about to be: where they stood in the list, and what they were."""
        self._quiet = QElapsedTimer()
        for card in self.cards:
            card.hide()
            card.approved.connect(self._approve)
            card.refused.connect(self._refuse)
            card.taken_back.connect(self._take_back)
        store.receipt_arrived.connect(self._take_receipt)

    # ------------------------------------------------------------ what is shown

    def shown(self) -> list[FallbackQuestion | FloorRequest]:
        """Returns what waits: questions about failures first, then requests, those just refused at their places."""
        return [*questions(self._store), *self._requests()]

    def _requests(self) -> list[FloorRequest]:
        waiting = undecided(self._store)
        known = {request.request_id for request in waiting}
        for request_id, (place, request) in self._held.items():
            if request_id not in known:
                waiting.insert(min(place, len(waiting)), request)
        return waiting

    def follow(self, layout: ChairLayout) -> int:
        """Shows the present requests in the cards of a layout; returns how many have none."""
        shown = self.shown()
        for index, card in enumerate(self.cards):
            if index >= len(layout.requests) or index >= len(shown):
                card.forget()
                continue
            state = self._state_of(shown[index])
            if card.state is not None and card.state.request_id != state.request_id:
                self._quiet.start()
            card.stand(layout, layout.requests[index].toAlignedRect())
            card.show_state(state, reachable=not self._store.link_lost and self._store.session.running)
            card.show()
        return max(0, len(shown) - len(layout.requests))

    def _state_of(self, asked: FallbackQuestion | FloorRequest) -> CardState:
        if isinstance(asked, FallbackQuestion):
            waits = asked.request_id in self._waits
            details = [words.deciding()] if waits else asked.details
            if asked.request_id in self._failed:
                details = [words.not_accepted()]
            return CardState(asked.request_id, asked.name, tuple(details), Icon.ALERT, waits, False, True)  # noqa: FBT003 - facts of a card
        return self._state_of_request(asked)

    def _state_of_request(self, request: FloorRequest) -> CardState:
        view = self._store.site(request.site)
        name, request_id = (view.name if view is not None else request.site), request.request_id
        waits = request_id in self._waits
        refused = request_id in self._held and not waits
        details = words.request_detail(request, self._store.now_ms)
        if waits:
            details = [words.deciding()]
        elif refused:
            details = [words.refused_detail()]
        elif request_id in self._failed:
            details = [words.not_accepted()]
        return CardState(request_id, name, tuple(details), SOURCE_ICONS[request.source], waits, refused)

    # ------------------------------------------------------------ deciding

    @property
    def deaf(self) -> bool:
        """Tells whether a press would come too soon after something changed."""
        return self._quiet.isValid() and self._quiet.elapsed() < DEAF_MS

    def _approve(self, request_id: str) -> None:
        self._decide(request_id, self._answer(request_id, agreed=True) or ApproveFloor(request_id=request_id))

    def _refuse(self, request_id: str) -> None:
        self._decide(request_id, self._answer(request_id, agreed=False) or RefuseFloor(request_id=request_id))

    def _answer(self, request_id: str, *, agreed: bool) -> DecideFallback | None:
        """Returns the chair's word on a question about a failure; None for a request for the floor."""
        asked = next((one for one in questions(self._store) if one.request_id == request_id), None)
        if asked is None:
            return None
        return DecideFallback(incident_id=asked.incident_id, decided_by=chair_name(self._store), approved=agreed)

    def _decide(self, request_id: str, command: AnyCommand) -> None:
        if self.deaf or request_id in self._waits:
            return
        self._quiet.start()
        if not self._store.send(command):
            return
        self._failed.discard(request_id)
        self._waits[request_id] = command
        if isinstance(command, RefuseFloor):
            self._hold(request_id)
        QTimer.singleShot(ANSWER_MS, self, lambda: self._give_up(request_id))
        self.changed.emit()

    def _hold(self, request_id: str) -> None:
        """Keeps the place of a request that is being refused."""
        for place, request in enumerate(self._requests()):
            if request.request_id == request_id:
                self._held[request_id] = (place, request)

    def _take_back(self, request_id: str) -> None:
        if not self.deaf:
            self._quiet.start()
            self._store.send(RestoreFloor(request_id=request_id))

    def _give_up(self, request_id: str) -> None:
        """Lets a decision be made again that nobody has acknowledged."""
        if self._waits.pop(request_id, None) is not None:
            self._held.pop(request_id, None)
            self._failed.add(request_id)
            self.changed.emit()

    def _take_receipt(self, receipt: Receipt, command: AnyCommand | None) -> None:
        done = receipt.outcome is Outcome.DONE
        if isinstance(command, RestoreFloor):
            if done:
                self._let_go(command.request_id)
        elif isinstance(command, DecideFallback):
            asked = f"fallback/{command.incident_id}"
            if self._waits.pop(asked, None) is not None:
                self._failed |= set() if done else {asked}
                self.changed.emit()
        elif isinstance(command, ApproveFloor | RefuseFloor) and self._waits.pop(command.request_id, None) is not None:
            if not done:
                self._held.pop(command.request_id, None)
                self._failed.add(command.request_id)
            elif isinstance(command, RefuseFloor):
                request_id = command.request_id
                QTimer.singleShot(REFUSED_KEPT_MS, self, lambda: self._let_go(request_id))
            self.changed.emit()

    def _let_go(self, request_id: str) -> None:
        if self._held.pop(request_id, None) is not None:
            self.changed.emit()
