"""Whom to call: who can mend comes first, whom the regulation names next, each once, gaps stay visible."""

from msgspec.structs import replace

from console.office.escalation import CallBook, Directory, escalation_sheet, parties_without_people
from console.office.people import Person, Role
from console.office.places import Line
from console.regulation.during import Branch, IncidentFact, IncidentRule
from console.regulation.province import Party
from console.words import IncidentCategory

TODAY = "2026-11-25"
BINH_DINH = IncidentRule(
    notify=(Party.CONTROL_CENTRE, Party.MAIN_ENDPOINT, Party.TELCO),
    facts=(IncidentFact.CAUSE, IncidentFact.SOLUTION, IncidentFact.RESTORE_TIME),
    local_chair=True,
)


def person(name: str, role: Role, *sites: str, unit: str = "", until: str = "") -> Person:
    return Person(id=name, name=name, roles=(role,), sites=sites, unit=unit, valid_to=until, phone="0905")


LAN, MINH = person("Lan", Role.TECHNICIAN, "s014"), person("Minh", Role.TECHNICIAN, "main")
VNPT, VIETTEL = person("Trực VNPT", Role.TELECOM, unit="VNPT"), person("Trực Viettel", Role.TELECOM, unit="Viettel")
CENTRE, CHAIR = person("Trung tâm", Role.CONTROL_CENTRE), person("Chủ tịch xã", Role.LEADER, "s014")
POWER = person("Điện lực", Role.POWER)
LINE = Line(id="l1", site="s014", provider="Viettel", circuit_id="TSL-114")
DIRECTORY = Directory(people=(LAN, MINH, VNPT, VIETTEL, CENTRE, CHAIR, POWER), lines=(LINE,))


def sheet(category: IncidentCategory, site: str | None = "s014", directory: Directory = DIRECTORY):
    return escalation_sheet(category, site, directory, BINH_DINH, TODAY)


def test_a_lost_line_calls_its_own_provider_first_with_the_circuit() -> None:
    calls = sheet(IncidentCategory.LINE_LOST)
    assert [call.party for call in calls] == [
        Party.TELCO,
        Party.SATELLITES,
        Party.CONTROL_CENTRE,
        Party.MAIN_ENDPOINT,
        Party.LOCAL_CHAIR,
    ]
    assert calls[0].people == (VIETTEL, VNPT)
    assert calls[0].lines == (LINE,)
    assert calls[0].facts == BINH_DINH.facts
    assert (calls[1].people, calls[1].facts, calls[1].by_regulation) == ((LAN,), (), False)
    assert (calls[-1].people, calls[-1].by_regulation) == ((CHAIR,), True)


def test_a_power_failure_calls_the_power_company_and_no_party_twice() -> None:
    calls = sheet(IncidentCategory.POWER)
    assert [call.party for call in calls][:2] == [Party.SATELLITES, Party.POWER]
    assert len({call.party for call in calls}) == len(calls)


def test_at_the_main_endpoint_its_own_technicians_are_called_and_there_is_no_local_chair() -> None:
    calls = sheet(IncidentCategory.NO_SOUND, None)
    assert calls[0].party is Party.MAIN_ENDPOINT
    assert calls[0].people == (MINH,)
    assert Party.LOCAL_CHAIR not in {call.party for call in calls}


def test_a_party_without_people_stays_on_the_sheet() -> None:
    calls = sheet(IncidentCategory.LINE_LOST, directory=Directory(people=(), lines=()))
    assert calls[0].party is Party.TELCO
    assert calls[0].people == ()
    assert parties_without_people(Directory(people=(), lines=()), BINH_DINH, TODAY) == (
        Party.SATELLITES,
        Party.CONTROL_CENTRE,
        Party.TELCO,
        Party.POWER,
        Party.MAIN_ENDPOINT,
    )
    assert parties_without_people(DIRECTORY, BINH_DINH, TODAY) == ()


def test_who_left_is_not_called() -> None:
    gone = person("Cũ", Role.TECHNICIAN, "s014", until="2026-11-24")
    calls = sheet(IncidentCategory.DEVICE, directory=Directory(people=(gone, CENTRE), lines=()))
    assert calls[0].people == ()


def test_a_technician_of_the_whole_system_is_not_taken_for_one_at_the_site() -> None:
    anywhere = person("Hỗ trợ", Role.TECHNICIAN)
    calls = sheet(IncidentCategory.DEVICE, directory=Directory(people=(anywhere,), lines=()))
    assert calls[0].people == ()


def test_facts_go_only_to_whom_the_text_names() -> None:
    rule = IncidentRule(
        notify=(Party.TELCO, Party.CONTROL_CENTRE), facts=(IncidentFact.CAUSE,), facts_to=(Party.CONTROL_CENTRE,)
    )
    calls = escalation_sheet(IncidentCategory.LINE_LOST, "s014", DIRECTORY, rule, TODAY)
    assert {call.party: call.facts for call in calls} == {
        Party.TELCO: (),
        Party.SATELLITES: (),
        Party.CONTROL_CENTRE: (IncidentFact.CAUSE,),
    }


def test_of_two_technicians_of_a_site_the_one_who_operates_this_meeting_is_called_first() -> None:
    party = replace(person("Đảng", Role.TECHNICIAN, "s014"), branch=Branch.PARTY)
    state = replace(person("Chính quyền", Role.TECHNICIAN, "s014"), branch=Branch.GOVERNMENT)
    book = CallBook(
        directory=Directory(people=(party, state), lines=()),
        rule=BINH_DINH,
        today=TODAY,
        operators={"m1": Branch.GOVERNMENT, "m2": Branch.PARTY, "m3": Branch.ANY},
    )
    called = {
        meeting: book.of_meeting(meeting).sheet(IncidentCategory.NO_SOUND, "s014")[0].people
        for meeting in ("m1", "m2", "m3", None)
    }
    assert called == {"m1": (state, party), "m2": (party, state), "m3": (party, state), None: (party, state)}
