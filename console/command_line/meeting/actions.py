"""Carries out `meeting` and `script`: registrations are written, taken one step further, printed; scripts are read.

Rule: everything goes into the register under the person's name; a list is taken whole or not at all, every bad line
named. What is late is taken only with its reason.
"""

import uuid
from collections.abc import Callable, Mapping
from typing import Any

import msgspec

from console.command_line.actions import Actions
from console.command_line.exits import BadInput, Exit
from console.command_line.files import open_office, read_octets, write_octets
from console.command_line.meeting import due_actions, notice_actions, requests, script_actions
from console.command_line.meeting.common import (
    ENDINGS,
    SHORT_ID,
    as_json,
    find_meeting,
    moment_of,
    pdf_of,
    rules_of,
    wall_ms,
)
from console.command_line.meeting.phrasing import MeetingSay
from console.command_line.phrasing import Say
from console.command_line.requests import Request
from console.log_book.office_store import OfficeStore
from console.office.host_rules import HostFinding, host_findings, wanting_reason
from console.office.meeting import OVER, Meeting, Step, StepTaken
from console.office.meeting_checks import FieldFault, faults
from console.office.meeting_offers import offers
from console.office.meeting_steps import NewTimes, StepFault, StepRefused, stamped, take_step
from console.office.office_rules import OfficeRules, clocks_of, step_due_ms
from console.office.people import Person
from console.office.places import Room
from console.office.typed_times import shown_moment
from console.records.documents.docx_writer import document_docx
from console.records.page_model import Document
from console.records.registration_form import (
    STANDARD_TEMPLATE,
    BadTemplate,
    Template,
    heads_of,
    read_template,
    registration_form,
    template_name,
)

# ---------------------------------------------------------------- meetings


def new_meeting(request: requests.NewMeeting, actions: Actions) -> int:
    """Writes a registration and prints its identifier."""
    meeting = Meeting(id=uuid.uuid4().hex) if request.file is None else _from_file(request, actions)
    given: dict[str, Any] = {"subject": request.subject, "host_unit": request.host}
    given |= {"start_ms": moment_of(request.start, actions), "end_ms": moment_of(request.end, actions)}
    meeting = msgspec.structs.replace(meeting, **{name: value for name, value in given.items() if value})
    meeting = stamped(meeting, rules_of(request, actions).stamp)
    with open_office(request.data) as office:
        office.register.put([meeting], request.person)
        written = office.register.get(Meeting, meeting.id)
    print(as_json(written) if request.json else meeting.id)
    return Exit.DONE


def _from_file(request: requests.NewMeeting, actions: Actions) -> Meeting:
    """Returns the registration of a file as a new one: without identifier and steps of its own."""
    assert request.file is not None
    try:
        raw = msgspec.json.decode(read_octets(request.file), type=dict[str, Any])
        raw |= {"record": "meeting", "id": uuid.uuid4().hex, "steps": [], "profile": None}
        return msgspec.convert(raw, Meeting)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        values = {"file": request.file, "why": error}
        raise BadInput(actions.phrase(MeetingSay.RECORD_BAD, values)) from error


def list_meetings(request: requests.ListMeetings, actions: Actions) -> int:
    """Prints the meetings in the order of their start."""
    with open_office(request.data) as office:
        known = office.register.present(Meeting)
    found = [meeting for meeting in known if request.every or meeting.step not in OVER]
    found.sort(key=lambda meeting: (meeting.start_ms is None, meeting.start_ms or 0))
    if request.json:
        print(as_json(found))
        return Exit.DONE
    for meeting in found:
        print(_line(meeting, actions))
    if not found:
        print(actions.phrase(MeetingSay.NO_MEETINGS, {}))
    return Exit.DONE


def offer_meetings(request: requests.OfferMeetings, actions: Actions) -> int:
    """Prints the meetings for which a session may be started now."""
    rules, now = rules_of(request, actions), wall_ms()
    with open_office(request.data) as office:
        meetings = office.register.present(Meeting)
        found = offers(meetings, now, lambda meeting: _host_findings(meeting, office, rules))
    print(msgspec.json.encode(found).decode())
    return Exit.DONE


def _line(meeting: Meeting, actions: Actions) -> str:
    values = {
        "id": meeting.id[:SHORT_ID],
        "when": "—" if meeting.start_ms is None else shown_moment(meeting.start_ms),
        "step": actions.phrase(meeting.step, {}),
        "subject": meeting.subject,
    }
    return actions.phrase(MeetingSay.MEETING_LINE, values)


def show_meeting(request: requests.ShowMeeting, actions: Actions) -> int:
    """Prints a meeting: its line, what it lacks, its steps, its deadlines."""
    rules = rules_of(request, actions)
    with open_office(request.data) as office:
        meeting = find_meeting(office, request.meeting, actions)
        findings = _host_findings(meeting, office, rules)
    if request.json:
        print(as_json(meeting))
        return Exit.DONE
    print(_line(meeting, actions))
    for fault in faults(meeting, rules.profile.regulation.registration.fields, rules.most_sites):
        print(f"- {_fault(fault, actions)}")
    for finding in findings:
        print(f"▲ {_host_finding(finding, actions)}")
    for step in meeting.steps:
        print(_step_line(step, actions))
    for clock in clocks_of(meeting, rules, wall_ms()):
        values = {"what": clock.key, "article": clock.article}
        if clock.last_wall_ms is None:
            print(actions.phrase(MeetingSay.CLOCK_OPEN, values))
        else:
            values["when"] = shown_moment(clock.last_wall_ms)
            print(actions.phrase(MeetingSay.CLOCK_LINE, values))
    return Exit.DONE


