"""The three facts of every microphone: commanded, reported, observed; what follows when they disagree.

Rules: the facts are never merged. A site is confirmed silent when the engine has it out of the mix and it has reported
closed with the order in force; a device without control is silenced by the engine alone and listed as such.
"""

from msgspec.structs import replace

from console.durable import commanded
from console.engine_port import SoundObserved
from console.entries import ForgottenMicrophoneSeen, MicrophoneChanged, OpeningTried, SoundChanged, ViolationSeen
from console.sites.site_messages import MicrophoneReported, ShowSound
from console.state import MicrophoneSeen, State, link_of, seen_of
from console.turn import Turn
from console.words import MAIN_SITE, Answer, Reason, SiteId

LOUD_HOLD_MS = 1500
"""Pauses of a speaker shorter than this do not end "sounding" for the forgotten-microphone rule."""


def satellites(state: State) -> tuple[SiteId, ...]:
    """Returns all satellites of the directory, in order of number."""
    return tuple(site for site in state.directory if site != MAIN_SITE)


def connected(state: State, site: SiteId) -> bool:
    """Returns whether a site has a connection that may carry media (a hanging one included)."""
    return link_of(state, site).connection is not None


def heard_sites(state: State) -> tuple[SiteId, ...]:
    """Returns the satellites that their orders let be heard."""
    return tuple(site for site in satellites(state) if commanded(state.durable, site).heard)


def silenced_sites(state: State) -> tuple[SiteId, ...]:
    """Returns the connected satellites that are ordered closed: whose confirmation is wanted."""
    return tuple(
        site for site in satellites(state) if connected(state, site) and not commanded(state.durable, site).heard
    )


def confirmed_closed(state: State, site: SiteId, order: int) -> bool:
    """Returns whether a site is out of the mix and, if it can be told, has reported closed with this order or newer."""
    if not out_of_mix(state, site):
        return False
    if not link_of(state, site).controllable:
        return connected(state, site) and gate_answer(state, site) is Answer.CONFIRMED
    seen = seen_of(state, site)
    return seen.reported_open is False and seen.reported_order >= order


def out_of_mix(state: State, site: SiteId) -> bool:
    """Returns whether the engine has answered that a site's gate is closed, for sure or as far as it can know."""
    engine = state.engine
    applied = engine.gates_applied is not None and engine.gates_applied_epoch >= engine.closing_epoch
    if not applied or site in (engine.gates_applied or ()):
        return False
    return engine.gate_answers.get(site, Answer.CONFIRMED) in (Answer.CONFIRMED, Answer.ASSUMED)


def gate_answer(state: State, site: SiteId) -> Answer | None:
    """Returns what the engine answered to the last order about a site's gate; None: nothing yet, or not connected."""
    engine = state.engine
    if not connected(state, site) or engine.gates_applied is None:
        return None
    if site in engine.gate_answers:
        return engine.gate_answers[site]
    wanted, is_open = site in (engine.gates or ()), site in engine.gates_applied
    answered = wanted or engine.gates_applied_epoch >= engine.closing_epoch
    return Answer.CONFIRMED if wanted == is_open and answered else None


def gate_fault(state: State, site: SiteId) -> Reason | None:
    """Returns `GATE_UNCERTAIN` unless the engine has opened nobody who shall be closed, and this site if it shall."""
    engine = state.engine
    opened, wanted = set(engine.gates_applied or ()), set(engine.gates or ())
    current = engine.gates_applied is not None and engine.gates_applied_epoch >= engine.gates_epoch
    as_ordered = opened <= wanted and (site in opened or site not in wanted)
    refused = engine.gate_answers.get(site) in (Answer.TIMEOUT, Answer.REJECTED, Answer.UNSUPPORTED)
    return None if current and as_ordered and not refused else Reason.GATE_UNCERTAIN


def confirmed_open(state: State, site: SiteId, order: int) -> bool:
    """Returns whether a site has reported open with this order or newer."""
    seen = seen_of(state, site)
    return seen.reported_open is True and seen.reported_order >= order


def put_seen(turn: Turn, site: SiteId, seen: MicrophoneSeen) -> None:
    """Replaces what is known of one microphone."""
    turn.change(microphones=turn.state.microphones | {site: seen})


# ---------------------------------------------------------------- reports


def take_report(turn: Turn, site: SiteId, report: MicrophoneReported) -> None:
    """Takes what a site says of its own microphone; only edges are logged."""
    seen = seen_of(turn.state, site)
    if report.order < seen.reported_order:
        return
    changed = report.open if seen.reported_open is None else report.open != seen.reported_open
    changed = changed or (report.open and _waited_for(turn.state, site, report.order))
    put_seen(
        turn,
        site,
        replace(
            seen,
            reported_open=report.open,
            reported_order=report.order,
            reported_wall_ms=turn.now.wall_ms,
            reported_ms=turn.now.monotonic_ms,
            listening=report.listening,
        ),
    )
    if changed:
        turn.log(MicrophoneChanged(site=site, open=report.open))
    judge_microphone(turn, site)


