"""What the chair has to know, drawn from the snapshot: who speaks, how long, who is next, who asks, who is open.

Rule: judged from the store alone, and nothing is guessed: next is who is on deck, whom the chair has let speak, or who
stands in the script; everybody else who asks waits for the chair. Where nobody was decided upon, next is the queue.
"""

from dataclasses import dataclass
from enum import Enum

from console.floor.floor_facts import FloorRequest
from console.snapshot import Fact, SiteView
from console.words import FloorSource, LinkState, PodiumPhase
from widgets.controls.faults import disagrees, open_off_podium
from widgets.controls.store import Store
from widgets.phrases.console import chair_words as words

MOST_NEXT = 3


class Standing(Enum):
    """How a speaker stands in the meeting."""

    MAIN = "main"
    """Nobody of the satellites: the main endpoint has the picture."""
    CALLED = "called"
    """On the way to the podium, not heard yet."""
    LIVE = "live"
    DROPPED = "dropped"
    """Lost while speaking; the speech is kept."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who has the floor."""

    standing: Standing
    badge: str
    name: str
    detail: str = ""
    microphone: str = ""
    microphone_closed: bool = False


@dataclass(frozen=True, slots=True)
class SpeechTime:
    """The running speech in whole seconds; `limit_seconds` None: as long as it takes."""

    spent_seconds: int
    limit_seconds: int | None
    warning_seconds: int

    @property
    def left_seconds(self) -> int | None:
        """What is left; below 0 it is over time by so much."""
        return None if self.limit_seconds is None else self.limit_seconds - self.spent_seconds

    @property
    def over(self) -> bool:
        return self.left_seconds is not None and self.left_seconds <= 0

    @property
    def warned(self) -> bool:
        """Tells whether the last part has begun, over time included."""
        return self.left_seconds is not None and self.left_seconds <= self.warning_seconds


@dataclass(frozen=True, slots=True)
class Following:
    """One of those who speak next."""

    name: str
    details: list[str]
    """Wordings, longest first."""
    ready: bool
    on_deck: bool


@dataclass(frozen=True, slots=True)
class FallbackQuestion:
    """What the operator asks the chair: whether something else may be done while a failure lasts."""

    incident_id: str
    name: str
    details: list[str]
    """Wordings, longest first."""

    @property
    def request_id(self) -> str:
        """How its card is told from those of the floor."""
        return f"fallback/{self.incident_id}"


@dataclass(frozen=True, slots=True)
class Silence:
    """How many are silent, and who is not."""

    wordings: list[str]
    by_order: bool
    safe_stop: bool
    open_names: list[str]


def speaker_of(store: Store) -> Speaker:
    """Returns who has the floor, the main endpoint where no satellite has."""
    podium, floor = store.podium, store.floor
    if floor.speaker_dropped_ms is not None and floor.speaker is not None:
        return _speaker(store, Standing.DROPPED, words.dropped(), floor.speaker)
    if podium.phase is PodiumPhase.WAITING_FOR_SITE and (waited := podium.target or podium.site):
        return _speaker(store, Standing.CALLED, words.waits_for_microphone(), waited)
    if podium.site is not None:
        badge = words.speaking() if floor.speaker == podium.site else words.on_podium()
        return _speaker(store, Standing.LIVE, badge, podium.site)
    if podium.target is not None:
        return _speaker(store, Standing.CALLED, words.being_called(), podium.target)
    main = store.main_site
    return Speaker(Standing.MAIN, words.main_endpoint(), main.name if main is not None else "")


def _speaker(store: Store, standing: Standing, badge: str, site: str) -> Speaker:
    view = store.site(site)
    if view is None:
        return Speaker(standing, badge, site)
    floor = store.floor
    request = next((request for request in floor.requests if request.site == site), None)
    person = floor.speaker_person if floor.speaker == site else "" if request is None else request.person
    note = "" if request is None else request.note
    detail = ", ".join(part for part in (person, note) if part) or (
        words.in_charge(view.in_charge) if view.in_charge else ""
    )
    told = words.microphone(view.microphone) if standing is Standing.LIVE else ""
    return Speaker(standing, badge, view.name, detail, told, view.microphone.reported is Fact.CLOSED)


