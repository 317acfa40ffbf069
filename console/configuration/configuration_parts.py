"""What configuration is: one table of its parts, where each stands, and whether it stays as it is during a meeting.

Rules: a part that is no row here is no configuration. Of a part with secrets only that it changed is ever told. Who may
join stands here too, but is never frozen: a lost laptop is out at once, and a site that lost its machine comes back.
Sources: Bình Định articles 6.8 and 7.3, Thanh Hóa article 3.3, Đồng Nai article 6.6.
"""

from enum import StrEnum
from typing import NamedTuple


class ConfigurationPart(StrEnum):
    """The parts; the first eight are files of the data folder, the others stand in the office's register."""

    SETTINGS = "settings"
    """Addresses, ports, the profile in use, languages, limits."""
    ORGANISATION = "organisation"
    """Today's names and hours over the profile, and the rule chosen where it leaves one open."""
    PROFILE = "profile"
    """The profile's own file: thresholds, limits, rules of microphones, checks."""
    CALENDAR = "calendar"
    CAMERAS = "cameras"
    CAMERA_PASSWORDS = "camera_passwords"
    CERTIFICATE = "certificate"
    SIGNING_KEY = "signing_key"
    SITES = "sites"
    """The live directory."""
    PLACES = "places"
    """What the office knows of a site: tier, control right, backup."""
    DEVICES = "devices"
    LINES = "lines"
    CREDENTIALS = "credentials"


class PartRow(NamedTuple):
    """One part: its file in the data folder (empty: the register), whether it holds secrets, whether it is frozen."""

    file: str = ""
    secret: bool = False
    frozen: bool = True
    made_by_program: bool = False
    """The program makes it when it is first needed: that is no change."""


PARTS: dict[ConfigurationPart, PartRow] = {
    ConfigurationPart.SETTINGS: PartRow("settings.json"),
    ConfigurationPart.ORGANISATION: PartRow("organisation.json"),
    ConfigurationPart.PROFILE: PartRow("the file that the settings name"),
    ConfigurationPart.CALENDAR: PartRow("calendar.json"),
    ConfigurationPart.CAMERAS: PartRow("cameras.json"),
    ConfigurationPart.CAMERA_PASSWORDS: PartRow("presets/passwords", secret=True),
    ConfigurationPart.CERTIFICATE: PartRow("certificate/bridge.pem", secret=True, made_by_program=True),
    ConfigurationPart.SIGNING_KEY: PartRow("signing-key.pem", secret=True, made_by_program=True),
    ConfigurationPart.SITES: PartRow(),
    ConfigurationPart.PLACES: PartRow(),
    ConfigurationPart.DEVICES: PartRow(),
    ConfigurationPart.LINES: PartRow(),
    ConfigurationPart.CREDENTIALS: PartRow(frozen=False, secret=True),
}

FILE_PARTS = tuple(part for part, row in PARTS.items() if row.file)
"""The parts that a person can change with an editor."""