def _waited_for(state: State, site: SiteId, order: int) -> bool:
    """Returns whether the podium waits for just this: open already, the site never had to change."""
    podium = state.durable.podium
    return podium.waiting and podium.site == site and order >= commanded(state.durable, site).order


def take_sound(turn: Turn, report: SoundObserved) -> None:
    """Takes what the media shows; logged for sites that may be heard and for violations, else 36 lines a minute."""
    seen = seen_of(turn.state, report.site)
    if report.site not in turn.state.directory:
        return
    level = seen.level_db if report.level_db is None else report.level_db
    put_seen(
        turn,
        report.site,
        replace(seen, sounding=report.sounding, observed_wall_ms=turn.now.wall_ms, level_db=level),
    )
    _tell_sound(turn, report.site, ShowSound(sounding=report.sounding))
    if report.sounding != seen.sounding and commanded(turn.state.durable, report.site).heard:
        turn.log(SoundChanged(site=report.site, sounding=report.sounding))
    judge_microphone(turn, report.site)


def _tell_sound(turn: Turn, site: SiteId, sound: ShowSound) -> None:
    """Tells a site what is heard from it, when that is another than it was told."""
    told = turn.state.told.get(site)
    if told is not None and told.sound != sound and turn.send(site, sound):
        turn.change(told=turn.state.told | {site: replace(told, sound=sound)})


def take_try(turn: Turn, site: SiteId) -> None:
    """Notes that a technician pressed the microphone key under the order, and tells the site again why not."""
    if turn.seldom(("tried", site)):
        turn.log(OpeningTried(site=site))
    told = turn.state.told.get(site)
    if told is not None:
        turn.change(told=turn.state.told | {site: replace(told, microphone=None)})


# ---------------------------------------------------------------- what disagrees


def listened_sites(state: State) -> tuple[SiteId, ...]:
    """Returns the sites whose sound the bridge alone takes just now, as the engine was told."""
    measured, headphones = state.engine.listen
    return measured if headphones is None else (*measured, headphones)


def belongs_into_mix(state: State, site: SiteId) -> bool:
    """Returns whether a connected site is to be heard by all.

    A site that may open but has not is out of it: a listen that only the bridge may hear makes it send all the same.
    """
    order = commanded(state.durable, site)
    if not order.heard or site == MAIN_SITE or not link_of(state, site).controllable:
        return order.heard
    seen = seen_of(state, site)
    answer_under_way = order.open and seen.reported_order < order.order
    return answer_under_way or seen.reported_open is True


def judge_microphone(turn: Turn, site: SiteId) -> None:
    """Raises and clears the violation and the forgotten-microphone mark of one site."""
    if site == MAIN_SITE:
        return
    seen = seen_of(turn.state, site)
    judged = _with_forgotten(turn.state, site, _with_violation(turn, site, seen), turn)
    if judged == seen:
        return
    put_seen(turn, site, judged)
    if judged.violation and not seen.violation:
        turn.log(ViolationSeen(site=site))
    if judged.forgotten_since_wall_ms is not None and seen.forgotten_since_wall_ms is None:
        turn.log(ForgottenMicrophoneSeen(site=site))


def _with_violation(turn: Turn, site: SiteId, seen: MicrophoneSeen) -> MicrophoneSeen:
    state = turn.state
    order = commanded(state.durable, site)
    link = link_of(state, site)
    if order.heard or link.connection is None or not link.controllable:
        return replace(seen, violation=False)
    # An answer that was under way when the order was given is no violation; silence of a hanging site is none either.
    grace_ends_ms = seen.closed_since_ms + state.rules.violation_grace_ms
    late = seen.reported_order >= order.order or seen.reported_ms >= grace_ends_ms
    listened = seen.listening or site in listened_sites(state)
    loud = seen.sounding is True and not listened and turn.now.monotonic_ms >= grace_ends_ms
    return replace(seen, violation=(seen.reported_open is True and late) or loud)


def _with_forgotten(state: State, site: SiteId, seen: MicrophoneSeen, turn: Turn) -> MicrophoneSeen:
    now_ms = turn.now.monotonic_ms
    on_air = state.durable.podium.site == site and state.durable.safe_stop is None
    may_sound = commanded(state.durable, site).heard and not on_air and connected(state, site)
    if not may_sound or seen.reported_open is False:
        return replace(seen, loud_since_ms=None, loud_last_ms=None, forgotten_since_wall_ms=None)
    loud = seen.sounding is True if seen.level_db is None else seen.level_db >= state.rules.forgotten_level_db
    if loud:
        seen = replace(seen, loud_since_ms=_first(seen.loud_since_ms, now_ms), loud_last_ms=now_ms)
    elif seen.loud_last_ms is not None and now_ms - seen.loud_last_ms > LOUD_HOLD_MS:
        return replace(seen, loud_since_ms=None, loud_last_ms=None, forgotten_since_wall_ms=None)
    long_enough = seen.loud_since_ms is not None and now_ms - seen.loud_since_ms >= state.rules.forgotten_seconds * 1000
    since = _first(seen.forgotten_since_wall_ms, turn.now.wall_ms) if long_enough else None
    return replace(seen, forgotten_since_wall_ms=since)


def _first(earlier: int | None, now: int) -> int:
    return now if earlier is None else earlier
