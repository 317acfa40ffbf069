"""Clashes of meetings: rooms, sites, technicians and capacity, at the minute and across midnight."""

from msgspec.structs import replace

from console.office.meeting import Meeting, MeetingSite, Step, StepTaken
from console.office.schedule import ASSUMED_MS, ClashKind, clashes, clashes_of
from console.regulation.calendar import Day, moment

HOUR_MS = 3_600_000
EIGHT = moment(Day(2026, 11, 25), 8 * 60)


def meeting(name: str, start: int, hours: float | None = 2, **more: object) -> Meeting:
    end = None if hours is None else start + round(hours * HOUR_MS)
    return Meeting(id=name, subject=name, start_ms=start, end_ms=end, **more)  # type: ignore[arg-type]


def kinds(*meetings: Meeting) -> list[tuple[ClashKind, tuple[str, ...]]]:
    return [(clash.kind, clash.meetings) for clash in clashes(meetings)]


def test_a_room_that_is_left_at_ten_is_free_at_ten() -> None:
    first = meeting("a", EIGHT, room="r1")
    assert kinds(first, meeting("b", EIGHT + 2 * HOUR_MS, room="r1")) == []
    assert kinds(first, meeting("b", EIGHT + 2 * HOUR_MS - 60_000, room="r1")) == [(ClashKind.ROOM, ("a", "b"))]
    assert kinds(first, meeting("b", EIGHT + HOUR_MS, room="r2")) == []
    assert kinds(first, meeting("b", EIGHT + HOUR_MS)) == []


def test_preparing_and_rehearsing_take_the_room_too() -> None:
    first = meeting("a", EIGHT, room="r1")
    prepared = meeting("b", EIGHT + 2 * HOUR_MS, room="r1", preparation_minutes=30)
    assert kinds(first, prepared) == [(ClashKind.ROOM, ("a", "b"))]
    later = EIGHT + 48 * HOUR_MS
    rehearsed = meeting("c", later, room="r1", rehearsal_start_ms=EIGHT + HOUR_MS, rehearsal_end_ms=EIGHT + 3 * HOUR_MS)
    (clash,) = clashes([first, rehearsed])
    assert (clash.start_ms, clash.end_ms) == (EIGHT + HOUR_MS, EIGHT + 2 * HOUR_MS)


def test_a_meeting_across_midnight_clashes_on_the_next_day() -> None:
    late = meeting("a", moment(Day(2026, 11, 25), 23 * 60), hours=3, room="r1")
    early = meeting("b", moment(Day(2026, 11, 26), 60), room="r1")
    assert kinds(late, early) == [(ClashKind.ROOM, ("a", "b"))]


def test_sites_and_technicians_cannot_be_at_two_meetings() -> None:
    one = meeting("a", EIGHT, sites=(MeetingSite(site="s001"), MeetingSite(site="s002")), technicians=("p1",))
    two = meeting(
        "b", EIGHT + HOUR_MS, sites=(MeetingSite(site="s002"), MeetingSite(name="Nơi khác")), technicians=("p1",)
    )
    found = clashes([one, two])
    assert [(clash.kind, clash.what) for clash in found] == [
        (ClashKind.SITE, ("s002",)),
        (ClashKind.TECHNICIAN, ("p1",)),
    ]
    assert clashes_of(replace(two, start_ms=EIGHT + 5 * HOUR_MS, end_ms=None), [one, two]) == ()


def test_sites_of_all_meetings_at_one_time_are_counted_together() -> None:
    def with_sites(name: str, start: int, count: int) -> Meeting:
        return meeting(name, start, sites=tuple(MeetingSite(name=f"{name}{n}") for n in range(count)))

    one, two, three = with_sites("a", EIGHT, 60), with_sites("b", EIGHT + HOUR_MS, 40), with_sites("c", EIGHT, 101)
    assert clashes([one, two], most_sites=100) == ()
    (clash,) = clashes([one, with_sites("b", EIGHT + HOUR_MS, 41)], most_sites=100)
    assert (clash.kind, clash.sites, clash.start_ms) == (ClashKind.CAPACITY, 101, EIGHT + HOUR_MS)
    assert clashes([three], most_sites=100)[0].meetings == ("c",)


def test_what_is_cancelled_takes_nothing_and_what_has_no_end_is_reckoned_with_four_hours() -> None:
    cancelled = (StepTaken(step=Step.CANCELLED, wall_ms=EIGHT, person="Lan", reason="hoãn"),)
    first = meeting("a", EIGHT, hours=None, room="r1")
    assert kinds(first, meeting("b", EIGHT + ASSUMED_MS, room="r1")) == []
    assert kinds(first, meeting("b", EIGHT + ASSUMED_MS - 1, room="r1")) == [(ClashKind.ROOM, ("a", "b"))]
    assert kinds(first, meeting("b", EIGHT, room="r1", steps=cancelled)) == []
    assert kinds(first, Meeting(id="b", room="r1")) == []
