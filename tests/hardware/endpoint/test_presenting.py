"""A real endpoint presents: only while the bridge lets it, in a section of its own, with the reason at its end."""

import asyncio
from collections.abc import AsyncGenerator
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from PIL import Image

from console.sites.site_messages import Hello, PresentContent, ShowPresented
from hardware.endpoint.equipment import SharedThreads, SiteEquipment
from hardware.endpoint.picture.picture_clock import PictureClock
from hardware.endpoint.picture.program_pictures import DecodingThread
from hardware.endpoint.ports import ControlCodec
from hardware.endpoint.site_agent import SiteAgent
from hardware.rtc.media_types import CONTENT_SECTION, VideoUnit
from hardware.rtc.peer import Peer, PeerSettings, make_certificate
from hardware.signalling.control_codec import decode_to_site, encode_from_site
from tests.hardware.endpoint.small_bridge import SmallBridge
from tests.hardware.rtc.sides import until

ALLOWED = ShowPresented(shown=False, may_present=True)


@dataclass
class Bridge(SmallBridge):
    """Keeps what comes as a second stream."""

    content: list[VideoUnit] = field(default_factory=list[VideoUnit])

    def __post_init__(self) -> None:
        super().__init__()
        self.settings = replace(self.settings, video_sections=2)

    def video_unit(self, peer: Peer, unit: VideoUnit) -> None:
        if unit.section == CONTENT_SECTION:
            self.content.append(unit)


@pytest.fixture
async def site() -> AsyncGenerator[tuple[Bridge, SiteAgent]]:
    bridge = Bridge()
    threads = SharedThreads(pictures=PictureClock(asyncio.get_running_loop()), program=DecodingThread())
    equipment = SiteEquipment(
        joiner=bridge,
        control=ControlCodec(encode_from_site, decode_to_site),
        peer_settings=PeerSettings(certificate=make_certificate(), include_loopback=True, sends_content=True),
        threads=threads,
    )
    agent = SiteAgent(equipment)
    running = asyncio.ensure_future(agent.run())
    await until(lambda: bridge.of(Hello))
    yield bridge, agent
    agent.stop()
    await running
    await bridge.close()
    threads.close()


def write_slide(path: Path) -> str:
    Image.new("L", (640, 360), 200).save(path)
    return str(path)


async def test_nothing_goes_out_before_the_bridge_lets_it_and_nothing_after(
    site: tuple[Bridge, SiteAgent], tmp_path: Path
) -> None:
    bridge, agent = site
    slide = write_slide(tmp_path / "slide.png")
    (hello,) = bridge.of(Hello)
    assert isinstance(hello, Hello)
    assert hello.can_present
    assert not agent.present(slide), "not allowed"
    assert not bridge.of(PresentContent)

    bridge.say(ALLOWED)
    await until(lambda: agent.state.may_present)
    assert agent.present(slide)
    await until(lambda: len(bridge.content) >= 2)
    assert bridge.content[0].key
    assert bridge.of(PresentContent) == [PresentContent(presents=True, film="slide.png")], "no folder of this machine"
    assert agent.state.presents
    assert bridge.peer is not None
    bridge.peer.request_key_frame(CONTENT_SECTION)
    await until(lambda: any(unit.key for unit in bridge.content[1:]))

    bridge.say(ShowPresented(shown=False))
    await until(lambda: not agent.state.presents)
    assert not agent.present(slide), "taken back"

    bridge.say(ALLOWED)
    await until(lambda: agent.state.may_present)
    assert not agent.state.presents, "nothing begins by itself"
    assert agent.present(slide)
    agent.end_presenting()
    await until(lambda: bridge.of(PresentContent)[-1] == PresentContent(presents=False))


async def test_what_cannot_be_read_ends_with_the_reason(site: tuple[Bridge, SiteAgent], tmp_path: Path) -> None:
    bridge, agent = site
    bridge.say(ALLOWED)
    await until(lambda: agent.state.may_present)
    (tmp_path / "film.mp4").write_bytes(b"no film at all")
    for name in ("film.mp4", "gone.mp4"):
        before = len(bridge.of(PresentContent))
        assert agent.present(str(tmp_path / name))
        await until(lambda before=before: len(bridge.of(PresentContent)) == before + 2)
        begun, ended = bridge.of(PresentContent)[-2:]
        assert begun == PresentContent(presents=True, film=name)
        assert not agent.state.presents
        assert agent.state.presenting_fault
        assert ended == PresentContent(presents=False, fault=agent.state.presenting_fault)
    assert not bridge.content
