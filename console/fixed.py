"""The base of every value that the state keeps."""

import msgspec


class Fixed(msgspec.Struct, frozen=True, kw_only=True):
    """Base of everything kept in the state: replaced, never changed."""
