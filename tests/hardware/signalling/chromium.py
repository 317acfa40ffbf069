"""A headless Chromium: a stranger's WebRTC stack that loads our page, driven over its debugging port."""

import asyncio
import contextlib
import json
import os
import shutil
import signal
import tempfile
from collections.abc import AsyncGenerator
from pathlib import Path
from typing import Any

import aiohttp

EXECUTABLE = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
FLAGS = (
    "--headless=new",
    "--no-sandbox",  # continuous integration runs as root
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--ignore-certificate-errors",
    "--use-fake-device-for-media-stream",
    "--use-fake-ui-for-media-stream",
    "--autoplay-policy=no-user-gesture-required",
    "--remote-debugging-port=0",
)


class Page:
    """One tab."""

    def __init__(self, socket: aiohttp.ClientWebSocketResponse) -> None:
        self._socket = socket
        self._number = 0
        self.said: list[str] = []
        """What the browser complained about, loads refused by the page's policy included."""
        self.told: list[str] = []
        """What the page wrote to its console."""

    async def ask(self, method: str, **parameters: object) -> dict[str, Any]:
        self._number += 1
        await self._socket.send_json({"id": self._number, "method": method, "params": parameters})
        async with asyncio.timeout(20):
            while True:
                message = json.loads(await self._socket.receive_str())
                if message.get("id") == self._number:
                    assert "error" not in message, message
                    return message["result"]
                if message.get("method") == "Log.entryAdded":
                    self.said.append(message["params"]["entry"]["text"])
                if message.get("method") == "Runtime.consoleAPICalled":
                    self.told.append(" ".join(str(argument.get("value")) for argument in message["params"]["args"]))
                if message.get("method") == "Runtime.exceptionThrown":
                    self.said.append(json.dumps(message["params"]["exceptionDetails"]))

    async def evaluate(self, script: str) -> Any:
        result = await self.ask(
            "Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True, userGesture=True
        )
        assert "exceptionDetails" not in result, result["exceptionDetails"]
        return result["result"].get("value")

    async def until(self, script: str, seconds: float = 15.0) -> Any:
        """Waits until a script's value is true, and returns it."""
        deadline = asyncio.get_running_loop().time() + seconds
        while not (value := await self.evaluate(script)):
            if asyncio.get_running_loop().time() > deadline:
                body = await self.evaluate("document.body.innerText")
                raise AssertionError(f"never true: {script}\nthe page said {self.said}\nand shows:\n{body}")
            await asyncio.sleep(0.05)
        return value

    async def text(self, element: str) -> str:
        return await self.evaluate(f"document.getElementById('{element}').textContent")

    async def shown(self, element: str) -> bool:
        return await self.evaluate(f"document.getElementById('{element}').checkVisibility()")

    async def click(self, element: str) -> None:
        await self.evaluate(f"document.getElementById('{element}').click()")


@contextlib.asynccontextmanager
async def page_at(url: str) -> AsyncGenerator[Page]:
    """Opens a page in a fresh browser, which ends with everything it started."""
    assert EXECUTABLE is not None
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        browser = await asyncio.create_subprocess_exec(
            EXECUTABLE,
            *FLAGS,
            f"--user-data-dir={profile}",
            "about:blank",
            stdout=asyncio.subprocess.DEVNULL,
            stderr=asyncio.subprocess.DEVNULL,
            start_new_session=True,
        )
        try:
            port = await debugging_port(Path(profile))
            async with aiohttp.ClientSession() as session:
                async with session.get(f"http://127.0.0.1:{port}/json/list") as response:
                    tab = next(tab for tab in await response.json() if tab["type"] == "page")
                async with session.ws_connect(tab["webSocketDebuggerUrl"], max_msg_size=0) as socket:
                    page = Page(socket)
                    await page.ask("Log.enable")
                    await page.ask("Runtime.enable")
                    await page.ask("Page.navigate", url=url)
                    await page.until("document.readyState === 'complete'")
                    yield page
        finally:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(browser.pid, signal.SIGKILL)
            await browser.wait()


async def debugging_port(profile: Path) -> int:
    file = profile / "DevToolsActivePort"
    async with asyncio.timeout(30):
        while not file.exists() or not file.read_text():  # noqa: ASYNC110 - another process writes it
            await asyncio.sleep(0.05)
    return int(file.read_text().split()[0])
