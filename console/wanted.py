"""What engine and sites shall be doing, derived from the state; the difference to what they were told goes out.

Rules: nothing else sends gates, program, listens or standing messages, so that a late joiner, a reconnect, a new engine
incarnation and a restarted bridge are all the same case: they were told nothing yet. Gates go before everything else.
"""

from msgspec.structs import replace

from console.checks.check_lines import picture_is_checked
from console.checks.check_stages import wanted_check
from console.checks.check_tones import may_sound
from console.content.presenting import wanted_presented
from console.control.control_told import NOTHING, wanted_control
from console.durable import Durable, commanded, request_of
from console.engine_port import SetGains, SetGates, SetProgram, ShedLoad
from console.floor.speech import speech_limit_seconds
from console.floor.waiting import ahead_seconds, floor_free_ms, queue_place
from console.lines.shedding import SHED_TILE_FRAMES_PER_SECOND
from console.notes.recording import confidentiality
from console.office.meeting import Confidentiality
from console.podium.scenes import program_slots, shown_layout, wanted_program
from console.recordings.recorder_views import is_recorded
from console.silence.listening import forget_absent_site, settle_listen
from console.silence.microphones import belongs_into_mix, connected, put_seen, satellites
from console.sites.site_messages import SetListen as TellListen
from console.sites.site_messages import (
    SetMicrophone,
    SetRung,
    ShowPlace,
    ShowRecording,
    ShowSound,
    ShowSpeaker,
    Welcome,
)
from console.state import NO_LINK, RungWatch, State, Told, seen_of, site_name
from console.turn import Turn, forget
from console.words import MAIN_SITE, Layout, LoadStep, Reason, Rung, SiteId

_UNTOLD_FIELDS = frozenset({"lines", "alarms", "alarms_raised", "open_commands"})
"""What of the durable state neither engine nor sites are told."""
_TOLD_FIELDS = tuple(name for name in Durable.__struct_fields__ if name not in _UNTOLD_FIELDS)


def open_gates(state: State) -> tuple[SiteId, ...]:
    """Returns who shall be in the mix: the main endpoint, and satellites that may be heard and are open."""
    if state.durable.session is None:
        return ()
    sites = (MAIN_SITE, *satellites(state))
    return tuple(site for site in sites if connected(state, site) and _mixed(state, site))


def _mixed(state: State, site: SiteId) -> bool:
    """Returns whether a connected site is mixed: not as long as a test tone may still come from it."""
    return belongs_into_mix(state, site) and not may_sound(state, site)


def settle_wanted(turn: Turn, before: State) -> None:
    """Sends what differs from what was told; does nothing when nothing it depends on has changed."""
    gates_are_due = turn.state.engine.up and turn.state.engine.gates is None
    if not gates_are_due and not _changed(turn.state, before):
        if turn.state.engine.up and _mix_changed(turn.state, before):
            _settle_gates(turn)
        return
    forget_absent_site(turn)
    if turn.state.engine.up:
        _settle_gates(turn)
        _settle_program(turn)
        settle_listen(turn, _next_epoch(turn))
        _settle_gains(turn)
        _settle_shedding(turn)
    speaker = wanted_speaker(turn.state)
    for site in turn.state.directory:
        _settle_site(turn, site, speaker)


def _changed(state: State, before: State) -> bool:
    names = ("links", "run", "checks", "headphones", "headphones_program", "told", "directory", "last_order")
    if any(getattr(state, name) is not getattr(before, name) for name in names):
        return True
    if _durable_changed(state.durable, before.durable):
        return True
    engine = state.engine
    if state.shedding.steps != before.shedding.steps:
        return True
    return (engine.up, engine.incarnation) != (before.engine.up, before.engine.incarnation)


def _durable_changed(durable: Durable, before: Durable) -> bool:
    """Returns whether anything changed that engine or sites are told of; a crowd's answers mostly change the log."""
    if durable is before:
        return False
    return any(getattr(durable, name) is not getattr(before, name) for name in _TOLD_FIELDS)


