"""Writes a form into a file as the file's ending wants it.

Rule: an ending that no form has is refused before anything is read.
"""

import time
from pathlib import Path

from console.command_line.actions import Actions
from console.command_line.exits import BadInput
from console.command_line.files import settings_of, write_octets
from console.command_line.form.phrasing import FormSay
from console.command_line.phrasing import Say
from console.command_line.requests import Request
from console.records.documents.files import document_file, known_ending
from console.records.forms import Form


def wall_ms() -> int:
    """Returns wall-clock milliseconds (UTC)."""
    return time.time_ns() // 1_000_000


def check_ending(out: Path, actions: Actions) -> None:
    """Raises `BadInput` for a file whose ending no form has."""
    if not known_ending(out.suffix):
        raise BadInput(actions.phrase(FormSay.ENDING_UNKNOWN, {"path": out}))


def write_form(form: Form, out: Path, request: Request, actions: Actions) -> None:
    """Writes a form as its file's ending wants it; raises `BadInput`."""
    style = settings_of(request.data).print_style
    if out.suffix.casefold() == ".pdf":
        if actions.form_pdf is None:
            raise BadInput(actions.phrase(FormSay.NO_PDF, {}))
        octets = actions.form_pdf(form.document, style, form.data)
    else:
        octets = document_file(out.suffix, form.document, form.data, style)
    write_octets(out, octets)
    print(actions.phrase(Say.WRITTEN, {"file": out}))
