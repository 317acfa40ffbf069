"""Carries out `form`: writes forms into files, keeps corrections, confirmations, ratings and hand-overs.

Rule: what was filled from the log is never changed here; what people add goes into the register under their names.
"""

import hashlib
from collections.abc import Callable, Mapping
from typing import Any

import msgspec
from msgspec.structs import replace

from console.command_line.actions import Actions
from console.command_line.exits import BadInput, Exit
from console.command_line.files import calendar_of, open_office, profile_of, read_octets, settings_of
from console.command_line.form import requests
from console.command_line.form.period import period_days
from console.command_line.form.phrasing import FormSay
from console.command_line.form.recording_actions import list_recordings
from console.command_line.form.security_report import write_security_report
from console.command_line.form.writing import check_ending, wall_ms, write_form
from console.command_line.named_session import named_session
from console.command_line.requests import Request
from console.log_book.database import StoreUnusable
from console.log_book.office_store import OfficeStore
from console.office.form_records import (
    CorrectionRefused,
    FormConfirmation,
    FormName,
    RecordingHandover,
    SiteRating,
    confirmation_id,
    rating_id,
)
from console.records import form_times
from console.records.form_corrections import correct
from console.records.forms import BLANK, Form, blank_form, period_form, session_form
from console.records.gathered import Gathered
from console.records.gathering import NothingLogged, gather, held_sessions, unreadable_sessions
from console.records.incident_report import UnknownIncident
from console.records.ledger import ledger
from console.records.ledger_page import ReportHead
from console.records.recording_files import file_lines
from console.records.recording_handover import handover_to_note
from console.records.session_form import FormHead
from console.regulation.profile import ProfileInForce
from console.words import SiteId

# ---------------------------------------------------------------- writing


def write_session_form(request: requests.WriteSessionForm, actions: Actions) -> int:
    """Writes a form of a session into a file; its ending says of what kind."""
    check_ending(request.out, actions)
    if request.blank:
        form = _blank(request.name, request, actions)
    else:
        with open_office(request.data) as office:
            gathered = _gathered(office, request, request.session, actions)
        try:
            form = session_form(request.name, gathered, technical=request.technical, incident=request.incident)
        except UnknownIncident as error:
            raise BadInput(actions.phrase(FormSay.INCIDENT_UNKNOWN, {"text": request.incident})) from error
    write_form(form, request.out, request, actions)
    return Exit.DONE


def write_period_form(request: requests.WritePeriodForm, actions: Actions) -> int:
    """Writes the ledger or the statistics of a period into a file, and names the sessions whose logs are lost."""
    check_ending(request.out, actions)
    if request.blank:
        write_form(_blank(request.name, request, actions), request.out, request, actions)
        return Exit.DONE
    profile, now = _profile(request, actions), wall_ms()
    from_ms, until_ms, told = period_days(request, profile, now, actions)
    with open_office(request.data) as office:
        counted = ledger(held_sessions(request.data, office, from_ms, until_ms), from_ms, until_ms)
        rows = [row for row in office.sessions.all() if from_ms <= row.opened_ms < until_ms]
        missing = unreadable_sessions(request.data, rows)
    settings = settings_of(request.data)
    place = profile.regulation.organisation.province_name or ""
    head = ReportHead(issuer=(settings.main_name,), place=place, made_ms=now, period=told)
    write_form(period_form(request.name, counted, head), request.out, request, actions)
    if missing:
        print(actions.phrase(FormSay.LEFT_OUT, {"names": ", ".join(missing)}))
    return Exit.DONE


def show_form(request: requests.ShowForm, actions: Actions) -> int:
    """Prints Phụ lục II of a session as JSON, corrections and confirmations in it."""
    with open_office(request.data) as office:
        gathered = _gathered(office, request, request.session, actions)
    print(msgspec.json.encode(gathered.form, order="sorted").decode())
    return Exit.DONE


def _blank(name: FormName, request: requests.FormRequest, actions: Actions) -> Form:
    if name not in BLANK:
        raise BadInput(actions.phrase(FormSay.NO_BLANK, {"name": name}))
    profile = _profile(request, actions)
    return blank_form(name, FormHead(place=profile.regulation.organisation.province_name or ""))


def _profile(request: requests.FormRequest, actions: Actions) -> ProfileInForce:
    return profile_of(request.data, settings_of(request.data), actions.profiles, actions.program_version())


def _gathered(office: OfficeStore, request: requests.FormRequest, session: str | None, actions: Actions) -> Gathered:
    row = named_session(office, session, request.data, actions)
    try:
        return gather(request.data, office, row.session)
    except NothingLogged as error:
        raise BadInput(actions.phrase(FormSay.NOTHING_LOGGED, {"session": row.session})) from error
    except StoreUnusable as error:
        raise BadInput(error.trouble or str(error)) from error


