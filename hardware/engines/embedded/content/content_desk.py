"""The driver's side of content: starts the player that is wanted, ends it when that changes, speaks for a dead one."""

import secrets
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import msgspec

from console.content.content_port import ContentFault, ContentOver, ContentSource, SetContent
from console.engine_base import Report
from hardware.engines.embedded.content.content_words import ContentOrders, ContentReady
from hardware.engines.embedded.link import ConnectDoorway, LinkEnd

_decoder: msgspec.json.Decoder[ContentOver] = msgspec.json.Decoder(ContentOver)


@dataclass(slots=True)
class ContentDesk:
    """The player of one driver; used on its loop. `tell` takes reports for the engine port."""

    command: Sequence[str]
    tell: Callable[[Report], None]
    link_port: int = 0
    doorway: ConnectDoorway | None = None
    _source: ContentSource | None = None
    _token: str = ""
    _process: subprocess.Popen[bytes] | None = None
    _link: LinkEnd | None = None
    _leaving: list[subprocess.Popen[bytes]] = field(default_factory=list)

    def set_content(self, verb: SetContent) -> None:
        """Ends what plays and plays what is wanted."""
        if verb.source == self._source:
            return
        self._let_go()
        self._source = verb.source
        if verb.source is not None and self.doorway is None:
            self._over(ContentFault.PLAYER_GONE, "")
        elif verb.source is not None and self.doorway is not None:
            self._launch(verb.source, self.doorway)

    def _launch(self, source: ContentSource, doorway: ConnectDoorway) -> None:
        self._token = secrets.token_hex(16)
        orders = ContentOrders(
            link_port=self.link_port,
            token=self._token,
            doorway_port=doorway.port,
            doorway_token=doorway.token,
            number=source.number,
            path=source.path,
            window=source.window,
            screen=source.screen,
        )
        flags = subprocess.CREATE_NEW_PROCESS_GROUP if sys.platform == "win32" else 0
        try:
            self._process = subprocess.Popen(
                self.command, stdin=subprocess.PIPE, start_new_session=sys.platform != "win32", creationflags=flags
            )
            assert self._process.stdin is not None
            self._process.stdin.write(msgspec.json.encode(orders) + b"\n")
            self._process.stdin.close()
        except OSError as error:
            self._over(ContentFault.PLAYER_GONE, error.strerror or str(error))

    def adopt(self, link: LinkEnd, ready: ContentReady) -> bool:
        """Takes the link of the player that proved its token; False: it is none of ours."""
        if not self._token or ready.token != self._token or self._link is not None:
            return False
        self._link = link
        link.hand_over(self._frames_arrived, self._link_ended)
        return True

    def _link_ended(self, link: LinkEnd) -> None:
        if link is self._link:
            self._link = None

    def _frames_arrived(self, link: LinkEnd, frames: list[bytes]) -> None:
        if link is not self._link:
            return
        try:
            over: ContentOver = _decoder.decode(frames[0])
        except msgspec.DecodeError:
            self._over(ContentFault.PLAYER_GONE, "")
            return
        self._over(over.fault, over.text)

    def _over(self, fault: ContentFault, text: str) -> None:
        source = self._source
        self._let_go()
        self._source = None
        if source is not None:
            at_ms = time.monotonic_ns() // 1_000_000
            self.tell(ContentOver(at_ms=at_ms, number=source.number, fault=fault, text=text))

    def _let_go(self) -> None:
        """Leaves the present player to end by itself: its links close."""
        if self._link is not None:
            self._link.close()
        if self._process is not None:
            self._leaving.append(self._process)
        self._process, self._link, self._token = None, None, ""

    def tick(self) -> None:
        """Looks after the player, a few times a second."""
        # Its last word may still be on the way while its link is there.
        if self._process is not None and self._link is None and self._process.poll() is not None:
            self._over(ContentFault.PLAYER_GONE, f"exit code {self._process.returncode}")
        self._leaving = [process for process in self._leaving if process.poll() is None]

    def close(self) -> None:
        """Ends whatever plays."""
        self._let_go()
        for process in self._leaving:
            process.kill()
            process.wait(2.0)
