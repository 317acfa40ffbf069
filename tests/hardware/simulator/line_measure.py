"""Sends numbered datagrams over one direction of a line and tells what arrived, as JSON.

Run by the tests in a process of its own, because one of the lines it measures exists in a network namespace only.
"""

import argparse
import asyncio
import json
import struct
import time

from hardware.simulator.lines.bad_line import BadLine, LineSettings
from hardware.simulator.lines.line_model import LineConditions

HEAD = struct.Struct("!Id")
GAP_SECONDS = 0.002


class Receiver(asyncio.DatagramProtocol):
    def __init__(self) -> None:
        self.numbers: list[int] = []
        self.delays_ms: list[float] = []

    def datagram_received(self, data: bytes, addr: tuple[str, int]) -> None:
        number, sent = HEAD.unpack_from(data)
        self.numbers.append(number)
        self.delays_ms.append((time.monotonic() - sent) * 1000)


async def measure(count: int, conditions: LineConditions | None) -> dict[str, float]:
    loop = asyncio.get_running_loop()
    transport, receiver = await loop.create_datagram_endpoint(Receiver, local_addr=("127.0.0.1", 0))
    target = transport.get_extra_info("sockname")
    line = None
    if conditions is not None:
        line = BadLine(LineSettings(listen=("127.0.0.1", 0), bridge=target, up=conditions, seed=11))
        target = await line.start()
    sender, _ = await loop.create_datagram_endpoint(asyncio.DatagramProtocol, remote_addr=target)
    for number in range(count):
        sender.sendto(HEAD.pack(number, time.monotonic()) + bytes(100))
        await asyncio.sleep(GAP_SECONDS)
    await asyncio.sleep(0.4)
    sender.close()
    transport.close()
    if line is not None:
        line.close()
    await asyncio.sleep(0)
    return figures(receiver, count)


def figures(receiver: Receiver, count: int) -> dict[str, float]:
    arrived = set(receiver.numbers)
    delays = sorted(receiver.delays_ms)
    lost = [number not in arrived for number in range(count)]
    bursts = sum(1 for number in range(count) if lost[number] and (number == 0 or not lost[number - 1]))
    return {
        "loss_percent": 100 * sum(lost) / count,
        "mean_burst": sum(lost) / bursts if bursts else 0.0,
        "doubled_percent": 100 * (len(receiver.numbers) - len(arrived)) / count,
        "overtaken_percent": 100 * overtaken(receiver.numbers) / count,
        "delay_p10_ms": delays[len(delays) // 10],
        "delay_p50_ms": delays[len(delays) // 2],
        "delay_p90_ms": delays[len(delays) * 9 // 10],
    }


def overtaken(numbers: list[int]) -> int:
    highest, count = -1, 0
    for number in numbers:
        count += number < highest
        highest = max(highest, number)
    return count


if __name__ == "__main__":
    table = argparse.ArgumentParser()
    table.add_argument("--count", type=int, default=3000)
    table.add_argument("--loss", type=float)
    table.add_argument("--delay", type=float, default=0)
    table.add_argument("--jitter", type=float, default=0)
    table.add_argument("--duplicate", type=float, default=0)
    chosen = table.parse_args()
    wanted = None
    if chosen.loss is not None:
        wanted = LineConditions(
            loss_percent=chosen.loss,
            delay_ms=chosen.delay,
            jitter_ms=chosen.jitter,
            duplicate_percent=chosen.duplicate,
        )
    print(json.dumps(asyncio.run(measure(chosen.count, wanted))))
