"""What real cameras do otherwise than the manual says, over real sockets: one fault a test, and what becomes of it."""

import asyncio
import socket
from pathlib import Path

import pytest

from console.cameras.camera_profile import Framing
from console.cameras.camera_wishes import Drive, Save, Stop
from console.cameras.camera_words import CameraAbility, CameraLink
from console.words import Reason
from hardware.cameras.visca.visca_codec import PAN_TILT_STOP
from hardware.simulator.cameras.ptz_head import Place, PtzHead
from hardware.simulator.cameras.visca_camera import ViscaCamera
from hardware.simulator.cameras.visca_server import ViscaServer
from hardware.simulator.cameras.visca_temper import ResetAnswer, ViscaTemper
from tests.hardware.cameras.stand import LEFT, RIGHT, Stand, stand, until


async def saved(made: Stand, name: str = "a", place: Place = LEFT) -> None:
    made.head.place = place
    made.port.ask(f"save {name}", Save(preset=name))
    assert await made.ended(f"save {name}") is None
    made.head.place = RIGHT


async def arrives(made: Stand, request_id: str = "1") -> None:
    made.port.recall(request_id, "a")
    assert await made.ended(request_id) is None
    assert made.head.place.rounded() == LEFT.rounded()
    assert not made.head.moving


@pytest.mark.parametrize("answer", [ResetAnswer.REFUSED, ResetAnswer.NONE])
async def test_a_reset_that_is_refused_or_not_answered_stops_nothing(tmp_path: Path, answer: ResetAnswer) -> None:
    server = ViscaServer(ViscaCamera(PtzHead(brisk=8.0)))
    server.reset_answer = answer
    async with stand(tmp_path, server=server) as made:
        await saved(made)
        await arrives(made)
        assert made.head.recalls == [0]


async def test_a_camera_with_numbers_of_its_own(tmp_path: Path) -> None:
    server = ViscaServer(ViscaCamera(PtzHead(brisk=8.0)))
    server.own_numbers = True
    async with stand(tmp_path, server=server, checks_sequence=False) as made:
        await saved(made)
        await arrives(made)
        assert made.head.recalls == [0]


async def test_two_cameras_that_answer_to_one_fixed_port_of_ours(tmp_path: Path) -> None:
    with socket.socket(type=socket.SOCK_DGRAM) as free:
        free.bind(("127.0.0.1", 0))
        reply_port = free.getsockname()[1]
    servers = [ViscaServer(ViscaCamera(PtzHead(brisk=8.0))) for _ in range(2)]
    for server in servers:
        server.reply_port = reply_port
    one, other = servers
    (tmp_path / "one").mkdir()
    (tmp_path / "other").mkdir()
    async with (
        stand(tmp_path / "one", server=one, reply_port=reply_port) as first,
        stand(tmp_path / "other", server=other, reply_port=reply_port) as second,
    ):
        await saved(first)
        await saved(second)
        await arrives(first)
        assert second.head.place == RIGHT
        await arrives(second)


