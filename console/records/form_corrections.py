"""What people add to Phụ lục II by hand: corrections with a trace of what stood there, and confirmations.

Rule: a correction changes what is shown and never the log; taken back, the form shows again what the log says. A
confirmation is of the form as it stood; a later correction is said beside it.
"""

from collections.abc import Iterable

from msgspec.structs import replace

from console.office.form_records import (
    DEVICES,
    OF_FORM,
    CorrectionFault,
    CorrectionRefused,
    FormConfirmation,
    FormCorrection,
    FormField,
    correction,
)
from console.office.record import Version
from console.records.session_form import Confirmed, FormSite, SessionForm, Source, Trace
from console.words import SiteId


def value_at(form: SessionForm, field: FormField, site: SiteId = "") -> str:
    """Returns what stands at a place of the form; raises `CorrectionRefused` for a site that is not in it."""
    if field in OF_FORM:
        return str(getattr(form, field))
    row = form.site(site)
    if row is None:
        raise CorrectionRefused(CorrectionFault.SITE_UNKNOWN)
    return row.devices[field] if field in DEVICES else str(getattr(row, field))


def correct(form: SessionForm, field: FormField, site: SiteId, after: str, reason: str) -> FormCorrection:
    """Returns the record that puts a text at a place of the form as it stands; raises `CorrectionRefused`."""
    site = "" if field in OF_FORM else site
    return correction(form.session, field, site, value_at(form, field, site), after, reason)


def corrected(form: SessionForm, versions: Iterable[Version[FormCorrection]]) -> SessionForm:
    """Returns the form with its corrections, in the order in which they were made, and their trace.

    `versions` are all versions of all corrections; one that was removed gives back what the log says.
    """
    filled, removed = form, list[tuple[FormField, SiteId]]()
    last: dict[str, FormCorrection] = {}
    for version in sorted(versions, key=lambda version: version.line):
        told = version.content
        if told is None:
            if version.id in last:
                removed.append((last[version.id].field, last[version.id].site))
            continue
        if told.session == form.session and (told.field in OF_FORM or form.site(told.site) is not None):
            last[version.id] = told
            form = _set(form, told.field, told.site, told.after, by_hand=True)
            form = replace(form, trace=(*form.trace, _trace(form, told, version)))
            removed = [place for place in removed if place != (told.field, told.site)]
    for field, site in removed:
        form = _set(form, field, site, value_at(filled, field, site), by_hand=False)
    return form


def _set(form: SessionForm, field: FormField, site: SiteId, value: str, *, by_hand: bool) -> SessionForm:
    if field in OF_FORM:
        return replace(form, **{str(field): value})
    rows = tuple(_set_row(row, field, value, by_hand=by_hand) if row.site == site else row for row in form.sites)
    return replace(form, sites=rows)


def _set_row(row: FormSite, field: FormField, value: str, *, by_hand: bool) -> FormSite:
    others = tuple(other for other in row.corrected if other is not field)
    places = (*others, field) if by_hand else others
    source = Source.MANUAL if places else Source.AUTO
    row = replace(row, source=source, corrected=places)
    if field in DEVICES:
        return replace(row, devices={**row.devices, field: value})
    return replace(row, **{str(field): value})


def _trace(form: SessionForm, told: FormCorrection, version: Version[FormCorrection]) -> Trace:
    row = form.site(told.site)
    return Trace(
        field=told.field,
        site=told.site,
        site_name="" if row is None else row.name,
        before=told.before,
        after=told.after,
        person=version.person,
        at_ms=version.wall_ms,
        reason=version.reason,
    )


def confirmed(form: SessionForm, versions: Iterable[Version[FormConfirmation]]) -> SessionForm:
    """Returns the corrected form with who confirms it; `versions` are the newest of each confirmation."""
    now = form.content_hash
    told = tuple(
        Confirmed(
            confirmation=version.content,
            person=version.person,
            at_ms=version.wall_ms,
            still=version.content.content_hash in ("", now),
        )
        for version in versions
        if version.content is not None and version.content.session == form.session
    )
    return replace(form, confirmed=told)
