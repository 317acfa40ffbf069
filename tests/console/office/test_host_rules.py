"""What goes by whose meeting it is: room, operators, invitation; and which of two meetings goes first."""

import pytest
from msgspec.structs import replace

from console.office.host_rules import HostFault, HostFinding, host_findings, operators_of, run_by, wanting_reason
from console.office.meeting import Invitation, Meeting, MeetingSite, Step, StepTaken, Urgency, UseCase
from console.office.meeting_offers import offers
from console.office.notice import wanted_notices
from console.office.office_rules import clocks_of
from console.office.people import Person, Role
from console.office.places import Room
from console.office.schedule import clashes
from console.regulation.during import Branch, HostKind
from tests.console.office.test_meeting import START, WHOLE, rules

BEFORE = START - 3 * 24 * 3_600_000
SITES = (MeetingSite(site="s001", name="Huyện A"), MeetingSite(site="s002", name="Huyện B"))


def technician(name: str, branch: Branch, *sites: str) -> Person:
    return Person(id=name, name=name, phone="0905 111 222", roles=(Role.TECHNICIAN,), branch=branch, sites=sites)


PEOPLE = (
    technician("Đảng A", Branch.PARTY, "s001"),
    technician("Chính quyền A", Branch.GOVERNMENT, "s001"),
    technician("Đảng B", Branch.PARTY, "s002"),
)


def found(profile: str, meeting: Meeting, people: tuple[Person, ...] = ()) -> tuple[HostFinding, ...]:
    rooms = (Room(id="r1", name="Phòng họp số 2", site="main", note="Văn phòng Ủy ban nhân dân tỉnh"),)
    return host_findings(meeting, rules(profile).profile, rooms, people, BEFORE)


@pytest.mark.parametrize(
    ("profile", "host", "venue", "article"),
    [
        ("vn-thanh-hoa", HostKind.PARTY, "Văn phòng Tỉnh ủy", None),
        ("vn-thanh-hoa", HostKind.PARTY, "Văn phòng UBND tỉnh", "Đ4 k1"),
        ("vn-thanh-hoa", HostKind.PEOPLES_COMMITTEE, "Phòng họp VP UBND tỉnh", None),
        ("vn-thanh-hoa", HostKind.FRONT, "Sở TT&TT, tầng 3", None),
        ("vn-thanh-hoa", HostKind.PEOPLES_COUNCIL, "Văn phòng Tỉnh ủy", "Đ4 k1"),
        ("vn-thanh-hoa", HostKind.OTHER, "Nhà văn hóa", None),
        ("vn-binh-dinh", HostKind.PEOPLES_COMMITTEE, "Sở Thông tin và Truyền thông", "Đ9 k3a"),
        ("vn-binh-dinh", HostKind.DEPARTMENT, "Sở Thông tin và Truyền thông", None),
        ("vn-binh-dinh", HostKind.DEPARTMENT, "Sở Y tế", "Đ9 k3b"),
        ("vn-dong-nai", HostKind.PARTY, "Nhà văn hóa", None),
    ],
)
def test_the_room_goes_by_the_host(profile: str, host: HostKind, venue: str, article: str | None) -> None:
    meeting = replace(WHOLE, host_kind=host, venue=venue)
    rooms = [finding for finding in found(profile, meeting) if finding.fault is HostFault.OTHER_ROOM]
    assert [finding.article for finding in rooms] == ([] if article is None else [article])
    if rooms:
        assert rooms[0].found == (venue,)
    by_list = replace(meeting, host_kind=HostKind.PEOPLES_COMMITTEE, venue="", room="r1")
    assert HostFault.OTHER_ROOM not in {finding.fault for finding in found(profile, by_list)}


def test_who_does_not_say_whose_meeting_it_is_is_asked_where_it_matters() -> None:
    assert [finding.fault for finding in found("vn-thanh-hoa", WHOLE)] == [HostFault.HOST_NOT_SAID]
    assert found("vn-dak-lak", WHOLE) == ()


def test_a_party_meeting_is_operated_by_the_partys_technicians_and_another_by_the_governments() -> None:
    party = replace(WHOLE, host_kind=HostKind.PARTY, venue="Văn phòng Tỉnh ủy", sites=SITES)
    state = replace(party, host_kind=HostKind.PEOPLES_COMMITTEE, venue="Văn phòng UBND tỉnh")
    assert found("vn-thanh-hoa", party, PEOPLE) == ()
    (lacking,) = found("vn-thanh-hoa", state, PEOPLE)
    assert (lacking.fault, lacking.found, lacking.article) == (HostFault.OTHER_OPERATORS, ("Huyện B",), "Đ8 k2")
    assert lacking.wanted == "cán bộ kỹ thuật thuộc UBND cấp huyện"
    gone = (*PEOPLE[:2], replace(PEOPLE[2], valid_to="2026-01-01"))
    assert found("vn-thanh-hoa", state, gone) == (), "nobody is known at B, which the directory says elsewhere"
    profile = rules("vn-thanh-hoa").profile
    assert (operators_of(party, profile), operators_of(state, profile)) == (Branch.PARTY, Branch.GOVERNMENT)
    assert operators_of(state, rules("vn-binh-dinh").profile) is Branch.ANY


