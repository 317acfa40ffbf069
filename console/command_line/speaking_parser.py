"""An argument parser whose help and errors come out in the reader's language.

Rule: the tables of arguments are English and load nothing; words are asked for when help or an error is printed, and
only then. argparse takes its own fixed words ("usage: ", "expected one argument") from the gettext functions that it
imported under these two names; while a line is parsed, they are ours.
"""

import argparse
import contextlib
import io
import sys
from collections.abc import Callable, Generator, Iterable
from contextvars import ContextVar
from typing import Any

Tell = Callable[[str], str]
"""Returns an English text of the command line in the reader's language."""


def as_it_is(text: str) -> str:
    """Returns the English text."""
    return text


_tell: ContextVar[Tell] = ContextVar("tell", default=as_it_is)


def told(text: str, /, **values: object) -> str:
    """Returns a text in the language of the line that is parsed now, with its values filled in."""
    return _tell.get()(text).format(**values)


@contextlib.contextmanager
def speaking(tell: Tell) -> Generator[None]:
    """Lets every parser speak through `tell` meanwhile."""

    def tell_count(one: str, many: str, count: int) -> str:
        return tell(one if count == 1 else many)

    ours: dict[str, Any] = {"_": tell, "ngettext": tell_count}
    kept = {name: getattr(argparse, name) for name in ours}
    token = _tell.set(tell)
    _put_into_argparse(ours)
    try:
        yield
    finally:
        _put_into_argparse(kept)
        _tell.reset(token)


def _put_into_argparse(functions: dict[str, Any]) -> None:
    for name, function in functions.items():
        setattr(argparse, name, function)


class SpeakingFormatter(argparse.HelpFormatter):
    """Lays out help in the language of the line that is parsed now."""

    def start_section(self, heading: str | None) -> None:
        super().start_section(_tell.get()(heading) if heading else heading)

    def add_text(self, text: str | None) -> None:
        super().add_text(_tell.get()(text) if text and text != argparse.SUPPRESS else text)

    def _get_help_string(self, action: argparse.Action) -> str | None:
        return _tell.get()(action.help) if action.help else action.help


class SpeakingParser(argparse.ArgumentParser):
    """A parser of `main.py`; its subparsers are of the same kind."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        options.setdefault("formatter_class", SpeakingFormatter)
        options.setdefault("allow_abbrev", False)
        super().__init__(*arguments, **options)


def speak_utf8() -> None:
    """Makes both output streams UTF-8, which Windows' consoles and pipes are not by themselves."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")


def data_folder_in(arguments: Iterable[str]) -> str | None:
    """Returns the folder that a line names with `--data`, be the rest of the line as wrong as it may."""
    words = iter(arguments)
    found = None
    for word in words:
        if word == "--data":
            found = next(words, None)
        elif word.startswith("--data="):
            found = word.removeprefix("--data=")
    return found
