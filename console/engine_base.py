"""The bases of what passes the engine port: verbs that name a wanted target, and reports of what happened."""

import msgspec

from console.command import kebab


class Verb(msgspec.Struct, frozen=True, kw_only=True, tag_field="verb", tag=kebab):
    """Base of what the conductor asks."""


class Report(msgspec.Struct, frozen=True, kw_only=True, tag_field="report", tag=kebab):
    """Base of what an engine says; `at_ms` is when it happened."""

    at_ms: int
