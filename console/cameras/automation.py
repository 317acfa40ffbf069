"""When the program may move a camera by itself: held long enough, not to and fro, and never against a person's hand.

Rules: a preset is shown at least three seconds before the program takes another by itself; what goes to and fro between
two presets ends at the wide one; for twenty seconds after a person's act at a camera the program leaves it alone
(Bosch DCN, AVer and Fonestar systems know the same three rules), whether the operator's or a site's technician's.
"""

from itertools import pairwise

from console.cameras.camera_facts import find_name, same_name
from console.cameras.camera_moves import AutoMove
from console.cameras.standing import camera_key, known_camera
from console.commands import Actor
from console.state import State
from console.turn import Turn, forget
from console.words import Role, SiteId

MOVES_KEPT = 8
"""Of one camera; the oldest is forgotten."""


def note_hand(turn: Turn, key: str, actor: Actor) -> None:
    """Remembers that a person has just acted at a camera; the program's own acts do not count."""
    if actor.role is not Role.BRIDGE:
        hands = turn.state.camera_hands | {key: turn.now.monotonic_ms}
        turn.change(camera_hands=hands, technicians_hands=forget(turn.state.technicians_hands, key))


def note_technician(turn: Turn, site: SiteId, camera: str) -> None:
    """Remembers that a site's technician has just moved a camera of his site."""
    state, key, now_ms = turn.state, camera_key(site, camera), turn.now.monotonic_ms
    if known_camera(state, site, camera) is not None:
        hands = state.technicians_hands | {key: now_ms}
        turn.change(camera_hands=state.camera_hands | {key: now_ms}, technicians_hands=hands)


def forget_technicians(turn: Turn) -> None:
    """Lets the program move again what technicians have left alone long enough."""
    hands, now_ms = turn.state.technicians_hands, turn.now.monotonic_ms
    over = [key for key, at_ms in hands.items() if now_ms - at_ms >= turn.state.rules.camera_hand_ms]
    for key in over:
        hands = forget(hands, key)
    if over:
        turn.change(technicians_hands=hands)


def note_move(turn: Turn, key: str, preset: str) -> None:
    """Remembers that the program moves a camera by itself."""
    moves = (*turn.state.auto_moves.get(key, ()), AutoMove(preset=preset, at_ms=turn.now.monotonic_ms))
    turn.change(auto_moves=turn.state.auto_moves | {key: moves[-MOVES_KEPT:]})


def in_hand(state: State, key: str, now_ms: int) -> bool:
    """Returns whether a person has acted at a camera a moment ago."""
    hand_ms = state.camera_hands.get(key)
    return hand_ms is not None and now_ms - hand_ms < state.rules.camera_hand_ms


def automatic_preset(state: State, site: SiteId, camera: str, preset: str, now_ms: int) -> str | None:
    """Returns the preset to which the program may bring a camera now instead of `preset`, None when to none."""
    key = camera_key(site, camera)
    if in_hand(state, key, now_ms):
        return None
    moves = [move for move in state.auto_moves.get(key, ()) if now_ms - move.at_ms < state.rules.ping_pong_ms]
    if moves and same_name(moves[-1].preset, preset):
        return preset
    if moves and now_ms - moves[-1].at_ms < state.rules.camera_hold_ms:
        return None
    return _wide_of(state, site, camera) if _to_and_fro(moves, preset, state.rules.ping_pongs) else preset


def _to_and_fro(moves: list[AutoMove], preset: str, most: int) -> bool:
    """Returns whether going to `preset` would be one change too many between two presets."""
    names = [*(move.preset for move in moves), preset][-(most + 1) :]
    return len(names) > most and len(set(names)) == 2 and all(one != other for one, other in pairwise(names))


def _wide_of(state: State, site: SiteId, camera: str) -> str | None:
    known = known_camera(state, site, camera)
    return None if known is None or not known.wide_preset else find_name(known.presets, known.wide_preset)
