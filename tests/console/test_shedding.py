"""An overloaded bridge gives up tiles, step by step, in the open, and takes them back when it stays calm."""

from hypothesis import given
from hypothesis import strategies as st

from console.engine_port import EngineLoad, SetProgram, ShedLoad
from console.entries import LoadShed
from console.lines.shedding import (
    CALM_MS,
    HEAVY_LOOP_MS,
    HEAVY_PICTURE_MS,
    HEAVY_SECONDS,
    MOST_CALM_MS,
    SHED_TILE_FRAMES_PER_SECOND,
    STEPS,
    after_load,
)
from console.sites.site_messages import SetRung
from console.state import Shedding
from console.words import MAIN_SITE, LoadStep, Rung
from tests.console.province import Province, meeting

CALM, HEAVY = (2, 10), (HEAVY_LOOP_MS, 0)


def load(loop_late_ms: int, picture_late_ms: int, at_ms: int = 0) -> EngineLoad:
    return EngineLoad(at_ms=at_ms, loop_late_ms=loop_late_ms, picture_late_ms=picture_late_ms, cores=1.0)


def bear(province: Province, kind: tuple[int, int], seconds: int) -> None:
    for _ in range(seconds):
        province.wait_ms(1000)
        province.tell(load(*kind, at_ms=province.ms))


def shed_by(province: Province) -> list[tuple[LoadStep, ...]]:
    return [effect.steps for effect in province.effects if isinstance(effect, ShedLoad)]


def joined(sites: int = 3) -> Province:
    province = meeting(sites)
    for number in range(1, sites + 1):
        province.join(f"s{number:03}")
    return province


def test_a_hiccup_sheds_nothing() -> None:
    province = joined()
    bear(province, HEAVY, HEAVY_SECONDS - 1)
    bear(province, CALM, 1)
    bear(province, HEAVY, HEAVY_SECONDS - 1)
    assert province.state.shedding.steps == ()
    assert shed_by(province) == []


def test_steps_come_in_order_and_everybody_is_told() -> None:
    province = joined()
    bear(province, HEAVY, HEAVY_SECONDS)
    assert shed_by(province) == [STEPS[:1]]
    assert province.views["engine"].shed == (LoadStep.TILE_RATE,)
    orders = [province.sites[site].last(SetRung) for site in ("s001", "s002", "s003")]
    assert {(order.rung, order.frames_per_second) for order in orders} == {
        (Rung.THUMBNAIL, SHED_TILE_FRAMES_PER_SECOND)
    }
    bear(province, (0, HEAVY_PICTURE_MS), 3 * HEAVY_SECONDS)
    assert shed_by(province) == [STEPS[:1], STEPS[:2], STEPS]
    entries = [line.entry for line in province.lines if isinstance(line.entry, LoadShed)]
    assert [entry.steps for entry in entries] == [STEPS[:1], STEPS[:2], STEPS]
    province.check_replay()


def test_the_podium_is_never_shed() -> None:
    province = joined()
    before = len(province.effects)
    bear(province, HEAVY, 10 * HEAVY_SECONDS)
    assert not [effect for effect in province.effects[before:] if isinstance(effect, SetProgram)]
    order = province.sites[MAIN_SITE].last(SetRung)
    assert (order.rung, order.frames_per_second) == (Rung.PODIUM, None)


def test_a_late_joiner_is_told_and_all_of_it_is_taken_back() -> None:
    province = joined()
    bear(province, HEAVY, HEAVY_SECONDS)
    late = province.join("s002")
    assert late.last(SetRung).frames_per_second == SHED_TILE_FRAMES_PER_SECOND
    bear(province, CALM, CALM_MS // 1000 + 1)
    assert province.state.shedding.steps == ()
    assert shed_by(province) == [STEPS[:1], ()]
    assert {site.last(SetRung).frames_per_second for site in province.sites.values()} == {None}


def test_a_new_engine_is_told_what_is_shed() -> None:
    province = joined()
    bear(province, HEAVY, HEAVY_SECONDS)
    province.engine_up(2)
    assert shed_by(province) == [STEPS[:1], STEPS[:1]]


def test_a_step_that_is_soon_needed_again_stays_longer() -> None:
    shedding, now = Shedding(), 0
    spans: list[int] = []
    for _ in range(8):
        for _ in range(HEAVY_SECONDS):
            now += 1000
            shedding = after_load(shedding, load(*HEAVY), now)
        assert shedding.steps == STEPS[:1]
        began = now
        while shedding.steps:
            now += 1000
            shedding = after_load(shedding, load(*CALM), now)
        spans.append(now - began)
    assert spans[0] <= CALM_MS + 1000
    assert spans == sorted(spans)
    assert MOST_CALM_MS <= spans[-1] <= MOST_CALM_MS + 1000


def test_between_heavy_and_calm_nothing_moves() -> None:
    shedding = Shedding(steps=STEPS[:2], calm_since_ms=0)
    for second in range(100):
        shedding = after_load(shedding, load(HEAVY_LOOP_MS - 1, HEAVY_PICTURE_MS - 1), 1000 * second)
    assert shedding.steps == STEPS[:2]


@given(st.lists(st.tuples(st.integers(0, 10_000), st.integers(0, 10_000)), max_size=120))
def test_steps_are_always_the_first_ones_and_change_one_by_one(loads: list[tuple[int, int]]) -> None:
    shedding = Shedding()
    for second, (loop_ms, picture_ms) in enumerate(loads):
        before, shedding = shedding, after_load(shedding, load(loop_ms, picture_ms), 1000 * second)
        assert shedding.steps == STEPS[: len(shedding.steps)]
        assert abs(len(shedding.steps) - len(before.steps)) <= 1
