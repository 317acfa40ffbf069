"""What became of a package that was handed in."""

from enum import StrEnum


class Answer(StrEnum):
    """What became of a package."""

    TAKEN = "taken"
    FOLLOWS = "follows"
    """Taken; it takes the place of a shorter or older package of the same session."""
    KNOWN = "known"
    """Delivered before; nothing changed."""
    OLDER = "older"
    """What is here already goes further; nothing changed."""
    PARTED = "parted"
    """Another log of the same session is here, and neither is the beginning of the other."""
    REFUSED = "refused"
    KEY_UNKNOWN = "key_unknown"
    KEY_REVOKED = "key_revoked"
    DISK_REFUSED = "disk_refused"


ACCEPTED = frozenset({Answer.TAKEN, Answer.FOLLOWS, Answer.KNOWN, Answer.OLDER})
