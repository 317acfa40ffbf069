"""Joins a meeting through a bad line of the site's own: a relay stands before every address that the bridge answers.

Rule: nothing of offer and answer is changed but their candidates (RFC 8839 section 5.1): the site's are left out, so
that nothing leads past the relay, the bridge's are the relay's. It ends with the connection that it was made for.
"""

from hardware.endpoint.ports import Joiner
from hardware.simulator.lines.bad_line import Address, BadLine, LineSettings
from hardware.simulator.lines.line_model import LineConditions

HOST_WORD, PORT_WORD = 4, 5
LOOPBACK = "127.0.0.1"


class RelayedJoiner:
    """Implements `Joiner`; both directions of the line behave alike at first."""

    def __init__(self, joiner: Joiner, conditions: LineConditions, seed: int) -> None:
        self._joiner, self._seed = joiner, seed
        self._up = self._down = conditions
        self._relays: list[BadLine] = []

    def set_conditions(self, *, up: LineConditions | None = None, down: LineConditions | None = None) -> None:
        """Changes the directions that are given, for this connection and those to come."""
        self._up, self._down = up or self._up, down or self._down
        for relay in self._relays:
            relay.set_conditions(up=up, down=down)

    async def join(self, offer_sdp: str) -> str:
        """Returns the bridge's answer with the relays' addresses in place of the bridge's."""
        offered = offer_sdp.splitlines()
        kept = (line for line in offered if not line.startswith("a=candidate:"))
        answer = await self._joiner.join("".join(f"{line}\r\n" for line in kept))
        self._close()
        lines = answer.splitlines()
        relays = {address: await self._relay(address) for address in dict.fromkeys(filter(None, map(_address, lines)))}
        return "".join(f"{_through(line, relays)}\r\n" for line in lines)

    async def is_held(self) -> bool | None:
        """Tells whether the bridge still has the newest connection."""
        return await self._joiner.is_held()

    async def leave(self) -> None:
        """Takes leave of the bridge and ends the relays."""
        await self._joiner.leave()
        self._close()

    async def _relay(self, bridge: Address) -> Address:
        host = "::1" if ":" in bridge[0] else LOOPBACK
        settings = LineSettings(listen=(host, 0), bridge=bridge, up=self._up, down=self._down, seed=self._seed)
        relay = BadLine(settings)
        self._relays.append(relay)
        return await relay.start()

    def _close(self) -> None:
        for relay in self._relays:
            relay.close()
        self._relays.clear()


def _address(line: str) -> Address | None:
    words = line.split()
    if not line.startswith("a=candidate:") or len(words) <= PORT_WORD:
        return None
    return words[HOST_WORD], int(words[PORT_WORD])


def _through(line: str, relays: dict[Address, Address]) -> str:
    address = _address(line)
    if address is None:
        return line
    words = line.split()
    words[HOST_WORD], words[PORT_WORD] = relays[address][0], str(relays[address][1])
    return " ".join(words)
