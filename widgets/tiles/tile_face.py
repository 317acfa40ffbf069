"""What a tile says about its site, as plain values: the grammar of `tile_painter`, decided from the snapshot.

Rule: a face is equal to another exactly when the tile looks the same, so that it is drawn only when something changed.
"""

from dataclasses import dataclass, replace
from enum import Enum, auto

from console.snapshot import Fact, SiteView
from console.words import Answer, FloorSource, LinkState, PodiumPhase, RehearsalState
from widgets.controls import faults
from widgets.controls.faults import FaultKind
from widgets.controls.store import Store
from widgets.drawing.icons import Icon
from widgets.phrases.console import tile_words as words
from widgets.phrases.console.listen_words import decibels

STEADY_KILOBITS = 50
STRIP_KINDS = frozenset({FaultKind.MICROPHONE_DISAGREES, FaultKind.ORDER_UNCERTAIN, FaultKind.REPORT_OLD})
"""What unfolds the strip of the three facts."""


class Tone(Enum):
    """How a sign or a badge is coloured; `theme` colours are chosen by the painter."""

    QUIET = auto()
    PLAIN = auto()
    REQUEST = auto()
    WARNING = auto()
    ERROR = auto()
    LIVE = auto()
    WAITING = auto()
    NEXT = auto()


class Tally(Enum):
    """The frame."""

    NONE = auto()
    LIVE = auto()
    NEXT = auto()


@dataclass(frozen=True, slots=True)
class Mark:
    """A badge: its wordings, longest first, and the signs before them."""

    wordings: tuple[str, ...]
    tone: Tone
    icons: tuple[Icon, ...] = ()


@dataclass(frozen=True, slots=True)
class Sign:
    """One of the three facts of a microphone."""

    icon: Icon
    tone: Tone


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of the strip that unfolds when the facts disagree."""

    label: str
    brief: str
    """The label without its age."""
    value: str
    odd: bool


@dataclass(frozen=True, slots=True)
class Notice:
    """What stands in place of the picture."""

    icon: Icon | None
    text: str
    second: str
    short: str
    tone: Tone


@dataclass(frozen=True, slots=True)
class TileFace:
    """Everything a tile shows beside its picture and its meter."""

    number: str
    name: str
    tally: Tally = Tally.NONE
    selected: bool = False
    stale: bool = False
    faint: bool = False
    signs: tuple[Sign, ...] = ()
    strip: tuple[Cell, ...] = ()
    top: Mark | None = None
    low: Mark | None = None
    rehearsal: Mark | None = None
    """Only while nobody has signed the site's technical check."""
    own: tuple[Mark, ...] = ()
    """What the operator has done for himself: listens to the site, has made it louder or quieter."""
    bit_rate: Mark | None = None
    notice: Notice | None = None
    outlined: bool = False
    """The half of a flash in which the alarm's badge is an outline."""
    shaded: bool = False
    metered: bool = False
    filtered_out: bool = False
    """The site does not match what is being typed into the search."""
    states: tuple[Mark, ...] = ()
    """In words, for a line of the list."""
    loss: str = ""
    """Packet loss, for a line of the list."""