def _mix_changed(state: State, before: State) -> bool:
    """Returns whether a report about a microphone moves its site into the mix or out of it."""
    if state.microphones is before.microphones:
        return False
    known = before.microphones
    return any(
        seen is not known.get(site) and belongs_into_mix(state, site) != belongs_into_mix(before, site)
        for site, seen in state.microphones.items()
    )


# ---------------------------------------------------------------- engine


def _next_epoch(turn: Turn) -> int:
    """Returns an epoch that grows even over restarts of the bridge on the same machine."""
    return max(turn.state.engine.epoch + 1, turn.now.monotonic_ms)


def _settle_gates(turn: Turn) -> None:
    engine, wanted = turn.state.engine, open_gates(turn.state)
    if engine.gates == wanted:
        return
    epoch = _next_epoch(turn)
    closes = engine.gates is None or not set(engine.gates) <= set(wanted)
    closing_epoch = epoch if closes else engine.closing_epoch
    turn.change(engine=replace(engine, epoch=epoch, gates=wanted, gates_epoch=epoch, closing_epoch=closing_epoch))
    turn.silence(SetGates(epoch=epoch, open_sites=wanted))


def _settle_program(turn: Turn) -> None:
    engine, wanted = turn.state.engine, wanted_program(turn.state)
    if engine.program == wanted:
        return
    epoch = _next_epoch(turn)
    turn.change(engine=replace(engine, epoch=epoch, program=wanted, program_epoch=epoch))
    turn.do(_at_epoch(wanted, epoch))


def _at_epoch(program: SetProgram, epoch: int) -> SetProgram:
    return replace(program, epoch=epoch)


def _settle_gains(turn: Turn) -> None:
    engine, wanted, automatic = turn.state.engine, turn.state.durable.gains_db, turn.state.durable.auto_levels
    if engine.gains_db == wanted and engine.auto_levels == automatic:
        return
    epoch = _next_epoch(turn)
    turn.change(engine=replace(engine, epoch=epoch, gains_db=wanted, auto_levels=automatic))
    turn.do(SetGains(epoch=epoch, gains_db=wanted, automatic=tuple(sorted(automatic))))


def _settle_shedding(turn: Turn) -> None:
    engine, wanted = turn.state.engine, turn.state.shedding.steps
    if engine.shed != wanted:
        turn.change(engine=replace(engine, shed=wanted))
        turn.do(ShedLoad(steps=wanted))


# ---------------------------------------------------------------- sites


def wanted_rung(state: State, site: SiteId) -> Rung:
    """Returns the picture size a site shall send; the old podium keeps its size until the new one is on air."""
    durable, run = state.durable, state.run
    slots, layout = program_slots(state), shown_layout(durable)
    on_the_way = run is not None and (site == run.site or (site == run.previous and not run.on_air))
    if site == durable.podium.site or on_the_way or slots == (site,) or picture_is_checked(state, site):
        return Rung.PODIUM
    half_size = site in slots and layout is not Layout.GRID_3X3
    is_return_picture = site == MAIN_SITE and durable.podium.site is not None
    on_deck = durable.on_deck is not None and durable.on_deck.site == site
    return Rung.ON_DECK if half_size or is_return_picture or on_deck else Rung.THUMBNAIL


def _tile_rate(state: State, rung: Rung) -> int | None:
    """Returns the pictures a second of a rung where they are fewer than it has."""
    sheds = rung is Rung.THUMBNAIL and LoadStep.TILE_RATE in state.shedding.steps
    return SHED_TILE_FRAMES_PER_SECOND if sheds else None


