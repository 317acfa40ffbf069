"""Every printed form by its name: its pages, and what it holds as data for programs.

Rule: whoever wants a form names it and hands in what was gathered; what kind of file it becomes is decided elsewhere.
"""

from collections.abc import Callable, Mapping
from typing import NamedTuple

import msgspec

from console.office.form_records import FormName
from console.records.check_minutes import check_minutes
from console.records.gathered import Gathered
from console.records.handover_minutes import handover_minutes
from console.records.incident_report import incident_report
from console.records.ledger import Ledger
from console.records.ledger_page import ReportHead, blank_ledger, ledger_document, statistics_document
from console.records.page_model import Document
from console.records.recording_handover import handover_of
from console.records.security_report import SecurityReport, data_of, security_document
from console.records.session_form import FormHead
from console.records.session_form_page import blank_session_form, session_form_document
from console.records.shutdown_record import shutdown_record

OF_SESSION = (FormName.SESSION, FormName.CHECK_MINUTES, FormName.INCIDENT, FormName.SHUTDOWN, FormName.RECORDING)
OF_PERIOD = (FormName.LEDGER, FormName.STATISTICS)


class Form(NamedTuple):
    """A form: its pages, and its data as JSON."""

    document: Document
    data: bytes


def session_form(name: FormName, gathered: Gathered, *, technical: bool = True, incident: str = "") -> Form:
    """Returns a form of a session; `technical` adds the technical sheet to Phụ lục II.

    Raises `UnknownIncident` when `incident` names none of the session.
    """
    match name:
        case FormName.SESSION:
            facts = gathered.facts if technical else None
            document = session_form_document(gathered.form, facts, gathered.ratings, gathered.lines)
            return Form(document, _json(gathered.form))
        case FormName.CHECK_MINUTES:
            sites = [(site.site, site.name, site.marks) for site in gathered.facts.sites if site.marks]
            return Form(check_minutes(gathered.facts, gathered.chain, gathered.head), _json(sites))
        case FormName.INCIDENT:
            document = incident_report(gathered.facts, gathered.chain, gathered.head, incident)
            return Form(document, _json(gathered.facts.incidents))
        case FormName.SHUTDOWN:
            shutdowns = gathered.shutdowns
            return Form(shutdown_record(gathered.facts, shutdowns, gathered.head), _json(list(shutdowns.values())))
        case FormName.RECORDING:
            handover = gathered.handover or handover_of(gathered.facts.story, gathered.meeting, None)
            return Form(handover_minutes(handover, gathered.head), _json(handover))
        case _:
            raise ValueError(f"{name} is no form of a session")


def period_form(name: FormName, ledger: Ledger, head: ReportHead) -> Form:
    """Returns the ledger or the statistics of a period."""
    make = {FormName.LEDGER: ledger_document, FormName.STATISTICS: statistics_document}[name]
    return Form(make(ledger, head), _json(ledger))


def security_form(report: SecurityReport, head: ReportHead) -> Form:
    """Returns the report of security by level."""
    return Form(security_document(report, head), _json(data_of(report)))


BLANK: Mapping[FormName, Callable[[tuple[str, ...], str], Document]] = {
    FormName.SESSION: blank_session_form,
    FormName.LEDGER: blank_ledger,
}
"""The forms that can be filled in by hand when there is no computer."""


def blank_form(name: FormName, head: FormHead) -> Form:
    """Returns a form with lines to write on."""
    return Form(BLANK[name]((head.governing_body, head.agency), head.place), b"{}")


def _json(data: object) -> bytes:
    return msgspec.json.encode(data, order="sorted")
