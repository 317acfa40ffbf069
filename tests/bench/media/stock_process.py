"""Stock aiortc as a receiver of tiles: `python -m tests.bench.media.stock_process`.

Rule: nothing of the product is imported here; every track is read by `recv()`, as its documentation shows.
"""

import asyncio
import sys

from aiortc import MediaStreamTrack, RTCPeerConnection, RTCSessionDescription
from aiortc.mediastreams import MediaStreamError

from tests.bench.media.end_words import Count, EndTold, MakeAnswer, encode, order_decoder

LARGEST_ORDER = 1 << 20


class StockReceivers:
    """All connections of this process."""

    def __init__(self) -> None:
        self.connections: list[RTCPeerConnection] = []
        self.frames = 0
        self._reading: set[asyncio.Task[None]] = set()

    async def answer(self, offer: str) -> str:
        """Answers an offer and reads whatever comes."""
        connection = RTCPeerConnection()
        self.connections.append(connection)
        connection.on("track", self._begin)
        await connection.setRemoteDescription(RTCSessionDescription(offer, "offer"))
        await connection.setLocalDescription(await connection.createAnswer())
        return connection.localDescription.sdp

    def _begin(self, track: MediaStreamTrack) -> None:
        task = asyncio.create_task(self._read(track))
        self._reading.add(task)
        task.add_done_callback(self._reading.discard)

    async def _read(self, track: MediaStreamTrack) -> None:
        while True:
            try:
                await track.recv()  # pyright: ignore[reportUnknownMemberType] - av's Packet is generic
            except MediaStreamError:
                return
            self.frames += track.kind == "video"

    def count(self) -> EndTold:
        """Returns what has come so far."""
        up = sum(connection.connectionState == "connected" for connection in self.connections)
        return EndTold(up=up, frames=self.frames)


async def main() -> None:
    """Lives until standard input ends."""
    orders = asyncio.StreamReader(LARGEST_ORDER)
    await asyncio.get_running_loop().connect_read_pipe(lambda: asyncio.StreamReaderProtocol(orders), sys.stdin)
    receivers = StockReceivers()
    while line := await orders.readline():
        match order_decoder.decode(line):
            case MakeAnswer(number=number, sdp=sdp):
                told = EndTold(number=number, sdp=await receivers.answer(sdp))
            case Count():
                told = receivers.count()
            case other:
                told = EndTold(failed=f"not for a receiver: {other}")
        sys.stdout.buffer.write(encode(told) + b"\n")
        sys.stdout.buffer.flush()


if __name__ == "__main__":
    asyncio.run(main())