async def test_a_fixed_port_that_another_program_holds_is_said_and_tried_again(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    server = ViscaServer(ViscaCamera(PtzHead(brisk=8.0)))
    with socket.socket(type=socket.SOCK_DGRAM) as held:
        held.bind(("0.0.0.0", 0))
        server.reply_port = port = held.getsockname()[1]
        async with stand(tmp_path, server=server, reply_port=port, wait=False) as made:
            await until(lambda: str(port) in caplog.text)
            assert made.port.facts().link is not CameraLink.READY
            held.close()
            await made.ready()


@pytest.mark.parametrize("nibbles", [(5, 4), (5, 5)])
async def test_wider_positions_prove_an_arrival_and_are_sent_as_wide(tmp_path: Path, nibbles: tuple[int, int]) -> None:
    async with stand(tmp_path, temper=ViscaTemper(nibbles=nibbles)) as made:
        assert CameraAbility.POSITION in made.port.facts().abilities
        await saved(made)
        await arrives(made)
        made.head.memories.clear()
        made.head.place = RIGHT
        made.port.recall("2", "a")
        assert await made.ended("2") is None
        assert made.head.place.rounded() == LEFT.rounded()
        turns = [packet for packet in made.server.camera.heard if packet[1:4] == b"\x01\x06\x02"]
        assert [len(packet) for packet in turns] == [7 + sum(nibbles)]
        assert made.port.facts().forgotten == ("a",)


async def test_both_commands_in_one_socket(tmp_path: Path) -> None:
    async with stand(tmp_path, Framing.RAW_TCP, temper=ViscaTemper(one_socket=True)) as made:
        await saved(made)
        await saved(made, "b", RIGHT)
        made.head.brisk = 1.0
        made.port.recall("old", "b")
        made.port.recall("1", "a")
        assert await made.ended("old") is Reason.SUPERSEDED
        assert await made.ended("1") is None
        assert made.head.place.rounded() == LEFT.rounded()


async def test_no_ack_at_all(tmp_path: Path) -> None:
    async with stand(tmp_path, Framing.RAW_TCP, temper=ViscaTemper(acknowledges=False)) as made:
        await saved(made)
        await arrives(made)


async def test_the_lens_block_proves_what_no_position_does(tmp_path: Path) -> None:
    temper = ViscaTemper(tells_position=False, completes_early=True)
    async with stand(tmp_path, temper=temper) as made:
        await until(lambda: made.port.facts().link is CameraLink.READY)
        await asyncio.sleep(0.2)
        await saved(made)
        made.head.brisk = 0.6
        made.port.recall("1", "a")
        await asyncio.sleep(0.5)
        assert made.head.moving
        assert made.end_of("1") is None
        assert await made.ended("1") is None
        assert not made.head.moving


async def test_an_unset_memory_that_is_taken_with_success_is_no_arrival(tmp_path: Path) -> None:
    async with stand(tmp_path, temper=ViscaTemper(takes_unset=True, has_absolute=False)) as made:
        await saved(made)
        made.head.memories.clear()
        made.port.recall("1", "a")
        assert await made.ended("1") is not None
        assert made.head.place == RIGHT


async def test_answers_to_another_controller_are_not_ours(tmp_path: Path) -> None:
    async with stand(tmp_path, Framing.RAW_TCP) as made:
        made.server.tells_everyone = True
        await saved(made)
        door = made.server._tcp[0].sockets[0].getsockname()
        reader, writer = await asyncio.open_connection(*door)
        for _ in range(20):
            writer.write(PAN_TILT_STOP)
        await writer.drain()
        await reader.readexactly(3)
        made.head.place = RIGHT
        await arrives(made)
        writer.close()


async def test_one_controller_too_many_is_kept_trying(tmp_path: Path) -> None:
    server = ViscaServer(ViscaCamera(PtzHead(brisk=8.0)))
    server.most_controllers = 0
    async with stand(tmp_path, Framing.RAW_TCP, server=server, wait=False) as made:
        await until(lambda: made.port.facts().link is CameraLink.UNREACHABLE)
        made.port.recall("1", "a")
        assert await made.ended("1") is not None
        server.most_controllers = 5
        await made.ready()


async def test_a_camera_that_goes_silent_over_tcp_is_given_up_and_moves_nothing_later(tmp_path: Path) -> None:
    async with stand(tmp_path, Framing.RAW_TCP) as made:
        await saved(made)
        made.server.deaf = True
        began = asyncio.get_running_loop().time()
        made.port.recall("1", "a")
        assert await made.ended("1") is Reason.CAMERA_UNREACHABLE
        assert asyncio.get_running_loop().time() - began < 3.5
        made.server.deaf = False
        await made.ready()
        assert made.head.place == RIGHT
        assert made.head.recalls == []
        await arrives(made, "2")


async def test_a_late_ack_over_sonys_header_is_waited_for_and_asked_once(tmp_path: Path) -> None:
    server = ViscaServer(ViscaCamera(PtzHead(brisk=0.25), ViscaTemper(late_ack=True)))
    async with stand(tmp_path, server=server, late_ack=True) as made:
        await saved(made)
        await arrives(made)
        recalls = [packet for packet in server.camera.heard if packet[1:5] == b"\x01\x04\x3f\x02"]
        assert len(recalls) == 1


async def test_a_camera_that_wakes_up_takes_moves_when_it_says_where_it_stands(tmp_path: Path) -> None:
    async with stand(tmp_path) as made:
        await saved(made)
        made.server.camera.on = False
        made.port.recall("off", "a")
        assert await made.ended("off") is Reason.CAMERA_STANDBY
        await until(lambda: made.port.facts().link is CameraLink.STANDBY)
        made.temper.waking, made.server.camera.on = True, True
        await until(lambda: made.port.facts().link is CameraLink.WAKING)
        made.port.recall("early", "a")
        assert await made.ended("early") is Reason.CAMERA_WAKING
        made.temper.waking = False
        await made.ready()
        await arrives(made)


async def test_packets_that_come_too_fast_are_kept_apart(tmp_path: Path) -> None:
    async with stand(tmp_path, Framing.RAW_TCP, min_gap_ms=60) as made:
        await saved(made)
        await arrives(made)


async def test_the_head_turns_slower_when_it_is_zoomed_in_and_a_stop_is_sent_twice(tmp_path: Path) -> None:
    async with stand(tmp_path) as made:

        async def speed(zoom: int) -> int:
            made.head.place = Place(0, 0, zoom)
            await until(lambda: made.port._driver.standing is not None and made.port._driver.standing.zoom == zoom, 9.0)
            before = len(made.server.camera.heard)
            made.port.ask(f"go {zoom}", Drive(pan=100, tilt=0, zoom=0, hold_ms=300))
            assert await made.ended(f"go {zoom}") is None
            made.port.ask(f"stop {zoom}", Stop())
            assert await made.ended(f"stop {zoom}") is None
            await until(lambda: made.server.camera.heard[before:].count(PAN_TILT_STOP) == 2)
            driven = [packet for packet in made.server.camera.heard[before:] if packet[1:4] == b"\x01\x06\x01"]
            return driven[0][4]

        assert (await speed(0), await speed(0x4000)) == (24, 3)
