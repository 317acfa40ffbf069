"""When a site counts as sounding: only edges, with patience both ways."""

from hardware.engines.embedded.sound_watch import SoundWatch


def heard(watch: SoundWatch, level: float | None, start: float, seconds: float, size: int = 60) -> list[float]:
    """Feeds packets every 20 ms and returns the moments at which the answer changed."""
    moments = [round(start + number * 0.02, 2) for number in range(round(seconds / 0.02))]
    return [moment for moment in moments if watch.heard(level, size, moment)]


def test_a_voice_is_told_after_60_ms() -> None:
    watch = SoundWatch()
    assert heard(watch, -30.0, 0.0, 0.2) == [0.06]
    assert watch.sounding is True


def test_a_click_is_not_a_voice() -> None:
    watch = SoundWatch()
    assert heard(watch, -80.0, 0.0, 0.1) == [0.0]
    assert heard(watch, -20.0, 0.1, 0.04) == []
    assert heard(watch, -80.0, 0.14, 0.1) == []
    assert watch.sounding is False


def test_a_pause_between_words_is_not_the_end() -> None:
    watch = SoundWatch()
    heard(watch, -30.0, 0.0, 0.2)
    assert heard(watch, -80.0, 0.2, 0.4) == []
    assert heard(watch, -30.0, 0.6, 0.1) == []
    assert heard(watch, -80.0, 0.7, 1.0) == [1.2]
    assert watch.sounding is False


def test_without_packets_it_is_unknown() -> None:
    watch = SoundWatch()
    heard(watch, -30.0, 0.0, 0.2)
    assert not watch.step(0.5)
    assert watch.step(0.6)
    assert watch.sounding is None
    assert not watch.step(0.7)


def test_without_a_level_the_size_of_the_packets_decides() -> None:
    watch = SoundWatch()
    heard(watch, None, 0.0, 0.2, size=3)
    assert watch.sounding is False
    heard(watch, None, 0.2, 0.2, size=80)
    assert watch.sounding is True
    assert watch.level_db is None
