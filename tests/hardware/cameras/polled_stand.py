"""A polled driver on the test's loop and what it told; bounded waits for what shall come."""

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from console.cameras.camera_words import CameraLink
from console.words import Reason
from hardware.cameras.head import HeadEnd
from hardware.cameras.polled.polled_driver import PolledDriver


class PolledStand:
    """One driver under test."""

    def __init__(self) -> None:
        self.ends: list[HeadEnd] = []
        self.links: list[CameraLink] = []
        self.driver: PolledDriver

    def changed(self) -> None:
        if not self.links or self.links[-1] is not self.driver.link:
            self.links.append(self.driver.link)

    async def end(self, request_id: str, seconds: float = 12.0) -> HeadEnd:
        """Waits for the one end of a request."""
        await until(lambda: any(end.request_id == request_id for end in self.ends), seconds)
        found = [end for end in self.ends if end.request_id == request_id]
        assert len(found) == 1, "a request ends once"
        return found[0]

    async def reason(self, request_id: str, seconds: float = 12.0) -> Reason | None:
        return (await self.end(request_id, seconds)).reason

    async def linked(self, link: CameraLink = CameraLink.READY, seconds: float = 20.0) -> None:
        await until(lambda: self.driver.link is link, seconds)


@asynccontextmanager
async def polled_stand(
    make: Callable[[PolledStand], PolledDriver], *, link: CameraLink | None = CameraLink.READY
) -> AsyncIterator[PolledStand]:
    """Opens a driver, waits for its camera, and closes it."""
    made = PolledStand()
    made.driver = make(made)
    made.driver.open()
    try:
        if link is not None:
            await made.linked(link)
        yield made
    finally:
        made.driver.close()
        ends = len(made.ends)
        await asyncio.sleep(0.05)
        assert len(made.ends) == ends, "nothing is told of a closed driver"


async def until(true: Callable[[], bool], seconds: float = 12.0) -> None:
    deadline = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < deadline, "did not come true in time"
        await asyncio.sleep(0.01)
