"""Carries out `form security-level`: the one-page report of security by level, from lists and events of a period."""

from console.command_line.actions import Actions
from console.command_line.exits import Exit
from console.command_line.files import open_office, profile_of, settings_of
from console.command_line.form import requests
from console.command_line.form.period import period_days
from console.command_line.form.writing import check_ending, wall_ms, write_form
from console.command_line.security.actions import events_of
from console.log_book.office_store import OfficeStore
from console.office.security_registers import SecurityLevel, SecurityReview
from console.records.forms import security_form
from console.records.ledger_page import ReportHead
from console.records.security_report import SecurityReport, reviews_to_report
from console.regulation.calendar import day_of


def write_security_report(request: requests.WriteSecurityReport, actions: Actions) -> int:
    """Writes the report of a period into a file; its ending says of what kind."""
    check_ending(request.out, actions)
    settings = settings_of(request.data)
    profile, now = profile_of(request.data, settings, actions.profiles, actions.program_version()), wall_ms()
    from_ms, until_ms, told = period_days(request, profile, now, actions)
    with open_office(request.data) as office:
        report = report_of(office, from_ms, until_ms)
    place = profile.regulation.organisation.province_name or ""
    head = ReportHead(issuer=(settings.main_name,), place=place, made_ms=now, period=told)
    write_form(security_form(report, head), request.out, request, actions)
    return Exit.DONE


def report_of(office: OfficeStore, from_ms: int, until_ms: int) -> SecurityReport:
    """Returns what the register knows of security from a moment on (Unix ms), up to another."""
    first, last = day_of(from_ms).isoformat(), day_of(until_ms - 1).isoformat()
    return SecurityReport(
        levels=office.register.present(SecurityLevel),
        reviews=reviews_to_report(office.register.present(SecurityReview), first, last),
        events=events_of(office, from_ms, until_ms),
    )
