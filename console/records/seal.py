"""What a package fixes of a log: so many events, the hash of the last, and who signs for it."""

import msgspec


class Seal(msgspec.Struct, frozen=True, kw_only=True):
    """The end of a packed log; `package` is the package's name, `made_ms` the wall clock (UTC)."""

    count: int
    head: str
    finding: str
    """What the log was when it was packed, a value of the log book's `Finding`."""
    fingerprint: str
    made_ms: int
    package: str
