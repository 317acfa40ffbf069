"""The bridge's challenges: each is good for one request and a short time.

Rule: nothing is remembered for who merely asks; a challenge carries its moment and the bridge's own seal, and only
those that a known key has used are kept until their time is over.
"""

import hashlib
import hmac
import secrets
import time
from collections import Counter, OrderedDict
from collections.abc import Callable

from hardware.signalling.site_key import to_text

LIFE_SECONDS = 30.0
MOST_USED_BY_ONE_KEY = 64
"""Used challenges that are remembered of one key; a site that asks more often within their life has to wait."""
_SEAL_SIGNS = 22


class Challenges:
    """Makes and judges challenges; all of one process, gone with it."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._secret = secrets.token_bytes(32)
        self._used: OrderedDict[str, tuple[float, str]] = OrderedDict()
        self._of_key: Counter[str] = Counter()

    def make(self) -> str:
        """Returns a new challenge."""
        body = f"{int(self._clock() * 1000):x}-{secrets.token_hex(8)}"
        return f"{body}-{self._seal(body)}"

    def is_fresh(self, challenge: str) -> bool:
        """Tells whether a challenge was made here lately and has not been used."""
        body, _, seal = challenge.rpartition("-")
        if not challenge.isascii() or not hmac.compare_digest(seal, self._seal(body)):
            return False
        made = int(body.partition("-")[0], 16) / 1000
        return self._clock() - made <= LIFE_SECONDS and challenge not in self._used

    def use(self, challenge: str, public_key: str) -> bool:
        """Marks a fresh challenge as used by a known key; False: that key has used too many just now."""
        self._forget_old()
        if self._of_key[public_key] >= MOST_USED_BY_ONE_KEY:
            return False
        self._used[challenge] = self._clock() + LIFE_SECONDS, public_key
        self._of_key[public_key] += 1
        return True

    def _forget_old(self) -> None:
        now = self._clock()
        while self._used and next(iter(self._used.values()))[0] < now:
            _, (_, public_key) = self._used.popitem(last=False)
            self._of_key[public_key] -= 1
            if self._of_key[public_key] <= 0:
                del self._of_key[public_key]

    def _seal(self, body: str) -> str:
        digest = hmac.digest(self._secret, body.encode(), hashlib.sha256)
        return to_text(digest)[:_SEAL_SIGNS].replace("-", "~")
