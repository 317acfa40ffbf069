"""The orders with which the bridge starts a process of its engine: one line on standard input."""

import sys
from typing import TypeVar

import msgspec

NOT_ORDERED = 2
"""Exit code of a process that nobody has given orders to."""

Orders = TypeVar("Orders")


def read_orders(form: type[Orders], otherwise: str) -> Orders | None:
    """Waits for the orders; says `otherwise` to the person who started the process by hand, and returns None."""
    line = sys.stdin.buffer.readline()
    try:
        return msgspec.json.decode(line, type=form)
    except msgspec.DecodeError:
        print(otherwise, file=sys.stderr)  # noqa: T201
        return None
