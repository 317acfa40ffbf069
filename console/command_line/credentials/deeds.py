"""Puts into the register what a command did about a site's credentials."""

import uuid

from console.events import Site
from console.log_book.office_store import OfficeStore
from console.office.security_acts import SecurityAct, SecurityDeed


def keep_deed(office: OfficeStore, site: Site, deed: SecurityDeed, person: str) -> None:
    """Keeps one deed under the name of who did it."""
    office.register.put([SecurityAct(id=uuid.uuid4().hex, deed=deed, site=site.site)], person)
