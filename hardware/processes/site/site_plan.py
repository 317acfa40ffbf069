"""Who joins where: a satellite by an invitation or as before, the main room through its own bridge's folder.

Rule: what a person gave and what the folder holds is judged here, before anything is opened; every refusal is one
sentence.
"""

import sys
from dataclasses import dataclass, replace
from pathlib import Path

from console.cameras.camera_profile import CameraProfile
from console.command_line.exits import BadInput
from console.command_line.files import cameras_of, settings_of
from console.data_folder import DataFolder
from console.ports_identity import CredentialBook
from console.sites.invitation import SCHEME, BadInvitation, Invitation, read_invitation
from console.trouble import TroubleKind, trouble
from console.words import MAIN_SITE, SiteId
from hardware.processes.office_actions import front_facts
from hardware.processes.site.site_memory import (
    BadMemory,
    SiteMemory,
    credential_of,
    memory_file,
    recall,
    remember_credential,
)
from hardware.processes.site.site_speech import SiteWords
from hardware.signalling.client import BridgePlace, Credential, Enrolled
from hardware.signalling.site_key import SiteKey

INVITATION_SECONDS = 600


@dataclass(frozen=True, kw_only=True)
class SitePlan:
    """Who joins where: with a credential, or with a code by which a new key is made known."""

    site: SiteId
    name: str
    number: int
    place: BridgePlace
    credential: Credential | None = None
    expires_ms: int | None = None
    """When the credential ends (ms, UTC); None: not by itself, or not known."""
    code: str | None = None
    memory: Path | None = None
    """Where a new credential is kept."""
    cameras: tuple[CameraProfile, ...] = ()
    """Those that this program drives; the main endpoint's are its bridge's business."""
    data: DataFolder | None = None
    """Where they, their presets and their passwords are kept; None: this program drives none."""

    def with_credential(self, credential: Credential | None, expires_ms: int | None) -> "SitePlan":
        """Returns the plan for another life: by the credential that the last one ended with."""
        if credential is None:
            return self
        return replace(self, credential=credential, expires_ms=expires_ms, code=None)


def main_room_plan(data: DataFolder) -> SitePlan:
    """Returns the main room's way to its own bridge, over loopback; a stored credential is used again."""
    settings = settings_of(data)
    facts = front_facts(data, settings)
    place = BridgePlace(urls=(f"https://127.0.0.1:{facts.https_port}",), fingerprint=facts.fingerprint)
    memory = data.run / "main-room.json"
    from console.log_book.office_store import OfficeStore  # a site has no data base

    with OfficeStore(data.office_file) as office:
        main = office.sites.ensure_main(settings.main_name)
        credential, expires_ms = _own_credential(memory)
        if credential is not None and not _is_good(office.credentials, credential):
            credential = None
        code = (
            None
            if credential is not None
            else office.credentials.issue_invitation(MAIN_SITE, (), facts.fingerprint, INVITATION_SECONDS)
        )
    return SitePlan(
        site=MAIN_SITE,
        name=main.name,
        number=0,
        place=place,
        credential=credential,
        expires_ms=expires_ms,
        code=code,
        memory=memory,
    )


def site_plan(data: DataFolder, invitation: str | None) -> SitePlan:
    """Returns a satellite's way to its bridge: by an invitation (a file, a link, its text), or as it joined before.

    Raises `BadInput`.
    """
    memory = memory_file(data.root)
    if invitation is None:
        known = _known(memory)
        if known is None:
            raise BadInput(trouble(TroubleKind.NOT_JOINED_YET))
        place = BridgePlace(urls=known.urls, fingerprint=known.fingerprint)
        return SitePlan(
            site=known.site,
            name=known.site_name,
            number=_number(known.site),
            place=place,
            credential=_credential(known, memory),
            expires_ms=known.expires_ms,
            memory=memory,
            cameras=cameras_of(data),
            data=data,
        )
    invited = _invitation(invitation)
    place = BridgePlace(urls=invited.urls, fingerprint=invited.fingerprint)
    return SitePlan(
        site=invited.site,
        name=invited.site_name,
        number=_number(invited.site),
        place=place,
        code=invited.code,
        memory=memory,
        cameras=cameras_of(data),
        data=data,
    )


def _own_credential(memory: Path) -> tuple[Credential | None, int | None]:
    """Returns the main room's credential and its end; one that cannot be read is forgotten: another will be given."""
    try:
        known = recall(memory)
        return (None, None) if known is None else (credential_of(known, memory), known.expires_ms)
    except BadMemory:
        return None, None


def _is_good(book: CredentialBook, credential: Credential) -> bool:
    admitted = book.check_key(credential.public) if isinstance(credential, SiteKey) else book.check(credential)
    return admitted is not None


def _credential(known: SiteMemory, memory: Path) -> Credential:
    try:
        return credential_of(known, memory)
    except BadMemory as error:
        raise BadInput(error.trouble or str(error)) from error


def _known(memory: Path) -> SiteMemory | None:
    try:
        return recall(memory)
    except BadMemory as error:
        raise BadInput(error.trouble or str(error)) from error


def _invitation(text: str) -> Invitation:
    try:
        path = Path(text)
        if not path.is_file() and not text.lstrip().startswith((f"{SCHEME}:", "{")):
            raise BadInput(trouble(TroubleKind.FILE_MISSING, path=text))
        return read_invitation(path.read_text(encoding="utf-8") if path.is_file() else text)
    except BadInvitation as error:
        raise BadInput(error.trouble or str(error)) from error
    except (OSError, UnicodeDecodeError) as error:
        raise BadInput(trouble(TroubleKind.FILE_UNREADABLE, path=text, why=error)) from error


def _number(site: SiteId) -> int:
    digits = "".join(character for character in site if character.isdigit())
    return int(digits) if digits else 0


def keep_credential(plan: SitePlan, words: SiteWords, enrolled: Enrolled) -> bool:
    """Stores a new credential and returns whether that could be done; says it when not."""
    if plan.memory is None:
        return False
    memory = SiteMemory(
        site=enrolled.site,
        site_name=enrolled.site_name or plan.name,
        urls=plan.place.urls,
        fingerprint=plan.place.fingerprint,
    )
    try:
        remember_credential(plan.memory, memory, enrolled)
    except OSError as error:
        # On the error stream: the other belongs to the window, where there is one.
        sys.stderr.write(words.trouble(trouble(TroubleKind.CREDENTIAL_NOT_KEPT, why=error.strerror)) + "\n")
        return False
    return True
