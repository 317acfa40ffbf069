"""The registration of a meeting as a printed form: Phụ lục I of Bình Định, and what the other provinces hand in.

Rule: the wording is a template's (`resources/forms`), letter for letter as the regulation prints it; what differs
between provinces is data. Forms are Vietnamese in every language of the program. What is not known is a dotted line,
so that a blank copy can be filled in by hand. Source: Bình Định annex I (its misprint "Phát biếu" is put right); Đồng
Nai article 11.2a; Đắk Lắk II.1 step 1; Thanh Hóa article 7.2; Bắc Kạn article 6.
"""

from collections.abc import Callable
from typing import Annotated

import msgspec

from console.office.meeting import Meeting, MeetingSite, Step, Wish
from console.records.form_parts import BLANK_DAY, MOTTO, STATE
from console.records.form_times import long_day, span_words
from console.records.page_model import (
    Align,
    AnyBlock,
    CheckBox,
    CheckLine,
    CheckLines,
    Column,
    Document,
    FormField,
    FormLine,
    Letterhead,
    Paragraph,
    SignaturePlace,
    Signatures,
    Table,
    Title,
)
from console.regulation.profile import ProfileInForce
from console.trouble import Told, TroubleKind, trouble

SCHEMA = "registration-template/1"
STANDARD_TEMPLATE = "registration-form"
BLANK_BODY, BLANK_AGENCY = "TÊN CQ, TC CHỦ QUẢN", "TÊN CƠ QUAN TỔ CHỨC"
LARGEST_OCTETS = 256 * 1024
Share = Annotated[int, msgspec.Meta(ge=1, le=100)]


class BadTemplate(Told):
    """The file is no usable template; one sentence says why."""


