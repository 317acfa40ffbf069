"""Runs a bad line as a process of its own: `python -m hardware.simulator.lines.bad_line_process --listen … --to …`.

Rule: the first line on standard output is the relay's address; every order on standard input (`set`, `rebind`,
`counters`) is answered by one line with the counters, or with one sentence when it cannot be understood.
"""

import argparse
import asyncio

import msgspec

from hardware.link.standard_lines import lines_of_standard_input, say
from hardware.simulator.lines.bad_line import Address, BadLine, LineSettings
from hardware.simulator.lines.line_model import LineConditions, LineCounters


class LineOrder(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="do", tag=str.lower):
    """Base of what a bad line can be told."""


class Set(LineOrder):
    """Changes the conditions of the directions that are given."""

    up: LineConditions | None = None
    down: LineConditions | None = None


class Rebind(LineOrder):
    """Gives every client a new port towards the bridge."""


class Counters(LineOrder):
    """Asks for the counters."""


AnyLineOrder = Set | Rebind | Counters


class Listening(msgspec.Struct, frozen=True, kw_only=True):
    """First answer: where the relay listens."""

    host: str
    port: int


class Passed(msgspec.Struct, frozen=True, kw_only=True):
    """Answer to an order: what became of the datagrams so far."""

    up: LineCounters
    down: LineCounters


class NotUnderstood(msgspec.Struct, frozen=True, kw_only=True):
    """Answer to a line that is no order."""

    error: str


def obey(line: BadLine, order: AnyLineOrder) -> Passed:
    """Carries out one order."""
    match order:
        case Set():
            line.set_conditions(up=order.up, down=order.down)
        case Rebind():
            line.rebind()
        case Counters():
            pass
    up, down = line.counters()
    return Passed(up=up, down=down)


async def run(settings: LineSettings) -> None:
    """Relays until standard input ends."""
    line = BadLine(settings)
    host, port = await line.start()
    say(Listening(host=host, port=port))
    try:
        async for text in lines_of_standard_input():
            try:
                order = msgspec.json.decode(text, type=AnyLineOrder)
            except msgspec.DecodeError as error:
                say(NotUnderstood(error=f"This is no order for a bad line: {error}."))
            else:
                say(obey(line, order))
    finally:
        line.close()


def address(text: str) -> Address:
    """Reads HOST:PORT, the host in brackets when it is IPv6.

    Raises argparse.ArgumentTypeError for anything else.
    """
    host, _, port = text.rpartition(":")
    if not host or not port.isdecimal() or int(port) > 65535:
        raise argparse.ArgumentTypeError(f"{text!r} is not HOST:PORT")
    return host.strip("[]"), int(port)


def conditions(text: str) -> LineConditions:
    """Reads the JSON of one direction's conditions.

    Raises argparse.ArgumentTypeError with what is wrong.
    """
    try:
        return msgspec.json.decode(text, type=LineConditions)
    except msgspec.DecodeError as error:
        raise argparse.ArgumentTypeError(str(error)) from None


def argument_table() -> argparse.ArgumentParser:
    """Returns the table of arguments."""
    table = argparse.ArgumentParser(description="A bad line: a UDP relay that loses, delays and reorders.")
    table.add_argument("--listen", type=address, required=True, metavar="HOST:PORT", help="where sites send to")
    table.add_argument("--to", type=address, required=True, metavar="HOST:PORT", help="the bridge's media port")
    table.add_argument("--up", type=conditions, default=LineConditions(), help="conditions towards the bridge, JSON")
    table.add_argument("--down", type=conditions, default=LineConditions(), help="conditions back, JSON")
    table.add_argument("--seed", type=int, default=0, help="the same seed makes the same decisions")
    table.add_argument("--forget-seconds", type=float, help="a NAT forgets an idle client after this time")
    return table


def main() -> None:
    """Runs the process."""
    chosen = argument_table().parse_args()
    settings = LineSettings(
        listen=chosen.listen,
        bridge=chosen.to,
        up=chosen.up,
        down=chosen.down,
        seed=chosen.seed,
        forget_seconds=chosen.forget_seconds,
    )
    asyncio.run(run(settings))


if __name__ == "__main__":
    main()
