"""T6, T7, T10 and T13: nothing is said that is not so, late answers, cameras that come back, cameras without memory."""

import asyncio
import itertools
import tempfile
import time
from pathlib import Path

from console.cameras.camera_profile import CameraProfile, Framing
from console.cameras.camera_wishes import Save
from console.cameras.camera_words import CameraLink
from console.events import CameraReported
from hardware.cameras.preset_camera import PresetCamera
from hardware.simulator.cameras.ptz_head import Place, PtzHead
from hardware.simulator.cameras.visca_camera import ViscaCamera
from hardware.simulator.cameras.visca_server import ViscaServer
from hardware.simulator.cameras.visca_temper import ViscaTemper
from tests.bench.cameras.lane import PLACES, RECALL, lane, until
from tests.bench.cameras.recall_figures import counted, timed
from tests.bench.figures import Figure

ARRIVAL_SECONDS = 20.0
SLOW = 0.5
"""A head that takes more than a second over the way of the bench."""
LATE = 0.3
"""One that takes two seconds and more."""
RESERVED = (*range(90, 100), 255)


# ---------------------------------------------------------------- T6


async def early_completion(repetitions: int) -> list[Figure]:
    """Completion after a millisecond, a move of more than a second; and success for a memory that was never set."""
    false = asked = arrived = 0
    async with lane(temper=ViscaTemper(completes_early=True), brisk=SLOW) as made:
        for number in range(repetitions):
            slot = (0, 15)[number % 2]
            reason = await made.end(made.recall(slot, PLACES[slot]), ARRIVAL_SECONDS)
            arrived += reason is None
        false, asked = len(made.false_ends), len(made.requests)
    taken = ViscaTemper(takes_unset=True, has_absolute=False)
    async with lane(temper=taken) as made:
        made.head.memories.clear()
        for _ in range(repetitions):
            made.head.place = PLACES[3]
            await made.end(made.recall(7, PLACES[7]), ARRIVAL_SECONDS)
        false, asked = false + len(made.false_ends), asked + len(made.requests)
    how = "the head is asked at the moment at which the driver says that it has arrived"
    return [
        counted("T6 told as arrived and was not", false, asked, how),
        counted("T6 early Completion: arrivals not told", repetitions - arrived, repetitions, how),
    ]


# ---------------------------------------------------------------- T7


async def late_ack(repetitions: int) -> list[Figure]:
    """A camera that says Ack when the move has ended, two seconds and more after it was asked."""
    lanes = (Framing.RAW_TCP, False), (Framing.RAW_UDP, False), (Framing.SONY_UDP, True), (Framing.SONY_TCP, False)
    said = await asyncio.gather(*(_late(framing, repetitions, known=known) for framing, known in lanes))
    asked = repetitions * len(lanes)
    how = "bare packets over TCP and UDP, Sony's header over TCP, and over UDP where the profile says so"
    return [
        counted("T7 late Ack: recalls on the wire beyond one each", sum(each[0] for each in said), asked, how),
        counted("T7 late Ack: told as arrived before the move ended", sum(each[1] for each in said), asked, how),
        counted("T7 late Ack: not arrived, or never shown as moving", sum(each[2] for each in said), asked, how),
    ]


async def _late(framing: Framing, repetitions: int, *, known: bool) -> tuple[int, int, int]:
    wrong = 0
    async with lane(framing, temper=ViscaTemper(late_ack=True), brisk=LATE, late_ack=known) as made:
        for number in range(repetitions):
            slot = (15, 0)[number % 2]
            request_id = made.recall(slot, PLACES[slot])
            reason = await made.end(request_id, ARRIVAL_SECONDS)
            wrong += reason is not None or not made.requests[request_id].seen_moving
        return abs(made.recalls_on_the_wire - repetitions), len(made.false_ends), wrong


# ---------------------------------------------------------------- T10


