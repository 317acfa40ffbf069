"""What security asks for now: devices that nobody checked before use, weak points to mend, checks and rights that end.

Rules: a device is asked about while it stands ready for use (it was handed over, or somebody repaired or replaced it)
and no check of that kind is noted since; devices of one site are one line. What the profile does not ask reminds
nobody. Sources: Đồng Nai articles 6.1, 8.3c and 16.5; Bình Định article 6.7.
"""

from collections.abc import Iterable, Iterator

import msgspec

from console.office.places import Device, DeviceKind
from console.office.registers import Care, EquipmentCare
from console.office.security_registers import AccessConfirmation, SecurityLevel, SecurityReview
from console.regulation.calendar import Day
from console.regulation.province import Security
from console.words import SiteId

TERMINALS = frozenset({DeviceKind.CAMERA, DeviceKind.CONNECTOR, DeviceKind.COMPUTER})
"""What the text calls end devices."""
RENEWING = frozenset({Care.REPAIR, Care.REPLACEMENT})
"""After these a device counts as new (Đồng Nai, article 16 clause 5)."""
NAMED = 3
"""Devices that are named in one line; the others are counted."""


class SecurityDue(msgspec.Struct, frozen=True, kw_only=True):
    """One thing to do; `id` is the record where it is done, `care` the check that a device lacks."""

    record: type[Device | SecurityReview | SecurityLevel | AccessConfirmation]
    id: str
    subject: str
    day: str
    """Until when, as an ISO date."""
    care: Care | None = None
    article: str = ""


def unchecked_devices(
    devices: Iterable[Device], care: Iterable[EquipmentCare], security: Security, today: Day
) -> tuple[SecurityDue, ...]:
    """Returns for each site and kind of check which end devices lack it."""
    asked = [
        kind
        for kind, wanted in ((Care.SECURITY_CHECK, security.device_check_by), (Care.CONFORMITY, security.standard))
        if wanted is not None
    ]
    if not asked:
        return ()
    lines: dict[str, list[EquipmentCare]] = {}
    for line in care:
        lines.setdefault(line.device, []).append(line)
    lacking: dict[tuple[SiteId, Care], list[tuple[str, Device]]] = {}
    for device in devices:
        if device.kind in TERMINALS:
            own = lines.get(device.id, [])
            for kind in asked:
                since = _ready_since(device, own, kind)
                if since is not None and not any(line.care is kind and line.day >= since for line in own):
                    lacking.setdefault((device.site, kind), []).append((since, device))
    return tuple(_of_site(found, kind, security.article, today) for (_, kind), found in lacking.items())


def _ready_since(device: Device, care: Iterable[EquipmentCare], kind: Care) -> str | None:
    """Returns since when a device stands ready for use, None while nobody says so."""
    renewed = [line.day for line in care if line.care in RENEWING and kind is Care.SECURITY_CHECK]
    return max((day for day in (device.handed_over, *renewed) if day), default=None)


def _of_site(found: list[tuple[str, Device]], kind: Care, article: str, today: Day) -> SecurityDue:
    first = min(since for since, _ in found)
    names = ", ".join(device.name for _, device in found[:NAMED])
    more = f" (+{len(found) - NAMED})" if len(found) > NAMED else ""
    return SecurityDue(
        record=Device,
        id=found[0][1].id,
        subject=f"{names}{more}",
        day=first or today.isoformat(),
        care=kind,
        article=article,
    )


def days_of_reviews(reviews: Iterable[SecurityReview]) -> Iterator[SecurityDue]:
    """Yields weak points that are not mended yet, and the next check of each kind and site."""
    newest: dict[tuple[object, object], SecurityReview] = {}
    for review in sorted(reviews, key=lambda each: each.day):
        if review.fix_until and not review.fixed_on:
            weak = review.weak_points.splitlines()
            subject = weak[0] if weak else review.done_by
            yield SecurityDue(record=SecurityReview, id=review.id, subject=subject, day=review.fix_until)
        newest[review.review_kind, review.site] = review
    for review in newest.values():
        if review.next_on:
            yield SecurityDue(record=SecurityReview, id=review.id, subject=review.done_by, day=review.next_on)


def days_of_rights(levels: Iterable[SecurityLevel], access: Iterable[AccessConfirmation]) -> Iterator[SecurityDue]:
    """Yields levels that are to be looked at again, and confirmed devices whose confirmation ends."""
    for level in levels:
        if level.review_on:
            yield SecurityDue(record=SecurityLevel, id=level.id, subject=level.system, day=level.review_on)
    for confirmed in access:
        if confirmed.valid_to:
            yield SecurityDue(
                record=AccessConfirmation, id=confirmed.id, subject=confirmed.device_name, day=confirmed.valid_to
            )