def speech_time_of(store: Store) -> SpeechTime | None:
    """Returns the running speech's time, None when nobody's speech runs."""
    floor = store.floor
    if floor.speech_started_ms is None:
        return None
    spent = max(0, store.now_ms - floor.speech_started_ms) // 1000
    return SpeechTime(spent, floor.speech_limit_seconds, floor.speech_warning_seconds)


def following(store: Store) -> list[Following]:
    """Returns who speaks next, at most three, the first first."""
    deck = store.on_deck
    found: list[Following] = []
    if deck.site is not None and deck.site != store.podium.site:
        ready = deck.ready_ms is not None
        detail = words.ready() if ready else words.getting_ready()
        found.append(Following(_name(store, deck.site), [detail], ready, on_deck=True))
    waiting = [request for request in store.waiting_requests if request.site != deck.site]
    # Where the chair decides nothing on this screen, the queue itself says who is next.
    for request in [request for request in waiting if _decided(request)] or waiting:
        details = words.request_detail(request, store.now_ms)
        found.append(Following(_name(store, request.site), details, ready=False, on_deck=False))
    return found[:MOST_NEXT]


def undecided(store: Store) -> list[FloorRequest]:
    """Returns the requests that wait for the chair's word, in the order of the queue."""
    deck = store.on_deck.site
    return [request for request in store.waiting_requests if request.site != deck and not _decided(request)]


def questions(store: Store) -> list[FallbackQuestion]:
    """Returns what waits for the chair's word because something failed, the oldest first."""
    found: list[FallbackQuestion] = []
    for incident in store.record.incidents:
        fallback = incident.fallback
        if fallback is not None and fallback.approved is None and incident.closed_ms is None:
            site = store.site(incident.site)
            name = words.whole_meeting() if site is None else site.name
            found.append(FallbackQuestion(incident.incident_id, name, words.fallback_question(incident, fallback)))
    return found


def chair_name(store: Store) -> str:
    """Returns who decides, as the meeting was registered; without that simply the chair."""
    file = store.meeting_file
    return file.chairperson if file is not None and file.chairperson else words.the_chair()


def _decided(request: FloorRequest) -> bool:
    return request.approved_ms is not None or request.granted or request.source is FloorSource.SCRIPT


def silence_of(store: Store) -> Silence:
    """Returns how many sites are silent and whose microphone is open off the podium."""
    views = [view for site in store.roster if (view := store.site(site)) is not None]
    open_names = [view.name for view in views if _open_elsewhere(view)]
    order = store.silence
    if order.safe_stop:
        return Silence(words.safe_stop(), by_order=True, safe_stop=True, open_names=open_names)
    if order.in_force:
        wordings = words.silent_by_order(order.confirmed, order.wanted)
        return Silence(wordings, by_order=True, safe_stop=False, open_names=open_names)
    present = [view for view in views if view.link in {LinkState.LIVE, LinkState.OLD}]
    silent = sum(_silent(view) for view in present)
    return Silence(words.silent_sites(silent, len(present)), by_order=False, safe_stop=False, open_names=open_names)


def _open_elsewhere(view: SiteView) -> bool:
    present = view.link in {LinkState.LIVE, LinkState.OLD}
    return present and not view.on_podium and (open_off_podium(view) or disagrees(view))


def _silent(view: SiteView) -> bool:
    """Tells whether a site is known to be silent: what is not known does not count."""
    microphone = view.microphone
    said = {microphone.reported, microphone.observed}
    return Fact.OPEN not in said and Fact.CLOSED in said


def _name(store: Store, site: str) -> str:
    view = store.site(site)
    return view.name if view is not None else site
