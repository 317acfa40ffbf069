"""What is checked before a site comes to the podium: its line, its picture, its sound by a listen of the bridge.

Rules: None means not measured and never counts as good or bad. On deck the checks run all the time; a site brought
straight to the podium is checked then, within 1.5 s. What a site declares not to have is not measured. The camera's
preset is waited for a little longer, and keeps nobody from the podium.
"""

from msgspec.structs import replace

from console.engine_port import Capability, ConnectionKind, SiteSample
from console.entries import PreflightEnded
from console.lines.link_health import EMPTY, recent_loss
from console.podium.podium_preset import covers_move, preset_under_way
from console.podium.podium_run import OnDeckCheck, PodiumRun
from console.state import State, link_of
from console.turn import Turn
from console.words import Reason, SiteId

PICTURE_FRESH_MS = 1000


def line_ok(state: State, site: SiteId, at_ms: int) -> tuple[bool | None, int | None, int]:
    """Returns whether the loss over the last 20 s allows the podium, that loss in per mille, and its packets."""
    loss_percent, packets = recent_loss(state.health.get(site, EMPTY), state.rules, at_ms)
    if loss_percent is None:
        return None, None, packets
    return loss_percent <= state.rules.preflight_loss_percent, round(loss_percent * 10), packets


def sound_measurable(state: State, site: SiteId) -> bool:
    """Returns whether a listen can say anything about this site."""
    link, health = link_of(state, site), state.health.get(site, EMPTY)
    if Capability.LISTEN not in state.engine.capabilities:
        return False
    if link.hello is not None and not link.hello.has_microphone:
        return False
    silent_device = link.kind is ConnectionKind.DEVICE and health.sample is not None and health.sample.audio is None
    return not silent_device


# ---------------------------------------------------------------- straight to the podium


def preflight_fault(state: State, run: PodiumRun, at_ms: int) -> Reason | None:
    """Returns what the preflight found wrong so far, or None."""
    if run.checked:
        return None
    if line_ok(state, run.site, at_ms)[0] is False:
        return Reason.LINE_TOO_BAD
    if at_ms < run.started_ms + state.rules.preflight_limit_ms:
        return None
    if run.controllable and not link_of(state, run.site).control:
        return Reason.SITE_HAS_NO_CONTROL
    return None if _sound_settled(state, run) else Reason.NO_SOUND_PATH


def preflight_passed(state: State, run: PodiumRun, at_ms: int) -> bool:
    """Returns whether nothing is left to wait for."""
    return _media_settled(state, run) and not _waits_for_camera(state, run, at_ms)


def preflight_deadline(state: State, run: PodiumRun, at_ms: int) -> int:
    """Returns when the preflight is to be looked at again, whatever arrives until then."""
    media_ms = run.started_ms + state.rules.preflight_limit_ms
    if _media_settled(state, run):
        return run.preset_deadline_ms
    return min(media_ms, run.preset_deadline_ms) if _waits_for_camera(state, run, at_ms) else media_ms


def _waits_for_camera(state: State, run: PodiumRun, at_ms: int) -> bool:
    return preset_under_way(state, run, at_ms) and not covers_move(state, run)


def _media_settled(state: State, run: PodiumRun) -> bool:
    controlled = link_of(state, run.site).control or not run.controllable
    return run.checked or (_sound_settled(state, run) and controlled)


def _sound_settled(state: State, run: PodiumRun) -> bool:
    return run.heard_in_preflight or not sound_measurable(state, run.site)


def log_preflight(turn: Turn, run: PodiumRun, fault: Reason | None) -> None:
    """Writes what the preflight of a transaction found."""
    _, loss_per_mille, packets = line_ok(turn.state, run.site, turn.now.monotonic_ms)
    measurable = sound_measurable(turn.state, run.site)
    entry = PreflightEnded(
        site=run.site,
        passed=fault is None,
        loss_per_mille=loss_per_mille,
        packets=packets,
        sound_path=run.heard_in_preflight if measurable or run.heard_in_preflight else None,
        took_ms=turn.now.monotonic_ms - run.started_ms,
    )
    turn.log(entry, run.request)


# ---------------------------------------------------------------- on deck


def passed_lately(state: State, site: SiteId, at_ms: int) -> bool:
    """Returns whether the site is on deck and was in order within the last 10 s."""
    on_deck, passed_ms, link = state.durable.on_deck, state.check.passed_ms, link_of(state, site)
    if on_deck is None or on_deck.site != site or passed_ms is None or (link.controllable and not link.control):
        return False
    return at_ms - passed_ms <= state.rules.preflight_fresh_ms


def check_on_deck(turn: Turn, sample: SiteSample) -> None:
    """Takes one more second of the site on deck; a change of the verdict is logged."""
    state, check, now_ms = turn.state, turn.state.check, turn.now.monotonic_ms
    on_deck = state.durable.on_deck
    if on_deck is None or on_deck.site != sample.site:
        return
    picture = None if sample.picture_age_ms is None else sample.picture_age_ms <= PICTURE_FRESH_MS
    audio_packets = 0 if sample.audio is None else sample.audio.packets
    sound = audio_packets >= state.rules.preflight_audio_packets if sound_measurable(state, sample.site) else None
    line, loss_per_mille, packets = line_ok(state, sample.site, now_ms)
    failed = False in (picture, sound, line)
    passed = picture is True and not failed
    checked = replace(
        check,
        picture_ok=picture,
        sound_ok=sound,
        line_ok=line,
        passed_ms=now_ms if passed else (None if failed else check.passed_ms),
        logged=passed if passed or failed else check.logged,
    )
    turn.change(check=checked)
    settled = now_ms - check.started_ms >= state.rules.preflight_limit_ms
    if checked.logged is not None and checked.logged != check.logged and (passed or settled):
        took_ms = now_ms - check.started_ms
        entry = PreflightEnded(
            site=sample.site,
            passed=passed,
            loss_per_mille=loss_per_mille,
            packets=packets,
            sound_path=sound,
            took_ms=took_ms,
        )
        turn.log(entry)
    elif not passed and not settled:
        turn.change(check=replace(checked, logged=check.logged))


def fresh_check(turn: Turn) -> None:
    """Begins the checks anew (another site on deck, or the same after a reconnect)."""
    turn.change(check=OnDeckCheck(started_ms=turn.now.monotonic_ms))


def hear_on_deck(turn: Turn, site: SiteId) -> None:
    """Takes the first sound of the site on deck without waiting for the next sample."""
    on_deck = turn.state.durable.on_deck
    if on_deck is not None and on_deck.site == site and turn.state.check.sound_ok is None:
        turn.change(check=replace(turn.state.check, sound_ok=True))
