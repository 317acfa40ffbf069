"""What aioice loads for names like `1f3a….local`, put off until the first such name comes.

Rule: only a browser that may not tell its addresses sends such a name (draft-ietf-mmusic-mdns-ice-candidates). The
processes of a meeting never do, and dnspython, which finds the names, is a third of what loading aiortc costs each of
them. `LateNames` stands for `aioice.mdns` towards `aioice.ice`, which takes three things from there.
"""

import asyncio
import importlib
import re
import sys
from functools import cache
from types import ModuleType

_MODULE = "aioice.mdns"
_NAME = re.compile(r"[a-zA-Z0-9-]{1,63}\.local")


class LateNames(ModuleType):
    """Knows such a name when it sees one; what finds its address is loaded when somebody asks for it."""

    MDnsProtocol = object
    """For annotations alone."""

    @staticmethod
    def is_mdns_hostname(name: str) -> bool:
        """Tells whether this is a name of one label under `.local`."""
        return _NAME.fullmatch(name) is not None

    @staticmethod
    async def create_mdns_protocol() -> object:
        """Returns aioice's own finder of names; loaded in a thread, for the loop carries sound."""
        finder = await asyncio.to_thread(_load)
        return await finder.create_mdns_protocol()


def put_off_names() -> None:
    """Puts the stand-in where aioice will look, unless aioice was loaded before."""
    sys.modules.setdefault(_MODULE, LateNames(_MODULE))


@cache
def _load() -> ModuleType:
    sys.modules.pop(_MODULE, None)
    return importlib.import_module(_MODULE)