def steady_rate(shown: int | None, measured: int | None) -> int | None:
    """Returns the bit rate to show, in kb/s: the one that is shown, until the measured one is clearly another.

    A thumbnail's rate sways by half from second to second; drawing that sway on 36 tiles costs and says nothing.
    """
    if shown is None or measured is None or abs(measured - shown) > max(STEADY_KILOBITS, shown // 4):
        return measured
    return shown


def face_of(
    view: SiteView,
    store: Store,
    *,
    selected: bool,
    has_picture: bool,
    kilobits: int | None = None,
    outlined: bool = False,
) -> TileFace:
    """Returns the face of a site's tile at this moment; `kilobits` is the steadied rate (None: as measured)."""
    now_ms = store.now_ms
    found = faults.faults_of(view, now_ms)
    listened = store.headphones.site == view.site
    face = TileFace(
        number=str(view.number),
        name=view.name,
        tally=tally_of(view),
        selected=selected,
        stale=store.link_lost,
        outlined=outlined,
        top=_top_mark(view, store),
        notice=_notice(view, now_ms, has_picture=has_picture),
    )
    if view.link in {LinkState.ABSENT, LinkState.LOST, LinkState.CONNECTING}:
        return replace(face, faint=True, signs=() if view.link is LinkState.ABSENT else _signs_of_nobody(view))
    low = _low_mark(view, found, now_ms)
    return replace(
        face,
        signs=_signs(view, now_ms),
        strip=_strip(view, now_ms) if _needs_strip(found) else (),
        low=low,
        rehearsal=_rehearsal(view),
        own=_own_marks(view, listened=listened),
        bit_rate=_bit_rate(view.line.kilobits if kilobits is None else kilobits),
        shaded=FaultKind.PICTURE_OLD in found or not store.engine.up,
        metered=not _needs_strip(found)
        and (view.on_podium or listened or Fact.OPEN in {view.microphone.reported, view.microphone.observed}),
    )


def _needs_strip(found: list[FaultKind]) -> bool:
    return not STRIP_KINDS.isdisjoint(found)


def tally_of(view: SiteView) -> Tally:
    """Returns the frame of a site."""
    if view.on_podium:
        return Tally.LIVE
    return Tally.NEXT if view.on_deck else Tally.NONE


def _signs(view: SiteView, now_ms: int) -> tuple[Sign, ...]:
    microphone = view.microphone
    closed = microphone.commanded is Fact.CLOSED
    base = Tone.LIVE if view.on_podium else Tone.QUIET
    odd = Tone.WARNING
    off_podium = faults.open_off_podium(view)
    wrong_order = (off_podium and not closed) or faults.order_is_uncertain(view)
    commanded = Sign(_lock_of(view), odd if wrong_order else base)
    wrong_report = (closed and microphone.reported is Fact.OPEN) or faults.report_is_old(view, now_ms)
    reported = Sign(
        {Fact.CLOSED: Icon.MICROPHONE_OFF, Fact.OPEN: Icon.MICROPHONE, Fact.UNKNOWN: Icon.QUESTION}[microphone.reported]
        if not faults.report_is_old(view, now_ms)
        else Icon.QUESTION,
        odd if wrong_report or (off_podium and microphone.reported is Fact.OPEN) else base,
    )
    heard_fact = faults.heard_fact(view)
    heard = heard_fact is Fact.OPEN and not view.listened
    observed = Sign(
        {Fact.CLOSED: Icon.FLAT, Fact.OPEN: Icon.WAVE, Fact.UNKNOWN: Icon.QUESTION}[heard_fact],
        odd if heard and (closed or off_podium) else base,
    )
    return commanded, reported, observed


def _signs_of_nobody(view: SiteView) -> tuple[Sign, ...]:
    """Returns the signs of a site that is not there: what is ordered is known, all else is not."""
    unknown = Sign(Icon.QUESTION, Tone.QUIET)
    return Sign(_lock_of(view), Tone.QUIET), unknown, unknown


def _lock_of(view: SiteView) -> Icon:
    """Returns the sign of the order: hollow while the engine has not confirmed it."""
    closed = view.microphone.commanded is Fact.CLOSED
    if view.microphone.commanded_answer in {None, Answer.CONFIRMED}:
        return Icon.LOCK if closed else Icon.OPEN_LOCK
    return Icon.LOCK_HOLLOW if closed else Icon.OPEN_LOCK_HOLLOW


def _strip(view: SiteView, now_ms: int) -> tuple[Cell, ...]:
    microphone = view.microphone
    old = faults.report_is_old(view, now_ms)
    closed = microphone.commanded is Fact.CLOSED
    settled = microphone.reported is Fact.UNKNOWN or microphone.commanded is Fact.ALLOWED
    reported_differs = not settled and (microphone.reported is Fact.CLOSED) != closed
    heard_wrongly = closed and faults.heard_in_secret(view)
    report_age = _age(microphone.reported_ms, now_ms) if old else None
    heard_age = _age(microphone.observed_ms, now_ms) if heard_wrongly else None
    said = words.on_or_off(microphone.reported, doubtful=old)
    sound = words.sound(faults.heard_fact(view))
    uncertain = faults.order_is_uncertain(view)
    order = words.on_or_off(microphone.commanded, doubtful=uncertain)
    return (
        Cell(words.ordered(), words.ordered(), order, odd=uncertain),
        Cell(words.reported(report_age), words.reported(None), said, odd=old or reported_differs),
        Cell(words.heard(heard_age), words.heard(None), sound, odd=heard_wrongly),
    )


def _age(since_ms: int | None, now_ms: int) -> int | None:
    return None if since_ms is None else now_ms - since_ms


def _top_mark(view: SiteView, store: Store) -> Mark | None:
    if view.on_podium:
        waiting = store.podium.phase is PodiumPhase.WAITING_FOR_SITE
        return (
            Mark(words.waiting(), Tone.WAITING, (Icon.RING,))
            if waiting
            else Mark(words.on_podium(), Tone.LIVE, (Icon.DOT,))
        )
    if store.podium.target == view.site:
        return Mark(words.going_up(), Tone.WAITING, (Icon.RING,))
    if view.on_deck:
        return (
            Mark(words.next_ready(), Tone.NEXT, (Icon.CHECK,))
            if view.ready
            else Mark(words.next_one(), Tone.NEXT, (Icon.CLOCK,))
        )
    if view.queue_place is None:
        return None
    source = {FloorSource.PHONE: (Icon.PHONE, Icon.HAND), FloorSource.SCRIPT: (Icon.PAGE, Icon.HAND)}
    icons = source.get(view.queue_source or FloorSource.SATELLITE, (Icon.HAND,))
    return Mark((str(view.queue_place),), Tone.REQUEST, icons)


def _low_mark(view: SiteView, found: list[FaultKind], now_ms: int) -> Mark | None:
    marks = {
        FaultKind.MICROPHONE_DISAGREES: lambda: Mark(words.facts_disagree(view), Tone.WARNING, (Icon.TRIANGLE,)),
        FaultKind.ORDER_UNCERTAIN: lambda: Mark(
            words.order_uncertain(view.microphone.commanded_answer), Tone.WARNING, (Icon.TRIANGLE,)
        ),
        FaultKind.REPORT_OLD: lambda: Mark(
            words.report_old(_age(view.microphone.reported_ms, now_ms)), Tone.WARNING, (Icon.TRIANGLE,)
        ),
        FaultKind.MICROPHONE_OPEN: lambda: Mark(
            words.open_for(_open_for(view, now_ms)), Tone.WARNING, (Icon.TRIANGLE,)
        ),
        FaultKind.PICTURE_OLD: lambda: Mark(
            words.picture_old(_age(_old_since(view), now_ms)), Tone.WARNING, (Icon.TRIANGLE,)
        ),
        FaultKind.LINE_ERROR: lambda: Mark(words.line_trouble(view.line), Tone.ERROR, (Icon.SQUARE,)),
        FaultKind.LINE_WARNING: lambda: Mark(words.line_trouble(view.line), Tone.WARNING, (Icon.TRIANGLE,)),
    }
    if found and found[0] in marks:
        return marks[found[0]]()
    return Mark(words.no_control(), Tone.PLAIN, (Icon.OPEN_LOCK,)) if not view.controllable else None


def _rehearsal(view: SiteView) -> Mark | None:
    signs = {
        RehearsalState.NOT_TESTED: Icon.RING,
        RehearsalState.MEASURING: Icon.CLOCK,
        RehearsalState.FAILED: Icon.SQUARE,
    }
    if view.rehearsal is None or view.rehearsal not in signs:
        return None
    return Mark(words.rehearsal(view.rehearsal), Tone.PLAIN, (signs[view.rehearsal],))


def _open_for(view: SiteView, now_ms: int) -> int | None:
    microphone = view.microphone
    return _age(microphone.forgotten_since_ms or microphone.observed_ms, now_ms)


def _old_since(view: SiteView) -> int | None:
    return view.picture_old_since_ms if view.picture_old_since_ms is not None else view.link_since_ms


def _own_marks(view: SiteView, *, listened: bool) -> tuple[Mark, ...]:
    ear = (Mark(("",), Tone.REQUEST, (Icon.HEADPHONES,)),) if listened else ()
    return (*ear, Mark((decibels(view.gain_db),), Tone.PLAIN)) if view.gain_db else ear


def _bit_rate(kilobits: int | None) -> Mark | None:
    if kilobits is None:
        return None
    return Mark((words.bit_rate(kilobits),), Tone.PLAIN)


def _notice(view: SiteView, now_ms: int, *, has_picture: bool) -> Notice | None:
    if view.link is LinkState.LOST:
        age = _age(view.link_since_ms, now_ms)
        return Notice(Icon.SQUARE, words.lost(), words.lost_for(age, view.attempts), words.lost_short(age), Tone.ERROR)
    if view.link is LinkState.ABSENT:
        return Notice(Icon.RING, words.absent(), "", words.absent(), Tone.QUIET)
    if view.link is LinkState.CONNECTING:
        return Notice(Icon.CLOCK, words.connecting(), "", words.connecting_short(), Tone.QUIET)
    return None if has_picture else Notice(None, words.no_picture_yet(), "", words.no_picture_short(), Tone.QUIET)
