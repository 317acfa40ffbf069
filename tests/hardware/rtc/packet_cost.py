"""What a packet costs the process that receives or sends it, by CPU time; the other ends run in a child process.

    python -m tests.hardware.rtc.packet_cost receive|send [--sites 36] [--seconds 8] [--sweep-ms 4]

Receive: every site sends 320x180 at 8 per second and sound. Send: 1280x720 at 25 per second to every site.
"""

import argparse
import asyncio
import json
import subprocess
import sys
import time

import av
import numpy as np
import psutil

from hardware.rtc.light_peer import LightFleet, LightPeer, make_clip, make_sound
from hardware.rtc.media_types import PacketisedUnit, PeerCounters
from hardware.rtc.payload_formats import packetise
from hardware.rtc.peer import MediaSocket, Peer, PeerSettings, make_certificate
from hardware.rtc.video_codec import PODIUM, THUMBNAIL, H264Encoder
from tests.hardware.rtc.sides import Side, picture, until


def noisy(number: int, width: int, height: int) -> av.VideoFrame:
    """A picture whose noise makes the coder use its bit rate."""
    frame = picture(100, width, height, moving=number + 1)
    planes = frame.to_ndarray(format="yuv420p")
    planes[:height] += np.random.default_rng(number).integers(0, 12, (height, width), np.uint8)
    return av.VideoFrame.from_ndarray(planes, format="yuv420p")


async def children(sites: int, mode: str) -> None:
    """The child: light peers whose offers go out and whose answers come in as JSON lines."""
    certificate, fleet = make_certificate(), LightFleet()
    clip = make_clip("H264", THUMBNAIL, lambda n: noisy(n, 320, 180), seconds=4)
    tone = (4000 * np.sin(2 * np.pi * 300 * np.arange(960) / 48_000)).astype(np.int16)
    sound = make_sound([tone] * 50)
    reader = asyncio.StreamReader(limit=1 << 20)
    await asyncio.get_running_loop().connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), sys.stdin)
    answers: dict[str, asyncio.Future[str]] = {}

    async def join(name: str) -> LightPeer:
        async def exchange(offer: str) -> str:
            answers[name] = asyncio.get_running_loop().create_future()
            print(json.dumps({"name": name, "offer": offer}), flush=True)
            return await answers[name]

        peer = LightPeer(name, certificate=certificate, fleet=fleet)
        await peer.join(exchange)
        if mode == "receive":
            peer.show(clip)
            peer.set_sounding(sound)
        return peer

    joining = [asyncio.create_task(join(f"s{number:03}")) for number in range(sites)]
    while line := await reader.readline():
        told = json.loads(line)
        if "end" in told:
            break
        answers[told["name"]].set_result(told["answer"])
    peers = [await task for task in joining]
    got = [peer.peer.counters().video_in.packets for peer in peers if peer.peer is not None]
    print(json.dumps({"received": sum(got)}), flush=True)
    fleet.close()
    await asyncio.gather(*(peer.close() for peer in peers))


async def programme(peers: list[Peer], seconds: float) -> None:
    encoder = H264Encoder(PODIUM)
    units: list[PacketisedUnit] = []
    for number in range(50):
        coded = encoder.encode(noisy(number, 1280, 720))
        assert coded is not None
        units.append(packetise("H264", coded.data, number * 3600, key=coded.key))
    cpu, began = time.process_time(), time.monotonic()
    number = 0
    while time.monotonic() - began < seconds:
        for peer in peers:
            peer.send_video(units[number % 50])
        number += 1
        await asyncio.sleep(max(0.0, began + number / 25 - time.monotonic()))
    report("sent", time.process_time() - cpu, sum(peer.counters().video_out.packets for peer in peers), seconds)


async def listening(peers: list[Peer], seconds: float) -> None:
    before = sum(counted(peer.counters()) for peer in peers)
    cpu = time.process_time()
    await asyncio.sleep(seconds)
    cpu = time.process_time() - cpu
    report("received", cpu, sum(counted(peer.counters()) for peer in peers) - before, seconds)
    print(f"{sum(peer.counters().undecryptable for peer in peers)} undecryptable")


def report(word: str, cpu: float, packets: int, seconds: float) -> None:
    print(
        f"{packets / seconds:.0f} packets/s {word}: {1e6 * cpu / packets:.1f} µs CPU per packet, "
        f"{cpu / seconds:.3f} core"
    )


async def bridge(mode: str, sites: int, seconds: float, sweep_seconds: float) -> None:
    child = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "tests.hardware.rtc.packet_cost", mode, "--sites", str(sites), "--child",
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, limit=1 << 20,
    )  # fmt: skip
    assert child.stdin is not None
    assert child.stdout is not None
    settings = PeerSettings(certificate=make_certificate(), media_socket=MediaSocket(sweep_seconds=sweep_seconds))
    peers: list[Peer] = []
    sides: list[Side] = []
    began = time.monotonic()
    for _ in range(sites):
        told = json.loads(await child.stdout.readline())
        sides.append(Side())
        peer, answer = await Peer.answer(told["offer"], settings=settings, events=sides[-1])
        peers.append(peer)
        child.stdin.write(json.dumps({"name": told["name"], "answer": answer}).encode() + b"\n")
    await until(lambda: all(side.connected_to for side in sides), 30)
    print(f"{sites} joined within {time.monotonic() - began:.2f} s of the child's start")
    await asyncio.sleep(2)
    others = psutil.cpu_percent(1, percpu=False)
    print(f"machine busy with all of this: {others:.0f} %")
    if mode == "send":
        await programme(peers, seconds)
    else:
        await listening(peers, seconds)
    child.stdin.write(b'{"end": true}\n')
    print((await child.stdout.readline()).decode().strip())
    await child.wait()
    await asyncio.gather(*(peer.close() for peer in peers))


def counted(counters: PeerCounters) -> int:
    return counters.audio_in.packets + counters.video_in.packets


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("mode", choices=["receive", "send"])
    parser.add_argument("--sites", type=int, default=36)
    parser.add_argument("--seconds", type=float, default=8)
    parser.add_argument("--sweep-ms", type=float, default=4)
    parser.add_argument("--child", action="store_true")
    chosen = parser.parse_args()
    if chosen.child:
        asyncio.run(children(chosen.sites, chosen.mode))
    else:
        asyncio.run(bridge(chosen.mode, chosen.sites, chosen.seconds, chosen.sweep_ms / 1000))
