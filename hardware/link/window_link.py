"""A window's life with its bridge: finds it, gives it commands, loses it, finds it again, and leaves it.

Rule: no Qt, and nothing is decided here; what comes from the bridge goes to the window's callbacks at once. Every
command is a task that lives here until its receipt has come or the link is gone.
"""

import asyncio
import contextlib
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from pathlib import Path

from console.accounts.account import Failed, LoginFault
from console.accounts.standing import ConsoleStanding
from console.commands import AnyCommand
from console.effects import Receipt
from console.engine_port import SetViews
from console.lines.line_history import HistoryPage, HistoryWanted, LinesPage, LinesWanted
from console.snapshot import Delta, Whole
from console.words import Origin
from hardware.link.link_client import BridgeClient, LinkLost, LinkRefused, ReceiptMissing
from hardware.link.live_pictures import LivePictures
from hardware.link.run_file import NoBridge

FIND_BRIDGE_SECONDS = 0.1
"""Between two looks for the first bridge, which mostly starts at the same moment as its window."""


@dataclass(frozen=True, kw_only=True)
class WindowCallbacks:
    """What a window takes from its bridge; all are called on the loop that called `begin`."""

    on_whole: Callable[[Whole], None]
    """The present, after a first or a new connection or a gap: the link is not lost any more."""
    on_delta: Callable[[Delta], None]
    on_receipt: Callable[[Receipt, AnyCommand], None]
    on_lost: Callable[[], None]
    on_history: Callable[[HistoryPage | None], None] = lambda _page: None
    """A page of the past that was asked for; None: it did not come."""
    on_lines: Callable[[LinesPage], None] = lambda _page: None
    on_standing: Callable[[ConsoleStanding], None] = lambda _standing: None
    """How this console stands: whether a login is asked for, who is logged in, whether it is locked."""
    on_login: Callable[[Failed | None], None] = lambda _failed: None
    """What came of a login that was asked for; None: it is done."""


class WindowLink:
    """The link of one window; `pictures` follow the bridge that is connected."""

    def __init__(self, run_file: Path, person: str, pictures: LivePictures, callbacks: WindowCallbacks) -> None:
        self._run_file, self._person = run_file, person
        self._pictures = pictures
        self._callbacks = callbacks
        self._client = BridgeClient(
            on_whole=self._take_whole,
            on_delta=callbacks.on_delta,
            on_lost=lambda _text: callbacks.on_lost(),
            on_standing=callbacks.on_standing,
            reconnect=True,
        )
        self._finding: asyncio.Task[None] | None = None
        self._asking: set[asyncio.Task[None]] = set()
        self._reading: set[asyncio.Task[None]] = set()

    def begin(self) -> None:
        """Looks for the bridge from now on; called once, on a running loop."""
        self._finding = asyncio.get_running_loop().create_task(self._find(), name="finding the bridge")

    def ask(self, command: AnyCommand) -> None:
        """Gives a command; without a bridge nothing comes of it, and no receipt either."""
        task = asyncio.get_running_loop().create_task(self._ask(command), name="asking the bridge")
        self._asking.add(task)
        task.add_done_callback(self._asking.discard)

    @property
    def ticket(self) -> str:
        """What stands for this console's login; empty when there is none."""
        return self._client.login.ticket

    def log_in(self, account: str, password: str) -> None:
        """Proves an account; what comes of it is called back in any case."""
        self._read(self._log_in(account, password))

    def lock(self, idle: bool) -> None:  # noqa: FBT001 - the wish's one value
        """Locks this console."""
        self._client.lock(idle=idle)

    def ask_history(self, wanted: HistoryWanted) -> None:
        """Asks for a page of the lines' history; one answer comes in any case."""
        self._read(self._ask_history(wanted))

    def ask_lines(self, wanted: LinesWanted) -> None:
        """Asks for lines of the log; without a bridge nothing comes."""
        self._read(self._ask_lines(wanted))

    def _read(self, reading: Coroutine[None, None, None]) -> None:
        task = asyncio.get_running_loop().create_task(reading, name="asking for the past")
        self._reading.add(task)
        task.add_done_callback(self._reading.discard)

    def show_views(self, views: SetViews | None) -> None:
        """Names the pictures that the window shows; said again by itself to every new bridge."""
        self._client.show_views(views)

    async def end(self, last: AnyCommand | None = None) -> None:
        """Gives a last command if there is one, waits for the receipts that are still to come, and closes the link."""
        if self._finding is not None:
            self._finding.cancel()
            await asyncio.gather(self._finding, return_exceptions=True)
        if last is not None:
            self.ask(last)
        await asyncio.gather(*self._asking)
        for task in self._reading:
            task.cancel()
        await asyncio.gather(*self._reading, return_exceptions=True)
        await self._client.close()

    async def _find(self) -> None:
        while True:
            with contextlib.suppress(NoBridge, LinkRefused):
                await self._client.connect(self._run_file, self._person, Origin.WINDOW)
                return
            await asyncio.sleep(FIND_BRIDGE_SECONDS)

    async def _ask(self, command: AnyCommand) -> None:
        try:
            receipt = await self._client.ask(command)
        except (LinkLost, ReceiptMissing):
            # The window shows the lost link; what the bridge did will stand in the next snapshot.
            return
        self._callbacks.on_receipt(receipt, command)

    async def _log_in(self, account: str, password: str) -> None:
        try:
            failed = await self._client.log_in(account, password)
        except (LinkLost, TimeoutError):
            failed = Failed(LoginFault.STORE)
        self._callbacks.on_login(failed)

    async def _ask_history(self, wanted: HistoryWanted) -> None:
        try:
            page = await self._client.history(wanted)
        except (LinkLost, TimeoutError):
            page = None
        self._callbacks.on_history(page)

    async def _ask_lines(self, wanted: LinesWanted) -> None:
        with contextlib.suppress(LinkLost, TimeoutError):
            self._callbacks.on_lines(await self._client.lines(wanted))

    def _take_whole(self, whole: Whole) -> None:
        if self._client.address is not None:
            self._pictures.follow(Path(self._client.address.frames_folder))
        self._callbacks.on_whole(whole)
