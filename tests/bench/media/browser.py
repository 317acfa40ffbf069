"""A headless Chromium that receives tiles: its page, the small server behind it, and its processes.

Rule: a profile of its own that goes with it; the browser decodes and shows as it does for anybody, sound goes nowhere.
"""

import asyncio
import shutil
import tempfile
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from aiohttp import web

from tests.bench.live_meeting import BenchFailed

PAGE = Path(__file__).with_name("receiving_page.html")
NAMES = ("chromium", "chromium-browser", "google-chrome")
OPTIONS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--mute-audio",
    "--no-first-run",
    "--window-size=1920,1080",
    "--autoplay-policy=no-user-gesture-required",
    "--disable-features=WebRtcHideLocalIpsWithMdns",
)

Offer = Callable[[int], Awaitable[str]]
Answer = Callable[[int, str], Awaitable[None]]


def chromium_program() -> str | None:
    """Returns where Chromium is; None where there is none."""
    return next((path for name in NAMES if (path := shutil.which(name))), None)


@dataclass(slots=True)
class Browser:
    """One running browser; `frames` were decoded so far, by its own account."""

    process: asyncio.subprocess.Process | None = None
    frames: int = 0


@asynccontextmanager
async def browser(sites: int, offer: Offer, answer: Answer) -> AsyncGenerator[Browser]:
    """Gives a browser that receives so many sites."""
    program = chromium_program()
    if program is None:
        raise BenchFailed("there is no Chromium on this machine")
    running = Browser()
    runner = web.AppRunner(_server(running, offer, answer))
    await runner.setup()
    place = web.TCPSite(runner, "127.0.0.1", 0)
    await place.start()
    port = runner.addresses[0][1]
    with tempfile.TemporaryDirectory(prefix="diem-cau-chromium-", ignore_cleanup_errors=True) as profile:
        running.process = await asyncio.create_subprocess_exec(
            program,
            *OPTIONS,
            f"--user-data-dir={profile}",
            f"http://127.0.0.1:{port}/?sites={sites}",
            stdout=asyncio.subprocess.DEVNULL,
            stderr=asyncio.subprocess.DEVNULL,
        )
        try:
            yield running
        finally:
            running.process.terminate()
            try:
                await asyncio.wait_for(running.process.wait(), 10)
            except TimeoutError:
                running.process.kill()
                await running.process.wait()
            await runner.cleanup()


def _server(running: Browser, offer: Offer, answer: Answer) -> web.Application:
    async def page(_: web.Request) -> web.Response:
        return web.Response(text=PAGE.read_text(encoding="utf-8"), content_type="text/html")

    async def give_offer(request: web.Request) -> web.Response:
        return web.Response(text=await offer(int(request.match_info["number"])))

    async def take_answer(request: web.Request) -> web.Response:
        await answer(int(request.match_info["number"]), await request.text())
        return web.Response()

    async def take_frames(request: web.Request) -> web.Response:
        running.frames = int(await request.text())
        return web.Response()

    server = web.Application()
    server.add_routes(
        [
            web.get("/", page),
            web.get("/offer/{number}", give_offer),
            web.post("/answer/{number}", take_answer),
            web.post("/frames", take_frames),
        ]
    )
    return server
