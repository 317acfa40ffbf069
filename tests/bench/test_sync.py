"""Lip sync, for some seconds: what the bench measures for minutes, and what its marks mean."""

import asyncio

import numpy as np
import pytest

from tests.bench.marks import BEEP_HERTZ, HERTZ, Beginnings, apart_ms, take_sound
from tests.bench.sync_bench import MUST_MS, sync_stand, watch_sync
from tests.bench.sync_drift import apart_at_bridge, apart_at_site


@pytest.mark.parametrize("parts", [200, -200])
def test_clocks_that_run_apart_leave_sound_and_picture_together(parts: int) -> None:
    assert apart_at_bridge(parts, 0.01) <= MUST_MS
    assert apart_at_site(parts, 0.01) <= MUST_MS


def test_a_beep_begins_where_it_begins_and_only_after_silence() -> None:
    beeps = Beginnings(0.2)
    tone = (12_000 * np.sin(2 * np.pi * BEEP_HERTZ * np.arange(960) / HERTZ)).astype(np.int16)
    sound = np.zeros(HERTZ, np.int16)
    sound[24_100 : 24_100 + 960] = tone
    sound[25_500 : 25_500 + 960] = tone  # too soon after the first
    for block in range(50):
        take_sound(beeps, 7.0 + block * 0.02, sound[block * 960 : (block + 1) * 960])
    assert beeps.moments == [pytest.approx(7.0 + 24_100 / HERTZ, abs=0.001)]


def test_marks_find_their_partners_and_miss_those_that_have_none() -> None:
    assert apart_ms([1.0, 2.0, 3.0], [1.05, 1.98]) == ([pytest.approx(50), pytest.approx(-20)], 1)
    assert apart_ms([], [1.0]) == ([], 0)
    assert apart_ms([1.0], []) == ([], 1)


@pytest.mark.slow
@pytest.mark.timeout(240)
async def test_a_flash_and_its_beep_arrive_together() -> None:
    """A busy machine may delay one mark, never all of them."""
    async with asyncio.timeout(220), sync_stand(jitter=False) as stand:
        for apart in await watch_sync(stand, 1.5, least_marks=3):
            assert min(map(abs, apart.sound_after_ms), default=1000.0) <= MUST_MS, apart
