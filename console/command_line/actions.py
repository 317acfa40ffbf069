"""What the command line cannot do by itself and is handed in by `main.py`.

Rule: everything that opens a link, starts a process or knows a certificate stands behind these names.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:  # every process is handed this table; most say no sentence and know no meeting
    from console.accounts.account import Failed
    from console.command_line import requests
    from console.command_line.cameras.requests import CamerasRequest
    from console.command_line.phrasing import Kind, Words
    from console.commands import AnyCommand
    from console.data_folder import DataFolder
    from console.effects import Receipt
    from console.records.hand_over.making import RecordPdf
    from console.records.page_model import Document
    from console.records.print_style import PrintStyle
    from console.settings import Settings
    from console.snapshot import Delta, Whole
    from console.trouble import Told


FormPdf = Callable[["Document", "PrintStyle", bytes], bytes]
"""Paints a form by a print style, with what it holds as JSON attached; handed in, because paint needs Qt."""


def english_words() -> Words:
    """Returns what is said where no other words are handed in."""
    from console.command_line.phrasing import EnglishWords

    return EnglishWords()


class BridgeClient(Protocol):
    """A link to a running bridge; each call raises `BridgeLost` when it went away."""

    @property
    def locked(self) -> bool:
        """Tells whether commands want a login that this link has not got."""
        ...

    async def log_in(self, account: str, password: str) -> Failed | None:
        """Proves an account for this link; returns why not."""
        ...

    async def ask(self, command: AnyCommand) -> Receipt:
        """Gives a command and returns its receipt."""
        ...

    async def whole(self) -> Whole:
        """Returns the whole snapshot as of now."""
        ...

    def follow(self) -> AsyncIterator[Whole | Delta]:
        """Yields the whole, then deltas without a gap (after one, the whole again)."""
        ...


@dataclass(frozen=True, kw_only=True)
class FrontFacts:
    """What a site must know of the bridge's front.

    `addresses` are this machine's own, for the case that neither the settings nor the person names any.
    """

    fingerprint: str
    certificate_pem: bytes
    https_port: int
    """The running bridge's; without one the port of the settings."""
    bridge_runs: bool = False
    addresses: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Actions:
    """The hands of the command line; each `run_…` returns the exit code of the process.

    `connect` opens a link as a person; it raises `NoBridgeRuns` or `BridgeLost`. `front` makes the certificate when
    there is none; it raises `BadInput` when it cannot be used.
    """

    run_console: Callable[[requests.OpenConsole], int]
    run_bridge: Callable[[requests.RunBridge], int]
    run_window: Callable[[requests.RunWindow], int]
    run_office: Callable[[requests.RunOffice], int]
    run_keeper: Callable[[requests.RunKeeper], int]
    run_worker: Callable[[requests.RunWorker], int]
    run_recorder: Callable[[requests.RunRecorder], int]
    run_content: Callable[[requests.RunContent], int]
    run_demo: Callable[[requests.RunDemo], int]
    run_headphones: Callable[[requests.RunHeadphones], int]
    run_province: Callable[[requests.RunProvince], int]
    run_satellite: Callable[[requests.RunSatellite], int]
    run_main_room: Callable[[requests.RunMainRoom], int]
    run_bench: Callable[[requests.RunBench], int]
    run_proofs: Callable[[requests.RunProofs], int]
    try_devices: Callable[[requests.TryDevices], int]
    list_content_choices: Callable[[requests.ListContentChoices], int]
    set_up_cameras: Callable[[CamerasRequest], int]
    connect: Callable[[DataFolder, str], AbstractAsyncContextManager[BridgeClient]]
    front: Callable[[DataFolder, Settings], FrontFacts]
    support_bundle: Callable[[DataFolder, Path | None], Mapping[str, int]]
    """Returns the sizes of a support bundle's parts by name, and writes it to a named file; raises `OSError`."""
    profiles: Path
    """The folder of the profiles that ship with the program."""
    calendar: Path
    """The working calendar that ships with the program."""
    duties: Path
    """The duty table."""
    program_version: Callable[[], str] = lambda: ""
    record_pdf: RecordPdf | None = None
    """Paints the readable record of a session; None: packages are made without one."""
    form_pdf: FormPdf | None = None
    """Paints a form; None: forms are not written as PDF."""
    words: Words = field(default_factory=english_words)
    """What people read; the language of the data folder."""

    def phrase(self, kind: Kind, values: Mapping[str, object]) -> str:
        """Returns the sentence of a kind."""
        return self.words.phrase(kind, values)

    def sentence_of(self, error: Told) -> str:
        """Returns what went wrong, in words."""
        why = error.trouble
        if why is None:
            return str(error)
        text = self.phrase(why.kind, why.values)
        return f"{why.file}: {text}" if why.file else text