def wanted_place(state: State, site: SiteId) -> ShowPlace:
    """Returns what a site shall show of its own place."""
    durable = state.durable
    on_podium = durable.podium.site == site and durable.safe_stop is None
    speech = durable.speech if durable.speech is not None and durable.speech.site == site else None
    place, ahead, request = queue_place(state, site), ahead_seconds(state, site), request_of(durable, site)
    return ShowPlace(
        on_podium=on_podium,
        on_deck=durable.on_deck is not None and durable.on_deck.site == site,
        queue_place=place,
        asked_ms=None if place is None or request is None else request.asked_ms,
        ahead_seconds=ahead,
        floor_free_ms=None if ahead is None else floor_free_ms(state),
        speech_started_ms=None if speech is None else speech.started_ms,
        speech_limit_seconds=None if speech is None else speech_limit_seconds(state.rules, speech),
        layout=shown_layout(durable) if on_podium else None,
        camera_hand_ms=state.rules.camera_hand_ms,
    )


def wanted_speaker(state: State) -> ShowSpeaker:
    """Returns who speaks to the meeting: the speech that runs, else the site that is on air."""
    durable, speech = state.durable, state.durable.speech
    on_air = durable.podium.site if durable.podium.verified else None
    site = on_air if speech is None else speech.site
    if site is None or durable.safe_stop is not None:
        return ShowSpeaker()
    known = state.directory.get(site)
    return ShowSpeaker(
        site_name=site_name(state, site),
        site_number=None if known is None else known.number,
        person="" if speech is None else speech.person,
        started_ms=None if speech is None else speech.started_ms,
        limit_seconds=None if speech is None else speech_limit_seconds(state.rules, speech),
    )


def wanted_welcome(state: State, site: SiteId) -> Welcome:
    """Returns who and where the site is."""
    session, known = state.durable.session, state.directory.get(site)
    told = state.durable.attendance.get(site)
    return Welcome(
        site_name=site_name(state, site),
        site_number=0 if known is None else known.number,
        main_name=site_name(state, MAIN_SITE),
        session_kind=None if session is None else session.kind,
        title="" if session is None else session.title,
        asks_attendance=state.rules.asks_attendance and session is not None and site != MAIN_SITE,
        head_count=None if told is None else told.head_count,
        in_charge="" if told is None else told.in_charge,
        main_word=state.rules.terms.main,
        main_word_english=state.rules.terms.english.main,
        confidentiality=Confidentiality.OPEN if session is None else confidentiality(state.durable),
    )


def wanted_microphone(state: State, site: SiteId) -> tuple[int, bool, bool, Reason | None]:
    """Returns order number, open, may open and reason; without a session the number of the last order of all."""
    if site == MAIN_SITE:
        return 1, True, True, None
    order = commanded(state.durable, site)
    number = state.last_order if state.durable.session is None else order.order
    return number, order.open, order.may_open, order.because


def _settle_site(turn: Turn, site: SiteId, speaker: ShowSpeaker) -> None:  # noqa: C901 - one step per message
    link = turn.state.links.get(site, NO_LINK)
    if not (link.control and link.controllable):
        return
    state, told = turn.state, turn.state.told.get(site, Told())
    measured, headphones = state.engine.listen
    rung = wanted_rung(state, site)
    wanted = Told(
        welcome=wanted_welcome(state, site),
        microphone=wanted_microphone(state, site),
        rung=rung,
        tile_rate=_tile_rate(state, rung),
        listen=site in measured or site == headphones,
        place=wanted_place(state, site),
        line=told.line,
        check=wanted_check(state, site),
        control=wanted_control(state, site),
        sound=ShowSound(sounding=seen_of(state, site).sounding),
        speaker=speaker,
        recorded=is_recorded(state.durable),
        presented=wanted_presented(state, site, link),
    )
    if wanted == told:
        return
    if wanted.welcome is not None and wanted.welcome != told.welcome:
        turn.send(site, wanted.welcome)
    if wanted.microphone is not None and wanted.microphone != told.microphone:
        _tell_microphone(turn, site, wanted.microphone)
    if (rung, wanted.tile_rate) != (told.rung, told.tile_rate):
        tell_rung(turn, site, rung, 0)
    if wanted.listen != told.listen:
        turn.send(site, TellListen(request_id=f"listen-{turn.next_number()}", listening=wanted.listen))
        put_seen(turn, site, replace(seen_of(turn.state, site), closed_since_ms=turn.now.monotonic_ms))
    if wanted.place is not None and wanted.place != told.place:
        turn.send(site, _as_of_now(turn, wanted.place))
    plain = ((wanted.sound, told.sound), (wanted.check, told.check), (wanted.presented, told.presented))
    for news, before in plain:
        if news is not None and news != before:
            turn.send(site, news)
    if wanted.control is not None and wanted.control != (told.control or NOTHING):
        until_ms = wanted.control.until_ms
        left_ms = None if until_ms is None else max(until_ms - turn.now.wall_ms, 0)
        turn.send(site, replace(wanted.control, until_in_ms=left_ms))
    if speaker != told.speaker:
        spent_ms = None if speaker.started_ms is None else max(turn.now.wall_ms - speaker.started_ms, 0)
        turn.send(site, replace(speaker, spent_ms=spent_ms))
    if wanted.recorded != told.recorded:
        turn.send(site, ShowRecording(recorded=wanted.recorded))
    turn.change(told=turn.state.told | {site: wanted})


