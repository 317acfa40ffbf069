"""What the command line needs of the front and the link: certificate, addresses, a link to the running bridge.

Rule: errors become the command line's own kinds, each one sentence for the person who typed.
"""

import contextlib
import datetime
import ipaddress
from collections.abc import AsyncGenerator, AsyncIterator, Generator

from console.accounts.account import Failed
from console.command_line.accounts.login_file import kept_ticket
from console.command_line.actions import BridgeClient, FrontFacts
from console.command_line.exits import BadInput, BridgeLost, NoBridgeRuns
from console.commands import AnyCommand
from console.data_folder import DataFolder
from console.effects import Receipt
from console.settings import Settings
from console.snapshot import Delta, Whole
from console.trouble import TroubleKind, trouble
from console.words import Origin
from hardware.link import link_client
from hardware.link.run_file import NoBridge, read_run_file, run_file_of


def front_facts(data: DataFolder, settings: Settings) -> FrontFacts:
    """Returns what a site must know of the front; a running bridge's port counts before the settings' one."""
    # Loaded here alone: a command to a running bridge starts in half the time without it.
    from hardware.signalling.certificate import CertificateUnusable, load_or_make

    try:
        certificate = load_or_make(
            data.certificate, settings.announced_addresses, today=datetime.datetime.now(datetime.UTC)
        )
    except CertificateUnusable as error:
        raise BadInput(error.trouble or str(error)) from error
    except OSError as error:
        why = trouble(TroubleKind.FILE_UNWRITABLE, path=data.certificate, why=error.strerror)
        raise BadInput(why) from error
    running_port = _running_port(data)
    return FrontFacts(
        fingerprint=certificate.fingerprint,
        certificate_pem=certificate.pem,
        https_port=running_port or settings.https_port,
        bridge_runs=bool(running_port),
        addresses=own_addresses(),
    )


def own_addresses() -> tuple[str, ...]:
    """Returns this machine's addresses that others may reach, or loopback on a machine without a network."""
    from aioice.ice import get_host_addresses

    found = [address for address in get_host_addresses(use_ipv4=True, use_ipv6=True) if _reachable(address)]
    return tuple(found) or ("127.0.0.1",)


def _reachable(address: str) -> bool:
    parsed = ipaddress.ip_address(address)
    return not (parsed.is_loopback or parsed.is_link_local)


def _running_port(data: DataFolder) -> int | None:
    with contextlib.suppress(NoBridge):
        return read_run_file(run_file_of(data.root)).https_port
    return None


class CommandLineLink:
    """A link whose errors are the command line's."""

    def __init__(self, client: link_client.BridgeClient) -> None:
        self._client = client

    @property
    def locked(self) -> bool:
        """Tells whether commands want a login that this link has not got."""
        return self._client.login.standing.locked

    async def log_in(self, account: str, password: str) -> Failed | None:
        """Proves an account for this link; returns why not. Raises `BridgeLost`."""
        with _as_lost():
            return await self._client.log_in(account, password)

    async def ask(self, command: AnyCommand) -> Receipt:
        """Gives a command and returns its receipt; raises `BridgeLost`."""
        with _as_lost():
            return await self._client.ask(command)

    async def whole(self) -> Whole:
        """Returns the whole snapshot; raises `BridgeLost`."""
        with _as_lost():
            return await self._client.whole()

    async def follow(self) -> AsyncIterator[Whole | Delta]:
        """Yields the whole, then deltas without a gap; raises `BridgeLost` when the bridge goes away."""
        with _as_lost():
            async for item in self._client.follow():
                yield item
        raise BridgeLost(trouble(TroubleKind.BRIDGE_WENT_AWAY))


@contextlib.asynccontextmanager
async def connect(data: DataFolder, person: str) -> AsyncGenerator[BridgeClient]:
    """Opens a link to the folder's bridge under the login that is kept there; raises `NoBridgeRuns`, `BridgeLost`."""
    client = link_client.BridgeClient(ticket=kept_ticket(data))
    try:
        await client.connect(run_file_of(data.root), person, Origin.COMMAND_LINE)
    except NoBridge as error:
        raise NoBridgeRuns(error.trouble or str(error)) from error
    except link_client.LinkRefused as error:
        raise BridgeLost(trouble(TroubleKind.BRIDGE_REFUSES_LINK, why=error)) from error
    try:
        yield CommandLineLink(client)
    finally:
        await client.close()


@contextlib.contextmanager
def _as_lost() -> Generator[None]:
    try:
        yield
    except link_client.LinkRefused as error:
        raise BridgeLost(trouble(TroubleKind.BRIDGE_REFUSES_LINK, why=error)) from error
    except link_client.LinkLost as error:
        raise BridgeLost(trouble(TroubleKind.BRIDGE_WENT_AWAY)) from error
    except (link_client.ReceiptMissing, TimeoutError) as error:
        raise BridgeLost(trouble(TroubleKind.BRIDGE_ANSWERS_LATE)) from error
