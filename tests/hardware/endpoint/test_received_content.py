"""Content at a real endpoint: asked for while somebody looks, decoded beside the program, given back when not."""

import asyncio
from collections.abc import AsyncGenerator
from dataclasses import dataclass, field, replace

import av
import pytest

from console.sites.site_messages import Hello, ShowPresented, TakeContent
from hardware.endpoint.equipment import SharedThreads, SiteEquipment
from hardware.endpoint.picture.picture_clock import PictureClock
from hardware.endpoint.picture.program_pictures import DecodingThread
from hardware.endpoint.ports import ControlCodec
from hardware.endpoint.site_agent import SiteAgent
from hardware.rtc.peer import PeerSettings, make_certificate, packetise
from hardware.rtc.video_codec import SLIDES, H264Encoder
from hardware.signalling.control_codec import decode_to_site, encode_from_site
from tests.hardware.endpoint.small_bridge import SmallBridge
from tests.hardware.rtc.sides import picture, until


@dataclass
class Screen:
    """Who looks, or does not."""

    wanted: bool = False
    frames: list[av.VideoFrame] = field(default_factory=list[av.VideoFrame])

    def show(self, frame: av.VideoFrame) -> None:
        self.frames.append(frame)


@dataclass
class Site:
    bridge: SmallBridge
    agent: SiteAgent
    screen: Screen
    program: Screen


@pytest.fixture
async def site() -> AsyncGenerator[Site]:
    bridge, screen, program = SmallBridge(), Screen(), Screen()
    bridge.settings = replace(bridge.settings, video_sections=2)
    threads = SharedThreads(pictures=PictureClock(asyncio.get_running_loop()), program=DecodingThread())
    equipment = SiteEquipment(
        joiner=bridge,
        control=ControlCodec(encode_from_site, decode_to_site),
        peer_settings=PeerSettings(certificate=make_certificate(), include_loopback=True, receives_content=True),
        threads=threads,
        screen=program,
        content_screen=screen,
    )
    agent = SiteAgent(equipment)
    running = asyncio.ensure_future(agent.run())
    await until(lambda: bridge.of(Hello))
    yield Site(bridge, agent, screen, program)
    agent.stop()
    await running
    await bridge.close()
    threads.close()


async def test_content_is_taken_while_it_is_looked_at(site: Site) -> None:
    bridge, screen = site.bridge, site.screen
    (hello,) = bridge.of(Hello)
    assert isinstance(hello, Hello)
    assert hello.takes_content
    assert bridge.of(TakeContent) == [], "nobody looks"
    bridge.say(ShowPresented(shown=True))
    await until(lambda: site.agent.state.presented)
    screen.wanted = True
    site.agent.follow_content()
    await until(lambda: bridge.of(TakeContent) == [TakeContent(wanted=True)])

    encoder = H264Encoder(SLIDES)
    assert bridge.peer is not None
    for number in range(10):
        coded = encoder.encode(picture(200, SLIDES.width, SLIDES.height, moving=number + 1))
        assert coded is not None
        unit = packetise("H264", coded.data, number * 18_000, key=coded.key)
        bridge.peer.send_content_slice(unit, 0, len(unit.payloads))
        await asyncio.sleep(0.02)
    await until(lambda: screen.frames)
    assert (screen.frames[-1].width, screen.frames[-1].height) == (1920, 1080)
    assert not site.program.frames, "content never takes the program's place"

    screen.wanted = False
    site.agent.follow_content()
    await until(lambda: bridge.of(TakeContent)[-1] == TakeContent(wanted=False))
    assert len(bridge.of(TakeContent)) == 2
