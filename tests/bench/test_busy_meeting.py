"""The busy meeting of the growth bench: an hour of events is what it says, and the state does not grow with it."""

from console.snapshot import AlarmView, Delta, LogView, PodiumView, SiteView
from console.words import LinkState
from tests.bench.busy_meeting import ALARMS_AT_ONCE, EACH_HOUR, HOUR_MS, TAIL_LINES, BusyMeeting

BEGAN_MS = 1_790_000_000_000
SITES, TIMES = 36, 20.0


def played(hours: float) -> tuple[BusyMeeting, list[Delta]]:
    """Returns the meeting after so many hours of events, and all its changes."""
    meeting = BusyMeeting(SITES, BEGAN_MS, TIMES)
    steps = range(0, round(hours * HOUR_MS / TIMES), 500)
    return meeting, [delta for step in steps if (delta := meeting.change(BEGAN_MS + step)) is not None]


def test_an_hour_of_events_holds_what_it_says_and_leaves_no_more_behind_than_it_found() -> None:
    meeting, deltas = played(1.01)
    views = meeting.whole().views
    raised = {key for delta in deltas for key in delta.put if key.startswith("alarm/")}
    podiums = {view.site for delta in deltas if isinstance(view := delta.put.get("podium"), PodiumView)}
    log = views["log"]
    assert len(raised) == EACH_HOUR["alarms"]
    assert len(podiums) == EACH_HOUR["speeches"]
    assert isinstance(log, LogView)
    assert len(log.tail) == TAIL_LINES
    assert sum(isinstance(view, AlarmView) for view in views.values()) <= ALARMS_AT_ONCE
    sites = [view for view in views.values() if isinstance(view, SiteView)]
    assert sum(view.on_podium for view in sites) == 1
    assert sum(view.on_deck for view in sites) == 1
    assert sum(view.link is LinkState.LOST for view in sites) == 1


def test_the_changes_make_the_state() -> None:
    meeting, deltas = played(0.5)
    views = dict(BusyMeeting(SITES, BEGAN_MS, TIMES).whole().views)
    for number, delta in enumerate(deltas, start=2):
        assert delta.number == number
        views = {key: view for key, view in (views | delta.put).items() if key not in delta.gone}
    assert views == meeting.whole().views
