"""Names of browsers: known without what finds them, found with it."""

import subprocess
import sys

from tests.own_process import ROOT

LOADED = """
import asyncio, sys
import hardware.rtc.peer
import aioice.ice as ice

assert "dns" not in sys.modules
assert ice.mdns.is_mdns_hostname("1f3a-0b.local")
for other in ("192.0.2.7", "console.example", "a.b.local", ".local", "x.local.example"):
    assert not ice.mdns.is_mdns_hostname(other)
assert "dns" not in sys.modules

async def find() -> None:
    finder = await ice.mdns.create_mdns_protocol()
    assert await finder.resolve("nobody-has-this-name.local", timeout=0.05) is None
    await finder.close()

asyncio.run(find())
assert "dns.message" in sys.modules
"""


def test_what_finds_names_is_loaded_with_the_first_one() -> None:
    subprocess.run([sys.executable, "-c", LOADED], check=True, cwd=ROOT, timeout=60)
