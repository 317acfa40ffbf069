"""The bench's side of its processes of endpoints: starts them, asks one order after the other, ends them."""

import asyncio
import sys
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from tests.bench.live_meeting import BenchFailed
from tests.bench.media.end_words import Count, EndOrder, EndTold, encode, told_decoder
from tests.own_process import ROOT

ANSWER_SECONDS = 40.0
END_SECONDS = 5.0
LOOK_SECONDS = 0.2
LONGEST_LINE = 1 << 20
ENDS, STOCK = "tests.bench.media.end_process", "tests.bench.media.stock_process"


@dataclass(slots=True)
class EndsProcess:
    """One process of endpoints."""

    process: asyncio.subprocess.Process
    _one_after_the_other: asyncio.Lock = field(default_factory=asyncio.Lock)

    async def ask(self, order: EndOrder) -> EndTold:
        """Gives an order and returns what is told; raises `BenchFailed`."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        try:
            async with asyncio.timeout(ANSWER_SECONDS), self._one_after_the_other:
                self.process.stdin.write(encode(order) + b"\n")
                line = await self.process.stdout.readline()
        except TimeoutError:
            raise BenchFailed(f"endpoints do not answer {type(order).__name__}") from None
        if not line:
            raise BenchFailed("a process of endpoints has ended")
        told = told_decoder.decode(line)
        if told.failed:
            raise BenchFailed(told.failed)
        return told

    async def all_up(self, count: int) -> None:
        """Waits until so many connections are up."""
        async with asyncio.timeout(ANSWER_SECONDS):
            while (await self.ask(Count())).up < count:  # noqa: ASYNC110 - another process tells nothing by itself
                await asyncio.sleep(LOOK_SECONDS)


@asynccontextmanager
async def ends_process(*arguments: str, module: str = ENDS) -> AsyncGenerator[EndsProcess]:
    """Gives a process that ends with the context."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        module,
        *arguments,
        cwd=ROOT,
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        limit=LONGEST_LINE,
    )
    try:
        yield EndsProcess(process)
    finally:
        assert process.stdin is not None
        process.stdin.close()
        try:
            async with asyncio.timeout(END_SECONDS):
                await process.wait()
        except TimeoutError:
            process.kill()
            await process.wait()
