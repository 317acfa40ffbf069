"""A site presents: its second stream is everybody's content while it may, from whichever worker, and no longer."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from console.content.content_port import SetContentTakers, SetPresenter
from console.engine_port import SetProgram
from console.words import Layout
from tests.hardware.engines.conftest import ROOT
from tests.hardware.engines.engine_room import until
from tests.hardware.engines.small_site import SmallSite
from tests.hardware.engines.test_content import content_room
from tests.hardware.engines.test_content_stream import SITE_LUMA, readable, slide_frame

STILL_SECONDS = 0.7
"""In so long a presenter sends three pictures."""


def nothing_comes(site: SmallSite) -> Callable[[], bool]:
    """Returns a test of whether no content has come to a site for a while."""
    seen, since = -1, 0.0

    def stands_still() -> bool:
        nonlocal seen, since
        if len(site.content_units) != seen:
            seen, since = len(site.content_units), time.monotonic()
        return time.monotonic() - since > STILL_SECONDS

    return stands_still


async def test_what_a_site_presents_is_readable_at_another_and_only_while_it_may(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    async with content_room(tmp_path, workers=2) as room:
        _, plain = room.sites
        taker = SmallSite("s002", takes_content=True)
        # They land on different workers, and both send whether they may or not.
        presenters = (
            SmallSite("s003", presents=slide_frame().reformat(format="yuv420p")),
            SmallSite("s004", presents=slide_frame().reformat(format="yuv420p")),
        )
        await room.join(taker, *presenters)
        room.engine.submit(SetContentTakers(sites=("s002",)))
        await until(nothing_comes(taker), 8.0, "silence")
        assert not taker.content_units, "nobody may present"
        for number, presenter in enumerate(presenters):
            room.engine.submit(SetPresenter(site=presenter.site))
            room.engine.submit(
                SetProgram(epoch=2 * number + 1, layout=Layout.MAIN_ENDPOINT, slots=("s001",), content=True)
            )
            await until(lambda: readable(taker), 10.0, f"the code of {presenter.site}")
            await until(lambda: (plain.shown_luma(0.5, 0.05) or 0) > 200, 8.0, "the paper in the program")

            room.engine.submit(SetPresenter(site=None))
            room.engine.submit(SetProgram(epoch=2 * number + 2, layout=Layout.MAIN_ENDPOINT, slots=("s001",)))
            await until(lambda: abs((plain.shown_luma() or 0) - SITE_LUMA) < 6, 8.0, "the speaker again")
            await until(nothing_comes(taker), 8.0, "an end of what is not allowed any more")
            taker.content = None
