"""Who is mixed when very many microphones are open."""

from hypothesis import given
from hypothesis import strategies as st

from hardware.engines.embedded.speakers import MOST_MIXED, SpeakerChoice

MANY = [f"s{number:03}" for number in range(30)]


def test_few_open_sites_are_all_mixed_even_when_silent() -> None:
    few = MANY[:MOST_MIXED]
    assert SpeakerChoice().choose(dict.fromkeys(few)) == frozenset(few)


def test_of_many_the_loudest_are_mixed_and_silent_ones_never() -> None:
    levels: dict[str, float | None] = dict.fromkeys(MANY, -90.0)
    choice = SpeakerChoice()
    assert choice.choose(levels) == frozenset()
    assert choice.choose({**levels, "s003": -30.0, "s007": None}) == {"s003"}
    loud = {**levels, **{site: -30.0 - place for place, site in enumerate(MANY[:12])}}
    assert choice.choose(loud) == frozenset(MANY[:MOST_MIXED])


def test_a_pause_keeps_a_speakers_place_and_a_shout_takes_it() -> None:
    choice = SpeakerChoice()
    levels: dict[str, float | None] = dict.fromkeys(MANY[:MOST_MIXED], -30.0) | dict.fromkeys(MANY[MOST_MIXED:])
    choice.choose(levels)
    paused = {**levels, "s000": -80.0, "s020": -34.0}
    for _ in range(10):
        assert "s000" in choice.choose(paused)
    assert "s020" in choice.choose({**paused, "s020": -15.0})
    for _ in range(100):
        choice.choose(paused)
    assert "s000" not in choice.chosen


@given(st.lists(st.dictionaries(st.sampled_from(MANY), st.one_of(st.none(), st.floats(-127, 0))), max_size=20))
def test_never_more_than_the_bound_and_never_a_closed_site(frames: list[dict[str, float | None]]) -> None:
    choice = SpeakerChoice()
    for levels in frames:
        chosen = choice.choose(levels)
        assert len(chosen) <= MOST_MIXED
        assert chosen <= levels.keys()