def _step_line(step: StepTaken, actions: Actions) -> str:
    values = {
        "when": shown_moment(step.wall_ms),
        "step": actions.phrase(step.step, {}),
        "person": step.person,
        "reason": step.reason,
    }
    return actions.phrase(MeetingSay.STEP_LINE, values).rstrip()


def _fault(fault: FieldFault, actions: Actions) -> str:
    values = {"field": actions.phrase(fault.field, {}), "row": fault.row or "", "text": fault.text}
    return actions.phrase(fault.finding, values).rstrip()


def take_meeting_step(request: requests.TakeMeetingStep, actions: Actions) -> int:
    """Takes a registration one step further."""
    rules, at_ms = rules_of(request, actions), moment_of(request.at, actions) or wall_ms()
    start, end = moment_of(request.start, actions), moment_of(request.end, actions)
    times = None if start is None else NewTimes(start_ms=start, end_ms=end)
    with open_office(request.data) as office:
        meeting = stamped(find_meeting(office, request.meeting, actions), rules.stamp)
        opened = len(office.register.history(Meeting, meeting.id))
        if request.step is Step.SUBMITTED:
            _refuse_unless_whole(meeting, rules, actions)
            _refuse_without_reason(meeting, request, rules, at_ms, actions)
        told = StepTaken(
            step=request.step,
            wall_ms=at_ms,
            person=request.person,
            due_ms=step_due_ms(meeting, request.step, rules, at_ms),
            reason=request.reason,
        )
        try:
            further = take_step(meeting, told, times)
        except StepRefused as error:
            step = actions.phrase(error.step, {})
            raise BadInput(actions.phrase(error.fault, {"step": step})) from error
        office.register.put([further], request.person, request.reason, {meeting.id: opened})
    step = actions.phrase(further.step, {})
    print(actions.phrase(MeetingSay.STEP_TAKEN, {"subject": further.subject, "step": step}))
    return Exit.DONE


def _refuse_unless_whole(meeting: Meeting, rules: OfficeRules, actions: Actions) -> None:
    found = faults(meeting, rules.profile.regulation.registration.fields, rules.most_sites)
    if found:
        told = [actions.phrase(MeetingSay.NOT_WHOLE, {}), *(f"- {_fault(fault, actions)}" for fault in found)]
        raise BadInput("\n".join(told))


def _refuse_without_reason(
    meeting: Meeting, request: requests.TakeMeetingStep, rules: OfficeRules, at_ms: int, actions: Actions
) -> None:
    found = wanting_reason(host_findings(meeting, rules.profile, (), (), at_ms))
    if found and not request.reason.strip():
        told = [_host_finding(finding, actions) for finding in found]
        raise BadInput("\n".join([actions.phrase(StepFault.REASON_MISSING, _step_name(request.step, actions)), *told]))


def _step_name(step: Step, actions: Actions) -> dict[str, str]:
    return {"step": actions.phrase(step, {})}


def _host_findings(meeting: Meeting, office: OfficeStore, rules: OfficeRules) -> tuple[HostFinding, ...]:
    rooms, people = office.register.present(Room), office.register.present(Person)
    return host_findings(meeting, rules.profile, rooms, people, wall_ms())


def _host_finding(finding: HostFinding, actions: Actions) -> str:
    values = {
        "article": finding.article,
        "wanted": finding.wanted,
        "found": ", ".join(finding.found[:5]),
        "count": len(finding.found),
    }
    return actions.phrase(finding.fault, values)


# ---------------------------------------------------------------- paper


def export_meeting(request: requests.ExportMeeting, actions: Actions) -> int:
    """Writes the registration form into a file; its ending says of what kind."""
    ending = request.out.suffix.casefold()
    if ending not in ENDINGS or (ending == ".json" and request.meeting is None):
        raise BadInput(actions.phrase(MeetingSay.ENDING_BAD, {"path": request.out}))
    meeting = None
    if request.meeting is not None:
        with open_office(request.data) as office:
            meeting = find_meeting(office, request.meeting, actions)
    if ending == ".json":
        write_octets(request.out, msgspec.json.format(msgspec.json.encode(meeting)))
    else:
        page = _page(meeting, request, actions)
        write_octets(request.out, document_docx(page) if ending == ".docx" else pdf_of(page, request, actions))
    print(actions.phrase(Say.WRITTEN, {"file": request.out}))
    return Exit.DONE


def _page(meeting: Meeting | None, request: requests.ExportMeeting, actions: Actions) -> Document:
    profile = rules_of(request, actions).profile
    return registration_form(meeting, _template(template_name(profile), actions), heads_of(profile))


def _template(name: str, actions: Actions) -> Template:
    folder = actions.profiles.parent / "forms"
    path = folder / f"{name}.json"
    try:
        return read_template(read_octets(path if path.is_file() else folder / f"{STANDARD_TEMPLATE}.json"))
    except BadTemplate as error:
        raise BadInput(error.trouble or str(error)) from error


CARRIED_OUT: Mapping[type[Request], Callable[[Any, Actions], int]] = {
    requests.NewMeeting: new_meeting,
    requests.ListMeetings: list_meetings,
    requests.OfferMeetings: offer_meetings,
    requests.ListDue: due_actions.list_due,
    requests.ShowMeeting: show_meeting,
    requests.TakeMeetingStep: take_meeting_step,
    requests.ExportMeeting: export_meeting,
    requests.ListNotices: notice_actions.list_notices,
    requests.TellNotices: notice_actions.tell_notices,
    requests.ImportScript: script_actions.import_script,
    requests.ShowScript: script_actions.show_script,
}
