"""Drawn rooms differ from site to site, move, and repeat exactly when time repeats."""

import numpy as np

from hardware.simulator.rooms.room_look import look_of
from hardware.simulator.rooms.room_painter import RoomPainter


def picture(site_number: int, moment: float, *, speaking: bool = False, clock: str = "") -> np.ndarray:
    painter = RoomPainter(site_number, f"Xã số {site_number}")
    return painter.paint(320, 180, moment_seconds=moment, clock_text=clock, speaking=speaking).to_ndarray()


def test_the_same_moment_gives_the_same_picture() -> None:
    assert np.array_equal(picture(5, 3.25), picture(5, 3.25))


def test_people_move() -> None:
    people = slice(60, 147)
    assert np.abs(picture(5, 0.0)[people].astype(int) - picture(5, 1.7)[people]).max() > 40


def test_a_speaker_moves_the_mouth() -> None:
    differences = [
        np.count_nonzero(picture(2, moment, speaking=True) != picture(2, moment))
        for moment in np.arange(1.0, 2.0, 0.06)
    ]
    assert max(differences) > 4


def test_the_clock_is_shown_and_changes() -> None:
    corner = (slice(160, 180), slice(250, 320))
    assert not np.array_equal(picture(1, 0.0, clock="09:54:12")[corner], picture(1, 0.0, clock="09:54:13")[corner])


def test_neighbours_look_different() -> None:
    for number in range(1, 200):
        here, there = look_of(number), look_of(number + 1)
        assert here.wall != there.wall
        assert len(here.people) != len(there.people) or here.people != there.people


def test_the_counter_counts_pictures_of_all_sizes() -> None:
    painter = RoomPainter(9, "Xã Ea Súp")
    for size in ((320, 180), (1280, 720), (640, 360)):
        painter.paint(*size, moment_seconds=0.0)
    assert painter.counter == 3
