"""The login that the commands of a data folder go under: a ticket in a file of the owner, or from the window.

Rule: the file is its owner's alone (0600) and holds nothing but a ticket that ends after some hours; a window hands its
own to the commands it runs through their environment, which no other account can read.
"""

import contextlib
import os

import msgspec

from console.command_line.files import write_octets
from console.data_folder import DataFolder

TICKET_VARIABLE = "DIEM_CAU_TICKET"


class KeptLogin(msgspec.Struct, frozen=True, kw_only=True):
    """What the file says."""

    ticket: str


def kept_ticket(data: DataFolder) -> str:
    """Returns the ticket that commands go under; empty when there is none, whatever the file holds."""
    if given := os.environ.get(TICKET_VARIABLE):
        return given
    with contextlib.suppress(OSError, msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return msgspec.json.decode(data.login_file.read_bytes(), type=KeptLogin).ticket
    return ""


def keep_ticket(data: DataFolder, ticket: str) -> None:
    """Puts a ticket into the file; raises `BadInput`."""
    write_octets(data.login_file, msgspec.json.encode(KeptLogin(ticket=ticket)), private=True)


def forget_ticket(data: DataFolder) -> None:
    """Removes the file."""
    data.login_file.unlink(missing_ok=True)
