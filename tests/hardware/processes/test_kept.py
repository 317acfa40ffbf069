"""One kept process through its lives, with the moments of the test's choice."""

import time
from itertools import pairwise
from pathlib import Path

import pytest

from hardware.processes.keeper.kept import LONGEST_PAUSE_SECONDS, STEADY_SECONDS, Kept
from tests.own_process import until


def short_lived(folder: Path) -> Kept:
    """Returns a process that says what is wrong and ends: a command that does not exist."""
    return Kept(["no-such-command"], folder / "it.lock", folder / "it.out")


def live_once(kept: Kept, now: float) -> bool:
    """Starts it if it is due at `now` and waits for its end; returns whether it was."""
    before = kept.process
    kept.start_when_due(now)
    if kept.process is None or kept.process is before:
        return False
    kept.process.wait()
    return True


def test_short_lives_are_counted_and_the_pauses_between_them_grow(tmp_path: Path) -> None:
    kept = short_lived(tmp_path)
    starts: list[float] = []
    for tenth in range(40):
        now = tenth / 10
        if live_once(kept, now):
            starts.append(now)
    pauses = [later - earlier for earlier, later in pairwise(starts)]
    assert pauses == sorted(pauses)
    assert 0.1 <= pauses[0] <= 0.2
    assert len(pauses) >= 4
    assert 1 < pauses[-1] < LONGEST_PAUSE_SECONDS
    assert kept.short_lives >= len(pauses)
    assert kept.last_words(), "what it said last is known"


def test_a_long_life_ends_the_count(tmp_path: Path) -> None:
    kept = short_lived(tmp_path)
    assert live_once(kept, 0.0)
    kept.start_when_due(0.0)
    assert live_once(kept, 1.0)
    assert kept.start_when_due(1.0 + STEADY_SECONDS + 1) == 0
    assert kept.not_before <= 1.0 + STEADY_SECONDS + 1.2
    assert live_once(kept, 20.0)


def test_a_start_that_the_system_refuses_is_tried_again_later(tmp_path: Path) -> None:
    folder = tmp_path / "not there yet"
    kept = Kept(["no-such-command"], tmp_path / "it.lock", folder / "it.out")
    kept.start_when_due(0.0)
    assert kept.process is None
    folder.mkdir()
    assert not live_once(kept, 0.0), "not at once"
    assert live_once(kept, 1.0)


def test_a_lock_that_cannot_be_opened_starts_nothing(tmp_path: Path) -> None:
    kept = Kept(["sites", "list"], tmp_path, tmp_path / "it.out")
    assert kept.alive()


@pytest.mark.parametrize(("content", "code"), [("0", 0), ("10", 10), ("", None), ("\0\0", None), (None, None)])
def test_the_code_of_somebody_elses_child_is_what_it_left(tmp_path: Path, content: str | None, code: int) -> None:
    goodbye = tmp_path / "it.goodbye"
    if content is not None:
        goodbye.write_text(content)
    kept = Kept([], tmp_path / "it.lock", tmp_path / "it.out", goodbye=goodbye)
    assert kept.exit_code() == code


def test_what_does_not_end_is_killed(tmp_path: Path) -> None:
    kept = Kept(["show", "--follow", "--data", str(tmp_path)], tmp_path / "it.lock", tmp_path / "it.out")
    kept.start_when_due(time.monotonic())
    assert kept.process is not None
    kept.terminate()
    kept.wait_or_kill()
    until("it is gone", lambda: not kept.alive(), 3)


def test_nothing_is_asked_to_end_where_nothing_lives(tmp_path: Path) -> None:
    kept = short_lived(tmp_path)
    kept.lock.write_text("1")
    kept.terminate()
    assert kept.ending is None
    kept.wait_or_kill()
