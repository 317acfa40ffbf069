"""Argon2id hashes of passwords, as RFC 9106 recommends them where memory is scarce (64 MiB, three passes, four lanes).

Rule: the only importer of argon2. One hash takes about 0.1 s and 64 MiB: whoever has a loop calls this on a thread,
one at a time. The parameters stand in each hash, so that they can grow.
"""

from functools import cache

import argon2
from argon2.exceptions import Argon2Error, InvalidHashError

_hasher = argon2.PasswordHasher()


def hash_password(password: str) -> str:
    """Returns the hash with its parameters and a fresh salt (PHC string)."""
    return _hasher.hash(password)


def is_password(password_hash: str, password: str) -> bool:
    """Tells whether a hash is this password's; a hash that cannot be read is nobody's."""
    try:
        return _hasher.verify(password_hash, password)
    except (Argon2Error, InvalidHashError):
        return False


def is_outdated(password_hash: str) -> bool:
    """Tells whether a hash was made with weaker parameters than those of today."""
    try:
        return _hasher.check_needs_rehash(password_hash)
    except InvalidHashError:
        return True


@cache
def nobodys_hash() -> str:
    """Returns a hash to compare with where there is no account: an unknown name takes as long as a wrong password."""
    return _hasher.hash("nobody's")