class Part(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Base of what a template consists of."""


class Place(Part):
    """A named place of a line; `place` says which fact of the meeting stands there."""

    label: str
    place: str
    share: Share = 1


class SiteColumn(Part):
    title: str
    place: str
    share: Share = 1


class WishBox(Part):
    wish: Wish
    text: str
    share: Share = 1


class Sign(Part):
    """Who signs where; `name` is the fact that is written below the room for the signature."""

    title: str
    hint: str = ""
    name: str = ""


class Block(Part, tag_field="block", tag=str.lower):
    """Base of the blocks of a template."""


class Head(Block, tag="letterhead"):
    pass


class Heading(Block, tag="title"):
    text: str
    under: str = ""


class Words(Block):
    text: str
    align: Align = Align.LEFT
    italic: bool = False


class Line(Block):
    places: tuple[Place, ...]


class Sites(Block):
    columns: tuple[SiteColumn, ...]
    blank_rows: Annotated[int, msgspec.Meta(ge=1, le=60)] = 8


class Wishes(Block):
    boxes: tuple[WishBox, ...]


class Signs(Block, tag="signatures"):
    signs: tuple[Sign, ...]


class Template(Part, kw_only=True):
    """A form before it is filled in."""

    schema: str
    title: str
    article: str = ""
    blocks: tuple[Head | Heading | Words | Line | Sites | Wishes | Signs, ...]


def read_template(octets: bytes) -> Template:
    """Returns the template in a file's content; raises `BadTemplate`."""
    if len(octets) > LARGEST_OCTETS:
        raise BadTemplate(trouble(TroubleKind.FILE_TOO_LARGE, most="256 kB"))
    try:
        template = msgspec.json.decode(octets.removeprefix(b"\xef\xbb\xbf"), type=Template)
    except (msgspec.DecodeError, RecursionError) as error:
        raise BadTemplate(trouble(TroubleKind.TEMPLATE_BAD, why=error)) from error
    unknown = sorted(_places(template) - set(_OF_MEETING) - set(_OF_SITE))
    if template.schema != SCHEMA or unknown:
        why = ", ".join(unknown) or f"{template.schema!r} is not {SCHEMA}"
        raise BadTemplate(trouble(TroubleKind.TEMPLATE_BAD, why=why))
    return template


def _places(template: Template) -> set[str]:
    found: set[str] = set()
    for block in template.blocks:
        if isinstance(block, Line):
            found |= {place.place for place in block.places}
        elif isinstance(block, Sites):
            found |= {column.place for column in block.columns}
    return found


def template_name(profile: ProfileInForce) -> str:
    """Returns the name of the template that a profile prints: its form, or where none is prescribed its plan."""
    return profile.regulation.registration.form or f"{profile.id}-plan"


# ---------------------------------------------------------------- filling in


class Heads(msgspec.Struct, frozen=True, kw_only=True):
    """What stands on the form and not in the meeting."""

    addressee: str
    """Who gets it: the department, or the office that takes registrations."""
    place: str = ""
    """Of the date: the province."""
    foot: str = ""


def heads_of(profile: ProfileInForce, foot: str = "") -> Heads:
    """Returns the heads under a profile; the name of today's department goes before the regulation's."""
    organisation, terms = profile.regulation.organisation, profile.terms
    recipients = {party.value for party in profile.regulation.registration.recipients}
    department = organisation.department_name or terms.department
    addressee = "Văn phòng Ủy ban nhân dân tỉnh" if recipients == {"office"} else department
    return Heads(addressee=addressee, place=organisation.province_name or profile.name, foot=foot)


def registration_form(meeting: Meeting | None, template: Template, heads: Heads) -> Document:
    """Returns the form of a meeting; None: a blank copy to fill in by hand."""
    filling = _Filling(meeting, heads)
    return Document(
        title=template.title,
        blocks=tuple(filling.block(block) for block in template.blocks),
        foot=heads.foot,
    )


class _Filling:
    """One form being filled in."""

    def __init__(self, meeting: Meeting | None, heads: Heads) -> None:
        self._meeting, self._heads = meeting, heads

    def block(self, block: Head | Heading | Words | Line | Sites | Wishes | Signs) -> AnyBlock:  # noqa: PLR0911 - one per block
        match block:
            case Head():
                return self._letterhead()
            case Heading():
                return Title(text=block.text, under=block.under)
            case Words():
                return Paragraph(text=self._told(block.text), align=block.align, italic=block.italic)
            case Line():
                return FormLine(fields=tuple(self._field(place) for place in block.places))
            case Sites():
                return self._sites(block)
            case Wishes():
                return self._wishes(block)
            case Signs():
                return Signatures(places=tuple(self._sign(sign) for sign in block.signs))

    def _told(self, text: str) -> str:
        return text.format(addressee=self._heads.addressee, place=self._heads.place or "…", date=self._date())

    def _date(self) -> str:
        submitted = None if self._meeting is None else self._meeting.taken(Step.SUBMITTED)
        return BLANK_DAY if submitted is None else long_day(submitted.wall_ms)

    def _letterhead(self) -> Letterhead:
        meeting = self._meeting
        body = (meeting.governing_body if meeting else "") or BLANK_BODY
        agency = (meeting.agency if meeting else "") or BLANK_AGENCY
        return Letterhead(issuer=(body.upper(), agency.upper()), state=STATE, motto=MOTTO, place_and_date="")

    def _field(self, place: Place) -> FormField:
        text = "" if self._meeting is None else _OF_MEETING[place.place](self._meeting)
        return FormField(label=place.label, text=text, share=place.share)

    def _sites(self, block: Sites) -> Table:
        columns = tuple(
            Column(
                title=column.title,
                share=column.share,
                align=Align.CENTRE if column.place in ("number", "attendee_count") else Align.LEFT,
            )
            for column in block.columns
        )
        sites = () if self._meeting is None else self._meeting.sites
        rows = tuple(
            tuple(_OF_SITE[column.place](number, site) for column in block.columns)
            for number, site in enumerate(sites, start=1)
        )
        blank = tuple(
            tuple(str(number) if column.place == "number" else "" for column in block.columns)
            for number in range(1, block.blank_rows + 1)
        )
        return Table(columns=columns, rows=rows or blank)

    def _wishes(self, block: Wishes) -> CheckLines:
        wished = () if self._meeting is None else self._meeting.wishes
        boxes = tuple(CheckBox(text=box.text, ticked=box.wish in wished) for box in block.boxes)
        return CheckLines(lines=(CheckLine(boxes=boxes[:3]), *((CheckLine(boxes=boxes[3:]),) if boxes[3:] else ())))

    def _sign(self, sign: Sign) -> SignaturePlace:
        title = self._told(sign.title)
        opinion = self._opinion() if sign.name == "opinion" else ""
        return SignaturePlace(title=title, hint=self._told(sign.hint), name=opinion)

    def _opinion(self) -> str:
        if self._meeting is None:
            return ""
        answers = [told for told in self._meeting.steps if told.step in (Step.CONFIRMED, Step.REFUSED)]
        return f"{answers[-1].person}, {long_day(answers[-1].wall_ms)}" if answers else ""


# ---------------------------------------------------------------- facts by name


def _basis(meeting: Meeting) -> str:
    basis = meeting.legal_basis
    day = _day(basis.day)
    parts = (f"Văn bản số {basis.number}" if basis.number else "", day, f"của {basis.issuer}" if basis.issuer else "")
    return " ".join(part for part in parts if part)


def _day(iso: str) -> str:
    if not iso:
        return ""
    year, month, day = iso.split("-")
    return f"ngày {day}/{month}/{year}"


def _time(meeting: Meeting) -> str:
    return "" if meeting.start_ms is None else span_words(meeting.start_ms, meeting.end_ms)


def _submitted(meeting: Meeting) -> str:
    told = meeting.taken(Step.SUBMITTED)
    return "" if told is None else span_words(told.wall_ms, None)


def _count(meeting: Meeting) -> str:
    return f"{len(meeting.sites):02}" if meeting.sites else ""


_OF_MEETING: dict[str, Callable[[Meeting], str]] = {
    "legal_basis": _basis,
    "host_unit": lambda meeting: meeting.host_unit,
    "venue": lambda meeting: meeting.venue,
    "subject": lambda meeting: meeting.subject,
    "chairperson": lambda meeting: meeting.chairperson,
    "chairperson_title": lambda meeting: meeting.chairperson_title,
    "time": _time,
    "submitted": _submitted,
    "technician": lambda meeting: meeting.technician,
    "technician_phone": lambda meeting: meeting.technician_phone,
    "contact_name": lambda meeting: meeting.contact_name,
    "contact_phone": lambda meeting: meeting.contact_phone,
    "participants": lambda meeting: meeting.participants,
    "site_count": _count,
    "agenda": lambda meeting: meeting.agenda,
    "plan": lambda meeting: meeting.plan,
    "scale": lambda meeting: meeting.scale,
    "other_support": lambda meeting: meeting.other_support,
}


def _site_contact(_number: int, site: MeetingSite) -> str:
    return ", ".join(part for part in (site.contact, site.phone) if part)


_OF_SITE: dict[str, Callable[[int, MeetingSite], str]] = {
    "number": lambda number, site: str(number),
    "name": lambda number, site: site.name,
    "address": lambda number, site: site.address,
    "attendee_count": lambda number, site: "" if site.attendee_count is None else str(site.attendee_count),
    "contact": _site_contact,
    "participants": lambda number, site: site.participants,
}
