"""What manufacturers' lists say of models that can be known by their answer to the version inquiry.

Rule: only what stands in a list is here; of any other model nothing is assumed but what every camera can do. Pure.
Sources: CAM_VersionInq in Sony's command lists of BRC-Z700 (p. 6), BRC-X400 (p. 6), SRG-300SE (p. 20), BRC-300 (p. 14)
and FCB-EV7500; numbers of presets in the same lists.
"""

import re
from dataclasses import dataclass

from hardware.cameras.visca.visca_codec import Version

SONY, SONY_BEFORE = 0x0001, 0x0020
CODE = re.compile("([0-9A-F]{4}):([0-9A-F]{4})")
OLD_ROBOTS = 0x04
"""First octet of the model code of BRC-300 and its like, which tell five nibbles for pan."""


@dataclass(frozen=True, slots=True)
class KnownModel:
    """One model; slots are counted from 0."""

    name: str
    last_slot: int
    fastest_tilt: int
    speaks_of_power: bool = True


SONY_MODELS = {
    0x0501: KnownModel("Sony BRC-H700", last_slot=5, fastest_tilt=20),
    0x0502: KnownModel("Sony BRU-H700", last_slot=5, fastest_tilt=20),
    0x0505: KnownModel("Sony BRC-Z700", last_slot=5, fastest_tilt=20),
    0x0516: KnownModel("Sony SRG-300SE/301SE", last_slot=15, fastest_tilt=23, speaks_of_power=False),
    0x051C: KnownModel("Sony BRC-X400/SRG-X400", last_slot=63, fastest_tilt=23),
}
"""By model code; the smaller number of presets where lists differ."""


def model_of(version: Version | None) -> KnownModel | None:
    """Returns the model that a camera says to be, None for one that is in no list."""
    if version is None:
        return None
    if version.vendor == SONY:
        return SONY_MODELS.get(version.model)
    if version.vendor == SONY_BEFORE and version.model >> 8 == OLD_ROBOTS:
        return KnownModel(f"Sony {version.model:04X}", last_slot=5, fastest_tilt=20)
    return None


def name_of(version: Version | None) -> str:
    """Returns what the model is called for a person, empty where the camera does not say."""
    return called(code_of(version))


def code_of(version: Version | None) -> str:
    """Returns vendor and model as they are kept (`0001:051C`), empty where the camera does not say.

    The version of its ROM is left out, which any update changes; so are names, which a longer list here would change.
    """
    return "" if version is None else f"{version.vendor:04X}:{version.model:04X}"


def called(model: str) -> str:
    """Returns what people call a model that is kept; one that no list names is called as it names itself."""
    numbers = CODE.fullmatch(model)
    known = None if numbers is None else model_of(Version(int(numbers[1], 16), int(numbers[2], 16), 0, 0))
    return model if known is None else known.name
