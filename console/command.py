"""What every command of the core shares: frozen, strict, its tag its name on the command line and on every wire."""

import re

import msgspec


def kebab(name: str) -> str:
    """Returns the hyphenated lower-case form of a class name."""
    return re.sub(r"(?<!^)(?=[A-Z])", "-", name).lower()


class Command(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="do", tag=kebab):
    """Base of all commands."""
