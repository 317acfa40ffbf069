"""The wall clock is set in the middle of a meeting: durations stay what has passed, and no deadline comes early."""

import pytest

from console.commands import FinishSpeech, GrantFloor, MuteAll, PutOnDeck, RequestFloor, SafeStop
from console.engine import next_deadline
from console.events import ClockJumped, Now
from console.floor.floor_entries import SpeechEnded
from console.replay import replay
from console.sites.site_messages import ShowPlace
from console.words import LinkState
from tests.console.province import Province, meeting

HOUR_MS = 3_600_000


def speaking() -> Province:
    """Returns a meeting in which s001 has spoken for 4 s, and whoever reads the clock sees it."""
    province = meeting()
    province.ask(RequestFloor(site="s001"))
    province.ask(GrantFloor(request_id=province.views["floor"].requests[0].request_id))
    assert province.views["floor"].speaker == "s001"
    province.wait_ms(4000)
    return province


def set_clock(province: Province, by_ms: int) -> None:
    """Sets the clock; the bridge notices a little later."""
    province.now = Now(province.now.monotonic_ms, province.now.wall_ms + by_ms)
    province.move_ms(300)
    province.tell(ClockJumped(by_ms=by_ms))


def shown_seconds(province: Province, moment_ms: int) -> float:
    """Returns the age that a window shows for a moment."""
    return (province.now.wall_ms - moment_ms) / 1000


@pytest.mark.parametrize("by_ms", [HOUR_MS, -HOUR_MS])
def test_a_speech_takes_as_long_as_it_took(by_ms: int) -> None:
    province = speaking()
    shown = shown_seconds(province, province.views["floor"].speech_started_ms)
    set_clock(province, by_ms)
    assert shown_seconds(province, province.views["floor"].speech_started_ms) == pytest.approx(shown + 0.3)
    told = province.sites["s001"].last(ShowPlace)
    assert told.speech_spent_ms == pytest.approx((shown + 0.3) * 1000)
    assert province.program is not None
    assert province.program.speech_started_wall_ms == province.views["floor"].speech_started_ms

    province.wait_ms(2000)
    began = province.views["floor"].speech_started_ms
    lasted = province.now.wall_ms - began
    province.ask(FinishSpeech())
    ended = next(line.entry for line in province.lines if isinstance(line.entry, SpeechEnded))
    assert ended.took_ms == lasted == pytest.approx((shown + 2.3) * 1000)
    province.check_replay()


@pytest.mark.parametrize("by_ms", [HOUR_MS, -HOUR_MS])
def test_no_link_is_called_lost_and_no_deadline_moves(by_ms: int) -> None:
    province, undisturbed = speaking(), speaking()
    set_clock(province, by_ms)
    set_clock(undisturbed, 0)
    assert next_deadline(province.state) == next_deadline(undisturbed.state)
    province.wait_ms(3000)
    assert {view.link for key, view in province.views.items() if key.startswith("site/")} == {LinkState.LIVE}
    assert not {"SiteWentOld", "SiteLeft"} & set(province.kinds())


def test_all_ages_are_kept_and_what_is_not_known_stays_so() -> None:
    province = meeting()
    province.ask(PutOnDeck(site="s002"))
    province.ask(RequestFloor(site="s003"))
    province.ask(SafeStop())
    province.ask(MuteAll())
    province.wait_ms(5000)
    before = ages(province)
    set_clock(province, HOUR_MS)
    assert ages(province) == {name: None if age is None else age + 300 for name, age in before.items()}
    assert None in before.values()
    assert replay(province.lines) == province.state.durable


def ages(province: Province) -> dict[str, int | None]:
    """Returns every age that the published state lets a window count, in milliseconds."""
    found: dict[str, int | None] = {}
    for key, view in province.views.items():
        for name in view.__struct_fields__:
            moment = getattr(view, name)
            if name.endswith(("since_ms", "started_ms", "reported_ms", "observed_ms", "ready_ms", "asked_ms")):
                found[f"{key}.{name}"] = None if moment is None else province.now.wall_ms - moment
    return found