async def back_again(away_seconds: tuple[float, ...]) -> list[Figure]:
    """Cameras that are away for a while and come back, in every framing."""
    framings = [framing for framing in Framing if framing is not Framing.SERIAL]
    times = await asyncio.gather(*(_back(framing, away) for framing in framings for away in away_seconds))
    how = f"deaf for {', '.join(f'{away:g}' for away in away_seconds)} s, then usable again; every framing"
    quiet = await _longest_silence(12.0)
    return [
        timed("T10 usable again after the camera is back, worst", list(times), share=1.0, must=5000.0, how=how),
        timed("T10 longest silence on an idle connection", [quiet], share=1.0, must=30_000.0, how="raw TCP, 12 s idle"),
    ]


async def _back(framing: Framing, away: float) -> float:
    async with lane(framing) as made:
        made.server.deaf = True
        if framing in (Framing.RAW_TCP, Framing.SONY_TCP):
            made.server.drop_connections()
        await until(lambda: made.driver.link is CameraLink.UNREACHABLE, 30.0)
        await asyncio.sleep(away)
        made.server.deaf = False
        began = time.monotonic()
        await made.ready()
        return (time.monotonic() - began) * 1000


async def _longest_silence(seconds: float) -> float:
    asked: list[float] = []
    async with lane(Framing.RAW_TCP) as made:
        hear = made.server.camera.hear

        def note(client: object, packet: bytes, now: float) -> None:
            asked.append(now)
            hear(client, packet, now)

        made.server.camera.hear = note  # type: ignore[method-assign]
        asked.append(time.monotonic())
        await asyncio.sleep(seconds)
        asked.append(time.monotonic())
    return max((later - one) * 1000 for one, later in itertools.pairwise(asked))


# ---------------------------------------------------------------- T13


async def without_memory(presets: int) -> list[Figure]:
    """Saves and recalls presets of a camera without memory, and of one whose slots cross the reserved ones."""
    lost = await _save_and_recall(ViscaTemper(has_memory=False), presets, first_slot=0)
    reserved: list[int] = []
    crossed = await _save_and_recall(ViscaTemper(), presets, first_slot=88, slots=reserved)
    return [
        counted("T13 without memory: presets not saved or not reached", lost, presets, "by absolute position"),
        counted("T13 slots across 90 to 99: presets not reached", crossed, presets, "slots from 88 on are allowed"),
        counted("T13 reserved slots sent", sum(slot in RESERVED for slot in reserved), len(reserved), "of all sent"),
    ]


async def _save_and_recall(
    temper: ViscaTemper, presets: int, *, first_slot: int, slots: list[int] | None = None
) -> int:
    """Returns how many presets were not saved or not reached."""
    server = ViscaServer(ViscaCamera(PtzHead(brisk=40.0), temper))
    profile = CameraProfile(
        camera="bench", host="127.0.0.1", port=await server.open_sony(), first_slot=first_slot, last_slot=254
    )
    told: dict[str, CameraReported] = {}
    wrong = 0
    with tempfile.TemporaryDirectory(prefix="diem-cau-bench-") as folder:
        camera = PresetCamera(
            profile, Path(folder), tell=lambda end: told.update({end.request_id: end}), tell_facts=lambda _: None
        )
        camera.open()
        await until(lambda: camera.facts().link is CameraLink.READY, ARRIVAL_SECONDS)
        await asyncio.sleep(0.3)
        places = [Place(40 * number - 300, 10 * number, 100 * number) for number in range(presets)]
        for number, place in enumerate(places):
            server.camera.head.place = place
            camera.ask(f"save {number}", Save(preset=f"Góc {number}"))
            await until(lambda number=number: f"save {number}" in told, ARRIVAL_SECONDS)
        for number, place in enumerate(places):
            camera.recall(f"go {number}", f"góc {number}")
            await until(lambda number=number: f"go {number}" in told, ARRIVAL_SECONDS)
            wrong += not told[f"go {number}"].arrived or server.camera.head.place.rounded() != place.rounded()
        camera.close()
        await asyncio.sleep(0.05)
    if slots is not None:
        slots += [packet[5] for packet in server.camera.heard if packet[1:4] == RECALL[:3]]
    server.close()
    return wrong
