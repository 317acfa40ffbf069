"""`invite SITE`: a one-time code as link, file and QR picture, or the addresses and secret for a stock client.

Rule: the secret is made last, after everything that can be wrong was looked at, and is shown once.
"""

import datetime
import ipaddress
from pathlib import Path

import segno

from console.command_line.actions import Actions, FrontFacts
from console.command_line.credentials.deeds import keep_deed
from console.command_line.exits import BadInput, Exit
from console.command_line.files import open_office, profile_of, settings_of, write_octets
from console.command_line.phrasing import Say
from console.command_line.requests import ExportCertificate, InviteSite
from console.command_line.site_names import the_site
from console.events import Site
from console.log_book.office_store import OfficeStore, wall_clock_ms
from console.office.security_acts import SecurityDeed
from console.office.security_registers import AccessConfirmation
from console.settings import Settings
from console.sites.invitation import Invitation
from console.trouble import TroubleKind, trouble
from console.words import MAIN_SITE

QR_KINDS = (".png", ".svg")
QR_SCALE = 6


def invite_site(request: InviteSite, actions: Actions) -> int:
    """Invites a site's own program, or with `--device` a stock client."""
    settings = settings_of(request.data)
    if request.qr and request.qr.suffix.lower() not in QR_KINDS:
        raise BadInput(actions.phrase(Say.QR_KIND, {"file": request.qr}))
    with open_office(request.data) as office:
        site = the_site(office.sites.all(), request.site, actions)
        _see_access(request, settings, office, site, actions)
        front = actions.front(request.data, settings)
        urls = _urls(request.address or settings.announced_addresses or front.addresses, front.https_port)
        if not urls:
            raise BadInput(actions.phrase(Say.NO_ADDRESS, {}))
        if request.device:
            keep_deed(office, site, SecurityDeed.DEVICE_SECRET, request.person)
            return _print_device(office, site, urls, front, actions)
        hours = request.hours or settings.invitation_hours
        invitation = _made(office, site, urls, front, hours * 3600, request.person)
    return _hand_over(request, site, invitation, actions)


def _see_access(request: InviteSite, settings: Settings, office: OfficeStore, site: Site, actions: Actions) -> None:
    """Sees that somebody has confirmed the conditions of access of a site's device, where the profile asks it.

    Raises `BadInput` (Đồng Nai, article 6 clause 8).
    """
    profile = profile_of(request.data, settings, actions.profiles, actions.program_version())
    article = profile.regulation.security.access_article
    if not article or site.site == MAIN_SITE:
        return
    today = datetime.date.today().isoformat()  # noqa: DTZ011 - the day of the office
    if not any(each.site == site.site and each.holds(today) for each in office.register.present(AccessConfirmation)):
        values = {"number": site.number, "name": site.name, "article": article}
        raise BadInput(trouble(TroubleKind.ACCESS_NOT_CONFIRMED, **values))


def url_of(address: str, port: int) -> str:
    """Returns the HTTPS address of a host name, an IPv4 or IPv6 address, with or without a port of its own."""
    if address.startswith("https://"):
        return address.rstrip("/")
    try:
        host = f"[{address}]" if ipaddress.ip_address(address).version == 6 else address
    except ValueError:
        host, own_port = _split_port(address)
        port = own_port or port
    return f"https://{host}:{port}"


def _split_port(address: str) -> tuple[str, int | None]:
    host, colon, digits = address.rpartition(":")
    if colon and digits.isdigit() and (host.endswith("]") or ":" not in host):
        return host, int(digits)
    return address, None


def _urls(addresses: tuple[str, ...], port: int) -> tuple[str, ...]:
    return tuple(dict.fromkeys(url_of(address, port) for address in addresses))


def _made(
    office: OfficeStore, site: Site, urls: tuple[str, ...], front: FrontFacts, seconds: int, person: str
) -> Invitation:
    expires_ms = wall_clock_ms() + seconds * 1000
    keep_deed(office, site, SecurityDeed.INVITED, person)
    return Invitation(
        site=site.site,
        site_name=site.name,
        urls=urls,
        code=office.credentials.issue_invitation(site.site, urls, front.fingerprint, seconds),
        fingerprint=front.fingerprint,
        expires_ms=expires_ms,
    )


def _hand_over(request: InviteSite, site: Site, invitation: Invitation, actions: Actions) -> int:
    until = datetime.datetime.fromtimestamp(invitation.expires_ms / 1000).astimezone()
    shown = [
        (Say.INVITED, {"number": site.number, "name": site.name, "until": f"{until:%d.%m.%Y %H:%M}"}),
        (Say.CODE, {"code": invitation.code}),
        (Say.LINK, {"link": invitation.to_link()}),
        (Say.FINGERPRINT, {"fingerprint": invitation.fingerprint}),
        *((Say.ADDRESS, {"url": url}) for url in invitation.urls),
        # The code stands behind the "#": a browser sends that part to nobody.
        *((Say.BROWSER, {"link": f"{url}/join#{invitation.code}"}) for url in invitation.urls),
    ]
    for kind, values in shown:
        print(actions.phrase(kind, dict[str, object](values)))
    if request.out:
        write_octets(request.out, invitation.to_json(), private=True)
        print(actions.phrase(Say.WRITTEN, {"file": request.out}))
    if request.qr:
        _write_qr(request.qr, invitation.to_link())
        print(actions.phrase(Say.WRITTEN, {"file": request.qr}))
    return Exit.DONE


def _write_qr(path: Path, link: str) -> None:
    from io import BytesIO

    picture = BytesIO()
    segno.make_qr(link, error="m").save(picture, kind=path.suffix.lower()[1:], scale=QR_SCALE, border=4)
    write_octets(path, picture.getvalue(), private=True)


def _print_device(office: OfficeStore, site: Site, urls: tuple[str, ...], front: FrontFacts, actions: Actions) -> int:
    secret = office.credentials.issue_device_secret(site.site)
    print(actions.phrase(Say.DEVICE, {"number": site.number, "name": site.name}))
    for url in urls:
        print(actions.phrase(Say.WHIP, {"url": f"{url}/whip/{site.site}"}))
        print(actions.phrase(Say.WHEP, {"url": f"{url}/whep/{site.site}"}))
    print(actions.phrase(Say.BEARER, {"secret": secret}))
    print(actions.phrase(Say.FINGERPRINT, {"fingerprint": front.fingerprint}))
    if not front.bridge_runs:
        print(actions.phrase(Say.PORT_OF_SETTINGS, {"port": front.https_port}))
    return Exit.DONE


def export_certificate(request: ExportCertificate, actions: Actions) -> int:
    """Prints the bridge's certificate, or writes it for a client that insists on having it installed."""
    front = actions.front(request.data, settings_of(request.data))
    if request.out is None:
        print(front.certificate_pem.decode().rstrip())
        return Exit.DONE
    write_octets(request.out, front.certificate_pem)
    print(actions.phrase(Say.WRITTEN, {"file": request.out}))
    print(actions.phrase(Say.FINGERPRINT, {"fingerprint": front.fingerprint}))
    return Exit.DONE
