"""What a window wants read that is no record of the register: a session's forms, the ledger of a period.

Rule: plain values; whoever reads answers each wish with what it names, or with why not.
"""

import msgspec


class FormWanted(msgspec.Struct, frozen=True):
    """All that a session's forms are made of: answered by `Gathered`."""

    session: str


class LedgerWanted(msgspec.Struct, frozen=True):
    """The ledger of the sessions that began in a period: answered by `Ledger`. Milliseconds, the end not included."""

    from_ms: int
    until_ms: int


AnyWish = FormWanted | LedgerWanted
