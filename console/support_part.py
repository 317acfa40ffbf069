"""One file of what support may be given, as it would leave; shown before it does."""

import msgspec


class SupportPart(msgspec.Struct, frozen=True, kw_only=True):
    """`name` is a path inside the bundle; secrets are already out of `text`."""

    name: str
    text: str
