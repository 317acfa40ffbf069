"""Numbers as they are typed: what is wrong with one becomes a sentence in the reader's language."""

import argparse
from collections.abc import Callable

from console.command_line.speaking_parser import told


def whole_number(text: str) -> int:
    """Returns the number that was typed; argparse prints what is wrong with it."""
    try:
        return int(text)
    except ValueError:
        raise argparse.ArgumentTypeError(told("“{text}” is no number", text=text)) from None


def between(least: int, most: int) -> Callable[[str], int]:
    """Returns what takes a whole number from `least` to `most`."""

    def number(text: str) -> int:
        value = whole_number(text)
        if not least <= value <= most:
            raise argparse.ArgumentTypeError(
                told("{value} is not between {least} and {most}", value=value, least=least, most=most)
            )
        return value

    return number