def test_the_technician_of_the_branch_is_the_one_who_is_told() -> None:
    told = rules("vn-dong-nai")  # a profile that wants the sites told
    meeting = replace(WHOLE, sites=SITES[:1], steps=(StepTaken(step=Step.CONFIRMED, wall_ms=BEFORE, person="Lan"),))
    names = {
        operators: {
            wanted.recipient
            for wanted in wanted_notices(meeting, clocks_of(meeting, told, BEFORE), PEOPLE, (), "2026-09-05", operators)
            if wanted.site == "s001"
        }
        for operators in (Branch.PARTY, Branch.GOVERNMENT)
    }
    assert names == {Branch.PARTY: {"Huyện A — Đảng A"}, Branch.GOVERNMENT: {"Huyện A — Chính quyền A"}}


def test_an_invitation_before_the_registration_wants_a_reason() -> None:
    early = replace(WHOLE, host_kind=HostKind.OTHER, invitation=Invitation(number="1/GM", day="2026-09-01"))
    (finding,) = wanting_reason(found("vn-binh-dinh", early))
    assert (finding.fault, finding.found) == (HostFault.INVITED_FIRST, ("2026-09-01",))
    assert found("vn-thanh-hoa", replace(early, host_kind=HostKind.OTHER)) == ()
    same_day = replace(early, invitation=Invitation(day="2026-09-05"))
    assert found("vn-binh-dinh", same_day) == ()
    registered = replace(early, steps=(StepTaken(step=Step.SUBMITTED, wall_ms=BEFORE - 9 * 86_400_000, person="Lan"),))
    assert found("vn-binh-dinh", registered) == (), "what counts is when it was registered, not today"


def test_a_session_is_offered_with_what_is_otherwise_than_the_regulation_says() -> None:
    agreed = replace(WHOLE, steps=(StepTaken(step=Step.CONFIRMED, wall_ms=BEFORE, person="Lan"),))
    (offer,) = offers([agreed], START, lambda meeting: found("vn-thanh-hoa", meeting))
    assert [finding.fault for finding in offer.findings] == [HostFault.HOST_NOT_SAID]


def pair(**of_second: object) -> tuple[Meeting, Meeting]:
    first = replace(WHOLE, id="a", room="r1", sites=())
    return first, replace(first, id="b", start_ms=START + 60_000, **of_second)  # type: ignore[arg-type]


def test_the_order_of_the_profile_says_which_of_two_meetings_goes_first() -> None:
    dak_lak, dong_nai = rules("vn-dak-lak").profile, rules("vn-dong-nai").profile
    (clash,) = clashes(pair(priority="Lãnh đạo tỉnh chủ trì"), profile=dak_lak)
    assert (clash.first, clash.article) == (("b",), "I.4a")
    (clash,) = clashes(pair(priority="Cuộc họp khác"), profile=dak_lak)
    assert clash.first == (), "a meeting of which nothing is said is one of the others"
    (clash,) = clashes(pair(urgency=Urgency.AD_HOC), profile=dong_nai)
    assert (clash.first, clash.article) == (("b",), "Đ10 k3, Đ11 k2a")
    (clash,) = clashes(pair(urgency=Urgency.AD_HOC), profile=rules("vn-thanh-hoa").profile)
    assert clash.first == ()
    assert clashes(pair(priority="Lãnh đạo tỉnh chủ trì"))[0].first == ()


@pytest.mark.parametrize(
    ("profile", "facts", "expected"),
    [
        ("vn-dak-lak", {"host_kind": HostKind.PEOPLES_COMMITTEE}, ("Trung tâm Công nghệ", "I.4d")),
        ("vn-dak-lak", {"host_kind": HostKind.DISTRICT}, ("Văn phòng HĐND và UBND cấp huyện", "I.4d")),
        ("vn-dak-lak", {"use_case": UseCase.CENTRAL}, ("VNPT, Viettel", "I.4e")),
        ("vn-bac-kan", {"use_case": UseCase.CENTRAL}, ("Trung tâm Tin học – Công báo", "Đ10")),
        ("vn-bac-kan", {"host_kind": HostKind.DEPARTMENT}, ("cơ quan chuyên môn thuộc UBND tỉnh", "Đ6 k2")),
        ("vn-bac-kan", {"host_kind": HostKind.DISTRICT}, ("cơ quan chuyên môn thuộc UBND cấp huyện", "Đ6 k3")),
        ("vn-bac-kan", {"host_kind": HostKind.OTHER}, None),
        ("vn-binh-dinh", {"use_case": UseCase.CENTRAL}, None),
    ],
)
def test_who_operates_a_meeting_goes_by_whose_it_is(
    profile: str, facts: dict[str, object], expected: tuple[str, str] | None
) -> None:
    meeting = replace(WHOLE, **({"host_kind": None, "use_case": None} | facts))
    rule = run_by(meeting, rules(profile).profile)
    assert (None if rule is None else (rule.by[: len(expected[0])] if expected else rule.by, rule.article)) == expected
    said = [
        each.article for each in found(profile, meeting) if each.fault in (HostFault.RUN_BY, HostFault.RUN_BY_OWN_ROOM)
    ]
    assert said == ([] if expected is None else [expected[1]])
