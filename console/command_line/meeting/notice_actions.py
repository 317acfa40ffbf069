"""Carries out `meeting calls` and `meeting told`: whom the regulation wants told of a meeting, and who was."""

from functools import partial

from console.command_line.actions import Actions
from console.command_line.exits import BadInput, Exit
from console.command_line.files import open_office, write_octets
from console.command_line.meeting import requests
from console.command_line.meeting.common import ENDINGS, find_meeting, pdf_of, rules_of, wall_ms
from console.command_line.meeting.phrasing import MeetingSay
from console.command_line.phrasing import Say
from console.log_book.office_store import OfficeStore
from console.office.host_rules import operators_of
from console.office.meeting import Meeting
from console.office.notice import Notice, Wanted, given, wanted_notices
from console.office.office_rules import clocks_of
from console.office.people import Person
from console.office.typed_times import shown_moment
from console.records.call_list import call_list
from console.records.documents.docx_writer import document_docx
from console.regulation.calendar import day_of
from console.regulation.province import Channel, Party


def list_notices(request: requests.ListNotices, actions: Actions) -> int:
    """Prints whom the regulation wants told, numbered, or writes the list to be printed."""
    with open_office(request.data) as office:
        meeting = find_meeting(office, request.meeting, actions)
        wanted, notices = _notices(office, meeting, request, actions)
    if request.out is not None:
        ending = request.out.suffix.casefold()
        if ending not in ENDINGS[:2]:
            raise BadInput(actions.phrase(MeetingSay.ENDING_BAD, {"path": request.out}))
        page = call_list(meeting, wanted, notices, partial(_party, actions), partial(_channel, actions))
        write_octets(request.out, document_docx(page) if ending == ".docx" else pdf_of(page, request, actions))
        print(actions.phrase(Say.WRITTEN, {"file": request.out}))
        return Exit.DONE
    for number, each in enumerate(wanted, start=1):
        print(_call_line(number, each, notices.get(each.id), actions))
    return Exit.DONE


def _notices(
    office: OfficeStore, meeting: Meeting, request: requests.MeetingRequest, actions: Actions
) -> tuple[tuple[Wanted, ...], dict[str, Notice]]:
    now = wall_ms()
    rules = rules_of(request, actions)
    clocks, operators = clocks_of(meeting, rules, now), operators_of(meeting, rules.profile)
    people, sites = office.register.present(Person), office.sites.all()
    notices = {notice.id: notice for notice in office.register.present(Notice) if notice.meeting == meeting.id}
    return wanted_notices(meeting, clocks, people, sites, day_of(now).isoformat(), operators), notices


def _party(actions: Actions, party: str) -> str:
    return actions.phrase(Party(party), {})


def _channel(actions: Actions, channel: str) -> str:
    return actions.phrase(Channel(channel), {})


def _call_line(number: int, wanted: Wanted, notice: Notice | None, actions: Actions) -> str:
    values = {"number": number, "party": _party(actions, wanted.party), "recipient": wanted.recipient or "—"}
    if notice is None or notice.sent_ms is None:
        due = "" if wanted.due_ms is None else shown_moment(wanted.due_ms)
        return actions.phrase(MeetingSay.CALL_OPEN, {**values, "phone": wanted.phone, "due": due}).rstrip()
    channel = _channel(actions, notice.channel)
    values |= {"when": shown_moment(notice.sent_ms), "channel": channel, "person": notice.sent_by}
    return actions.phrase(MeetingSay.CALL_DONE, values)


def tell_notices(request: requests.TellNotices, actions: Actions) -> int:
    """Notes that people were told just now; who was told before keeps that."""
    with open_office(request.data) as office:
        meeting = find_meeting(office, request.meeting, actions)
        wanted, notices = _notices(office, meeting, request, actions)
        for number in request.numbers:
            if not 1 <= number <= len(wanted):
                raise BadInput(actions.phrase(MeetingSay.CALL_NUMBER_BAD, {"number": number}))
        chosen = [wanted[number - 1] for number in request.numbers] or wanted
        told = [
            given(each, meeting, request.by.value, request.person, wall_ms())
            for each in chosen
            if each.id not in notices
        ]
        office.register.put(told, request.person)
    print(actions.phrase(MeetingSay.CALLS_NOTED, {"count": len(told)}))
    return Exit.DONE
