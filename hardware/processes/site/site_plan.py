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
from console.sites.invitation import SCHEME, BadInvitation, Invitation, read_invitation
from console.trouble import TroubleKind, trouble
from console.words import MAIN_SITE, SiteId
from hardware.processes.office_actions import front_facts
from hardware.processes.site.site_memory import BadMemory, SiteMemory, memory_file, recall, remember
from hardware.processes.site.site_speech import SiteWords
from hardware.signalling.client import BridgePlace, Enrolled

INVITATION_SECONDS = 600


@dataclass(frozen=True, kw_only=True)
class SitePlan:
    """Who joins where: with a credential, or with a code that is exchanged for one."""

    site: SiteId
    name: str
    number: int
    place: BridgePlace
    credential: str | None = None
    code: str | None = None
    memory: Path | None = None
    """Where a new credential is kept."""
    cameras: tuple[CameraProfile, ...] = ()
    """Those that this program drives; the main endpoint's are its bridge's business."""
    data: DataFolder | None = None
    """Where they, their presets and their passwords are kept; None: this program drives none."""

    def with_credential(self, credential: str | None) -> "SitePlan":
        """Returns the plan for another life: by the credential that a code was exchanged for."""
        return self if credential is None else replace(self, credential=credential, code=None)


def main_room_plan(data: DataFolder) -> SitePlan:
    """Returns the main room's way to its own bridge, over loopback; a stored credential is used again."""
    settings = settings_of(data)
    facts = front_facts(data, settings)
    place = BridgePlace(urls=(f"https://127.0.0.1:{facts.https_port}",), fingerprint=facts.fingerprint)
    memory = data.run / "main-room.json"
    from console.log_book.office_store import OfficeStore  # a site has no data base

    with OfficeStore(data.office_file) as office:
        main = office.sites.ensure_main(settings.main_name)
        known = _own_memory(memory)
        usable = known is not None and office.credentials.check(known.credential) is not None
        code = (
            None
            if usable
            else office.credentials.issue_invitation(MAIN_SITE, (), facts.fingerprint, INVITATION_SECONDS)
        )
    return SitePlan(
        site=MAIN_SITE,
        name=main.name,
        number=0,
        place=place,
        credential=known.credential if known and usable else None,
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
            credential=known.credential,
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


def _own_memory(memory: Path) -> SiteMemory | None:
    """Returns the main room's credential; one that cannot be read is forgotten, for the bridge beside gives another."""
    try:
        return recall(memory)
    except BadMemory:
        return None


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


def keep_credential(plan: SitePlan, words: SiteWords, enrolled: Enrolled) -> None:
    """Stores the credential that an invitation was exchanged for; says it when that cannot be done."""
    if plan.memory is None:
        return
    memory = SiteMemory(
        site=enrolled.site,
        site_name=enrolled.site_name,
        urls=plan.place.urls,
        fingerprint=plan.place.fingerprint,
        credential=enrolled.credential,
    )
    try:
        remember(plan.memory, memory)
    except OSError as error:
        # On the error stream: the other belongs to the window, where there is one.
        sys.stderr.write(words.trouble(trouble(TroubleKind.CREDENTIAL_NOT_KEPT, why=error.strerror)) + "\n")
