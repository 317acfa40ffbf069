"""A camera on a serial line as a `Wire`: one port for all cameras of the line, opened again whenever it went away.

Rules: a port is opened once in this program, whoever has a camera on it, and for this program alone where the system
can do so; opening it, which may take its time, happens beside the loop. A port that is pulled out is named in the log
once, and looked for until it is back.
"""

import asyncio
import contextlib
import logging
from typing import Final
from weakref import WeakKeyDictionary

import serial
import serial_asyncio_fast

from hardware.cameras.visca.serial_turns import SerialTurns
from hardware.cameras.visca.wires import FIRST_WAIT_SECONDS, LONGEST_WAIT_SECONDS, WireEvents

MOST_CAMERAS: Final = 7

_log = logging.getLogger(__name__)


class SerialWire:
    """The way to one camera of a line."""

    def __init__(self, port: str, address: int, baud: int, gap_seconds: float = 0.0) -> None:
        """`port` is `COM3` or `/dev/ttyUSB0`; `address` 1 to 7 in the order of the cable."""
        self._port, self._address, self._baud, self._gap = port, address, baud, gap_seconds
        self._line: SerialLine | None = None

    def open(self, events: WireEvents) -> None:
        """Joins the line, which is opened by its first camera."""
        self._line = SerialLine.of(self._port, self._baud, self._gap)
        self._line.join(self._address, events)

    def send(self, octets: bytes) -> None:
        """Puts a packet into the line's turns."""
        if self._line is not None:
            self._line.send(self._address, octets)

    def renew(self) -> None:
        """Lets addresses be given anew: a camera that was without power has lost its own."""
        if self._line is not None:
            self._line.give_addresses_again()

    def close(self) -> None:
        """Leaves the line; the last one closes the port after what was sent."""
        if self._line is not None:
            self._line.leave(self._address)
            self._line = None


class SerialLine(asyncio.Protocol):
    """One open port and the cameras on it; lives on the running event loop."""

    _open: "WeakKeyDictionary[asyncio.AbstractEventLoop, dict[str, SerialLine]]" = WeakKeyDictionary()

    def __init__(self, port: str, baud: int, gap_seconds: float) -> None:
        self._port, self._baud = port, baud
        self._loop = asyncio.get_running_loop()
        self._turns = SerialTurns(baud, gap_seconds)
        self._cameras: dict[int, WireEvents] = {}
        self._transport: asyncio.Transport | None = None
        self._gone: asyncio.Future[None] | None = None
        self._timer: asyncio.TimerHandle | None = None
        self._life = asyncio.create_task(self._live(), name=f"serial line {port}")

    @classmethod
    def of(cls, port: str, baud: int, gap_seconds: float) -> "SerialLine":
        """Returns this loop's line at a port."""
        lines = cls._open.setdefault(asyncio.get_running_loop(), {})
        if port not in lines:
            lines[port] = SerialLine(port, baud, gap_seconds)
        return lines[port]

    # ------------------------------------------------------------ cameras

    def join(self, address: int, events: WireEvents) -> None:
        """Adds a camera; what comes from its address goes to it alone."""
        self._cameras[address] = events
        if self._transport is not None:
            self._loop.call_soon(events.connected)

    def leave(self, address: int) -> None:
        """Takes a camera off."""
        self._cameras.pop(address, None)
        if self._cameras:
            return
        self._open.get(self._loop, {}).pop(self._port, None)
        self._loop.create_task(self._end(), name=f"end of serial line {self._port}")

    async def _end(self) -> None:
        """Lets the last packets, which are stops, go through, and closes the port."""
        if self._transport is not None:
            await asyncio.sleep(self._turns.rest_seconds)
        self._life.cancel()
        if self._timer is not None:
            self._timer.cancel()
        if self._transport is not None:
            self._transport.close()

    def send(self, address: int, packet: bytes) -> None:
        """Sends in the camera's turn; nothing is kept for a port that is not open."""
        if self._transport is not None:
            self._turns.send(address, packet, self._loop.time())
            self._transmit()

    def give_addresses_again(self) -> None:
        """Gives addresses anew."""
        if self._transport is not None:
            self._turns.give_addresses_again(self._loop.time())
            self._transmit()

    # ------------------------------------------------------------ the port

    async def _live(self) -> None:
        wait, told = FIRST_WAIT_SECONDS, False
        while True:
            try:
                port = await asyncio.to_thread(self._open_port)
                self._gone = self._loop.create_future()
                await serial_asyncio_fast.connection_for_serial(self._loop, lambda: self, port)  # pyright: ignore[reportUnknownMemberType]
                wait, told = FIRST_WAIT_SECONDS, False
                await self._gone
                _log.warning("The serial port %s is gone; it is looked for until it is back.", self._port)
                told = True
            except (serial.SerialException, OSError, ValueError) as error:
                if not told:
                    _log.warning("The serial port %s cannot be opened (%s); it is tried again.", self._port, error)
                told = True
            for events in tuple(self._cameras.values()):
                events.lost()
            await asyncio.sleep(wait)
            wait = min(wait * 2, LONGEST_WAIT_SECONDS)

    def _open_port(self) -> serial.Serial:
        with contextlib.suppress(ValueError):
            return serial.Serial(self._port, self._baud, exclusive=True)
        # Windows opens every port for one program alone and knows no such argument.
        return serial.Serial(self._port, self._baud)

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """The port is open: addresses first, then every camera may begin."""
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport
        self._turns.open(self._loop.time())
        self._transmit()
        for events in tuple(self._cameras.values()):
            events.connected()

    def data_received(self, data: bytes) -> None:
        """Hands every answer to the camera that it is for."""
        packets = self._turns.receive(data, self._loop.time())
        self._transmit()
        for address, packet in packets:
            events = self._cameras.get(address)
            if events is not None:
                events.received(packet)

    def connection_lost(self, exc: Exception | None) -> None:
        """The port is gone: pulled out, or closed by us."""
        self._transport = None
        if self._gone is not None and not self._gone.done():
            self._gone.set_result(None)

    def _tick(self) -> None:
        self._timer = None
        self._turns.tick(self._loop.time())
        self._transmit()

    def _transmit(self) -> None:
        if self._transport is not None:
            for octets in self._turns.take_outgoing():
                self._transport.write(octets)
        if self._timer is not None:
            self._timer.cancel()
        due = self._turns.next_due()
        self._timer = None if due is None else self._loop.call_at(max(due, self._loop.time()), self._tick)
