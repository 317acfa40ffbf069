"""The settings file of a data folder: addresses, ports and names that differ from one office to the next.

Rule: every setting has a default, a file that is wrong is refused whole with one sentence and never rewritten by the
program. Nothing here reads a file.
"""

from enum import StrEnum
from typing import Annotated

import msgspec

from console.records.print_style import PrintStyle
from console.trouble import Told, TroubleKind, trouble

LARGEST_OCTETS = 256 * 1024

LARGEST_MEETING = 200
"""As many satellites as the program is measured with."""

Port = Annotated[int, msgspec.Meta(ge=1, le=65535)]
Text = Annotated[str, msgspec.Meta(min_length=1, max_length=200)]


class BadSettings(Told):
    """The file holds no usable settings; one sentence says where."""


class Language(StrEnum):
    VIETNAMESE = "vi"
    ENGLISH = "en"


class ProgramPicture(StrEnum):
    """How large the program goes out; 200 sites at 720p25 want 300 Mbit/s of the main endpoint's line."""

    LARGE = "720p25"
    SMALL = "360p15"


class Settings(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """What an office may set; `announced_addresses` are the bridge's IPv4 and IPv6 addresses as the sites see them.

    An empty `listen_addresses` is every address of this machine, an empty `announced_addresses` all of its own.
    """

    https_port: Port = 8443
    media_port: Port = 8550
    """UDP port of the first media worker; each further one takes the next."""
    media_workers: Annotated[int, msgspec.Meta(ge=1, le=4)] = 1
    program_picture: ProgramPicture = ProgramPicture.LARGE
    """Picture and rate of the program to all sites."""
    listen_addresses: tuple[Text, ...] = ()
    announced_addresses: tuple[Text, ...] = ()
    profile: Text = "vn-default"
    """Name of a profile shipped with the program, or path of a profile file."""
    language: Language = Language.VIETNAMESE
    main_name: Text = "Điểm cầu chính"
    """Name of the main endpoint as long as the list of sites names none."""
    invitation_hours: Annotated[int, msgspec.Meta(ge=1, le=24 * 60)] = 72
    headphones: Text | None = None
    """Name of the device on which the operator listens; without it the system's own."""
    print_style: PrintStyle = PrintStyle()
    """How documents are printed; what is not named is as Decree 30/2020/NĐ-CP wants it."""
    most_sites: Annotated[int, msgspec.Meta(ge=1, le=LARGEST_MEETING)] = LARGEST_MEETING
    """Satellites at a time: further ones are refused when a meeting is registered and when they join."""
    lock_after_minutes: Annotated[int, msgspec.Meta(ge=0, le=24 * 60)] | None = None
    """A console with accounts locks itself after so many minutes without a key or a pointer; 0: never; None: as the
    profile says."""
    samples_kept_days: Annotated[int, msgspec.Meta(ge=1, le=3650)] = 90


def read_settings(octets: bytes) -> Settings:
    """Returns the settings in a file's content; raises `BadSettings`."""
    if len(octets) > LARGEST_OCTETS:
        raise BadSettings(trouble(TroubleKind.FILE_TOO_LARGE, most="256 kB"))
    try:
        return msgspec.json.decode(octets.removeprefix(b"\xef\xbb\xbf"), type=Settings)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise BadSettings(trouble(TroubleKind.SETTINGS_BAD, why=error)) from error
