"""Whatever is asked in whatever order while the camera misbehaves, every request has exactly one end."""

import asyncio
import random
from pathlib import Path

import pytest

from console.cameras.camera_words import CameraLink
from console.words import Reason
from hardware.cameras.head import Target, Velocity
from hardware.simulator.cameras.onvif_temper import OnvifTemper
from tests.hardware.cameras.onvif.onvif_stand import LEFT, RIGHT, OnvifStand, near, onvif_stand
from tests.hardware.cameras.polled_stand import until

REQUESTS = 120


@pytest.mark.parametrize("seed", [1, 2])
async def test_every_request_ends_once(tmp_path: Path, seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("hardware.cameras.polled.polled_head.AGAIN_SECONDS", 0.1)
    chance = random.Random(seed)
    async with onvif_stand(tmp_path, OnvifTemper(), move_seconds=2.0) as made:
        targets = [await made.save("a", LEFT, 0), await made.save("b", RIGHT, 1), Target(2, None, "gone")]
        asked = [ask(made, chance, number, targets) for number in range(REQUESTS) if await pause(made, chance)]
        made.server.camera.temper = OnvifTemper()
        await until(lambda: {end.request_id for end in made.polled.ends} >= set(asked), 25)
        await made.polled.linked()
        ends = [end.request_id for end in made.polled.ends if end.request_id in asked]
        assert sorted(ends) == sorted(asked)
        told = {end.request_id: end.reason for end in made.polled.ends}
        assert {told[request_id] for request_id in asked} >= {None, Reason.SUPERSEDED}
        made.driver.recall("last", targets[0])
        assert await made.polled.reason("last") is None
        assert near(made.camera.head.place, LEFT)
        assert made.driver.link is CameraLink.READY


async def pause(made: OnvifStand, chance: random.Random) -> bool:
    """Lets the camera change its mind; always goes on."""
    await asyncio.sleep(chance.choice((0.0, 0.0, 0.005, 0.03)))
    if chance.random() < 0.1:
        made.camera.temper = chance.choice(
            (
                OnvifTemper(),
                OnvifTemper(slow_seconds=0.05),
                OnvifTemper(moving_for_ever=True, unknown_token_succeeds=True),
                OnvifTemper(babbles=True),
                OnvifTemper(tells_position=False, answers_token=False),
            )
        )
    return True


def ask(made: OnvifStand, chance: random.Random, number: int, targets: list[Target]) -> str:
    request_id, driver = f"r{number}", made.driver
    match chance.randrange(6):
        case 0 | 1:
            driver.recall(request_id, chance.choice(targets))
        case 2:
            driver.save(request_id, chance.randrange(8), slug="c")
        case 3:
            driver.stop(request_id)
        case _:
            driver.drive(request_id, Velocity(pan=chance.randint(-100, 100), zoom=chance.randint(-9, 9)), 0.3)
    return request_id
