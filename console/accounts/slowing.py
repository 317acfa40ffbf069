"""How failed logins slow the next one: pure arithmetic over what the store counts.

Rule: three mistakes are free, each further one doubles the wait, and no wait is longer than a minute: whoever guesses
gets at most some 1,500 attempts a day at one account, and whoever mistyped in a meeting is never shut out for long.
"""

FREE_FAILURES = 3
LONGEST_WAIT_MS = 60_000
FORGOTTEN_MS = 24 * 3_600_000
"""Failures that are older count no more."""


def wait_ms(failures: int, last_ms: int, wall_ms: int) -> int:
    """Returns how long the next attempt has to wait from now; 0: not at all.

    A clock that went back does not make the wait longer than it was.
    """
    if failures < FREE_FAILURES:
        return 0
    full = min(LONGEST_WAIT_MS, 1000 << min(failures - FREE_FAILURES, 10))
    return max(0, min(full, last_ms + full - wall_ms))


def still_counts(last_ms: int, wall_ms: int) -> bool:
    """Returns whether failures of that moment are still held against an account."""
    return wall_ms - last_ms < FORGOTTEN_MS