# ---------------------------------------------------------------- by hand


def correct_form(request: requests.CorrectForm, actions: Actions) -> int:
    """Puts a text at a place of Phụ lục II."""
    with open_office(request.data) as office:
        gathered = _gathered(office, request, request.session, actions)
        site = _site(gathered, request.site, actions) if request.site else ""
        try:
            told = correct(gathered.form, request.field, site, request.value, request.reason)
        except CorrectionRefused as error:
            raise BadInput(actions.phrase(error.fault, {})) from error
        office.register.put([told], request.person, request.reason)
    print(actions.phrase(FormSay.CORRECTED, {}))
    return Exit.DONE


def confirm_form(request: requests.ConfirmForm, actions: Actions) -> int:
    """Notes who stands for Phụ lục II as it is now."""
    with open_office(request.data) as office:
        gathered = _gathered(office, request, request.session, actions)
        form = gathered.form
        told = FormConfirmation(
            id=confirmation_id(form.session, FormName.SESSION, request.role),
            session=form.session,
            form=FormName.SESSION,
            role=request.role,
            full_name=request.full_name,
            title=request.title,
            method=request.method,
            content_hash=form.content_hash,
            log_count=form.log_count,
            log_head=form.log_head,
            signed_copy="" if request.signed is None else hashlib.sha256(read_octets(request.signed)).hexdigest(),
        )
        office.register.put([told], request.person)
    print(actions.phrase(FormSay.CONFIRMED, {"name": request.full_name}))
    return Exit.DONE


def rate_site(request: requests.RateSite, actions: Actions) -> int:
    """Keeps how a person rates a site; what is not named stays as it was."""
    with open_office(request.data) as office:
        gathered = _gathered(office, request, request.session, actions)
        site = _site(gathered, request.site, actions)
        known = gathered.ratings.get(site)
        rating = known or SiteRating(
            id=rating_id(gathered.form.session, site), session=gathered.form.session, site=site
        )
        given = {name: getattr(request, name) for name in ("sound", "picture", "line", "remark")}
        office.register.put([replace(rating, **{k: v for k, v in given.items() if v})], request.person)
    print(actions.phrase(FormSay.RATED, {}))
    return Exit.DONE


def remind_of_handover(request: requests.RemindOfHandover, actions: Actions) -> int:
    """Reminds of handing over a session's recordings; with a receiver or a receipt notes that it was done."""
    with open_office(request.data) as office:
        gathered = _gathered(office, request, request.session, actions)
        calendar, story = calendar_of(request.data, actions.calendar), gathered.facts.story
        handover = gathered.handover or handover_to_note(story, gathered.meeting, gathered.profile, calendar)
        if handover is None:
            raise BadInput(actions.phrase(FormSay.NOT_WANTED, {}))
        done = bool(request.received_by or request.receipt)
        handover = handover if handover.what else replace(handover, what=file_lines(story))
        given = {name: getattr(request, name) for name in ("given_by", "received_by", "receipt", "medium")}
        handover = replace(handover, **{name: text for name, text in given.items() if text})
        if done:
            handover = replace(handover, handed_ms=wall_ms())
        office.register.put([handover], request.person)
    print(_handover_told(handover, actions))
    return Exit.DONE


def _handover_told(handover: RecordingHandover, actions: Actions) -> str:
    if handover.handed_ms is not None:
        return actions.phrase(FormSay.HANDED_OVER_LATE if handover.late else FormSay.HANDED_OVER, {})
    if handover.due_ms is None:
        return actions.phrase(FormSay.REMINDED_NO_END, {})
    values = {"time": form_times.short_time(handover.due_ms), "day": form_times.short_day(handover.due_ms)}
    return actions.phrase(FormSay.REMINDED, values)


def _site(gathered: Gathered, wanted: str, actions: Actions) -> SiteId:
    for site in gathered.facts.sites:
        if wanted in (site.site, str(site.number), site.name):
            return site.site
    raise BadInput(actions.phrase(FormSay.SITE_UNKNOWN, {"text": wanted}))


CARRIED_OUT: Mapping[type[Request], Callable[[Any, Actions], int]] = {
    requests.WriteSessionForm: write_session_form,
    requests.WritePeriodForm: write_period_form,
    requests.WriteSecurityReport: write_security_report,
    requests.ShowForm: show_form,
    requests.CorrectForm: correct_form,
    requests.ConfirmForm: confirm_form,
    requests.RateSite: rate_site,
    requests.ListRecordings: list_recordings,
    requests.RemindOfHandover: remind_of_handover,
}