def _as_of_now(turn: Turn, place: ShowPlace) -> ShowPlace:
    """Returns the place with every moment as a span too: the site's clock need not be ours."""
    now_ms, started_ms, asked_ms = turn.now.wall_ms, place.speech_started_ms, place.asked_ms
    return replace(
        place,
        speech_spent_ms=None if started_ms is None else max(now_ms - started_ms, 0),
        asked_ago_ms=None if asked_ms is None else max(now_ms - asked_ms, 0),
        floor_free_in_ms=None if place.floor_free_ms is None else place.floor_free_ms - now_ms,
    )


def _tell_microphone(turn: Turn, site: SiteId, wanted: tuple[int, bool, bool, Reason | None]) -> None:
    order, is_open, may_open, reason = wanted
    since_ms = 0 if site == MAIN_SITE else commanded(turn.state.durable, site).since_ms
    message = SetMicrophone(
        request_id=f"microphone-{order}",
        order=order,
        open=is_open,
        may_open=may_open,
        reason=reason,
        held_ms=max(turn.now.wall_ms - since_ms, 0) if since_ms else None,
    )
    turn.send(site, message)
    put_seen(turn, site, replace(seen_of(turn.state, site), closed_since_ms=turn.now.monotonic_ms))


def tell_rung(turn: Turn, site: SiteId, rung: Rung, repeats: int) -> None:
    """Orders a picture size and watches for it."""
    rate = _tile_rate(turn.state, rung)
    turn.send(site, SetRung(request_id=f"rung-{turn.next_number()}", rung=rung, frames_per_second=rate))
    watch = RungWatch(rung=rung, sent_ms=turn.now.monotonic_ms, repeats=repeats)
    turn.change(rungs=turn.state.rungs | {site: watch})


def rung_seen(turn: Turn, site: SiteId, rung: Rung) -> None:
    """Ends the repeats once the site sends the size it was told."""
    watch = turn.state.rungs.get(site)
    if watch is not None and watch.rung is rung:
        turn.change(rungs=forget(turn.state.rungs, site))


def rung_not_carried(turn: Turn, site: SiteId) -> None:
    """Ends the repeats for a site whose line carries less: it sends the ordered size once it can."""
    turn.change(rungs=forget(turn.state.rungs, site))


def repeat_rungs(turn: Turn) -> None:
    """Orders again the picture sizes that are not seen yet, a limited number of times."""
    rules = turn.state.rules
    for site, watch in tuple(turn.state.rungs.items()):
        if turn.now.monotonic_ms - watch.sent_ms < rules.rung_repeat_ms:
            continue
        if watch.repeats >= rules.rung_repeats or not turn.state.links.get(site, NO_LINK).control:
            turn.change(rungs=forget(turn.state.rungs, site))
        else:
            tell_rung(turn, site, watch.rung, watch.repeats + 1)
