"""What the engine measures once a second, and what follows: line quality, checks on deck, forgotten microphones.

Rule: numbers go beside the chain (every site's last second and the history's points, every 5 s), never into it; only
edges make log lines.
"""

import msgspec
from msgspec.structs import replace

from console.checks.check_lines import line_is_filled
from console.durable import commanded
from console.effects import WriteSamples
from console.engine_port import Sampled, SiteSample
from console.lines.line_history import NO_SPELL, Spell, add_second, point_of
from console.lines.link_health import EMPTY, line_view, take_reception, take_sample
from console.podium.podium_checks import check_on_deck
from console.rules import QualityRules
from console.silence.microphones import judge_microphone, put_seen
from console.sites.roster import note_media
from console.sites.site_messages import ReceptionReported, ShowLine
from console.snapshot import LineView
from console.state import State, link_of, seen_of
from console.turn import Turn
from console.words import MAIN_SITE, LinkState, SiteId

PICTURE_OLD_MS = 1000
LOSS_STEP_PERCENT = 0.5
"""A site is told anew of a loss that differs by so much from what it was told."""
IN_MEETING = frozenset({LinkState.LIVE, LinkState.OLD})


def take_samples(turn: Turn, report: Sampled) -> None:
    """Takes one second of all sites."""
    now_ms = turn.now.monotonic_ms
    health = dict(turn.state.health)
    old = dict(turn.state.picture_old_wall_ms)
    known = [sample for sample in report.samples if _current(turn.state, sample)]
    for sample in known:
        site = sample.site
        if line_is_filled(turn.state, site):
            continue
        thresholds = thresholds_of(turn.state, site)
        health[site] = take_sample(health.get(site, EMPTY), sample, turn.state.rules, thresholds, now_ms)
        _note_picture_age(old, sample, turn.now.wall_ms)
    turn.change(health=health, picture_old_wall_ms=old)
    for sample in known:
        if sample.packet_age_ms is not None:
            note_media(turn, sample.site)
        _take_level(turn, sample)
        check_on_deck(turn, sample)
        _count_preflight_sound(turn, sample)
    _write_rows(turn, known)


def _current(state: State, sample: SiteSample) -> bool:
    link = link_of(state, sample.site)
    return sample.site in state.directory and link.connection == sample.connection


def thresholds_of(state: State, site: SiteId) -> QualityRules:
    """Returns the thresholds of a site: stricter for the podium and on deck."""
    durable = state.durable
    on_deck = None if durable.on_deck is None else durable.on_deck.site
    return state.rules.quality_on_air if site in (durable.podium.site, on_deck) else state.rules.quality


def _note_picture_age(old: dict[SiteId, int], sample: SiteSample, wall_ms: int) -> None:
    age_ms = sample.picture_age_ms
    if age_ms is not None and age_ms > PICTURE_OLD_MS:
        old.setdefault(sample.site, wall_ms - age_ms)
    elif age_ms is not None:
        old.pop(sample.site, None)


def _take_level(turn: Turn, sample: SiteSample) -> None:
    """Notes the level and that the observed state still holds; the level alone makes no edge."""
    seen = seen_of(turn.state, sample.site)
    sound_flows = sample.audio is not None and sample.audio.packets > 0
    observed_wall_ms = turn.now.wall_ms if sound_flows or seen.sounding is not None else seen.observed_wall_ms
    level_db = sample.level_db if sound_flows else None
    if (level_db, observed_wall_ms) != (seen.level_db, seen.observed_wall_ms):
        put_seen(turn, sample.site, replace(seen, level_db=level_db, observed_wall_ms=observed_wall_ms))
    if sample.site != MAIN_SITE and (commanded(turn.state.durable, sample.site).heard or seen.violation):
        judge_microphone(turn, sample.site)


def _count_preflight_sound(turn: Turn, sample: SiteSample) -> None:
    run = turn.state.run
    if run is None or run.site != sample.site or sample.audio is None or run.heard_in_preflight:
        return
    packets = run.audio_packets + sample.audio.packets
    enough = packets >= turn.state.rules.preflight_audio_packets
    turn.change(run=replace(run, audio_packets=packets, heard_in_preflight=enough))


def _write_rows(turn: Turn, samples: list[SiteSample]) -> None:
    """Writes what a stretch of wall-clock time came to, when the next has begun: each has one point, none is missed."""
    if turn.state.durable.session is None:
        if turn.state.spells:
            turn.change(spells={})
        return
    if not samples:
        return
    every_ms, before_ms = turn.state.rules.samples_every_ms, turn.state.spells_from_ms
    from_ms = turn.now.wall_ms // every_ms * every_ms
    if from_ms != before_ms:
        if turn.state.spells:
            rows = tuple((sample.site, turn.now.wall_ms, msgspec.json.encode(sample).decode()) for sample in samples)
            points = tuple(point_of(site, spell) for site, spell in turn.state.spells.items())
            turn.do(WriteSamples(rows=rows, points=points, points_wall_ms=before_ms))
        turn.change(spells={}, spells_from_ms=from_ms)
    turn.change(spells=_spells_with(turn.state, samples))


def _spells_with(state: State, samples: list[SiteSample]) -> dict[SiteId, Spell]:
    """Returns what the history's next points are made of; a site that is lost leaves a gap in it."""
    spells = dict(state.spells)
    for sample in samples:
        site = sample.site
        if link_of(state, site).state in IN_MEETING:
            spells[site] = add_second(spells.get(site, NO_SPELL), state.health[site])
    return spells


def take_site_reception(turn: Turn, site: SiteId, reception: ReceptionReported) -> None:
    """Takes what a site measures of the program it receives."""
    state = turn.state
    health = take_reception(
        state.health.get(site, EMPTY), reception, state.rules, thresholds_of(state, site), turn.now.monotonic_ms
    )
    turn.change(health=state.health | {site: health})
    _tell_line(turn, site, line_view(health))


def _tell_line(turn: Turn, site: SiteId, view: LineView) -> None:
    """Tells a site how its line is seen here, when that is another than it was told; it asks by its own report."""
    told = turn.state.told.get(site)
    if told is None or not _differs(told.line, view):
        return
    line = ShowLine(
        quality=view.quality,
        worst=view.worst,
        loss_percent=view.loss_percent,
        jitter_ms=view.jitter_ms,
        round_trip_ms=view.round_trip_ms,
    )
    if turn.send(site, line):
        turn.change(told=turn.state.told | {site: replace(told, line=line)})


def _differs(told: ShowLine | None, view: LineView) -> bool:
    if told is None or (told.quality, told.worst) != (view.quality, view.worst):
        return True
    return abs((view.loss_percent or 0.0) - (told.loss_percent or 0.0)) >= LOSS_STEP_PERCENT
