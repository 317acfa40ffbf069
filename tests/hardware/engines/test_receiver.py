"""What one line carries is shared out in one order: sound, the content, the picture beside it."""

import pytest

from hardware.engines.embedded.coded_feeds import FeedName
from hardware.engines.embedded.receiver import STEPS, STEPS_WITH_CONTENT, ContentLine, Receiver, Share
from hardware.rtc.line_limit import LineLimit
from hardware.rtc.peer import MediaSocket, Peer
from hardware.rtc.peer_settings import PeerSettings
from tests.hardware.rtc.sides import CERTIFICATE, LOOPBACK, Side


async def receiver() -> Receiver:
    """Returns a receiver of a connection that nobody has answered: what it carries is set by hand."""
    settings = PeerSettings(certificate=CERTIFICATE, media_socket=MediaSocket(addresses=LOOPBACK))
    return Receiver("s001", Peer(settings, Side(), answers=False), "H264")


@pytest.mark.parametrize(
    ("allowed", "feed", "content"),
    [
        (0, None, False),
        (1, FeedName.THUMBNAIL, False),
        (2, None, True),
        (3, FeedName.SPEAKER_STAGE, True),
        (4, FeedName.SPEAKER, True),
    ],
)
async def test_content_comes_before_the_picture_beside_it(
    allowed: int, feed: FeedName | None, *, content: bool
) -> None:
    it = await receiver()
    it.content_line, it.limit = ContentLine(it.peer), LineLimit(STEPS_WITH_CONTENT)
    it.limit.allowed = allowed
    assert it.share(returns=False) == Share(feed, content=content)
    beside = FeedName.RETURN if allowed >= 3 else feed
    assert it.share(returns=True) == Share(beside, content=content)


async def test_a_line_that_was_found_narrow_stays_so_when_content_goes() -> None:
    it = await receiver()
    it.content_line, it.limit = ContentLine(it.peer), LineLimit(STEPS_WITH_CONTENT)
    it.limit.allowed = 1
    assert it.take_content(takes=False)
    assert it.limit.allowed == 1
    assert it.share(returns=False) == Share(FeedName.THUMBNAIL)
    assert not it.take_content(takes=True), "who has not agreed on a second picture gets none"
    assert len(STEPS) == 3
    assert it.follow(it.share(returns=False))
    assert not it.follow(it.share(returns=False))
